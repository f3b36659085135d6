#pragma once

namespace preshift {

/// Keeps JACK from starting a server, ffmpeg from writing on the screen, and decoders from pictures past 24
/// megapixels, all of which can only be asked for through environment variables; those that are set already
/// stay. Every open_* and list_* does it at its first call; a program with threads calls it before it starts
/// them.
void prepare_capture_environment();

}  // namespace preshift
