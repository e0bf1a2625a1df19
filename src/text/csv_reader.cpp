#include "text/csv_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/utf.h"

namespace renda {
namespace {

constexpr int kShownLine = 160;  // columns of a line that a message still shows

const Wording kSaveAsUtf8{"save it as 'CSV UTF-8 (comma delimited)'; a spreadsheet's plain CSV is in GBK on Chinese systems",
                          "请另存为“CSV UTF-8（逗号分隔）”；中文系统下表格软件的普通 CSV 是 GBK 编码"};

std::uint32_t count_characters(std::string_view utf8) { return count_code_points(to_utf16(utf8)); }

void refuse_other_formats(LineReader& lines) {
  const auto head = lines.ahead();
  const Diagnostic file{.file = lines.name()};
  if (head.starts_with("PK\x03\x04") || head.starts_with("\xD0\xCF\x11\xE0"))
    throw Error(file, {"this is a workbook or another packed file, not CSV", "这是工作簿或其他打包文件，不是 CSV"}, kSaveAsUtf8);
  if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF"))
    throw Error(file, {"the table is in UTF-16, not in UTF-8", "表格是 UTF-16 编码，不是 UTF-8"}, kSaveAsUtf8);
}

}  // namespace

CsvReader::CsvReader(std::unique_ptr<LineReader> lines) : lines_(std::move(lines)) {
  refuse_other_formats(*lines_);
  if (!read_record())
    throw Error({.file = lines_->name(), .line = 1}, {"the table is empty: its first line names the columns", "表格是空的：第一行应是列名"});
  check_separator();
  width_ = size();
}

bool CsvReader::next() {
  if (!read_record()) return false;
  if (size() == width_) return true;
  throw Error(where(std::min(size() - 1, width_)),
              {fmt::format("this record has {} cells, the heading has {}", size(), width_), fmt::format("这一行有 {} 格，表头有 {} 格", size(), width_)},
              {"a cell that holds a comma is put in quotes", "含逗号的格子要用引号括起来"});
}

bool CsvReader::read_record() {
  do
    if (!append_lines()) return false;
  while (record_ == "\n" || record_ == "\r\n");
  check_encoding();
  read_cells();
  return true;
}

// The next record as the file has it: a line whose quotes are not paired goes on behind its end.
bool CsvReader::append_lines() {
  line_ += breaks_;
  breaks_ = 0;
  record_.clear();
  bool is_open = false;
  do {
    const auto begin = static_cast<std::ptrdiff_t>(record_.size());
    if (!lines_->append_line(record_)) break;
    ++breaks_;
    is_open ^= std::count(record_.begin() + begin, record_.end(), '"') % 2 != 0;
    if (record_.size() <= kLongestRecord) continue;
    read_cells();  // knows better what is wrong, if it is the quotes
    throw Error({.file = lines_->name(), .line = line_}, {"a record of over 1 MB", "一行超过 1 MB"});
  } while (is_open);
  return !record_.empty();
}

void CsvReader::read_cells() {
  starts_.clear();
  for (std::size_t at = 0; read_cell(at);) {
  }
}

// The cell at `at` and what ends it; true where a comma does, then `at` stands behind it.
bool CsvReader::read_cell(std::size_t& at) {
  const std::string_view record = record_;
  if (starts_.size() == cells_.size()) cells_.emplace_back();
  auto& cell = cells_[starts_.size()];
  cell.clear();
  starts_.push_back(at);
  const bool is_quoted = record.substr(at).starts_with('"');
  if (is_quoted) read_quoted(cell, at);
  const auto begin = at;
  while (at < record.size() && record[at] != ',' && record[at] != '\n' && record[at] != '\r' && record[at] != '"') ++at;
  const char end = at < record.size() ? record[at] : '\n';
  if (is_quoted && at > begin)
    throw Error(at_byte(begin), {"text behind the quote that closes a cell", "格子的结束引号后面还有文字"},
                {"a quote inside a cell is written twice", "格内的引号要写两遍"});
  if (end == '"')
    throw Error(at_byte(at), {"a quote inside a cell that does not begin with one", "不以引号开头的格子里出现了引号"},
                {"put the whole cell in quotes and write a quote inside it twice", "请把整格用引号括起来，格内的引号写两遍"});
  if (end == '\r' && !record.substr(at + 1).starts_with('\n'))
    throw Error(at_byte(at), {"a lone CR: lines end with LF or CR LF", "单独的 CR：行尾应为 LF 或 CR LF"});
  cell += record.substr(begin, at - begin);
  ++at;
  return end == ',';
}

// From the opening to the closing quote, past it; a doubled quote is one.
void CsvReader::read_quoted(std::string& cell, std::size_t& at) const {
  for (++at;;) {
    const auto quote = record_.find('"', at);
    if (quote == std::string::npos)
      throw Error(where(starts_.size() - 1), {"the quote that begins here is never closed", "这里开始的引号没有结束"});
    cell.append(record_, at, quote - at);
    at = quote + 1;
    if (at >= record_.size() || record_[at] != '"') return;
    cell.push_back('"');
    ++at;
  }
}

void CsvReader::check_encoding() const {
  const auto valid = std::min(valid_utf8(record_), record_.find('\0'));
  if (valid >= record_.size()) return;
  if (record_[valid] == '\0') throw Error(at_byte(valid), {"a NUL byte: this is no text", "含有 NUL 字节：这不是文本"});
  throw Error(at_byte(valid), {"the table is not in UTF-8", "表格不是 UTF-8 编码"}, kSaveAsUtf8);
}

// One column whose name holds what separates columns elsewhere.
void CsvReader::check_separator() const {
  const auto at = record_.find_first_of(";\t|");
  if (size() != 1 || record_.starts_with('"') || at == std::string::npos) return;
  const std::string separator = record_[at] == '\t' ? "TAB" : record_.substr(at, 1);
  throw Error(at_byte(at),
              {fmt::format("the columns are separated by {}, not by commas", separator), fmt::format("各列用 {} 分隔，不是逗号", separator)},
              {"export the table with ',' between the columns", "请用逗号“,”作分隔符导出"});
}

// A quoted line break puts it on a later line than the record begins on.
CsvReader::Place CsvReader::place_of_byte(std::size_t at) const {
  const auto before = std::string_view(record_).substr(0, at);
  const auto breaks = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
  return {line_ + breaks, count_characters(before.substr(before.rfind('\n') + 1)) + 1};
}

Diagnostic CsvReader::at_byte(std::size_t at) const {
  const auto [line, column] = place_of_byte(at);
  const auto begin = std::string_view(record_).substr(0, at).rfind('\n') + 1;  // npos + 1 is the head
  return {.file = lines_->name(), .line = line, .column = column, .line_text = shown_line(std::string_view(record_).substr(begin))};
}

Diagnostic CsvReader::where() const {
  return {.file = lines_->name(), .line = line_, .line_text = shown_line(record_)};
}

std::string shown_line(std::string_view line) {
  line = line.substr(0, line.find('\n'));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line.size() <= 4 * kShownLine && display_width(line) <= kShownLine ? std::string(line) : std::string();
}

}  // namespace renda
