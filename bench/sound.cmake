add_executable(preshift-bench-sound sound_bench.cpp)
target_link_libraries(preshift-bench-sound PRIVATE preshift_options preshift::meter preshift::sound benchmark::benchmark_main)
