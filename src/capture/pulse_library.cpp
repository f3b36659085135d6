#include "pulse_library.hpp"

#include "module.hpp"

#include <optional>
#include <utility>

namespace preshift {
namespace {

template <class Function>
bool find(const Module& module, Function*& function, const char* name) {
  function = module.function<Function>(name);
  return function != nullptr;
}

std::optional<PulseLibrary> all_of(const Module& m) {
  PulseLibrary pulse{};
  const bool whole =
      find(m, pulse.mainloop_new, "pa_mainloop_new") && find(m, pulse.mainloop_free, "pa_mainloop_free") &&
      find(m, pulse.mainloop_get_api, "pa_mainloop_get_api") &&
      find(m, pulse.mainloop_prepare, "pa_mainloop_prepare") &&
      find(m, pulse.mainloop_poll, "pa_mainloop_poll") &&
      find(m, pulse.mainloop_dispatch, "pa_mainloop_dispatch") &&
      find(m, pulse.context_new, "pa_context_new") && find(m, pulse.context_connect, "pa_context_connect") &&
      find(m, pulse.context_disconnect, "pa_context_disconnect") &&
      find(m, pulse.context_unref, "pa_context_unref") &&
      find(m, pulse.context_get_state, "pa_context_get_state") &&
      find(m, pulse.context_set_subscribe_callback, "pa_context_set_subscribe_callback") &&
      find(m, pulse.context_subscribe, "pa_context_subscribe") &&
      find(m, pulse.context_get_client_info_list, "pa_context_get_client_info_list") &&
      find(m, pulse.context_get_source_output_info_list, "pa_context_get_source_output_info_list") &&
      find(m, pulse.context_get_source_info_by_index, "pa_context_get_source_info_by_index") &&
      find(m, pulse.context_get_module_info, "pa_context_get_module_info") &&
      find(m, pulse.operation_get_state, "pa_operation_get_state") &&
      find(m, pulse.operation_cancel, "pa_operation_cancel") &&
      find(m, pulse.operation_unref, "pa_operation_unref") &&
      find(m, pulse.proplist_gets, "pa_proplist_gets") &&
      find(m, pulse.proplist_iterate, "pa_proplist_iterate") &&
      find(m, pulse.cvolume_max, "pa_cvolume_max") && find(m, pulse.sw_volume_to_db, "pa_sw_volume_to_dB");
  return whole ? std::optional(pulse) : std::nullopt;
}

std::optional<PulseLibrary> load() {
  auto module = Module::load("libpulse.so.0");
  if (!module) return std::nullopt;
  // Kept, as ALSA keeps it: what it registers with the C library must not be unloaded.
  static const Module& s_module = *new Module(std::move(*module));
  return all_of(s_module);
}

}  // namespace

const PulseLibrary* pulse_library() {
  static const std::optional<PulseLibrary> s_pulse = load();
  return s_pulse ? &*s_pulse : nullptr;
}

}  // namespace preshift
