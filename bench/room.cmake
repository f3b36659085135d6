# Reads shared pictures, so it alone links OpenCV's reader.
add_executable(room_table room_table.cpp)
target_link_libraries(room_table PRIVATE preshift_options preshift::room preshift::scene opencv_core opencv_imgproc
                      opencv_imgcodecs)
