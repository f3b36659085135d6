#include "server_address.hpp"

#include <gtest/gtest.h>

namespace preshift {
namespace {

std::string place_of(const std::string& address) {
  return read_server_address(address).place;
}

TEST(ServerAddress, IsToldFromAFile) {
  EXPECT_TRUE(is_server_address("postgresql://host/audit"));
  EXPECT_TRUE(is_server_address("postgres://host/audit"));
  EXPECT_FALSE(is_server_address("audit.db"));
  EXPECT_FALSE(is_server_address("/var/postgresql://x"));
}

TEST(ServerAddress, IsShownWithoutItsPassword) {
  EXPECT_EQ(place_of("postgresql://me:pw@host:5432/audit?sslmode=require"),
            "postgresql://me@host:5432/audit?sslmode=require");
  EXPECT_EQ(place_of("postgres://me:p:w@host"), "postgres://me@host");
  EXPECT_EQ(place_of("postgresql://me:p%40w@/audit?host=/run"), "postgresql://me@/audit?host=/run");
  EXPECT_EQ(place_of("postgresql://me@host/audit?password=pw&connect_timeout=3&sslpassword=pw2"),
            "postgresql://me@host/audit?connect_timeout=3");
  EXPECT_EQ(place_of("postgresql://host/audit?password=pw"), "postgresql://host/audit");
  EXPECT_EQ(place_of("postgresql://me:p/w@host/audit"), "postgresql://me@host/audit");
}

TEST(ServerAddress, WithoutAPasswordIsShownAsItIs) {
  for (const char* address : {"postgresql://", "postgresql://host", "postgresql://host:5432/audit",
                              "postgresql://me@host/audit", "postgresql:///audit?host=/run&user=me"}) {
    EXPECT_EQ(place_of(address), address);
    EXPECT_TRUE(read_server_address(address).secrets.empty());
  }
}

TEST(ServerAddress, HidesThePasswordInTheWordsOfLibraries) {
  const ServerAddress address = read_server_address("postgresql://me:p%40w@host/audit");
  EXPECT_EQ(without_secrets("bad address \"postgresql://me:p%40w@host/audit\"\n", address),
            "bad address \"postgresql://me@host/audit\"");
  EXPECT_EQ(without_secrets("wrong: p@w,\np%40w", address), "wrong: ***, ***");
}

}  // namespace
}  // namespace preshift
