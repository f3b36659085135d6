// Prints how well the network of sound events hears recordings that it did not learn from: each fold of
// training's clips.tsv is judged by the network that was learned without it, through the front end and the
// event logic that the program uses. As recorded, mixed with a background at 0 dB, and over pink noise 15
// dB(A) under the loudest moment.
//
//   events_table TRAINED_FOLDER SOUNDS_FOLDER...
//
// TRAINED_FOLDER is what `./dev train` writes (build/training), SOUNDS_FOLDER the shared data and the
// unpacked packages. An event in a recording that may hold its class counts neither way. Thresholds are those
// that ship; they were chosen on the same unseen scores, as recorded.

#include "event_tally.hpp"
#include "heard_recordings.hpp"
#include "log_mel_windows.hpp"
#include "sound_tagger.hpp"
#include "voice_resampler.hpp"

#include <opencv2/core/utility.hpp>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <set>

namespace {

using namespace preshift;
using bench::HeardRecording;
using bench::Samples;

constexpr std::size_t k_classes = k_sound_classes.size();
constexpr double k_lead_s = 0.5;  ///< of silence around each recording, so that short ones fill a window

double processor_seconds = 0;
double heard_seconds = 0;

/// What was heard in one recording.
struct Heard {
  std::array<EventTally, k_classes> events;
  std::array<float, k_classes> most;
  double seconds = 0;  ///< of the recording, without the silence around it
};

Heard listen(const Samples& sound, SoundTagger& tagger) {
  Heard heard;
  heard.most.fill(-std::numeric_limits<float>::infinity());
  const auto& labels = tagger.description().labels;
  LogMelWindows windows(tagger.description().front_end, [&](std::span<const float> input) {
    const auto log_odds = tagger.log_odds(input);
    for (std::size_t i = 0; i < labels.size(); ++i) {
      const std::size_t place = labels[i].sound_class.value();
      const float margin = log_odds[i] - static_cast<float>(labels[i].threshold_log_odds);
      heard.events[place].observe(margin);
      heard.most[place] = std::max(heard.most[place], margin);
    }
  });
  const auto lead = static_cast<std::size_t>(k_lead_s * sound.rate_hz);
  std::vector<float> padded(sound.values.size() + 3 * lead);
  std::copy(sound.values.begin(), sound.values.end(), padded.begin() + static_cast<std::ptrdiff_t>(lead));
  heard.seconds = static_cast<double>(sound.values.size()) / sound.rate_hz;
  const std::clock_t start = std::clock();  // processor time, so that other programs' work is not counted
  VoiceResampler resampler(sound.rate_hz);
  resampler.resample(SampleRun(padded, 0, 1),
                     [&](std::span<const float> samples) { windows.observe(samples); });
  processor_seconds += static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  heard_seconds += static_cast<double>(padded.size()) / sound.rate_hz;
  return heard;
}

struct ClassTally {
  int there = 0;  ///< recordings of the class
  int found = 0;  ///< of them with an event
  int right_events = 0;
  int false_events = 0;
  double other_seconds = 0;
  int harmless_events = 0;  ///< false ones in harmless and quiet recordings
  double harmless_seconds = 0;
  std::vector<std::pair<float, bool>> most;  ///< of each recording, and whether it is of the class
  std::map<std::string, int> confused_with;  ///< labels of the recordings with false events
};

bool is_harmless(const HeardRecording& recording) {
  static const std::set<std::string_view> k_harmless{"keyboard_or_mouse", "agent_body", "quiet"};
  bool any = false;
  for (std::size_t i = 0; i < k_classes; ++i) {
    if (recording.is[i] && !k_harmless.contains(k_sound_classes[i])) return false;
    any = any || recording.is[i];
  }
  return any;
}

void tally(const HeardRecording& recording, const Heard& heard, std::array<ClassTally, k_classes>& tallies) {
  for (std::size_t i = 0; i < k_classes; ++i) {
    ClassTally& each = tallies[i];
    const auto events = static_cast<int>(heard.events[i].count().events);
    if (recording.is[i]) {
      ++each.there;
      each.found += events > 0 ? 1 : 0;
      each.right_events += events;
      each.most.emplace_back(heard.most[i], true);
    } else if (!recording.may_be[i]) {
      each.false_events += events;
      each.other_seconds += heard.seconds;
      each.most.emplace_back(heard.most[i], false);
      if (events > 0) each.confused_with[recording.label] += events;
      if (!is_harmless(recording)) continue;
      each.harmless_events += events;
      each.harmless_seconds += heard.seconds;
    }
  }
}

double average_precision(std::vector<std::pair<float, bool>> scores) {
  std::stable_sort(scores.begin(), scores.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  double sum = 0;
  int right = 0;
  for (std::size_t i = 0; i < scores.size(); ++i)
    if (scores[i].second) sum += ++right / static_cast<double>(i + 1);
  return right > 0 ? sum / right : 0;
}

double share(double part, double whole) {
  return whole > 0 ? part / whole : 0;
}

void print(const char* title, const std::array<ClassTally, k_classes>& tallies) {
  std::printf("\n%s\n%-18s %9s %7s %9s %5s %6s %12s %14s  most often confused with it\n", title, "class",
              "heard", "recall", "precision", "F1", "AP", "false/10 min", "harmless/hour");
  for (std::size_t i = 0; i < k_classes; ++i) {
    const ClassTally& each = tallies[i];
    const double recall = share(each.found, each.there);
    const double precision = share(each.right_events, each.right_events + each.false_events);
    std::printf("%-18s %4d/%4d %6.1f%% %8.1f%% %5.2f %6.3f %12.2f %14.1f ",
                std::string(k_sound_classes[i]).c_str(), each.found, each.there, 100 * recall,
                100 * precision, share(2 * recall * precision, recall + precision),
                average_precision(each.most), share(600 * each.false_events, each.other_seconds),
                share(3600 * each.harmless_events, each.harmless_seconds));
    std::vector<std::pair<int, std::string>> confused;
    for (const auto& [label, count] : each.confused_with) confused.emplace_back(-count, label);
    std::sort(confused.begin(), confused.end());
    for (std::size_t k = 0; k < std::min<std::size_t>(4, confused.size()); ++k)
      std::printf(" %s %d", confused[k].second.c_str(), -confused[k].first);
    std::printf("\n");
  }
}

bool is_background(const std::string& label) {
  static const std::set<std::string> k_backgrounds{
      "rain",     "wind",           "sea_waves",   "vacuum_cleaner", "engine",      "train",
      "airplane", "street_traffic", "babble_cafe", "pink_noise",     "brown_noise", "washing_machine",
      "noise",    "hiss",           "storm",       "crackling_fire", "helicopter"};
  return k_backgrounds.contains(label);
}

struct Loaded {
  HeardRecording recording;
  Samples samples;
};

/// A background from the recording's own fold, so that the network never learned from it either.
const Samples* background_for(std::size_t number, const std::vector<Loaded>& all) {
  for (std::size_t step = 1; step < all.size(); ++step) {
    const Loaded& other = all[(number * 7 + step) % all.size()];
    const bool same_class = other.recording.label == all[number].recording.label;
    if (other.recording.fold == all[number].recording.fold && is_background(other.recording.label) &&
        !same_class)
      return &other.samples;
  }
  return nullptr;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) {
    std::fprintf(stderr, "usage: events_table TRAINED_FOLDER SOUNDS_FOLDER...\n");
    return 3;
  }
  cv::setNumThreads(1);
  const std::string trained = arguments[1];
  std::map<int, std::unique_ptr<SoundTagger>> taggers;
  std::vector<Loaded> all;
  std::size_t unread = 0;
  for (const HeardRecording& recording : bench::heard_recordings(trained + "/clips.tsv")) {
    Samples samples = bench::samples_of(recording, {arguments + 2, arguments + count});
    if (samples.values.empty() || samples.rate_hz < 8000) {
      ++unread;
      continue;
    }
    if (!taggers.contains(recording.fold)) {
      const std::string stem = trained + "/fold-" + std::to_string(recording.fold);
      auto tagger = load_sound_tagger({stem + ".onnx", stem + ".json", {}});
      if (!tagger) {
        std::fprintf(stderr, "%s\n", render(tagger.error().message, Language::english).c_str());
        return 3;
      }
      taggers[recording.fold] = std::move(*tagger);
    }
    all.push_back({recording, std::move(samples)});
  }
  std::printf("%zu recordings, %zu more could not be read\n", all.size(), unread);
  std::array<ClassTally, k_classes> plain, mixed, low;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto& [recording, samples] = all[i];
    SoundTagger& tagger = *taggers[recording.fold];
    tally(recording, listen(samples, tagger), plain);
    if (const Samples* other = background_for(i, all))
      tally(recording, listen(bench::mixed_at_0_db(samples, *other), tagger), mixed);
    tally(recording, listen(bench::with_noise_15_db_under(samples), tagger), low);
  }
  print("as recorded", plain);
  print("with a background at 0 dB", mixed);
  print("LAFmax 15 dB over pink noise", low);
  std::printf("\none core: %.2f ms for a second of sound, resampling and front end included\n",
              1000 * processor_seconds / heard_seconds);
  return 0;
}
