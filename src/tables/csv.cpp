// The CSV writer; outside face: make_row_writer() in rows.cpp.
#include "tables/csv.h"

#include <algorithm>

#include "tables/plain.h"
#include "text/formula.h"

namespace renda {
namespace {

bool is_special(char c) { return c == '"' || c == ',' || may_be_control(c); }

// The next character at or after `at` that a cell may not bear as it is; the size where there is none. Blocks are judged without a branch
// inside, which compilers vectorise.
std::size_t next_special(std::string_view text, std::size_t at) {
  constexpr std::size_t kBlock = 32;
  while (at + kBlock <= text.size()) {
    unsigned char any = 0;
    for (std::size_t i = 0; i < kBlock; ++i) any = static_cast<unsigned char>(any | static_cast<unsigned char>(is_special(text[at + i])));
    if (any != 0) break;
    at += kBlock;
  }
  while (at < text.size() && !is_special(text[at])) ++at;
  return at;
}

}  // namespace

void append_csv_text(std::string& out, std::string_view utf8) {
  const std::size_t begin = out.size();
  bool quote = false;
  if (reads_as_formula(utf8)) out.push_back('\'');
  std::size_t copied = 0;
  for (std::size_t i = next_special(utf8, 0); i < utf8.size(); i = next_special(utf8, i)) {
    const std::size_t length = may_be_control(utf8[i]) ? break_length(utf8, i) : 0;
    if (length > 0) {
      out.append(utf8, copied, i - copied).push_back(' ');
      copied = i += length;
      continue;
    }
    quote = quote || utf8[i] == '"' || utf8[i] == ',';
    if (utf8[i] == '"') {
      out.append(utf8, copied, i + 1 - copied);
      copied = i;  // once more: a quote is written twice
    }
    ++i;
  }
  out.append(utf8, copied);
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
  if (!first_) out_.push_back(',');
  first_ = false;
  if (type == CellType::text)
    append_csv_text(out_, value);
  else
    out_ += value;  // digits, a point, a sign: nothing to quote
}

void CsvWriter::end_row() {
  out_ += style_.crlf ? "\r\n" : "\n";
  first_ = true;
}

}  // namespace renda
