// find_matches(): what each number counts.
#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>

#include "patterns/attach.h"
#include "patterns/judge.h"
#include "patterns/mask.h"
#include "patterns/matcher.h"
#include "patterns/part_lists.h"
#include "patterns/plan.h"
#include "text/utf.h"

namespace renda {
namespace {

constexpr std::uint32_t kPartReach = 16;   // characters between 其中 and its number
constexpr std::uint32_t kTotalReach = 60;  // characters between a total and a sentence that begins with 其中
constexpr std::uint32_t kSessionName = 14, kSessionVerb = 6;  // 次常委会会议, and the verb after it
constexpr std::uint32_t kOutcomeReach = 10, kOutcomeLead = 4;  // characters behind and before a part that say what became of it
constexpr std::uint32_t kLevelGap = 14;    // characters between a number and the level that goes on with it
constexpr std::uint32_t kShareLead = 8;    // characters between 占 and its percentage
constexpr std::uint32_t kOwnNumber = 4;
constexpr std::uint32_t kAnaphora = 300;   // characters between a number and one that repeats it
constexpr float kOwnNoun = 1.0f;           // a noun this near is the number's own
constexpr float kPhrase = -10.0f;          // cheaper than any noun
constexpr std::uint32_t kShareReach = 40;  // characters after a number in which 全部办结 still speaks of it

class Matcher {
 public:
  Matcher(const Document& document, const Structure& structure, const Facts& facts, std::span<const Quantity> quantities, const PatternSet::Compiled& patterns)
      : document_(document), text_(document.text), structure_(structure), facts_(facts), quantities_(quantities), patterns_(patterns),
        hits_(patterns, document.text), plans_(document, hits_, patterns), part_lists_(document.text, quantities, hits_, patterns),
        attacher_(view_, hits_, patterns, text_, facts.level, title_) {}

  std::vector<Match> run(const SentenceVisitor& visit) {
    read_title();
    const auto section_plans = plan_sections(document_, structure_, patterns_);
    std::uint32_t next = 0;
    for (const Sentence& sentence : structure_.sentences) {
      const std::uint32_t first = next;
      while (next < quantities_.size() && quantities_[next].span.begin < sentence.span.end) ++next;
      const auto live = [&](const Quantity& q) { return q.reason == nullptr; };
      const auto numbers = quantities_.subspan(first, next - first);
      if (std::any_of(numbers.begin(), numbers.end(), live)) {
        const std::size_t known = matches_.size();
        read_sentence(sentence, first, next, section_plans[sentence.section]);
        if (visit) visit(sentence, std::span(matches_).subspan(known), hits_);
      } else {
        for (std::uint32_t i = first; i < next; ++i) add_ignored(i, quantities_[i].reason, "");
      }
    }
    for (; next < quantities_.size(); ++next) add_unmatched(next, "outside any sentence");
    return std::move(matches_);
  }

 private:
  void read_title() {
    title_.assign(patterns_.cue_sets + 1u, false);
    const Span title = structure_.title;
    if (title.empty()) return;
    Hits hits(patterns_, text_);
    hits.cover(title.begin, title.end);
    for (const Hit& hit : hits.in(title.begin, title.end))
      for (const CueUse& use : patterns_.dictionary.cues(hit.word))
        if (use.head == 0) title_[use.set] = true;
  }

  void read_sentence(const Sentence& sentence, std::uint32_t first, std::uint32_t last, bool section_plan) {
    hits_.cover(sentence.span.begin, sentence.span.end);
    view_.read(text_, sentence.span, quantities_.subspan(first, last - first), hits_, patterns_);
    const bool plan = plans_.is_plan(sentence.span) || section_plan;
    chosen_.assign(last - first, {});
    for (std::size_t i = 0; i < chosen_.size(); ++i)
      if (quantities_[first + i].reason == nullptr) chosen_[i] = attacher_.attach(i, chosen_before(i));
    apply_phrases(first);
    const std::size_t known = matches_.size();
    first_ = first;
    for (std::size_t i = 0; i < chosen_.size(); ++i) decide(first, i, plan);
    if (!facts_.is_report || last - first < PartLists::kFewest) return;
    for (const std::uint32_t last_part : part_lists_.claim(matches_, known)) share_behind_list(last_part, last_part - first);
  }

  const std::optional<Candidate>& chosen_before(std::size_t i) const {
    static const std::optional<Candidate> kNone;
    return i > 0 ? chosen_[i - 1].best : kNone;
  }

