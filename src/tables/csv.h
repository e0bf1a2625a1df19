// CSV after RFC 4180: minimal quoting, one record a line, safe to open in a spreadsheet.
#pragma once
#include <string>
#include <string_view>

#include "renda/table.h"

namespace renda {

/// Appends a text cell. Line breaks and other control characters become spaces; a text that a spreadsheet would take for a formula
/// (= + - @ TAB CR at its head, or their full-width forms) gets a leading apostrophe, a plain number does not.
void append_csv_text(std::string& out, std::string_view utf8);

class CsvWriter : public RowWriter {
 public:
  CsvWriter(const TableStyle& style, std::span<const Column> columns, std::string& out)
      : RowWriter(out), style_(style), columns_(columns) {}
  void header() override;
  void end_row() override;

 protected:
  void cell(CellType type, std::string_view value) override;

 private:
  TableStyle style_;
  std::span<const Column> columns_;
};

}  // namespace renda
