// Tables for reading: in a terminal, folded at its width, and in Markdown. Widths are those of a terminal (UAX 11).
#include <algorithm>

#include "compare/writers.h"
#include "text/utf.h"

namespace renda {
namespace {

constexpr int kHeaderWidth = 12;  // columns: longer headings break into lines
constexpr int kGap = 2;
constexpr std::string_view kNotStated = "-", kAmbiguous = "?", kCut = "~";

struct TextCell {
  std::string text{};
  bool stated = false;
};
using TextRow = std::vector<TextCell>;

// `text` cut to `width` columns, the cut marked.
std::string fit(const std::string& text, int width) {
  if (display_width(text) <= width) return text;
  std::string out;
  int used = 0;
  for (std::size_t i = 0; i < text.size();) {
    auto end = i + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    const auto character = text.substr(i, end - i);
    used += display_width(character);
    if (used > width - 1) break;
    out += character;
    i = end;
  }
  return out.append(kCut);
}

std::string padded(const std::string& text, int width, bool right) {
  const std::string blanks(static_cast<std::size_t>(std::max(0, width - display_width(text))), ' ');
  return right ? blanks + text : text + blanks;
}

// A heading in lines of at most kHeaderWidth columns, broken behind . _ and blanks, Chinese anywhere.
std::vector<std::string> header_lines(const std::string& name) {
  std::vector<std::string> words(1);
  for (std::size_t i = 0; i < name.size();) {
    auto end = i + 1;
    while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) ++end;
    const bool wide = end - i > 1;
    words.back() += name.substr(i, end - i);
    if (wide || name[i] == '.' || name[i] == '_' || name[i] == ' ') words.emplace_back();
    i = end;
  }
  std::vector<std::string> lines(1);
  for (const auto& word : words) {
    if (!lines.back().empty() && display_width(lines.back() + word) > kHeaderWidth) lines.emplace_back();
    lines.back() += word;
  }
  for (auto& line : lines)
    while (line.ends_with(' ')) line.pop_back();
  return lines;
}

std::string markdown_cell(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '|' || c == '\\' || c == '`' || c == '*' || c == '[' || c == ']') out.push_back('\\');
    if (c == '<')
      out += "&lt;";
    else if (c == '&')
      out += "&amp;";
    else
      out.push_back(c);
  }
  return out;
}

class TextTable : public CompareWriter {
 public:
  TextTable(const std::vector<ShapeColumn>& columns, const CompareStyle& style, const ByteSink& sink)
      : columns_(columns), style_(style), sink_(sink) {}
  using CompareWriter::number;
  void text(std::string_view utf8) override { add({escape_controls(utf8), !utf8.empty()}); }
  void integer(std::uint64_t value) override { add({std::to_string(value), true}); }
  void number(const Decimal& value) override { add({value.text(), true}); }
  void boolean(bool value) override { add({value ? "1" : "0", true}); }
  void blank(CellState why) override {
    add({std::string(why == CellState::not_stated ? kNotStated : why == CellState::ambiguous ? kAmbiguous : ""), why == CellState::ambiguous});
  }
  void end_row() override {
    rows_.push_back(std::move(row_));
    row_.clear();
    at_ = 0;
  }

  void finish() override {
    std::string out;
    if (style_.format == CompareFormat::md)
      markdown(out);
    else
      for (std::size_t begin = 0; begin < rows_.size();) {
        std::size_t end = begin + 1;
        while (end < rows_.size() && title(end) == title(begin)) ++end;
        if (begin > 0) out += "\n";
        section(begin, end, out);
        begin = end;
      }
    if (!style_.legend.empty() && !rows_.empty()) out.append("\n").append(style_.legend).append("\n");
    sink_(out);
  }

 private:
  void add(TextCell cell) {
    if (columns_[at_++].role == ColumnRole::hidden) cell = {};
    row_.push_back(std::move(cell));
  }
  const std::string& name(std::size_t column) const { return style_.chinese_headers ? columns_[column].name_zh : columns_[column].name; }
  bool is_right(std::size_t column) const { return columns_[column].type == CellType::number || columns_[column].type == CellType::integer; }

  std::string title(std::size_t row) const {
    std::string out;
    for (std::size_t i = 0; i < columns_.size(); ++i)
      if (columns_[i].role == ColumnRole::section && !rows_[row][i].text.empty()) out.append(out.empty() ? "" : "  ").append(rows_[row][i].text);
    return out;
  }

  bool is_shown(std::size_t column, std::size_t begin, std::size_t end) const {
    if (columns_[column].role == ColumnRole::hidden) return false;
    if (columns_[column].role != ColumnRole::optional && columns_[column].role != ColumnRole::beside) return true;
    return std::any_of(rows_.begin() + static_cast<std::ptrdiff_t>(begin), rows_.begin() + static_cast<std::ptrdiff_t>(end),
                       [column](const TextRow& row) { return row[column].stated; });
  }