  // Whole phrases win over attachment.
  void apply_phrases(std::uint32_t first) {
    MaskedSentence masked;
    std::vector<std::uint16_t> tried;  // a phrase is looked for once a sentence, however often its trigger stands there
    for (const Hit& hit : hits_.in(view_.span().begin, view_.span().end)) {
      if (!hit.is(Role::triggers)) continue;
      for (std::uint16_t phrase : patterns_.dictionary.triggers(hit.word)) {
        if (std::find(tried.begin(), tried.end(), phrase) != tried.end()) continue;
        tried.push_back(phrase);
        if (!has_value_of(patterns_.phrases[phrase])) continue;
        if (masked.text.empty()) masked = mask_numbers(text_, view_);
        apply_phrase(patterns_.phrases[phrase], masked, first);
      }
    }
  }

  // Most triggers stand in sentences that count in other units, and RE2 is dear.
  bool has_value_of(const Phrase& phrase) const {
    return std::any_of(view_.quantities().begin(), view_.quantities().end(), [&](const Quantity& q) {
      const auto unit = text_.substr(q.unit.begin, q.unit.size());
      return std::find(phrase.units().begin(), phrase.units().end(), unit) != phrase.units().end();
    });
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
      c.cost = kPhrase;
      c.noun = view_.clause(q.span.begin, q.span.end);
      chosen_[i].best = c;
    }
  }

  void decide(std::uint32_t first, std::size_t i, bool plan) {
    const std::uint32_t index = first + static_cast<std::uint32_t>(i);
    const Quantity& q = quantities_[index];
    if (q.reason != nullptr) return add_ignored(index, q.reason, "");
    if (const Mask* mask = mask_over(q)) return add_ignored(index, mask->name ? "name" : patterns_.readings[mask->reading].reason, "");
    if (is_multiplier(i)) return add_ignored(index, "multiplier", "");
    if (is_facet(i)) return add_ignored(index, "facet", "");
    if (is_session_news(i)) return add_ignored(index, "single_session", "");
    Attachment& attachment = chosen_[i];
    if (!plan && observe_rate(index, i)) return;
    if (const Candidate* same = same_as_before(i, attachment)) attachment.best = *same;
    else if (const Candidate* summed = sum_of_before(i, attachment)) attachment.best = *summed;
    if (!plan && !has_own_noun(index, attachment) && (observe_shared(index, i) || observe_elided_part(index))) return;
    if (!attachment.best) return plan ? add_planned(index, nullptr) : add_unmatched(index, describe_near(attacher_.attach(i, chosen_before(i), Attacher::Ask::why)));
    const Candidate& best = *attachment.best;
    const Reading& reading = patterns_.readings[best.reading];
    if (reading.indicator < 0) return add_ignored(index, reading.reason, reading.id);
    if (!facts_.is_report) return add_ignored(index, "not_a_report", reading.id);
    if (const char* reason = why_not(view_, hits_, patterns_, text_, q, best)) return add_ignored(index, reason, reading.id);
    if (plan) return add_planned(index, &best);
    observe(index, i, best);
    if (follows_level(i) && matches_.back().quantity == index) matches_.back().part = Part::yes;
  }

  // 第十次会议任命2名: what one named session did is news, not a figure of a period.
  bool is_session_news(std::size_t i) const {
    const auto quantities = view_.quantities();
    const std::uint32_t at = quantities[i].span.begin;
    for (std::size_t k = i; k-- > 0;) {
      const Quantity& q = quantities[k];
      if (q.reason == nullptr || std::string_view(q.reason) != "ordinal") continue;
      const auto after = text_.substr(q.number.end, kSessionName);
      const auto meeting = after.find(u"会议");
      if (meeting == std::u16string_view::npos || after.substr(0, meeting).find_first_of(u"，。；") != std::u16string_view::npos) continue;
      const bool of_congress = text_.substr(q.unit.begin, q.unit.size()) == u"届";  // 八届人大常委会第一次会议, not 八届人大常委会五年来召开会议
      if (of_congress && !after.substr(0, meeting).ends_with(u"次")) continue;
      const std::uint32_t verb = q.number.end + static_cast<std::uint32_t>(meeting) + 2;
      return hits_.any(patterns_.cues.session_news, verb, std::min(verb + kSessionVerb, at));
    }
    return false;
  }

