#include "facts/bare_names.h"

#include <algorithm>
#include <iterator>

#include "facts/division_table.h"
#include "facts/organs.h"
#include "text/utf.h"

namespace renda {
namespace {

constexpr std::size_t kNowhere = std::u16string_view::npos;

// Where a full name that begins at `begin` ends; 0 without one.
std::size_t end_of_name(std::u16string_view text, std::size_t begin) {
  for (std::size_t end = begin + 2; end <= std::min(text.size(), begin + NameTable::kLongest); ++end)
    if (const auto length = division_name_before(text, end); length != 0 && end - length == begin) return end;
  return 0;
}

// Full names anywhere in title or subtitle: 柯城区十届人大 has voted as an organ, 常山县2023年 has not.
void vote_title(const Reading& r, Votes& votes) {
  for (std::size_t end = 2; end <= r.title.size(); ++end) {
    const auto length = division_name_before(r.title, end);
    if (length == 0) continue;
    const auto name = r.title.substr(end - length, length);
    // 吉林省 inside a longer name votes as parent where another name follows at once
    if (end_of_name(r.title, end) != 0) votes.add_parent(name);
    else votes.add(name, r.title_span.begin + end - length, kTitleVote / 2);
  }
}

// 《北京市建筑绿色发展条例》: whose law it is, not who reports.
bool is_in_name_of_law(std::u16string_view text, std::size_t at) {
  constexpr std::u16string_view kLaws[] = {u"条例", u"办法", u"规定", u"决定", u"规则", u"细则", u"草案", u"草案）", u"法"};
  const auto opened = text.substr(0, at).rfind(u'《'), closed = text.find(u'》', at);
  if (opened == kNowhere || closed == kNowhere || text.substr(opened, at - opened).find(u'》') != kNowhere) return false;
  const auto name = text.substr(opened, closed - opened);
  return std::any_of(std::begin(kLaws), std::end(kLaws), [&](std::u16string_view ending) { return name.ends_with(ending); });
}

// The last of the names that follow one another at once (重庆市江津区); those before it are its parents.
Span last_of_names(std::u16string_view text, Span first, Votes& votes) {
  Span name = first;
  while (const auto end = end_of_name(text, name.end)) {
    votes.add_parent(text.substr(name.begin, name.size()));
    name = {name.end, static_cast<std::uint32_t>(end)};
  }
  return name;
}

// “万名代表下基层”在顺义: the title has the name without its suffix; 《鄂温克族自治旗志》: a gazetteer's is its headline.
bool is_in_headline(const Reading& r, std::u16string_view opening, Span name) {
  const bool gazetteer = name.begin > 0 && opening[name.begin - 1] == u'《' && character_at(opening, name.end) == u'志';
  return gazetteer || (name.size() > 2 && has(r.title, opening.substr(name.begin, name.size() - 1)));
}

// 重庆市梁平区把…: nobody else does anything here.
bool leads(const Reading& r, Teller teller, Span name) {
  constexpr std::size_t kLead = 12;  // characters before it: a date, what is above it
  return (r.title.empty() || teller == Teller::station) && name.begin <= kLead + r.title_span.end;
}

// 广东五年: a province needs no suffix.
void vote_province(std::u16string_view opening, Votes& votes) {
  for (std::size_t i = 0; i + 2 <= std::min(opening.size(), kOpening / 2); ++i)
    for (std::size_t size : {3u, 2u}) {
      bool found = false;
      for (const Division* d : divisions_called(opening.substr(i, size), votes.year()))
        if (d->level == Level::province) votes.add(d->name, i, kOpeningVote), found = true;
      if (found) return;
    }
}

// 重庆市江津区：去年…: the first name of the opening, also where no organ follows.
void vote_opening(const Reading& r, Teller teller, Votes& votes) {
  const auto opening = r.head.substr(0, kOpening);
  for (std::uint32_t end = 2; end <= opening.size(); ++end) {
    const auto length = division_name_before(opening, end);
    if (length == 0) continue;
    const Span name = last_of_names(opening, {end - length, end}, votes);
    if (is_guiding(r.head, name.end) || is_in_name_of_law(opening, name.end)) continue;
    const bool below_another = name.end != end;
    const int weight = is_in_headline(r, opening, name) ? kTitleVote / 2 : below_another && leads(r, teller, name) ? kOpeningVote + kOrganVote : kOpeningVote;
    return votes.add(opening.substr(name.begin, name.size()), name.begin, weight);
  }
  vote_province(opening, votes);
}

// 本报兰州12月21日讯: the city a paper writes from is above the district that it writes of.
void read_dateline(const Reading& r, Votes& votes) {
  const auto opening = r.head.substr(0, kOpening);
  for (const std::u16string_view sender : {u"本报", u"新华社", u"中新社", u"人民网"}) {
    const auto at = opening.find(sender);
    if (at == kNowhere) continue;
    const auto line = opening.substr(at + sender.size(), 14);
    const auto end = line.find_first_of(u"讯电");
    if (end == kNowhere || !has(line.substr(0, end), u"日") || has(line.substr(0, end), u"，")) continue;
    for (const std::size_t size : {3u, 2u})
      for (const Division* d : divisions_called(line.substr(0, size), votes.year())) votes.add_parent(d->name);
  }
}

bool is_chinese(char16_t c) { return c >= 0x4E00 && c <= 0x9FFF; }

// 永康2023.txt, 浙江/永康.txt: words that are a short name.
void vote_words_of_file(std::u16string_view name, Votes& votes) {
  std::size_t begin = 0;
  for (std::size_t end = 0; end <= name.size(); ++end) {
    if (is_chinese(character_at(name, end))) continue;
    const auto word = name.substr(begin, end - begin);
    if (word.size() >= 2)
      for (const Division* d : divisions_called(word, votes.year())) votes.add_of_file(d->name, kFileVote / 3);
    begin = end + 1;
  }
}

void vote_file(std::u16string_view name, Votes& votes) {
  for (std::size_t end = 2; end <= name.size(); ++end)
    if (const auto length = division_name_before(name, end)) votes.add_of_file(name.substr(end - length, length), kFileVote);
  vote_words_of_file(name, votes);
}

}  // namespace

void read_bare_names(const Reading& reading, std::string_view file, Teller teller, Votes& votes) {
  vote_title(reading, votes);
  vote_opening(reading, teller, votes);
  vote_file(to_utf16(file), votes);
  read_dateline(reading, votes);
}

}  // namespace renda
