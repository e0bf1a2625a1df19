// Numerals that stand in no report: 一万万, 一百亿亿, 一百二三十. `renda number` reads them too.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "quantities/numeral.h"

namespace renda {

/// The run of Chinese numeral characters at `text[0]`, all of it, where powers are multiplied (四万万五千万, 一亿亿) or one place has two neighbouring digits
/// (十五六万: the lower is the value). None where read_numeral() is the one to ask, and where the digits do not fit.
std::optional<Numeral> read_long_numeral(std::u16string_view text);

}  // namespace renda
