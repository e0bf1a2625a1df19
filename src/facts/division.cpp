#include "renda/division.h"

#include <algorithm>

#include "facts/division_table.h"

namespace renda {
namespace {

constexpr std::size_t kLongestName = 15;  // 双江拉祜族佤族布朗族傣族自治县

// For each first character of a full name the lengths such names have, as bits: most questions are answered no without a search.
class NameLengths {
 public:
  NameLengths() {
    for (const Division& d : divisions()) bits_[d.name[0]] |= static_cast<std::uint16_t>(1u << d.name.size());
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

std::string_view level_name(Level level) {
  constexpr std::string_view kNames[] = {"", "national", "province", "prefecture", "county", "township"};
  return kNames[static_cast<std::size_t>(level)];
}

Level level_named(std::string_view name) {
  for (const Level level : {Level::national, Level::province, Level::prefecture, Level::county, Level::township})
    if (level_name(level) == name) return level;
  return Level::unknown;
}

std::span<const Division> divisions() { return {kDivisions, kDivisionCount}; }

std::vector<const Division*> divisions_named(std::u16string_view name, int year) {
  return rows_with(name, year, [](std::size_t i) -> const Division& { return kDivisions[i]; }, &Division::name);
}

std::vector<const Division*> divisions_called(std::u16string_view short_name, int year) {
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
  constexpr std::u16string_view kEndings = u"省市县区旗州盟";
  if (end == 0 || end > text.size() || kEndings.find(text[end - 1]) == std::u16string_view::npos) return 0;
  static const NameLengths lengths;
  for (std::size_t length = std::min(kLongestName, end); length >= 2; --length)
    if (lengths.any(text[end - length], length) && !divisions_named(text.substr(end - length, length)).empty()) return static_cast<std::uint32_t>(length);
  return 0;
}

}  // namespace renda
