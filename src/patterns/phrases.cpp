#include "patterns/phrases.h"

#include <re2/re2.h>

#include <algorithm>

#include "patterns/mask.h"

namespace renda {
namespace {

constexpr float kPhrase = -10.0f;  // cheaper than any noun
constexpr std::uint32_t kLongest = 1000;  // characters of what is still a sentence: a text without marks holds every trigger, and RE2 took nearly all its time

// Most triggers stand in sentences that count in other units, and RE2 is dear.
bool has_value_of(const SentenceInHand& here, const Phrase& phrase) {
  const auto quantities = here.view.quantities();
  return std::any_of(quantities.begin(), quantities.end(), [&](const Quantity& q) {
    const auto unit = here.text.substr(q.unit.begin, q.unit.size());
    return std::find(phrase.units().begin(), phrase.units().end(), unit) != phrase.units().end();
  });
}

// Where the words of phrases are sought: the sentence, and the units of its numbers should they stand elsewhere.
std::u16string_view text_with_units(const SentenceInHand& here) {
  Span all = here.view.span();
  for (const Quantity& q : here.view.quantities()) all = {std::min(all.begin, q.unit.begin), std::max(all.end, q.unit.end)};
  return here.text.substr(all.begin, all.size());
}

void apply_phrase(SentenceInHand& here, const Phrase& phrase, const MaskedSentence& masked) {
  re2::StringPiece rest(masked.text), value;
  while (phrase.regex().ok() && re2::RE2::FindAndConsume(&rest, phrase.regex(), &value)) {
    const auto end = static_cast<std::size_t>(value.data() + value.size() - masked.text.data());
    const auto found = std::find(masked.ends.begin(), masked.ends.end(), end);
    if (found == masked.ends.end()) continue;
    const auto i = static_cast<std::size_t>(found - masked.ends.begin());
    const Quantity& q = here.quantity(i);
    Candidate c;
    c.reading = phrase.reading();
    c.cost = kPhrase;
    c.noun = here.view.clause(q.span.begin, q.span.end);
    here.chosen[i].best = c;
  }
}

}  // namespace

void apply_phrases(SentenceInHand& here) {
  if (here.view.span().size() > kLongest || !here.hits.holds(Role::triggers)) return;
  const std::u16string_view text = text_with_units(here);
  MaskedSentence masked;
  std::vector<std::uint16_t> tried;  // a phrase is looked for once a sentence, however often its trigger stands there
  for (const Hit& hit : here.hits.in(here.view.span().begin, here.view.span().end)) {
    if (!hit.is(Role::triggers)) continue;
    for (std::uint16_t phrase : here.patterns.dictionary.triggers(hit.word)) {
      if (std::find(tried.begin(), tried.end(), phrase) != tried.end()) continue;
      tried.push_back(phrase);
      const Phrase& whole = here.patterns.phrases[phrase];
      if (!has_value_of(here, whole) || !has_required(text, whole.words())) continue;
      if (masked.text.empty()) masked = mask_numbers(here.text, here.view);
      apply_phrase(here, whole, masked);
    }
  }
}

bool is_phrase(const Candidate& candidate) { return candidate.cost == kPhrase; }

}  // namespace renda
