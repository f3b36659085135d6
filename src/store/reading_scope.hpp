#pragma once

#include "problem.hpp"

namespace preshift {

/// While it lives, what is read of the source, a database or a store, is of one moment. Scopes may be nested.
template <class Source>
class ReadingScope {
 public:
  explicit ReadingScope(Source& source) : m_source(source), m_begun(source.begin_reading()) {}
  ~ReadingScope() {
    if (m_begun) m_source.end_reading();
  }
  ReadingScope(const ReadingScope&) = delete;
  ReadingScope& operator=(const ReadingScope&) = delete;

  /// Whether it could begin.
  [[nodiscard]] const Result<void>& begun() const { return m_begun; }

 private:
  Source& m_source;
  Result<void> m_begun;
};

}  // namespace preshift
