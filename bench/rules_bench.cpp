#include "evaluation.hpp"
#include "measures.hpp"
#include "profile.hpp"
#include "yaml_parser.hpp"
#include "yaml_tree.hpp"

#include <benchmark/benchmark.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/parser.h>

#include <cstdlib>
#include <sstream>
#include <string>

// What a profile of 1,000 rules costs, each with sentences as long as those of rules/standard.yaml: 700 kB.

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

}  // namespace
}  // namespace preshift
