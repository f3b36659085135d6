#include "key_store.hpp"

#include "certificate.hpp"
#include "did_key.hpp"
#include "temporary_folder.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <iterator>

namespace preshift {
namespace {

namespace fs = std::filesystem;
constexpr std::chrono::sys_seconds k_now{std::chrono::seconds(1'800'000'000)};

Result<SecretBytes> never_asked() {
  ADD_FAILURE() << "no passphrase is needed";
  return SecretBytes();
}

PassphraseSource says(const char* words) {
  return [words] { return Result<SecretBytes>(SecretBytes(std::string_view(words))); };
}

std::string_view refusal(const Problem& problem) {
  return problem.message.text.id;
}

std::string bytes_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

class KeyStore : public ::testing::Test {
 protected:
  [[nodiscard]] fs::path file() const { return m_folder.path() / "settings" / "key.json"; }

  [[nodiscard]] std::vector<fs::path> secrets() const {
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(file().parent_path()))
      if (entry.path().extension() == ".secret") found.push_back(entry.path());
    return found;
  }

  testing::TemporaryFolder m_folder;
};

TEST_F(KeyStore, HasNoKeyAtFirst) {
  const auto record = read_key_record(file());
  ASSERT_TRUE(record);
  EXPECT_FALSE(*record);
}

TEST_F(KeyStore, AKeyIsReadAsItWasMade) {
  const auto made = create_key(file(), std::nullopt, k_now);
  ASSERT_TRUE(made);
  const auto record = read_key_record(file());
  ASSERT_TRUE(record && *record);
  EXPECT_EQ((*record)->key, made->key);
  EXPECT_EQ((*record)->created, k_now);
  EXPECT_EQ((*record)->device_salt, made->device_salt);
  const auto key = unlock_key(file(), **record, never_asked);
  ASSERT_TRUE(key);
  EXPECT_EQ(key->public_key(), made->key);
}

TEST_F(KeyStore, ThereIsOneKey) {
  ASSERT_TRUE(create_key(file(), std::nullopt, k_now));
  const std::string before = bytes_of(file());
  const auto again = create_key(file(), std::nullopt, k_now);
  ASSERT_FALSE(again);
  EXPECT_EQ(refusal(again.error()), "key.there_already");
  EXPECT_EQ(bytes_of(file()), before);
}

TEST_F(KeyStore, OnlyTheUserCanReadWhatIsWritten) {
  ASSERT_TRUE(create_key(file(), std::nullopt, k_now));
  const auto mode_of = [](const fs::path& path) { return fs::status(path).permissions() & fs::perms::all; };
  for (const auto& entry : fs::directory_iterator(file().parent_path()))
    EXPECT_EQ(mode_of(entry.path()), fs::perms::owner_read | fs::perms::owner_write) << entry.path();
  EXPECT_EQ(mode_of(file().parent_path()), fs::perms::owner_all);
}

TEST_F(KeyStore, AKeyThatOthersCanReadIsRefused) {
  const auto made = create_key(file(), std::nullopt, k_now);
  for (const auto more : {fs::perms::group_read, fs::perms::others_read, fs::perms::group_write}) {
    fs::permissions(secrets().front(), fs::perms::owner_read | fs::perms::owner_write | more);
    const auto key = unlock_key(file(), *made, never_asked);
    ASSERT_FALSE(key);
    EXPECT_EQ(refusal(key.error()), "key.exposed");
  }
}

TEST_F(KeyStore, APassphraseSealsTheSecret) {
  const auto made = create_key(file(), SecretBytes(std::string_view("correct horse")), k_now);
  ASSERT_TRUE(made);
  const auto record = read_key_record(file());
  ASSERT_TRUE(record && *record);
  ASSERT_TRUE((*record)->sealing);
  const auto key = unlock_key(file(), **record, says("correct horse"));
  ASSERT_TRUE(key);
  EXPECT_EQ(key->public_key(), made->key);
  const SecretBytes seed = key->seed();
  const std::string plain(seed.bytes().begin(), seed.bytes().end());
  EXPECT_EQ(bytes_of(secrets().front()).find(plain), std::string::npos);
  const auto wrong = unlock_key(file(), **record, says("correct hors"));
  ASSERT_FALSE(wrong);
  EXPECT_EQ(refusal(wrong.error()), "key.wrong_passphrase");
}

TEST_F(KeyStore, TheRecordHoldsNoSecret) {
  const auto made = create_key(file(), std::nullopt, k_now);
  const std::string secret = bytes_of(secrets().front());
  ASSERT_EQ(secret.size(), 32U);
  EXPECT_EQ(bytes_of(file()).find(secret), std::string::npos);
  EXPECT_EQ(written_document(public_part(*made)).find("device_salt"), std::string::npos);
}

TEST_F(KeyStore, ANewKeyFollowsTheOldOneByItsWord) {
  const auto first = create_key(file(), std::nullopt, k_now);
  const auto second = rotate_key(file(), never_asked, std::nullopt, k_now + std::chrono::hours(1));
  ASSERT_TRUE(second);
  const auto third = rotate_key(file(), never_asked, SecretBytes(std::string_view("new")), k_now);
  ASSERT_TRUE(third);
  EXPECT_NE(first->key, second->key);
  EXPECT_EQ(third->device_salt, first->device_salt);
  ASSERT_EQ(secrets().size(), 1U);
  ASSERT_EQ(third->rotations.size(), 2U);
  const auto succession = read_succession(third->rotations.front());
  ASSERT_TRUE(succession);
  EXPECT_EQ(succession->from, did_of(first->key));
  EXPECT_EQ(succession->to, did_of(second->key));
  const auto record = read_key_record(file());
  ASSERT_TRUE(record && *record);
  EXPECT_TRUE(unlock_key(file(), **record, says("new")));
}

TEST_F(KeyStore, AnAlteredStatementOfSuccessionIsNone) {
  ASSERT_TRUE(create_key(file(), std::nullopt, k_now));
  const auto second = rotate_key(file(), never_asked, std::nullopt, k_now);
  Json statement = second->rotations.front();
  statement["to"] = did_of(SigningKey::make().public_key());
  EXPECT_FALSE(read_succession(statement));
  EXPECT_FALSE(read_succession(Json()));
}

TEST_F(KeyStore, DamageIsNamed) {
  ASSERT_TRUE(create_key(file(), std::nullopt, k_now));
  const Json good = Json::parse(bytes_of(file()));
  for (const char* name : {"format", "did", "created", "device_salt", "rotations"}) {
    Json changed = good;
    changed.erase(name);
    std::ofstream(file()) << changed;
    const auto record = read_key_record(file());
    ASSERT_FALSE(record) << name;
    EXPECT_EQ(std::get<std::string>(record.error().message.arguments.at(1)), name);
  }
}

TEST_F(KeyStore, ASecretOfAnotherKeyIsRefused) {
  const auto made = create_key(file(), std::nullopt, k_now);
  std::ofstream(secrets().front(), std::ios::binary) << std::string(32, 'x');
  auto key = unlock_key(file(), *made, never_asked);
  ASSERT_FALSE(key);
  EXPECT_EQ(refusal(key.error()), "key.secret_wrong");
  std::ofstream(secrets().front(), std::ios::binary) << "short";
  key = unlock_key(file(), *made, never_asked);
  ASSERT_FALSE(key);
  EXPECT_EQ(refusal(key.error()), "key.secret_wrong");
  fs::remove(secrets().front());
  key = unlock_key(file(), *made, never_asked);
  ASSERT_FALSE(key);
  EXPECT_EQ(refusal(key.error()), "key.secret_missing");
}

}  // namespace
}  // namespace preshift
