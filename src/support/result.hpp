#pragma once

#include <cstdlib>
#include <optional>
#include <utility>
#include <variant>

namespace preshift {

/// Wraps an error on its way into an Expected, so that `return failure(e)` never looks like a value.
template <class E>
struct Failure {
  E error;
};
template <class E>
Failure(E) -> Failure<E>;  // clang 14 does not find it by itself

/// A value, or the reason why there is none. GCC 12 has no std::expected in C++20 mode.
/// Reading the side that is not there is a programming error and ends the program.
template <class T, class E>
class [[nodiscard]] Expected {
 public:
  Expected(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
  Expected(Failure<E> failure) : m_state(std::in_place_index<1>, std::move(failure.error)) {}

  [[nodiscard]] bool has_value() const noexcept { return m_state.index() == 0; }
  explicit operator bool() const noexcept { return has_value(); }

  [[nodiscard]] T& value() & { return *get<0>(); }
  [[nodiscard]] const T& value() const& { return *const_cast<Expected*>(this)->template get<0>(); }
  [[nodiscard]] T&& value() && { return std::move(*get<0>()); }
  [[nodiscard]] E& error() & { return *get<1>(); }
  [[nodiscard]] const E& error() const& { return *const_cast<Expected*>(this)->template get<1>(); }
  [[nodiscard]] E&& error() && { return std::move(*get<1>()); }

  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

 private:
  template <std::size_t Index>
  auto* get() {
    auto* side = std::get_if<Index>(&m_state);
    if (side == nullptr) std::abort();
    return side;
  }

  std::variant<T, E> m_state;
};

/// Success without a value, or the reason of a failure.
template <class E>
class [[nodiscard]] Expected<void, E> {
 public:
  Expected() = default;
  Expected(Failure<E> failure) : m_error(std::move(failure.error)) {}

  [[nodiscard]] bool has_value() const noexcept { return !m_error.has_value(); }
  explicit operator bool() const noexcept { return has_value(); }

  [[nodiscard]] const E& error() const& {
    if (!m_error) std::abort();
    return *m_error;
  }
  [[nodiscard]] E&& error() && {
    if (!m_error) std::abort();
    return std::move(*m_error);
  }

 private:
  std::optional<E> m_error;
};

}  // namespace preshift
