#include "patterns/sentence_in_hand.h"

#include <algorithm>
#include <utility>

namespace renda {
namespace {

std::vector<bool> cue_sets_in(Span title, std::u16string_view text, const PatternSet::Compiled& patterns) {
  std::vector<bool> sets(patterns.cue_sets + 1u, false);
  if (title.empty()) return sets;
  Hits hits(patterns, text);
  hits.cover(title.begin, title.end);
  for (const Hit& hit : hits.in(title.begin, title.end))
    for (const CueUse& use : patterns.dictionary.cues(hit.word))
      if (use.head == 0) sets[use.set] = true;
  return sets;
}

}  // namespace

SentenceInHand::SentenceInHand(std::u16string_view all_text, Span title_place, const Facts& known, std::span<const Quantity> all_numbers,
                               const PatternSet::Compiled& compiled)
    : text(all_text), facts(known), quantities(all_numbers), patterns(compiled), hits(patterns, text), title(cue_sets_in(title_place, text, patterns)),
      attacher(view, hits, patterns, text, facts.level, title) {}

void SentenceInHand::turn_to(Span sentence, std::span<const Quantity> numbers) {
  hits.cover(sentence.begin, sentence.end);
  view.read(text, sentence, numbers, hits, patterns);
  chosen.assign(numbers.size(), {});
}

void SentenceInHand::add_ignored(std::size_t i, std::string_view reason, std::string_view pattern) {
  matches.push_back({.quantity = index(i), .outcome = Outcome::ignored, .pattern = pattern, .reason = std::string(reason), .mention = quantity(i).span});
}

void SentenceInHand::add_unmatched(std::size_t i, std::string reason) {
  matches.push_back({.quantity = index(i), .outcome = Outcome::unmatched, .pattern = {}, .reason = std::move(reason), .mention = quantity(i).span});
}

void SentenceInHand::add_planned(std::size_t i) {
  matches.push_back({.quantity = index(i), .outcome = Outcome::planned, .pattern = {}, .reason = "plan", .mention = quantity(i).span});
}

void SentenceInHand::add_planned(std::size_t i, const Candidate& best) {
  const Reading& reading = reading_of(best);
  matches.push_back({.quantity = index(i), .outcome = Outcome::planned, .indicator = reading.indicator, .pattern = reading.id, .reason = "plan",
                     .mention = mention_of(i, best.noun)});
}

void SentenceInHand::add_observed(std::size_t i, std::int32_t indicator, std::string_view pattern, Span words, Part part) {
  for (auto m = matches.rbegin(); m != matches.rend() && m->quantity == index(i); ++m)
    if (m->indicator == indicator) return;
  matches.push_back({.quantity = index(i), .outcome = Outcome::observed, .indicator = indicator, .pattern = pattern, .reason = {},
                     .mention = mention_of(i, words), .part = part, .unit_fits = unit_compares(indicator, quantity(i))});
}

Span SentenceInHand::mention_of(std::size_t i, Span words) const {
  const Quantity& q = quantity(i);
  return {std::min(words.begin, q.span.begin), std::max(words.end, q.span.end)};
}

bool SentenceInHand::unit_compares(std::int32_t indicator, const Quantity& q) const {
  const auto& others = patterns.other_units[static_cast<std::size_t>(indicator)];
  return std::find(others.begin(), others.end(), q.unit_id) == others.end();
}

}  // namespace renda
