#include "evaluation.hpp"
#include "measures.hpp"
#include "profile.hpp"
#include "yaml_parser.hpp"
#include "yaml_tree.hpp"

#include <benchmark/benchmark.h>
#include <unistd.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/parser.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

// What a profile of 1,000 rules costs, each with sentences as long as those of rules/standard.yaml: 700 kB.
// In one file, and with five files that extend one another, each setting a parameter, overriding 40 rules and
// skipping one.

namespace preshift {
namespace {

std::string rule_yaml(int number) {
  const std::string n = std::to_string(number);
  return "  - id: quiet.rule-" + n +
         "\n    requirement: quiet\n    severity: advisory\n"
         "    title:\n      en: The room is quiet, part " +
         n + "\n      fr: La pièce est calme, partie " + n +
         "\n    rationale:\n      en: >-\n"
         "        Noise around you tires you and the people you speak to, and hides words. The limit is that "
         "of\n"
         "        quiet office work, or your voice far above the noise.\n"
         "      fr: >-\n"
         "        Le bruit autour de vous fatigue, vous et vos interlocuteurs, et couvre des mots. La limite "
         "est\n"
         "        celle d'un travail de bureau au calme, ou une voix nettement au-dessus du bruit.\n"
         "    remedy:\n      en: Close windows and doors, then check again.\n"
         "      fr: Fermez fenêtres et portes, puis refaites le contrôle.\n"
         "    measure: sound.laeq\n    at_most: " +
         std::to_string(30 + number % 40) + " dB(A)\n\n";
}

const std::string& profile_yaml() {
  static const std::string yaml = [] {
    std::string all = "profile: large\nversion: 1\ntitle: {en: Large, fr: Grand}\nrules:\n";
    for (int number = 0; number < 1000; ++number) all += rule_yaml(number);
    return all;
  }();
  return yaml;
}

/// Six files in a folder of their own, each but the first extending the one before.
class Family {
 public:
  static constexpr int k_levels = 5;

  Family()
      : m_folder(std::filesystem::temp_directory_path() / ("preshift-bench-" + std::to_string(getpid()))) {
    std::filesystem::create_directories(m_folder);
    std::ofstream(file(0))
        << "profile: level-0\nversion: 1\ntitle: {en: Base, fr: Base}\nparameters:\n  max_noise:\n"
           "    description: {en: Noise, fr: Bruit}\n    unit: dB(A)\n"
           "    range: [30 dB(A), 70 dB(A)]\n    default: 45 dB(A)\n"
        << rules();
    for (int level = 1; level <= k_levels; ++level) std::ofstream(file(level)) << heir(level);
  }
  ~Family() { std::filesystem::remove_all(m_folder); }
  Family(const Family&) = delete;
  Family& operator=(const Family&) = delete;

  [[nodiscard]] std::string youngest() const { return file(k_levels); }

 private:
  [[nodiscard]] std::string file(int level) const {
    return (m_folder / ("level-" + std::to_string(level) + ".yaml")).string();
  }

  /// The thousand rules, the first with the parameter.
  static std::string rules() {
    std::string yaml = profile_yaml().substr(profile_yaml().find("rules:"));
    const std::string limit = "at_most: 30 dB(A)";
    return yaml.replace(yaml.find(limit), limit.size(), "at_most: $max_noise");
  }

  static std::string heir(int level) {
    const std::string n = std::to_string(level);
    std::string yaml =
        "profile: level-" + n + "\nversion: 1\ntitle: {en: Heir, fr: Enfant}\nextends: ./level-" +
        std::to_string(level - 1) + ".yaml\nparameters: {max_noise: " + std::to_string(45 - level) +
        " dB(A)}\noverride:\n";
    for (int rule = 0; rule < 40; ++rule)
      yaml += "  - {id: quiet.rule-" + std::to_string(100 * level + rule) +
              ", severity: required, at_most: 41 dB(A)}\n";
    return yaml + "skip: [quiet.rule-" + std::to_string(100 * level + 50) + "]\n";
  }

  std::filesystem::path m_folder;
};

class Nothing : public YAML::EventHandler {
 public:
  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string&) override {}
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {}
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
  }
  void OnMapEnd() override {}
};

void events_of_yaml_cpp(benchmark::State& state) {
  for (auto _ : state) {
    std::istringstream stream(profile_yaml());
    YAML::Parser parser(stream);
    Nothing nothing;
    while (parser.HandleNextDocument(nothing)) {
    }
  }
}
BENCHMARK(events_of_yaml_cpp)->Unit(benchmark::kMillisecond);

void events_of_libyaml(benchmark::State& state) {
  for (auto _ : state) {
    YamlParser parser(profile_yaml());
    while (!parser.is_done())
      if (!parser.next()) std::abort();
  }
}
BENCHMARK(events_of_libyaml)->Unit(benchmark::kMillisecond);

void tree(benchmark::State& state) {
  for (auto _ : state) {
    if (!read_yaml(YamlSource("large.yaml", profile_yaml()))) std::abort();
  }
}
BENCHMARK(tree)->Unit(benchmark::kMillisecond);

void load(benchmark::State& state) {
  for (auto _ : state) {
    if (!read_profile(profile_yaml(), "large.yaml")) std::abort();
  }
}
BENCHMARK(load)->Unit(benchmark::kMillisecond);

void load_and_judge(benchmark::State& state) {
  const Measurements measurements{quantity("sound.laeq", std::string(units::k_dba), 42, 2)};
  for (auto _ : state) {
    const auto profile = read_profile(profile_yaml(), "large.yaml");
    if (!profile || evaluate(*profile, measurements).rules.size() != 1000) std::abort();
  }
}
BENCHMARK(load_and_judge)->Unit(benchmark::kMillisecond);

void load_five_extends_and_judge(benchmark::State& state) {
  const Family family;
  const Measurements measurements{quantity("sound.laeq", std::string(units::k_dba), 42, 2)};
  for (auto _ : state) {
    const auto profile = load_profile(family.youngest());
    if (!profile || profile->extends.size() != Family::k_levels) std::abort();
    if (evaluate(*profile, measurements).rules.size() != 1000) std::abort();
  }
}
BENCHMARK(load_five_extends_and_judge)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace preshift
