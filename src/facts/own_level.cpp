#include "facts/own_level.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "facts/township.h"
#include "renda/division.h"
#include "text/trie.h"

namespace renda {
namespace {

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

// 2024年，十四届全国人大常委会的…: the first organ of a text without a title.
bool opens_with_national(const Reading& r, const Organs& organs) {
  if (!r.title.empty() || organs.national == 0) return false;
  constexpr std::size_t kOrgan = 24;
  const auto zone = r.head.substr(0, kOrgan);
  const auto organ = first_of(zone, {u"全国人大", u"全国人民代表大会"});
  if (organ == std::u16string_view::npos || zone.substr(organ, 6) == u"全国人大代表") return false;
  if (has_any(zone.substr(0, organ), {u"省", u"市", u"县", u"区", u"向", u"受", u"按", u"接", u"配", u"协", u"为", u"住", u"驻", u"在"})) return false;
  return organs.suffixes.empty() || !has_any(r.head.substr(organ, kOrgan), {u"会议上", u"会议期间"});
}

bool is_national(const Reading& r, const Organs& organs) {
  return has_any(r.title, {u"全国人民代表大会常务委员会", u"全国人大常委会", u"届全国人大及其常委会"}) || organs.has_chairman() || opens_with_national(r, organs);
}

// The level of all of them; unknown of none, and where they differ.
Level one_level(const std::vector<const Division*>& divisions) {
  const bool one = std::all_of(divisions.begin(), divisions.end(), [&](const Division* d) { return d->level == divisions.front()->level; });
  return one && !divisions.empty() ? divisions.front()->level : Level::unknown;
}

// Of the name of most weight, where that is `weight` at least.
Level level_of_top(const Votes& votes, int weight) {
  const auto* top = votes.top();
  return top != nullptr && top->second.weight >= weight ? one_level(divisions_named(top->first)) : Level::unknown;
}

// Of a name that stands where only the one that reports does.
Level level_of_prominent(const Votes& votes) {
  if (const Level level = level_of_top(votes, kTitleVote / 2); level != Level::unknown) return level;
  const auto* top = votes.top();
  return top != nullptr && top->second.heads_text() ? one_level(divisions_named(top->first, votes.year())) : Level::unknown;
}

// 市 is a municipality, a prefecture or a county: by what is named below it and by powers that only prefectures have.
Level level_of_city(std::u16string_view body, const Votes& votes) {
  if (const auto* top = votes.top(); top != nullptr && top->first.back() == u'市')
    if (const Level level = level_of_top(votes, kOrganVote); level != Level::unknown) return level;
  const LevelWords words(body);
  const auto prefecture = words.of(LevelWords::prefecture), county = words.of(LevelWords::county);
  return prefecture > county ? Level::prefecture : county > prefecture ? Level::county : Level::unknown;
}

Level level_of_suffix(char16_t suffix, std::u16string_view body, const Votes& votes) {
  switch (suffix) {
    case u'省': case kRegion: return Level::province;
    case u'县': case u'区': case u'旗': return Level::county;
    case u'州': case u'盟': return Level::prefecture;
    case u'镇': case u'乡': return Level::township;
    default: return level_of_city(body, votes);
  }
}

}  // namespace

Level read_level(const Reading& r, const Organs& organs, const Votes& votes) {
  if (is_national(r, organs)) return Level::national;
  if (is_of_township(r)) return Level::township;
  if (const Level level = level_of_prominent(votes); level != Level::unknown) return level;
  if (const char16_t own = organs.suffixes.strongest(); own != 0) return level_of_suffix(own, organs.body, votes);
  return organs.national > 1 ? Level::national : level_of_top(votes, kOrganVote);
}

}  // namespace renda
