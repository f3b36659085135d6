#include "portaudio_session.hpp"

#include "capture_environment.hpp"
#include "quiet_stderr.hpp"

#include <portaudio.h>

#include <algorithm>

namespace preshift {
namespace {

/// Every device with channels of this direction.
std::vector<DeviceListed> devices_with(int PaDeviceInfo::*channels, PaDeviceIndex default_index) {
  std::vector<DeviceListed> devices;
  const PaDeviceIndex count = Pa_GetDeviceCount();
  for (PaDeviceIndex index = 0; index < count; ++index) {
    const PaDeviceInfo* device = Pa_GetDeviceInfo(index);
    if (device == nullptr || device->*channels < 1) continue;
    const PaHostApiInfo* host_api = Pa_GetHostApiInfo(device->hostApi);
    devices.push_back({Sensor::microphone,
                       index,
                       device->name,
                       host_api == nullptr ? "" : host_api->name,
                       device->*channels,
                       {},
                       index == default_index});
  }
  return devices;
}

}  // namespace

PortAudioSession::PortAudioSession() {
  prepare_capture_environment();
  const QuietStderr quiet;
  if (const PaError error = Pa_Initialize(); error != paNoError) m_failure = Pa_GetErrorText(error);
}

PortAudioSession::~PortAudioSession() {
  if (!m_failure.empty()) return;
  const QuietStderr quiet;
  Pa_Terminate();
}

std::vector<DeviceListed> PortAudioSession::inputs() const {
  if (!m_failure.empty()) return {};
  return devices_with(&PaDeviceInfo::maxInputChannels, Pa_GetDefaultInputDevice());
}

std::vector<DeviceListed> PortAudioSession::outputs() const {
  if (!m_failure.empty()) return {};
  return devices_with(&PaDeviceInfo::maxOutputChannels, Pa_GetDefaultOutputDevice());
}

std::vector<double> PortAudioSession::accepted_rates(const DeviceListed& input) const {
  const QuietStderr quiet;
  PaStreamParameters parameters{};
  parameters.device = input.index;
  parameters.channelCount = channels_to_open(input);
  parameters.sampleFormat = paFloat32;
  std::vector<double> rates;
  for (const double rate :
       {8e3, 11025.0, 12e3, 16e3, 22050.0, 24e3, 32e3, 44100.0, 48e3, 88200.0, 96e3, 176400.0, 192e3}) {
    if (Pa_IsFormatSupported(&parameters, nullptr, rate) == paFormatIsSupported) rates.push_back(rate);
  }
  return rates;
}

int channels_to_open(const DeviceListed& input) {
  return std::min(input.channels, 2);
}

}  // namespace preshift
