// read_jurisdiction(): the division a report speaks for. Names before an organ (永康市人大常委会, 衢州市柯城区第十届人民代表大会) vote, those of title and
// date line most; own suffixes (我县, 市人大常委会) and what lies below (镇（街道）, 县（市、区）) tell the level; parents tell places of one name apart.
// Each of these steps has a file of its own.
#include "facts/bare_names.h"
#include "facts/candidates.h"
#include "facts/dates.h"
#include "facts/own_level.h"
#include "facts/reading.h"
#include "facts/township.h"
#include "text/utf.h"

namespace renda {
namespace {

constexpr std::size_t kRead = 5000;  // characters of the body that vote

// Title or date line say it, and only one division bears the name.
bool is_told(const Votes& votes) {
  const auto* top = votes.top();
  return top != nullptr && top->second.weight >= kDateLineVote && divisions_named(top->first, votes.year()).size() == 1;
}

// Townships have no code of six digits: their name is kept, their county is the division above.
void settle_township(const Reading& reading, std::u16string_view body, Votes& votes, Facts& facts) {
  const Span span = township_name(reading);
  const auto name = reading.text.substr(span.begin, span.size());
  if (!name.empty()) facts.evidence.push_back({"division", to_utf8(name), "township organ", span});
  vote_county_of_township(reading, name, votes);
  votes.take_guides_for_own();
  facts.level = Level::county;
  settle_division(body, 0, votes, facts);
  facts.level = Level::township;
  facts.division = to_utf8(name);
  facts.division_code.clear();
  if (facts.body == "standing_committee") facts.body = has(reading.head, u"主席团") ? "presidium" : "congress";  // the one named is the county's
}

void settle_national(Facts& facts) {
  facts.division = "全国";
  facts.evidence.push_back({"level", "national", "organ", {}});
}

}  // namespace

void read_jurisdiction(const Reading& reading, std::string_view file, Level given, Facts& facts) {
  Votes votes(year_of(facts.period.end.empty() ? facts.period.start : facts.period.end));
  Organs organs;
  // Title and opening say it in most reports; only where they do not is the body read.
  read_organs(reading, reading.head, votes, organs);
  read_bare_names(reading, file, facts.teller, votes);
  if (!is_told(votes)) read_organs(reading, reading.text.substr(0, kRead), votes, organs);
  facts.level = given != Level::unknown ? given : read_level(reading, organs, votes);
  switch (facts.level) {
    case Level::national: return settle_national(facts);
    case Level::township: return settle_township(reading, organs.body, votes, facts);
    default: return settle_division(organs.body, organs.suffixes.strongest(), votes, facts);
  }
}

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
