add_executable(preshift-bench-store store_bench.cpp ../tests/store/postgresql_server.cpp)
target_include_directories(preshift-bench-store PRIVATE ${PROJECT_SOURCE_DIR}/tests/testing ${PROJECT_SOURCE_DIR}/tests/store)
target_link_libraries(preshift-bench-store PRIVATE preshift_options preshift::store preshift::crypto preshift::support
                      PkgConfig::pqxx benchmark::benchmark_main)
