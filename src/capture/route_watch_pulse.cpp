#include "pulse_connection.hpp"
#include "route_classification.hpp"
#include "route_watch.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace preshift {
namespace {

using Clock = PulseConnection::Clock;

constexpr std::chrono::milliseconds k_patience_later{500};

std::string text_of(const char* text) {
  return text == nullptr ? std::string{} : std::string(text);
}

std::optional<double> in_db(const PulseLibrary& pulse, const pa_cvolume& volume) {
  return pulse.sw_volume_to_db(pulse.cvolume_max(&volume));
}

/// A recording of this process.
struct Recording {
  std::uint32_t index = PA_INVALID_INDEX;
  std::uint32_t source = PA_INVALID_INDEX;
  std::optional<double> volume_db;
  bool muted = false;
};

/// What one question after another collects. The callbacks get it as their user data.
struct Answers {
  const PulseLibrary& pulse;
  std::string process = std::to_string(::getpid());
  std::vector<std::uint32_t> own_clients{};
  std::optional<Recording> recording{};
  std::optional<SourceProperties> source{};
  std::uint32_t module = PA_INVALID_INDEX;
  std::optional<double> volume_db{};
  bool flat_volume = false;  ///< the recording's volume contains the source's
  bool muted = false;

  [[nodiscard]] bool is_own(pa_proplist* properties) const {
    return text_of(pulse.proplist_gets(properties, PA_PROP_APPLICATION_PROCESS_ID)) == process;
  }
};

void take_client(pa_context*, const pa_client_info* client, int, void* user_data) {
  auto& answers = *static_cast<Answers*>(user_data);
  if (client != nullptr && answers.is_own(client->proplist)) answers.own_clients.push_back(client->index);
}

void take_recording(pa_context*, const pa_source_output_info* output, int, void* user_data) {
  if (output == nullptr) return;
  auto& answers = *static_cast<Answers*>(user_data);
  const bool of_own_client = std::find(answers.own_clients.begin(), answers.own_clients.end(),
                                       output->client) != answers.own_clients.end();
  if (!of_own_client && !answers.is_own(output->proplist)) return;
  answers.recording = Recording{output->index, output->source, std::nullopt, output->mute != 0};
  if (output->has_volume != 0) answers.recording->volume_db = in_db(answers.pulse, output->volume);
}

void take_source(pa_context*, const pa_source_info* source, int, void* user_data) {
  if (source == nullptr) return;
  auto& answers = *static_cast<Answers*>(user_data);
  SourceProperties& taken = answers.source.emplace();
  taken.name = text_of(source->name);
  taken.description = text_of(source->description);
  taken.driver = text_of(source->driver);
  taken.monitor_of = text_of(source->monitor_of_sink_name);
  taken.hardware = (source->flags & PA_SOURCE_HARDWARE) != 0;
  void* state = nullptr;
  while (const char* key = answers.pulse.proplist_iterate(source->proplist, &state))
    taken.properties[key] = text_of(answers.pulse.proplist_gets(source->proplist, key));
  answers.module = source->owner_module;
  answers.muted = source->mute != 0;
  answers.flat_volume = (source->flags & PA_SOURCE_FLAT_VOLUME) != 0;
  if ((source->flags & PA_SOURCE_DECIBEL_VOLUME) != 0)
    answers.volume_db = in_db(answers.pulse, source->volume);
}

void take_module(pa_context*, const pa_module_info* module, int, void* user_data) {
  auto& answers = *static_cast<Answers*>(user_data);
  if (module != nullptr && answers.source) answers.source->module = text_of(module->name);
}

std::optional<double> whole_gain(const Answers& answers) {
  if (!answers.volume_db) return std::nullopt;
  const double own_db = answers.recording->volume_db.value_or(0);
  return answers.flat_volume && answers.recording->volume_db ? own_db : *answers.volume_db + own_db;
}

SoundRoute route_of(const Answers& answers) {
  const RouteFinding finding = classify_source(*answers.source);
  return {finding.kind, answers.source->name, finding.evidence, whole_gain(answers),
          answers.muted || answers.recording->muted};
}

/// Asks for the recording of this process and its source. nullopt when the server does not answer in time or
/// does not know them.
std::optional<Answers> ask(PulseConnection& connection, Clock::time_point until) {
  const PulseLibrary& pulse = connection.pulse();
  pa_context* context = connection.context();
  Answers answers{.pulse = pulse};
  if (!connection.finish(pulse.context_get_client_info_list(context, &take_client, &answers), until) ||
      !connection.finish(pulse.context_get_source_output_info_list(context, &take_recording, &answers),
                         until) ||
      !answers.recording ||
      !connection.finish(
          pulse.context_get_source_info_by_index(context, answers.recording->source, &take_source, &answers),
          until) ||
      !answers.source)
    return std::nullopt;
  if (answers.module != PA_INVALID_INDEX &&
      !connection.finish(pulse.context_get_module_info(context, answers.module, &take_module, &answers),
                         until))
    return std::nullopt;
  return answers;
}

class PulseWatch final : public RouteWatch {
 public:
  explicit PulseWatch(std::unique_ptr<PulseConnection> connection) : m_connection(std::move(connection)) {
    m_connection->pulse().context_set_subscribe_callback(m_connection->context(), &take_news, this);
  }
  PulseWatch(const PulseWatch&) = delete;
  PulseWatch& operator=(const PulseWatch&) = delete;

