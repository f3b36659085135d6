#include "signed_note.hpp"

#include "base64.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace preshift {
namespace {

// The note that implementations compare themselves by; it comes from the tests of Go's sumdb/note.
const std::string k_text =
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n";
const std::string k_line =
    "— PeterNeumann "
    "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
constexpr std::string_view k_private = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
constexpr std::string_view k_public = "ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

/// Without the kind's byte in front.
std::vector<std::uint8_t> key_bytes(std::string_view base64) {
  const auto bytes = from_base64(base64).value();
  return {bytes.begin() + 1, bytes.end()};
}

SigningKey peters_key() {
  return SigningKey::from_seed(key_bytes(k_private)).value();
}

TEST(SignedNote, IsThePublishedOne) {
  const SigningKey key = peters_key();
  const auto public_bytes = key_bytes(k_public);
  EXPECT_TRUE(std::equal(public_bytes.begin(), public_bytes.end(), key.public_key().begin()));
  EXPECT_EQ(signed_note(k_text, "PeterNeumann", key), k_text + "\n" + k_line);
}

TEST(SignedNote, VerifiesByItsKeyAlone) {
  const auto note = read_signed_note(k_text + "\n" + k_line);
  ASSERT_TRUE(note);
  EXPECT_EQ(note->text, k_text);
  EXPECT_EQ(verify_note(*note, "PeterNeumann", peters_key().public_key()), NoteVerdict::genuine);
  EXPECT_EQ(verify_note(*note, "PeterNeumann", SigningKey::make().public_key()),
            NoteVerdict::unsigned_by_key);
  EXPECT_EQ(verify_note(*note, "Peter", peters_key().public_key()), NoteVerdict::unsigned_by_key);
}

TEST(SignedNote, IsForgedWhenItsTextOrSignatureIsChanged) {
  const PublicKey key = peters_key().public_key();
  std::string text = k_text;
  text.replace(text.find("cryptography"), 12, "cryptographY");
  EXPECT_EQ(verify_note(read_signed_note(text + "\n" + k_line).value(), "PeterNeumann", key),
            NoteVerdict::forged);
  auto note = read_signed_note(k_text + "\n" + k_line).value();
  note.signatures[0].bytes[5] ^= 1U;
  EXPECT_EQ(verify_note(note, "PeterNeumann", key), NoteVerdict::forged);
  note.signatures[0].bytes.pop_back();
  EXPECT_EQ(verify_note(note, "PeterNeumann", key), NoteVerdict::forged);
}

TEST(SignedNote, PassesOverTheSignaturesOfOthers) {
  const std::string others =
      "— witness.example/w1 "
      "jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe"
      "+mbIUBkBIfZ+qnA==\n";
  const auto note = read_signed_note(k_text + "\n" + others + k_line);
  ASSERT_TRUE(note);
  ASSERT_EQ(note->signatures.size(), 2U);
  EXPECT_EQ(note->signatures[0].name, "witness.example/w1");
  EXPECT_EQ(verify_note(*note, "PeterNeumann", peters_key().public_key()), NoteVerdict::genuine);
}

TEST(SignedNote, MayHoldEmptyLines) {
  const SigningKey key = SigningKey::make();
  const auto note = read_signed_note(signed_note("one\n\nthree\n", "k", key));
  ASSERT_TRUE(note);
  EXPECT_EQ(note->text, "one\n\nthree\n");
  EXPECT_EQ(verify_note(*note, "k", key.public_key()), NoteVerdict::genuine);
}

TEST(SignedNote, IsReadStrictly) {
  const std::string note = k_text + "\n" + k_line;
  EXPECT_TRUE(read_signed_note(note));
  EXPECT_FALSE(read_signed_note(note.substr(0, note.size() - 1))) << "no line end";
  EXPECT_FALSE(read_signed_note(k_text + k_line)) << "no empty line";
  EXPECT_FALSE(read_signed_note(k_text + "\n")) << "no signature";
  EXPECT_FALSE(read_signed_note(note + "\n")) << "an empty line at the end";
  EXPECT_FALSE(read_signed_note(note + "- PeterNeumann AAAAAAAA\n")) << "another dash";
  EXPECT_FALSE(read_signed_note(note + "— Peter+Neumann AAAAAAAA\n")) << "a plus";
  EXPECT_FALSE(read_signed_note(note + "— PeterNeumann AAAA\n")) << "no signature after the key id";
  EXPECT_FALSE(read_signed_note(note + "— PeterNeumann  AAAAAAAA\n")) << "two spaces";
  EXPECT_FALSE(read_signed_note("a\tb\n\n" + k_line)) << "a control character";
  EXPECT_FALSE(read_signed_note("a\xFF\n\n" + k_line)) << "not UTF-8";
  std::string many = k_text + "\n";
  for (int i = 0; i < 101; ++i) many += k_line;
  EXPECT_FALSE(read_signed_note(many)) << "101 signatures";
}

TEST(SignedNote, NamesKeysWithoutSpacesAndPluses) {
  EXPECT_TRUE(is_note_key_name("preshift.example/audit/1f"));
  for (const char* wrong : {"", "a b", "a+b", "a\nb", "a\tb", "a\xC2\xA0z", "a\xE3\x80\x80z", "\xFF"})
    EXPECT_FALSE(is_note_key_name(wrong)) << wrong;
}

}  // namespace
}  // namespace preshift
