// read_jurisdiction(): the division a report speaks for. Names before an organ (永康市人大常委会, 衢州市柯城区第十届人民代表大会) vote, those of title and
// date line most; own suffixes (我县, 市人大常委会) and what lies below (镇（街道）, 县（市、区）) tell the level; parents tell places of one name apart.
// Ambiguous means ambiguous: the candidates stand in the message.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>

#include "facts/division_table.h"
#include "facts/reading.h"
#include "text/trie.h"
#include "text/utf.h"

namespace renda {
namespace {

constexpr std::size_t kOpening = 80;  // characters in which a name without an organ still says who speaks
constexpr std::size_t kRead = 5000;  // characters of the body that vote
constexpr int kTitleVote = 1000, kDateLineVote = 800, kFileVote = 300, kTwoStepVote = 60, kOpeningVote = 30, kOrganVote = 20, kShortOrganVote = 15, kMentionVote = 1;

struct Vote {
  int weight = 0;
  Span first;
  bool in_text = false;  // not in the file's name alone
};

constexpr char16_t kRegion = u'治';  // stands for 自治区 among the suffixes

constexpr bool is_township(char16_t suffix) { return is_one_of(suffix, u"镇乡"); }
constexpr bool is_suffix(char16_t c) { return is_one_of(c, u"省市县区旗州盟") || is_township(c); }

// How often each suffix says whose level a text is.
class SuffixCounts {
 public:
  void add(char16_t suffix, int weight) { counts_[place_of(suffix)] += weight; }
  int of(char16_t suffix) const { return counts_[place_of(suffix)]; }
  bool empty() const { return *std::max_element(counts_.begin(), counts_.end()) == 0; }

  // 0 of none; of two that are equal the one that comes first by its code.
  char16_t strongest() const {
    char16_t best = 0;
    int most = 0;
    for (const char16_t suffix : kAll) {
      if (suffix == u'区' && of(kRegion) > 0) continue;  // 全区 of a region
      if (of(suffix) > most) best = suffix, most = of(suffix);
    }
    return best;
  }

 private:
  static constexpr std::u16string_view kAll = u"乡区县州市旗治盟省镇";  // by their codes
  static std::size_t place_of(char16_t suffix) {
    std::size_t place = 0;
    while (place + 1 < kAll.size() && kAll[place] != suffix) ++place;
    return place;
  }
  std::array<int, kAll.size()> counts_{};
};

char16_t at(std::u16string_view text, std::size_t i) { return i < text.size() ? text[i] : u'\0'; }

bool is_numeral_part(char16_t c) { return (c >= u'0' && c <= u'9') || is_one_of(c, u"一二三四五六七八九十"); }

// How often a text speaks as a congress of one level does: one pass for all words.
class LevelWords {
 public:
  enum Kind { prefecture, county };
  explicit LevelWords(std::u16string_view text) {
    for_each_place(text, 0, text.size(), begins_word, [&](std::size_t i) { index().trie.find(text, i, [&](std::uint32_t word, std::uint32_t) { ++counts_[word < std::size(kOfPrefecture) ? prefecture : county]; }); });
  }
  std::size_t of(Kind kind) const { return counts_[kind]; }

 private:
  static constexpr std::u16string_view kOfPrefecture[] = {u"县（市、区）", u"县（区）", u"县市区", u"县区", u"各区县", u"区县", u"市县两级", u"中级人民法院", u"市中院", u"秘书长", u"制定地方性法规", u"地方立法", u"设区", u"各县", u"区人大", u"县人大", u"立法计划", u"市、区", u"市区两级"};
  static constexpr std::u16string_view kOfCounty[] = {u"镇（街道）", u"镇街", u"乡镇", u"镇人大", u"街道人大", u"村（社", u"市人民法院", u"镇乡", u"市镇", u"街镇", u"镇（街", u"镇村"};
  static constexpr auto begins_word = [](char16_t c) { return is_among(c, u"县各区市中秘制地设立镇乡街村"); };

