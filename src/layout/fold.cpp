#include "layout/fold.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>

namespace renda {
namespace {

using Table = std::array<char16_t, 65536>;

// CJK Radicals Supplement as PDF producers emit them; NFKC has no mapping for these.
constexpr std::pair<char16_t, char16_t> kRadicals[] = {
    {u'⺠', u'民'}, {u'⺟', u'母'}, {u'⻔', u'门'}, {u'⻓', u'长'}, {u'⻋', u'车'}, {u'⻅', u'见'}, {u'⻚', u'页'}, {u'⻢', u'马'},
    {u'⻥', u'鱼'}, {u'⻦', u'鸟'}, {u'⻰', u'龙'}, {u'⻛', u'风'}, {u'⻜', u'飞'}, {u'⻉', u'贝'}, {u'⻘', u'青'}, {u'⻆', u'角'},
    {u'⻣', u'骨'}, {u'⻩', u'黄'}, {u'⻬', u'齐'}, {u'⻄', u'西'}, {u'⻁', u'虎'}, {u'⻝', u'食'}, {u'⻨', u'麦'}, {u'⻮', u'齿'}};

// The 214 Kangxi radicals U+2F00..2FD5 in order, in the form that mainland text uses.
constexpr std::u16string_view kKangxi =
    u"一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方"
    u"无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色"
    u"艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓"
    u"鼠鼻齊齒龍龜龠";

constexpr std::pair<std::u16string_view, char16_t> kFoldSets[] = {
    {u",﹐︐", u'，'}, {u";﹔︔", u'；'}, {u":﹕︓︰", u'：'}, {u"!﹗︕", u'！'}, {u"?﹖︖", u'？'}, {u"(﹙︵", u'（'}, {u")﹚︶", u'）'},
    {u"､﹑︑", u'、'}, {u"｡︒", u'。'}, {u"\"「『„‟＂﹁﹃", u'“'}, {u"」』﹂﹄", u'”'}, {u"–―─━﹘", u'—'}, {u"−‐‑‒﹣", u'-'}, {u"～〜∼﹏", u'~'},
    {u"﹪٪", u'%'}, {u"・‧•∙⋅", u'·'}, {u"﹒", u'.'}, {u"\t\v\f\u00A0\u3000\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F", u' '},
    {u"\u200B\u200C\u200D\u200E\u200F\u2060\uFEFF\u00AD\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\uFFFC", kDropped},
    {u"〈", u'《'}, {u"〉", u'》'}, {u"〇", u'〇'}};

constexpr Table make_folds() {
  Table table{};
  for (std::size_t c = 0; c < table.size(); ++c) table[c] = static_cast<char16_t>(c);
  for (char16_t c = 0xFF01; c <= 0xFF5E; ++c) table[c] = static_cast<char16_t>(c - 0xFF01 + 0x21);  // full-width ASCII
  for (std::size_t i = 0; i < kKangxi.size(); ++i) table[0x2F00 + i] = kKangxi[i];
  for (auto [radical, ideograph] : kRadicals) table[radical] = ideograph;
  for (auto [from, to] : kFoldSets)
    for (char16_t c : from) table[c] = to;
  for (char16_t c = 0xFF01; c <= 0xFF5E; ++c) table[c] = table[table[c]];  // ， of full width comes back as ，
  return table;
}

// Characters that only one of the two scripts has, frequent in reports.
constexpr std::u16string_view kTraditionalOnly = u"會議個國們報為與員專題資產務責設審問關監開聽發現實門業說東來時對動學過進還這選舉歲見書長";
constexpr std::u16string_view kSimplifiedOnly = u"会议个国们报为与员专题资产务责设审问关监开听发现实门业说东来时对动学过进还这选举岁见书长";

constexpr std::array<signed char, 65536> make_script_marks() {
  std::array<signed char, 65536> marks{};
  for (char16_t c : kTraditionalOnly) marks[c] = 1;
  for (char16_t c : kSimplifiedOnly) marks[c] = -1;
  return marks;
}

// One to one forms of all ideographs; made when the first traditional text comes (about 20 ms).
Table make_simplified() {
  Table table;
  for (std::size_t c = 0; c < table.size(); ++c) table[c] = static_cast<char16_t>(c);
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Transliterator> hans(icu::Transliterator::createInstance("Hant-Hans", UTRANS_FORWARD, status));
  if (U_FAILURE(status)) return table;
  for (char16_t c = 0x4E00; c < 0xA000; ++c) {
    icu::UnicodeString one(c);
    hans->transliterate(one);
    if (one.length() == 1) table[c] = one.charAt(0);
  }
  table[u'裏'] = u'里';
  return table;
}

}  // namespace

constexpr std::array<char16_t, 65536> kFolds = make_folds();

bool is_traditional(std::u16string_view text) {
  static constexpr auto kMarks = make_script_marks();
  constexpr std::size_t kEnough = 5000, kStep = 250;  // one script runs through a report
  constexpr int kClear = 100;                         // so many marks more of one script than of the other decide
  int balance = 0;
  for (std::size_t at = 0; at < std::min(kEnough, text.size()) && std::abs(balance) < kClear; at += kStep)
    for (char16_t c : text.substr(at, kStep)) balance += kMarks[c];
  return balance > 0;
}

char16_t simplify_character(char16_t c) {
  static const Table simplified = make_simplified();
  return simplified[c];
}

}  // namespace renda
