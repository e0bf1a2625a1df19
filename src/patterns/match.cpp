// find_matches(): what each number counts, from sentence to sentence.
#include <fmt/format.h>

#include <algorithm>

#include "patterns/borrowed_nouns.h"
#include "patterns/elided_parts.h"
#include "patterns/judge.h"
#include "patterns/several_kinds.h"
#include "patterns/matcher.h"
#include "patterns/never.h"
#include "patterns/part_lists.h"
#include "patterns/phrases.h"
#include "patterns/plan.h"
#include "patterns/rates.h"
#include "patterns/sentence_in_hand.h"
#include "patterns/shares.h"
#include "text/utf.h"

namespace renda {
namespace {

class Matcher {
 public:
  Matcher(const Document& document, const Structure& structure, const Facts& facts, std::span<const Quantity> quantities,
          const PatternSet::Compiled& patterns)
      : structure_(structure), here_(document.text, structure.title, facts, quantities, patterns),
        plan_sections_(plan_sections(document, structure, patterns)), plans_(document, here_.hits, patterns),
        part_lists_(document.text, quantities, here_.hits, patterns), parts_(here_), shares_(here_, part_lists_) {}

  std::vector<Match> run(const SentenceVisitor& visit) {
    const auto& quantities = here_.quantities;
    std::uint32_t next = 0;
    for (const Sentence& sentence : structure_.sentences) {
      here_.first = next;
      while (next < quantities.size() && quantities[next].span.begin < sentence.span.end) ++next;
      const auto numbers = quantities.subspan(here_.first, next - here_.first);
      if (std::any_of(numbers.begin(), numbers.end(), [](const Quantity& q) { return q.reason == nullptr; })) {
        const std::size_t known = here_.matches.size();
        read_sentence(sentence, numbers);
        if (visit) visit(sentence, std::span(here_.matches).subspan(known), here_.hits);
      } else {
        for (std::size_t i = 0; i < numbers.size(); ++i) here_.add_ignored(i, numbers[i].reason);
      }
    }
    here_.first = next;
    for (std::size_t i = 0; here_.index(i) < quantities.size(); ++i) here_.add_unmatched(i, "outside any sentence");
    return std::move(here_.matches);
  }

 private:
  void read_sentence(const Sentence& sentence, std::span<const Quantity> numbers) {
    here_.turn_to(sentence.span, numbers);
    const bool plan = plans_.is_plan(sentence.span) || plan_sections_[sentence.section];
    for (std::size_t i = 0; i < numbers.size(); ++i)
      if (numbers[i].reason == nullptr) here_.chosen[i] = attach(i);
    apply_phrases(here_);
    const std::size_t known = here_.matches.size();
    for (std::size_t i = 0; i < numbers.size(); ++i) decide(i, plan);
    if (!here_.facts.is_report || numbers.size() < PartLists::kFewest) return;
    for (const std::uint32_t last_part : part_lists_.claim(here_.matches, known)) shares_.observe_behind_list(last_part - here_.first);
  }

  // What the number before it counts is handed along: of a list the first finds the context for all.
  Attachment attach(std::size_t i, Attacher::Ask ask = Attacher::Ask::what) const {
    static const std::optional<Candidate> kNone;
    return here_.attacher.attach(i, i > 0 ? here_.chosen[i - 1].best : kNone, ask);
  }

  // The first that knows the number decides. In a plan only a noun, its own or a borrowed one, says what a number counts.
  void decide(std::size_t i, bool plan) {
    if (const auto reason = why_never(here_, i)) return here_.add_ignored(i, *reason);
    if (!plan && observe_rate_of_count(here_, i)) return;
    if (const Candidate* noun = borrowed_noun(here_, i)) here_.chosen[i].best = *noun;
    if (!plan && observe_without_noun(i)) return;
    if (here_.chosen[i].best) return decide_by_noun(i, *here_.chosen[i].best, plan);
    if (plan) return here_.add_planned(i);
    here_.add_unmatched(i, describe_near(attach(i, Attacher::Ask::why)));
  }

  // A number that repeats one, or a part of one, and so needs no noun.
  bool observe_without_noun(std::size_t i) {
    const std::uint32_t mark = parts_.mark(i);
    if (parts_.has_own_noun(i, mark)) return false;
    if (shares_.observe_repeated(i, mark != here_.quantity(i).span.begin)) return true;
    if (!parts_.observe(i, mark)) return false;
    shares_.observe_behind_part(i);
    return true;
  }

  void decide_by_noun(std::size_t i, const Candidate& best, bool plan) {
    const Reading& reading = here_.reading_of(best);
    if (reading.indicator < 0) return here_.add_ignored(i, reading.reason, reading.id);
    if (!here_.facts.is_report) return here_.add_ignored(i, "not_a_report", reading.id);
    const char* reason = why_not(here_.view, here_.hits, here_.patterns, here_.text, here_.quantity(i), best);
    if (reason != nullptr) return here_.add_ignored(i, reason, reading.id);
    if (plan) return here_.add_planned(i, best);
    observe(i, best);
    Match& observed = here_.matches.back();
    if (follows_level(here_, i) && observed.quantity == here_.index(i)) observed.part = Part::yes;
  }

  void observe(std::size_t i, const Candidate& best) {
    const Reading& reading = here_.reading_of(best);
    const bool each = counts_each(here_, i, best);
    if (each) observe_kinds(here_, i, best);
    const std::int32_t indicator = each ? reading.indicator : combined(here_, i, best);
    const std::string& pattern = indicator == reading.indicator ? reading.id : here_.patterns.combined_ids[static_cast<std::size_t>(indicator)];
    here_.add_observed(i, indicator, pattern, best.noun, reading.part ? Part::weak : Part::no);
    if (here_.quantity(i).kind == NumberKind::percent) distribute_rate(here_, i, best);
    shares_.observe_behind(i, best, indicator);
  }

  std::string describe_near(const Attachment& attachment) const {
    if (!attachment.near) return "no noun of any pattern within reach";
    const Candidate& c = *attachment.near;
    const Reading& reading = here_.reading_of(c);
    const std::string noun = to_utf8(here_.text.substr(c.noun.begin, c.noun.size()));
    if (reading.indicator < 0) return fmt::format("nearest: {} ({})", noun, reading.reason);
    return fmt::format("nearest: {} ({}), lacks: {}", reading.id, noun, c.lack);
  }

  const Structure& structure_;
  SentenceInHand here_;
  std::vector<bool> plan_sections_;
  PlanReader plans_;
  PartLists part_lists_;
  ElidedParts parts_;
  Shares shares_;
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