  struct Index {
    TrieBuilder built{words()};
    Trie trie{built.arrays()};
  };
  static std::vector<std::u16string> words() {
    static_assert(std::all_of(std::begin(kOfPrefecture), std::end(kOfPrefecture), [](std::u16string_view word) { return begins_word(word[0]); }));
    static_assert(std::all_of(std::begin(kOfCounty), std::end(kOfCounty), [](std::u16string_view word) { return begins_word(word[0]); }));
    std::vector<std::u16string> all(std::begin(kOfPrefecture), std::end(kOfPrefecture));
    all.insert(all.end(), std::begin(kOfCounty), std::end(kOfCounty));
    return all;
  }
  static const Index& index() {
    static const Index index;
    return index;
  }
  std::array<std::size_t, 2> counts_{};
};

class JurisdictionReader {
 public:
  JurisdictionReader(const Reading& reading, std::string_view file, Level given, Facts& facts) : r_(reading), body_(reading.text.substr(0, kRead)), file_(file), given_(given), facts_(facts) {
    const auto& year = facts.period.end.empty() ? facts.period.start : facts.period.end;
    if (year.size() >= 4) year_ = std::stoi(year.substr(0, 4));
  }

  // Title and opening say it in most reports; only where they do not is the body read.
  void read() {
    body_ = r_.head;
    count_organs();
    vote_names(r_.title, r_.title_span.begin, kTitleVote);
    vote_opening();
    vote_file();
    read_place_of_news();
    const auto* top = top_vote();
    const bool told = top != nullptr && top->second.weight >= kDateLineVote && divisions_named(top->first, year_).size() == 1;
    if (!told) {
      organs_counted_ = body_.size();
      body_ = r_.text.substr(0, kRead);
      count_organs();
    }
    own_suffix_ = suffixes_.strongest();
    facts_.level = given_ != Level::unknown ? given_ : read_level();
    if (township()) return;
    if (facts_.level == Level::national) {
      facts_.division = "全国";
      note("level", "national", "organ", {});
      return;
    }
    settle();
  }

 private:
  // A word and where it stands first, npos for nowhere.
  struct FirstPlace {
    std::u16string_view word;
    std::size_t at = std::u16string_view::npos;
  };

  void note(const char* fact, std::string value, const char* rule, Span span) { facts_.evidence.push_back({fact, std::move(value), rule, span}); }

  // Every 人大, 人民代表大会 and 委 of the text: the name or the bare suffix before it votes.
  void count_organs() {
    if (organs_counted_ == 0) note_chairman(0);
    const auto begins = [](char16_t c) { return is_among(c, u"我本全委政人"); };
    for_each_place(body_, std::max<std::size_t>(organs_counted_, 1), body_.size(), begins, [&](std::size_t i) {
      switch (body_[i]) {
        case u'我': case u'本': vote_own(i + 1, 2); break;
        case u'全': vote_own(i + 1, 1); break;
        case u'委': note_chairman(i), vote_organ(i, false); break;
        case u'政': if (at(body_, i + 1) == u'府') vote_organ(i, false); break;
        default: vote_people(i); break;
      }
    });
  }

  // What is cut off at the end of the part that is read does not stand in it.
  void note_chairman(std::size_t i) {
    if (at(r_.text, i + 2) != u'长') return;
    const auto here = r_.text.substr(i, chairmen_meet_.word.size());
    for (FirstPlace* first : {&chairman_, &chairmen_meet_})
      if (first->at == std::u16string_view::npos && here.starts_with(first->word)) first->at = i;
  }
  bool reads(const FirstPlace& first) const { return first.at <= body_.size() && body_.size() - first.at >= first.word.size(); }

  // 我县, 全市
  void vote_own(std::size_t suffix, int weight) {
    const char16_t c = at(body_, suffix);
    if (is_suffix(c) && !is_township(c)) suffixes_.add(c, weight);
  }

  void vote_people(std::size_t i) {
    if (at(body_, i + 1) == u'大') return vote_organ(i, true);
    if (at(body_, i + 1) != u'民') return;
    if (body_.substr(i + 2, 2) == u"政府") vote_organ(i, false);
    else if (body_.substr(i + 2, 4) == u"代表大会") vote_organ(i, true);
  }

  void vote_organ(std::size_t organ, bool congress) {
    const std::size_t end = before_number(organ);
    if (end == 0) return;
    const char16_t last = body_[end - 1];
    if (is_suffix(last)) {
      if (vote_full_name(organ, end, congress)) return;
      vote_suffix(end, is_in_title(organ), congress);
    }
    if (!congress) return;
    if (last == u'国' && at(body_, end - 2) == u'全') ++national_;
    if (end == organ) vote_short(organ);
  }