  // 12个，总数达到46个; 由上年的96%提升至98.6%; 建议96件、闭会建议14件，共110件: the noun of the number before.
  const Candidate* same_as_before(std::size_t i, const Attachment& attachment) const {
    const auto quantities = view_.quantities();
    std::size_t earlier = i;
    while (earlier > 0 && quantities[earlier - 1].reason != nullptr && std::string_view(quantities[earlier - 1].reason) == "date") --earlier;  // 提高到2021年的63.2%
    if (earlier == 0 || !chosen_[earlier - 1].best || (attachment.best && attachment.best->cost < kOwnNoun)) return nullptr;
    const Quantity &q = quantities[i], &before = quantities[earlier - 1];
    const auto gap = text_.substr(before.span.end, q.span.begin - before.span.end);
    if (before.reason != nullptr || before.unit_id != q.unit_id || gap.empty() || gap.size() > kLevelGap || gap.find(u'。') != std::u16string_view::npos) return nullptr;
    if (gap.find_first_of(u"，、") == std::u16string_view::npos && q.kind != NumberKind::percent && gap.size() > 4) return nullptr;
    if (follows_level(i)) return &*chosen_[earlier - 1].best;
    const std::uint32_t skipped = static_cast<std::uint32_t>(gap.find_first_not_of(u"，、"));
    std::uint32_t at = before.span.end + skipped;
    bool level = false;
    while (at < q.span.begin) {
      std::uint32_t step = 0;
      for (std::size_t k = earlier; k < i; ++k)
        if (quantities[k].span.begin == at) step = quantities[k].span.end - at;
      for (const Hit& hit : hits_.in(at, at + 1)) {
        if (hit.end > q.span.begin) continue;
        if (hit.is(Role::level)) step = std::max(step, hit.end - at), level = true;
        if (hit.is(Role::filler)) step = std::max(step, hit.end - at);
      }
      if (step == 0) return nullptr;
      at += step;
    }
    return level ? &*chosen_[earlier - 1].best : nullptr;
  }

  // 省级立法联系点2个、市级5个: one level's number after another's, of a total that nobody gives.
  bool follows_level(std::size_t i) const {
    if (i == 0) return false;
    const auto quantities = view_.quantities();
    const std::uint32_t end = quantities[i - 1].span.end, begin = quantities[i].span.begin;
    const auto gap = text_.substr(end, begin - std::min(begin, end));
    const auto words = gap.substr(std::min(gap.find_first_not_of(u"，、"), gap.size()));
    constexpr std::u16string_view kLevels[] = {u"国家级", u"省级", u"市级", u"州级", u"县级", u"区级", u"乡级", u"镇级", u"乡镇级", u"村级"};
    return std::find(std::begin(kLevels), std::end(kLevels), words) != std::end(kLevels);
  }

  // 大会期间建议98件，闭会期间建议11件，全年共计109件: the number that a word of a total announces and that is the sum of two or more before it.
  const Candidate* sum_of_before(std::size_t i, const Attachment& attachment) const {
    const auto quantities = view_.quantities();
    const Quantity& q = quantities[i];
    if (i < 2 || q.value.scale() != 0 || q.approx != Approx::exact || (attachment.best && attachment.best->cost < kOwnNoun)) return nullptr;
    if (!hits_.any(patterns_.cues.total, quantities[i - 1].span.end, q.span.begin)) return nullptr;
    const Candidate* whole = nullptr;
    Int128 sum = 0;
    std::size_t count = 0;
    for (std::size_t k = i; k-- > 0 && sum < q.value.digits();) {
      const auto& part = chosen_[k].best;
      if (!part || quantities[k].unit_id != q.unit_id || quantities[k].value.scale() != 0) continue;
      const Reading& reading = patterns_.readings[part->reading];
      if (reading.indicator < 0 || (whole != nullptr && patterns_.readings[whole->reading].indicator != reading.indicator)) continue;
      sum += quantities[k].value.digits();
      ++count;
      if (whole == nullptr || !reading.part) whole = &*part;
    }
    return count >= 2 && sum == q.value.digits() ? whole : nullptr;
  }

  // A类112件，占65.5%: the share that follows a count whose indicator names a rate.
  bool observe_rate(std::uint32_t index, std::size_t i) {
    const Quantity& q = quantities_[index];
    if (q.kind != NumberKind::percent || i == 0 || matches_.empty()) return false;
    const std::uint32_t from = q.span.begin > kShareLead ? q.span.begin - kShareLead : 0;
    if (!hits_.any(patterns_.cues.share, std::max(from, view_.span().begin), q.span.begin)) return false;
    const auto& own = chosen_[i].best;
    if (own && patterns_.readings[own->reading].indicator >= 0 && hits_.any(patterns_.cues.share, own->noun.begin, own->noun.end)) return false;
    const Match& counted = matches_.back();
    if (counted.outcome != Outcome::observed || counted.quantity + 1 != index || !facts_.is_report) return false;
    const std::int32_t rate = patterns_.rates[static_cast<std::size_t>(counted.indicator)];
    if (rate < 0) return false;
    add_observed(index, rate, patterns_.rate_ids[static_cast<std::size_t>(rate)], counted.mention, false);
    return true;
  }

