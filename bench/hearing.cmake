# Reads recordings, so it links libsndfile.
add_executable(events_table events_table.cpp heard_recordings.cpp)
target_link_libraries(events_table PRIVATE preshift_options preshift::hearing preshift::voice preshift::meter
                      PkgConfig::sndfile opencv_core)
