// Numerals built with powers of ten: 一万二千三百零五, 1万2千, 三百六.
#pragma once
#include <optional>
#include <string_view>

#include "quantities/numeral.h"

namespace renda {

/// The whole numeral at `text[0]` made of coefficients (Chinese digits or ASCII digits) and powers 十 百 千 万 亿 兆 京, none where it does not add up: a
/// numeral is never cut short. A last digit without its power stands one place below the one before it (一百五 150, 三万五 35000).
std::optional<Numeral> read_power_numeral(std::u16string_view text);

}  // namespace renda
