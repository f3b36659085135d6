#include "run.hpp"

#ifdef PRESHIFT_MIMALLOC
#include <mimalloc.h>
#endif

int main(int argc, char** argv) {
#ifdef PRESHIFT_MIMALLOC
  // An import's batches come and go: what one frees, the next one takes again before it went to the kernel.
  constexpr long k_kept_ms = 1000;
#if MI_MALLOC_VERSION < 210
  mi_option_set(mi_option_decommit_delay, k_kept_ms);
#else
  mi_option_set(mi_option_purge_delay, k_kept_ms);
#endif
#endif
  return preshift::run({argv + (argc > 0 ? 1 : 0), argv + argc});
}
