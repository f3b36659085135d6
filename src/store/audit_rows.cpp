#include "audit_rows.hpp"

namespace preshift {

std::string_view to_string(RecordKind kind) {
  switch (kind) {
    case RecordKind::shift:
      return "shift";
    case RecordKind::approval:
      return "approval";
    case RecordKind::dispute:
      return "dispute";
    case RecordKind::review:
      return "review";
    case RecordKind::access:
      return "access";
    case RecordKind::erasure:
      return "erasure";
    case RecordKind::retention:
      return "retention";
    case RecordKind::rejection:
      break;
  }
  return "rejection";
}

}  // namespace preshift