  // Where the words begin that make a number a part of the total before it: 其中1件, 其中《人民代表报》1篇, 680余篇（省级以上96篇）; the number itself where
  // there are none.
  std::uint32_t part_mark(std::uint32_t index) const {
    const Quantity& q = quantities_[index];
    const std::uint32_t least = q.span.begin > view_.span().begin + kPartReach ? q.span.begin - kPartReach : view_.span().begin;
    const auto mark = hits_.last(patterns_.cues.part, least, q.span.begin);
    if (mark >= 0 && is_one_phrase(static_cast<std::uint32_t>(mark), q.span.begin)) return static_cast<std::uint32_t>(mark) - 2;
    // the next part of a list: 其中国家级9篇、省级38篇
    if (last_part_ >= 0 && follows_in_list(static_cast<std::uint32_t>(last_part_), index)) {
      const Quantity& before = quantities_[static_cast<std::size_t>(last_part_)];
      const std::uint32_t gap = before.span.end;
      const bool listed = gap < q.span.begin && (text_[gap] == u'、' || text_[gap] == u'，') && before.unit_id == q.unit_id;
      if (listed && q.span.begin - gap <= kPartReach && is_one_phrase(gap + 1, q.span.begin)) return gap + 1;
    }
    if (is_part_by_fate(index)) return q.span.begin - 1;
    const auto open = text_.substr(least, q.span.begin - least).rfind(u'（');  // within reach only: a line of 20 MB has no other end
    if (index == 0 || open == std::u16string_view::npos) return q.span.begin;
    const std::uint32_t bracket = least + static_cast<std::uint32_t>(open) + 1;
    return quantities_[index - 1].span.end + 1 == bracket ? bracket : q.span.begin;
  }

  // 调研报告13篇，5篇被转发; 撰写139篇，…: right behind the number before it, and what became of some of them.
  bool is_part_by_fate(std::uint32_t index) const {
    if (index == 0) return false;
    const Quantity &q = quantities_[index], &before = quantities_[index - 1];
    const bool next = before.reason == nullptr && before.unit_id == q.unit_id && q.span.begin == before.span.end + 1 && text_[before.span.end] == u'，' && q.value < before.value;
    const auto after = text_.substr(q.span.end, 2);
    return next && !q.unit.empty() && (after.starts_with(u"被") || after.starts_with(u"获") || after == u"入选" || after == u"受到" || after == u"得到");
  }

  // Dates come in between: 其中1999年71件，2000年58件.
  bool follows_in_list(std::uint32_t before, std::uint32_t index) const {
    while (index > before + 1 && quantities_[index - 1].reason != nullptr && std::string_view(quantities_[index - 1].reason) == "date") --index;
    return before + 1 == index;
  }

  bool is_one_phrase(std::uint32_t begin, std::uint32_t end) const { return text_.substr(begin, end - begin).find_first_of(u"，。；：") == std::u16string_view::npos; }

  // A noun near by, behind 其中: the part is of another kind than the total (任免53人次，其中人民陪审员20人次).
  bool has_own_noun(std::uint32_t index, const Attachment& attachment) const {
    if (attachment.best && attachment.best->cost == kPhrase) return true;
    const std::uint32_t mark = part_mark(index);
    const bool behind_total = mark != quantities_[index].span.begin && mark > view_.span().begin;
    if (attachment.best && patterns_.readings[attachment.best->reading].part && behind_total) return false;  // 重点建议10件，其中交通类3件
    return attachment.best && attachment.best->cost < kOwnNoun && (attachment.best->right || attachment.best->noun.begin + 2 >= part_mark(index));
  }

  // 提出建议5条，县政府采纳了其中4条; 其中49条被采纳; 其中5人补考: what became of a part is another matter than the total.
  bool is_outcome(const Quantity& q, std::uint32_t from) const {
    const std::uint32_t end = std::min(q.span.end + kOutcomeReach, view_.clause(q.span.begin, q.span.end).end);
    const std::uint32_t begin = from > view_.span().begin + kOutcomeLead ? from - kOutcomeLead : view_.span().begin;
    return hits_.any(patterns_.cues.outcome, q.span.end, end) || hits_.any(patterns_.cues.outcome, begin, from);
  }

