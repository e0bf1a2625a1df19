// The closed list of what can become of an input.
#include "renda/input.h"

namespace renda {

std::string_view status_name(Status status) {
  constexpr std::string_view kNames[] = {"ok",      "warning", "empty",      "no_text",  "damaged",     "encrypted",          "too_large",   "unsupported",
                                         "timeout", "memory",  "unreadable", "vanished", "not_regular", "encoding_uncertain", "not_a_report"};
  return kNames[static_cast<std::size_t>(status)];
}

bool is_failure(Status status, bool named) {
  switch (status) {
    case Status::ok: case Status::warning: case Status::empty: case Status::not_a_report: return false;
    case Status::unsupported: return named;
    default: return true;
  }
}

}  // namespace renda
