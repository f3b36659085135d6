#include "run.hpp"

int main(int argc, char** argv) {
  return preshift::run({argv + (argc > 0 ? 1 : 0), argv + argc});
}
