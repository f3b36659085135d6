#pragma once

#include <pulse/pulseaudio.h>

namespace preshift {

/// The functions of libpulse that are in use, by their names without `pa_`. Loaded when a microphone is
/// opened: linked, libpulse and what it needs would cost every start 3 ms, and a computer without a sound
/// server does not have it.
struct PulseLibrary {
  decltype(&pa_mainloop_new) mainloop_new;
  decltype(&pa_mainloop_free) mainloop_free;
  decltype(&pa_mainloop_get_api) mainloop_get_api;
  decltype(&pa_mainloop_prepare) mainloop_prepare;
  decltype(&pa_mainloop_poll) mainloop_poll;
  decltype(&pa_mainloop_dispatch) mainloop_dispatch;
  decltype(&pa_context_new) context_new;
  decltype(&pa_context_connect) context_connect;
  decltype(&pa_context_disconnect) context_disconnect;
  decltype(&pa_context_unref) context_unref;
  decltype(&pa_context_get_state) context_get_state;
  decltype(&pa_context_set_subscribe_callback) context_set_subscribe_callback;
  decltype(&pa_context_subscribe) context_subscribe;
  decltype(&pa_context_get_client_info_list) context_get_client_info_list;
  decltype(&pa_context_get_source_output_info_list) context_get_source_output_info_list;
  decltype(&pa_context_get_source_info_by_index) context_get_source_info_by_index;
  decltype(&pa_context_get_module_info) context_get_module_info;
  decltype(&pa_operation_get_state) operation_get_state;
  decltype(&pa_operation_cancel) operation_cancel;
  decltype(&pa_operation_unref) operation_unref;
  decltype(&pa_proplist_gets) proplist_gets;
  decltype(&pa_proplist_iterate) proplist_iterate;
  decltype(&pa_cvolume_max) cvolume_max;
  decltype(&pa_sw_volume_to_dB) sw_volume_to_db;
};

/// The library, loaded at the first call and kept until the process ends. nullptr where it is not installed.
[[nodiscard]] const PulseLibrary* pulse_library();

}  // namespace preshift
