#include "patterns/shares.h"

#include <algorithm>

#include "patterns/share_words.h"

namespace renda {
namespace {

constexpr std::uint32_t kBehind = 60;     // characters of a phrase behind its number: text without marks has no end
constexpr std::uint32_t kAnaphora = 300;  // characters between a number and one that repeats it

bool speaks_of(const Share& share, std::int32_t indicator) { return std::find(share.of.begin(), share.of.end(), indicator) != share.of.end(); }

// 158件建议全部办复 is told of suggestions.
bool is_counting(const SentenceInHand& here, const Quantity& q) {
  const auto nouns = here.view.nouns_from(q.span.end);
  return !nouns.empty() && nouns.front().begin == q.span.end;
}

// From the number to the end of its phrase.
Span words_behind(const SentenceInHand& here, const Quantity& q) {
  const auto reach = here.text.substr(0, std::min(here.view.span().end, q.span.end + kBehind));
  return {q.span.end, static_cast<std::uint32_t>(std::min(reach.find_first_of(u"，。；、：（", q.span.end), reach.size()))};
}

}  // namespace

bool Shares::observe_repeated(std::size_t i, bool part) {
  const Quantity& q = here_.quantity(i);
  if (!here_.facts.is_report || is_counting(here_, q) || q.unit.empty() || q.kind == NumberKind::percent) return false;
  const Span behind = words_behind(here_, q);
  for (const Share& share : here_.patterns.shares) {
    const auto at = share_words(here_, i, share, behind);
    if (at < 0) continue;
    for (auto total = here_.matches.rbegin(); total != here_.matches.rend() && total->mention.end + kAnaphora > q.span.begin; ++total) {
      if (!repeats(*total, q, share, part)) continue;
      here_.matches.push_back({.quantity = here_.index(i), .outcome = Outcome::observed, .indicator = share.indicator, .pattern = share.id,
                               .reason = {}, .mention = {q.span.begin, static_cast<std::uint32_t>(at)}, .part = part ? Part::weak : Part::no,
                               .unit_fits = total->unit_fits});
      return true;
    }
  }
  return false;
}

// Whether the number is that of `total` once more, or a part of it.
bool Shares::repeats(const Match& total, const Quantity& q, const Share& share, bool part) const {
  const Quantity& whole = here_.quantities[total.quantity];
  if (total.outcome != Outcome::observed || whole.unit_id != q.unit_id || !speaks_of(share, total.indicator)) return false;
  return part ? q.value < whole.value : q.value == whole.value;
}

void Shares::observe_behind(std::size_t i, const Candidate& best, std::int32_t indicator) {
  const bool part = here_.reading_of(best).part;
  for (const Share& share : here_.patterns.shares) {
    if (!speaks_of(share, indicator)) continue;
    const Span reach = share_reach(here_, i, best);
    const auto at = share_words(here_, i, share, reach);
    if (at < std::max<std::int64_t>(reach.begin, best.noun.end)) continue;
    const auto words_end = static_cast<std::uint32_t>(at);
    if (part && (share_with_sum(share, words_end) || share_with_total(i, share, words_end))) continue;
    here_.add_observed(i, share.indicator, share.id, {best.noun.begin, words_end}, part ? Part::weak : Part::no);
  }
}

void Shares::observe_behind_part(std::size_t i) {
  const Span reach = share_reach(here_, i);
  for (const Share& share : here_.patterns.shares)
    if (const auto at = share_words(here_, i, share, reach); at >= 0) share_with_total(i, share, static_cast<std::uint32_t>(at));
}

void Shares::observe_behind_list(std::size_t i) {
  const Span reach = share_reach(here_, i);
  for (const Share& share : here_.patterns.shares) {
    const auto at = share_words(here_, i, share, reach);
    const std::size_t total = at < 0 ? here_.matches.size() : total_of_list(here_.index(i));
    if (total == here_.matches.size() || !speaks_of(share, here_.matches[total].indicator) || states(total, share.indicator)) continue;
    add_share(total, share, static_cast<std::uint32_t>(at));
  }
}

// 收到建议168件，其中大会期间152件、闭会期间16件，已全部办结: behind 其中 the words speak of the total.
bool Shares::share_with_total(std::size_t i, const Share& share, std::uint32_t words_end) {
  const std::uint32_t begin = here_.view.span().begin;
  const auto mark = here_.hits.last(here_.patterns.cues.part, begin, here_.quantity(i).span.begin);
  if (mark < 0) return false;
  for (std::size_t m = here_.matches.size(); m-- > 0;) {
    const Match& total = here_.matches[m];
    if (total.mention.end <= begin) return false;
    const bool whole = total.outcome == Outcome::observed && total.part == Part::no && here_.quantities[total.quantity].span.end <= mark;
    if (!whole || !speaks_of(share, total.indicator)) continue;
    add_share(m, share, words_end);
    return true;
  }
  return false;
}

// 建议187件，大会期间169件、闭会期间18件，均按期答复: behind parts that add up to a total the words speak of that one.
bool Shares::share_with_sum(const Share& share, std::uint32_t words_end) {
  const std::size_t total = part_lists_.total_of(here_.matches, here_.matches.size() - 1);
  if (total == here_.matches.size()) return false;
  if (!states(total, share.indicator)) add_share(total, share, words_end);
  return true;
}

// The total of the list that ends with the quantity `last`, as in PartLists::total_of().
std::size_t Shares::total_of_list(std::uint32_t last) const {
  const auto& matches = here_.matches;
  const auto end = std::find_if(matches.rbegin(), matches.rend(), [&](const Match& m) { return m.quantity == last; });
  return part_lists_.total_of(matches, static_cast<std::size_t>(matches.rend() - end) - 1);
}

// Whether the number of a match bears this indicator as well.
bool Shares::states(std::size_t match, std::int32_t indicator) const {
  const auto first = here_.matches.begin() + static_cast<std::ptrdiff_t>(match);
  return std::any_of(first, here_.matches.end(), [&](const Match& m) { return m.quantity == first->quantity && m.indicator == indicator; });
}

void Shares::add_share(std::size_t total, const Share& share, std::uint32_t words_end) {
  const Match& whole = here_.matches[total];
  const Match shared{.quantity = whole.quantity, .outcome = Outcome::observed, .indicator = share.indicator, .pattern = share.id, .reason = {},
                     .mention = {whole.mention.begin, words_end}};
  here_.matches.insert(here_.matches.begin() + static_cast<std::ptrdiff_t>(total) + 1, shared);
}

}  // namespace renda
