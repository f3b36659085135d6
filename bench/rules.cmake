# yaml-cpp is here for the comparison alone.
pkg_check_modules(yaml_cpp REQUIRED IMPORTED_TARGET yaml-cpp)
add_executable(preshift-bench-rules rules_bench.cpp)
target_link_libraries(preshift-bench-rules PRIVATE preshift_options preshift::rules PkgConfig::yaml_cpp
                      benchmark::benchmark_main)