  // 收到议案14件，其中1件交…审议: a number right after 其中 without a noun of its own is a part of the total before it.
  bool observe_elided_part(std::uint32_t index) {
    const Quantity& q = quantities_[index];
    const std::uint32_t from = part_mark(index);
    if (!facts_.is_report || q.unit.empty() || q.kind == NumberKind::percent || from == q.span.begin || is_outcome(q, from) || hits_.any(patterns_.cues.baseline, from, q.span.begin)) return false;
    for (auto total = matches_.rbegin(); total != matches_.rend(); ++total) {
      if (total->mention.end + kTotalReach <= view_.span().begin) return false;
      if (total->part == Part::yes || quantities_[total->quantity].unit_id != q.unit_id || quantities_[total->quantity].reason != nullptr) continue;
      if (total->outcome != Outcome::observed) return false;
      auto first = total;  // of 219件…全部办结 the suggestions, not those completed
      while (std::next(first) != matches_.rend() && std::next(first)->quantity == total->quantity) ++first;
      const Match whole = *first;
      last_part_ = index;
      add({.quantity = index, .outcome = Outcome::observed, .indicator = whole.indicator, .pattern = whole.pattern, .reason = {},
           .mention = {from, q.span.end}, .part = Part::yes, .unit_fits = whole.unit_fits});
      share_behind_part(index, static_cast<std::size_t>(index - first_));
      return true;
    }
    return false;
  }

  // 提出建议23件，其中11件已经办结: the words right behind a number without a noun speak of it alone; 现19件均已办复 the number that was given before.
  bool observe_shared(std::uint32_t index, std::size_t i) {
    const Quantity& q = quantities_[index];
    const auto nouns = view_.nouns_from(q.span.end);
    const bool counted = !nouns.empty() && nouns.front().begin == q.span.end;  // 158件建议全部办复 is told of suggestions
    if (!facts_.is_report || counted || q.unit.empty() || q.kind == NumberKind::percent) return false;
    const std::uint32_t stop = std::min(static_cast<std::uint32_t>(std::min(text_.find_first_of(u"，。；、：（", q.span.end), text_.size())), view_.span().end);
    const bool part = part_mark(index) != q.span.begin;
    for (const Share& share : patterns_.shares) {
      const auto at = share_words(share, {q.span.end, stop}, i);
      if (at < 0) continue;
      for (auto total = matches_.rbegin(); total != matches_.rend() && total->mention.end + kAnaphora > q.span.begin; ++total) {
        const Quantity& whole = quantities_[total->quantity];
        if (total->outcome != Outcome::observed || whole.unit_id != q.unit_id || std::find(share.of.begin(), share.of.end(), total->indicator) == share.of.end()) continue;
        if (part ? !(q.value < whole.value) : q.value != whole.value) continue;
        add({.quantity = index, .outcome = Outcome::observed, .indicator = share.indicator, .pattern = share.id, .reason = {}, .mention = {q.span.begin, static_cast<std::uint32_t>(at)},
             .part = part ? Part::weak : Part::no, .unit_fits = total->unit_fits});
        return true;
      }
    }
    return false;
  }

  // 实现两个100%: the first number only counts the second ones.
  bool is_multiplier(std::size_t i) const {
    const auto quantities = view_.quantities();
    if (i + 1 >= quantities.size()) return false;
    const Quantity &q = quantities[i], &next = quantities[i + 1];
    return next.kind == NumberKind::percent && q.kind == NumberKind::integer && next.span.begin >= q.span.end && next.span.begin - q.span.end <= 1 &&
           text_.substr(q.unit.begin, q.unit.size()) == u"个";
  }

  // 6大类27项: of two numbers side by side the facets are no count.
  bool is_facet(std::size_t i) const {
    const auto quantities = view_.quantities();
    if (i + 1 >= quantities.size()) return false;
    const Quantity &q = quantities[i], &next = quantities[i + 1];
    return patterns_.measure_words.words[q.unit_id].kind == "facets" && next.reason == nullptr && next.span.begin == q.span.end && !next.unit.empty();
  }

  const Mask* mask_over(const Quantity& q) const {
    for (const Mask& mask : view_.masks())
      if (mask.span.contains(q.number)) return &mask;
    return nullptr;
  }

