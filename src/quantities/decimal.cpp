// Decimal: exact decimals as scaled integers.
#include <algorithm>
#include <array>
#include <limits>

#include "renda/quantity.h"

namespace renda {

Decimal Decimal::scaled(Int128 digits, int scale) {
  while (scale > 0 && digits % 10 == 0) digits /= 10, --scale;
  Decimal d;
  d.digits_ = digits;
  d.scale_ = scale;
  return d;
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

int Decimal::compare(const Decimal& a, const Decimal& b) {
  Int128 left = a.digits_, right = b.digits_;
  for (int s = a.scale_; s < b.scale_; ++s) left *= 10;
  for (int s = b.scale_; s < a.scale_; ++s) right *= 10;
  return left < right ? -1 : left > right ? 1 : 0;
}

}  // namespace renda
