// annualise(): totals of several years as an average year.
#include "renda/compare.h"

namespace renda {
namespace {

constexpr int kPlaces = 2;

void divide(Finding& finding, int years) {
  const auto value = Decimal::quotient(finding.value, years, kPlaces);
  const auto low = Decimal::quotient(finding.low, years, kPlaces), high = Decimal::quotient(finding.high, years, kPlaces);
  if (!value || !low || !high) return;  // cannot be: what was read is far smaller
  finding.value = *value, finding.low = *low, finding.high = *high;
  finding.divided_by = years;
}

}  // namespace

void annualise(Panel& panel) {
  for (auto& account : panel.runs.accounts) {
    const int years = account.period.years();
    if (years < 2) continue;
    for (auto& finding : account.findings)
      if (panel.runs.indicators[finding.indicator].is_flow) divide(finding, years);
  }
}

}  // namespace renda
