// The years that the opening of a report names, and which of them frame what follows.
#pragma once
#include <optional>
#include <string_view>

#include "facts/dates.h"

namespace renda {

struct OpeningYears {
  std::optional<Date> year, until;  ///< the first year that stands plainly; the first of 截至2023年
  bool from = false;                ///< 始于2016年
};

/// Not one inside 《》, of a plan, of the date line (`report_date`, ISO 8601) or compared with (比2020年多1次).
OpeningYears read_opening_years(std::u16string_view opening, std::string_view report_date);

/// 2021年10月挂牌, 2022年3月当选: when something began, not the time of which the text speaks.
bool is_founding(const Date& date, std::u16string_view text);

/// True if what follows `before` stands in 《》 or “”: there it names a law, a plan, a campaign.
bool is_quoted(std::u16string_view before);

}  // namespace renda