  void observe(std::uint32_t index, std::size_t i, const Candidate& best) {
    const Reading& reading = patterns_.readings[best.reading];
    if (counts_each(best, i)) add_each(index, best, i);
    std::int32_t indicator = counts_each(best, i) ? reading.indicator : combined(reading.indicator, best, i);
    add_observed(index, indicator, indicator == reading.indicator ? reading.id : patterns_.combined_ids[static_cast<std::size_t>(indicator)], best.noun,
                 reading.part);
    if (quantities_[index].kind == NumberKind::percent) distribute_rate(index, best);
    for (const Share& share : patterns_.shares) {
      if (std::find(share.of.begin(), share.of.end(), indicator) == share.of.end()) continue;
      const Span reach = share_reach(i, best);
      const auto at = share_words(share, reach, i);
      if (at < std::max<std::int64_t>(reach.begin, best.noun.end)) continue;
      if (reading.part && (share_with_sum(share, static_cast<std::uint32_t>(at)) || share_with_total(index, share, static_cast<std::uint32_t>(at)))) continue;
      add_observed(index, share.indicator, share.id, {best.noun.begin, static_cast<std::uint32_t>(at)}, reading.part);
    }
  }

  void share_behind_part(std::uint32_t index, std::size_t i) {
    const Candidate none{.noun = quantities_[index].span};
    const Span reach = share_reach(i, none);
    for (const Share& share : patterns_.shares) {
      if (const auto at = share_words(share, reach, i); at >= 0) share_with_total(index, share, static_cast<std::uint32_t>(at));
    }
  }

  // 收到建议168件，其中大会期间152件、闭会期间16件，已全部办结: behind 其中 the words speak of the total.
  bool share_with_total(std::uint32_t index, const Share& share, std::uint32_t words_end) {
    const auto mark = hits_.last(patterns_.cues.part, view_.span().begin, quantities_[index].span.begin);
    if (mark < 0) return false;
    for (std::size_t m = matches_.size(); m-- > 0;) {
      const Match total = matches_[m];
      if (total.mention.end <= view_.span().begin) return false;
      const bool is_total = total.outcome == Outcome::observed && total.part == Part::no && quantities_[total.quantity].span.end <= mark &&
                            std::find(share.of.begin(), share.of.end(), total.indicator) != share.of.end();
      if (!is_total) continue;
      add_share(m, share, words_end);
      return true;
    }
    return false;
  }

  // 建议187件，大会期间169件、闭会期间18件，均按期答复: behind parts that add up to a total the words speak of that one.
  bool share_with_sum(const Share& share, std::uint32_t words_end) {
    const std::size_t total = part_lists_.total_of(matches_, matches_.size() - 1);
    if (total == matches_.size()) return false;
    if (!states(total, share.indicator)) add_share(total, share, words_end);
    return true;
  }

  void share_behind_list(std::uint32_t index, std::size_t i) {
    const Candidate none{.noun = quantities_[index].span};
    const Span reach = share_reach(i, none);
    for (const Share& share : patterns_.shares) {
      const auto at = share_words(share, reach, i);
      const auto last = std::find_if(matches_.rbegin(), matches_.rend(), [&](const Match& m) { return m.quantity == index; });
      const std::size_t total = at < 0 ? matches_.size() : part_lists_.total_of(matches_, static_cast<std::size_t>(matches_.rend() - last) - 1);
      if (total != matches_.size() && std::find(share.of.begin(), share.of.end(), matches_[total].indicator) != share.of.end() && !states(total, share.indicator)) add_share(total, share, static_cast<std::uint32_t>(at));
    }
  }

  // Whether the number of a match bears this indicator as well.
  bool states(std::size_t match, std::int32_t indicator) const {
    const std::uint32_t quantity = matches_[match].quantity;
    return std::any_of(matches_.begin() + static_cast<std::ptrdiff_t>(match), matches_.end(), [&](const Match& m) { return m.quantity == quantity && m.indicator == indicator; });
  }

  void add_share(std::size_t total, const Share& share, std::uint32_t words_end) {
    const Match whole = matches_[total];
    const Match shared{.quantity = whole.quantity, .outcome = Outcome::observed, .indicator = share.indicator, .pattern = share.id, .reason = {},
                       .mention = {whole.mention.begin, words_end}};
    matches_.insert(matches_.begin() + static_cast<std::ptrdiff_t>(total) + 1, shared);
  }

