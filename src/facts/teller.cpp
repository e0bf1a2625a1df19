// read_teller(): whether a text speaks of a congress or of one of its stations or deputies: then its figures are those of a site (labelling.md, scope).
#include "facts/reading.h"
#include "text/utf.h"

namespace renda {
namespace {

constexpr std::size_t kPlaceReach = 16;   // characters between the place (村, 社区, 街道) and what stands there
constexpr std::size_t kFirstClause = 40;  // characters of a text without a title that tell where it leads
constexpr std::size_t kSpeaker = 200;     // and those in which a deputy says who speaks

bool names_many(std::u16string_view text) {
  return has_any(text, {u"常委会", u"主席团", u"工委", u"工作委员会", u"全市", u"全县", u"全区", u"全镇", u"全乡", u"各", u"县（", u"市（", u"乡镇", u"镇街", u"个", u"建设", u"人大工作"});
}

// 走进勒流街道龙眼村人大代表联络站, 凤羽镇人大代表之家简介, 博鳌镇基层立法联系点工作情况.
std::size_t station_in(std::u16string_view text) {
  for (const std::u16string_view station : {u"联络站", u"代表之家", u"立法联系点", u"议事厅", u"议事堂", u"代表工作室", u"代表联络室", u"代表联络点", u"代表活动室"}) {
    for (auto at = find_word(text, station); at != std::u16string_view::npos; at = find_word(text, station, at + 1)) {
      auto place = text.substr(at - std::min(at, kPlaceReach), std::min(at, kPlaceReach));
      place.remove_prefix(place.find_last_of(u"：，。") + 1);  // 沙溪镇：代表之家连着千家万户 is of the town
      if (place.find_last_of(u"村镇乡园厂") != std::u16string_view::npos || has_any(place, {u"社区", u"街道", u"公司", u"商圈", u"小区"})) return at;
    }
  }
  return std::u16string_view::npos;
}

// 诸城市昌城镇人大代表联络站见闻…各站接待群众1630人次: the stations of a town.
bool is_of_town_with_many(const Reading& r, std::size_t station) {
  const auto place = r.title.substr(0, station);
  const bool town = place.ends_with(u"镇人大代表") || place.ends_with(u"乡人大代表") || place.ends_with(u"街道人大代表") || place.ends_with(u"镇") || place.ends_with(u"街道");
  return town && has_any(r.head, {u"各站", u"各联络站", u"各代表联络站", u"各村联络站"});
}

bool leads_to_station(const Reading& r) {
  if (!r.title.empty()) {
    const auto station = station_in(r.title);
    return station != std::u16string_view::npos && !names_many(r.title) && !is_of_town_with_many(r, station);
  }
  const auto sentence = r.head.substr(0, std::min<std::size_t>(r.head.find_first_of(u"。，；"), kFirstClause));
  const bool walks = has_any(sentence, {u"走进", u"来到", u"位于", u"挂牌", u"揭牌", u"建成"});
  return walks && station_in(sentence) != std::u16string_view::npos && !names_many(sentence);
}

// 我叫王俊霞，…2022年3月当选新郑市第五届人大代表: a deputy's own account; 公安县人大代表章庄铺小组: that of a few.
bool is_told_by_deputy(const Reading& r) {
  const auto begin = r.head.substr(0, kSpeaker);
  const bool deputy = has_any(begin, {u"人大代表", u"选民"});
  const bool portrait = has_any(begin, {u"当代表", u"当选以来", u"任代表以来"}) && has_any(begin, {u"他", u"她"}) && !has_any(begin, {u"常委会", u"主席团"});  // 当代表5年，他走访…
  if (has(begin, u"人大代表") && portrait) return true;
  if (has(r.title, u"人大代表") && has_any(r.title, {u"——记", u"小组20", u"小组工作"}) && !names_many(r.title)) return true;
  if (has_any(r.title, {u"代表风采", u"代表故事", u"代表履职故事"})) return true;
  return deputy && (has(begin, u"我叫") || (has_any(begin, {u"各位选民", u"向选民汇报", u"各位父老乡亲"}) && has(begin, u"我")));
}

}  // namespace

void read_teller(const Reading& r, Facts& facts) {
  facts.teller = is_told_by_deputy(r) ? Teller::deputy : leads_to_station(r) ? Teller::station : Teller::congress;
  if (facts.teller != Teller::congress) facts.evidence.push_back({"teller", facts.teller == Teller::deputy ? "a deputy" : "a station", r.title.empty() ? "opening" : "title", r.title_span});
}

}  // namespace renda
