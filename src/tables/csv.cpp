// The CSV writer; outside face: make_row_writer() in rows.cpp.
#include "tables/csv.h"

#include <algorithm>
#include <array>

#include "tables/plain.h"

namespace renda {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// -7, +3.5, -12%: a spreadsheet shows them as they stand.
bool is_plain_number(std::string_view text) {
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
  if (text.ends_with('%')) text.remove_suffix(1);
  std::size_t digits = 0, points = 0;
  for (char c : text) {
    if (is_digit(c))
      ++digits;
    else if (c == '.' && digits > 0)
      ++points;
    else
      return false;
  }
  return digits > 0 && points <= 1 && is_digit(text.back());
}

// The heads that make a spreadsheet compute: ASCII, and full-width = + - @ which some take alike. A lone sign is no formula.
bool reads_as_formula(std::string_view text) {
  static constexpr std::array<std::string_view, 10> kHeads = {"=",  "+",      "-",      "@",      "\t",
                                                              "\r", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
  for (const auto head : kHeads)
    if (text.starts_with(head)) return text.size() > head.size() && !is_plain_number(text);
  return false;
}

}  // namespace

void append_csv_text(std::string& out, std::string_view utf8, char separator) {
  const std::size_t begin = out.size();
  bool quote = false;
  if (reads_as_formula(utf8)) out.push_back('\'');
  if (std::none_of(utf8.begin(), utf8.end(), [separator](char c) { return c == '"' || c == separator || may_be_control(c); })) {
    out += utf8;
    return;
  }
  for (std::size_t i = 0; i < utf8.size();) {
    const char c = utf8[i];
    if (may_be_control(c)) {
      if (const auto length = break_length(utf8, i); length > 0) {
        out.push_back(' ');
        i += length;
        continue;
      }
    }
    if (c == '"') {
      quote = true;
      out.push_back('"');
    } else if (c == separator) {
      quote = true;
    }
    out.push_back(c);
    ++i;
  }
  if (quote) {
    out.insert(begin, 1, '"');
    out.push_back('"');
  }
}

void CsvWriter::header() {
  if (style_.bom) out_ += "\xEF\xBB\xBF";
  for (const auto& column : columns_) cell(CellType::text, style_.chinese_headers ? column.name_zh : column.name);
  end_row();
}

void CsvWriter::cell(CellType type, std::string_view value) {
  if (!first_) out_.push_back(style_.separator);
  first_ = false;
  if (type == CellType::text)
    append_csv_text(out_, value, style_.separator);
  else
    out_ += value;  // digits, a point, a sign: nothing to quote
}

void CsvWriter::end_row() {
  out_ += style_.crlf ? "\r\n" : "\n";
  first_ = true;
}

}  // namespace renda
