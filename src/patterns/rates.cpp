#include "patterns/rates.h"

#include <algorithm>

#include "patterns/several_kinds.h"

namespace renda {
namespace {

constexpr std::uint32_t kShareLead = 8;  // characters between 占 and its percentage

// 占65.5%; a rate whose own noun holds the word (占比) is one by itself.
bool is_share(const SentenceInHand& here, std::size_t i) {
  const Quantity& q = here.quantity(i);
  const CueSet share = here.patterns.cues.share;
  const std::uint32_t from = q.span.begin > kShareLead ? q.span.begin - kShareLead : 0;
  if (!here.hits.any(share, std::max(from, here.view.span().begin), q.span.begin)) return false;
  const auto& own = here.chosen[i].best;
  return !own || here.reading_of(*own).indicator < 0 || !here.hits.any(share, own->noun.begin, own->noun.end);
}

// How many percentages stand between the word 分别 and the i-th number.
std::size_t turn_of(const SentenceInHand& here, std::size_t i, std::uint32_t cue_end) {
  const auto quantities = here.view.quantities();
  return static_cast<std::size_t>(std::count_if(quantities.begin(), quantities.end(), [&](const Quantity& q) {
    return q.kind == NumberKind::percent && q.span.begin >= cue_end && q.span.begin < quantities[i].span.begin;
  }));
}

// 见面率、答复率、满意率分别为100%、100%和97%: the first number is the first rate's.
bool align_rate(SentenceInHand& here, std::size_t i, const Candidate& best) {
  const auto cue = here.hits.last(here.patterns.cues.respectively, best.noun.end, here.quantity(i).span.begin);
  if (cue < 0) return false;
  auto rates = kinds_before(here, i, best);
  rates.insert(rates.begin(), best);
  const std::size_t turn = turn_of(here, i, static_cast<std::uint32_t>(cue));
  if (rates.size() < 2 || turn >= rates.size()) return false;
  const Candidate& own = rates[rates.size() - 1 - turn];
  here.matches.pop_back();  // what the nearest noun claimed
  here.add_observed(i, here.reading_of(own).indicator, here.reading_of(own).id, own.noun);
  return true;
}

}  // namespace

bool observe_rate_of_count(SentenceInHand& here, std::size_t i) {
  if (here.quantity(i).kind != NumberKind::percent || i == 0 || here.matches.empty() || !is_share(here, i)) return false;
  const Match& counted = here.matches.back();
  if (counted.outcome != Outcome::observed || counted.quantity + 1 != here.index(i) || !here.facts.is_report) return false;
  const std::int32_t rate = here.patterns.rates[static_cast<std::size_t>(counted.indicator)];
  if (rate < 0) return false;
  here.add_observed(i, rate, here.patterns.rate_ids[static_cast<std::size_t>(rate)], counted.mention);
  return true;
}

// 见面率、答复率均为100%: every rate of the chain before the number.
void distribute_rate(SentenceInHand& here, std::size_t i, const Candidate& best) {
  if (best.right || align_rate(here, i, best)) return;
  observe_kinds(here, i, best, here.reading_of(best).indicator);
}

}  // namespace renda
