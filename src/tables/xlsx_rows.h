// The rows of a workbook before they reach their sheet: rendered on the worker threads, read by Workbook.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "renda/table.h"

namespace renda {

/// Appends a text as XML can hold it: control characters and line breaks as in CSV, one space each; U+FFFE and U+FFFF, which no
/// XML may contain, become U+FFFD; _xHHHH_, which Excel reads as a character, is written so that it stays as it is.
void append_xlsx_text(std::string& out, std::string_view utf8);

/// True for a text of digits, points, dashes and slashes alone: a code or a date, which no spreadsheet may read as a number.
bool looks_like_number(std::string_view text);

/// A cell of a row, as read_xlsx_row() gives it.
struct XlsxCell {
  CellType type = CellType::text;
  std::string_view value;
  std::optional<std::uint32_t> observation;  ///< what about() said
};

/// Cells are separated by U+001F and rows by line feeds, which no cell contains; each begins with the letter of its type, and with @INDEX and a
/// space before it where about() was called.
class XlsxRowWriter : public RowWriter {
 public:
  explicit XlsxRowWriter(std::string& out) : RowWriter(out) {}
  void about(std::uint32_t observation) override;
  void header() override {}
  void end_row() override;

 protected:
  void cell(CellType type, std::string_view value) override;

 private:
  std::optional<std::uint32_t> about_;
};

/// Takes the first row off `rows`; false at the end. The cells look into `rows`.
bool read_xlsx_row(std::string_view& rows, std::vector<XlsxCell>& cells);

}  // namespace renda
