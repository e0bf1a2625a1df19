// The packed table of divisions, as pack_divisions writes it.
#pragma once
#include <cstddef>
#include <string_view>

#include "renda/division.h"

namespace renda {

extern const Division kDivisions[];  ///< sorted by name, then code
extern const std::size_t kDivisionCount;
extern const std::uint16_t kByShortName[];  ///< indices into kDivisions
extern const std::uint16_t kByCode[];

/// Where the names of one kind stand in their order. Most texts asked about are no name, and the two characters they end with say so.
struct NameTable {
  static constexpr unsigned kSlotBits = 13, kPairBits = 14;
  static constexpr std::size_t kSlots = 1u << kSlotBits, kPairs = 1u << kPairBits;
  static constexpr std::size_t kLongest = 15;  // 双江拉祜族佤族布朗族傣族自治县; a bit for each length

  std::uint32_t slots[kSlots];    ///< an open hash table by slot_of(); 0 is free, others hold an entry()
  std::uint16_t lengths[kPairs];  ///< the lengths of names that end with a pair of characters (hashed), as bits

  /// False for most texts of two characters at least that are no name.
  bool may_hold(std::u16string_view text) const { return text.size() <= kLongest && (lengths[pair_of(text)] & 1u << text.size()) != 0; }

  static constexpr std::uint32_t hash(std::u16string_view name) {
    std::uint32_t hash = 0;
    for (char16_t c : name) hash = (hash ^ c) * 0x9E3779B1u;
    return hash;
  }
  /// The first row of a name, and 1, below half of its hash: nearly all that is no name is told from one without a look at the row.
  static constexpr std::uint32_t entry(std::uint32_t hash, std::size_t row) { return hash << 16 | static_cast<std::uint32_t>(row + 1); }
  static constexpr bool may_be(std::uint32_t entry, std::uint32_t hash) { return entry >> 16 == (hash & 0xFFFFu); }
  static constexpr std::size_t row_of(std::uint32_t entry) { return (entry & 0xFFFFu) - 1; }
  static constexpr std::size_t slot_of(std::uint32_t hash) { return hash >> (32 - kSlotBits); }
  static constexpr std::size_t slot_after(std::size_t slot) { return (slot + 1) % kSlots; }
  /// Of a name of two characters at least.
  static constexpr std::size_t pair_of(std::u16string_view name) { return hash(name.substr(name.size() - 2)) >> (32 - kPairBits); }
};

extern const NameTable kNames;       ///< by the order of kDivisions
extern const NameTable kShortNames;  ///< by that of kByShortName

}  // namespace renda
