#include "qr_code.hpp"

#include <qrencode.h>

#include <memory>
#include <string>

namespace preshift {
namespace {

struct FreeCode {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

}  // namespace

std::optional<QrCode> QrCode::of(std::string_view text, int preferred_modules) {
  const std::string terminated(text);
  constexpr int k_any_version = 0;
  constexpr int k_case_sensitive = 1;
  std::optional<QrCode> made;
  for (const QRecLevel level : {QR_ECLEVEL_Q, QR_ECLEVEL_M, QR_ECLEVEL_L}) {
    const std::unique_ptr<QRcode, FreeCode> code(
        QRcode_encodeString(terminated.c_str(), k_any_version, level, QR_MODE_8, k_case_sensitive));
    if (code == nullptr) continue;
    made.emplace();
    made->m_modules = code->width;
    const int count = code->width * code->width;
    for (int i = 0; i < count; ++i) made->m_dark.push_back((code->data[i] & 1U) != 0);
    if (code->width <= preferred_modules) break;
  }
  return made;
}

}  // namespace preshift
