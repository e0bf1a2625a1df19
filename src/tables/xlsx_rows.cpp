// XlsxRowWriter and its reader: one line a row, between the worker threads and the sheets.
#include "tables/xlsx_rows.h"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "tables/plain.h"

namespace renda {
namespace {

constexpr char kCellEnd = '\x1F', kRowEnd = '\n', kAbout = '@';
constexpr char kTypes[] = "tinb";  // by CellType

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex(char c) { return is_digit(c) || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f'); }

// _x000A_ in a cell is a line feed to Excel.
bool is_escape(std::string_view text) {
  return text.size() >= 7 && text.starts_with("_x") && text[6] == '_' && std::all_of(text.begin() + 2, text.begin() + 6, is_hex);
}

bool is_noncharacter(std::string_view text) { return text.starts_with("\xEF\xBF\xBE") || text.starts_with("\xEF\xBF\xBF"); }

}  // namespace

void append_xlsx_text(std::string& out, std::string_view utf8) {
  const auto needs_care = [](char c) { return c == '_' || c == '\xEF' || may_be_control(c); };
  for (std::size_t i = 0; i < utf8.size();) {
    const char c = utf8[i];
    const auto rest = utf8.substr(i);
    if (!needs_care(c)) {
      out.push_back(c);
      ++i;
    } else if (const auto length = break_length(utf8, i); length > 0) {
      out.push_back(' ');
      i += length;
    } else if (is_noncharacter(rest)) {
      out += "\uFFFD";
      i += 3;
    } else {
      if (is_escape(rest)) out += "_x005F";
      out.push_back(c);
      ++i;
    }
  }
}

bool looks_like_number(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || c == '.' || c == '-' || c == '/'; });
}

void XlsxRowWriter::about(std::uint32_t observation) { about_ = observation; }

void XlsxRowWriter::cell(CellType type, std::string_view value) {
  if (column_++ > 0) out_.push_back(kCellEnd);
  if (about_) out_.append(1, kAbout).append(std::to_string(*about_)).push_back(' ');
  about_.reset();
  out_.push_back(kTypes[static_cast<std::size_t>(type)]);
  if (type == CellType::text)
    append_xlsx_text(out_, value);
  else
    out_ += value;
}

void XlsxRowWriter::end_row() {
  out_.push_back(kRowEnd);
  column_ = 0;
}

bool read_xlsx_row(std::string_view& rows, std::vector<XlsxCell>& cells) {
  cells.clear();
  if (rows.empty()) return false;
  auto row = rows.substr(0, rows.find(kRowEnd));
  rows.remove_prefix(row.size() + 1);
  for (;;) {
    auto value = row.substr(0, row.find(kCellEnd));
    const bool last = value.size() == row.size();
    row.remove_prefix(last ? row.size() : value.size() + 1);
    XlsxCell cell;
    if (value.starts_with(kAbout)) {
      const auto space = value.find(' ');
      std::uint32_t observation = 0;
      std::from_chars(value.data() + 1, value.data() + space, observation);
      cell.observation = observation;
      value.remove_prefix(space + 1);
    }
    cell.type = static_cast<CellType>(std::find(std::begin(kTypes), std::end(kTypes), value.front()) - std::begin(kTypes));
    cell.value = value.substr(1);
    cells.push_back(cell);
    if (last) return true;
  }
}

}  // namespace renda