  bool is_in_title(std::size_t organ) const { return r_.title_span.contains(static_cast<std::uint32_t>(organ - 1)); }

  // The name that ends before the organ, or before the number of its congress; false without one.
  bool vote_full_name(std::size_t organ, std::size_t end, bool congress) {
    const auto length = division_name_before(body_, end);
    if (length == 0) return false;
    const auto begin = end - length;
    const auto name = body_.substr(begin, length);
    const bool party = body_[organ] == u'委', joint = at(body_, organ + 1) == u'和' || at(body_, organ + 1) == u'、';
    const bool above = party && joint && has(body_.substr(organ + 2, 8), u"委");  // 金华市委和永康市委: the last one is the own
    const bool second = party && !above && begin >= 3 && (body_[begin - 1] == u'和' || body_[begin - 1] == u'、') && body_[begin - 2] == u'委';
    const bool guiding = congress && guides(organ);  // 在扬州市人大常委会的指导和江都市委的领导下
    if (guiding) parents_.push_back(std::u16string(full_name_of(name))), guides_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    if (!above && !guiding) vote(name, begin, second ? kTwoStepVote : weight_of(organ, congress));
    vote_parents(begin);
    return true;
  }

  int weight_of(std::size_t organ, bool congress) const {
    if (is_in_title(organ)) return kTitleVote;
    return is_date_line(organ) ? kDateLineVote : congress ? kOrganVote : kOrganVote / 4;
  }

  void vote_suffix(std::size_t end, bool in_title, bool congress) {
    const char16_t suffix = body_[end - 1];
    if (suffix == u'区' && body_.substr(0, end).ends_with(u"自治区")) suffixes_.add(kRegion, in_title ? 50 : 4);
    else if (!is_township(suffix) || in_title) suffixes_.add(suffix, in_title ? 50 : congress ? 3 : 1);
  }

  // 人大常委会的指导, 人大的关心指导: what the congress above does.
  bool guides(std::size_t organ) const {
    const auto after = body_.substr(organ, 16);
    const auto at = after.find(u"指导");
    return at != std::u16string_view::npos && !has_any(after.substr(0, at), {u"，", u"。", u"、", u"次", u"对", u"工作"});
  }

  // 永康人民代表大会成立70周年: a short name right before the organ.
  void vote_short(std::size_t organ) {
    for (std::size_t length : {3u, 2u}) {
      if (organ < length) continue;
      const auto name = body_.substr(organ - length, length);
      if (!kShortNames.may_hold(name)) continue;
      const auto rows = divisions_called(name, year_);
      if (rows.empty()) continue;
      for (const Division* d : rows) vote(d->name, organ - length, kShortOrganVote);
      return;
    }
  }

  // Steps back over 第十届, 十六届 and the like.
  std::size_t before_number(std::size_t at_organ) const {
    if (at_organ == 0 || body_[at_organ - 1] != u'届') return at_organ;
    std::size_t i = at_organ - 1;
    while (i > 0 && is_numeral_part(body_[i - 1])) --i;
    if (i > 0 && body_[i - 1] == u'第') --i;
    return i;
  }

  bool is_date_line(std::size_t organ) const {
    if (organ > 600) return false;
    const auto begin = body_.rfind(u'\n', organ), end = body_.find(u'\n', organ);
    const std::size_t first = begin == std::u16string_view::npos ? 0 : begin + 1;
    const auto line = body_.substr(first, end == std::u16string_view::npos ? end : end - first);
    return line.size() < 80 && (has(line, u"年") || has(line, u"主任") || has(line, u"会议")) && !has(line, u"。");
  }

  // 衢州市柯城区: what stands before a name and is a name is a parent.
  void vote_parents(std::size_t begin) {
    while (const auto length = division_name_before(body_, begin)) {
      parents_.push_back(std::u16string(full_name_of(body_.substr(begin - length, length))));
      begin -= length;
    }
  }