  [[nodiscard]] bool begin(Clock::time_point until) {
    // The news first, so that nothing changes unseen between the first answer and the first news.
    constexpr auto k_subjects =
        static_cast<pa_subscription_mask_t>(PA_SUBSCRIPTION_MASK_SOURCE | PA_SUBSCRIPTION_MASK_SOURCE_OUTPUT);
    pa_context* context = m_connection->context();
    if (!m_connection->finish(m_connection->pulse().context_subscribe(context, k_subjects, nullptr, nullptr),
                              until))
      return false;
    const auto answers = ask(*m_connection, until);
    if (!answers) return false;
    m_recording = *answers->recording;
    m_first = route_of(*answers);
    m_changes.known = true;
    take(m_first);
    return true;
  }

  [[nodiscard]] const SoundRoute& route() const override { return m_first; }

  void follow() override {
    if (!m_changes.known) return;
    m_connection->catch_up();
    if (m_news) look();
    m_changes.known = m_changes.known && m_connection->is_good();
  }

  [[nodiscard]] RouteChanges changes() override {
    if (m_changes.known) look();
    return m_changes.known ? m_changes : RouteChanges{};
  }

 private:
  static void take_news(pa_context*, pa_subscription_event_type_t type, std::uint32_t index, void* self) {
    auto& watch = *static_cast<PulseWatch*>(self);
    const bool of_source = (type & PA_SUBSCRIPTION_EVENT_FACILITY_MASK) == PA_SUBSCRIPTION_EVENT_SOURCE;
    if (index == (of_source ? watch.m_recording.source : watch.m_recording.index)) watch.m_news = true;
  }

  void look() {
    m_news = false;
    const auto answers = ask(*m_connection, Clock::now() + k_patience_later);
    m_changes.known = answers.has_value();
    if (!answers) return;
    m_recording = *answers->recording;
    take(route_of(*answers));
  }

  void take(const SoundRoute& route) {
    m_changes.muted = m_changes.muted || route.muted;
    if (route.source != m_first.source) m_changes.rerouted = route;
    if (!route.gain_db) return;
    m_lowest_db = std::min(m_lowest_db, *route.gain_db);
    m_highest_db = std::max(m_highest_db, *route.gain_db);
    m_changes.gain_change_db = m_highest_db - m_lowest_db;
  }

  std::unique_ptr<PulseConnection> m_connection;
  Recording m_recording;
  SoundRoute m_first;
  double m_lowest_db = std::numeric_limits<double>::infinity();
  double m_highest_db = -std::numeric_limits<double>::infinity();
  RouteChanges m_changes;
  bool m_news = false;
};

}  // namespace

std::unique_ptr<RouteWatch> watch_route(std::chrono::milliseconds patience) {
  const auto until = Clock::now() + patience;
  const PulseLibrary* pulse = pulse_library();
  auto connection = pulse == nullptr ? nullptr : PulseConnection::open(*pulse, until);
  if (connection == nullptr) return nullptr;
  auto watch = std::make_unique<PulseWatch>(std::move(connection));
  if (!watch->begin(until)) return nullptr;
  return watch;
}

}  // namespace preshift
