// Small questions about characters that the readers of numerals share.
#pragma once
#include <string_view>

#include "quantities/numeral.h"

namespace renda {

constexpr bool is_ascii_digit(char16_t c) { return c >= u'0' && c <= u'9'; }
inline bool is_chinese_digit(char16_t c) { return digit_value(c) >= 0 && !is_ascii_digit(c); }
/// The character there, 0 behind the end.
constexpr char16_t at(std::u16string_view text, std::size_t i) { return i < text.size() ? text[i] : u'\0'; }
constexpr bool contains(std::u16string_view set, char16_t c) { return c != u'\0' && set.find(c) != std::u16string_view::npos; }
/// 10^n, 0 <= n <= 38.
constexpr Int128 ten_to(int n) {
  Int128 value = 1;
  for (; n > 0; --n) value *= 10;
  return value;
}

}  // namespace renda
