#include "outcome_counts.hpp"

namespace preshift {

void OutcomeCounts::add(Outcome outcome) {
  (outcome == Outcome::cleared ? cleared : outcome == Outcome::not_cleared ? not_cleared : undecided) += 1;
}

OutcomeCounts& OutcomeCounts::operator+=(const OutcomeCounts& other) {
  cleared += other.cleared;
  not_cleared += other.not_cleared;
  undecided += other.undecided;
  return *this;
}

}  // namespace preshift