  // Full names anywhere in title or subtitle: 柯城区十届人大 has voted as an organ, 常山县2023年 has not.
  void vote_names(std::u16string_view zone, std::uint32_t offset, int weight) {
    for (std::size_t end = 2; end <= zone.size(); ++end) {
      const auto length = division_name_before(zone, end);
      if (length == 0) continue;
      // 吉林省 inside a longer name votes as parent where another name follows at once
      bool parent = false;
      for (std::size_t next = end + 2; next <= std::min(zone.size(), end + 15); ++next)
        if (const auto more = division_name_before(zone, next); more != 0 && next - more == end) parent = true;
      if (parent) parents_.push_back(std::u16string(full_name_of(zone.substr(end - length, length))));
      else vote(zone.substr(end - length, length), offset + end - length, weight / 2);
    }
  }

  // 《北京市建筑绿色发展条例》: whose law it is, not who reports.
  static bool is_in_name_of_law(std::u16string_view text, std::size_t at) {
    const auto opened = text.substr(0, at).rfind(u'《'), closed = text.find(u'》', at);
    if (opened == std::u16string_view::npos || closed == std::u16string_view::npos || text.substr(opened, at - opened).find(u'》') != std::u16string_view::npos) return false;
    const auto name = text.substr(opened, closed - opened);
    return std::any_of(std::begin(kLaws), std::end(kLaws), [&](std::u16string_view ending) { return name.ends_with(ending); });
  }
  static constexpr std::u16string_view kLaws[] = {u"条例", u"办法", u"规定", u"决定", u"规则", u"细则", u"草案", u"草案）", u"法"};

  // 重庆市江津区：去年…, 广东五年: the first name of the opening, also where no organ follows.
  void vote_opening() {
    const auto opening = r_.head.substr(0, kOpening);
    for (std::size_t end = 2; end <= opening.size(); ++end) {
      const auto length = division_name_before(opening, end);
      if (length == 0) continue;
      std::size_t last = end, size = length;
      for (std::size_t next = end + 2; next <= std::min(opening.size(), last + 15); ++next)
        if (const auto more = division_name_before(opening, next); more != 0 && next - more == last) parents_.push_back(std::u16string(full_name_of(opening.substr(last - size, size)))), last = next, size = more;
      if (guides(last) || is_in_name_of_law(opening, last)) continue;
      constexpr std::size_t kLead = 12;  // characters before it: a date, what is above it
      const bool leads = (r_.title.empty() || facts_.teller == Teller::station) && last != end && last - size <= kLead + r_.title_span.end;  // 重庆市梁平区把…: nobody else does anything here
      const auto name = opening.substr(last - size, size);
      const bool gazetteer = last > size && opening[last - size - 1] == u'《' && at(opening, last) == u'志';  // 《鄂温克族自治旗志》
      const bool in_headline = gazetteer || (size > 2 && has(r_.title, name.substr(0, size - 1)));  // “万名代表下基层”在顺义
      vote(name, last - size, in_headline ? kTitleVote / 2 : leads ? kOpeningVote + kOrganVote : kOpeningVote);
      return;
    }
    for (std::size_t i = 0; i + 2 <= std::min(opening.size(), kOpening / 2); ++i)
      for (std::size_t size : {3u, 2u}) {
        const auto name = opening.substr(i, size);
        if (!kShortNames.may_hold(name)) continue;
        const auto rows = divisions_called(name, year_);
        const bool province = std::any_of(rows.begin(), rows.end(), [](const Division* d) { return d->level == Level::province; });
        if (!province) continue;
        for (const Division* d : rows)
          if (d->level == Level::province) vote(d->name, i, kOpeningVote);
        return;
      }
  }

  // 本报兰州12月21日讯: the city a paper writes from is above the district that it writes of.
  void read_place_of_news() {
    const auto opening = r_.head.substr(0, kOpening);
    for (const std::u16string_view sender : {u"本报", u"新华社", u"中新社", u"人民网"}) {
      const auto at = opening.find(sender);
      if (at == std::u16string_view::npos) continue;
      const auto begin = at + sender.size();
      const auto line = opening.substr(begin, 14);
      const auto end = line.find_first_of(u"讯电");
      if (end == std::u16string_view::npos || !has(line.substr(0, end), u"日") || has(line.substr(0, end), u"，")) continue;
      for (const std::size_t size : {3u, 2u})
        for (const Division* d : divisions_called(line.substr(0, size), year_)) parents_.push_back(std::u16string(d->name));
    }
  }

