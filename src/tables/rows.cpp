// Rows and formats, and the set of tables that one run writes.
#include <charconv>

#include "renda/table.h"
#include "tables/csv.h"
#include "tables/jsonl.h"
#include "tables/xlsx_rows.h"

namespace renda {

std::string_view table_name(TableId table) {
  static constexpr std::array<std::string_view, kTableCount> kNames = {"observations", "reports", "ledger", "indicators",
                                                                       "comparison"};
  return kNames[static_cast<std::size_t>(table)];
}

std::string_view format_extension(TableFormat format) {
  static constexpr std::array<std::string_view, 3> kExtensions = {".csv", ".jsonl", ".xlsx"};
  return kExtensions[static_cast<std::size_t>(format)];
}

void RowWriter::integer(std::uint64_t value) {
  std::array<char, 24> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  cell(CellType::integer, {digits.data(), static_cast<std::size_t>(end - digits.data())});
}

void RowWriter::repeat(const Mark& begin, const Mark& end) {
  out_.append(out_, begin.at, end.at - begin.at);
  column_ += end.column - begin.column;
}

void RowWriter::number(const Decimal& value) { cell(CellType::number, value.text()); }

std::unique_ptr<RowWriter> make_row_writer(const TableStyle& style, std::span<const Column> columns, std::string& out) {
  if (style.format == TableFormat::jsonl) return std::make_unique<JsonlWriter>(style, columns, out);
  if (style.format == TableFormat::xlsx) return std::make_unique<XlsxRowWriter>(out);
  return std::make_unique<CsvWriter>(style, columns, out);
}

TableSet::TableSet(const PatternSet& patterns, TableOptions options) : patterns_(patterns), options_(std::move(options)) {
  for (const auto table : options_.tables)
    columns_[static_cast<std::size_t>(table)] = table_columns(table, patterns_, options_.filter);
}

std::string TableSet::beginning(TableId table) const {
  std::string out;
  const auto rows = make_row_writer(options_.style, columns_[static_cast<std::size_t>(table)], out);
  rows->header();
  if (table == TableId::indicators) write_indicators(*rows, patterns_);
  return out;
}

std::uint64_t TableSet::render(const Extraction& report, std::array<std::string, kTableCount>& out) const {
  std::uint64_t observations = 0;
  for (const auto table : options_.tables) {
    const auto i = static_cast<std::size_t>(table);
    const auto rows = make_row_writer(options_.style, columns_[i], out[i]);
    switch (table) {
      case TableId::observations:
        observations = write_observations(*rows, report, patterns_, options_.filter);
        break;
      case TableId::reports:
        write_report(*rows, report);
        break;
      case TableId::ledger:
        write_ledger(*rows, report, patterns_);
        break;
      case TableId::comparison:
        write_comparison(*rows, report, patterns_, options_.filter);
        break;
      case TableId::indicators:
        break;  // the same for every report: written once, by beginning()
    }
  }
  return observations;
}

}  // namespace renda
