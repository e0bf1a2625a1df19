// Periods of written tables: reading, bounds, names.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "renda/compare.h"

namespace renda {

/// True for YYYY, YYYY-MM and YYYY-MM-DD of the calendar.
bool is_date(std::string_view text);

/// None where the kind is unknown or a bound is not stated. Bounds are dates.
std::optional<ComparedPeriod> known_period(std::string_view kind, const std::string& start, const std::string& end);

/// True where the period ends before it starts; false where a bound is not stated.
bool is_reversed(const std::string& start, const std::string& end);

}  // namespace renda
