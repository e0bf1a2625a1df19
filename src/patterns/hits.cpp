#include "patterns/hits.h"

#include <algorithm>

#include "patterns/expand.h"

namespace renda {
namespace {

constexpr std::uint32_t kMargin = 200;  // units before a place that the next sentence may ask for
constexpr std::uint32_t kKept = 1024;  // units behind the place in work that stay known
constexpr std::size_t kWindow = 1u << 16;

}  // namespace

void Hits::cover(std::uint32_t begin, std::uint32_t end) {
  if (end < base_) start_at(begin);
  if (begin > covered_) start_at(std::max(covered_, begin > kMargin ? begin - kMargin : 0));
  if (first_.size() > kWindow && begin > kKept) forget_before(begin - kKept);
  for (std::uint32_t at = covered_; at < end; ++at) {
    first_.push_back(static_cast<std::uint32_t>(hits_.size()));
    patterns_.trie.find(text_, at, [&](std::uint32_t word, std::uint32_t length) {
      hits_.push_back({at, at + length, word});
      for (const CueUse& use : patterns_.cue_uses(word)) {
        std::uint32_t& last = last_cue_[use.set];
        cue_hits_.push_back({at, at + length, use.head, last});
        last = static_cast<std::uint32_t>(cue_hits_.size());
      }
    });
  }
  covered_ = std::max(covered_, end);
}

void Hits::start_at(std::uint32_t at) {
  hits_.clear();
  first_.clear();
  cue_hits_.clear();
  std::fill(last_cue_.begin(), last_cue_.end(), 0u);
  base_ = covered_ = at;
}

void Hits::forget_before(std::uint32_t at) {
  if (at <= base_) return;
  const std::uint32_t hits = first_[at - base_];
  hits_.erase(hits_.begin(), hits_.begin() + hits);
  first_.erase(first_.begin(), first_.begin() + (at - base_));
  for (std::uint32_t& index : first_) index -= hits;
  const auto kept = std::find_if(cue_hits_.begin(), cue_hits_.end(), [&](const CueHit& hit) { return hit.begin >= at; });
  const auto gone = static_cast<std::uint32_t>(kept - cue_hits_.begin());
  cue_hits_.erase(cue_hits_.begin(), kept);
  const auto shift = [&](std::uint32_t& index) { index = index > gone ? index - gone : 0; };
  for (CueHit& hit : cue_hits_) shift(hit.previous);
  for (std::uint32_t& index : last_cue_) shift(index);
  base_ = at;
}

std::span<const Hit> Hits::in(std::uint32_t begin, std::uint32_t end) const {
  const auto index = [&](std::uint32_t at) { return at <= base_ ? 0u : at >= covered_ ? static_cast<std::uint32_t>(hits_.size()) : first_[at - base_]; };
  const std::uint32_t first = index(begin), last = index(end);
  return {hits_.data() + first, last > first ? last - first : 0};
}

std::int64_t Hits::last(CueSet set, std::uint32_t begin, std::uint32_t end, Span except) const {
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

bool Hits::first_at(CueSet set, std::uint32_t begin, std::uint32_t end) const {
  if (set == 0) return false;
  for (std::uint32_t next = last_cue_[set]; next != 0 && cue_hits_[next - 1].begin >= begin; next = cue_hits_[next - 1].previous)
    if (cue_hits_[next - 1].begin < end) return true;
  return false;
}

std::int64_t Hits::head_before(std::uint32_t head, std::uint32_t at) const {
  const auto length = static_cast<std::uint32_t>(patterns_.words[head].size());
  const std::uint32_t from = at > kGap + length ? at - kGap - length : 0;
  const auto hits = in(from, at);
  for (auto hit = hits.rbegin(); hit != hits.rend(); ++hit) {
    if (hit->word != head || hit->end > at) continue;
    const auto gap = text_.substr(hit->end, at - hit->end);
    return gap.find_first_of(u"，。；：！？【】\n") == std::u16string_view::npos ? static_cast<std::int64_t>(hit->begin) : -1;
  }
  return -1;
}

}  // namespace renda
