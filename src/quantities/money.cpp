#include "quantities/money.h"

#include "quantities/numeral.h"

namespace renda {
namespace {

constexpr std::u16string_view kFinancial = u"壹贰叁肆伍陆柒捌玖拾佰仟";

struct Coin {
  std::u16string_view names;
  int tenths;  // how often it is divided by ten from 元
};
constexpr Coin kCoins[] = {{u"元圆块", 0}, {u"角毛", 1}, {u"分", 2}, {u"厘", 3}};
constexpr std::u16string_view kSpoken = u"块毛";  // 两块五, 二毛五: the next coin goes without its name

}  // namespace

std::optional<Money> read_money(std::u16string_view text, bool is_money) {
  Money money;
  int parts = 0;
  bool whole = false, small = false;  // 元 was read; a coin that only money has
  for (const Coin& coin : kCoins) {
    auto rest = text.substr(money.length);
    const std::uint32_t zero = parts > 0 && rest.size() > 1 && rest[0] == u'零' && digit_value(rest[1]) > 0;  // 壹佰元零伍分
    rest.remove_prefix(zero);
    const auto numeral = read_numeral(rest);
    if (!numeral || numeral->approx != Approx::exact || numeral->length >= rest.size() || coin.names.find(rest[numeral->length]) == std::u16string_view::npos) continue;
    if (coin.tenths > 0 && !(numeral->value < Decimal(10))) return std::nullopt;
    is_money |= kFinancial.find(rest[0]) != std::u16string_view::npos;
    const auto all = Decimal::sum(money.yuan, numeral->value.times_ten_to(-coin.tenths));
    if (!all) return std::nullopt;
    money.yuan = *all;
    money.length += zero + numeral->length + 1;
    whole |= coin.tenths == 0, small |= coin.tenths == 1;
    ++parts;
  }
  if (parts > 0 && money.length + 1 == text.size() && digit_value(text[money.length]) > 0 && kSpoken.find(text[money.length - 1]) != std::u16string_view::npos) {
    const auto all = Decimal::sum(money.yuan, Decimal(digit_value(text[money.length])).times_ten_to(small ? -2 : -1));
    if (!all) return std::nullopt;
    money.yuan = *all;
    ++money.length, ++parts;
  }
  const bool sure = small || (whole && parts > 1) || (parts > 0 && !whole && is_money);
  return sure ? std::optional(money) : std::nullopt;
}

}  // namespace renda
