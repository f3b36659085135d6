#include "canonical_json.hpp"
#include "made_certificate.hpp"
#include "strict_json.hpp"
#include "verification.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <random>

namespace preshift {
namespace {

using std::chrono::hours;

Json little_certificate() {
  return signed_certificate(testing::little_contents(), SigningKey::make());
}

bool is_valid(const Json& document) {
  Expectations expected;
  expected.now = testing::k_issued + hours(1);
  return verify_certificate(document, expected).is_valid();
}

/// Counts what was changed and is still valid though it says something else.
class Judge {
 public:
  explicit Judge(const Json& original) : m_canonical(canonical_json(original)) {}

  void look_at_text(std::string_view text) {
    const auto document = read_strict_json(text);
    if (document) look_at(*document);
  }

  void look_at(const Json& document) {
    if (canonical_json(document) == m_canonical) {
      EXPECT_TRUE(is_valid(document));
      ++same;
    } else if (is_valid(document)) {
      ++forged;
    }
  }

  int same = 0;
  int forged = 0;

 private:
  std::string m_canonical;
};

/// Every byte by each of these; by all 255 others when PRESHIFT_EVERY_BYTE is set (minutes).
std::vector<char> replacements_of(char original) {
  std::vector<char> all;
  if (std::getenv("PRESHIFT_EVERY_BYTE") != nullptr) {
    for (int byte = 0; byte < 256; ++byte) all.push_back(static_cast<char>(byte));
  } else {
    for (unsigned bit = 0; bit < 8; ++bit)
      all.push_back(static_cast<char>(static_cast<unsigned char>(original) ^ (1U << bit)));
    for (const char c : {'"', '0', ' ', '}', '\\'}) all.push_back(c);
  }
  std::erase(all, original);
  return all;
}

TEST(Mutation, NoChangedByteForgesACertificate) {
  const Json certificate = little_certificate();
  const std::string text = certificate.dump(1);
  Judge judge(certificate);
  for (std::size_t place = 0; place < text.size(); ++place) {
    std::string changed = text;
    for (const char replacement : replacements_of(text[place])) {
      changed[place] = replacement;
      judge.look_at_text(changed);
    }
  }
  EXPECT_EQ(judge.forged, 0);
  EXPECT_GT(judge.same, 0);  // a space for a line end
}

TEST(Mutation, NoMissingOrAddedByteForgesACertificate) {
  const Json certificate = little_certificate();
  const std::string text = certificate.dump();
  Judge judge(certificate);
  for (std::size_t place = 0; place < text.size(); ++place) {
    std::string changed = text;
    changed.erase(place, 1);
    judge.look_at_text(changed);
    judge.look_at_text(text.substr(0, place));
    for (const char c : {' ', '0', '1', '"', 'z'}) {
      changed = text;
      changed.insert(place, 1, c);
      judge.look_at_text(changed);
    }
  }
  EXPECT_EQ(judge.forged, 0);
}

/// Changes a document's structure at random places.
class Mutator {
 public:
  explicit Mutator(unsigned seed) : m_random(seed) {}

  void change(Json& document) {
    Json& place = somewhere(document);
    switch (below(7)) {
      case 0:
        return change_value(place);
      case 1:
        return wrap(place);
      case 2:
        return remove_part(place);
      case 3:
        return add_part(place);
      case 4:
        return rename_part(place);
      case 5:
        return copy_from_elsewhere(document, place);
      default:
        return reorder(place);
    }
  }

 private:
  unsigned below(std::size_t bound) { return static_cast<unsigned>(m_random() % bound); }

  Json& somewhere(Json& document) {
    Json* place = &document;
    while (place->is_structured() && !place->empty() && below(4) != 0) {
      auto part = place->begin();
      std::advance(part, below(place->size()));
      place = &*part;
    }
    return *place;
  }

  void change_value(Json& place) {
    if (place.is_number()) {
      place = place.get<double>() + (below(2) == 0 ? 1e-9 : -1.0);
    } else if (place.is_string() && !place.get_ref<std::string&>().empty()) {
      auto& text = place.get_ref<std::string&>();
      text[below(text.size())] = static_cast<char>('!' + below(90));
    } else if (place.is_boolean()) {
      place = !place.get<bool>();
    } else {
      place = nullptr;
    }
  }

  void wrap(Json& place) {
    Json inner = place;
    if (below(2) == 0) {
      place = Json::array({std::move(inner)});
    } else {
      place = Json::object({{"value", std::move(inner)}});
    }
  }

  void remove_part(Json& place) {
    if (!place.is_structured() || place.empty()) return;
    auto part = place.begin();
    std::advance(part, below(place.size()));
    place.erase(part);
  }

  void add_part(Json& place) {
    if (place.is_array()) place.push_back(place.empty() ? Json(1) : Json(place[0]));
    if (place.is_object())
      place["added" + std::to_string(below(5))] = below(2) == 0 ? Json(nullptr) : Json("x");
  }

  void rename_part(Json& place) {
    if (!place.is_object() || place.empty()) return;
    auto part = place.begin();
    std::advance(part, below(place.size()));
    const std::string name = part.key();
    Json value = *part;
    place.erase(name);
    place[name + "s"] = std::move(value);
  }

  void copy_from_elsewhere(Json& document, Json& place) {
    Json copy = somewhere(document);
    place = std::move(copy);
  }

  void reorder(Json& place) {
    if (place.size() < 2) return;
    if (place.is_array()) std::swap(place[0], place[place.size() - 1]);
    if (place.is_object()) {  // the first member last: the same document
      const std::string name = place.begin().key();
      Json value = *place.begin();
      place.erase(name);
      place[name] = std::move(value);
    }
  }

  std::mt19937 m_random;
};

TEST(Mutation, None10000RandomChangesOfStructureForgesACertificate) {
  const Json certificate = little_certificate();
  Judge judge(certificate);
  Mutator mutator(20260301);
  for (int round = 0; round < 10000; ++round) {
    Json changed = certificate;
    for (int changes = 0; changes <= round % 3; ++changes) mutator.change(changed);
    judge.look_at(changed);
  }
  EXPECT_EQ(judge.forged, 0);
  EXPECT_GT(judge.same, 100);
  EXPECT_LT(judge.same, 5000);
}

}  // namespace
}  // namespace preshift
