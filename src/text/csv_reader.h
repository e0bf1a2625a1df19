// CSV as RFC 4180 has it, read strictly, every cell with its place: what a spreadsheet or an editor broke is named, not read somehow.
// Outside face: CsvReader.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "renda/diagnostic.h"
#include "text/line_reader.h"

namespace renda {

/// Reads records separated by LF or CR LF, cells by commas; UTF-8, with or without a byte order mark, one record in memory at a time. All
/// records have as many cells as the heading. Blank lines are passed over. Whatever is not so throws Error at file:line:column.
class CsvReader {
 public:
  /// Reads the heading: it is the record at hand until next().
  explicit CsvReader(std::unique_ptr<LineReader> lines);

  /// Reads the next record; false at the end.
  bool next();

  /// The cells of the record, their quotes taken off.
  std::size_t size() const { return starts_.size(); }
  const std::string& cell(std::size_t index) const { return cells_[index]; }

  /// Where a cell begins (at its quote, if it has one): 1-based, column in characters.
  struct Place {
    std::uint32_t line = 0, column = 0;
  };
  Place place(std::size_t index) const { return place_of_byte(starts_[index]); }

  /// The same for a message, with the line; without an index the line on which the record begins.
  Diagnostic where(std::size_t index) const { return at_byte(starts_[index]); }
  Diagnostic where() const;

 private:
  bool read_record();
  bool append_lines();
  void read_cells();
  bool read_cell(std::size_t& at);
  void read_quoted(std::string& cell, std::size_t& at) const;
  void check_encoding() const;
  void check_separator() const;
  Place place_of_byte(std::size_t at) const;
  Diagnostic at_byte(std::size_t at) const;

  std::unique_ptr<LineReader> lines_;
  std::string record_;               // as the file has it
  std::vector<std::string> cells_;   // kept from record to record, those of this one at the front
  std::vector<std::size_t> starts_;  // of the cells, in record_
  std::size_t width_ = 0;            // cells of the heading
  std::uint32_t line_ = 1, breaks_ = 0;  // where the record begins; the lines it takes
};

/// `line` as a message shows it, without its end; empty where it is too long to be of help.
std::string shown_line(std::string_view line);

}  // namespace renda
