#include "renda/division.h"

#include <algorithm>

#include "facts/division_table.h"

namespace renda {
namespace {

constexpr std::size_t kLongestName = 15;  // 双江拉祜族佤族布朗族傣族自治县

bool ends_name(char16_t c) {
  switch (c) {
    case u'省': case u'市': case u'县': case u'区': case u'旗': case u'州': case u'盟': return true;
    default: return false;
  }
}

// For each pair of characters that ends a name (hashed) the lengths such names have, as bits: most questions are answered no by one look.
class NameLengths {
 public:
  explicit NameLengths(std::u16string_view Division::* name) {
    for (const Division& d : divisions())
      if (const auto text = d.*name; text.size() >= 2) bits_[slot(text)] |= static_cast<std::uint16_t>(1u << text.size());
  }
  /// The lengths of names that end as `text` does, which has two characters at least.
  unsigned of(std::u16string_view text) const { return bits_[slot(text)]; }

 private:
  static std::size_t slot(std::u16string_view text) {
    const std::uint32_t last = text[text.size() - 1], before = text[text.size() - 2];
    return (before << 16 | last) * 0x9E3779B1u >> 18;
  }
  std::vector<std::uint16_t> bits_ = std::vector<std::uint16_t>(1u << 14);
};

// The first row of one order (row(i) is sorted by key) whose key is not less than `wanted`.
template <typename Key, typename Row>
std::size_t lower_bound(Key wanted, Row&& row, Key Division::* key) {
  std::size_t low = 0, high = kDivisionCount;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (row(middle).*key < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

// The rows of one order whose key is `wanted`.
template <typename Key, typename Row>
std::vector<const Division*> rows_with(Key wanted, int year, Row&& row, Key Division::* key) {
  std::vector<const Division*> found;
  for (std::size_t low = lower_bound(wanted, row, key); low < kDivisionCount && row(low).*key == wanted; ++low)
    if (row(low).in_force(year)) found.push_back(&row(low));
  return found;
}

}  // namespace

std::span<const Division> divisions() { return {kDivisions, kDivisionCount}; }

std::vector<const Division*> divisions_named(std::u16string_view name, int year) {
  return rows_with(name, year, [](std::size_t i) -> const Division& { return kDivisions[i]; }, &Division::name);
}

std::vector<const Division*> divisions_called(std::u16string_view short_name, int year) {
  static const NameLengths lengths(&Division::short_name);
  if (short_name.size() > kLongestName || (short_name.size() > 1 && (lengths.of(short_name) & 1u << short_name.size()) == 0)) return {};
  return rows_with(short_name, year, [](std::size_t i) -> const Division& { return kDivisions[kByShortName[i]]; }, &Division::short_name);
}

const Division* division_of_code(std::string_view code, int year) {
  const auto row = [](std::size_t i) -> const Division& { return kDivisions[kByCode[i]]; };
  const Division* best = nullptr;
  for (std::size_t i = lower_bound(code, row, &Division::code); i < kDivisionCount && row(i).code == code; ++i) {
    const Division& d = row(i);
    if (year != 0 && d.in_force(year)) return &d;
    if (best == nullptr || d.last == 0 || (best->last != 0 && d.last > best->last)) best = &d;
  }
  return best;
}

const Division* parent_of(const Division& division, int year) { return division.parent.empty() ? nullptr : division_of_code(division.parent, year); }

std::uint32_t division_name_before(std::u16string_view text, std::size_t end) {
  if (end < 2 || end > text.size() || !ends_name(text[end - 1])) return 0;
  static const NameLengths lengths(&Division::name);
  const unsigned possible = lengths.of(text.substr(0, end));
  for (std::size_t length = std::min(kLongestName, end); possible >> 2 != 0 && length >= 2; --length) {
    if ((possible & 1u << length) == 0) continue;
    const auto name = text.substr(end - length, length);
    const std::size_t row = lower_bound(name, [](std::size_t i) -> const Division& { return kDivisions[i]; }, &Division::name);
    if (row < kDivisionCount && kDivisions[row].name == name) return static_cast<std::uint32_t>(length);
  }
  return 0;
}

}  // namespace renda
