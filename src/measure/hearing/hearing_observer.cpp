#include "hearing_observer.hpp"

#include "event_tally.hpp"
#include "log_mel_windows.hpp"
#include "sensing_texts.hpp"
#include "voice_network.hpp"
#include "voice_resampler.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>
#include <vector>

namespace preshift {
namespace {

constexpr std::size_t k_fewest_windows = 2;
constexpr std::size_t k_labels_told = 3;
constexpr float k_nothing = -std::numeric_limits<float>::infinity();

double probability(float log_odds) {
  return 1 / (1 + std::exp(-static_cast<double>(log_odds)));
}

/// The window in which a class was most likely.
struct Best {
  float margin = k_nothing;
  std::size_t window = 0;
  std::vector<HeardLabel> labels;
};

std::vector<HeardLabel> most_probable(const std::vector<TaggerLabel>& labels,
                                      std::span<const float> log_odds) {
  std::vector<std::size_t> order(labels.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto told = std::min(k_labels_told, order.size());
  std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(told), order.end(),
                    [&](std::size_t a, std::size_t b) { return log_odds[a] > log_odds[b]; });
  std::vector<HeardLabel> most;
  for (std::size_t i = 0; i < told; ++i)
    most.push_back({labels[order[i]].name, probability(log_odds[order[i]])});
  return most;
}

double largest_change(std::size_t nominal, std::size_t lax, std::size_t strict) {
  const auto distance = [&](std::size_t other) {
    return std::abs(static_cast<double>(other) - static_cast<double>(nominal));
  };
  return std::max(distance(lax), distance(strict));
}

}  // namespace

struct HearingObserver::State {
  std::shared_ptr<SoundTagger> tagger;
  Message unknown;
  VoiceResampler resampler;
  std::optional<LogMelWindows> windows{};
  std::array<EventTally, k_sound_classes.size()> tallies{};
  std::array<Best, k_sound_classes.size()> best{};
  std::size_t judged = 0;
  std::vector<float> loudest{};  ///< of each full second

  void judge(std::span<const float> input);
  void judge_class(std::size_t place, float margin, std::span<const float> log_odds);
  [[nodiscard]] double step_s() const;
  [[nodiscard]] double length_s() const;
  [[nodiscard]] HeardClass heard(std::size_t place, double background_dbfs) const;
  [[nodiscard]] HeardMoment moment(std::size_t place, double background_dbfs) const;
  [[nodiscard]] std::optional<double> loudest_between(double from_s, double to_s) const;
};

void HearingObserver::State::judge(std::span<const float> input) {
  if (!tagger) return;
  const auto log_odds = tagger->log_odds(input);
  if (log_odds.empty()) {
    tagger.reset();
    unknown = {sensing_text("hearing.no_numbers"), {}};
    return;
  }
  const auto& labels = tagger->description().labels;
  std::array<float, k_sound_classes.size()> margins;
  margins.fill(k_nothing);
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (!labels[i].sound_class) continue;
    float& margin = margins[*labels[i].sound_class];
    margin = std::max(margin, log_odds[i] - static_cast<float>(labels[i].threshold_log_odds));
  }
  for (std::size_t place = 0; place < margins.size(); ++place) judge_class(place, margins[place], log_odds);
  ++judged;
}

void HearingObserver::State::judge_class(std::size_t place, float margin, std::span<const float> log_odds) {
  tallies[place].observe(margin);
  if (margin > best[place].margin)
    best[place] = {margin, judged, most_probable(tagger->description().labels, log_odds)};
}

double HearingObserver::State::step_s() const {
  const LogMelShape& shape = tagger->description().front_end;
  return static_cast<double>(shape.window_hop_frames * shape.hop) / k_voice_rate_hz;
}

double HearingObserver::State::length_s() const {
  const LogMelShape& shape = tagger->description().front_end;
  return static_cast<double>(shape.window_frames * shape.hop) / k_voice_rate_hz;
}

