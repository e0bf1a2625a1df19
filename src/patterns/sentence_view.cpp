#include "patterns/sentence_view.h"

#include <algorithm>

#include "text/search.h"
#include "text/utf.h"

namespace renda {
namespace {

// Costs of the gap between noun and number, tuned on the labelled reports (docs/matching.md).
constexpr float kUnknown = 0.8f, kComma = 2.5f, kListComma = 1.6f, kColon = 1.0f, kStop = 6.0f, kQuote = 0.1f, kBracketed = 0.12f,
                kNamed = 0.02f, kCount = 0.4f,
                kModifier = 0.12f;
constexpr std::uint32_t kLongestName = 60;

float cost_of(char16_t c) {
  switch (c) {
    case u'，': return kComma;
    case u'、': return kListComma;
    case u'：': return kColon;
    case u'。': case u'；': case u'！': case u'？': case u'\n': return kStop;
    case u'|': case u'｜': case u'“': case u'”': case u'《': case u'》': case u' ': case u'（': case u'）': return kQuote;
    default: return kUnknown;
  }
}

// Neither ideograph nor digit. Added, since a branch could not be guessed.
bool is_mark(char16_t c) { return int{is_ideograph(c)} + int{static_cast<char16_t>(c - u'0') < 10} == 0; }

constexpr std::uint16_t kSoft = static_cast<std::uint16_t>(Role::filler) | static_cast<std::uint16_t>(Role::modifier);

bool ends_clause(char16_t c) { return c == u'，' || c == u'。' || c == u'；' || c == u'：' || c == u'！' || c == u'？'; }

}  // namespace

void SentenceView::read(std::u16string_view text, Span sentence, std::span<const Quantity> quantities, const Hits& hits,
                        const PatternSet::Compiled& patterns) {
  text_ = text;
  span_ = sentence;
  quantities_ = quantities;
  read_characters();
  sort_words(hits.in(sentence.begin, sentence.end));
  masks_.clear();
  if (names_) read_names();
  read_masks(hits, patterns);
  read_nouns();
  read_costs();
}

Span SentenceView::clause(std::uint32_t begin, std::uint32_t end) const {
  const auto before = std::lower_bound(clause_ends_.begin(), clause_ends_.end(), begin);
  const auto behind = std::lower_bound(before, clause_ends_.end(), end);
  return {before == clause_ends_.begin() ? std::min(begin, span_.begin) : *std::prev(before) + 1, behind == clause_ends_.end() ? std::max(end, span_.end) : *behind};
}

// What each character costs by itself, and where clauses end.
void SentenceView::read_characters() {
  const std::u16string_view sentence = text_.substr(span_.begin, span_.size());
  marks_.start(sentence.size());
  for (std::uint32_t i = 0; i < sentence.size(); ++i) marks_.add(i, is_mark(sentence[i]));
  prefix_.assign(sentence.size() + 1, kUnknown);
  clause_ends_.clear();
  names_ = false;
  std::uint32_t bracketed = 0;  // from here on, within brackets
  int depth = 0;
  for (const std::uint32_t i : marks_.passed()) {
    const char16_t c = sentence[i];
    if (c == u'（' && ++depth == 1) bracketed = i;
    prefix_[i + 1] = cost_of(c);
    if (c == u'）' && depth > 0 && --depth == 0) std::fill(prefix_.begin() + bracketed + 1, prefix_.begin() + i + 2, kBracketed);
    names_ |= c == u'《';
    if (ends_clause(c)) clause_ends_.push_back(span_.begin + i);
  }
  if (depth > 0) std::fill(prefix_.begin() + bracketed + 1, prefix_.end(), kBracketed);
  prefix_[0] = 0.f;
}

// The words of the sentence by what they are here.
void SentenceView::sort_words(std::span<const Hit> words) {
  for (Sieve<Hit>* kept : {&found_, &mask_words_, &soft_}) kept->start(words.size());
  for (const Hit& hit : words) {
    const bool ends_here = hit.end <= span_.end;
    found_.add(hit, ends_here & hit.is(Role::noun));
    mask_words_.add(hit, ends_here & hit.is(Role::masks));
    soft_.add(hit, ends_here & ((hit.roles & kSoft) != 0));
  }
}

// 《…》
void SentenceView::read_names() {
  const std::u16string_view sentence = text_.substr(0, span_.end);
  for (std::size_t open = find_character(sentence, u'《', span_.begin); open != std::u16string_view::npos; open = find_character(sentence, u'《', open + 1)) {
    const auto close = find_character(sentence, u'》', open);
    if (close == std::u16string_view::npos) break;
    if (close - open > kLongestName) continue;
    masks_.push_back({{static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(close) + 1}, 0, true});
    open = close;
  }
}

void SentenceView::read_masks(const Hits& hits, const PatternSet::Compiled& patterns) {
  for (const Hit& hit : mask_words_.passed()) {
    for (const NounUse& use : patterns.dictionary.nouns(hit.word)) {
      const Reading& reading = patterns.readings[use.reading];
      if (!reading.mask) break;
      const auto from = use.head == 0 ? hit.begin : hits.head_before(use.head, hit.begin);
      if (from < 0) continue;
      const Span place{static_cast<std::uint32_t>(from), hit.end}, around = clause(place.begin, place.end);
      if (!hits.any(reading.never, around.begin, around.end, place)) masks_.push_back({place, use.reading, false});
    }
  }
}

// A look-alike inside a longer noun is none: 难题 holds 题, 代表建议 holds 建议. Words are sorted by their begin, those that begin together by their end.
void SentenceView::read_nouns() {
  nouns_.clear();
  std::uint32_t reach = 0;  // of the nouns so far that count
  for (const Noun& noun : found_.passed()) {
    if (!masks_.empty() && is_masked(noun)) continue;
    if (noun.is(Role::counts)) {
      reach = std::max(reach, noun.end);
      while (!nouns_.empty() && nouns_.back().begin == noun.begin && !nouns_.back().is(Role::counts)) nouns_.pop_back();
    } else if (reach >= noun.end) {
      continue;
    }
    nouns_.push_back(noun);
  }
}

bool SentenceView::is_masked(const Noun& noun) const {
  const Span span{noun.begin, noun.end};
  return std::any_of(masks_.begin(), masks_.end(), [&](const Mask& m) { return m.span.overlaps(span) && !span.contains(m.span); });
}

void SentenceView::read_costs() {
  const auto set = [&](Span part, float each) {
    for (std::uint32_t i = std::max(part.begin, span_.begin); i < std::min(part.end, span_.end); ++i)
      prefix_[i - span_.begin + 1] = std::min(prefix_[i - span_.begin + 1], each);
  };
  for (const Mask& mask : masks_)
    if (mask.name) set(mask.span, kNamed);
  for (const Quantity& q : quantities_) set(q.span, q.reason == nullptr ? 0.f : kCount);
  for (const Hit& hit : soft_.passed()) set({hit.begin, hit.end}, hit.is(Role::filler) ? 0.f : kModifier);
  float sum = 0.f;
  for (float& cost : prefix_) cost = sum += cost;
}

}  // namespace renda
