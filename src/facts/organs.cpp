#include "facts/organs.h"

#include "renda/division.h"

namespace renda {
namespace {

constexpr std::size_t kNowhere = std::u16string_view::npos;

bool is_numeral_part(char16_t c) { return (c >= u'0' && c <= u'9') || is_one_of(c, u"一二三四五六七八九十"); }

class OrganReader {
 public:
  OrganReader(const Reading& reading, Votes& votes, Organs& organs) : r_(reading), body_(organs.body), votes_(votes), organs_(organs) {}

  // Every 人大, 人民代表大会 and 委 from `begin` on: the name or the bare suffix before it votes.
  void read_from(std::size_t begin) {
    if (begin == 0) note_chairman(0);
    const auto begins = [](char16_t c) { return is_among(c, u"我本全委政人"); };
    for_each_place(body_, std::max<std::size_t>(begin, 1), body_.size(), begins, [&](std::size_t i) { read_at(i); });
  }

 private:
  void read_at(std::size_t i) {
    switch (body_[i]) {
      case u'我': case u'本': vote_own(i + 1, 2); break;
      case u'全': vote_own(i + 1, 1); break;
      case u'委': note_chairman(i), vote_organ(i, false); break;
      case u'政': if (character_at(body_, i + 1) == u'府') vote_organ(i, false); break;
      default: vote_people(i); break;
    }
  }

  void note_chairman(std::size_t i) {
    if (character_at(r_.text, i + 2) != u'长') return;
    const auto here = r_.text.substr(i, organs_.chairmen_meet.word.size());
    for (Organs::FirstPlace* first : {&organs_.chairman, &organs_.chairmen_meet})
      if (first->at == kNowhere && here.starts_with(first->word)) first->at = i;
  }

  // 我县, 全市
  void vote_own(std::size_t suffix, int weight) {
    const char16_t c = character_at(body_, suffix);
    if (is_suffix(c) && !is_township(c)) organs_.suffixes.add(c, weight);
  }

  void vote_people(std::size_t i) {
    if (character_at(body_, i + 1) == u'大') return vote_organ(i, true);
    if (character_at(body_, i + 1) != u'民') return;
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
    if (last == u'国' && character_at(body_, end - 2) == u'全') ++organs_.national;
    if (end == organ) vote_short(organ);
  }

  // Steps back over 第十届, 十六届 and the like.
  std::size_t before_number(std::size_t organ) const {
    if (organ == 0 || body_[organ - 1] != u'届') return organ;
    std::size_t i = organ - 1;
    while (i > 0 && is_numeral_part(body_[i - 1])) --i;
    if (i > 0 && body_[i - 1] == u'第') --i;
    return i;
  }

  // The name that ends before the organ, or before the number of its congress; false without one.
  bool vote_full_name(std::size_t organ, std::size_t end, bool congress) {
    const auto length = division_name_before(body_, end);
    if (length == 0) return false;
    const auto begin = end - length;
    const auto name = body_.substr(begin, length);
    if (congress && is_guiding(body_, organ)) votes_.add_guide(name, begin);  // 在扬州市人大常委会的指导和江都市委的领导下
    else if (!is_committee_above(organ)) votes_.add(name, begin, is_second_committee(organ, begin) ? kTwoStepVote : weight_of(organ, congress));
    vote_parents(begin);
    return true;
  }

  // 金华市委和永康市委: the last one is the own.
  bool is_committee_above(std::size_t organ) const {
    return body_[organ] == u'委' && is_joint(character_at(body_, organ + 1)) && has(body_.substr(organ + 2, 8), u"委");
  }
  bool is_second_committee(std::size_t organ, std::size_t name) const { return body_[organ] == u'委' && name >= 3 && is_joint(body_[name - 1]) && body_[name - 2] == u'委'; }
  static bool is_joint(char16_t c) { return c == u'和' || c == u'、'; }

  int weight_of(std::size_t organ, bool congress) const {
    if (is_in_title(organ)) return kTitleVote;
    return is_date_line(organ) ? kDateLineVote : congress ? kOrganVote : kOrganVote / 4;
  }

  bool is_in_title(std::size_t organ) const { return r_.title_span.contains(static_cast<std::uint32_t>(organ - 1)); }

  bool is_date_line(std::size_t organ) const {
    if (organ > 600) return false;
    const auto begin = body_.rfind(u'\n', organ), end = body_.find(u'\n', organ);
    const std::size_t first = begin == kNowhere ? 0 : begin + 1;
    const auto line = body_.substr(first, end == kNowhere ? end : end - first);
    return line.size() < 80 && (has(line, u"年") || has(line, u"主任") || has(line, u"会议")) && !has(line, u"。");
  }

  // 衢州市柯城区: what stands before a name and is a name is a parent.
  void vote_parents(std::size_t begin) {
    while (const auto length = division_name_before(body_, begin)) {
      votes_.add_parent(body_.substr(begin - length, length));
      begin -= length;
    }
  }

  void vote_suffix(std::size_t end, bool in_title, bool congress) {
    const char16_t suffix = body_[end - 1];
    if (suffix == u'区' && body_.substr(0, end).ends_with(u"自治区")) organs_.suffixes.add(kRegion, in_title ? 50 : 4);
    else if (!is_township(suffix) || in_title) organs_.suffixes.add(suffix, in_title ? 50 : congress ? 3 : 1);
  }

  // 永康人民代表大会成立70周年: a short name right before the organ.
  void vote_short(std::size_t organ) {
    for (std::size_t length : {3u, 2u}) {
      if (organ < length) continue;
      const auto rows = divisions_called(body_.substr(organ - length, length), votes_.year());
      if (rows.empty()) continue;
      for (const Division* d : rows) votes_.add(d->name, organ - length, kShortOrganVote);
      return;
    }
  }

  const Reading& r_;
  std::u16string_view body_;
  Votes& votes_;
  Organs& organs_;
};

}  // namespace

void read_organs(const Reading& reading, std::u16string_view body, Votes& votes, Organs& organs) {
  const std::size_t begin = organs.body.size();
  organs.body = body;
  OrganReader(reading, votes, organs).read_from(begin);
}

bool is_guiding(std::u16string_view text, std::size_t organ) {
  const auto after = text.substr(organ, 16);
  const auto guidance = after.find(u"指导");
  return guidance != kNowhere && !has_any(after.substr(0, guidance), {u"，", u"。", u"、", u"次", u"对", u"工作"});
}

}  // namespace renda
