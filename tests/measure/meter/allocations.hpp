#pragma once

#include <cstddef>

namespace preshift::test {

/// How often this program has asked for memory. The test program replaces operator new to count it.
std::size_t allocations();

}  // namespace preshift::test