  // The text in which 全部办结 may still speak of the number: up to the next one, brackets (大会期间298件、闭会期间7件) passed over; a number inside
  // brackets ends with them.
  Span share_reach(std::size_t i, const Candidate& best) const {
    const Quantity& q = view_.quantities()[i];
    std::uint32_t begin = best.right ? std::max(q.span.end, best.noun.end) : q.span.end;
    std::uint32_t bound = next_number(i);
    if (begin < view_.span().end && text_[begin] == u'（') {
      const auto close = text_.substr(0, view_.span().end).find(u'）', begin);
      if (close != std::u16string_view::npos) {
        begin = static_cast<std::uint32_t>(close) + 1;
        bound = view_.span().end;
        for (const Quantity& other : view_.quantities())
          if (other.reason == nullptr && other.span.begin >= begin) bound = std::min(bound, other.span.begin);
      }
    }
    const auto close = text_.substr(0, bound).find_first_of(u"（）", begin);
    if (close != std::u16string_view::npos && text_[close] == u'）') bound = static_cast<std::uint32_t>(close);
    return {begin, std::max(begin, std::min({view_.span().end, std::max(best.noun.end, begin) + kShareReach, bound}))};
  }

  // End of the last words of the share that speak of the number; -1 if there are none. In 已全部办结并答复代表，按期办复率100% the last ones do not.
  std::int64_t share_words(const Share& share, Span reach, std::size_t i) const {
    for (std::uint32_t end = reach.end; end > reach.begin;) {
      const auto at = hits_.last(share.words, reach.begin, end);
      if (at <= static_cast<std::int64_t>(reach.begin)) return -1;
      const auto found = static_cast<std::uint32_t>(at);
      if (hits_.any(patterns_.cues.partly, reach.begin, found)) return -1;  // 4968件，绝大多数已答复
      if (!states_own_number(found, i)) return at;
      const auto comma = text_.substr(reach.begin, found - reach.begin).rfind(u'，');
      end = comma == std::u16string_view::npos ? reach.begin : reach.begin + static_cast<std::uint32_t>(comma);
    }
    return -1;
  }

  // 收到建议312件，已答复187件: the shared word has a number of its own.
  bool states_own_number(std::uint32_t word_end, std::size_t i) const {
    const std::uint32_t next = next_number(i);
    return next < view_.span().end && next >= word_end && next - word_end <= kOwnNumber && view_.cost(word_end, next) < 1.f;
  }

  std::uint32_t next_number(std::size_t i) const {
    const auto quantities = view_.quantities();
    for (std::size_t k = i + 1; k < quantities.size(); ++k)
      if (quantities[k].reason == nullptr && !is_average(quantities[k]) && !counts_bodies(k)) return quantities[k].span.begin;
    return view_.span().end;
  }

  // 763件建议交113个单位办理，当年全部办复: those who do it come in between as well.
  bool counts_bodies(std::size_t i) const {
    if (!chosen_[i].best || !chosen_[i].best->right) return false;
    const Reading& reading = patterns_.readings[chosen_[i].best->reading];
    return reading.indicator < 0 && reading.reason == "unit_counted";
  }

  // 1126件，年均225件，全部办复: averages come in between and say nothing of their own.
  bool is_average(const Quantity& q) const { return hits_.any(patterns_.cues.average, q.span.begin > 4 ? q.span.begin - 4 : 0, q.span.begin); }

  // 视察、调研各2次: one number for each kind.
  bool counts_each(const Candidate& best, std::size_t i) const {
    const std::uint32_t at = view_.quantities()[i].span.begin;
    return !best.right && at == best.noun.end + 1 && text_[best.noun.end] == u'各';
  }

  void add_each(std::uint32_t index, const Candidate& best, std::size_t i) {
    Span last = best.noun;
    for (bool more = true; more;) {
      more = false;
      for (const Noun& other : view_.nouns()) {
        if (other.end > last.begin || !joins(other.end, last.begin)) continue;
        const auto candidate = attacher_.try_noun(view_.quantities()[i], other, false);
        const std::int32_t kind = candidate ? patterns_.readings[candidate->reading].indicator : -1;
        if (kind < 0) continue;
        add_observed(index, kind, patterns_.readings[candidate->reading].id, {candidate->noun.begin, best.noun.end}, false);
        last = candidate->noun;
        more = true;
        break;
      }
    }
  }

