#include "sense.hpp"

#include "camera_address.hpp"
#include "confinement.hpp"
#include "enrolment_sensing.hpp"
#include "event_writer.hpp"
#include "executable_path.hpp"
#include "exit_status.hpp"
#include "file_bytes.hpp"
#include "room_file.hpp"
#include "room_observer.hpp"
#include "scene_sensing.hpp"
#include "sensing_texts.hpp"
#include "sound_sensing.hpp"
#include "user_folders.hpp"
#include "version.hpp"
#include "watchdog.hpp"

#include <opencv2/core/ocl.hpp>
#include <opencv2/core/utility.hpp>

#include <algorithm>
#include <condition_variable>
#include <iostream>
#include <mutex>
#include <thread>

namespace preshift {
namespace {

using std::chrono::milliseconds;

constexpr std::chrono::seconds k_opening_patience{15};

/// What is open before the rights are given up.
struct Sources {
  std::unique_ptr<SceneObserver> scene;
  std::unique_ptr<RoomObserver> room;  ///< null when no room is known
  std::unique_ptr<PictureSource> pictures;
  std::unique_ptr<PictureSource> open_door;  ///< of an enrolment from recorded pictures
  std::unique_ptr<SoundSource> sound;
  SoundSupport sound_support;
};

std::string name_of(const SourceRequest& request) {
  const auto* device = std::get_if<Device>(&request);
  if (device == nullptr) return std::get<Recorded>(request).place;
  return device->name.empty() ? "*" : without_credentials(device->name);
}

SourceProblem does_not_open(Sensor sensor, const SourceRequest& request) {
  return {sensor,
          {ProblemKind::device_failure,
           {sensing_text("sense.source_timeout"),
            {name_of(request), static_cast<double>(k_opening_patience.count())}}}};
}

Result<std::unique_ptr<PictureSource>> open_scene(const SourceRequest& request,
                                                  std::optional<milliseconds> window) {
  if (const auto* device = std::get_if<Device>(&request)) return open_camera(device->name, window.value());
  return open_pictures(std::get<Recorded>(request).place, window);
}

Result<std::unique_ptr<SoundSource>> open_sound(const SourceRequest& request,
                                                std::optional<milliseconds> window) {
  if (const auto* device = std::get_if<Device>(&request))
    return open_microphone(device->name, window.value() + k_settling);
  return open_sound_file(std::get<Recorded>(request).place, window);
}

/// A meter measures files of any length.
std::optional<milliseconds> sound_window(const SensingRequest& request) {
  constexpr std::chrono::hours k_endless{24 * 366};
  if (request.purpose == Purpose::meter && !request.window) return k_endless;
  return request.window;
}

VoiceSupport load_voice_support() {
  auto network = load_voice_network(models_folder() / "voice-detector.onnx");
  if (network) return {std::move(*network), {}};
  return {nullptr, network.error().message};
}

/// Preshift's own network of sound events, beside the program, installed or built.
SoundTaggerFiles own_sound_events() {
  const auto program = executable_directory();
  const auto installed = program / "../../share/preshift/models";
  std::error_code error;
  const auto folder = std::filesystem::is_directory(installed, error)
                          ? installed
                          : (program / "../share/preshift/models").lexically_normal();
  return {folder / "sound-events.onnx", folder / "sound-events.json", {}};
}

HearingSupport load_hearing_support(const SoundModelRequest& asked) {
  auto tagger =
      load_sound_tagger(asked.network.empty() ? own_sound_events()
                                              : SoundTaggerFiles{asked.network, asked.labels, asked.sha256});
  if (tagger) return {std::move(*tagger), {}};
  return {nullptr, tagger.error().message};
}

/// The enrolled room in this file. Read after the rights are given up, since anybody could have written it.
Result<RoomEnrolment> read_room(const std::string& file) {
  const auto bytes = read_file(file, k_largest_room_file);
  if (bytes) return decode_room({reinterpret_cast<const std::uint8_t*>(bytes->data()), bytes->size()}, file);
  switch (bytes.error()) {
    case FileError::missing:
      return unusable_input(sensing_text("room_file.missing"), file);
    case FileError::too_large:
      return unusable_input(sensing_text("room_file.too_large"), file,
                            static_cast<double>(k_largest_room_file) / 1024);
    case FileError::not_a_file:
    case FileError::unreadable:
      break;
  }
  return unusable_input(sensing_text("room_file.unreadable"), file);
}

std::unique_ptr<SceneObserver> new_scene_observer() {
  SceneSupport support;
  auto persons = load_person_detector(models_folder() / "people-detector.onnx");
  if (persons) support.persons = std::move(*persons);
  if (!persons) support.persons_missing = persons.error().message;
  auto pets = load_pet_detector(models_folder() / "pet-detector.onnx");
  if (pets) support.pets = std::move(*pets);
  if (!pets) support.pets_missing = pets.error().message;
  return std::make_unique<SceneObserver>(std::move(support));
}

/// One check: opens, confines, measures on a thread for each sensor.
class Check {
 public:
  Check(const SensingRequest& request, EventWriter& writer)
      : m_request(request), m_writer(writer), m_watchdog(writer) {}