  void vote_file() {
    const std::u16string name = to_utf16(file_);
    for (std::size_t end = 2; end <= name.size(); ++end)
      if (const auto length = division_name_before(name, end)) vote_of_file(std::u16string_view(name).substr(end - length, length), kFileVote), parents_.push_back(name.substr(end - length, length));
    // 永康2023.txt, 浙江/永康.txt
    std::size_t begin = 0;
    for (std::size_t end = 0; end <= name.size(); ++end) {
      if (end < name.size() && name[end] >= 0x4E00 && name[end] <= 0x9FFF) continue;
      const auto word = std::u16string_view(name).substr(begin, end - begin);
      if (word.size() >= 2)
        for (const Division* d : divisions_called(word, year_)) vote_of_file(d->name, kFileVote / 3), parents_.push_back(std::u16string(d->name));
      begin = end + 1;
    }
  }

  void vote(std::u16string_view name, std::size_t begin, int weight) {
    Vote& v = votes_[std::u16string(full_name_of(name))];
    if (!v.in_text) v.first = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + name.size())};
    v.weight += weight;
    v.in_text = true;
  }

  void vote_of_file(std::u16string_view name, int weight) { votes_[std::u16string(name)].weight += weight; }

  // 永安街道人大工委, 双桥镇第十二届人民代表大会; not 各镇人大, 乡镇人大.
  static bool names_township(std::u16string_view where) {
    for (std::u16string_view organ : {u"街道人大", u"人大街道", u"街道工委", u"苏木人大", u"镇人大", u"乡人大", u"镇人民代表大会", u"乡人民代表大会", u"镇第", u"乡第"})
      for (std::size_t i = where.find(organ); i != std::u16string_view::npos; i = where.find(organ, i + 1))
        if (i >= 2 && where.substr(i + organ.size(), 2) != u"代表" && std::u16string_view(u"各乡镇县区市个级及（(、设本").find(where[i - 1]) == std::u16string_view::npos && where[i - 1] > 0x3000) return true;
    return false;
  }

  // 白鹤街道：小站点托起…, 浏阳市大瑶镇人大代表之家见闻: a township that the title names, and no congress of a county.
  Span titled_township() const {
    const auto t = r_.title;
    if (has_any(t, {u"县人大", u"区人大", u"市人大", u"旗人大", u"州人大", u"省人大", u"人大常委会", u"人民代表大会常务委员会", u"乡镇"}) || r_.title_span.end > r_.head.size()) return {};
    for (std::size_t i = 2; i < t.size(); ++i) {
      const bool street = t.substr(i, 2) == u"街道";
      if (!street && !is_township(t[i])) continue;
      const std::size_t begin = start_of_name(t, i), end = i + (street ? 2 : 1);
      const bool begins = begin == 0 || is_one_of(t[begin - 1], u"—\n：") || division_name_before(t, begin) != 0;
      const bool speaks = at(t, end) == u'：' || at(t, end) == u':' || has_any(t.substr(end), {u"人大", u"代表", u"立法联系点", u"主席团", u"工委"});
      if (begins && speaks && end - begin >= 3 && !is_one_of(t[i - 1], u"各乡镇县区市个级及（设本全")) return {r_.title_span.begin + static_cast<std::uint32_t>(begin), r_.title_span.begin + static_cast<std::uint32_t>(end)};
    }
    return {};
  }

  // 鲁家村人大代表联络站简介
  bool is_village_station() const {
    const auto station = first_of(r_.title, {u"人大代表联络站", u"代表联络站", u"人大代表之家", u"代表工作站", u"代表联络室"});
    return station != std::u16string_view::npos && station >= 2 && (r_.title[station - 1] == u'村' || r_.title.substr(station - 2, 2) == u"社区");
  }

