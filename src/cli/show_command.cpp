#include "show_command.hpp"

#include "cli_texts.hpp"
#include "compact_form.hpp"
#include "exit_status.hpp"
#include "given_document.hpp"
#include "output_style.hpp"
#include "plot_file.hpp"
#include "qr_drawing.hpp"
#include "signing_options.hpp"
#include "signing_texts.hpp"
#include "verification_report.hpp"

#include <fmt/format.h>

#include <string>

namespace preshift {
namespace {

/// Of a whole certificate alone.
Result<std::string> compact_text(const std::string& file, const GivenDocument& given,
                                 const Verification& shown, const Arguments& arguments, Language language) {
  const auto* document = std::get_if<Json>(&given);
  if (document == nullptr || !shown.certificate)
    return unusable_input(signing_text("show.no_compact_form"), file);
  return compact_form(file, *document, *shown.certificate, arguments, language);
}

Result<int> draw_into(const std::string& picture, const QrCode& code, Language language) {
  const auto drawing = PlotFile::prepare(picture);
  if (!drawing) return Failure{drawing.error()};
  const std::string title(signing_text("show.qr_title").in(language));
  if (auto written = drawing->write(qr_svg(code, title)); !written) return Failure{written.error()};
  return exit_status::k_cleared;
}

Result<int> draw_on_the_terminal(const QrCode& code) {
  const int width = terminal_width(Stream::output);
  if (is_terminal(Stream::output) && qr_columns(code) > width)
    return unusable_input(signing_text("show.qr_too_wide"), static_cast<double>(qr_columns(code)),
                          static_cast<double>(width));
  fmt::print("{}", qr_half_blocks(code, colour_on(Stream::output)));
  return exit_status::k_cleared;
}

}  // namespace

Result<int> run_show_command(const Arguments& arguments, Language language) {
  if (!arguments.argument) return unusable_input(cli_text("cli.missing_value"), "preshift show", "FILE");
  const std::string& file = *arguments.argument;
  const auto given = given_document(file);
  if (!given) return Failure{given.error()};
  Expectations expected;
  expected.now = present_time();
  const VerifiedFile shown{file, verified(*given, expected)};
  const bool wants_code = arguments.has("--qr") || arguments.has("--qr-file");
  if (!wants_code && !arguments.has("--compact")) {
    fmt::print("{}", certificate_text(shown, output_style(language)));
    return exit_status::k_cleared;
  }
  const auto text = compact_text(file, *given, shown.verification, arguments, language);
  if (!text) return Failure{text.error()};
  if (arguments.has("--compact")) fmt::print("{}\n", *text);
  if (!wants_code) return exit_status::k_cleared;
  const auto code = compact_code(file, *text);
  if (!code) return Failure{code.error()};
  if (const auto picture = arguments.value("--qr-file")) {
    if (auto drawn = draw_into(*picture, *code, language); !drawn) return drawn;
  }
  return arguments.has("--qr") ? draw_on_the_terminal(*code) : Result<int>(exit_status::k_cleared);
}

}  // namespace preshift
