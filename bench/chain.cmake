# Runs real voice processors, so it alone (and the tests of the chain) links them.
pkg_check_modules(webrtc_audio REQUIRED IMPORTED_TARGET webrtc-audio-processing)
pkg_check_modules(speexdsp REQUIRED IMPORTED_TARGET speexdsp)
add_executable(chain_table chain_table.cpp ../tests/testing/noises.cpp ../tests/testing/sounds.cpp
               ../tests/testing/voice_processors.cpp)
target_include_directories(chain_table PRIVATE ${PROJECT_SOURCE_DIR}/tests/testing)
target_link_libraries(chain_table PRIVATE preshift_options preshift::chain PkgConfig::sndfile
                      PkgConfig::webrtc_audio PkgConfig::speexdsp)
