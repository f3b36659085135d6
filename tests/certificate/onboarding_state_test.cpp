#include "onboarding_state.hpp"

#include "made_certificate.hpp"
#include "verification.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace preshift {
namespace {

using State = OnboardingState;
using std::chrono::days;
using std::chrono::hours;
using testing::k_issued;

const std::string k_room(64, 'c');
const std::string k_other_room(64, 'd');
constexpr std::chrono::sys_seconds k_now = k_issued + days(30);

const SigningKey& agent() {
  static const SigningKey key = SigningKey::make();
  return key;
}
const SigningKey& stranger() {
  static const SigningKey key = SigningKey::make();
  return key;
}
const SigningKey& employer() {
  static const SigningKey key = SigningKey::make();
  return key;
}

OnboardingQuestion question() {
  OnboardingQuestion asked;
  asked.now = k_now;
  asked.employers = {did_of(employer().public_key())};
  asked.agent = did_of(agent().public_key());
  asked.room_digest = k_room;
  return asked;
}

Json certificate(const std::function<void(CertificateContents&)>& change = {},
                 const SigningKey& key = agent()) {
  CertificateContents contents = testing::onboarding_contents(k_room);
  if (change) change(contents);
  return signed_certificate(contents, key);
}

/// A kind of certificate, what it comes to and why; a good one leaves that to the approvals.
struct CertificateCase {
  std::optional<Json> certificate;
  State state = State::missing;
  std::string reason;
};

std::map<std::string, CertificateCase> certificate_cases() {
  Json damaged = certificate();
  damaged["credentialSubject"].erase("outcome");
  Json altered = certificate();
  altered["credentialSubject"]["agentId"] = "somebody-else";
  return {
      {"none", {std::nullopt, State::missing, "onboarding.none"}},
      {"damaged", {damaged, State::missing, "onboarding.no_form"}},
      {"altered", {altered, State::missing, "onboarding.altered"}},
      {"of a shift",
       {certificate([](auto& each) {
          each.kind = CertificateKind::pre_shift;
          each.expires_at = k_issued + days(60);
        }),
        State::missing, "onboarding.other_kind"}},
      {"not cleared",
       {certificate([](auto& each) { each.outcome = Outcome::undecided; }), State::missing,
        "onboarding.not_cleared"}},
      {"of another agent", {certificate({}, stranger()), State::missing, "onboarding.other_agent"}},
      {"without a room",
       {certificate([](auto& each) { each.room_digest.reset(); }), State::missing,
        "onboarding.names_no_room"}},
      {"of another room",
       {certificate([](auto& each) { each.room_digest = k_other_room; }), State::missing,
        "onboarding.other_room"}},
      {"not yet valid",
       {certificate([](auto& each) { each.issued_at = k_now + hours(1); }), State::missing,
        "onboarding.not_yet"}},
      {"expired",
       {certificate([](auto& each) { each.expires_at = k_now; }), State::expired, "onboarding.expired"}},
      {"good", {certificate(), State::pending, "onboarding.pending"}},
  };
}

enum class Counts { not_at_all, approved, refused, expired };

/// A kind of approval. They are issued a day apart, in this order; the last of those that count counts.
struct ApprovalCase {
  std::string name;
  Counts counts;
  std::string reason;  ///< of the state that it alone leads to
};

const std::vector<ApprovalCase> k_approval_cases{
    {"approved", Counts::approved, "onboarding.approved"},
    {"refused", Counts::refused, "onboarding.refused_because"},
    {"expired", Counts::expired, "onboarding.approval_expired"},
    {"refused before, and expired since", Counts::refused, "onboarding.refused"},
    {"approved again", Counts::approved, "onboarding.approved"},
    {"damaged", Counts::not_at_all, "approval.no_form"},
    {"altered", Counts::not_at_all, "approval.altered"},
    {"untrusted", Counts::not_at_all, "approval.untrusted"},
    {"of another certificate", Counts::not_at_all, "approval.other_certificate"},
    {"of an altered certificate", Counts::not_at_all, "approval.altered_certificate"},
    {"of another room", Counts::not_at_all, "approval.other_room"},
    {"of another agent", Counts::not_at_all, "approval.other_agent"},
    {"revoked", Counts::not_at_all, "approval.revoked"},
    {"not yet valid", Counts::not_at_all, "approval.not_yet"},
};

Json approval(std::size_t number, const Json& of) {
  const std::string& name = k_approval_cases[number].name;
  const bool is_future = name == "not yet valid";
  ApprovalContents contents;
  const auto view = read_certificate(of);
  contents.workspace = view ? workspace_of(of, *view) : ApprovedWorkspace{};
  contents.issued_at = k_issued + days(static_cast<int>(number) + 1) + (is_future ? days(100) : days(0));
  contents.expires_at = name.find("expired") != std::string::npos ? k_now : k_now + days(200);
  if (k_approval_cases[number].counts == Counts::refused) contents.decision = ApprovalDecision::refused;
  if (name == "refused") contents.reason = "the door";
  if (name == "of another certificate") contents.workspace.certificate = "urn:uuid:0";
  if (name == "of an altered certificate") contents.workspace.digest = std::string(64, 'a');
  if (name == "of another room") contents.workspace.room_digest = k_other_room;
  if (name == "of another agent") contents.workspace.agent = did_of(stranger().public_key());
  Json document = signed_approval(contents, name == "untrusted" ? stranger() : employer());
  if (name == "damaged") document["credentialSubject"].erase("decision");
  if (name == "altered") document["credentialSubject"]["reason"] = "none at all";
  return document;
}

/// What the approvals of this set come to, by another way than the code's.
State expected_state(unsigned set) {
  State state = State::pending;
  for (std::size_t number = 0; number < k_approval_cases.size(); ++number) {
    if ((set >> number & 1U) == 0) continue;
    switch (k_approval_cases[number].counts) {
      case Counts::approved:
        state = State::approved;
        break;
      case Counts::refused:
        state = State::refused;
        break;
      case Counts::expired:
        state = State::expired;
        break;
      case Counts::not_at_all:
        break;
    }
  }
  return state;
}

class OnboardingStateTest : public ::testing::Test {
 protected:
  explicit OnboardingStateTest() {
    for (std::size_t number = 0; number < k_approval_cases.size(); ++number) {
      m_approvals.push_back(approval(number, m_good));
      if (k_approval_cases[number].name == "revoked") m_question.revoked = {m_approvals.back()["id"]};
    }
  }

