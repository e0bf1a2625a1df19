#include "layout/unwrap.h"

#include <algorithm>
#include <array>

namespace renda {
namespace {

constexpr std::size_t kNeighbours = 7;          // lines on each side whose widths count
constexpr std::uint32_t kNarrowest = 20;        // half columns: no newspaper column is narrower than ten characters
constexpr std::uint32_t kLong = 60;             // half columns: unfinished running text of this width was broken by something
constexpr std::uint32_t kIndent = 4;            // half columns that the first line of a paragraph lacks where blanks were lost
constexpr std::uint32_t kTolerance = 4;         // half columns that punctuation and half-width digits cost at a line's end

struct Column {
  std::uint32_t width = 0;
  bool even = false;  // most neighbours are as wide as the median: a column of broken lines
};

// A paragraph's first line belongs to the column that follows it, others to the one they stand in. `measure` is a line's width, or its number of
// characters: some programs count those. None where the median is over `most`; that is told without looking for it, and most lines are so much narrower.
template <typename Measure>
Column column_around(const std::vector<Line>& lines, std::size_t at, bool begins, std::uint32_t most, Measure&& measure) {
  std::array<std::uint32_t, 2 * kNeighbours + 1> widths;
  std::size_t count = 0;
  const std::size_t first = begins ? at : at > kNeighbours ? at - kNeighbours : 0, last = std::min(lines.size(), at + kNeighbours + 1);
  for (std::size_t i = first; i < last; ++i)
    if (!lines[i].furniture) widths[count++] = measure(lines[i]);
  const auto end = widths.begin() + static_cast<std::ptrdiff_t>(count);
  if (static_cast<std::size_t>(std::count_if(widths.begin(), end, [most](std::uint32_t w) { return w <= most; })) <= count / 2) return {};
  const auto middle = widths.begin() + static_cast<std::ptrdiff_t>(count / 2);
  std::nth_element(widths.begin(), middle, end);
  const std::uint32_t median = *middle;
  const auto near = std::count_if(widths.begin(), end, [&](std::uint32_t w) { return w + kTolerance >= median && w <= median + kTolerance; });
  return {median, static_cast<std::size_t>(near) * 5 >= count * 3};
}

// Indents mean a paragraph only where few lines have them.
bool indents_tell(const std::vector<Line>& lines) {
  const auto indented = std::count_if(lines.begin(), lines.end(), [](const Line& l) { return l.indent >= 2; });
  return static_cast<std::size_t>(indented) * 2 < lines.size();
}

bool continues(const std::vector<Line>& lines, std::size_t at, std::size_t following, bool indents) {
  const Line &line = lines[at], &next = lines[following];
  if (line.closes || next.opens || next.blank_lines > 3) return false;
  if (indents && next.indent >= 2) return false;
  if (line.leans && line.width >= kNarrowest) return true;
  if (line.running && line.width >= kLong) return true;
  constexpr std::uint32_t kMostSlack = kTolerance + kIndent;
  const auto length = [](const Line& l) { return 2 * l.span.size(); };
  if (std::max(line.width, length(line)) + kMostSlack < kNarrowest) return false;  // it fills no column
  const bool first = at == 0 || lines[at - 1].closes || lines[at - 1].furniture;
  const std::uint32_t slack = kTolerance + (first && !line.bullet ? kIndent : 0);
  const Column column = column_around(lines, at, first, line.width + slack, [](const Line& l) { return l.width; });
  if (column.even && column.width >= kNarrowest) return true;
  const Column counted = column_around(lines, at, first, length(line) + slack, length);
  return counted.even && counted.width >= kNarrowest && length(line) <= counted.width + kTolerance;
}

// 3次 / 常委会会议 / 7次 / 主任会议: in a list that gives each count a line of its own, count and noun belong together. Which comes first shows at
// the end of the list: `begin` to `end` are lines without a blank line or a section mark between.
void join_counts(const std::vector<Line>& lines, std::size_t begin, std::size_t end, std::vector<bool>& continued) {
  const auto counts = std::count_if(lines.begin() + static_cast<std::ptrdiff_t>(begin), lines.begin() + static_cast<std::ptrdiff_t>(end), [](const Line& l) { return l.bare_count; });
  if (counts < 2) return;
  const bool noun_first = lines[end - 1].bare_count;
  for (std::size_t i = begin; i + 1 < end; ++i) continued[i] = continued[i] || (lines[i].bare_count != lines[i + 1].bare_count && lines[noun_first ? i + 1 : i].bare_count);
}

}  // namespace

std::vector<bool> continued_lines(const std::vector<Line>& lines) {
  std::vector<bool> continued(lines.size(), false);
  for (std::size_t begin = 0, end = 1; begin < lines.size(); begin = end++) {
    while (end < lines.size() && lines[end].blank_lines == 0) ++end;
    join_counts(lines, begin, end, continued);
  }
  const bool indents = indents_tell(lines);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].furniture) continue;
    std::size_t next = i + 1;
    while (next < lines.size() && lines[next].furniture) ++next;
    if (next < lines.size()) continued[i] = continued[i] || continues(lines, i, next, indents);
  }
  return continued;
}

}  // namespace renda
