#include "patterns/hits.h"

#include <algorithm>

#include "patterns/expand.h"

namespace renda {
namespace {

constexpr std::size_t kMostCues = 1u << 20;  // beyond, what lies behind is forgotten: memory does not grow with the text

}  // namespace

void Sightings::add(std::uint32_t begin, std::uint32_t end) {
  if (cue_hits_.size() > kMostCues) forget();
  begin_ = begin;
  end_ = end;
  hits_.clear();
  first_.resize(end - begin);
  const Dictionary& dictionary = patterns_->dictionary;
  for (std::uint32_t at = begin; at < end; ++at) {
    first_[at - begin] = static_cast<std::uint32_t>(hits_.size());
    dictionary.trie.find(text_, at, [&](std::uint32_t word, std::uint32_t length) {
      hits_.push_back({at, at + length, word});
      if (dictionary.first_cue[word] != dictionary.first_cue[word + 1]) add_cues(hits_.back());
    });
  }
}

void Sightings::add_cues(const Hit& hit) {
  for (const CueUse& use : patterns_->dictionary.cues(hit.word)) {
    std::uint32_t head_begin = hit.begin;
    if (use.head >= 0) {
      const auto head = head_before(static_cast<std::uint32_t>(use.head), hit.begin);
      if (head < 0) continue;
      head_begin = static_cast<std::uint32_t>(head);
    }
    std::uint32_t& last = last_cue_[use.set];
    cue_hits_.push_back({hit.begin, head_begin, hit.end, last});
    last = static_cast<std::uint32_t>(cue_hits_.size());
  }
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

std::int64_t Sightings::head_before(std::uint32_t head, std::uint32_t at) const {
  const std::uint32_t reach = kGap + patterns_->dictionary.lengths[head];
  for (std::size_t i = at < end_ ? first_[at - begin_] : hits_.size(); i-- > 0 && hits_[i].begin + reach >= at;) {
    const Hit& hit = hits_[i];
    if (hit.word != head || hit.end > at) continue;
    const auto gap = text_.substr(hit.end, at - hit.end);
    return gap.find_first_of(u"，。；：！？【】\n") == std::u16string_view::npos ? static_cast<std::int64_t>(hit.begin) : -1;
  }
  return -1;
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
