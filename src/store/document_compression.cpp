#include "audit_store.hpp"

#include <zstd.h>

#include <memory>
#include <stdexcept>
#include <vector>

namespace preshift {
namespace {

constexpr int k_level = 3;
constexpr unsigned long long k_most = 1U << 20U;

struct FreeCompressor {
  void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
};
struct FreeDecompressor {
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

}  // namespace

std::string compressed_document(std::string_view document) {
  // Kept by each thread: to make them takes longer than to compress a document.
  thread_local const std::unique_ptr<ZSTD_CCtx, FreeCompressor> t_context(ZSTD_createCCtx());
  thread_local std::vector<char> t_bytes;
  if (const auto bound = ZSTD_compressBound(document.size()); t_bytes.size() < bound) t_bytes.resize(bound);
  const std::size_t size = ZSTD_compressCCtx(t_context.get(), t_bytes.data(), t_bytes.size(), document.data(),
                                             document.size(), k_level);
  if (ZSTD_isError(size) != 0) throw std::runtime_error(ZSTD_getErrorName(size));  // out of memory alone
  return {t_bytes.data(), size};
}

std::optional<std::string> decompressed_document(std::string_view bytes) {
  thread_local const std::unique_ptr<ZSTD_DCtx, FreeDecompressor> t_context(ZSTD_createDCtx());
  const auto size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
  if (size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR || size > k_most)
    return std::nullopt;
  std::string document(static_cast<std::size_t>(size), '\0');
  const std::size_t got =
      ZSTD_decompressDCtx(t_context.get(), document.data(), document.size(), bytes.data(), bytes.size());
  if (ZSTD_isError(got) != 0 || got != document.size()) return std::nullopt;
  return document;
}

}  // namespace preshift
