#pragma once

#include "approval.hpp"
#include "audit_import.hpp"
#include "canonical_json.hpp"
#include "made_certificate.hpp"
#include "temporary_folder.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

namespace preshift::testing {

/// A store in a folder of its own, the employer's key and an agent's.
class AuditTest : public ::testing::Test {
 protected:
  void SetUp() override { store = opened(); }

  [[nodiscard]] std::unique_ptr<AuditStore> opened() const {
    auto made = open_audit_store((folder.path() / "audit.sqlite").string(), true);
    EXPECT_TRUE(made) << (made ? "" : render(made.error().message, Language::english));
    return made ? std::move(*made) : nullptr;
  }

  /// A certificate of this agent, changed as the test wants before it is signed.
  [[nodiscard]] Json certificate(const std::function<void(CertificateContents&)>& change = {}) const {
    CertificateContents contents = made_contents();
    if (change) change(contents);
    return signed_certificate(contents, agent);
  }

  /// Of the agent with this pseudonym, so many days later than usual.
  [[nodiscard]] Json of_agent(const std::string& agent_id, int days = 0) const {
    return certificate([&](CertificateContents& contents) {
      contents.agent_id = agent_id;
      contents.issued_at += std::chrono::days(days);
      contents.expires_at += std::chrono::days(days);
    });
  }

  ImportTally import_at_site(const std::string& site, const std::vector<Json>& documents) {
    return import(documents, [&](ImportTerms& terms) { terms.site = site; });
  }

  ImportTally import_days_later(int days, const std::vector<Json>& documents) {
    return import(documents, [&](ImportTerms& terms) { terms.now = k_issued + std::chrono::days(days); });
  }

  /// As JSON lines on the standard input.
  ImportTally import(const std::vector<Json>& documents,
                     const std::function<void(ImportTerms&)>& change = {}) {
    std::string lines;
    for (const Json& document : documents) lines += canonical_json(document) + "\n";
    return import_text(lines, change);
  }

  ImportTally import_text(const std::string& text, const std::function<void(ImportTerms&)>& change = {}) {
    std::istringstream input(text);
    return import_from({"-"}, input, change);
  }

  ImportTally import_from(const std::vector<std::string>& paths, std::istream& input,
                          const std::function<void(ImportTerms&)>& change = {}) {
    ImportTerms terms;
    terms.now = k_issued + std::chrono::hours(100);
    if (change) change(terms);
    ImportPace pace;
    pace.batch = 3;
    const auto tally = import_documents(*store, employer, paths, input, terms, pace);
    EXPECT_TRUE(tally) << (tally ? "" : render(tally.error().message, Language::english));
    return tally ? *tally : ImportTally{};
  }

  [[nodiscard]] std::vector<Rejection> rejections() {
    std::vector<Rejection> all;
    EXPECT_TRUE(each_rejection(*store, [&](const Rejection& each) { all.push_back(each); }));
    return all;
  }

  [[nodiscard]] std::vector<std::string> rejected_documents() {
    std::vector<std::string> all;
    EXPECT_TRUE(
        store->each_rejected_document([&](LogIndex, const std::string& bytes) { all.push_back(bytes); }));
    return all;
  }

  [[nodiscard]] std::vector<Record> records(RecordKind kind) {
    std::vector<Record> all;
    EXPECT_TRUE(store->each_record(kind, {}, [&](const Record& each) { all.push_back(each); }));
    return all;
  }

  TemporaryFolder folder;
  SigningKey employer = SigningKey::make();
  SigningKey agent = SigningKey::make();
  std::unique_ptr<AuditStore> store;
};

}  // namespace preshift::testing
