#include "judge_command.hpp"

#include "check_output.hpp"
#include "cli_texts.hpp"
#include "document_file.hpp"
#include "judging_options.hpp"
#include "judging_texts.hpp"
#include "saved_check.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace preshift {
namespace {

void tell_other_questions(const SavedCheck& saved, const Profile& profile, const std::string& file,
                          Language language) {
  for (const RecordedAnswer& answer : saved.answers) {
    if (is_asked(answer, profile)) continue;
    const Declaration& given = answer.declaration;
    const Message message{judging_text("judging.other_question"), {file, given.by, given.rule}};
    fmt::print(stderr, "preshift: {}\n", render(message, language));
  }
}

}  // namespace

Result<int> run_judge_command(const Arguments& arguments, Language language) {
  if (!arguments.argument) return unusable_input(cli_text("cli.missing_value"), "preshift judge", "FILE");
  const std::string& file = *arguments.argument;
  const auto profile = chosen_profile(arguments);
  if (!profile) return Failure{profile.error()};
  const auto document = read_document_file(file);
  if (!document) return Failure{document.error()};
  const auto saved = saved_check_in(*document, file);
  if (!saved) return Failure{saved.error()};
  const auto circumstances = recorded_circumstances(arguments, *profile, *saved, file);
  if (!circumstances) return Failure{circumstances.error()};
  tell_other_questions(*saved, *profile, file, language);
  return print_check(judged_again(*saved, *profile, *circumstances), arguments, language);
}

}  // namespace preshift
