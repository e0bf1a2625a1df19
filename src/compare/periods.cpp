#include "compare/periods.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>

#include "text/calendar.h"

namespace renda {
namespace {

constexpr std::array<std::string_view, 5> kKinds = {"annual", "half", "quarter", "term", "multi"};

// Digits of `text` from `at`; -1 where one is none.
int digits(std::string_view text, std::size_t at, std::size_t count) {
  int value = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    if (i >= text.size() || text[i] < '0' || text[i] > '9') return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

int year_of(std::string_view date) { return digits(date, 0, 4); }
int month_of(std::string_view date) { return date.size() >= 7 ? digits(date, 5, 2) : 0; }  // 0 = not said
int day_of(std::string_view date) { return date.size() >= 10 ? digits(date, 8, 2) : 0; }

// Months since year 0 of the first or the last month.
int first_month(std::string_view date) { return year_of(date) * 12 + std::max(month_of(date), 1) - 1; }
int last_month(std::string_view date) { return year_of(date) * 12 + (month_of(date) == 0 ? 12 : month_of(date)) - 1; }

bool begins_month(std::string_view date) { return day_of(date) <= 1; }
bool ends_month(std::string_view date) { return day_of(date) == 0 || day_of(date) == days_in(year_of(date), month_of(date)); }

// One way to write each bound, so that equal periods have equal names: the year where both bounds are those of whole years, else the month
// where it is whole.
std::pair<std::string, std::string> bounds(const std::string& start, const std::string& end) {
  const bool months = begins_month(start) && ends_month(end);
  if (months && month_of(start) <= 1 && (month_of(end) == 0 || month_of(end) == 12)) return {start.substr(0, 4), end.substr(0, 4)};
  const auto month = [](const std::string& date, int otherwise) {
    return date.size() == 4 ? fmt::format("{}-{:02}", date, otherwise) : date.substr(0, 7);
  };
  return {begins_month(start) ? month(start, 1) : start, ends_month(end) ? month(end, 12) : end};
}

// Which part of a year of `months` months it is, from 1; 0 where that is not said.
int part_of_year(const ComparedPeriod& period, int months) {
  if (period.start.size() == 4 && period.end.size() == 4) return 0;
  const int first = first_month(period.start), last = last_month(period.end);
  if (last - first + 1 != months || first % months != 0 || !begins_month(period.start) || !ends_month(period.end)) return 0;
  return first % 12 / months + 1;
}

}  // namespace

bool is_date(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  if (year_of(text) < 1) return false;
  if (text.size() >= 7 && (text[4] != '-' || month_of(text) < 1 || month_of(text) > 12)) return false;
  return text.size() < 10 || (text[7] == '-' && day_of(text) >= 1 && day_of(text) <= days_in(year_of(text), month_of(text)));
}

bool is_reversed(const std::string& start, const std::string& end) {
  if (start.empty() || end.empty()) return false;
  return std::pair(last_month(end), day_of(end) == 0 ? 31 : day_of(end)) < std::pair(first_month(start), day_of(start));
}

std::optional<ComparedPeriod> known_period(std::string_view kind, const std::string& start, const std::string& end) {
  const auto found = std::find(kKinds.begin(), kKinds.end(), kind);
  if (found == kKinds.end() || start.empty() || end.empty()) return std::nullopt;
  auto [first, last] = bounds(start, end);
  return ComparedPeriod{.kind = static_cast<PeriodKind>(found - kKinds.begin()), .start = std::move(first), .end = std::move(last)};
}

std::string_view ComparedPeriod::kind_name() const { return kKinds[static_cast<std::size_t>(kind)]; }

std::string ComparedPeriod::label(bool chinese) const {
  const bool one_year = start.size() == 4 && start == end;
  const auto span = one_year ? start : fmt::format("{}{}{}", start, start.size() == 4 && end.size() == 4 ? "-" : "..", end);
  if (kind == PeriodKind::half || kind == PeriodKind::quarter) {
    const bool half = kind == PeriodKind::half;
    const int part = part_of_year(*this, half ? 6 : 3);
    static constexpr std::array<const char*, 4> kQuarters = {"一", "二", "三", "四"};
    if (part > 0 && chinese)
      return half ? fmt::format("{}{}半年", start.substr(0, 4), part == 1 ? "上" : "下")
                  : fmt::format("{}{}季度", start.substr(0, 4), kQuarters[static_cast<std::size_t>(part - 1)]);
    if (part > 0) return fmt::format("{} {}{}", start.substr(0, 4), half ? 'H' : 'Q', part);
  }
  if (kind == PeriodKind::annual && one_year) return span;
  static constexpr std::array<const char*, 5> kChinese = {"年度", "半年", "季度", "届", "多年"};
  return chinese ? fmt::format("{} {}", span, kChinese[static_cast<std::size_t>(kind)]) : fmt::format("{} {}", span, kind_name());
}

int ComparedPeriod::years() const {
  if (kind == PeriodKind::half || kind == PeriodKind::quarter) return 0;
  return std::max(1, (last_month(end) - first_month(start) + 1 + 6) / 12);
}

std::optional<int> ComparedPeriod::year() const {
  return year_of(start) == year_of(end) ? std::optional(year_of(start)) : std::nullopt;
}

std::pair<int, int> ComparedPeriod::whole_years() const {
  return start.size() == 4 && end.size() == 4 ? std::pair(year_of(start), year_of(end)) : std::pair(0, 0);
}

bool operator<(const ComparedPeriod& a, const ComparedPeriod& b) {
  return std::tie(a.kind, a.start, a.end) < std::tie(b.kind, b.start, b.end);
}
bool operator==(const ComparedPeriod& a, const ComparedPeriod& b) {
  return a.kind == b.kind && a.start == b.start && a.end == b.end;
}

}  // namespace renda
