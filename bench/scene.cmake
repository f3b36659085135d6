# Reads shared pictures and videos, so it alone links OpenCV's readers.
add_executable(people_table people_table.cpp)
target_link_libraries(people_table PRIVATE preshift_options preshift::scene opencv_core opencv_imgproc
                      opencv_imgcodecs opencv_videoio)
