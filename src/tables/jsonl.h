// JSON Lines: one object a row, typed; an empty cell is null.
#pragma once
#include <string>
#include <string_view>

#include "renda/table.h"

namespace renda {

/// Appends a JSON string (RFC 8259), control characters as in CSV: one space each.
void append_json_string(std::string& out, std::string_view utf8);

class JsonlWriter : public RowWriter {
 public:
  JsonlWriter(const TableStyle& style, std::span<const Column> columns, std::string& out)
      : RowWriter(out), style_(style), columns_(columns) {}
  void header() override {}
  void end_row() override;

 protected:
  void cell(CellType type, std::string_view value) override;

 private:
  TableStyle style_;
  std::span<const Column> columns_;
};

}  // namespace renda
