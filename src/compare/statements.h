// What the rows of one report say of one indicator together: one value, or why there is none.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "renda/compare.h"

namespace renda {

/// A period as a table states it.
struct StatedPeriod {
  std::string kind, start, end;
  friend bool operator==(const StatedPeriod&, const StatedPeriod&) = default;
};

/// One row of observations.
struct Statement {
  std::uint32_t indicator = 0, period = 0;  // indices
  Decimal value, low, high;
  std::string approx{}, unit{}, mention{};
  bool is_own = false, is_primary = false, other_unit = false, conflict = false;
  std::uint32_t page = 0, line = 0, column = 0;
  std::uint64_t fingerprint = 0;
};

/// Reads the flags that a comparison heeds.
void read_flags(std::string_view flags, Statement& statement);

/// How full a report is: its primary rows of scope own that compare.
std::uint32_t count_full(std::span<const Statement> statements);

/// One finding for each indicator with a row of scope own, sorted by indicator. Stated: one primary row, in the indicator's own unit, and no row
/// that gives another total. Else ambiguous.
std::vector<Finding> find_statements(std::span<const Statement> statements);

}  // namespace renda
