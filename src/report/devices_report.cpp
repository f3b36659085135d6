#include "devices_report.hpp"

#include "json_parts.hpp"
#include "report_texts.hpp"
#include "utf8.hpp"

#include <fmt/format.h>

#include <optional>

namespace preshift {
namespace {

/// Why a microphone is not to be trusted, if its route tells.
std::optional<Text> misgiving(RouteKind kind) {
  switch (kind) {
    case RouteKind::monitor:
      return report_text("devices.monitor");
    case RouteKind::virtual_device:
      return report_text("devices.virtual_device");
    case RouteKind::filter:
      return report_text("devices.filter");
    case RouteKind::hands_free:
      return report_text("devices.hands_free");
    case RouteKind::unknown:
    case RouteKind::physical:
      break;
  }
  return std::nullopt;
}

std::string written_rates(const std::vector<double>& rates) {
  std::string list;
  for (const double rate : rates) list += fmt::format("{}{:.0f}", list.empty() ? "" : " ", rate);
  return list.empty() ? list : list + " Hz";
}

std::string line_of(const DeviceListed& device, Language language) {
  std::string line =
      fmt::format("  {}{:>2}  {}", device.is_default ? "*" : " ", device.index, printable(device.name));
  if (device.sensor == Sensor::camera) return line + "\n";
  const Text channels =
      device.channels == 1 ? report_text("devices.one_channel") : report_text("devices.channels");
  line += fmt::format("\n        {}, {}", device.host_api,
                      render({channels, {static_cast<double>(device.channels)}}, language));
  if (!device.rates.empty()) line += ", " + written_rates(device.rates);
  if (const auto text = misgiving(device.route.kind)) line += fmt::format("\n      ! {}", text->in(language));
  return line + "\n";
}

std::string section(const Text& title, Sensor sensor, const std::vector<DeviceListed>& devices,
                    Language language) {
  std::string lines;
  for (const DeviceListed& device : devices)
    if (device.sensor == sensor) lines += line_of(device, language);
  if (lines.empty()) lines = fmt::format("      {}\n", report_text("devices.none").in(language));
  return fmt::format("{}\n{}", title.in(language), lines);
}

Json written(const DeviceListed& device) {
  Json json{{"index", device.index}, {"name", device.name}};
  if (device.sensor == Sensor::microphone) {
    json["host_api"] = device.host_api;
    json["channels"] = device.channels;
    json["rates"] = device.rates;
    json["route"] = json_of(device.route);
  }
  json["default"] = device.is_default;
  return json;
}

}  // namespace

std::string devices_text(const std::vector<DeviceListed>& devices, Language language) {
  return section(report_text("devices.microphones"), Sensor::microphone, devices, language) +
         section(report_text("devices.cameras"), Sensor::camera, devices, language) +
         fmt::format("{}\n", report_text("devices.legend").in(language));
}

std::string devices_json(const std::vector<DeviceListed>& devices) {
  Json microphones = Json::array();
  Json cameras = Json::array();
  for (const DeviceListed& device : devices)
    (device.sensor == Sensor::microphone ? microphones : cameras).push_back(written(device));
  const Json all{{"microphones", std::move(microphones)}, {"cameras", std::move(cameras)}};
  return all.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace preshift
