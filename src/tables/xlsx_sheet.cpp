// TableSheets: see xlsx_sheet.h.
#include "tables/xlsx_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <new>
#include <optional>

#include "tables/output.h"
#include "text/utf.h"

namespace renda {
namespace {

constexpr int kWidest = 50, kNarrowest = 6;  // columns of a terminal
constexpr int kFilterButton = 3;
constexpr std::uint8_t kA4 = 9;
constexpr std::size_t kExactDigits = 15;  // a spreadsheet computes with binary floats
constexpr lxw_color_t kGrey = 0xE7E6E6, kBlue = 0x0563C1;

// Digits that count, without the zeros before them.
std::size_t significant_digits(std::string_view number) {
  const auto first = number.find_first_of("123456789");
  if (first == std::string_view::npos) return 0;
  return static_cast<std::size_t>(std::count_if(number.begin() + static_cast<std::ptrdiff_t>(first), number.end(),
                                                [](char c) { return c >= '0' && c <= '9'; }));
}

std::size_t decimals_of(std::string_view number) {
  const auto point = number.find('.');
  return point == std::string_view::npos ? 0 : number.size() - point - 1;
}

// The value, where a double holds it as exactly as a spreadsheet shows it.
std::optional<double> as_double(std::string_view number) {
  double value = 0;
  if (significant_digits(number) > kExactDigits) return std::nullopt;
  const auto* end = number.data() + number.size();
  const auto result = std::from_chars(number.data(), end, value);
  if (result.ec != std::errc() || result.ptr != end) return std::nullopt;
  return value;
}

// The longest head of `text` with at most `limit` UTF-16 units, and room for the mark.
std::string cut_text(std::string_view text, std::uint32_t limit) {
  auto units = to_utf16(text);
  units.resize(limit - 1);
  if ((units.back() & 0xFC00) == 0xD800) units.pop_back();
  return to_utf8(units) + "…";
}

std::string column_name(std::size_t column) {
  std::string name;
  for (auto n = column + 1; n > 0; n = (n - 1) / 26) name.insert(name.begin(), static_cast<char>('A' + (n - 1) % 26));
  return name;
}

}  // namespace

void check(lxw_error error, const std::filesystem::path& file) {
  if (error == LXW_NO_ERROR) return;
  if (error == LXW_ERROR_MEMORY_MALLOC_FAILED) throw std::bad_alloc();
  throw OutputError({.file = file.string(), .message = fmt::format("cannot write: {}", lxw_strerror(error))});
}

lxw_format* CellFormats::heading() {
  if (heading_ != nullptr) return heading_;
  heading_ = workbook_add_format(workbook_);
  format_set_bold(heading_);
  format_set_bg_color(heading_, kGrey);
  format_set_bottom(heading_, LXW_BORDER_THIN);
  return heading_;
}

lxw_format* CellFormats::title() {
  if (title_ != nullptr) return title_;
  title_ = workbook_add_format(workbook_);
  format_set_bold(title_);
  format_set_font_size(title_, 14);
  return title_;
}

lxw_format* CellFormats::text() {
  if (text_ != nullptr) return text_;
  text_ = workbook_add_format(workbook_);
  format_set_num_format(text_, "@");
  return text_;
}

lxw_format* CellFormats::prose() {
  if (prose_ != nullptr) return prose_;
  prose_ = workbook_add_format(workbook_);
  format_set_text_wrap(prose_);
  format_set_align(prose_, LXW_ALIGN_VERTICAL_TOP);
  return prose_;
}

lxw_format* CellFormats::number(std::size_t decimals, bool link) {
  auto& format = numbers_[{decimals, link}];
  if (format != nullptr) return format;
  format = workbook_add_format(workbook_);
  // "_ " leaves the width of a blank to the text of the next column.
  format_set_num_format(format, fmt::format("#,##0{}{}_ ", decimals == 0 ? "" : ".", std::string(decimals, '0')).c_str());
  if (link) {
    format_set_font_color(format, kBlue);
    format_set_underline(format, LXW_UNDERLINE_SINGLE);
  }
  return format;
}

lxw_worksheet* WorkbookParts::add_sheet(const std::string& name) {
  auto* sheet = workbook_add_worksheet(workbook, name.c_str());
  if (sheet == nullptr) throw OutputError({.file = file.string(), .message = "cannot write: no temporary file for a sheet"});
  sheets.push_back(sheet);
  return sheet;
}

void WorkbookParts::write_text(lxw_worksheet* sheet, std::uint32_t row, std::uint16_t column, std::string_view text,
                               lxw_format* format) {
  // Bytes are at least as many as UTF-16 units.
  const bool long_text = text.size() > limits.characters && to_utf16(text).size() > limits.characters;
  cut += long_text;
  check(worksheet_write_string(sheet, row, column, (long_text ? cut_text(text, limits.characters) : std::string(text)).c_str(),
                               format),
        file);
}

TableSheets::TableSheets(WorkbookParts& parts, std::string name, std::span<const Column> columns, bool chinese_headers)
    : parts_(parts),
      name_(std::move(name)),
      columns_(columns),
      chinese_headers_(chinese_headers),
      widths_(columns.size(), kNarrowest) {
  begin_sheet();
}

void TableSheets::begin_sheet() {
  Sheet sheet;
  sheet.name = sheets_.empty() ? name_ : name_ + std::to_string(sheets_.size() + 1);
  sheet.worksheet = parts_.add_sheet(sheet.name);
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const auto heading = std::string(chinese_headers_ ? columns_[i].name_zh : columns_[i].name);
    check(worksheet_write_string(sheet.worksheet, 0, static_cast<lxw_col_t>(i), heading.c_str(), parts_.formats.heading()),
          parts_.file);
    widen(i, heading, kFilterButton);
  }
  sheet.rows = 1;
  worksheet_freeze_panes(sheet.worksheet, 1, 1);
  sheets_.push_back(std::move(sheet));
}

