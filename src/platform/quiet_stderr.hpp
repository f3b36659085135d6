#pragma once

namespace preshift {

/// While at least one of these lives, whatever this process writes to file descriptor 2 is thrown away: ALSA,
/// JACK, ffmpeg and GStreamer complain there past every handler. Any number may live at once, in any threads;
/// where the descriptor cannot be redirected nothing happens.
class QuietStderr {
 public:
  QuietStderr();
  ~QuietStderr();
  QuietStderr(const QuietStderr&) = delete;
  QuietStderr& operator=(const QuietStderr&) = delete;
};

}  // namespace preshift
