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
    if ((raw_ == "\n" || raw_ == "\r\n") && bytes_->peek() < 0) return false;  // an empty last line, as editors leave it
    if (cells_.size() != width_) fail(TableFault::cell_count, {std::to_string(cells_.size()), std::to_string(width_)}, place());
    return true;
  }
  const std::string& cell(std::size_t column) const override { return cells_[columns_[column]]; }
  Diagnostic place(std::size_t column) const override { return place_of(columns_[column]); }
  Diagnostic place() const override { return place_of(kNowhere); }

 private:
  // One record into cells_; false at the end of the file. A line whose quotes are not paired goes on behind its line end.
  bool read() {
    count_ = 0;
    starts_.clear();
    raw_.clear();
    line_ += breaks_;
    breaks_ = 0;
    bool paired = true;
    do {
      const auto begin = raw_.size();
      if (!bytes_->append_line(raw_)) break;
      ++breaks_;
      if (raw_.size() > kLongestRecord) fail(TableFault::too_long, {}, {.file = bytes_->name(), .line = line_});
      const auto quotes = std::count(raw_.begin() + static_cast<std::ptrdiff_t>(begin), raw_.end(), '"');
      paired = paired == (quotes % 2 == 0);
    } while (!paired);
    if (raw_.empty()) return false;
    if (!is_utf8(raw_)) fail(TableFault::not_utf8, {}, {.file = bytes_->name(), .line = line_});
    for (std::size_t at = 0; read_cell(at);) {
    }
    cells_.resize(count_);
    return true;
  }

  std::string& new_cell(std::size_t at) {
    starts_.push_back(at);
    if (count_ == cells_.size()) cells_.emplace_back();
    auto& cell = cells_[count_++];
    cell.clear();
    return cell;
  }

  // The cell at `at` and what ends it; true where a comma does, then `at` stands behind it.
  bool read_cell(std::size_t& at) {
    auto& cell = new_cell(at);
    const bool quoted = at < raw_.size() && raw_[at] == '"';
    if (quoted) read_quoted(cell, at);
    const auto begin = at;
    while (at < raw_.size() && raw_[at] != ',' && raw_[at] != '\n' && raw_[at] != '\r' && raw_[at] != '"') ++at;
    const char end = at < raw_.size() ? raw_[at] : '\n';
    if (end == '"' || (quoted && at > begin)) fail(TableFault::stray_quote, {}, place_at(end == '"' ? at : begin, true));
    if (end == '\r' && (at + 1 >= raw_.size() || raw_[at + 1] != '\n')) fail(TableFault::stray_return, {}, place_at(at, true));
    cell.append(raw_, begin, at - begin);
    drop_apostrophe(cell);
    ++at;
    return end == ',';
  }

  // From the opening to the closing quote, past it; a doubled quote is one.
  void read_quoted(std::string& cell, std::size_t& at) {
    for (++at;;) {
      const auto quote = raw_.find('"', at);
      if (quote == std::string::npos) fail(TableFault::open_quote, {}, place_of(starts_.size() - 1));
      cell.append(raw_, at, quote - at);
      at = quote + 1;
      if (at >= raw_.size() || raw_[at] != '"') return;
      cell.push_back('"');
      ++at;
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

  // The place of byte `at` of the record: a quoted line break puts it on a later line.
  Diagnostic place_at(std::size_t at, bool with_column) const {
    const std::string_view before = std::string_view(raw_).substr(0, at);
    const auto newline = before.rfind('\n');
    const auto begin = newline == std::string_view::npos ? 0 : newline + 1;
    Diagnostic out{.file = bytes_->name(),
                   .line = line_ + static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'))};
    if (with_column) out.column = characters(before.substr(begin)) + 1;
    auto text = std::string_view(raw_).substr(begin);
    text = text.substr(0, text.find('\n'));
    if (text.ends_with('\r')) text.remove_suffix(1);
    if (display_width(text) <= static_cast<int>(kShownLine)) out.line_text = std::string(text);
    return out;
  }

  std::unique_ptr<ByteSource> bytes_;
  std::vector<std::string> cells_;
  std::vector<std::size_t> starts_;   // of the cells, in raw_
  std::vector<std::size_t> columns_;  // index of each wanted column
  std::string raw_;                   // the record as the file has it
  std::size_t width_ = 0, count_ = 0;  // cells of the header, of this record
  std::uint32_t line_ = 1, breaks_ = 0;  // where the record begins; line ends read since
};

}  // namespace

std::unique_ptr<Records> open_csv(std::unique_ptr<ByteSource> bytes, std::vector<Column> wanted) {
  return std::make_unique<CsvRecords>(std::move(bytes), std::move(wanted));
}

}  // namespace renda
