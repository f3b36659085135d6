#include "show_command.hpp"

#include "cli_texts.hpp"
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

/// As wide as a terminal usually is, and small enough for a telephone's camera.
constexpr int k_usual_modules = 72;

/// The compact form of the certificate, signed by its issuer.
Result<std::string> compact_form(const std::string& file, const GivenDocument& given,
                                 const Verification& shown, const Arguments& arguments, Language language) {
  const auto* document = std::get_if<Json>(&given);
  const auto compact =
      document != nullptr && shown.certificate ? compact_of(*document, *shown.certificate) : std::nullopt;
  if (!compact) return unusable_input(signing_text("show.no_compact_form"), file);
  if (verified_signature(*document, compact->issuer).result != StepResult::passed)
    return unusable_input(signing_text("show.altered"), file);
  const auto key = unlocked_key(arguments, language);
  if (!key) return Failure{key.error()};
  const std::string signer = did_of(key->record.key);
  if (signer != compact->issuer)
    return unusable_input(signing_text("show.other_key"), file, compact->issuer, signer);
  return written_compact(*compact, key->key);
}

Result<QrCode> code_of(const std::string& file, const std::string& text) {
  auto code = QrCode::of(text, k_usual_modules);
  if (!code) return unusable_input(signing_text("show.no_compact_form"), file);
  return std::move(*code);
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
  const auto text = compact_form(file, *given, shown.verification, arguments, language);
  if (!text) return Failure{text.error()};
  if (arguments.has("--compact")) fmt::print("{}\n", *text);
  if (!wants_code) return exit_status::k_cleared;
  const auto code = code_of(file, *text);
  if (!code) return Failure{code.error()};
  if (const auto picture = arguments.value("--qr-file")) {
    if (auto drawn = draw_into(*picture, *code, language); !drawn) return drawn;
  }
  return arguments.has("--qr") ? draw_on_the_terminal(*code) : Result<int>(exit_status::k_cleared);
}

}  // namespace preshift
