#include "layout/lines.h"

#include <algorithm>
#include <array>

#include "layout/fold.h"
#include "text/search.h"
#include "text/utf.h"

namespace renda {
namespace {

bool is_bullet(char16_t c) { return !is_ideograph(c) && is_one_of(c, u"●○■□★☆▲△◆◇※➤►▶"); }
bool is_digit(char16_t c) { return c >= u'0' && c <= u'9'; }
bool is_blank(char16_t c) { return !is_ideograph(c) && (fold_character(c) == u' ' || fold_character(c) == kDropped); }
bool is_line_end(char16_t c) { return c == u'\n' || c == u'\r' || c == u'\u2028' || c == u'\u2029' || c == u'\u0085'; }

// Length of a numbering such as 一、 （十二） (3) 1. 12、 第三， at the start of `line`; 0 if none.
std::size_t numbering_length(std::u16string_view line) {
  std::size_t i = 0;
  const bool bracket = fold_character(line[0]) == u'（';
  if (bracket) ++i;
  const std::size_t digits = i;
  while (i < line.size() && i < digits + 3 && (is_one_of(line[i], u"一二三四五六七八九十") || is_digit(fold_character(line[i])))) ++i;
  if (i == digits || i >= line.size()) return 0;
  const char16_t next = fold_character(line[i]);
  if (bracket) return next == u'）' ? i + 1 : 0;
  if (next == u'、') return i + 1;
  const bool decimal = i + 1 < line.size() && is_digit(fold_character(line[i + 1]));
  return is_digit(fold_character(line[0])) && next == u'.' && !decimal ? i + 1 : 0;
}

constexpr std::u16string_view kNotes[] = {u"下转第", u"上接第", u"（下转", u"（上接", u"(下转", u"(上接", u"责任编辑", u"图为", u"图/", u"图／", u"扫码", u"制图", u"本版"};
constexpr CharacterFilter kNoteBegins = [] {
  CharacterFilter filter;
  for (const auto note : kNotes) filter.add(note[0]);
  return filter;
}();

// 本报记者, 融媒通讯员
bool names_reporter(std::u16string_view start) {
  static constexpr CharacterFilter kFirst(u"记通摄撰");
  for (std::size_t i = 0; i < std::min<std::size_t>(start.size(), 4); ++i) {
    if (!kFirst.may_hold(start[i])) continue;
    for (std::u16string_view word : {u"记者", u"通讯员", u"摄影", u"撰稿"})
      if (start.substr(i, word.size()) == word) return true;
  }
  return false;
}

// 第三版, — 12 —, 下转第三版, 责任编辑：..., 融媒记者 ..., ▲captions: set apart so that text joins across them. `line` is without 。 and ；.
bool is_furniture(std::u16string_view line) {
  if (line.size() > 40) return false;
  if (line[0] == u'▲' && line.size() > 6 && !is_blank(line[1])) return true;  // a caption; ▲ 精准监督 is a heading
  if (kNoteBegins.may_hold(line[0]) && std::any_of(std::begin(kNotes), std::end(kNotes), [&](std::u16string_view note) { return line.starts_with(note); })) return true;
  if (line.size() <= 24 && names_reporter(line.substr(0, 6)) && line.find_first_of(u"，。；：") == std::u16string_view::npos) return true;
  return line.size() <= 8 && std::all_of(line.begin(), line.end(), [](char16_t c) { return is_digit(fold_character(c)) || is_one_of(c, u"-—–·. 第页版"); }) &&
         std::any_of(line.begin(), line.end(), [](char16_t c) { return is_one_of(c, u"-—–·页版"); });
}

bool closes_sentence(std::u16string_view line) {
  std::size_t i = line.size();
  while (i > 0 && is_one_of(fold_character(line[i - 1]), u"”’）》")) --i;
  return i > 0 && is_one_of(fold_character(line[i - 1]), u"。！？；：");
}

// The first line of a page that ends as titles do is one, also where no blank line follows.
bool is_title(std::u16string_view line) {
  constexpr std::size_t kLongest = 45;
  if (line.size() > kLongest || line.find_first_of(u"，。；") != std::u16string_view::npos) return false;
  for (std::u16string_view ending : {u"报告", u"综述", u"总结", u"回顾", u"纪实", u"要点", u"计划", u"方案", u"条例", u"办法", u"规定", u"报告（摘要）", u"報告", u"綜述", u"公报", u"公布", u"答卷"})
    if (line.ends_with(ending)) return true;
  return false;
}

// 3次, 2批28人, 3期，410人次, 1.2万件: at most two counts, each a number and a measure word of one or two characters.
bool is_bare_count(std::u16string_view line) {
  constexpr std::size_t kLongest = 14;
  if (line.size() < 2 || line.size() > kLongest || !is_digit(fold_character(line[0]))) return false;
  std::size_t words = 0;
  for (const char16_t c : line) {
    const char16_t folded = fold_character(c);
    if (is_digit(folded) || is_one_of(folded, u"，、.多余近约万千亿 ")) words = 0;
    else if (!is_one_of(folded, u"次件人名个项条份篇场批期部位家处起类大班轮") || ++words > 2) return false;
  }
  return words > 0;
}

// 8次  召开常委会会议: a row of a list that gives the count first, set off by blanks.
bool begins_with_count(std::u16string_view line) {
  constexpr std::size_t kLongest = 14;
  if (line.empty() || !is_digit(fold_character(line[0]))) return false;
  const auto gap = std::min(line.substr(0, kLongest).find(u"  "), line.substr(0, kLongest).find_first_of(u"\u3000\t"));
  return gap != std::u16string_view::npos && is_bare_count(line.substr(0, gap));
}

// What one character that is no ideograph tells of its line.
enum Trait : std::uint8_t { kEndsLine = 1, kStops = 2, kRunning = 4, kOpens = 8, kClosesQuote = 16, kWide = 32, kBar = 64 };

constexpr std::array<std::uint8_t, 65536> make_traits() {
  std::array<std::uint8_t, 65536> traits{};
  const auto add = [&](std::u16string_view set, std::uint8_t trait) {
    for (char16_t c : set) traits[c] |= trait;
  };
  add(u"\n\r\u2028\u2029\u0085", kEndsLine);
  add(u"。；", kStops);
  add(u"，。,；", kRunning);
  add(u"《〈“「『", kOpens);
  add(u"》〉”」』", kClosesQuote);
  add(u"|｜", kBar);
  add(u"“”‘’—…·", kWide);
  for (std::size_t c = 0x2E80; c < traits.size(); ++c) traits[c] |= kWide;
  return traits;
}
constexpr auto kTraits = make_traits();

// One look at every character of a line, from its first one that is no blank to the line's end.
struct Look {
  std::size_t end = 0;
  std::uint32_t width = 0;
  std::uint8_t traits = 0;
  int open = 0;  // quotes and names that are not closed
  bool plain = true;

