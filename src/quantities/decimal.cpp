// Decimal: exact decimals as scaled integers.
#include <algorithm>
#include <array>
#include <limits>

#include "renda/quantity.h"

namespace renda {

// Without the zeros behind the point. Nearly all digits fit 64 bits, whose division is quick.
Decimal Decimal::reduced(Int128 digits, int scale) {
  const auto without_zeros = [&scale](auto number) {
    for (; scale > 0 && number % 10 == 0; --scale) number /= 10;
    return number;
  };
  const auto word = static_cast<std::int64_t>(digits);
  const Int128 kept = word == digits ? Int128{without_zeros(word)} : without_zeros(digits);
  return {kept, scale};
}

std::string Decimal::text() const {
  std::array<char, 64> room;  // filled from its end
  char* at = room.data() + room.size();
  Int128 rest = digits_ < 0 ? -digits_ : digits_;
  int written = 0;
  const auto write = [&](auto digit) {
    if (written++ == scale_ && scale_ > 0) *--at = '.';
    *--at = static_cast<char>('0' + static_cast<int>(digit));
  };
  for (constexpr Int128 kWord = std::numeric_limits<std::uint64_t>::max(); rest > kWord; rest /= 10) write(rest % 10);
  for (auto word = static_cast<std::uint64_t>(rest); word > 0 || written <= scale_; word /= 10) write(word % 10);  // division of 64 bits is quick
  if (digits_ < 0) *--at = '-';
  return {at, room.data() + room.size()};
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
  const bool negative = !text.empty() && text[0] == '-';
  if (negative) text.remove_prefix(1);
  Int128 digits = 0;
  int scale = -1, count = 0;
  for (char c : text) {
    if (c == '.' && scale < 0) {
      scale = 0;
      continue;
    }
    if (c < '0' || c > '9' || ++count > 30) return std::nullopt;
    digits = digits * 10 + (c - '0');
    scale += scale >= 0;
  }
  if (count == 0) return std::nullopt;
  return scaled(negative ? -digits : digits, std::max(scale, 0));
}

namespace {

// `digits` with `count` zeros behind; none where they do not fit.
std::optional<Int128> with_zeros(Int128 digits, int count) {
  for (; count > 0; --count)
    if (__builtin_mul_overflow(digits, Int128{10}, &digits)) return std::nullopt;
  return digits;
}

Int128 power_of_ten(int exponent) {
  Int128 power = 1;
  for (; exponent > 0; --exponent) power *= 10;
  return power;
}

}  // namespace

// The whole parts first, then what stands behind the point: so nothing is ever too large to be compared.
int Decimal::compare_scaled(const Decimal& a, const Decimal& b) {
  const Int128 a_unit = power_of_ten(a.scale_), b_unit = power_of_ten(b.scale_);
  Int128 left = a.digits_ / a_unit, right = b.digits_ / b_unit;
  if (left == right) {
    left = a.digits_ % a_unit, right = b.digits_ % b_unit;
    for (int s = a.scale_; s < b.scale_; ++s) left *= 10;
    for (int s = b.scale_; s < a.scale_; ++s) right *= 10;
  }
  return left < right ? -1 : left > right ? 1 : 0;
}

std::optional<Decimal> Decimal::sum(const Decimal& a, const Decimal& b) {
  const int scale = std::max(a.scale_, b.scale_);
  const auto left = with_zeros(a.digits_, scale - a.scale_), right = with_zeros(b.digits_, scale - b.scale_);
  Int128 digits = 0;
  if (!left || !right || __builtin_add_overflow(*left, *right, &digits)) return std::nullopt;
  return scaled(digits, scale);
}

std::optional<Decimal> Decimal::difference(const Decimal& a, const Decimal& b) { return sum(a, scaled(-b.digits_, b.scale_)); }

std::optional<Decimal> Decimal::quotient(const Decimal& a, std::int64_t divisor, int places) {
  const auto digits = with_zeros(a.digits_, places - a.scale_);
  const auto unit = with_zeros(divisor, a.scale_ - places);
  if (!digits || !unit || *unit == 0) return std::nullopt;
  const Int128 whole = *digits / *unit, rest = *digits % *unit;
  const auto size = [](Int128 n) { return n < 0 ? -n : n; };
  const bool away = size(rest) >= size(*unit) - size(rest);
  const bool negative = (*digits < 0) != (*unit < 0);
  return scaled(whole + (away ? (negative ? -1 : 1) : 0), places);
}

}  // namespace renda
