// Lists whose numbers add up: 代表提出意见建议29条，其中道路11条、人畜饮水7条、农电4条、其他方面7条. No pattern can know the topics; that the sum is the
// total's shows whose parts they are.
#pragma once
#include <span>
#include <vector>

#include "patterns/hits.h"
#include "renda/pattern.h"

namespace renda {

/// Reads the matches of one text, sentence by sentence in text order.
class PartLists {
 public:
  static constexpr std::size_t kFewest = 3;  ///< numbers of a sentence that may hold such a list
  PartLists(std::u16string_view text, std::span<const Quantity> quantities, const Hits& hits, const PatternSet::Compiled& patterns)
      : text_(text), quantities_(quantities), hits_(hits), patterns_(patterns) {}

  /// Makes the numbers of each such list among `matches[begin..]` (one sentence) parts of the total before it: those that count nothing so far. A
  /// list in which a number counts something else, or tells what became of a part, is left alone. Returns the last quantity of each list.
  std::vector<std::uint32_t> claim(std::vector<Match>& matches, std::size_t begin) const;

  /// The observed total whose parts end with `matches[last]` and add up to it, as an index into `matches`; none: matches.size().
  std::size_t total_of(const std::vector<Match>& matches, std::size_t last) const;

 private:
  using Run = std::span<const std::uint32_t>;  // indices of matches, one per number
  std::vector<std::uint32_t> numbers_of(const std::vector<Match>& matches, std::size_t begin) const;
  bool claim_run(std::vector<Match>& matches, Run run) const;
  const Match* earlier_total(const std::vector<Match>& matches, std::uint32_t first, Int128 sum) const;
  bool may_be_part(const Match& match, const Match& total) const;
  bool make_parts(std::vector<Match>& matches, Run parts, const Match& total) const;
  Span words_of(const Match& match) const;
  bool goes_on(const Match& match, const Match& next) const;
  bool is_count(const Quantity& q) const;

  std::u16string_view text_;
  std::span<const Quantity> quantities_;
  const Hits& hits_;  // knows the sentence
  const PatternSet::Compiled& patterns_;
};

}  // namespace renda
