// find_matches(): what each number counts.
#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>

#include "patterns/attach.h"
#include "patterns/judge.h"
#include "patterns/mask.h"
#include "patterns/plan.h"
#include "text/utf.h"

namespace renda {
namespace {

constexpr std::uint32_t kShareReach = 40;  // characters after a number in which 全部办结 still speaks of it

class Matcher {
 public:
  Matcher(const Document& document, const Structure& structure, const Facts& facts, std::span<const Quantity> quantities, const PatternSet::Compiled& patterns)
      : document_(document), text_(document.text), structure_(structure), facts_(facts), quantities_(quantities), patterns_(patterns),
        hits_(patterns, document.text), plans_(document, hits_, patterns) {}

  std::vector<Match> run() {
    const auto section_plans = plan_sections(document_, structure_, patterns_);
    std::uint32_t next = 0;
    for (const Sentence& sentence : structure_.sentences) {
      const std::uint32_t first = next;
      while (next < quantities_.size() && quantities_[next].span.begin < sentence.span.end) ++next;
      if (first == next) continue;
      read_sentence(sentence, first, next, section_plans[sentence.section]);
    }
    for (; next < quantities_.size(); ++next) add_unmatched(next, "outside any sentence");
    return std::move(matches_);
  }

 private:
  void read_sentence(const Sentence& sentence, std::uint32_t first, std::uint32_t last, bool section_plan) {
    const std::uint32_t context = sentence.span.begin > kContext ? sentence.span.begin - kContext : 0;
    hits_.cover(context, sentence.span.end);
    view_.read(text_, sentence.span, quantities_.subspan(first, last - first), hits_, patterns_);
    const bool plan = plans_.is_plan(sentence.span) || section_plan;
    const Attacher attacher(view_, hits_, patterns_, text_, facts_.level);
    chosen_.assign(last - first, {});
    for (std::size_t i = 0; i < chosen_.size(); ++i)
      if (quantities_[first + i].reason == nullptr) chosen_[i] = attacher.attach(i);
    apply_phrases(first);
    for (std::size_t i = 0; i < chosen_.size(); ++i) decide(first, i, attacher, plan);
  }

  // Whole phrases win over attachment.
  void apply_phrases(std::uint32_t first) {
    MaskedSentence masked;
    for (const Hit& hit : hits_.in(view_.span().begin, view_.span().end)) {
      for (std::uint16_t phrase : patterns_.triggers[hit.word]) {
        if (masked.text.empty()) masked = mask_numbers(text_, view_);
        apply_phrase(patterns_.phrases[phrase], masked, first);
      }
    }
  }

  void apply_phrase(const Phrase& phrase, const MaskedSentence& masked, std::uint32_t first) {
    re2::StringPiece rest(masked.text), value;
    while (phrase.regex().ok() && re2::RE2::FindAndConsume(&rest, phrase.regex(), &value)) {
      const auto end = static_cast<std::size_t>(value.data() + value.size() - masked.text.data());
      const auto found = std::find(masked.ends.begin(), masked.ends.end(), end);
      if (found == masked.ends.end()) continue;
      const auto i = static_cast<std::size_t>(found - masked.ends.begin());
      const Quantity& q = quantities_[first + i];
      Candidate c;
      c.reading = phrase.reading();
      c.cost = -10.f;
      c.fits = true;
      c.noun = view_.clause(q.span.begin, q.span.end);
      chosen_[i].best = c;
    }
  }

  void decide(std::uint32_t first, std::size_t i, const Attacher& attacher, bool plan) {
    const std::uint32_t index = first + static_cast<std::uint32_t>(i);
    const Quantity& q = quantities_[index];
    if (q.reason != nullptr) return add_ignored(index, q.reason, "");
    if (const Mask* mask = mask_over(q)) return add_ignored(index, mask->name ? "name" : patterns_.readings[mask->reading].reason, "");
    if (is_multiplier(i)) return add_ignored(index, "multiplier", "");
    const Attachment& attachment = chosen_[i];
    if (!attachment.best) return plan ? add_planned(index, nullptr) : add_unmatched(index, describe_near(attachment));
    const Candidate& best = *attachment.best;
    const Reading& reading = patterns_.readings[best.reading];
    if (reading.indicator < 0) return add_ignored(index, reading.reason, reading.id);
    if (!facts_.is_report) return add_ignored(index, "not_a_report", reading.id);
    if (const char* reason = why_not(view_, hits_, patterns_, text_, q, best)) return add_ignored(index, reason, reading.id);
    if (plan) return add_planned(index, &best);
    observe(index, i, best, attacher);
  }

