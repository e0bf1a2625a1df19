#include "renda/division.h"

#include <algorithm>

#include "facts/division_table.h"

namespace renda {
namespace {

bool ends_name(char16_t c) {
  switch (c) {
    case u'省': case u'市': case u'县': case u'区': case u'旗': case u'州': case u'盟': return true;
    default: return false;
  }
}

// The rows by one kind of name, in the order of that kind.
struct ByName {
  const NameTable& table;
  std::u16string_view Division::* name;
  const std::uint16_t* order;  // null = as they stand

  const Division& row(std::size_t i) const { return kDivisions[order == nullptr ? i : order[i]]; }

  // The first row of a name, kDivisionCount where it is none.
  std::size_t first_row(std::u16string_view wanted) const {
    const std::uint32_t hash = NameTable::hash(wanted);
    for (std::size_t slot = NameTable::slot_of(hash); table.slots[slot] != 0; slot = NameTable::slot_after(slot)) {
      const std::uint32_t entry = table.slots[slot];
      if (NameTable::may_be(entry, hash) && row(NameTable::row_of(entry)).*name == wanted) return NameTable::row_of(entry);
    }
    return kDivisionCount;
  }

  std::vector<const Division*> rows(std::u16string_view wanted, int year) const {
    std::vector<const Division*> found;
    for (std::size_t i = first_row(wanted); i < kDivisionCount && row(i).*name == wanted; ++i)
      if (row(i).in_force(year)) found.push_back(&row(i));
    return found;
  }
};

constexpr ByName kByName{kNames, &Division::name, nullptr};
constexpr ByName kByShort{kShortNames, &Division::short_name, kByShortName};

// 凉山州 is what everybody calls 凉山彝族自治州. The prefecture of a name like that; null where it is none.
const Division* autonomous_prefecture(std::u16string_view name) {
  constexpr std::u16string_view kEnding = u"自治州";
  if (name.size() < 3 || name.back() != u'州') return nullptr;
  const auto stem = name.substr(0, name.size() - 1);
  for (std::size_t i = kByShort.first_row(stem); i < kDivisionCount && kByShort.row(i).short_name == stem; ++i)
    if (kByShort.row(i).name.ends_with(kEnding)) return &kByShort.row(i);
  return nullptr;
}

}  // namespace

std::span<const Division> divisions() { return {kDivisions, kDivisionCount}; }

std::vector<const Division*> divisions_named(std::u16string_view name, int year) { return kByName.rows(full_name_of(name), year); }

std::u16string_view full_name_of(std::u16string_view name) {
  if (kByName.first_row(name) < kDivisionCount) return name;
  const Division* const prefecture = autonomous_prefecture(name);
  return prefecture == nullptr ? name : prefecture->name;
}

std::vector<const Division*> divisions_called(std::u16string_view short_name, int year) {
  if (short_name.size() >= 2 && !kShortNames.may_hold(short_name)) return {};
  return kByShort.rows(short_name, year);
}

const Division* division_of_code(std::string_view code, int year) {
  const Division* best = nullptr;
  const std::uint16_t* const end = kByCode + kDivisionCount;
  for (auto i = std::lower_bound(kByCode, end, code, [](std::uint16_t row, std::string_view wanted) { return kDivisions[row].code < wanted; }); i != end && kDivisions[*i].code == code; ++i) {
    const Division& d = kDivisions[*i];
    if (year != 0 && d.in_force(year)) return &d;
    if (best == nullptr || d.last == 0 || (best->last != 0 && d.last > best->last)) best = &d;
  }
  return best;
}

const Division* parent_of(const Division& division, int year) { return division.parent.empty() ? nullptr : division_of_code(division.parent, year); }

std::uint32_t division_name_before(std::u16string_view text, std::size_t end) {
  if (end < 2 || end > text.size() || !ends_name(text[end - 1])) return 0;
  const unsigned possible = kNames.lengths[NameTable::pair_of(text.substr(0, end))];
  for (std::size_t length = std::min(NameTable::kLongest, end); possible >> 2 != 0 && length >= 2; --length)
    if ((possible & 1u << length) != 0 && kByName.first_row(text.substr(end - length, length)) < kDivisionCount) return static_cast<std::uint32_t>(length);
  constexpr std::size_t kLongestStem = 4;  // 西双版纳州
  if (text[end - 1] == u'州')
    for (std::size_t length = std::min(kLongestStem + 1, end); length > 2; --length)
      if (autonomous_prefecture(text.substr(end - length, length)) != nullptr) return static_cast<std::uint32_t>(length);
  return 0;
}

}  // namespace renda
