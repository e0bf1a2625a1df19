#include "renda/division.h"

#include <algorithm>
#include <bit>

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

std::uint32_t hash_of(std::u16string_view name) {
  std::uint32_t hash = 0;
  for (char16_t c : name) hash = (hash ^ c) * 0x9E3779B1u;
  return hash;
}

// The rows by one kind of name, in an order sorted by it. Most texts asked about are no name: the pair of characters they end with says so, since
// for each (hashed) it has the lengths of such names, as bits.
class NameIndex {
 public:
  NameIndex(std::u16string_view Division::* name, const std::uint16_t* order)
      : name_(name), order_(order), first_(std::bit_ceil(2 * kDivisionCount)), shift_(32 - std::countr_zero(first_.size())), lengths_(1u << 14) {
    for (std::size_t i = 0; i < kDivisionCount; ++i) {
      const auto text = row(i).*name_;
      if (i > 0 && text == row(i - 1).*name_) continue;
      first_[slot_of(text)] = static_cast<std::uint16_t>(i + 1);
      if (text.size() >= 2) lengths_[pair_of(text)] |= static_cast<std::uint16_t>(1u << text.size());
    }
  }

  /// The lengths of names that end as `text` does, which has two characters at least.
  unsigned lengths_of_ending(std::u16string_view text) const { return lengths_[pair_of(text)]; }

  bool has(std::u16string_view name) const { return first_[slot_of(name)] != 0; }

  /// All rows of this name that were in force in `year`.
  std::vector<const Division*> rows_of(std::u16string_view name, int year) const {
    std::vector<const Division*> found;
    const std::size_t first = first_[slot_of(name)];
    for (std::size_t i = first - 1; first != 0 && i < kDivisionCount && row(i).*name_ == name; ++i)
      if (row(i).in_force(year)) found.push_back(&row(i));
    return found;
  }

 private:
  const Division& row(std::size_t i) const { return kDivisions[order_ == nullptr ? i : order_[i]]; }

  // The slot of a name, a free one where it is none.
  std::size_t slot_of(std::u16string_view name) const {
    std::size_t slot = hash_of(name) >> shift_;
    while (first_[slot] != 0 && row(first_[slot] - 1u).*name_ != name) slot = (slot + 1) & (first_.size() - 1);
    return slot;
  }
  static std::size_t pair_of(std::u16string_view text) { return hash_of(text.substr(text.size() - 2)) >> 18; }

  std::u16string_view Division::* name_;
  const std::uint16_t* order_;       // null = as they stand
  std::vector<std::uint16_t> first_;  // an open hash table: the first row of a name and 1; 0 is a free slot
  int shift_;
  std::vector<std::uint16_t> lengths_;
};

const NameIndex& full_names() {
  static const NameIndex index(&Division::name, nullptr);
  return index;
}
const NameIndex& short_names() {
  static const NameIndex index(&Division::short_name, kByShortName);
  return index;
}

}  // namespace

std::span<const Division> divisions() { return {kDivisions, kDivisionCount}; }

std::vector<const Division*> divisions_named(std::u16string_view name, int year) { return full_names().rows_of(name, year); }

std::vector<const Division*> divisions_called(std::u16string_view short_name, int year) {
  if (short_name.size() > kLongestName) return {};
  const NameIndex& names = short_names();
  if (short_name.size() > 1 && (names.lengths_of_ending(short_name) & 1u << short_name.size()) == 0) return {};
  return names.rows_of(short_name, year);
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
  const NameIndex& names = full_names();
  const unsigned possible = names.lengths_of_ending(text.substr(0, end));
  for (std::size_t length = std::min(kLongestName, end); possible >> 2 != 0 && length >= 2; --length)
    if ((possible & 1u << length) != 0 && names.has(text.substr(end - length, length))) return static_cast<std::uint32_t>(length);
  return 0;
}

}  // namespace renda
