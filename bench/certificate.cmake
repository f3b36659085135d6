add_executable(preshift-bench-certificate certificate_bench.cpp ../tests/testing/made_certificate.cpp)
target_include_directories(preshift-bench-certificate PRIVATE ${PROJECT_SOURCE_DIR}/tests/testing)
target_link_libraries(preshift-bench-certificate PRIVATE preshift_options preshift::certificate preshift::crypto
                      benchmark::benchmark_main)
