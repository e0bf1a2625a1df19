#include "quantities/long_numeral.h"

#include <string>

#include "quantities/characters.h"

namespace renda {
namespace {

constexpr int kMan = 4, kYi = 8;  // 万, 亿
constexpr int kMostDigits = 26;

bool is_chinese_numeral(char16_t c) { return is_chinese_digit(c) || power_of_ten(c) > 0; }

std::u16string_view run_of(std::u16string_view text) {
  std::size_t end = 0;
  while (end < text.size() && is_chinese_numeral(text[end])) ++end;
  return text.substr(0, end);
}

std::optional<Decimal> whole_value(std::u16string_view run) {
  const auto numeral = read_numeral(run);
  if (!numeral || numeral->length != run.size() || numeral->kind != NumberKind::integer || numeral->approx != Approx::exact) return std::nullopt;
  return numeral->value;
}

bool fits(const Decimal& value, int power) { return value < Decimal(1).times_ten_to(kMostDigits - power); }

// left × 10^power + right, where an empty right is nothing.
std::optional<Decimal> stacked(const std::optional<Decimal>& left, int power, const std::optional<Decimal>& right) {
  if (!left || !right || !fits(*left, power)) return std::nullopt;
  return Decimal::sum(left->times_ten_to(power), *right);
}

std::optional<Decimal> stacked_value(std::u16string_view run) {
  const auto rest = [&](std::size_t begin) { return begin == run.size() ? std::optional(Decimal(0)) : stacked_value(run.substr(begin)); };
  if (run.empty()) return std::nullopt;
  if (const auto value = whole_value(run)) return value;
  if (const auto at = run.rfind(u"亿万"); at != std::u16string_view::npos) return stacked(stacked_value(run.substr(0, at + 1)), kMan, rest(at + 2));
  if (const auto at = run.rfind(u'亿'); at != std::u16string_view::npos) return stacked(stacked_value(run.substr(0, at)), kYi, rest(at + 1));
  if (const auto at = run.rfind(u"万万"); at != std::u16string_view::npos) return stacked(stacked_value(run.substr(0, at)), kYi, rest(at + 2));
  return std::nullopt;
}

bool stacks(std::u16string_view run) {
  return run.find(u"万万") != std::u16string_view::npos || run.find(u"亿亿") != std::u16string_view::npos || run.find(u"亿万") != std::u16string_view::npos;
}

// Without the one and without the other of two neighbouring digits a number stands.
std::optional<Numeral> neighbours_inside(std::u16string_view run) {
  for (std::size_t i = 1; i + 1 < run.size(); ++i) {
    if (digit_value(run[i]) <= 0 || digit_value(run[i + 1]) != digit_value(run[i]) + 1) continue;
    std::u16string lower(run), upper(run);
    lower.erase(i + 1, 1), upper.erase(i, 1);
    const auto low = whole_value(lower), high = whole_value(upper);
    if (!low || !high) return std::nullopt;
    Numeral n;
    n.value = n.low = *low, n.high = *high;
    n.kind = NumberKind::range, n.approx = Approx::about;
    return n;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Numeral> read_long_numeral(std::u16string_view text) {
  const auto run = run_of(text);
  if (run.size() < 2) return std::nullopt;
  std::optional<Numeral> numeral;
  if (!stacks(run)) {
    const bool has_power = std::u16string_view(run).find_first_of(u"十百千万亿") != std::u16string_view::npos;
    if (has_power && !whole_value(run)) numeral = neighbours_inside(run);
  } else if (const auto value = stacked_value(run)) {
    numeral.emplace();
    numeral->value = numeral->low = numeral->high = *value;
  }
  if (numeral) numeral->chinese = true, numeral->length = static_cast<std::uint32_t>(run.size());
  return numeral;
}

}  // namespace renda
