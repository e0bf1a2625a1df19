// The lines of a source with what layout needs to know of each: width, ends, marks.
#pragma once
#include <string_view>
#include <vector>

#include "renda/span.h"

namespace renda {

/// One line of the source without its line end and without blanks at both ends.
struct Line {
  Span span;                  ///< units of SourceText::text
  std::uint32_t width = 0;    ///< in half columns: 2 for a Chinese character, 1 for ASCII
  std::uint32_t indent = 0;   ///< blanks before it, in half columns
  std::uint32_t blank_lines = 0;  ///< empty lines right before it
  bool furniture = false;     ///< page number, byline, caption, continuation note
  bool opens = false;         ///< begins with a section mark (一、 （一） 1. ● ★ ——)
  bool bullet = false;        ///< the mark is one of ● ★ ◆ ...: a headline of a page
  bool running = false;       ///< holds a comma or a full stop: running text, no headline
  bool closes = false;        ///< ends with 。！？；： or a quote after one
  bool plain = false;         ///< it holds no blank, and no character that folds
  bool bare_count = false;    ///< nothing but numbers with their measure words: 3次, 2批28人
  bool leans = false;         ///< ends with ，、 or an open 《 “ （: cannot be the end of anything
};

/// Every line that is not blank, in order; `starts` receives the first unit of every line of the source, blank ones too.
std::vector<Line> read_lines(std::u16string_view text, std::vector<std::uint32_t>& starts);

/// True for a line that begins with a section mark.
bool opens_with_mark(std::u16string_view line);

}  // namespace renda
