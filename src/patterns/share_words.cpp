#include "patterns/share_words.h"

#include <algorithm>
#include <optional>

namespace renda {
namespace {

constexpr std::uint32_t kReach = 40;     // characters after a number in which 全部办结 still speaks of it
constexpr std::uint32_t kOwnNumber = 4;  // characters between such words and a number of their own
constexpr float kApart = 1.0f;           // and less than this
constexpr std::uint32_t kAverage = 4;    // characters before a number in which a word makes it an average

// 763件建议交113个单位办理，当年全部办复: those who do it come in between as well.
bool counts_bodies(const SentenceInHand& here, std::size_t i) {
  const auto& noun = here.chosen[i].best;
  if (!noun || !noun->right) return false;
  const Reading& reading = here.reading_of(*noun);
  return reading.indicator < 0 && reading.reason == "unit_counted";
}

// 1126件，年均225件，全部办复: averages come in between and say nothing of their own.
bool is_average(const SentenceInHand& here, const Quantity& q) {
  return here.hits.any(here.patterns.cues.average, q.span.begin > kAverage ? q.span.begin - kAverage : 0, q.span.begin);
}

// Where the next number begins that words may speak of instead; the end of the sentence where there is none.
std::uint32_t next_number(const SentenceInHand& here, std::size_t i) {
  const auto quantities = here.view.quantities();
  for (std::size_t k = i + 1; k < quantities.size(); ++k)
    if (quantities[k].reason == nullptr && !is_average(here, quantities[k]) && !counts_bodies(here, k)) return quantities[k].span.begin;
  return here.view.span().end;
}

// Where the first number from `begin` on begins, whatever it counts.
std::uint32_t any_number(const SentenceInHand& here, std::uint32_t begin) {
  for (const Quantity& q : here.view.quantities())
    if (q.reason == nullptr && q.span.begin >= begin) return q.span.begin;
  return here.view.span().end;
}

// The end of the brackets that open at `at`.
std::optional<std::uint32_t> end_of_brackets(const SentenceInHand& here, std::uint32_t at) {
  const std::uint32_t end = here.view.span().end;
  if (at >= end || here.text[at] != u'（') return {};
  const auto close = here.text.substr(0, end).find(u'）', at);
  if (close == std::u16string_view::npos) return {};
  return static_cast<std::uint32_t>(close) + 1;
}

// 收到建议312件，已答复187件: the shared word has a number of its own.
bool states_own_number(const SentenceInHand& here, std::size_t i, std::uint32_t words_end) {
  const std::uint32_t next = next_number(here, i);
  return next < here.view.span().end && next >= words_end && next - words_end <= kOwnNumber && here.view.cost(words_end, next) < kApart;
}

}  // namespace

Span share_reach(const SentenceInHand& here, std::size_t i, const Candidate& best) {
  const Quantity& q = here.quantity(i);
  std::uint32_t begin = best.right ? std::max(q.span.end, best.noun.end) : q.span.end;
  std::uint32_t bound = next_number(here, i);
  if (const auto behind = end_of_brackets(here, begin)) {
    begin = *behind;
    bound = any_number(here, begin);
  }
  const auto bracket = here.text.substr(0, bound).find_first_of(u"（）", begin);
  if (bracket != std::u16string_view::npos && here.text[bracket] == u'）') bound = static_cast<std::uint32_t>(bracket);
  return {begin, std::max(begin, std::min({here.view.span().end, std::max(best.noun.end, begin) + kReach, bound}))};
}

Span share_reach(const SentenceInHand& here, std::size_t i) {
  const Candidate none{.noun = here.quantity(i).span};
  return share_reach(here, i, none);
}

std::int64_t share_words(const SentenceInHand& here, std::size_t i, const Share& share, Span reach) {
  for (std::uint32_t end = reach.end; end > reach.begin;) {
    const auto at = here.hits.last(share.words, reach.begin, end);
    if (at <= static_cast<std::int64_t>(reach.begin)) return -1;
    const auto found = static_cast<std::uint32_t>(at);
    if (here.hits.any(here.patterns.cues.partly, reach.begin, found)) return -1;  // 4968件，绝大多数已答复
    if (!states_own_number(here, i, found)) return at;
    const auto comma = here.text.substr(reach.begin, found - reach.begin).rfind(u'，');
    end = comma == std::u16string_view::npos ? reach.begin : reach.begin + static_cast<std::uint32_t>(comma);
  }
  return -1;
}

}  // namespace renda
