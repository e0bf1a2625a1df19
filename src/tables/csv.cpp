// The CSV writer; outside face: make_row_writer() in rows.cpp.
#include "tables/csv.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "tables/plain.h"
#include "text/formula.h"

namespace renda {
namespace {

constexpr bool is_special(char c) { return c == '"' || c == ',' || may_be_control(c); }

constexpr std::array<bool, 256> kSpecial = [] {
  std::array<bool, 256> special{};
  for (std::size_t c = 0; c < special.size(); ++c) special[c] = is_special(static_cast<char>(c));
  return special;
}();

// Sixteen bytes at once, in one register (GCC and Clang).
using Block [[gnu::vector_size(16)]] = unsigned char;

// Of two times eight bytes, which may overlap.
bool holds_special(const char* first, const char* second) {
  std::array<std::uint64_t, 2> bytes;
  std::memcpy(&bytes[0], first, 8);
  std::memcpy(&bytes[1], second, 8);
  Block b;
  std::memcpy(&b, bytes.data(), sizeof b);
  const auto special = (b < 0x20) | (b == '"') | (b == ',') | (b == 0x7F) | ((b & 0xDF) == 0xC2);  // as is_special(): C2 and E2 differ in one bit
  std::array<std::uint64_t, 2> halves;
  std::memcpy(halves.data(), &special, sizeof special);
  return (halves[0] | halves[1]) != 0;
}

// The next character at or after `at` that a cell may not bear as it is; the size where there is none.
std::size_t next_special(std::string_view text, std::size_t at) {
  const char* const bytes = text.data();
  const std::size_t size = text.size();
  while (at + sizeof(Block) <= size && !holds_special(bytes + at, bytes + at + 8)) at += sizeof(Block);
  const bool short_rest = at + sizeof(Block) > size && size >= 8;
  if (short_rest && !holds_special(bytes + std::min(at, size - 8), bytes + size - 8)) return size;
  while (at < text.size() && !kSpecial[static_cast<unsigned char>(text[at])]) ++at;
  return at;
}

// A text whose first special character is at `special`; its size where it has none. Not inlined: the usual way past it stays short.
[[gnu::noinline]] void append_with_care(std::string& out, std::string_view utf8, std::size_t special) {
  const std::size_t begin = out.size();
  bool quote = false;
  if (reads_as_formula(utf8)) out.push_back('\'');
  std::size_t copied = 0;
  for (std::size_t i = special; i < utf8.size(); i = next_special(utf8, i)) {
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
  out.append(utf8.substr(copied));
  if (quote) {
    out.insert(begin, 1, '"');
    out.push_back('"');
  }
}

}  // namespace

void append_csv_text(std::string& out, std::string_view utf8) {
  const std::size_t special = next_special(utf8, 0);
  const bool as_it_is = special == utf8.size() && (utf8.empty() || !may_begin_formula(utf8[0]));
  as_it_is ? void(out.append(utf8)) : append_with_care(out, utf8, special);
}

void CsvWriter::header() {
  if (style_.bom) out_ += "\xEF\xBB\xBF";
  for (const auto& column : columns_) cell(CellType::text, style_.chinese_headers ? column.name_zh : column.name);
  end_row();
}

void CsvWriter::cell(CellType type, std::string_view value) {
  if (column_++ > 0) out_.push_back(',');
  if (type == CellType::text)
    append_csv_text(out_, value);
  else
    out_ += value;  // digits, a point, a sign: nothing to quote
}

void CsvWriter::end_row() {
  out_ += style_.crlf ? "\r\n" : "\n";
  column_ = 0;
}

}  // namespace renda
