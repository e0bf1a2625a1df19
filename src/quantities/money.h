// Sums of money in 元, 角, 分 and 厘: one amount, whatever it is written in.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "renda/quantity.h"

namespace renda {

struct Money {
  Decimal yuan;
  std::uint32_t length = 0;  ///< characters read
};

/// The amount that begins at `text[0]`: 壹佰贰拾叁元肆角伍分, 3元5角, 叁角, 零元壹角零分整. None where 元 stands alone (its number says it all) and where
/// 分 does (points, unless `is_money` says that money is spoken of).
std::optional<Money> read_money(std::u16string_view text, bool is_money);

}  // namespace renda
