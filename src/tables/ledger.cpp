// ledger.csv: every number of a report, once, with the class it was put in and the reason.
#include <cstring>

#include "tables/cells.h"

namespace renda {

void write_ledger(RowWriter& rows, const Extraction& report, const PatternSet& patterns) {
  const auto& document = report.document;
  const auto file = file_cell(document.source.name);
  Matches matches(report.matches);
  std::string ids;
  for (std::uint32_t i = 0; i < report.quantities.size(); ++i) {
    const auto& quantity = report.quantities[i];
    const auto found = matches.of(i);
    const auto outcome = ledger_class(found);
    rows.text(file);
    write_place(rows, document, quantity.span);
    rows.text(quote_around(document, quantity.span, quantity.span));
    // A numeral that was refused has no value: an empty cell, never a guess.
    const bool refused = quantity.reason != nullptr && std::strcmp(quantity.reason, "unreadable") == 0;
    if (refused)
      rows.empty();
    else
      rows.number(quantity.value);
    rows.text(quote_unit(document, quantity));
    rows.text(outcome_name(outcome));
    ids.clear();
    std::string_view reason;
    for (const auto& match : found) {
      if (match.outcome != outcome) continue;
      if (reason.empty()) reason = match.reason;
      if (match.indicator >= 0)
        ids.append(ids.empty() ? "" : "|").append(patterns.indicators()[static_cast<std::size_t>(match.indicator)].id);
    }
    // What an unmatched number came nearest to is for `explain`; the column holds reason codes only.
    rows.text(outcome == Outcome::unmatched ? std::string_view() : reason);
    rows.text(ids);
    rows.end_row();
  }
}

}  // namespace renda