  [[noreturn]] void run(const std::function<void()>& once_confined) {
    if (const auto opened = open(); !opened) end_with(opened.error());
    const Confinement kernel = confine_this_process();
    m_writer.write(Confined{kernel.system_calls, kernel.file_system, kernel.detail});
    if (once_confined) once_confined();
    if (const auto problem = m_request.purpose == Purpose::enrol ? enrol() : measure()) end_with(*problem);
    m_writer.write(Done{});
    end_process(exit_status::k_cleared);
  }

 private:
  /// The microphone last: the others take long, and its buffer would run over meanwhile.
  Expected<void, SourceProblem> open() {
    if (m_request.pictures) {
      Watchdog::Watch watch(m_watchdog, k_opening_patience,
                            does_not_open(Sensor::camera, *m_request.pictures));
      if (m_request.purpose == Purpose::check) m_sources.scene = new_scene_observer();
      auto pictures = open_scene(*m_request.pictures, m_request.window);
      if (!pictures) return Failure{SourceProblem{Sensor::camera, pictures.error()}};
      m_sources.pictures = std::move(*pictures);
      m_writer.write(m_sources.pictures->opened());
    }
    if (m_request.enrolment.open_door) {
      auto pictures = open_scene(*m_request.enrolment.open_door, m_request.window);
      if (!pictures) return Failure{SourceProblem{Sensor::camera, pictures.error()}};
      m_sources.open_door = std::move(*pictures);
      m_writer.write(m_sources.open_door->opened());
    }
    if (m_request.challenge) {
      Watchdog::Watch watch(m_watchdog, k_opening_patience,
                            does_not_open(Sensor::microphone, Device{m_request.challenge->loudspeaker}));
      m_sources.sound_support.challenge = open_challenge(*m_request.challenge);
    }
    if (m_request.sound) {
      Watchdog::Watch watch(m_watchdog, k_opening_patience,
                            does_not_open(Sensor::microphone, *m_request.sound));
      if (m_request.purpose == Purpose::check) {
        m_sources.sound_support.voice = load_voice_support();
        m_sources.sound_support.hearing = load_hearing_support(m_request.sound_model);
      }
      auto sound = open_sound(*m_request.sound, sound_window(m_request));
      if (!sound) return Failure{SourceProblem{Sensor::microphone, sound.error()}};
      m_sources.sound = std::move(*sound);
      if (const auto missing = missing_phase(*m_sources.sound))
        return Failure{SourceProblem{Sensor::microphone, *missing}};
      m_writer.write(m_sources.sound->opened());
    }
    return {};
  }

