// Numerals: the value of a run of digits or Chinese numeral characters. Knows no document and no measure words.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "renda/quantity.h"

namespace renda {

/// What a numeral says. `length` units were read. `step` is the place of its last written digit (30 -> 10, 1.2万 -> 1000): what 余 adds to.
struct Numeral {
  Decimal value, low, high, step = Decimal(1);
  Approx approx = Approx::exact;
  NumberKind kind = NumberKind::integer;
  std::uint32_t length = 0;
  bool digits_only = false;  ///< written with 〇一二 … as a string of digits (二〇二三) or with ASCII digits alone
  bool chinese = false;
  bool open = false;         ///< has its own 余 or 多 inside (1万多, 三百余)
};

/// The numeral that starts at `text[0]`: ASCII digits (thousands, decimals, with 万 亿 千 百), Chinese numerals (common, financial and traditional
/// forms, 两 廿 卅 半), digit strings, 几十 数百 上千 十几, percentages (95%, 百分之九十五, 九成五), fractions (三分之二). None where there is no
/// numeral, and none where it cannot be read as a whole: a numeral is never cut short. GB/T 15835-2011.
std::optional<Numeral> read_numeral(std::u16string_view text);

/// What a character is in a numeral, in one byte: digit + 1 (0 = none), or a power and kPower; with kStart if a numeral may begin with it.
extern const std::array<std::uint8_t, 65536> kNumeralCharacters;
inline constexpr std::uint8_t kStart = 0x80, kPower = 0x40, kMask = 0x3F;

/// True for characters a numeral may start with.
inline bool starts_numeral(char16_t c) { return (kNumeralCharacters[c] & kStart) != 0; }

/// The first such character at or after `at`; the size of `text` where there is none.
std::size_t find_numeral(std::u16string_view text, std::size_t at);

/// Value 0..9 of a Chinese or ASCII digit, -1 for others.
inline int digit_value(char16_t c) {
  const auto what = kNumeralCharacters[c];
  return (what & kPower) != 0 ? -1 : (what & kMask) - 1;
}

/// 10^n of 十 百 千 万 亿 兆 in all their forms as n, 0 for others.
inline int power_of_ten(char16_t c) {
  const auto what = kNumeralCharacters[c];
  return (what & kPower) != 0 ? what & kMask : 0;
}

}  // namespace renda
