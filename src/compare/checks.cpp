// check_accounts(): what two reports of one division say against each other.
#include <algorithm>

#include "renda/compare.h"

namespace renda {
namespace {

class Checker {
 public:
  explicit Checker(Panel& panel) : panel_(panel), accounts_(panel.runs.accounts) {}

  std::vector<Contradiction> run() {
    for (std::size_t division = 0; division < panel_.divisions.size(); ++division) {
      for (std::size_t period = 0; period < panel_.periods.size(); ++period) {
        const auto at = panel_.cell(division, period);
        if (at < 0) continue;
        const auto kind = panel_.periods[period].kind;
        if (kind == PeriodKind::half || kind == PeriodKind::quarter)
          part_of_year(division, static_cast<std::uint32_t>(at));
        else if (kind != PeriodKind::annual)
          years_of_term(division, static_cast<std::uint32_t>(at));
      }
    }
    return std::move(found_);
  }

 private:
  // The account of a whole year; -1 = there is none.
  std::int64_t annual(std::size_t division, int year) const {
    const auto name = std::to_string(year);
    const ComparedPeriod wanted{.kind = PeriodKind::annual, .start = name, .end = name};
    const auto period = std::lower_bound(panel_.periods.begin(), panel_.periods.end(), wanted);
    if (period == panel_.periods.end() || !(*period == wanted)) return -1;
    return panel_.cell(division, static_cast<std::size_t>(period - panel_.periods.begin()));
  }

  Finding* stated(std::uint32_t account, std::uint32_t indicator) {
    const auto* found = accounts_[account].find(indicator);
    if (found == nullptr || found->state != CellState::stated) return nullptr;
    auto& findings = accounts_[account].findings;
    return &findings[static_cast<std::size_t>(found - findings.data())];
  }

  bool is_flow(const Finding& finding) const { return finding.state == CellState::stated && panel_.runs.indicators[finding.indicator].is_flow; }

  static void mark(Finding& finding, std::string_view check) {
    if (std::find(finding.checks.begin(), finding.checks.end(), check) == finding.checks.end()) finding.checks.push_back(check);
  }

  void greater(std::string_view check, std::uint32_t part, std::uint32_t whole) {
    for (auto& finding : accounts_[part].findings) {
      if (!is_flow(finding)) continue;
      auto* other = stated(whole, finding.indicator);
      if (other == nullptr || !(finding.low > other->high)) continue;
      mark(finding, check);
      mark(*other, check);
      found_.push_back({.check = check, .indicator = finding.indicator, .part = part, .whole = whole, .part_value = finding.value, .whole_value = other->value});
    }
  }

  void part_of_year(std::size_t division, std::uint32_t part) {
    const auto& period = accounts_[part].period;
    const auto year = period.year();
    const auto whole = year ? annual(division, *year) : -1;
    if (whole >= 0) greater(period.kind == PeriodKind::half ? "half_over_year" : "quarter_over_year", part, static_cast<std::uint32_t>(whole));
  }

  void years_of_term(std::size_t division, std::uint32_t term) {
    const auto [first, last] = accounts_[term].period.whole_years();
    if (first == 0 || last <= first) return;
    std::vector<std::uint32_t> years;
    for (int year = first; year <= last; ++year)
      if (const auto at = annual(division, year); at >= 0) years.push_back(static_cast<std::uint32_t>(at));
    for (const auto year : years) greater("year_over_term", year, term);
    if (years.size() == static_cast<std::size_t>(last - first + 1)) sum_of_years(years, term);
  }

  void sum_of_years(const std::vector<std::uint32_t>& years, std::uint32_t term) {
    for (auto& total : accounts_[term].findings) {
      if (!is_flow(total)) continue;
      std::optional<Decimal> low = Decimal(0), high = Decimal(0), value = Decimal(0);
      std::vector<Finding*> parts;
      for (const auto year : years) {
        auto* part = stated(year, total.indicator);
        if (part == nullptr || !low || !high || !value) break;
        low = Decimal::sum(*low, part->low);
        high = Decimal::sum(*high, part->high);
        value = Decimal::sum(*value, part->value);
        parts.push_back(part);
      }
      if (parts.size() != years.size() || !low || !high || !value) continue;
      if (!(*low > total.high) && !(*high < total.low)) continue;
      mark(total, "term_not_sum");
      for (auto* part : parts) mark(*part, "term_not_sum");
      found_.push_back({.check = "term_not_sum", .indicator = total.indicator, .part = term, .whole = term, .part_value = *value, .whole_value = total.value});
    }
  }

  Panel& panel_;
  std::vector<Account>& accounts_;
  std::vector<Contradiction> found_;
};

}  // namespace

std::vector<Contradiction> check_accounts(Panel& panel) { return Checker(panel).run(); }

}  // namespace renda