  /// A recording that ends before its phases begin.
  [[nodiscard]] std::optional<Problem> missing_phase(const SoundSource& sound) const {
    const auto length = sound.length_seconds();
    if (!m_request.phases || !length || sound.opened().live) return std::nullopt;
    const auto latest = std::max(m_request.phases->reading.from, m_request.phases->silent.from);
    if (std::chrono::duration<double>(latest).count() < *length) return std::nullopt;
    return Problem{ProblemKind::unusable_input,
                   {sensing_text("sound_file.phase_missing"), {sound.opened().name, *length}}};
  }

  std::optional<SourceProblem> enrol() {
    const auto enrolled = sense_enrolment({std::move(m_sources.pictures), std::move(m_sources.open_door)},
                                          m_request.enrolment, std::cin, m_writer, m_watchdog);
    if (enrolled) return std::nullopt;
    return SourceProblem{Sensor::camera, enrolled.error()};
  }

  /// The first problem, or nullopt once both sensors are done. A thread that hangs is left behind.
  std::optional<SourceProblem> measure() {
    if (!m_request.room.empty()) {
      auto room = read_room(m_request.room);
      if (!room) return SourceProblem{Sensor::camera, room.error()};
      m_sources.room = std::make_unique<RoomObserver>(std::move(*room));
    }
    if (m_sources.sound) start(Sensor::microphone, &Check::hear);
    if (m_sources.pictures) start(Sensor::camera, &Check::see);
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_problem.has_value() || m_running == 0; });
    return m_problem;
  }

  void start(Sensor sensor, Result<void> (Check::*sensing)()) {
    {
      const std::lock_guard lock(m_mutex);
      ++m_running;
    }
    std::thread([this, sensor, sensing] {
      const Result<void> result = (this->*sensing)();
      const std::lock_guard lock(m_mutex);
      --m_running;
      if (!result && !m_problem) m_problem = SourceProblem{sensor, result.error()};
      m_changed.notify_all();
    }).detach();
  }

  Result<void> hear() {
    return sense_sound(std::move(m_sources.sound), m_request, std::move(m_sources.sound_support), m_writer,
                       m_watchdog);
  }

  Result<void> see() {
    return sense_scene(std::move(m_sources.pictures), {*m_sources.scene, m_sources.room.get()}, m_writer,
                       m_watchdog);
  }

  [[noreturn]] void end_with(const SourceProblem& problem) {
    m_writer.write(problem);
    end_process(exit_status_of(problem.problem.kind));
  }

  const SensingRequest& m_request;
  EventWriter& m_writer;
  Watchdog m_watchdog;
  Sources m_sources;
  std::mutex m_mutex;
  std::condition_variable m_changed;
  int m_running = 0;
  std::optional<SourceProblem> m_problem;
};

}  // namespace

void run_check(const SensingRequest& request, std::FILE* output, const std::function<void()>& once_confined) {
  cv::setNumThreads(1);          // the agent's computer is about to take calls
  cv::ocl::setUseOpenCL(false);  // one more driver to load, and it writes caches
  if (request.purpose == Purpose::meter) end_at_interrupt();
  EventWriter writer(output);
  writer.write(Hello{k_pipe_format, k_version});
  Check(request, writer).run(once_confined);
}

int run_devices(std::FILE* output) {
  EventWriter writer(output);
  writer.write(Hello{k_pipe_format, k_version});
  Watchdog watchdog(writer);
  {
    Watchdog::Watch watch(watchdog, k_opening_patience,
                          {Sensor::microphone,
                           {ProblemKind::device_failure,
                            {sensing_text("sense.source_timeout"),
                             {std::string("PortAudio"), static_cast<double>(k_opening_patience.count())}}}});
    for (const DeviceListed& microphone : list_microphones()) writer.write(microphone);
    for (const DeviceListed& camera : list_cameras()) writer.write(camera);
  }
  writer.write(Done{});
  return exit_status::k_cleared;
}

}  // namespace preshift
