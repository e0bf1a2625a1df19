#include "patterns/hits.h"

#include <algorithm>

#include "patterns/expand.h"

namespace renda {

void Stretch::read(std::uint32_t begin, std::uint32_t end) {
  begin_ = begin;
  end_ = end;
  hits_.clear();
  cue_hits_.clear();
  first_.resize(end - begin);
  std::fill(last_cue_.begin(), last_cue_.end(), 0u);
  for (std::uint32_t at = begin; at < end; ++at) {
    first_[at - begin] = static_cast<std::uint32_t>(hits_.size());
    patterns_->dictionary.trie.find(text_, at, [&](std::uint32_t word, std::uint32_t length) {
      hits_.push_back({at, at + length, word});
      for (const CueUse& use : patterns_->dictionary.cues(word)) {
        std::uint32_t& last = last_cue_[use.set];
        cue_hits_.push_back({at, at + length, use.head, last});
        last = static_cast<std::uint32_t>(cue_hits_.size());
      }
    });
  }
}

std::span<const Hit> Stretch::in(std::uint32_t begin, std::uint32_t end) const {
  const auto index = [&](std::uint32_t at) { return at <= begin_ ? 0u : at >= end_ ? static_cast<std::uint32_t>(hits_.size()) : first_[at - begin_]; };
  const std::uint32_t first = index(begin), last = index(end);
  return {hits_.data() + first, last > first ? last - first : 0};
}

std::int64_t Stretch::last(CueSet set, std::uint32_t begin, std::uint32_t end, Span except) const {
  if (set == 0) return -1;
  for (std::uint32_t next = last_cue_[set]; next != 0;) {
    const CueHit& hit = cue_hits_[next - 1];
    if (hit.begin < begin) return -1;
    next = hit.previous;
    if (hit.end > end || except.contains(Span{hit.begin, hit.end})) continue;
    if (hit.head < 0 || head_before(static_cast<std::uint32_t>(hit.head), hit.begin) >= static_cast<std::int64_t>(begin)) return hit.end;
  }
  return -1;
}

bool Stretch::first_at(CueSet set, std::uint32_t begin, std::uint32_t end) const {
  if (set == 0) return false;
  for (std::uint32_t next = last_cue_[set]; next != 0 && cue_hits_[next - 1].begin >= begin; next = cue_hits_[next - 1].previous)
    if (cue_hits_[next - 1].begin < end) return true;
  return false;
}

std::int64_t Stretch::head_before(std::uint32_t head, std::uint32_t at) const {
  const std::uint32_t length = patterns_->dictionary.lengths[head];
  const std::uint32_t from = at > kGap + length ? at - kGap - length : 0;
  const auto hits = in(from, at);
  for (auto hit = hits.rbegin(); hit != hits.rend(); ++hit) {
    if (hit->word != head || hit->end > at) continue;
    const auto gap = text_.substr(hit->end, at - hit->end);
    return gap.find_first_of(u"，。；：！？【】\n") == std::u16string_view::npos ? static_cast<std::int64_t>(hit->begin) : -1;
  }
  return -1;
}

void Hits::cover(std::uint32_t begin, std::uint32_t end) {
  if (begin == here_.begin() && end == here_.end()) return;
  here_.read(begin, end);
  looked_back_ = false;
}

std::int64_t Hits::last(CueSet set, std::uint32_t begin, std::uint32_t end, Span except) const {
  if (set == 0) return -1;
  const std::uint32_t start = here_.begin();
  if (end > start)
    if (const auto found = here_.last(set, std::max(begin, start), end, except); found >= 0) return found;
  if (begin >= start) return -1;
  if (!looked_back_) before_.read(start > kContext ? start - kContext : 0, start);
  looked_back_ = true;
  return before_.last(set, begin, std::min(end, start), except);
}

}  // namespace renda
