#include "onboarding_store.hpp"

#include "file_bytes.hpp"
#include "made_certificate.hpp"
#include "temporary_folder.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

namespace preshift {
namespace {

namespace fs = std::filesystem;

Json certificate() {
  return signed_certificate(testing::onboarding_contents(std::string(64, 'c')), SigningKey::make());
}

std::string employer() {
  return did_of(SigningKey::make().public_key());
}

TEST(OnboardingStore, GivesBackWhatItKeeps) {
  const testing::TemporaryFolder folder;
  const fs::path place = folder.path() / "onboarding";
  EXPECT_TRUE(read_onboarding(place).certificates.empty()) << "there is no folder yet";
  const Json first = certificate();
  const Json second = certificate();
  const auto kept = keep_certificate(place, first);
  ASSERT_TRUE(kept);
  EXPECT_EQ(fs::status(*kept).permissions(), fs::perms::owner_read | fs::perms::owner_write);
  ASSERT_TRUE(keep_certificate(place, second));
  ASSERT_TRUE(keep_certificate(place, second)) << "again, in the same place";
  ASSERT_TRUE(keep_approval(place, first));
  const StoredOnboarding stored = read_onboarding(place);
  EXPECT_EQ(stored.certificates.size(), 2U);
  EXPECT_EQ(stored.approvals, std::vector<Json>{first});
  EXPECT_TRUE(stored.damaged.empty());
}

TEST(OnboardingStore, KeepsNothingUnderAnIdThatIsNoUuid) {
  const testing::TemporaryFolder folder;
  Json document = certificate();
  for (const char* id : {"urn:uuid:../../../../../../etc/cron.d/aaaa-bbbb", "urn:uuid:", "x",
                         "urn:uuid:ABCDEF01-0000-4000-8000-000000000000"}) {
    document["id"] = id;
    const auto kept = keep_certificate(folder.path(), document);
    ASSERT_FALSE(kept) << id;
    EXPECT_EQ(kept.error().message.text.id, "onboarding_store.no_id");
  }
  document.erase("id");
  EXPECT_FALSE(keep_approval(folder.path(), document));
  EXPECT_TRUE(fs::is_empty(folder.path()));
  EXPECT_EQ(keep_approval({}, certificate()).error().message.text.id, "onboarding_store.no_folder");
}

TEST(OnboardingStore, LeavesDamagedFilesOutAndNamesThem) {
  const testing::TemporaryFolder folder;
  ASSERT_TRUE(keep_certificate(folder.path(), certificate()));
  folder.write("certificate-0.json", "{");
  folder.write("approval-0.json", "");
  folder.write("other-0.json", "{");
  fs::create_directory(folder.path() / "approval-1.json");
  const StoredOnboarding stored = read_onboarding(folder.path());
  EXPECT_EQ(stored.certificates.size(), 1U);
  EXPECT_TRUE(stored.approvals.empty());
  ASSERT_EQ(stored.damaged.size(), 3U);
  EXPECT_NE(render(stored.damaged[0], Language::english).find("certificate-0.json"), std::string::npos);
}

TEST(OnboardingStore, RemembersEmployersAndReportsWhatIsNoKey) {
  const testing::TemporaryFolder folder;
  const std::string one = employer();
  const std::string two = employer();
  ASSERT_TRUE(trust_employers(folder.path(), {one}));
  ASSERT_TRUE(trust_employers(folder.path(), {two}));
  EXPECT_EQ(read_onboarding(folder.path()).employers, (std::set<std::string>{one, two}));
  folder.write("employers.txt", "# ours\n" + one + "\ndid:key:nobody\n\n" + two);
  const StoredOnboarding stored = read_onboarding(folder.path());
  EXPECT_EQ(stored.employers, (std::set<std::string>{one, two}));
  ASSERT_EQ(stored.damaged.size(), 1U);
  EXPECT_NE(render(stored.damaged[0], Language::french).find("did:key:nobody"), std::string::npos);
}

TEST(OnboardingStore, KeepsWhatAPersonWroteInTheListOfEmployers) {
  const testing::TemporaryFolder folder;
  const std::string one = employer();
  const std::string two = employer();
  const std::string by_hand = "# ours\n" + one + " # the head office\r\nnot a key";
  const auto file = folder.write("employers.txt", by_hand);
  EXPECT_EQ(read_onboarding(folder.path()).employers, std::set<std::string>{one});
  ASSERT_TRUE(trust_employers(folder.path(), {one, two}));
  const auto text = read_file(file, 4096);
  ASSERT_TRUE(text);
  EXPECT_EQ(*text, by_hand + "\n" + two + "\n");
  EXPECT_EQ(read_onboarding(folder.path()).employers, (std::set<std::string>{one, two}));
}

TEST(OnboardingStore, DoesNotTakeAListThatCannotBeReadForAnEmptyOne) {
  const testing::TemporaryFolder folder;
  std::filesystem::create_directory(folder.path() / "employers.txt");
  EXPECT_FALSE(trust_employers(folder.path(), {employer()}));
  EXPECT_EQ(read_onboarding(folder.path()).damaged.size(), 1U);
}

}  // namespace
}  // namespace preshift
