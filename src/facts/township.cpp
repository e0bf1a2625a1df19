#include "facts/township.h"

#include "facts/own_suffixes.h"
#include "renda/division.h"

namespace renda {
namespace {

constexpr std::size_t kNowhere = std::u16string_view::npos;

Span span_of(std::size_t begin, std::size_t end) { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}; }

// Back from 镇, 乡 or 街道 to the end of the division above, or to what cannot be in a name.
std::size_t start_of_name(std::u16string_view zone, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && end - begin < 6) {
    if (division_name_before(zone, begin) != 0) return begin;
    if (is_one_of(zone[begin - 1], u"\n，。、：；—（）“”《》在是和与对的县区市旗会委我受")) return begin;
    --begin;
  }
  return begin;
}

// The length of the suffix that stands there; 0 for none.
std::size_t suffix_at(std::u16string_view text, std::size_t i) { return text.substr(i, 2) == u"街道" || text.substr(i, 2) == u"苏木" ? 2 : is_township(text[i]) ? 1 : 0; }

// 敦煌市月牙泉镇现有代表联络站7个: a township right behind its county begins a text without a title, and no congress of the county speaks there.
Span opening_township(const Reading& r) {
  constexpr std::size_t kBegin = 30;  // characters before the name: a date, the divisions above
  if (!r.title.empty()) return {};
  const auto zone = r.head.substr(0, std::min(r.head.find(u'。'), kBegin + 10));
  const bool own = has_any(r.head, {u"镇人代会", u"乡人代会", u"镇人大", u"乡人大", u"主席团", u"人大工委", u"人大街道工委"});
  if (!own && has_any(r.head, {u"人大常委会", u"人民代表大会常务委员会"})) return {};
  for (std::size_t i = 3; i < zone.size(); ++i) {
    const auto suffix = suffix_at(zone, i);
    if (suffix == 0) continue;
    const std::size_t begin = start_of_name(zone, i), end = i + suffix;
    const bool counted = zone.substr(begin, end - begin).find_first_of(u"0123456789个各") != kNowhere;  // 太谷县17个乡镇
    const bool named = !counted && begin <= kBegin && end - begin >= 3 && division_name_before(zone, begin) > 2;
    return named ? span_of(begin, end) : Span{};
  }
  return {};
}

// 福清市人大, not 东华片区人大代表联络站: a part of a township has no congress.
bool names_congress_above(std::u16string_view title) {
  if (has_any(title, {u"县人大", u"市人大", u"旗人大", u"州人大", u"省人大", u"人大常委会", u"人民代表大会常务委员会"})) return true;
  for (auto at = find_word(title, u"区人大"); at != kNowhere; at = find_word(title, u"区人大", at + 1))
    if (at == 0 || !is_one_of(title[at - 1], u"片社小选园库")) return true;
  return false;
}

// 白鹤街道：小站点托起…, 浏阳市大瑶镇人大代表之家见闻: a township that the title names, and no congress of a county.
Span titled_township(const Reading& r) {
  const auto t = r.title;
  if (r.title_span.end > r.head.size()) return {};
  if (names_congress_above(t) || has(t, u"乡镇")) return {};
  for (std::size_t i = 2; i < t.size(); ++i) {
    const auto suffix = suffix_at(t, i);
    if (suffix == 0) continue;
    const std::size_t begin = start_of_name(t, i), end = i + suffix;
    const bool begins = begin == 0 || is_one_of(t[begin - 1], u"—\n：") || division_name_before(t, begin) != 0;
    const bool all = end - begin == t.size() && has_any(r.head, {u"主席团", u"人代会"});  // 永兴镇, of a yearbook
    const bool speaks = all || is_one_of(character_at(t, end), u"：:") || has_any(t.substr(end), {u"人大", u"代表", u"立法联系点", u"主席团", u"工委"});
    if (begins && speaks && end - begin >= 3 && !is_one_of(t[i - 1], u"各乡镇县区市个级及（设本全")) return span_of(r.title_span.begin + begin, r.title_span.begin + end);
  }
  return {};
}

// 鲁家村人大代表联络站简介
bool is_village_station(std::u16string_view title) {
  const auto station = first_of(title, {u"人大代表联络站", u"代表联络站", u"人大代表之家", u"代表工作站", u"代表联络室"});
  return station != kNowhere && station >= 2 && (title[station - 1] == u'村' || title.substr(station - 2, 2) == u"社区");
}

// 永安街道人大工委, 双桥镇第十二届人民代表大会; not 各镇人大, 乡镇人大.
bool names_organ(std::u16string_view zone) {
  for (std::u16string_view organ : {u"街道人大", u"人大街道", u"街道工委", u"苏木人大", u"镇人大", u"乡人大", u"镇人民代表大会", u"乡人民代表大会", u"苏木人民代表大会", u"镇第", u"乡第", u"苏木第"})
    for (std::size_t i = zone.find(organ); i != kNowhere; i = zone.find(organ, i + 1)) {
      if (i < 2 || zone.substr(i + organ.size(), 2) == u"代表") continue;
      if (zone[i - 1] > 0x3000 && !is_one_of(zone[i - 1], u"各乡镇县区市个级及（(、设本")) return true;
    }
  return false;
}

// The length of the suffix that stands there before an organ of its own; 0 for none.
std::size_t suffix_before_organ(std::u16string_view zone, std::size_t i) {
  const auto two = zone.substr(i, 2);
  if ((two == u"街道" || two == u"苏木") && has_any(zone.substr(i, 8), {u"人大", u"工委", u"工作委员会", u"苏木第", u"人民代表"})) return 2;
  if (!is_township(zone[i]) || i < 2) return 0;
  return has_any(zone.substr(i + 1, 4), {u"人大", u"人民"}) || character_at(zone, i + 1) == u'第' ? 1 : 0;
}

// The township of the first such organ.
Span township_of_organ(std::u16string_view zone) {
  for (std::size_t i = 0; i < zone.size(); ++i) {
    const auto suffix = suffix_before_organ(zone, i);
    if (suffix == 0) continue;
    const Span name = span_of(start_of_name(zone, i), i + suffix);
    if (name.size() >= 3 && name.size() <= 9) return name;
  }
  return {};
}

}  // namespace

bool is_of_township(const Reading& r) {
  if (!opening_township(r).empty()) return true;
  if (has_any(r.title, {u"街道工作委员会", u"街道工委", u"人大街道", u"街道人大"})) return true;
  if (!titled_township(r).empty() || is_village_station(r.title)) return true;
  return names_organ(r.title.empty() ? r.head.substr(0, 60) : r.title) && !has_any(r.title, {u"县人大", u"区人大", u"市人大"});
}

Span township_name(const Reading& r) {
  if (const Span name = opening_township(r); !name.empty()) return name;
  if (const Span name = titled_township(r); !name.empty()) return name;
  return township_of_organ(r.head.substr(0, r.title.empty() ? 300 : 600));
}

void vote_county_of_township(const Reading& r, std::u16string_view name, Votes& votes) {
  if (name.size() < 2) return;
  for (std::size_t at = find_word(r.head, name); at != kNowhere; at = find_word(r.head, name, at + 1))
    if (const auto length = division_name_before(r.head, at); length > 2) votes.add(r.head.substr(at - length, length), at - length, kOrganVote);
}

}  // namespace renda
