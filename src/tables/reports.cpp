// reports.csv: one row per input path, whatever became of it.
#include "tables/cells.h"
#include "text/utf.h"

namespace renda {

Status report_status(const Extraction& report) {
  const auto status = report.document.source.status;
  const bool was_read = status == Status::ok || status == Status::warning;
  return was_read && !report.facts.is_report ? Status::not_a_report : status;
}

std::string report_message(const Extraction& report) {
  const auto& said = report.document.source.message;
  const auto& facts = report.facts.message;
  return escape_controls(said.empty() || facts.empty() ? said + facts : said + "; " + facts);
}

NumberCounts count_numbers(const Extraction& report) {
  NumberCounts counts;
  Matches matches(report.matches);
  for (std::uint32_t i = 0; i < report.quantities.size(); ++i) {
    ++counts.numbers;
    switch (ledger_class(matches.of(i))) {
      case Outcome::observed:
        ++counts.observed;
        break;
      case Outcome::planned:
        ++counts.planned;
        break;
      case Outcome::ignored:
        ++counts.ignored;
        break;
      case Outcome::unmatched:
        ++counts.unmatched;
        break;
    }
  }
  return counts;
}

void write_report(RowWriter& rows, const Extraction& report) {
  const auto& document = report.document;
  const auto& source = document.source;
  const auto& facts = report.facts;
  const auto counts = count_numbers(report);
  rows.text(file_cell(source.name));
  rows.text(source.format);
  rows.text(source.encoding);
  rows.integer(count_code_points(source.text));
  const auto title = report.structure.title;
  rows.text(title.empty() ? std::string() : quote_around(document, title, title));
  rows.text(facts.division_code);
  rows.text(facts.province);
  rows.text(facts.prefecture);
  rows.text(facts.county);
  rows.text(facts.division);
  rows.text(level_name(facts.level));
  rows.text(facts.body);
  rows.text(facts.congress);
  rows.text(facts.session);
  rows.text(facts.kind);
  rows.text(facts.report_date);
  rows.text(facts.period.kind);
  rows.text(facts.period.start);
  rows.text(facts.period.end);
  rows.text(facts.period.source);
  rows.integer(counts.numbers);
  rows.integer(counts.observed);
  rows.integer(counts.planned);
  rows.integer(counts.ignored);
  rows.integer(counts.unmatched);
  rows.text(status_name(report_status(report)));
  rows.text(report_message(report));
  rows.end_row();
}

}  // namespace renda
