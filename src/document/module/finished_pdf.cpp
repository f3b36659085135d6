#include "finished_pdf.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <string_view>

namespace preshift::paper {
namespace {

/// The date's entry becomes spaces: no object moves. It is the last of its name, as all that anybody else has
/// written in the file stands before it.
void remove_date(std::string& pdf) {
  const std::size_t begin = pdf.rfind("/CreationDate (");
  if (begin == std::string::npos) return;
  const std::size_t end = pdf.find(')', begin);
  if (end != std::string::npos) std::fill(pdf.begin() + begin, pdf.begin() + end + 1, ' ');
}

std::string digits_after(const std::string& text, std::size_t at) {
  std::string digits;
  for (; at < text.size() && std::isdigit(static_cast<unsigned char>(text[at])) != 0; ++at)
    digits += text[at];
  return digits;
}

/// The last of `key`'s entries, as the number that follows it.
std::string number_of(const std::string& pdf, std::string_view key) {
  const std::size_t at = pdf.rfind(key);
  return at == std::string::npos ? std::string() : digits_after(pdf, at + key.size());
}

}  // namespace

std::string finished_pdf(std::string pdf, Language language) {
  remove_date(pdf);
  const std::string root = number_of(pdf, "\n   /Root ");
  const std::string size = number_of(pdf, "<< /Size ");
  const std::string info = number_of(pdf, "\n   /Info ");
  const std::string former = number_of(pdf, "startxref\n");
  const std::size_t object = pdf.rfind(root + " 0 obj\n<< /Type /Catalog\n");
  if (root.empty() || size.empty() || info.empty() || former.empty() || object == std::string::npos)
    return pdf;
  const std::size_t end = pdf.find(">>\nendobj\n", object);
  if (end == std::string::npos) return pdf;
  const std::string catalog = pdf.substr(object, end - object);
  const std::size_t place = pdf.size();
  pdf += fmt::format(
      "{}   /Lang ({})\n   /MarkInfo << /Marked true >>\n   /ViewerPreferences << /DisplayDocTitle true >>\n"
      ">>\nendobj\n",
      catalog, language == Language::french ? "fr" : "en");
  const std::size_t table = pdf.size();
  pdf += fmt::format("xref\n{} 1\n{:010} 00000 n \ntrailer\n<< /Size {}\n   /Root {} 0 R\n   /Info {} 0 R\n",
                     root, place, size, root, info);
  pdf += fmt::format("   /Prev {}\n>>\nstartxref\n{}\n%%EOF\n", former, table);
  return pdf;
}

}  // namespace preshift::paper
