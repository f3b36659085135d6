# Made-up certificates, for benchmarks, the demonstration and the tests.
find_package(Threads REQUIRED)
add_executable(make_certificates
  ${CMAKE_CURRENT_LIST_DIR}/make_certificates.cpp ${CMAKE_CURRENT_LIST_DIR}/draw.cpp
  ${CMAKE_CURRENT_LIST_DIR}/drawn_measurements.cpp ${CMAKE_CURRENT_LIST_DIR}/drawn_surroundings.cpp
  ${CMAKE_CURRENT_LIST_DIR}/made_documents.cpp ${CMAKE_CURRENT_LIST_DIR}/made_journals.cpp
  ${CMAKE_CURRENT_LIST_DIR}/workforce.cpp)
target_link_libraries(make_certificates PRIVATE preshift_options preshift::check preshift::journal CLI11::CLI11 fmt::fmt
                      Threads::Threads)
