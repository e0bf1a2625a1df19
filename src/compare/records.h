// Records of a written table, one at a time with their place: CSV after RFC 4180, or JSON Lines. Outside face: open_records().
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "renda/diagnostic.h"
#include "renda/table.h"
#include "text/line_reader.h"

namespace renda {

/// One record: cells in the order of the columns asked for.
class Records {
 public:
  virtual ~Records() = default;
  /// Reads the next record; false at the end. Throws Error.
  virtual bool next() = 0;
  /// The cell of the wanted column `column`: a CSV cell without the apostrophe that keeps spreadsheets from computing; of JSON values null is
  /// empty, true 1, false 0.
  virtual const std::string& cell(std::size_t column) const = 0;
  /// The place of that cell, or of the record.
  virtual Diagnostic place(std::size_t column) const = 0;
  virtual Diagnostic place() const = 0;
};

/// Opens a table whose format its first byte tells. `wanted` are the columns to be had, under their English or Chinese names, in any order;
/// others are passed over. Throws Error for a missing column.
std::unique_ptr<Records> open_records(const std::string& path, std::vector<Column> wanted);

/// As above, for each format.
std::unique_ptr<Records> open_csv(std::unique_ptr<LineReader> lines, std::vector<Column> wanted);
std::unique_ptr<Records> open_jsonl(std::unique_ptr<LineReader> lines, std::vector<Column> wanted);

/// What both formats say of a column.
Error missing_column(Diagnostic place, const Column& column);
Error repeated_column(Diagnostic place, const Column& column);

}  // namespace renda
