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

// For each first character of a name the lengths such names have, as bits: most questions are answered no without a search.
class NameLengths {
 public:
  explicit NameLengths(std::u16string_view Division::* name) {
    for (const Division& d : divisions())
      if (const auto text = d.*name; !text.empty()) bits_[text[0]] |= static_cast<std::uint16_t>(1u << text.size());
  }
  bool any(char16_t first, std::size_t length) const { return ((bits_[first] >> length) & 1u) != 0; }

 private:
  std::vector<std::uint16_t> bits_ = std::vector<std::uint16_t>(65536);
};

// The rows of one order (row(i) is sorted by key) whose key is `wanted`.
template <typename Key, typename Row>
std::vector<const Division*> rows_with(Key wanted, int year, Row&& row, Key Division::* key) {
  std::size_t low = 0, high = kDivisionCount;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (row(middle).*key < wanted) low = middle + 1;
    else high = middle;
  }
  std::vector<const Division*> found;
  for (; low < kDivisionCount && row(low).*key == wanted; ++low)
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
  if (short_name.empty() || short_name.size() > kLongestName || !lengths.any(short_name[0], short_name.size())) return {};
  return rows_with(short_name, year, [](std::size_t i) -> const Division& { return kDivisions[kByShortName[i]]; }, &Division::short_name);
}

const Division* division_of_code(std::string_view code, int year) {
  const auto rows = rows_with(code, 0, [](std::size_t i) -> const Division& { return kDivisions[kByCode[i]]; }, &Division::code);
  const Division* best = nullptr;
  for (const Division* row : rows) {
    if (year != 0 && row->in_force(year)) return row;
    if (best == nullptr || row->last == 0 || (best->last != 0 && row->last > best->last)) best = row;
  }
  return best;
}

const Division* parent_of(const Division& division, int year) { return division.parent.empty() ? nullptr : division_of_code(division.parent, year); }

std::uint32_t division_name_before(std::u16string_view text, std::size_t end) {
  if (end == 0 || end > text.size() || !ends_name(text[end - 1])) return 0;
  static const NameLengths lengths(&Division::name);
  for (std::size_t length = std::min(kLongestName, end); length >= 2; --length)
    if (lengths.any(text[end - length], length) && !divisions_named(text.substr(end - length, length)).empty()) return static_cast<std::uint32_t>(length);
  return 0;
}

}  // namespace renda
