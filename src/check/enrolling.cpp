#include "enrolling.hpp"

#include "check_texts.hpp"

#include <utility>

namespace preshift {

Result<EnrolmentReport> run_enrolment(const SensingRequest& request, const EventListener& listener,
                                      const EnrolmentAnswers& answers) {
  Sensing sensing = run_sensing(sensing_program(), to_arguments(request), listener, answers);
  if (sensing.problem) return Failure{sensing.problem->problem};
  if (!sensing.door || sensing.enrolment.empty()) return device_failure(check_text("check.sense_garbled"));
  return EnrolmentReport{std::move(sensing.sources), sensing.confined, std::move(*sensing.door),
                         std::move(sensing.enrolment)};
}

}  // namespace preshift
