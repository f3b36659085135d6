# One target a folder. A target's headers are included by name alone and only where it is linked, so an include
# that crosses the architecture does not compile.

add_library(preshift_options INTERFACE)
target_compile_features(preshift_options INTERFACE cxx_std_20)
if(MSVC)
  target_compile_options(preshift_options INTERFACE /W4 /permissive- /utf-8)
else()
  target_compile_options(preshift_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Wcast-qual -Wunused -Woverloaded-virtual
    -Wconversion -Wno-sign-conversion -Wdouble-promotion -Wformat=2 -Wimplicit-fallthrough)
endif()
if(PRESHIFT_WARNINGS_AS_ERRORS)
  target_compile_options(preshift_options INTERFACE $<IF:$<CXX_COMPILER_ID:MSVC>,/WX,-Werror>)
endif()
if(PRESHIFT_SANITIZE)
  target_compile_options(preshift_options INTERFACE -fsanitize=${PRESHIFT_SANITIZE} -fno-omit-frame-pointer
                         -fno-sanitize-recover=all)
  target_link_options(preshift_options INTERFACE -fsanitize=${PRESHIFT_SANITIZE})
endif()

function(preshift_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS;LINKS_PUBLIC;SYSTEM_INCLUDES" ${ARGN})
  set(target preshift_${name})
  add_library(${target} STATIC ${ARG_SOURCES})
  add_library(preshift::${name} ALIAS ${target})
  target_include_directories(${target} PUBLIC ${CMAKE_CURRENT_SOURCE_DIR})
  target_include_directories(${target} SYSTEM PRIVATE ${ARG_SYSTEM_INCLUDES})
  target_link_libraries(${target} PUBLIC ${ARG_LINKS_PUBLIC} PRIVATE preshift_options ${ARG_LINKS})
  set_target_properties(${target} PROPERTIES POSITION_INDEPENDENT_CODE ON)
endfunction()

# One test program a folder: preshift-test-NAME, its cases registered with ctest one by one. They run in the
# project's folder, so that no path of a machine is compiled in and a compiler cache serves every checkout.
# FILTER (of GoogleTest) chooses the cases.
function(preshift_test name)
  cmake_parse_arguments(ARG "" "FILTER" "SOURCES;LINKS;DEFINITIONS" ${ARGN})
  set(target preshift-test-${name})
  add_executable(${target} ${ARG_SOURCES})
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/tests/testing)
  target_link_libraries(${target} PRIVATE preshift_options ${ARG_LINKS} GTest::gmock GTest::gtest_main)
  target_compile_definitions(${target} PRIVATE PRESHIFT_SOURCE_DIR="." ${ARG_DEFINITIONS})
  # Half of a clean build would be the optimisation of tests.
  if(PRESHIFT_SANITIZE)
    target_compile_options(${target} PRIVATE -O0)
    target_compile_definitions(${target} PRIVATE PRESHIFT_SANITIZED)
  elseif(NOT MSVC)
    target_compile_options(${target} PRIVATE -O1)
  endif()
  if(NOT ARG_FILTER)
    set(ARG_FILTER "*")
  endif()
  gtest_discover_tests(${target} DISCOVERY_MODE PRE_TEST TEST_PREFIX "${name}: " TEST_FILTER "${ARG_FILTER}"
                       WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
                       PROPERTIES TIMEOUT 300 ENVIRONMENT "OMP_NUM_THREADS=1")
endfunction()

# A test in Python that runs the built programs as a user does (label: program).
function(preshift_python_test name script)
  add_test(NAME ${name} COMMAND ${PYTHON3} ${CMAKE_CURRENT_SOURCE_DIR}/${script} -v)
  set_tests_properties(${name} PROPERTIES TIMEOUT 600 LABELS program
    ENVIRONMENT "PRESHIFT_PROGRAMS=${CMAKE_RUNTIME_OUTPUT_DIRECTORY};PYTHONDONTWRITEBYTECODE=1")
endfunction()
