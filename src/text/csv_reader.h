// CSV as RFC 4180 has it, read strictly, every cell with its place. Outside face: CsvReader.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "renda/diagnostic.h"

namespace renda {

/// One cell, its quotes taken off; line and column of its first character (of the quote, if it has one), 1-based, column in characters.
struct CsvCell {
  std::string text;
  std::uint32_t line = 0, column = 0;
};

/// Reads records separated by LF or CR LF, cells by commas. UTF-8, with or without a byte order mark. All records have as many cells as the
/// heading. Blank lines are passed over. Whatever is not so throws Error at file:line:column.
class CsvReader {
 public:
  /// `text` (all of the file) outlives the reader; `file` stands in the messages. Throws where `text` is no UTF-8 or no text.
  CsvReader(std::string_view text, std::string file);

  /// The first record. Throws where there is none, or where its cells are separated by something else than commas.
  std::vector<CsvCell> heading();

  /// The next record; false at the end.
  bool next(std::vector<CsvCell>& record);

  /// An Error at a place of the text, with its line.
  [[noreturn]] void fail(std::uint32_t line, std::uint32_t column, Wording message, Wording hint = {}) const;

 private:
  bool read_record(std::vector<CsvCell>& record);
  void read_plain(CsvCell& cell);
  void read_quoted(CsvCell& cell);
  std::size_t break_length() const;
  void step();

  std::string_view text_;
  std::string file_;
  std::size_t at_ = 0, cells_ = 0;
  std::uint32_t line_ = 1, column_ = 1;
};

/// The line `line` (1-based) of a text, without its end.
std::string_view line_of(std::string_view text, std::uint32_t line);

}  // namespace renda