  // 实现两个100%: the first number only counts the second ones.
  bool is_multiplier(std::size_t i) const {
    const auto quantities = view_.quantities();
    if (i + 1 >= quantities.size()) return false;
    const Quantity &q = quantities[i], &next = quantities[i + 1];
    return next.kind == NumberKind::percent && q.kind == NumberKind::integer && next.span.begin >= q.span.end && next.span.begin - q.span.end <= 1 &&
           text_.substr(q.unit.begin, q.unit.size()) == u"个";
  }

  const Mask* mask_over(const Quantity& q) const {
    for (const Mask& mask : view_.masks())
      if (mask.span.contains(q.number)) return &mask;
    return nullptr;
  }

  void observe(std::uint32_t index, std::size_t i, const Candidate& best, const Attacher& attacher) {
    const Reading& reading = patterns_.readings[best.reading];
    std::int32_t indicator = combined(reading.indicator, best, attacher, i);
    add_observed(index, indicator, indicator == reading.indicator ? reading.id : patterns_.indicators[static_cast<std::size_t>(indicator)].id + "/combined", best.noun,
                 reading.part);
    if (quantities_[index].kind == NumberKind::percent) distribute_rate(index, best, attacher);
    for (const Share& share : patterns_.shares) {
      if (std::find(share.of.begin(), share.of.end(), indicator) == share.of.end()) continue;
      const std::uint32_t from = std::max(best.noun.end, quantities_[index].span.end);
      const std::uint32_t to = std::min({view_.span().end, from + kShareReach, next_number(i)});
      const std::uint32_t begin = std::max(quantities_[index].span.end, std::min(from, to));
      const auto at = hits_.last(share.words, quantities_[index].span.end, to);
      if (at >= static_cast<std::int64_t>(begin)) add_observed(index, share.indicator, share.id, {best.noun.begin, static_cast<std::uint32_t>(at)}, reading.part);
    }
  }

  std::uint32_t next_number(std::size_t i) const {
    for (const Quantity& q : view_.quantities().subspan(i + 1))
      if (q.reason == nullptr) return q.span.begin;
    return view_.span().end;
  }

  // 执法检查、视察调研、专题询问23次: several kinds before (or after) one number count together.
  std::int32_t combined(std::int32_t indicator, const Candidate& best, const Attacher& attacher, std::size_t i) const {
    for (std::int32_t together : patterns_.combined_by[static_cast<std::size_t>(indicator)]) {
      for (const Hit& other : view_.nouns()) {
        const bool chained = other.end <= best.noun.begin ? !best.right && joins(other.end, best.noun.begin)
                                                          : other.begin >= best.noun.end && best.right && joins(best.noun.end, other.begin) && !has_own_number(other);
        if (!chained) continue;
        const auto candidate = attacher.try_noun(view_.quantities()[i], other, best.right);
        if (!candidate) continue;
        const std::int32_t kind = patterns_.readings[candidate->reading].indicator;
        if (kind < 0 || kind == indicator) continue;
        const auto& by = patterns_.combined_by[static_cast<std::size_t>(kind)];
        if (kind == together || std::find(by.begin(), by.end(), together) != by.end()) return together;
      }
    }
    return indicator;
  }

  bool has_own_number(const Hit& noun) const {
    return std::any_of(view_.quantities().begin(), view_.quantities().end(), [&](const Quantity& q) {
      return q.reason == nullptr && q.span.begin >= noun.end && view_.cost(noun.end, q.span.begin) < 1.f;
    });
  }

  // Nothing but a conjunction (、 和 及) between two nouns.
  bool joins(std::uint32_t begin, std::uint32_t end) const {
    if (begin > end || end - begin > 6) return false;
    std::uint32_t at = begin;
    while (at < end) {
      std::uint32_t step = 0;
      for (const Hit& hit : hits_.in(at, at + 1))
        if (hit.end <= end && patterns_.has_cue(hit.word, patterns_.cues.conjunction)) step = std::max(step, hit.end - at);
      if (step == 0) return false;
      at += step;
    }
    return true;
  }

