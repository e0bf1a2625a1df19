// Floor 5, facts: the divisions of GB/T 2260, by name and by code.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace renda {

enum class Level : std::uint8_t { unknown, national, province, prefecture, county, township };
std::string_view level_name(Level level);  ///< empty for unknown
Level level_named(std::string_view name);  ///< unknown for other words

/// One row of patterns/divisions.csv: a division under one of its names. Years bound the time it may have been in force: first 2002 stands for
/// "2002 or before", last 0 for "still".
struct Division {
  std::u16string_view name, short_name;  ///< 永康市, 永康
  std::string_view code, parent;         ///< GB/T 2260, six digits; parent is empty for provinces
  std::string_view successors;           ///< codes, separated by blanks
  Level level = Level::unknown;
  std::uint16_t first = 0, last = 0;
  bool in_force(int year) const { return year == 0 || ((first <= 2002 || year >= first) && (last == 0 || year <= last)); }
};

/// All rows, sorted by name (UTF-16 order).
std::span<const Division> divisions();

/// The rows that bear this full name; with `year`, only those in force then (0 = any).
std::vector<const Division*> divisions_named(std::u16string_view name, int year = 0);

/// The full name that is meant: 凉山彝族自治州 for 凉山州, else `name` itself.
std::u16string_view full_name_of(std::u16string_view name);

/// The rows of this short name (永康), any level.
std::vector<const Division*> divisions_called(std::u16string_view short_name, int year = 0);

/// The row of a code, in force in `year`, or the latest one; null for an unknown code.
const Division* division_of_code(std::string_view code, int year = 0);

/// What lies above: null for provinces.
const Division* parent_of(const Division& division, int year = 0);

/// The full name that ends at `end` of `text`, the longest; its length, 0 for none.
std::uint32_t division_name_before(std::u16string_view text, std::size_t end);

}  // namespace renda
