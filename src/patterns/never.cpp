#include "patterns/never.h"

#include <algorithm>

namespace renda {
namespace {

constexpr std::uint32_t kSessionName = 14, kSessionVerb = 6;  // 次常委会会议, and the verb after it

const Mask* mask_over(const SentenceInHand& here, const Quantity& q) {
  for (const Mask& mask : here.view.masks())
    if (mask.span.contains(q.number)) return &mask;
  return nullptr;
}

// 实现两个100%: the first number only counts the second ones.
bool is_multiplier(const SentenceInHand& here, std::size_t i) {
  const auto quantities = here.view.quantities();
  if (i + 1 >= quantities.size()) return false;
  const Quantity &q = quantities[i], &next = quantities[i + 1];
  return next.kind == NumberKind::percent && q.kind == NumberKind::integer && next.span.begin >= q.span.end && next.span.begin - q.span.end <= 1 &&
         here.text.substr(q.unit.begin, q.unit.size()) == u"个";
}

// 6大类27项: of two numbers side by side the facets are no count.
bool is_facet(const SentenceInHand& here, std::size_t i) {
  const auto quantities = here.view.quantities();
  if (i + 1 >= quantities.size()) return false;
  const Quantity &q = quantities[i], &next = quantities[i + 1];
  return here.patterns.measure_words.words[q.unit_id].kind == "facets" && next.reason == nullptr && next.span.begin == q.span.end && !next.unit.empty();
}

// End of 第十次会议, where this number is its ordinal.
std::optional<std::uint32_t> session_named_by(const SentenceInHand& here, const Quantity& ordinal) {
  const auto after = here.text.substr(ordinal.number.end, kSessionName);
  const auto meeting = after.find(u"会议");
  if (meeting == std::u16string_view::npos || after.substr(0, meeting).find_first_of(u"，。；") != std::u16string_view::npos) return {};
  // 八届人大常委会第一次会议, not 八届人大常委会五年来召开会议
  const bool of_congress = here.text.substr(ordinal.unit.begin, ordinal.unit.size()) == u"届";
  if (of_congress && !after.substr(0, meeting).ends_with(u"次")) return {};
  return ordinal.number.end + static_cast<std::uint32_t>(meeting) + 2;
}

// Whether what follows the name of a session tells what it did.
bool tells_news(const SentenceInHand& here, std::uint32_t name_end, std::uint32_t limit) {
  const auto end = here.hits.last(here.patterns.cues.session_news, name_end, std::min(name_end + kSessionVerb, limit));
  return end >= 0 && here.text[static_cast<std::size_t>(end)] != u'的';  // 四次会议交付审议的8件议案: that speaks of the bills
}

// 召开第十三次会议。会议听取…，任命4人: the sentence goes on about the session that its paragraph named before.
bool goes_on_about_session(const SentenceInHand& here) {
  const std::uint32_t begin = here.view.span().begin;
  constexpr std::u16string_view kMeeting = u"会议";
  if (!here.text.substr(begin).starts_with(kMeeting) || !tells_news(here, begin + kMeeting.size(), here.view.span().end)) return false;
  const auto before = here.text.substr(0, begin);
  const auto line = before.rfind(u'\n') == std::u16string_view::npos ? 0 : before.rfind(u'\n') + 1;
  for (std::size_t k = here.first; k-- > 0 && here.quantities[k].span.begin >= line && here.quantities[k].span.begin + kContext > begin;)
    if (is_only(here.quantities[k], "ordinal") && session_named_by(here, here.quantities[k])) return true;
  return false;
}

// 第十次会议任命2名: what one named session did is news, not a figure of a period.
bool is_session_news(const SentenceInHand& here, std::size_t i) {
  const auto quantities = here.view.quantities();
  for (std::size_t k = i; k-- > 0;) {
    if (!is_only(quantities[k], "ordinal")) continue;
    if (const auto name_end = session_named_by(here, quantities[k])) return tells_news(here, *name_end, quantities[i].span.begin);
  }
  return goes_on_about_session(here);
}

}  // namespace

std::optional<std::string_view> why_never(const SentenceInHand& here, std::size_t i) {
  const Quantity& q = here.quantity(i);
  if (q.reason != nullptr) return q.reason;
  if (const Mask* mask = mask_over(here, q)) return mask->name ? std::string_view("name") : here.patterns.readings[mask->reading].reason;
  if (is_multiplier(here, i)) return "multiplier";
  if (is_facet(here, i)) return "facet";
  if (is_session_news(here, i)) return "single_session";
  return {};
}

}  // namespace renda
