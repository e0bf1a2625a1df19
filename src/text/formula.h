// Cells that a spreadsheet would compute: the writer sets an apostrophe before them, the readers take it off.
#pragma once
#include <string_view>

namespace renda {

/// The bytes with which such a cell may begin; EF begins the full-width forms. Most cells begin with none of them.
constexpr bool may_begin_formula(char c) { return c == '=' || c == '+' || c == '-' || c == '@' || c == '\t' || c == '\r' || c == '\xEF'; }

/// True where a spreadsheet takes the cell for a formula. A lone sign and a plain number (-7, +3.5, -12%) are none.
bool reads_as_formula(std::string_view text);

/// The cell without the apostrophe that the writer set.
inline std::string_view without_apostrophe(std::string_view cell) {
  return cell.starts_with('\'') && reads_as_formula(cell.substr(1)) ? cell.substr(1) : cell;
}

}  // namespace renda
