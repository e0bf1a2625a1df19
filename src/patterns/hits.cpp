#include "patterns/hits.h"

#include <algorithm>

#include "patterns/expand.h"
#include "text/utf.h"

namespace renda {
namespace {

bool ends_clause(char16_t c) { return std::u16string_view(u"，。；：！？【】\n").find(c) != std::u16string_view::npos; }

// 党组会议13次、常委会会议4次: behind a count the comma of a list begins something new.
bool ends_count(std::u16string_view text, std::uint32_t at) {
  return text[at] == u'、' && at > 0 && std::u16string_view(u"次件项个名人份条部场批期位篇起家处％%").find(text[at - 1]) != std::u16string_view::npos;
}

constexpr std::size_t kMostCues = 1u << 20;  // beyond, what lies behind is forgotten: memory does not grow with the text

}  // namespace

void Sightings::add(std::uint32_t begin, std::uint32_t end) {
  if (cue_hits_.size() > kMostCues) forget();
  begin_ = clause_ = begin;
  end_ = end;
  hits_.clear();
  readings_.clear();
  first_.resize(end - begin);
  const Trie& trie = patterns_->dictionary.trie;
  for (std::uint32_t at = begin; at < end; ++at) {
    first_[at - begin] = static_cast<std::uint32_t>(hits_.size());
    if (!is_ideograph(text_[at]) && (ends_clause(text_[at]) || ends_count(text_, at))) clause_ = at + 1;
    trie.find(text_, at, [&](std::uint32_t word, std::uint32_t length) { add_hit(word, at, length); });
  }
}

void Sightings::add_hit(std::uint32_t word, std::uint32_t at, std::uint32_t length) {
  const Dictionary& dictionary = patterns_->dictionary;
  hits_.push_back({at, at + length, word, static_cast<std::uint32_t>(readings_.size())});
  if (const std::uint16_t head = dictionary.heads[word]; head != 0) heads_[head] = {{at, at + length}, heads_[head].last};
  for (std::uint32_t i = dictionary.first_cue[word]; i < dictionary.first_cue[word + 1]; ++i) {
    const CueUse use = dictionary.all_cues[i];
    const auto begin = use.head == 0 ? at : head_before(use.head, at);
    if (begin < 0) continue;
    std::uint32_t& last = last_cue_[use.set];
    cue_hits_.push_back({at, static_cast<std::uint32_t>(begin), at + length, last});
    last = static_cast<std::uint32_t>(cue_hits_.size());
  }
  for (std::uint32_t i = dictionary.first_noun[word]; i < dictionary.first_noun[word + 1]; ++i) {
    const NounUse use = dictionary.all_nouns[i];
    const auto begin = use.head == 0 ? at : head_before(use.head, at);
    if (begin >= 0) readings_.push_back({use.reading, static_cast<std::uint32_t>(begin)});
  }
}

// Begin of the head before `at`, in the same clause and at most kGap characters away; -1 if there is none.
std::int64_t Sightings::head_before(std::uint16_t head, std::uint32_t at) const {
  Span found = heads_[head].last;
  if (found.end > at) found = heads_[head].before;
  if (found.empty() || found.begin < begin_ || found.end > at || found.end + kGap < at || found.end < clause_) return -1;
  return found.begin;
}

void Sightings::forget() {
  cue_hits_.clear();
  std::fill(last_cue_.begin(), last_cue_.end(), 0u);
}

std::span<const Hit> Sightings::in(std::uint32_t begin, std::uint32_t end) const {
  const auto index = [&](std::uint32_t at) { return at <= begin_ ? 0u : at >= end_ ? static_cast<std::uint32_t>(hits_.size()) : first_[at - begin_]; };
  const std::uint32_t first = index(begin), last = index(end);
  return {hits_.data() + first, last > first ? last - first : 0};
}

std::int64_t Sightings::last(CueSet set, std::uint32_t begin, std::uint32_t end, Span except) const {
  for (std::uint32_t next = last_cue_[set]; next != 0;) {
    const CueHit& hit = cue_hits_[next - 1];
    if (hit.begin < begin) return -1;
    next = hit.previous;
    if (hit.end <= end && hit.head_begin >= begin && !except.contains(Span{hit.begin, hit.end})) return hit.end;
  }
  return -1;
}

bool Sightings::first_at(CueSet set, std::uint32_t begin, std::uint32_t end) const {
  for (std::uint32_t next = last_cue_[set]; next != 0 && cue_hits_[next - 1].begin >= begin; next = cue_hits_[next - 1].previous)
    if (cue_hits_[next - 1].begin < end) return true;
  return false;
}

std::span<const NounReading> Sightings::readings(const Hit& hit) const {
  const Hit* const next = &hit + 1;
  const std::uint32_t end = next < hits_.data() + hits_.size() ? next->first_use : static_cast<std::uint32_t>(readings_.size());
  return std::span(readings_).subspan(hit.first_use, end - hit.first_use);
}

void Hits::cover(std::uint32_t begin, std::uint32_t end) {
  if (here_ == Span{begin, end}) return;
  std::erase_if(unread_, [&](Span gap) { return gap.end + kContext <= begin; });
  if (begin > here_.end) unread_.push_back({here_.end, begin});
  here_ = {begin, end};
  sentences_.add(begin, end);
}

void Hits::read_gaps() const {
  const std::uint32_t context = here_.begin > kContext ? here_.begin - kContext : 0;
  for (Span gap : unread_) gaps_.add(std::min(gap.end, std::max(gap.begin, context)), gap.end);
  unread_.clear();
}

std::int64_t Hits::last(CueSet set, std::uint32_t begin, std::uint32_t end, Span except) const {
  if (set == 0) return -1;
  const auto found = sentences_.last(set, begin, end, except);
  if (begin >= here_.begin || found >= static_cast<std::int64_t>(here_.begin)) return found;
  if (!unread_.empty()) read_gaps();
  return std::max(found, gaps_.last(set, begin, end, except));
}

}  // namespace renda