  Look(std::u16string_view text, std::size_t begin) {
    end = find_place(text, begin, [&](std::size_t at) { return !is_ideograph(text[at]); }, [&](std::size_t at) { return !see(text[at]); });
    width += 2 * static_cast<std::uint32_t>(end - begin);
  }

  // False at the line's end.
  bool see(char16_t c) {
    const std::uint8_t traits_here = kTraits[c];
    if ((traits_here & kEndsLine) != 0) return false;
    traits |= traits_here;
    if ((traits_here & kWide) == 0) --width;  // the others take two half columns
    if (fold_character(c) != c || c == u' ') plain = false;
    if ((traits_here & kOpens) != 0) ++open;
    else if ((traits_here & kClosesQuote) != 0 && open > 0) --open;
    return true;
  }
  bool has(Trait trait) const { return (traits & trait) != 0; }
  static std::uint32_t width_of(char16_t c) { return is_ideograph(c) || (kTraits[c] & kWide) != 0 ? 2u : 1u; }
};

}  // namespace

bool opens_with_mark(std::u16string_view line) {
  if (line.empty()) return false;
  if (is_ideograph(line[0])) return is_one_of(line[0], u"一二三四五六七八九十") && numbering_length(line) > 0;
  return is_bullet(line[0]) || line.substr(0, 2) == u"——" || line[0] == u'【' || line[0] == u'〔' || numbering_length(line) > 0;
}

std::vector<Line> read_lines(std::u16string_view text, std::vector<std::uint32_t>& starts) {
  constexpr std::size_t kUsual = 40;  // characters of a line, or more
  std::vector<Line> lines;
  lines.reserve(text.size() / kUsual);
  starts.reserve(text.size() / kUsual);
  starts.assign(1, 0);
  std::uint32_t blank_lines = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t first = begin;
    std::uint32_t indent = 0;
    for (; first < text.size() && is_blank(text[first]) && !is_line_end(text[first]); ++first) indent += text[first] == u'\u3000' || text[first] == u'\t' ? 2u : 1u;
    Look look(text, first);
    std::size_t last = look.end;
    for (; last > first && is_blank(text[last - 1]); --last) look.width -= Look::width_of(text[last - 1]);
    if (first == last) {
      ++blank_lines;
    } else {
      const auto line = text.substr(first, last - first);
      lines.push_back({.span = {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)},
                       .width = look.width,
                       .indent = indent,
                       .blank_lines = blank_lines,
                       .furniture = !look.has(kStops) && is_furniture(line),
                       .opens = opens_with_mark(line) || look.has(kBar) || begins_with_count(line),  // 执法检查 ｜ 6次: a row of a printed list stands alone
                       .bullet = is_bullet(line[0]),
                       .running = look.has(kRunning),
                       .closes = closes_sentence(line) || (lines.empty() && is_title(line)) || look.has(kBar),
                       .plain = look.plain,
                       .bare_count = is_bare_count(line),
                       .leans = look.open > 0 || is_one_of(fold_character(line.back()), u"，、《“（")});
      blank_lines = 0;
    }
    if (look.end == text.size()) break;
    begin = look.end + (text[look.end] == u'\r' && look.end + 1 < text.size() && text[look.end + 1] == u'\n' ? 2 : 1);
    starts.push_back(static_cast<std::uint32_t>(begin));
  }
  return lines;
}

}  // namespace renda
