// comparison.csv: one row per report, a column per indicator. A cell means the same in every row: the report's own total in the
// indicator's own unit; what is given in another unit stays out.
#include <algorithm>
#include <charconv>

#include "tables/cells.h"

namespace renda {
namespace {

constexpr std::string_view kOtherUnit = "other_unit";

// YYYY or YYYY-MM[-DD] as months since year 0; a bare year as its first or last month. -1 where nothing is said.
int months(const std::string& date, bool is_end) {
  int year = 0, month = is_end ? 12 : 1;
  const auto read = [&](std::size_t at, std::size_t length, int& into) {
    const auto* begin = date.data() + at;
    return std::from_chars(begin, begin + length, into).ptr == begin + length;
  };
  if (date.size() < 4 || !read(0, 4, year)) return -1;
  if (date.size() >= 7 && !read(5, 2, month)) return -1;
  return year * 12 + month - 1;
}

// Whole years the period covers, so that a term never passes for a year; 0 = not known or less than one.
std::uint64_t years(const Period& period) {
  const int start = months(period.start, false), end = months(period.end, true);
  if (period.kind == "half" || period.kind == "quarter" || start < 0 || end < start) return 0;
  const int count = end - start + 1;
  return count < 12 ? 0 : static_cast<std::uint64_t>((count + 6) / 12);
}

}  // namespace

void write_comparison(RowWriter& rows, const Extraction& report, const PatternSet& patterns, const RowFilter& filter) {
  const auto status = report_status(report);
  if (status != Status::ok && status != Status::warning) return;
  const auto& facts = report.facts;
  rows.text(file_cell(report.document.source.name));
  rows.text(facts.division_code);
  rows.text(facts.province);
  rows.text(facts.prefecture);
  rows.text(facts.county);
  rows.text(facts.division);
  rows.text(level_name(facts.level));
  rows.text(facts.period.kind);
  rows.text(facts.period.start);
  rows.text(facts.period.end);
  if (const auto count = years(facts.period); count > 0)
    rows.integer(count);
  else
    rows.empty();
  std::vector<const Observation*> cells(patterns.indicators().size());
  for (const auto& row : report.observations) {
    const bool compares = std::find(row.flags.begin(), row.flags.end(), kOtherUnit) == row.flags.end();
    if (row.primary && row.scope == Scope::own && compares && cells[row.indicator] == nullptr) cells[row.indicator] = &row;
  }
  for (std::uint32_t i = 0; i < cells.size(); ++i) {
    if (!filter.wants(i)) continue;
    if (cells[i] == nullptr) {
      rows.empty();
      continue;
    }
    rows.about(static_cast<std::uint32_t>(cells[i] - report.observations.data()));
    rows.number(report.quantities[cells[i]->quantity].value);
  }
  rows.end_row();
}

}  // namespace renda