  // 敦煌市月牙泉镇现有代表联络站7个: a township right behind its county begins a text without a title, and no congress of the county speaks there.
  Span opening_township() const {
    constexpr std::size_t kBegin = 30;  // characters before the name: a date, the divisions above
    if (!r_.title.empty()) return {};
    const auto zone = r_.head.substr(0, std::min(r_.head.find(u'。'), kBegin + 10));
    const bool own = has_any(r_.head, {u"镇人代会", u"乡人代会", u"镇人大", u"乡人大", u"主席团", u"人大工委", u"人大街道工委"});
    if (!own && has_any(r_.head, {u"人大常委会", u"人民代表大会常务委员会"})) return {};
    for (std::size_t i = 3; i < zone.size(); ++i) {
      const bool street = zone.substr(i, 2) == u"街道";
      if (!street && !is_township(zone[i])) continue;
      const std::size_t begin = start_of_name(zone, i), end = i + (street ? 2 : 1);
      const bool counted = zone.substr(begin, end - begin).find_first_of(u"0123456789个各") != std::u16string_view::npos;  // 太谷县17个乡镇
      if (!counted && begin <= kBegin && end - begin >= 3 && division_name_before(zone, begin) > 2) return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
      return {};
    }
    return {};
  }

  // 2024年，十四届全国人大常委会的…: the first organ of a text without a title.
  bool opens_with_national() const {
    if (!r_.title.empty() || national_ == 0) return false;
    constexpr std::size_t kOrgan = 24;
    const auto zone = r_.head.substr(0, kOrgan);
    const auto organ = first_of(zone, {u"全国人大", u"全国人民代表大会"});
    return organ != std::u16string_view::npos && !has_any(zone.substr(0, organ), {u"省", u"市", u"县", u"区", u"向", u"受", u"按", u"接", u"配", u"协", u"为", u"住", u"驻", u"在"}) && zone.substr(organ, 6) != u"全国人大代表" &&
           (suffixes_.empty() || !has_any(r_.head.substr(organ, kOrgan), {u"会议上", u"会议期间"}));
  }

  // A name at the head of the text, right before its organ, says more than the organs named later (省人大, 州委).
  static bool heads_text(const Vote& vote) { return vote.in_text && vote.weight >= kOpeningVote + kOrganVote && vote.first.begin < kOpening; }

  // The level the words show, unknown where they do not.
  Level read_level() {
    const auto where = r_.title.empty() ? r_.head.substr(0, 60) : r_.title;
    if (has_any(r_.title, {u"全国人民代表大会常务委员会", u"全国人大常委会", u"届全国人大及其常委会"})) return Level::national;
    if (reads(national_ > 0 ? chairman_ : chairmen_meet_) || opens_with_national()) return Level::national;
    if (!opening_township().empty()) return Level::township;
    if (has_any(r_.title, {u"街道工作委员会", u"街道工委", u"人大街道", u"街道人大"})) return Level::township;
    if (!titled_township().empty() || is_village_station()) return Level::township;
    if (names_township(where) && !has_any(r_.title, {u"县人大", u"区人大", u"市人大"})) return Level::township;
    if (const auto* top = top_vote(); top != nullptr && top->second.weight >= kTitleVote / 2) {
      const auto rows = divisions_named(top->first, 0);
      const bool one_level = std::all_of(rows.begin(), rows.end(), [&](const Division* d) { return d->level == rows.front()->level; });
      if (one_level) return rows.front()->level;
    }
    if (const auto* top = top_vote(); top != nullptr && heads_text(top->second)) {
      const auto rows = divisions_named(top->first, year_);
      const bool one_level = !rows.empty() && std::all_of(rows.begin(), rows.end(), [&](const Division* d) { return d->level == rows.front()->level; });
      if (one_level) return rows.front()->level;
    }
    switch (own_suffix_) {
      case u'省': case kRegion: return Level::province;
      case u'县': case u'区': case u'旗': return Level::county;
      case u'州': case u'盟': return Level::prefecture;
      case u'镇': case u'乡': return Level::township;
      case u'市': return level_of_city();
      default: break;
    }
    if (national_ > 1 && suffixes_.empty()) return Level::national;
    if (const auto* top = top_vote()) {
      const auto rows = divisions_named(top->first, 0);
      if (top->second.weight >= kOrganVote && std::all_of(rows.begin(), rows.end(), [&](const Division* d) { return d->level == rows.front()->level; })) return rows.front()->level;
    }
    return Level::unknown;
  }