Place TableSheets::next_place() {
  if (sheets_.back().rows >= parts_.limits.rows) begin_sheet();
  return {sheets_.size() - 1, sheets_.back().rows};
}

std::string TableSheets::link_to(Place place, std::string_view column) const {
  std::size_t at = 0;
  while (at + 1 < columns_.size() && columns_[at].name != column) ++at;
  return fmt::format("internal:'{}'!{}{}", sheets_[place.sheet].name, column_name(at), place.row + 1);
}

// The link of a cell comes first: it writes a text, which the number then replaces.
bool TableSheets::write_link(Sheet& sheet, std::uint16_t column, const std::string& link, std::string_view text) {
  if (sheet.links >= parts_.limits.links) {
    ++unlinked_;
    return false;
  }
  ++sheet.links;
  check(worksheet_write_url_opt(sheet.worksheet, sheet.rows, column, link.c_str(), nullptr, std::string(text).c_str(), nullptr),
        parts_.file);
  return true;
}

void TableSheets::write_row(std::span<const XlsxCell> cells, std::span<const std::string> links) {
  next_place();
  auto& sheet = sheets_.back();
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto& cell = cells[i];
    if (cell.value.empty()) continue;
    const auto column = static_cast<lxw_col_t>(i);
    const bool linked = !links[i].empty() && write_link(sheet, column, links[i], cell.value);
    const auto value = cell.type == CellType::text ? std::nullopt : as_double(cell.value);
    if (value)
      check(worksheet_write_number(sheet.worksheet, sheet.rows, column, *value,
                                   parts_.formats.number(decimals_of(cell.value), linked)),
            parts_.file);
    else
      parts_.write_text(sheet.worksheet, sheet.rows, column, cell.value,
                        looks_like_number(cell.value) ? parts_.formats.text() : nullptr);
    widen(i, cell.value, value && cell.value.size() > 3 ? static_cast<int>(cell.value.size() / 3) : 0);
  }
  ++sheet.rows;
}

void TableSheets::widen(std::size_t column, std::string_view text, int more) {
  auto& width = widths_[column];
  // No character takes more columns than bytes.
  if (width >= kWidest || static_cast<int>(std::min<std::size_t>(text.size(), 1000)) + more <= width) return;
  width = std::min(kWidest, std::max(width, display_width(text.substr(0, 1000)) + more));
}

void TableSheets::finish() {
  const auto last = static_cast<lxw_col_t>(columns_.size() - 1);
  for (auto& sheet : sheets_) {
    for (std::size_t i = 0; i < widths_.size(); ++i) {
      const auto column = static_cast<lxw_col_t>(i);
      check(worksheet_set_column(sheet.worksheet, column, column, widths_[i] + 1, nullptr), parts_.file);
    }
    worksheet_set_landscape(sheet.worksheet);
    worksheet_set_paper(sheet.worksheet, kA4);
    check(worksheet_repeat_rows(sheet.worksheet, 0, 0), parts_.file);
    check(worksheet_autofilter(sheet.worksheet, 0, 0, sheet.rows - 1, last), parts_.file);
    // Codes are texts on purpose: no green corners.
    check(worksheet_ignore_errors(sheet.worksheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT,
                                  fmt::format("A1:{}{}", column_name(last), sheet.rows).c_str()),
          parts_.file);
  }
}

}  // namespace renda