  int width_of(std::size_t column, std::size_t begin, std::size_t end) const {
    int width = 1;
    for (const auto& line : header_lines(name(column))) width = std::max(width, display_width(line));
    for (std::size_t row = begin; row < end; ++row) width = std::max(width, display_width(rows_[row][column].text));
    return width;
  }

  // The rows under one title, in as many parts as the width asks for; each part begins with the keys.
  void section(std::size_t begin, std::size_t end, std::string& out) {
    if (const auto head = title(begin); !head.empty()) out.append(fit(head, style_.width)).append("\n\n");
    std::vector<int> widths(columns_.size(), 0);
    std::vector<std::size_t> keys, data;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i].role == ColumnRole::section || !is_shown(i, begin, end)) continue;
      widths[i] = width_of(i, begin, end);
      (columns_[i].role == ColumnRole::key ? keys : data).push_back(i);
    }
    // Keys take at most two thirds of the width, so that data has room: the widest gives way first.
    const auto total = [&] {
      int sum = 0;
      for (const auto key : keys) sum += widths[key] + kGap;
      return sum;
    };
    while (total() > style_.width * 2 / 3) {
      const auto widest = *std::max_element(keys.begin(), keys.end(), [&](std::size_t a, std::size_t b) { return widths[a] < widths[b]; });
      if (widths[widest] <= 4) break;
      --widths[widest];
    }
    const int room = style_.width - total();
    for (std::size_t first = 0; first == 0 || first < data.size();) {
      if (first < data.size()) widths[data[first]] = std::min(widths[data[first]], std::max(room, 4));
      const auto last = last_that_fits(data, widths, first, room);
      if (first > 0) out += "\n";
      auto shown = keys;
      shown.insert(shown.end(), data.begin() + static_cast<std::ptrdiff_t>(first), data.begin() + static_cast<std::ptrdiff_t>(last));
      part(shown, widths, begin, end, out);
      if (last == data.size()) break;
      first = last;
    }
  }

  // The end of the part that begins at `first`: a value and what stands beside it are kept together where they fit at all.
  std::size_t last_that_fits(const std::vector<std::size_t>& data, const std::vector<int>& widths, std::size_t first, int room) const {
    int used = 0;
    std::size_t last = first;
    for (; last < data.size() && (last == first || used + widths[data[last]] <= room); ++last) used += widths[data[last]] + kGap;
    if (last == data.size()) return last;
    auto whole = last;
    while (whole > first && columns_[data[whole]].role == ColumnRole::beside) --whole;
    return whole > first ? whole : last;
  }

  void part(const std::vector<std::size_t>& shown, const std::vector<int>& widths, std::size_t begin, std::size_t end, std::string& out) const {
    const auto line = [&](const auto& text_of) {
      std::string text;
      for (const auto column : shown) text += padded(fit(text_of(column), widths[column]), widths[column], is_right(column)) + std::string(kGap, ' ');
      text.erase(text.find_last_not_of(' ') + 1);
      out += text + "\n";
    };
    std::size_t height = 1;
    for (const auto column : shown) height = std::max(height, header_lines(name(column)).size());
    for (std::size_t i = 0; i < height; ++i) {
      line([&](std::size_t column) {
        const auto lines = header_lines(name(column));
        const auto above = height - lines.size();  // headings stand on the line
        return i < above ? std::string() : lines[i - above];
      });
    }
    line([&](std::size_t column) { return std::string(static_cast<std::size_t>(widths[column]), '-'); });
    for (std::size_t row = begin; row < end; ++row) line([&](std::size_t column) { return rows_[row][column].text; });
  }

  void markdown(std::string& out) const {
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < columns_.size(); ++i)
      if (is_shown(i, 0, rows_.size())) shown.push_back(i);
    const auto line = [&](const auto& text_of) {
      out += "|";
      for (const auto column : shown) out.append(" ").append(text_of(column)).append(" |");
      out += "\n";
    };
    line([&](std::size_t column) { return markdown_cell(name(column)); });
    line([&](std::size_t column) { return std::string(is_right(column) ? "--:" : "---"); });
    for (const auto& row : rows_) line([&](std::size_t column) { return markdown_cell(row[column].text); });
  }

  const std::vector<ShapeColumn>& columns_;
  const CompareStyle& style_;
  const ByteSink& sink_;
  std::vector<TextRow> rows_;
  TextRow row_;
  std::size_t at_ = 0;
};

}  // namespace

std::unique_ptr<CompareWriter> make_text_table(const std::vector<ShapeColumn>& columns, const CompareStyle& style, const ByteSink& sink) {
  return std::make_unique<TextTable>(columns, style, sink);
}

}  // namespace renda
