// Shared words: 收到建议168件，其中大会期间152件、闭会期间16件，已全部办结 says of the 168 that they were completed. Which number bears the indicator of
// such words.
#pragma once
#include <cstdint>

#include "patterns/part_lists.h"
#include "patterns/sentence_in_hand.h"

namespace renda {

class Shares {
 public:
  Shares(SentenceInHand& here, const PartLists& part_lists) : here_(here), part_lists_(part_lists) {}

  /// For a number without a noun and the words right behind it: in 提出建议23件，其中11件已经办结 they speak of 11 alone, in 现19件均已办复 of the number that
  /// was given before. False if it has no such words. `part`: it stands behind 其中.
  bool observe_repeated(std::size_t i, bool part);

  /// Behind a number just observed for `best` under `indicator`: the words speak of it, or of the total whose part it is.
  void observe_behind(std::size_t i, const Candidate& best, std::int32_t indicator);

  /// Behind a part without a noun they speak of the total.
  void observe_behind_part(std::size_t i);

  /// The same behind the last number of a list whose numbers add up.
  void observe_behind_list(std::size_t i);

 private:
  bool repeats(const Match& total, const Quantity& q, const Share& share, bool part) const;
  bool share_with_total(std::size_t i, const Share& share, std::uint32_t words_end);
  bool share_with_sum(const Share& share, std::uint32_t words_end);
  std::size_t total_of_list(std::uint32_t last) const;
  bool states(std::size_t match, std::int32_t indicator) const;
  void add_share(std::size_t total, const Share& share, std::uint32_t words_end);

  SentenceInHand& here_;
  const PartLists& part_lists_;
};

}  // namespace renda