  // 见面率、答复率均为100%: every rate of the chain before the number.
  void distribute_rate(std::uint32_t index, const Candidate& best, const Attacher& attacher) {
    if (best.right) return;
    Span last = best.noun;
    std::vector<std::int32_t> taken{patterns_.readings[best.reading].indicator};
    for (bool more = true; more;) {
      more = false;
      for (const Hit& other : view_.nouns()) {
        if (other.end > last.begin || !joins(other.end, last.begin)) continue;
        const auto candidate = attacher.try_noun(quantities_[index], other, false);
        const std::int32_t kind = candidate ? patterns_.readings[candidate->reading].indicator : -1;
        if (kind < 0) continue;
        if (std::find(taken.begin(), taken.end(), kind) == taken.end()) {
          taken.push_back(kind);
          add_observed(index, kind, patterns_.readings[candidate->reading].id, {candidate->noun.begin, best.noun.end}, false);
        }
        last = candidate->noun;
        more = true;
        break;
      }
    }
  }

  Span mention_of(std::uint32_t index, Span noun) const {
    const Quantity& q = quantities_[index];
    return {std::min(noun.begin, q.span.begin), std::max(noun.end, q.span.end)};
  }

  bool unit_compares(std::int32_t indicator, const Quantity& q) const {
    const auto& others = patterns_.other_units[static_cast<std::size_t>(indicator)];
    return std::find(others.begin(), others.end(), q.unit_id) == others.end();
  }

  void add(Match match) { matches_.push_back(std::move(match)); }
  void add_ignored(std::uint32_t index, std::string_view reason, std::string_view pattern) {
    add({.quantity = index, .outcome = Outcome::ignored, .pattern = std::string(pattern), .reason = std::string(reason), .mention = quantities_[index].span});
  }
  void add_unmatched(std::uint32_t index, std::string reason) {
    add({.quantity = index, .outcome = Outcome::unmatched, .pattern = {}, .reason = std::move(reason), .mention = quantities_[index].span});
  }
  void add_planned(std::uint32_t index, const Candidate* c) {
    Match m{.quantity = index, .outcome = Outcome::planned, .pattern = {}, .reason = "plan", .mention = quantities_[index].span};
    if (c != nullptr) {
      m.indicator = patterns_.readings[c->reading].indicator;
      m.pattern = patterns_.readings[c->reading].id;
      m.mention = mention_of(index, c->noun);
    }
    add(std::move(m));
  }
  void add_observed(std::uint32_t index, std::int32_t indicator, const std::string& pattern, Span noun, bool part) {
    for (auto m = matches_.rbegin(); m != matches_.rend() && m->quantity == index; ++m)
      if (m->indicator == indicator) return;
    add({.quantity = index, .outcome = Outcome::observed, .indicator = indicator, .pattern = pattern, .reason = {}, .mention = mention_of(index, noun), .part = part,
         .unit_fits = unit_compares(indicator, quantities_[index])});
  }

  std::string describe_near(const Attachment& attachment) const {
    if (!attachment.near) return "no noun of any pattern within reach";
    const Candidate& c = *attachment.near;
    const Reading& reading = patterns_.readings[c.reading];
    const std::string noun = to_utf8(text_.substr(c.noun.begin, c.noun.size()));
    if (reading.indicator < 0) return fmt::format("nearest: {} ({})", noun, reading.reason);
    return fmt::format("nearest: {} ({}), lacks: {}", reading.id, noun, c.lack);
  }

  const Document& document_;
  std::u16string_view text_;
  const Structure& structure_;
  const Facts& facts_;
  std::span<const Quantity> quantities_;
  const PatternSet::Compiled& patterns_;
  Hits hits_;
  PlanReader plans_;
  SentenceView view_;
  std::vector<Attachment> chosen_;
  std::vector<Match> matches_;
};

}  // namespace

std::string_view outcome_name(Outcome outcome) {
  constexpr std::string_view kNames[] = {"observed", "planned", "ignored", "unmatched"};
  return kNames[static_cast<std::size_t>(outcome)];
}

std::vector<Match> find_matches(const Document& document, const Structure& structure, const Facts& facts, std::span<const Quantity> quantities,
                                const PatternSet& patterns) {
  return Matcher(document, structure, facts, quantities, patterns.compiled()).run();
}

}  // namespace renda
