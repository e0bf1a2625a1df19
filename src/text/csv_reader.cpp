#include "text/csv_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/utf.h"

namespace renda {
namespace {

constexpr std::size_t kLongestShown = 400;  // bytes of a line that a message still shows

const Wording kSaveAsUtf8{"save it as 'CSV UTF-8 (comma delimited)'; a spreadsheet's plain CSV is in GBK on Chinese systems",
                          "请另存为“CSV UTF-8（逗号分隔）”；中文系统下表格软件的普通 CSV 是 GBK 编码"};

}  // namespace

CsvReader::CsvReader(std::string_view text, std::string file) : text_(text), file_(std::move(file)) {
  const auto starts = [&](std::string_view mark) { return text_.starts_with(mark); };
  if (starts("PK\x03\x04") || starts("\xD0\xCF\x11\xE0")) fail(0, 0, {"this is a workbook or another packed file, not CSV", "这是工作簿或其他打包文件，不是 CSV"}, kSaveAsUtf8);
  if (starts("\xFF\xFE") || starts("\xFE\xFF")) fail(0, 0, {"the table is in UTF-16, not in UTF-8", "表格是 UTF-16 编码，不是 UTF-8"}, kSaveAsUtf8);
  if (starts("\xEF\xBB\xBF")) text_.remove_prefix(3);
  const auto valid = std::min(valid_utf8(text_), text_.find('\0'));
  if (valid >= text_.size()) return;
  const auto before = text_.substr(0, valid);
  const auto line = static_cast<std::uint32_t>(1 + std::count(before.begin(), before.end(), '\n'));
  const auto begin = before.rfind('\n');
  const auto column = 1 + count_code_points(to_utf16(before.substr(begin == std::string_view::npos ? 0 : begin + 1)));
  if (text_[valid] == '\0') fail(line, column, {"a NUL byte: this is no text", "含有 NUL 字节：这不是文本"});
  fail(line, column, {"the table is not in UTF-8", "表格不是 UTF-8 编码"}, kSaveAsUtf8);
}

void CsvReader::fail(std::uint32_t line, std::uint32_t column, Wording message, Wording hint) const {
  Diagnostic d;
  d.file = file_;
  d.line = line;
  d.column = column;
  d.message = std::move(message.en);
  d.message_zh = std::move(message.zh);
  d.hint = std::move(hint.en);
  d.hint_zh = std::move(hint.zh);
  const auto shown = line_of(text_, line);
  if (shown.size() <= kLongestShown) d.line_text = shown;
  throw Error(std::move(d));
}

std::vector<CsvCell> CsvReader::heading() {
  std::vector<CsvCell> record;
  if (!read_record(record)) fail(1, 0, {"the table is empty: its first line names the columns", "表格是空的：第一行应是列名"});
  const auto& first = record.front();
  const auto other = first.text.find_first_of(";\t|");
  if (record.size() == 1 && other != std::string::npos && text_.find('"') != first.column - 1u) {
    const char separator = first.text[other];
    const auto column = first.column + count_code_points(to_utf16(std::string_view(first.text).substr(0, other)));
    fail(first.line, column,
         {fmt::format("the columns are separated by {}, not by commas", separator == '\t' ? "TAB" : std::string(1, separator)),
          fmt::format("各列用 {} 分隔，不是逗号", separator == '\t' ? "TAB" : std::string(1, separator))},
         {"export the table with ',' between the columns", "请用逗号“,”作分隔符导出"});
  }
  cells_ = record.size();
  return record;
}

bool CsvReader::next(std::vector<CsvCell>& record) {
  if (!read_record(record)) return false;
  if (record.size() == cells_) return true;
  const auto& place = record[std::min(record.size() - 1, cells_)];
  fail(place.line, place.column,
       {fmt::format("this record has {} cells, the heading has {}", record.size(), cells_), fmt::format("这一行有 {} 格，表头有 {} 格", record.size(), cells_)},
       {"a cell that holds a comma is put in quotes", "含逗号的格子要用引号括起来"});
}

// A blank line is no record.
bool CsvReader::read_record(std::vector<CsvCell>& record) {
  record.clear();
  while (at_ < text_.size() && break_length() > 0) step();
  if (at_ == text_.size()) return false;
  while (true) {
    record.push_back({{}, line_, column_});
    if (at_ < text_.size() && text_[at_] == '"') read_quoted(record.back());
    else read_plain(record.back());
    if (at_ == text_.size()) return true;
    const bool more = text_[at_] == ',';
    step();
    if (!more) return true;
  }
}

// Up to the next comma or the end of the line.
void CsvReader::read_plain(CsvCell& cell) {
  const auto begin = at_;
  for (; at_ < text_.size() && text_[at_] != ',' && break_length() == 0; step())
    if (text_[at_] == '"')
      fail(line_, column_, {"a quote inside a cell that does not begin with one", "不以引号开头的格子里出现了引号"},
           {"put the whole cell in quotes and write a quote inside it twice", "请把整格用引号括起来，格内的引号写两遍"});
  cell.text = text_.substr(begin, at_ - begin);
}

void CsvReader::read_quoted(CsvCell& cell) {
  step();
  while (true) {
    const auto quote = text_.find('"', at_);
    if (quote == std::string_view::npos) fail(cell.line, cell.column, {"the quote that begins here is never closed", "这里开始的引号没有结束"});
    cell.text += text_.substr(at_, quote - at_);
    while (at_ <= quote) step();
    if (at_ == text_.size() || text_[at_] != '"') break;
    cell.text += '"';
    step();
  }
  if (at_ < text_.size() && text_[at_] != ',' && break_length() == 0)
    fail(line_, column_, {"text behind the quote that closes a cell", "格子的结束引号后面还有文字"}, {"a quote inside a cell is written twice", "格内的引号要写两遍"});
}

// Bytes of the line break at the place; 0 if there is none.
std::size_t CsvReader::break_length() const {
  if (text_[at_] == '\n') return 1;
  if (text_[at_] != '\r') return 0;
  if (at_ + 1 < text_.size() && text_[at_ + 1] == '\n') return 2;
  fail(line_, column_, {"a lone CR: lines end with LF or CR LF", "单独的 CR：行尾应为 LF 或 CR LF"});
}

// Over one character or one line break.
void CsvReader::step() {
  const bool is_break = text_[at_] == '\n' || (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n');
  if (is_break) {
    at_ += text_[at_] == '\n' ? 1u : 2u;
    ++line_;
    column_ = 1;
    return;
  }
  ++at_;
  while (at_ < text_.size() && (static_cast<unsigned char>(text_[at_]) & 0xC0) == 0x80) ++at_;
  ++column_;
}

std::string_view line_of(std::string_view text, std::uint32_t line) {
  if (line == 0) return {};
  for (; line > 1; --line) {
    const auto end = text.find('\n');
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + 1);
  }
  text = text.substr(0, text.find('\n'));
  if (text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

}  // namespace renda
