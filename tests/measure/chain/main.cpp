#include <gtest/gtest.h>

// Debian's libwebrtc-audio-processing holds a `main` of its own, which would hide that of GoogleTest's
// library.
int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
