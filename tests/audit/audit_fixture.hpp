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
    EXPECT_TRUE(store->each_rejection([&](const Rejection& each) { all.push_back(each); }));
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