  std::vector<Json> approvals_of(unsigned set) const {
    std::vector<Json> chosen;
    for (std::size_t number = 0; number < m_approvals.size(); ++number)
      if ((set >> number & 1U) != 0) chosen.push_back(m_approvals[number]);
    return chosen;
  }

  void check(unsigned set) const {
    std::vector<Json> chosen = approvals_of(set);
    const OnboardingFinding finding = onboarding_state(m_good, chosen, m_question);
    ASSERT_EQ(finding.state, expected_state(set)) << "set " << set;
    ASSERT_EQ(finding.reference.has_value(), finding.state == State::approved);
    std::reverse(chosen.begin(), chosen.end());
    ASSERT_EQ(onboarding_state(m_good, chosen, m_question).state, finding.state) << "set " << set;
  }

  Json m_good = certificate();
  OnboardingQuestion m_question = question();
  std::vector<Json> m_approvals;
};

TEST_F(OnboardingStateTest, FollowsFromEverySetOfApprovalsInEveryOrder) {
  // All sets of those that count with each of the others, and with all of them.
  const unsigned counting = 1U << 5U;
  std::vector<unsigned> others{0, (1U << k_approval_cases.size()) - counting};
  for (unsigned other = counting; other < 1U << k_approval_cases.size(); other <<= 1U)
    others.push_back(other);
  for (unsigned set = 0; set < counting * others.size(); ++set) {
    check(set % counting | others[set / counting]);
    if (HasFatalFailure()) return;
  }
}

TEST_F(OnboardingStateTest, OfOneApprovalSaysWhy) {
  for (std::size_t number = 0; number < k_approval_cases.size(); ++number) {
    const OnboardingFinding finding = onboarding_state(m_good, approvals_of(1U << number), m_question);
    EXPECT_EQ(finding.state, expected_state(1U << number)) << k_approval_cases[number].name;
    EXPECT_EQ(finding.reason.text.id, k_approval_cases[number].reason) << k_approval_cases[number].name;
    const bool needs_remedy = finding.state != State::approved;
    for (const Language language : {Language::english, Language::french})
      EXPECT_EQ(render_remedy(finding.reason, language).empty(), !needs_remedy);
  }
}

TEST_F(OnboardingStateTest, OfACertificateThatDoesNotCountIsNeverApproved) {
  for (const auto& [name, each] : certificate_cases()) {
    const OnboardingFinding alone = onboarding_state(each.certificate, {}, question());
    EXPECT_EQ(alone.state, each.state) << name;
    EXPECT_EQ(alone.reason.text.id, each.reason) << name;
    if (name == "good" || !each.certificate) continue;
    std::vector<Json> all;
    for (std::size_t number = 0; number < k_approval_cases.size(); ++number)
      all.push_back(approval(number, *each.certificate));
    for (const std::vector<Json>& approvals : {all, {all[0]}, {all[1]}, {all[4]}}) {
      const OnboardingFinding finding = onboarding_state(each.certificate, approvals, question());
      EXPECT_EQ(finding.state, each.state) << name;
      EXPECT_FALSE(finding.reference) << name;
    }
  }
}

TEST_F(OnboardingStateTest, OfWhatIsRevokedIsRefused) {
  const Json good = approval(0, m_good);
  for (const std::string& name :
       {m_good["id"].get<std::string>(), document_digest(m_good), did_of(agent().public_key())}) {
    OnboardingQuestion asked = question();
    asked.revoked = {name};
    const OnboardingFinding finding = onboarding_state(m_good, {{good}}, asked);
    EXPECT_EQ(finding.state, State::refused);
    EXPECT_EQ(finding.reason.text.id, "onboarding.revoked");
  }
  OnboardingQuestion asked = question();
  asked.revoked = {did_of(employer().public_key())};
  EXPECT_EQ(onboarding_state(m_good, {{good}}, asked).reason.text.id, "approval.revoked");
}

TEST_F(OnboardingStateTest, ChangesAtTheVeryMomentThatDatesSay) {
  const auto state_at = [&](std::chrono::sys_seconds now) {
    OnboardingQuestion asked = question();
    asked.now = now;
    return onboarding_state(m_good, approvals_of(1), asked).state;
  };
  const auto until = k_now + days(200);
  EXPECT_EQ(state_at(until - std::chrono::seconds(1)), State::approved);
  EXPECT_EQ(state_at(until), State::expired);
  const auto issued = k_issued + days(1);
  EXPECT_EQ(state_at(issued - k_clock_tolerance), State::approved) << "clocks may differ";
  EXPECT_EQ(state_at(issued - k_clock_tolerance - std::chrono::seconds(1)), State::pending);
}

TEST_F(OnboardingStateTest, OfARefusalAndAnApprovalOfTheSameSecondIsRefused) {
  ApprovalContents contents{workspace_of(m_good, *read_certificate(m_good)), ApprovalDecision::approved,
                            std::nullopt, k_issued + days(2), k_now + days(1)};
  const Json yes = signed_approval(contents, employer());
  contents.decision = ApprovalDecision::refused;
  const Json no = signed_approval(contents, employer());
  EXPECT_EQ(onboarding_state(m_good, {{yes, no}}, question()).state, State::refused);
  EXPECT_EQ(onboarding_state(m_good, {{no, yes}}, question()).state, State::refused);
}

TEST_F(OnboardingStateTest, OfSeveralCertificatesTheBestStands) {
  const Json newer = certificate([](auto& each) { each.issued_at = k_issued + days(9); });
  const Json elsewhere = certificate([](auto& each) { each.room_digest = k_other_room; });
  const std::vector<Json> all{elsewhere, newer, m_good};
  EXPECT_EQ(best_onboarding({}, {}, question()).reason.text.id, "onboarding.none");
  EXPECT_EQ(best_onboarding(all, {}, question()).certificate->id, newer["id"])
      << "the newest that is pending";
  const OnboardingFinding approved = best_onboarding(all, approvals_of(1), question());
  EXPECT_EQ(approved.state, State::approved) << "the old approval holds until the new one is approved";
  EXPECT_EQ(approved.reference->id, m_good["id"]);
  EXPECT_EQ(approved.reference->digest, document_digest(m_good));
  OnboardingQuestion there = question();
  there.room_digest = std::string(64, 'f');
  EXPECT_EQ(best_onboarding(all, approvals_of(1), there).reason.text.id, "onboarding.other_room");
}

TEST_F(OnboardingStateTest, OfAnApprovalEveryMutationIsRefused) {
  const Json good = approval(0, m_good);
  const std::string text = good.dump();
  int same = 0;
  for (std::size_t place = 0; place < text.size(); place += 3) {
    std::string changed = text;
    changed[place] = changed[place] == 'a' ? 'b' : 'a';
    const Json document = Json::parse(changed, nullptr, false);
    if (document.is_discarded()) continue;
    if (document == good) {
      ++same;
    } else {
      EXPECT_EQ(onboarding_state(m_good, {{document}}, question()).state, State::pending) << changed;
    }
  }
  EXPECT_EQ(same, 0);
}

}  // namespace
}  // namespace preshift
