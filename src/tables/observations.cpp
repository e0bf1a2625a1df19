// observations.csv: one row per statement. What a row shares with the one before it is copied from there.
#include "tables/cells.h"

namespace renda {
namespace {

bool same_digits(const Decimal& a, const Decimal& b) { return a.digits() == b.digits() && a.scale() == b.scale(); }
bool same_time(const Period& a, const Period& b) { return a.kind == b.kind && a.start == b.start && a.end == b.end; }

class ObservationRows {
 public:
  ObservationRows(RowWriter& rows, const Extraction& report, const PatternSet& patterns)
      : rows_(rows), report_(report), patterns_(patterns), file_(file_cell(report.document.source.name)) {}

  void write(const Observation& row) {
    write_head(row);
    const auto& indicator = patterns_.indicators()[row.indicator];
    rows_.text(indicator.id);
    rows_.text(indicator.name_zh);
    rows_.about(static_cast<std::uint32_t>(&row - report_.observations.data()));
    write_quantity(report_.quantities[row.quantity]);
    rows_.text(scope_name(row.scope));
    rows_.boolean(row.primary);
    write_place(rows_, report_.document, row.mention);
    text_.clear();
    report_.document.append_quote(text_, row.mention);
    rows_.text(text_);
    write_context(row);
    rows_.text(row.pattern);
    text_.clear();
    for (const auto& flag : row.flags) text_.append(text_.empty() ? "" : "|").append(flag);
    rows_.text(text_);
    rows_.end_row();
    last_ = &row;
  }

 private:
  // Whose report it is, and the statement's time.
  void write_head(const Observation& row) {
    if (last_ != nullptr && same_time(row.period, last_->period)) return rows_.repeat(head_begin_, head_end_);
    const auto& facts = report_.facts;
    head_begin_ = rows_.mark();
    rows_.text(file_);
    rows_.text(facts.division_code);
    rows_.text(facts.division);
    rows_.text(level_name(facts.level));
    rows_.text(row.period.kind);
    rows_.text(row.period.start);
    rows_.text(row.period.end);
    head_end_ = rows_.mark();
  }

  void write_quantity(const Quantity& quantity) {
    const auto digits = quantity.value.text();
    rows_.number_text(digits);
    for (const Decimal* bound : {&quantity.low, &quantity.high})
      same_digits(*bound, quantity.value) ? rows_.number_text(digits) : rows_.number(*bound);
    rows_.text(approx_name(quantity.approx));
    rows_.text(quote_unit(report_.document, quantity));
  }

  // The sentence and its section's heading. Of a long sentence each row shows another piece.
  void write_context(const Observation& row) {
    const bool same = last_ != nullptr && row.sentence == last_->sentence && row.section == last_->section;
    if (same && row.sentence.size() <= kSentenceLimit) return rows_.repeat(context_begin_, context_end_);
    context_begin_ = rows_.mark();
    text_.clear();
    append_quote_around(text_, report_.document, row.sentence, row.mention);
    rows_.text(text_);
    const auto& sections = report_.structure.sections;
    const auto heading = row.section < sections.size() ? sections[row.section].heading : Span{};
    text_.clear();
    if (!heading.empty()) append_quote_around(text_, report_.document, heading, heading);
    rows_.text(text_);
    context_end_ = rows_.mark();
  }

  RowWriter& rows_;
  const Extraction& report_;
  const PatternSet& patterns_;
  const std::string file_;
  const Observation* last_ = nullptr;
  RowWriter::Mark head_begin_, head_end_, context_begin_, context_end_;
  std::string text_;
};

}  // namespace

std::uint64_t write_observations(RowWriter& rows, const Extraction& report, const PatternSet& patterns, const RowFilter& filter) {
  ObservationRows writer(rows, report, patterns);
  std::uint64_t count = 0;
  for (const auto& row : report.observations) {
    if (!filter.wants(row.indicator) || !filter.wants(row.scope)) continue;
    writer.write(row);
    ++count;
  }
  return count;
}

}  // namespace renda