  // 市 is a municipality, a prefecture or a county: by what is named below it and by powers that only prefectures have.
  Level level_of_city() const {
    if (const auto* top = top_vote(); top != nullptr && top->second.weight >= kOrganVote) {
      const auto rows = divisions_named(top->first, 0);
      const bool city = top->first.back() == u'市';
      const bool one_level = std::all_of(rows.begin(), rows.end(), [&](const Division* d) { return d->level == rows.front()->level; });
      if (city && one_level) return rows.front()->level;
    }
    const LevelWords words(body_);
    const auto prefecture = words.of(LevelWords::prefecture), county = words.of(LevelWords::county);
    return prefecture > county ? Level::prefecture : county > prefecture ? Level::county : Level::unknown;
  }

  const std::pair<const std::u16string, Vote>* top_vote() const {
    const std::pair<const std::u16string, Vote>* best = nullptr;
    for (const auto& entry : votes_)
      if (best == nullptr || entry.second.weight > best->second.weight) best = &entry;
    return best;
  }

  // Townships have no code of six digits: their name is kept, their county is the division above.
  bool township() {
    if (facts_.level != Level::township) return false;
    const auto zone = r_.title.empty() ? r_.head.substr(0, 300) : r_.head.substr(0, 600);
    Span opening = opening_township();
    if (opening.empty()) opening = titled_township();
    if (!opening.empty()) name_township(opening);
    for (std::size_t i = 0; opening.empty() && i < zone.size(); ++i) {
      const bool street = (zone.substr(i, 2) == u"街道" || zone.substr(i, 2) == u"苏木") && has_any(zone.substr(i, 8), {u"人大", u"工委", u"工作委员会"});
      const bool town = (zone[i] == u'镇' || zone[i] == u'乡') && i >= 2 && (has_any(zone.substr(i + 1, 4), {u"人大", u"人民"}) || zone[i + 1 < zone.size() ? i + 1 : i] == u'第');
      if (!street && !town) continue;
      const std::size_t end = i + (street ? 2 : 1);
      const auto begin = start_of_name(zone, i);
      if (end - begin < 3 || end - begin > 9) continue;
      name_township({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
      break;
    }
    const Level level = facts_.level;
    const std::string name = facts_.division;
    facts_.level = Level::county;
    own_suffix_ = 0;
    vote_county_of_township();
    for (const Span guide : guides_) vote(body_.substr(guide.begin, guide.size()), guide.begin, kOrganVote);  // the congress above a township's is its county's
    settle();
    facts_.level = level;
    facts_.division = name;
    facts_.division_code.clear();
    return true;
  }

  // 受清苑县冉庄镇第八届人大主席团的委托: the county right before the township's name, wherever the text gives both.
  void vote_county_of_township() {
    const std::u16string name = to_utf16(facts_.division);
    if (name.size() < 2) return;
    for (std::size_t at = find_word(r_.head, name); at != std::u16string_view::npos; at = find_word(r_.head, name, at + 1))
      if (const auto length = division_name_before(r_.head, at); length > 2) vote(r_.head.substr(at - length, length), at - length, kOrganVote);
  }

  void name_township(Span name) {
    facts_.division = to_utf8(r_.head.substr(name.begin, name.size()));
    note("division", facts_.division, "township organ", name);
  }

  // Back from 镇, 乡 or 街道 to the end of the division above, or to what cannot be in a name.
  static std::size_t start_of_name(std::u16string_view zone, std::size_t end) {
    std::size_t begin = end;
    while (begin > 0 && end - begin < 6) {
      if (division_name_before(zone, begin) != 0) return begin;
      if (std::u16string_view(u"\n，。、：；—（）“”《》在是和与对的县区市旗会委我受").find(zone[begin - 1]) != std::u16string_view::npos) return begin;
      --begin;
    }
    return begin;
  }

  struct Candidate {
    const Division* division;
    int weight;
    Span span;
  };

  // All rows the votes allow at the level found, the heaviest first.
  std::vector<Candidate> candidates() const {
    std::vector<Candidate> found;
    for (const auto& [name, vote] : votes_)
      for (const Division* d : divisions_named(name, year_)) {
        if (facts_.level != Level::unknown && d->level != facts_.level) continue;
        if (own_suffix_ != 0 && own_suffix_ != kRegion && d->name.back() != own_suffix_ && vote.weight < kDateLineVote / 2 && !heads_text(vote)) continue;
        found.push_back({d, vote.weight + parent_weight(*d), vote.first});
      }
    std::stable_sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) { return a.weight > b.weight; });
    return found;
  }

