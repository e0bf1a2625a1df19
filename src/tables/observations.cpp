// observations.csv: one row per statement.
#include "tables/cells.h"

namespace renda {

std::uint64_t write_observations(RowWriter& rows, const Extraction& report, const PatternSet& patterns, const RowFilter& filter) {
  const auto& document = report.document;
  const auto& facts = report.facts;
  const auto file = file_cell(document.source.name);
  std::uint64_t count = 0;
  std::string flags, sentence;
  Span quoted;  // rows of one sentence stand together: it is quoted once
  for (const auto& row : report.observations) {
    if (!filter.wants(row.indicator) || !filter.wants(row.scope)) continue;
    const auto& indicator = patterns.indicators()[row.indicator];
    const auto& quantity = report.quantities[row.quantity];
    rows.text(file);
    rows.text(facts.division_code);
    rows.text(facts.division);
    rows.text(level_name(facts.level));
    rows.text(row.period.kind);
    rows.text(row.period.start);
    rows.text(row.period.end);
    rows.text(indicator.id);
    rows.text(indicator.name_zh);
    rows.about(static_cast<std::uint32_t>(&row - report.observations.data()));
    rows.number(quantity.value);
    rows.number(quantity.low);
    rows.number(quantity.high);
    rows.text(approx_name(quantity.approx));
    rows.text(quote_unit(document, quantity));
    rows.text(scope_name(row.scope));
    rows.boolean(row.primary);
    write_place(rows, document, row.mention);
    rows.text(document.quote(row.mention));
    if (row.sentence != quoted || row.sentence.size() > kSentenceLimit) sentence = quote_around(document, row.sentence, row.mention);
    quoted = row.sentence;
    rows.text(sentence);
    const auto heading = row.section < report.structure.sections.size() ? report.structure.sections[row.section].heading : Span{};
    rows.text(heading.empty() ? std::string() : quote_around(document, heading, heading));
    rows.text(row.pattern);
    flags.clear();
    for (const auto& flag : row.flags) flags.append(flags.empty() ? "" : "|").append(flag);
    rows.text(flags);
    rows.end_row();
    ++count;
  }
  return count;
}

}  // namespace renda
