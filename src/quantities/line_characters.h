// The characters of a line for `renda number`, before it is read.
#pragma once
#include <string>
#include <string_view>

namespace renda {

/// Widths folded, script simplified, spaces out; ½ is 1/2, 俩 is 两个, letters and 参 within numerals are the numerals they stand for. "1 1/2" keeps its
/// joint as 又; digits that spaces set apart in no usual way stay apart.
std::u16string line_characters(std::u16string_view line);

}  // namespace renda