  // What the text says of the divisions above a candidate.
  int parent_weight(const Division& d) const {
    int weight = 0;
    for (const Division* above = parent_of(d, year_); above != nullptr; above = parent_of(*above, year_)) {
      if (std::find(parents_.begin(), parents_.end(), above->name) != parents_.end()) weight += 400;
      else weight += weight_of_mention(*above);
    }
    return weight;
  }

  // Where the short name does not stand, the full one that begins with it does not either.
  int weight_of_mention(const Division& d) const {
    if (d.name.starts_with(d.short_name) && !is_mentioned(d.short_name)) return 0;
    return is_mentioned(d.name) ? 8 : is_mentioned(d.short_name) ? 3 : 0;
  }

  // Candidates share their parents: each name is looked for once.
  bool is_mentioned(std::u16string_view name) const {
    const auto [it, first] = mentioned_.emplace(name, false);
    if (first) it->second = has(body_, name);
    return it->second;
  }

  void settle() {
    auto found = candidates();
    if (found.empty()) {
      vote_mentions();
      found = candidates();
    }
    // one code under two names is one candidate
    found.erase(std::unique(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) { return a.division->code == b.division->code; }), found.end());
    // of one division's codes, where no year is known, the one in force
    const auto all = found;
    std::erase_if(found, [&](const Candidate& old) {
      return std::any_of(all.begin(), all.end(), [&](const Candidate& now) { return now.division->name == old.division->name && old.division->successors == now.division->code; });
    });
    if (found.empty()) return;
    const Candidate& best = found.front();
    const bool alone = found.size() == 1 || best.weight >= 2 * found[1].weight || best.weight >= found[1].weight + 100 ||
                       (best.division->name == found[1].division->name && best.weight >= found[1].weight + 8);
    if (!alone || best.weight < 2) {
      std::string names;
      for (std::size_t i = 0; i < std::min<std::size_t>(found.size(), 5); ++i) names += (i == 0 ? "" : ", ") + std::string(found[i].division->code) + " " + to_utf8(found[i].division->name);
      facts_.message += (facts_.message.empty() ? "" : "; ") + ("division ambiguous: " + names);
      return;
    }
    take(best);
  }

  // No organ bears a name: full names of the own kind anywhere. 和县, 城区, 矿区 are ordinary words as well (市和县, 老城区).
  void vote_mentions() {
    const auto ends = [](char16_t c) { return is_among(c, u"省市县区旗州盟"); };
    for_each_place(body_, 2, body_.size(), ends, [&](std::size_t last) {
      const std::size_t end = last + 1;
      if (const auto length = division_name_before(body_, end); length > 2) vote(body_.substr(end - length, length), end - length, kMentionVote);
    });
  }

  void take(const Candidate& best) {
    take_division(*best.division, year_, facts_);
    note("division", facts_.division_code + " " + facts_.division, best.weight >= kTitleVote / 2 ? "title" : "organ", best.span);
  }

  const Reading& r_;
  std::u16string_view body_;
  std::string_view file_;
  Level given_;
  Facts& facts_;
  int year_ = 0, national_ = 0;
  std::size_t organs_counted_ = 0;  // characters of the body that have voted
  FirstPlace chairman_{u"委员长"}, chairmen_meet_{u"委员长会议"};
  char16_t own_suffix_ = 0;
  std::map<std::u16string, Vote> votes_;
  SuffixCounts suffixes_;
  std::vector<std::u16string> parents_;
  std::vector<Span> guides_;  // names of congresses that guide the one that reports
  mutable std::map<std::u16string_view, bool> mentioned_;
};

}  // namespace

void read_jurisdiction(const Reading& reading, std::string_view file, Level given, Facts& facts) { JurisdictionReader(reading, file, given, facts).read(); }

void take_division(const Division& d, int year, Facts& facts) {
  facts.division_code = d.code;
  facts.division = to_utf8(d.name);
  facts.level = d.level;
  facts.province.clear(), facts.prefecture.clear(), facts.county.clear();
  for (const Division* at_level = &d; at_level != nullptr; at_level = parent_of(*at_level, year)) {
    std::string& cell = at_level->level == Level::province ? facts.province : at_level->level == Level::prefecture ? facts.prefecture : facts.county;
    cell = to_utf8(at_level->name);
  }
}

}  // namespace renda
