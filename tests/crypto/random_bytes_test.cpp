#include "random_bytes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <set>

namespace preshift {
namespace {

TEST(RandomBytes, EveryPlaceTakesManyValues) {
  std::array<std::set<std::uint8_t>, 16> seen;
  for (int round = 0; round < 200; ++round) {
    std::array<std::uint8_t, 16> bytes{};
    fill_with_random(bytes);
    for (std::size_t place = 0; place < bytes.size(); ++place) seen[place].insert(bytes[place]);
  }
  for (const auto& values : seen) EXPECT_GT(values.size(), 80U);  // 139 expected, fewer than 110 never seen
}

TEST(RandomBytes, AUuidIsOfVersion4) {
  const std::string uuid = random_uuid_urn();
  EXPECT_THAT(uuid, ::testing::MatchesRegex(
                        "urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
  EXPECT_NE(uuid, random_uuid_urn());
}

}  // namespace
}  // namespace preshift
