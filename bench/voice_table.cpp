// Prints how much of the time the voice detector calls speech, by kind of sound, at the level of the
// recording and 30 dB below it, and what a second of sound costs on one thread.
//
//   voice_table MODEL.onnx SHARED_DATA_FOLDER [--each]
//
// The kinds come from the labels of SHARED_DATA_FOLDER/MANIFEST.tsv. Recordings of speech hold pauses, so
// their share is not one of errors.

#include "utterance_finder.hpp"
#include "voice_detector.hpp"

#include <opencv2/core/utility.hpp>
#include <sndfile.h>

#include <array>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace {

using preshift::SampleRun;

constexpr std::size_t k_most_seconds = 60;
constexpr float k_30_db_lower = 0.0316228F;

struct Recording {
  std::vector<float> samples;  ///< of the first channel
  double rate_hz = 0;
};

struct Tally {
  int recordings = 0;
  int with_speech = 0;  ///< recordings with any, at their own level
  double seconds = 0;
  double speech = 0;
  double speech_when_low = 0;
};

double total_processor_seconds = 0;

Recording read(const std::string& file) {
  SF_INFO info{};
  SNDFILE* handle = sf_open(file.c_str(), SFM_READ, &info);
  if (handle == nullptr) return {};
  const auto channels = static_cast<std::size_t>(info.channels);
  std::vector<float> frames(k_most_seconds * static_cast<std::size_t>(info.samplerate) * channels);
  frames.resize(static_cast<std::size_t>(sf_readf_float(handle, frames.data(),
                                                        static_cast<sf_count_t>(frames.size() / channels))) *
                channels);
  sf_close(handle);
  Recording recording{std::vector<float>(frames.size() / channels), static_cast<double>(info.samplerate)};
  SampleRun(frames, 0, channels).copy_to(recording.samples.data());
  return recording;
}

double speech_seconds(const Recording& recording, const std::shared_ptr<preshift::VoiceNetwork>& network) {
  preshift::UtteranceFinder utterances;
  std::size_t windows = 0;
  preshift::VoiceDetector detector(network, recording.rate_hz, [&](const preshift::SpeechWindow& window) {
    const auto decision = utterances.observe(window.probability);
    if (decision.speech) windows += decision.windows;
  });
  const std::clock_t start = std::clock();  // processor time, so that other programs' work is not counted
  detector.observe(SampleRun(recording.samples, 0, 1));
  total_processor_seconds += static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  return static_cast<double>(windows) * preshift::k_voice_window_s;
}

void listen(const std::string& file, const std::shared_ptr<preshift::VoiceNetwork>& network, bool each,
            Tally& tally) {
  Recording recording = read(file);
  if (recording.samples.empty() || recording.rate_hz < 8000) return;
  const double seconds = static_cast<double>(recording.samples.size()) / recording.rate_hz;
  const double speech = speech_seconds(recording, network);
  for (float& sample : recording.samples) sample *= k_30_db_lower;
  tally.speech_when_low += speech_seconds(recording, network);
  ++tally.recordings;
  tally.with_speech += speech > 0 ? 1 : 0;
  tally.seconds += seconds;
  tally.speech += speech;
  if (each && speech > 0) std::printf("%s: %.2f s of %.2f s\n", file.c_str(), speech, seconds);
}

std::map<std::string, Tally> listen_to_all(const std::string& data, bool each,
                                           const std::shared_ptr<preshift::VoiceNetwork>& network) {
  std::map<std::string, Tally> tallies;
  std::ifstream manifest(data + "/MANIFEST.tsv");
  for (std::string line; std::getline(manifest, line);) {
    std::istringstream fields(line);
    std::string file, label;
    std::getline(fields, file, '\t');
    std::getline(fields, label, '\t');
    if (!file.starts_with("audio/") || label.starts_with("room_impulse")) continue;
    listen(data + "/" + file, network, each, tallies[label.substr(0, label.find('/'))]);
  }
  return tallies;
}

void print(const std::map<std::string, Tally>& tallies) {
  std::printf("%-28s %10s %8s %10s %8s %12s\n", "material", "recordings", "seconds", "with speech",
              "speech %", "30 dB lower %");
  double seconds = 0;
  for (const auto& [label, tally] : tallies) {
    seconds += tally.seconds;
    if (tally.recordings > 0)
      std::printf("%-28s %10d %8.0f %10d %8.1f %12.1f\n", label.c_str(), tally.recordings, tally.seconds,
                  tally.with_speech, 100 * tally.speech / tally.seconds,
                  100 * tally.speech_when_low / tally.seconds);
  }
  std::printf("one thread: %.2f %% of a processor\n", 100 * total_processor_seconds / (2 * seconds));
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) {
    std::fprintf(stderr, "usage: voice_table MODEL.onnx SHARED_DATA_FOLDER [--each]\n");
    return 3;
  }
  cv::setNumThreads(1);
  auto network = preshift::load_voice_network(arguments[1]);
  if (!network) {
    std::fprintf(stderr, "%s\n",
                 preshift::render(network.error().message, preshift::Language::english).c_str());
    return 3;
  }
  const bool each = count > 3 && std::string(arguments[3]) == "--each";
  print(listen_to_all(arguments[2], each, std::move(*network)));
  return 0;
}
