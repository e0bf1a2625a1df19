// CSV after RFC 4180, strictly: what a spreadsheet or an editor broke is named with its line, not read somehow.
#include <algorithm>
#include <array>

#include "compare/records.h"
#include "text/utf.h"

namespace renda {
namespace {

constexpr std::size_t kShownLine = 160;  // columns: longer lines are not shown under a message
constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

std::uint32_t characters(std::string_view utf8) { return count_code_points(to_utf16(utf8)); }

class CsvRecords : public Records {
 public:
  CsvRecords(std::unique_ptr<ByteSource> bytes, std::vector<Column> wanted) : bytes_(std::move(bytes)) {
    if (!read()) fail(TableFault::empty_table, {}, {.file = bytes_->name()});
    width_ = cells_.size();
    for (const auto& column : wanted) {
      const auto is_named = [&](const std::string& cell) { return cell == column.name || cell == column.name_zh; };
      const auto found = std::find_if(cells_.begin(), cells_.end(), is_named);
      if (found == cells_.end()) fail(TableFault::missing_column, {std::string(column.name)}, place());
      const auto at = static_cast<std::size_t>(found - cells_.begin());
      const auto again = std::find_if(found + 1, cells_.end(), is_named);
      if (again != cells_.end())
        fail(TableFault::repeated_column, {std::string(column.name)}, place_of(static_cast<std::size_t>(again - cells_.begin())));
      columns_.push_back(at);
    }
  }

  bool next() override {
    if (!read()) return false;
    if (raw_ == "\n" && bytes_->peek() < 0) return false;  // an empty last line, as editors leave it
    if (cells_.size() != width_) fail(TableFault::cell_count, {std::to_string(cells_.size()), std::to_string(width_)}, place());
    return true;
  }
  const std::string& cell(std::size_t column) const override { return cells_[columns_[column]]; }
  Diagnostic place(std::size_t column) const override { return place_of(columns_[column]); }
  Diagnostic place() const override { return place_of(kNowhere); }

 private:
  // One record into cells_; false at the end of the file.
  bool read() {
    cells_.clear();
    starts_.clear();
    raw_.clear();
    line_ += breaks_;
    breaks_ = 0;
    if (bytes_->peek() < 0) return false;
    while (read_cell()) {
    }
    if (!is_utf8(raw_)) fail(TableFault::not_utf8, {}, {.file = bytes_->name(), .line = line_});
    return true;
  }

  int take() {
    const int byte = bytes_->next();
    if (byte < 0) return byte;
    if (raw_.size() >= kLongestRecord) fail(TableFault::too_long, {}, {.file = bytes_->name(), .line = line_});
    raw_.push_back(static_cast<char>(byte));
    if (byte == '\n') ++breaks_;
    return byte;
  }

  // One cell and what ends it; true where a comma does.
  bool read_cell() {
    starts_.push_back(raw_.size());
    auto& cell = cells_.emplace_back();
    bool quoted = false;
    if (bytes_->peek() == '"') {
      take();
      quoted = true;
      read_quoted(cell);
    }
    for (;;) {
      const int byte = take();
      if (byte < 0 || byte == '\n') break;
      if (byte == '\r') {
        if (bytes_->peek() != '\n') fail(TableFault::stray_return, {}, here());
        take();
        break;
      }
      if (byte == ',') {
        drop_apostrophe(cell);
        return true;
      }
      if (quoted || byte == '"') fail(TableFault::stray_quote, {}, here());
      cell.push_back(static_cast<char>(byte));
    }
    drop_apostrophe(cell);
    return false;
  }

  // Up to the closing quote; a doubled quote is one.
  void read_quoted(std::string& cell) {
    for (;;) {
      const int byte = take();
      if (byte < 0) fail(TableFault::open_quote, {}, place_of(starts_.size() - 1));
      if (byte != '"')
        cell.push_back(static_cast<char>(byte));
      else if (bytes_->peek() == '"')
        cell.push_back(static_cast<char>(take()));
      else
        return;
    }
  }

  // The writer sets an apostrophe before what a spreadsheet would take for a formula.
  static void drop_apostrophe(std::string& cell) {
    static constexpr std::array<std::string_view, 8> kHeads = {"=", "+", "-", "@", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
    if (cell.size() < 2 || cell[0] != '\'') return;
    const std::string_view rest = std::string_view(cell).substr(1);
    for (const auto head : kHeads)
      if (rest.starts_with(head)) {
        cell.erase(0, 1);
        return;
      }
  }

  Diagnostic place_of(std::size_t index) const {
    const bool whole = index >= starts_.size();
    return place_at(whole ? 0 : starts_[index], !whole);
  }
  Diagnostic here() const { return place_at(raw_.size() - 1, true); }

  // The place of byte `at` of the record: a quoted line break puts it on a later line.
  Diagnostic place_at(std::size_t at, bool with_column) const {
    const std::string_view before = std::string_view(raw_).substr(0, at);
    const auto newline = before.rfind('\n');
    const auto begin = newline == std::string_view::npos ? 0 : newline + 1;
    Diagnostic out{.file = bytes_->name(),
                   .line = line_ + static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'))};
    if (with_column) out.column = characters(before.substr(begin)) + 1;
    auto text = std::string_view(raw_).substr(begin);
    text = text.substr(0, text.find_first_of("\r\n"));
    if (display_width(text) <= static_cast<int>(kShownLine)) out.line_text = std::string(text);
    return out;
  }

  std::unique_ptr<ByteSource> bytes_;
  std::vector<std::string> cells_;
  std::vector<std::size_t> starts_;   // of the cells, in raw_
  std::vector<std::size_t> columns_;  // index of each wanted column
  std::string raw_;                   // the record as the file has it
  std::size_t width_ = 0;
  std::uint32_t line_ = 1, breaks_ = 0;  // where the record begins; line ends read since
};

}  // namespace

std::unique_ptr<Records> open_csv(std::unique_ptr<ByteSource> bytes, std::vector<Column> wanted) {
  return std::make_unique<CsvRecords>(std::move(bytes), std::move(wanted));
}

}  // namespace renda
