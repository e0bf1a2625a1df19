// Parts whose noun is left out: 收到议案14件，其中1件…; 680余篇（省级以上96篇）; 调研报告13篇，5篇被转发. They count what the total before them counts.
#pragma once
#include <cstdint>
#include <optional>

#include "patterns/sentence_in_hand.h"

namespace renda {

/// Reads the numbers of a text in order: the parts of a list are known by the one before.
class ElidedParts {
 public:
  explicit ElidedParts(SentenceInHand& here) : here_(here) {}

  /// Where the words begin that make the i-th number a part of the total before it: 其中1件, 其中《人民代表报》1篇, 680余篇（省级以上96篇）; the
  /// number itself where there are none.
  std::uint32_t mark(std::size_t i) const;

  /// True if the noun that the number has chosen is its own, not the total's. `mark`: as above.
  bool has_own_noun(std::size_t i, std::uint32_t mark) const;

  /// Makes the number a part of the total before it; false where it is none, or none that counts what the total counts.
  bool observe(std::size_t i, std::uint32_t mark);

 private:
  std::optional<std::uint32_t> behind_word(const Quantity& q, std::uint32_t least) const;
  std::optional<std::uint32_t> next_in_list(std::size_t i) const;
  bool follows_last_part(std::uint32_t index) const;
  bool is_part_by_fate(std::uint32_t index) const;
  std::optional<std::uint32_t> in_brackets(std::size_t i, std::uint32_t least) const;
  bool is_one_phrase(std::uint32_t begin, std::uint32_t end) const;
  bool is_outcome(const Quantity& q, std::uint32_t mark) const;
  bool may_be_part(const Quantity& q, std::uint32_t mark) const;
  const Match* total_for(const Quantity& q) const;

  SentenceInHand& here_;
  std::int64_t last_part_ = -1;  // index of the number last taken as a part
};

}  // namespace renda
