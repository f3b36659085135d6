#include "enrol_options.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace preshift {
namespace {

using Words = std::vector<std::string>;
using ::testing::HasSubstr;

Result<SensingRequest> request_of(const Words& words, bool can_ask = false) {
  Words all{"enrol", "--output", "x.room"};
  all.insert(all.end(), words.begin(), words.end());
  return enrolment_request(parse_arguments(all).value(), can_ask);
}

std::string refusal(const Words& words) {
  const auto request = request_of(words);
  return request ? "accepted" : render(request.error().message, Language::english);
}

TEST(EnrolOptions, ACameraIsEnrolledWithQuestions) {
  const auto request = request_of({});
  ASSERT_TRUE(request);
  EXPECT_EQ(request->purpose, Purpose::enrol);
  EXPECT_EQ(std::get<Device>(*request->pictures).name, "");
  EXPECT_TRUE(request->enrolment.ask);
}

TEST(EnrolOptions, PicturesAskOnlyWhereSomebodyCanAnswer) {
  const Words pictures{"--closed", "closed.jpg", "--open", "open.jpg"};
  EXPECT_FALSE(request_of(pictures, false)->enrolment.ask);
  EXPECT_TRUE(request_of(pictures, true)->enrolment.ask);
}

TEST(EnrolOptions, TakesTheDoorAndSeveralMasks) {
  const auto request = request_of({"--closed", "a", "--open", "b", "--door", "1,2,3,4.5,5,6", "--mask",
                                   "0,0,9,0,9,9", "--mask", "1,1,2,2,3,1"});
  ASSERT_TRUE(request);
  EXPECT_EQ(request->enrolment.door, (PicturePolygon{{1, 2}, {3, 4.5}, {5, 6}}));
  ASSERT_EQ(request->enrolment.masks.size(), 2U);
  EXPECT_EQ(request->enrolment.masks[1], (PicturePolygon{{1, 1}, {2, 2}, {3, 1}}));
}

TEST(EnrolOptions, SaysWhatIsMissingOrWrong) {
  EXPECT_THAT(refusal({"--closed", "a"}), HasSubstr("--closed and --open go together"));
  EXPECT_THAT(refusal({"--open", "a"}), HasSubstr("--closed and --open go together"));
  EXPECT_THAT(refusal({"--closed", "a", "--open", "b", "--camera"}), HasSubstr("exclude each other"));
  EXPECT_THAT(refusal({"--door", "1,2,3,4"}), HasSubstr("--door '1,2,3,4'"));
  EXPECT_THAT(refusal({"--door", "1,2,3,4,5,x"}), HasSubstr("at least three"));
  EXPECT_THAT(refusal(Words(34, "--mask=0,0,9,0,9,9")), HasSubstr("more than 16 regions"));
}

}  // namespace
}  // namespace preshift
