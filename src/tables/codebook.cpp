// indicators.csv, the codebook: what each indicator means. The same for every run of one pattern set.
#include "renda/table.h"

namespace renda {

void write_indicators(RowWriter& rows, const PatternSet& patterns) {
  for (const auto& indicator : patterns.indicators()) {
    rows.text(indicator.id);
    rows.text(indicator.category);
    rows.text(indicator.name_zh);
    rows.text(indicator.name_en);
    rows.text(indicator.unit);
    std::string units;
    for (const auto& unit : indicator.units) units.append(units.empty() ? "" : "|").append(unit);
    rows.text(units);
    rows.text(indicator.definition);
    rows.end_row();
  }
}

}  // namespace renda
