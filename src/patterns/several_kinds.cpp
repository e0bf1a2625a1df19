#include "patterns/several_kinds.h"

#include <algorithm>

namespace renda {
namespace {

constexpr std::uint32_t kConjunctions = 6;  // characters between two nouns of a chain
constexpr float kApart = 1.0f;              // less than this lies between a noun and its own number

// Nothing but a conjunction (、 和 及) between two nouns.
bool joins(const SentenceInHand& here, std::uint32_t begin, std::uint32_t end) {
  if (begin > end || end - begin > kConjunctions) return false;
  std::uint32_t at = begin;
  while (at < end) {
    std::uint32_t step = 0;
    for (const Hit& hit : here.hits.in(at, at + 1))
      if (hit.end <= end && hit.is(Role::conjunction)) step = std::max(step, hit.end - at);
    if (step == 0) return false;
    at += step;
  }
  return true;
}

bool has_own_number(const SentenceInHand& here, const Noun& noun) {
  const auto quantities = here.view.quantities();
  return std::any_of(quantities.begin(), quantities.end(), [&](const Quantity& q) {
    return q.reason == nullptr && q.span.begin >= noun.end && here.view.cost(noun.end, q.span.begin) < kApart;
  });
}

// The first kind of the sentence that a conjunction joins to a noun that begins at `begin`.
std::optional<Candidate> kind_before(const SentenceInHand& here, std::size_t i, std::uint32_t begin) {
  for (const Noun& other : here.view.nouns()) {
    if (!joins(here, other.end, begin)) continue;
    auto candidate = here.attacher.try_noun(here.quantity(i), other, false);
    if (candidate && here.reading_of(*candidate).indicator >= 0) return candidate;
  }
  return {};
}

// Whether `other` stands on the same side of the number as `best` and in one chain with it.
bool is_chained(const SentenceInHand& here, const Noun& other, const Candidate& best) {
  if (other.end <= best.noun.begin) return !best.right && joins(here, other.end, best.noun.begin);
  return other.begin >= best.noun.end && best.right && joins(here, best.noun.end, other.begin) && !has_own_number(here, other);
}

// Whether the indicator `together` takes the number of another kind beside `best`.
bool takes_kind_beside(const SentenceInHand& here, std::size_t i, const Candidate& best, std::int32_t together) {
  for (const Noun& other : here.view.nouns()) {
    if (!is_chained(here, other, best)) continue;
    const auto candidate = here.attacher.try_noun(here.quantity(i), other, best.right);
    const std::int32_t kind = candidate ? here.reading_of(*candidate).indicator : -1;
    if (kind < 0 || kind == here.reading_of(best).indicator) continue;
    const auto& by = here.patterns.combined_by[static_cast<std::size_t>(kind)];
    if (kind == together || std::find(by.begin(), by.end(), together) != by.end()) return true;
  }
  return false;
}

}  // namespace

std::vector<Candidate> kinds_before(const SentenceInHand& here, std::size_t i, const Candidate& best) {
  std::vector<Candidate> kinds;
  for (auto kind = kind_before(here, i, best.noun.begin); kind; kind = kind_before(here, i, kind->noun.begin)) kinds.push_back(*kind);
  return kinds;
}

bool counts_each(const SentenceInHand& here, std::size_t i, const Candidate& best) {
  return !best.right && here.quantity(i).span.begin == best.noun.end + 1 && here.text[best.noun.end] == u'各';
}

void observe_kinds(SentenceInHand& here, std::size_t i, const Candidate& best, std::int32_t except) {
  for (const Candidate& kind : kinds_before(here, i, best)) {
    const Reading& reading = here.reading_of(kind);
    if (reading.indicator != except) here.add_observed(i, reading.indicator, reading.id, {kind.noun.begin, best.noun.end});
  }
}

std::int32_t combined(const SentenceInHand& here, std::size_t i, const Candidate& best) {
  const std::int32_t indicator = here.reading_of(best).indicator;
  for (const std::int32_t together : here.patterns.combined_by[static_cast<std::size_t>(indicator)])
    if (takes_kind_beside(here, i, best, together)) return together;
  return indicator;
}

}  // namespace renda