std::optional<double> HearingObserver::State::loudest_between(double from_s, double to_s) const {
  const auto first = std::min(loudest.size(), static_cast<std::size_t>(from_s));
  const auto last = std::min(loudest.size(), static_cast<std::size_t>(std::ceil(to_s)));
  if (first >= last) return std::nullopt;
  return *std::max_element(loudest.begin() + static_cast<std::ptrdiff_t>(first),
                           loudest.begin() + static_cast<std::ptrdiff_t>(last));
}

HeardMoment HearingObserver::State::moment(std::size_t place, double background_dbfs) const {
  const Best& most = best[place];
  EventSpan span{most.window, most.window};
  bool is_event = false;
  for (const EventSpan& each : tallies[place].spans()) {
    if (most.window < each.first || most.window > each.last) continue;
    span = each;
    is_event = true;
  }
  HeardMoment moment;
  moment.from_s = static_cast<double>(span.first) * step_s();
  moment.to_s = static_cast<double>(span.last) * step_s() + length_s();
  moment.labels = most.labels;
  if (const auto level = loudest_between(moment.from_s, moment.to_s); level && is_event)
    moment.above_background_db = *level - background_dbfs;
  return moment;
}

HeardClass HearingObserver::State::heard(std::size_t place, double background_dbfs) const {
  const EventTally& tally = tallies[place];
  const auto& labels = tagger->description().labels;
  const auto count = tally.count();
  const auto lax = tally.count_when_lax();
  const auto strict = tally.count_when_strict();
  HeardClass heard;
  heard.is_known = std::any_of(labels.begin(), labels.end(),
                               [&](const TaggerLabel& label) { return label.sound_class == place; });
  heard.seconds = step_s() * static_cast<double>(count.windows);
  heard.seconds_uncertainty = step_s() * std::max(largest_change(count.windows, lax.windows, strict.windows),
                                                  count.windows > 0 ? 0.5 : 0.0);
  heard.events = static_cast<double>(count.events);
  heard.events_uncertainty = largest_change(count.events, lax.events, strict.events);
  heard.most = moment(place, background_dbfs);
  return heard;
}

HearingObserver::HearingObserver(std::shared_ptr<SoundTagger> tagger, Message tagger_missing, double rate_hz)
    : m_state(std::make_unique<State>(
          State{std::move(tagger), std::move(tagger_missing), VoiceResampler(rate_hz)})) {
  State& state = *m_state;
  if (!state.tagger) return;
  state.windows.emplace(state.tagger->description().front_end,
                        [&state](std::span<const float> input) { state.judge(input); });
}

HearingObserver::~HearingObserver() = default;
HearingObserver::HearingObserver(HearingObserver&&) noexcept = default;
HearingObserver& HearingObserver::operator=(HearingObserver&&) noexcept = default;

void HearingObserver::observe(SampleRun run) {
  State& state = *m_state;
  if (!state.tagger) return;
  state.resampler.resample(run,
                           [&state](std::span<const float> samples) { state.windows->observe(samples); });
}

void HearingObserver::observe_second(double lafmax_dbfs) {
  m_state->loudest.push_back(static_cast<float>(lafmax_dbfs));
}

HearingFindings HearingObserver::findings(double background_dbfs) const {
  const State& state = *m_state;
  HearingFindings findings;
  if (!state.tagger) {
    findings.unknown = state.unknown;
    return findings;
  }
  if (state.judged < k_fewest_windows) {
    const double needed = state.length_s() + state.step_s() + 0.5;  // the resampler holds some back
    findings.unknown = Message{sensing_text("hearing.too_short"), {needed}};
    return findings;
  }
  for (std::size_t place = 0; place < k_sound_classes.size(); ++place)
    findings.classes[place] = state.heard(place, background_dbfs);
  return findings;
}

}  // namespace preshift