  // 执法检查、视察调研、专题询问23次: several kinds before (or after) one number count together.
  std::int32_t combined(std::int32_t indicator, const Candidate& best, std::size_t i) const {
    for (std::int32_t together : patterns_.combined_by[static_cast<std::size_t>(indicator)]) {
      for (const Noun& other : view_.nouns()) {
        const bool chained = other.end <= best.noun.begin ? !best.right && joins(other.end, best.noun.begin)
                                                          : other.begin >= best.noun.end && best.right && joins(best.noun.end, other.begin) && !has_own_number(other);
        if (!chained) continue;
        const auto candidate = attacher_.try_noun(view_.quantities()[i], other, best.right);
        if (!candidate) continue;
        const std::int32_t kind = patterns_.readings[candidate->reading].indicator;
        if (kind < 0 || kind == indicator) continue;
        const auto& by = patterns_.combined_by[static_cast<std::size_t>(kind)];
        if (kind == together || std::find(by.begin(), by.end(), together) != by.end()) return together;
      }
    }
    return indicator;
  }

  bool has_own_number(const Noun& noun) const {
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
        if (hit.end <= end && hit.is(Role::conjunction)) step = std::max(step, hit.end - at);
      if (step == 0) return false;
      at += step;
    }
    return true;
  }

  // 见面率、答复率均为100%: every rate of the chain before the number.
  void distribute_rate(std::uint32_t index, const Candidate& best) {
    if (best.right || align_rate(index, best)) return;
    Span last = best.noun;
    std::vector<std::int32_t> taken{patterns_.readings[best.reading].indicator};
    for (bool more = true; more;) {
      more = false;
      for (const Noun& other : view_.nouns()) {
        if (other.end > last.begin || !joins(other.end, last.begin)) continue;
        const auto candidate = attacher_.try_noun(quantities_[index], other, false);
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

  // 见面率、答复率、满意率分别为100%、100%和97%: the first number is the first rate's.
  bool align_rate(std::uint32_t index, const Candidate& best) {
    const auto cue = hits_.last(patterns_.cues.respectively, best.noun.end, quantities_[index].span.begin);
    if (cue < 0) return false;
    std::vector<Candidate> rates{best};
    for (bool more = true; more;) {
      more = false;
      for (const Noun& other : view_.nouns()) {
        if (other.end > rates.back().noun.begin || !joins(other.end, rates.back().noun.begin)) continue;
        const auto candidate = attacher_.try_noun(quantities_[index], other, false);
        if (!candidate || patterns_.readings[candidate->reading].indicator < 0) continue;
        rates.push_back(*candidate);
        more = true;
        break;
      }
    }
    const auto place = static_cast<std::size_t>(std::count_if(view_.quantities().begin(), view_.quantities().end(), [&](const Quantity& q) {
      return q.kind == NumberKind::percent && q.span.begin >= static_cast<std::uint32_t>(cue) && q.span.begin < quantities_[index].span.begin;
    }));
    if (rates.size() < 2 || place >= rates.size()) return false;
    const Candidate& own = rates[rates.size() - 1 - place];
    matches_.pop_back();  // what the nearest noun claimed
    add_observed(index, patterns_.readings[own.reading].indicator, patterns_.readings[own.reading].id, own.noun, false);
    return true;
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
    add({.quantity = index, .outcome = Outcome::ignored, .pattern = pattern, .reason = std::string(reason), .mention = quantities_[index].span});
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
  void add_observed(std::uint32_t index, std::int32_t indicator, std::string_view pattern, Span noun, bool part) {
    for (auto m = matches_.rbegin(); m != matches_.rend() && m->quantity == index; ++m)
      if (m->indicator == indicator) return;
    add({.quantity = index, .outcome = Outcome::observed, .indicator = indicator, .pattern = pattern, .reason = {}, .mention = mention_of(index, noun), .part = part ? Part::weak : Part::no,
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
  PartLists part_lists_;
  SentenceView view_;
  std::vector<bool> title_;
  Attacher attacher_;
  std::vector<Attachment> chosen_;
  std::vector<Match> matches_;
  std::uint32_t first_ = 0;      // quantity of the sentence
  std::int64_t last_part_ = -1;  // index of the number last taken as a part without a noun
};

}  // namespace

std::string_view outcome_name(Outcome outcome) {
  constexpr std::string_view kNames[] = {"observed", "planned", "ignored", "unmatched"};
  return kNames[static_cast<std::size_t>(outcome)];
}

std::vector<Match> match_sentences(const Document& document, const Structure& structure, const Facts& facts, std::span<const Quantity> quantities,
                                   const PatternSet& patterns, const SentenceVisitor& visit) {
  return Matcher(document, structure, facts, quantities, patterns.compiled()).run(visit);
}

std::vector<Match> find_matches(const Document& document, const Structure& structure, const Facts& facts, std::span<const Quantity> quantities,
                                const PatternSet& patterns) {
  return match_sentences(document, structure, facts, quantities, patterns, {});
}

}  // namespace renda
