#include "key_command.hpp"

#include "certificate.hpp"
#include "exit_status.hpp"
#include "signing_options.hpp"
#include "signing_texts.hpp"
#include "utc_time.hpp"

#include <fmt/format.h>

#include <utility>

namespace preshift {
namespace {

template <class... Arguments>
std::string line(Language language, const Text& text, Arguments... arguments) {
  return render({text, {Argument(std::move(arguments))...}}, language) + "\n";
}

std::string shown(const KeyRecord& record, const Text& title, Language language) {
  std::string text = line(language, title, did_of(record.key)) +
                     line(language, signing_text("key.created_on"), to_utc_text(record.created));
  text += line(language, record.sealing ? signing_text("key.sealed") : signing_text("key.not_sealed"));
  for (const Json& statement : record.rotations)
    if (const auto succession = read_succession(statement))
      text += line(language, signing_text("key.follows"), succession->from, to_utc_text(succession->at));
  return text;
}

int print(const KeyRecord& record, const Text& title, const Arguments& arguments, Language language) {
  if (arguments.value("--format") == "json") {
    fmt::print("{}", written_document(public_part(record)));
  } else {
    fmt::print("{}", shown(record, title, language));
  }
  return exit_status::k_cleared;
}

Result<int> create(const Arguments& arguments, Language language) {
  const auto passphrase = new_passphrase(arguments, language);
  if (!passphrase) return Failure{passphrase.error()};
  const auto record = create_key(chosen_key_file(arguments), *passphrase, present_time());
  if (!record) return Failure{record.error()};
  return print(*record, signing_text("key.created"), arguments, language);
}

/// A sealed key is followed by one that the same passphrase seals.
Result<int> rotate(const Arguments& arguments, Language language) {
  const auto file = chosen_key_file(arguments);
  const auto old = read_key_record(file);
  if (!old) return Failure{old.error()};
  std::optional<SecretBytes> passphrase;
  if (*old && (*old)->sealing) {
    auto given = passphrase_source(arguments, language)();
    if (!given) return Failure{given.error()};
    passphrase = std::move(*given);
  }
  const auto same = [&] { return Result<SecretBytes>(SecretBytes(std::as_const(*passphrase).bytes())); };
  const auto record = rotate_key(file, same, passphrase, present_time());
  if (!record) return Failure{record.error()};
  return print(*record, signing_text("key.created"), arguments, language);
}

Result<int> show(const Arguments& arguments, Language language, bool for_others) {
  const auto file = chosen_key_file(arguments);
  const auto record = read_key_record(file);
  if (!record) return Failure{record.error()};
  if (!*record) return unusable_input(signing_text("key.none_yet"), file.string());
  if (!for_others) return print(**record, signing_text("key.shown"), arguments, language);
  fmt::print("{}", written_document(public_part(**record)));
  return exit_status::k_cleared;
}

}  // namespace

Result<int> run_key_command(const Arguments& arguments, Language language) {
  const std::string_view name = arguments.command->name;
  if (name == "key create") return create(arguments, language);
  if (name == "key rotate") return rotate(arguments, language);
  return show(arguments, language, name == "key export-public");
}

}  // namespace preshift
