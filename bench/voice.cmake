# Reads shared recordings, so it links libsndfile.
add_executable(voice_table voice_table.cpp)
target_link_libraries(voice_table PRIVATE preshift_options preshift::voice PkgConfig::sndfile opencv_core)
