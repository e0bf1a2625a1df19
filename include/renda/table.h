// Floor 8, tables: what is written. One description of each table's columns serves every format.
#pragma once
#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "renda/extract.h"

namespace renda {

/// Version of the tables' columns: stands in --version; changes whenever a column does.
inline constexpr std::string_view kTableVersion = "1";

enum class CellType { text, integer, number, boolean };

/// One column; the names live as long as the program or the PatternSet they come from.
struct Column {
  std::string_view name, name_zh;
  CellType type = CellType::text;
};

enum class TableId { observations, reports, ledger, indicators, comparison };
inline constexpr std::size_t kTableCount = 5;
std::string_view table_name(TableId table);  ///< "observations", also the stem of its file

enum class TableFormat { csv, jsonl, xlsx };
std::string_view format_extension(TableFormat format);  ///< ".csv"

struct TableStyle {
  TableFormat format = TableFormat::csv;
  bool bom = false;              ///< CSV begins with a byte order mark
  bool crlf = false;             ///< CSV lines end with CR LF
  bool chinese_headers = false;  ///< columns are headed by their Chinese names
};

/// Writes rows, cell by cell in the order of the columns, to the end of a string. An empty text is an empty cell: "not stated".
class RowWriter {
 public:
  explicit RowWriter(std::string& out) : out_(out) {}
  virtual ~RowWriter() = default;
  void text(std::string_view utf8) { cell(CellType::text, utf8); }
  void integer(std::uint64_t value);
  void number(const Decimal& value);
  /// A Decimal's text(), where it is at hand.
  void number_text(std::string_view decimal) { cell(CellType::number, decimal); }
  void boolean(bool value) { cell(CellType::boolean, value ? "1" : "0"); }
  void empty() { cell(CellType::text, {}); }
  /// The next cell shows this observation of the report (its index): where a format has links, they join the tables by it.
  virtual void about(std::uint32_t /*observation*/) {}
  virtual void header() = 0;
  virtual void end_row() = 0;

  /// A place between two cells.
  struct Mark {
    std::size_t at = 0, column = 0;
  };
  Mark mark() const { return {out_.size(), column_}; }
  /// Writes the cells between two marks once more, in the same columns of a later row, while the string still holds them.
  void repeat(const Mark& begin, const Mark& end);

 protected:
  virtual void cell(CellType type, std::string_view value) = 0;

  std::string& out_;
  std::size_t column_ = 0;  ///< cells of the row so far: counted by cell(), set back by end_row()
};

/// The columns and `out` outlive the writer. The rows of a workbook are in the form that Workbook takes (src/tables/xlsx.h).
std::unique_ptr<RowWriter> make_row_writer(const TableStyle& style, std::span<const Column> columns, std::string& out);

/// Which rows of observations and which columns of the comparison are wanted; by default all.
struct RowFilter {
  std::vector<bool> indicators;  ///< by index into PatternSet::indicators(); empty = all
  std::array<bool, 4> scopes = {true, true, true, true};
  bool wants(std::uint32_t indicator) const { return indicators.empty() || indicators[indicator]; }
  bool wants(Scope scope) const { return scopes[static_cast<std::size_t>(scope)]; }
};

/// The columns of a table, in order. Those of the comparison depend on the pattern set: one for each wanted indicator.
std::vector<Column> table_columns(TableId table, const PatternSet& patterns, const RowFilter& filter = {});

/// One row per observation that passes the filter; returns their number.
std::uint64_t write_observations(RowWriter& rows, const Extraction& report, const PatternSet& patterns,
                                 const RowFilter& filter = {});
/// One row, whatever became of the file.
void write_report(RowWriter& rows, const Extraction& report);
/// One row per number.
void write_ledger(RowWriter& rows, const Extraction& report, const PatternSet& patterns);
/// One row; none where the text is no report or could not be read. Cells: primary rows of scope own whose unit compares.
void write_comparison(RowWriter& rows, const Extraction& report, const PatternSet& patterns, const RowFilter& filter = {});
/// The codebook: one row per indicator.
void write_indicators(RowWriter& rows, const PatternSet& patterns);

/// What became of the file: what reading it gave, and `not_a_report` where that went well but the text is none.
Status report_status(const Extraction& report);
/// The message of the file's row: what reading said, then what the facts said.
std::string report_message(const Extraction& report);

/// How many numbers of a report are in each class of the ledger.
struct NumberCounts {
  std::uint64_t numbers = 0, observed = 0, planned = 0, ignored = 0, unmatched = 0;
};
NumberCounts count_numbers(const Extraction& report);

/// The tables of one file, rendered: filled on the worker threads, written in input order.
struct TableOptions {
  TableStyle style;
  RowFilter filter;
  std::vector<TableId> tables = {TableId::observations};
};
class TableSet {
 public:
  TableSet(const PatternSet& patterns, TableOptions options);
  const std::vector<TableId>& tables() const { return options_.tables; }
  const TableStyle& style() const { return options_.style; }
  const PatternSet& patterns() const { return patterns_; }
  std::span<const Column> columns(TableId table) const { return columns_[static_cast<std::size_t>(table)]; }
  /// What a table's file begins with: the mark and the header of a CSV, and all of the codebook. Nothing in a workbook.
  std::string beginning(TableId table) const;
  /// The rows of one file, by TableId; returns the number of its observation rows.
  std::uint64_t render(const Extraction& report, std::array<std::string, kTableCount>& rows) const;

 private:
  const PatternSet& patterns_;
  TableOptions options_;
  std::array<std::vector<Column>, kTableCount> columns_;
};

}  // namespace renda
