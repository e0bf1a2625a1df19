// Decimal: exact decimals as scaled integers.
#include <algorithm>

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
  Int128 rest = digits_ < 0 ? -digits_ : digits_;
  std::string out;
  do {
    out.push_back(static_cast<char>('0' + static_cast<int>(rest % 10)));
    rest /= 10;
  } while (rest > 0);
  while (static_cast<int>(out.size()) <= scale_) out.push_back('0');
  std::reverse(out.begin(), out.end());
  if (scale_ > 0) out.insert(out.size() - static_cast<std::size_t>(scale_), 1, '.');
  return digits_ < 0 ? "-" + out : out;
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
