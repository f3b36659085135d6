// Prints how often processed sounds are found and untouched ones blamed: real voice processors on noises and
// recordings of 10 s each.
//
//   chain_table SHARED_DATA_FOLDER [EVERY [--each]]
//
// EVERY: take each so many-th recording only, for a shorter run.
//
// The limits in chain_observer.cpp were chosen with sounds of both halves in view: neither is unseen.
// Recordings are those of 8, 16, 32, 44.1 and 48 kHz of at least one second, shorter ones repeated up to 10
// s. Every one counts, whatever happened to it before: those from lossy or edited files are not known to be
// untouched.

#include "chain_observer.hpp"
#include "noises.hpp"
#include "voice_processors.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <sndfile.hh>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using preshift::ChainFindings;
using preshift::ChainObserver;
using preshift::ChainVerdict;
using preshift::SampleRun;
using preshift::test::Sound;

constexpr std::size_t k_seconds = 10;

struct Material {
  std::string set;
  std::string name;
  int rate_hz = 48000;
  std::function<Sound()> sound;
};

struct Tally {
  int suspected = 0, unknown = 0, total = 0;
};

/// The first channel, repeated to 10 s.
Sound read(const fs::path& path) {
  SndfileHandle file(path.string());
  const auto channels = static_cast<std::size_t>(file.channels());
  const auto wanted = k_seconds * static_cast<std::size_t>(file.samplerate());
  Sound interleaved(std::min(wanted, static_cast<std::size_t>(file.frames())) * channels);
  file.readf(interleaved.data(), static_cast<sf_count_t>(interleaved.size() / channels));
  Sound sound(wanted);
  for (std::size_t i = 0; i < wanted; ++i) sound[i] = interleaved[i * channels % interleaved.size()];
  return sound;
}

void add_recordings(const fs::path& data, std::size_t every, std::vector<Material>* all) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator(data / "audio"))
    if (entry.is_regular_file() && entry.path().string().find("/rir_") == std::string::npos)
      paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  for (std::size_t i = 0; i < paths.size(); ++i) {
    const SndfileHandle file(paths[i].string());
    constexpr std::array k_rates{8000, 16000, 32000, 44100, 48000};
    if (file.error() != 0 || file.frames() < file.samplerate()) continue;
    if (std::find(k_rates.begin(), k_rates.end(), file.samplerate()) == k_rates.end()) continue;
    const bool wide = file.samplerate() > 36000;
    if (i / 2 % every != 0) continue;
    const std::string set = std::string(wide ? "wide" : "narrow") + (i % 2 == 0 ? " A" : " B");
    all->push_back({set, fs::relative(paths[i], data).string(), file.samplerate(),
                    [path = paths[i]] { return read(path); }});
  }
}

void add_noises(std::vector<Material>* all) {
  for (const int rate_hz : {48000, 16000})
    for (const double slope : {0.0, -3.0, -6.0, -9.0})
      for (const double level : {-70.0, -60.0, -50.0, -40.0, -30.0, -20.0})
        all->push_back({rate_hz > 36000 ? "noise 48 kHz" : "noise 16 kHz",
                        std::to_string(slope) + " dB/octave, " + std::to_string(level) + " dBFS", rate_hz,
                        [=] { return preshift::test::coloured_noise(rate_hz, slope, level, k_seconds, 1); }});
}

ChainFindings listen(const Sound& sound, int rate_hz) {
  ChainObserver observer(rate_hz);
  observer.observe(SampleRun(sound, 0, 1));
  return observer.findings();
}

void count(const preshift::ChainEvidence& evidence, Tally* tally) {
  ++tally->total;
  tally->suspected += evidence.verdict == ChainVerdict::suspected ? 1 : 0;
  tally->unknown += evidence.verdict == ChainVerdict::unknown ? 1 : 0;
}

using Findings = std::vector<std::pair<const char*, preshift::ChainEvidence ChainFindings::*>>;
const Findings k_findings{{"noise suppression", &ChainFindings::noise_suppression},
                          {". seams", &ChainFindings::band_seams},
                          {". texture", &ChainFindings::noise_texture},
                          {". sinking", &ChainFindings::sinking},
                          {"automatic gain", &ChainFindings::automatic_gain},
                          {"gain step", &ChainFindings::gain_step},
                          {"noise gate", &ChainFindings::noise_gate},
                          {"band limit", &ChainFindings::band_limit},
                          {"repeated buffers", &ChainFindings::repeated_buffers},
                          {"dropouts", &ChainFindings::dropouts},
                          {"flat tops", &ChainFindings::flat_tops},
                          {"DC", &ChainFindings::dc_offset},
                          {"digital silence", &ChainFindings::digital_silence}};

/// What one chain made of the material: a row per set and, with `all`, per finding.
class Rows {
 public:
  Rows(std::string chain, bool all, bool each) : m_chain(std::move(chain)), m_all(all), m_each(each) {}

  void add(const Material& material, const Sound& sound) {
    const ChainFindings findings = listen(sound, material.rate_hz);
    for (std::size_t i = 0; i < (m_all ? k_findings.size() : 1); ++i) {
      const auto& evidence = findings.*k_findings[i].second;
      count(evidence, &m_tallies[i][material.set]);
      if (m_each && evidence.value && (evidence.verdict == ChainVerdict::suspected) == m_all)
        std::printf("  %s: %s %s %.2f\n", m_chain.c_str(), k_findings[i].first, material.name.c_str(),
                    *evidence.value);
    }
  }

  void print() const {
    for (const auto& [finding, sets] : m_tallies) {
      std::printf("%-22s %-18s", m_chain.c_str(), k_findings[finding].first);
      for (const auto& [set, tally] : sets)
        std::printf(" | %s %3d of %3d, unknown %3d", set.c_str(), tally.suspected, tally.total,
                    tally.unknown);
      std::printf("\n");
    }
    std::fflush(stdout);
  }

 private:
  std::string m_chain;
  bool m_all, m_each;
  std::map<std::size_t, std::map<std::string, Tally>> m_tallies;
};

void print_cost() {
  const Sound sound = preshift::test::coloured_noise(48000, -3, -50, 20, 1);
  const std::clock_t start = std::clock();
  listen(sound, 48000);
  std::printf("20 s of 48 kHz: %.1f ms\n", 1e3 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return std::fprintf(stderr, "chain_table SHARED_DATA_FOLDER [EVERY [--each]]\n"), 2;
  const auto every = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 1UL;
  const bool each = argc > 3;
  std::vector<Material> materials;
  add_noises(&materials);
  add_recordings(argv[1], std::max(every, 1UL), &materials);
  print_cost();
  const auto run = [&](const std::string& chain, bool all, const auto& process) {
    Rows rows(chain, all, each);
    for (const Material& material : materials)
      rows.add(material, process(material.sound(), material.rate_hz));
    rows.print();
  };
  run("untouched", true, [](const Sound& sound, int) { return preshift::test::to_16_bits(sound); });
  for (const auto& processor : preshift::test::voice_processors())
    run(processor.name, false, processor.process);
}
