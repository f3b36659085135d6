/// Read by the leak sanitizer: what PortAudio and the libraries behind OpenCV's videoio keep is not ours to
/// free.
extern "C" const char*
__lsan_default_suppressions();  // NOLINT(bugprone-reserved-identifier): the sanitizer's name
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libportaudio\nleak:libgst\nleak:libglib\n";
}
