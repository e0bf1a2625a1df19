// What a manifest gives takes the place of what the text says, and the difference is told.
#include <fmt/format.h>

#include <algorithm>

#include "facts/dates.h"
#include "facts/kinds.h"
#include "facts/reading.h"
#include "text/utf.h"

namespace renda {
namespace {

using F = GivenFact;

void note(const Given& given, F fact, std::string name, std::string value, Facts& facts) { facts.evidence.push_back({std::move(name), std::move(value), given.place(fact), {}}); }

bool is_within_year(const std::string& kind) { return kind == "annual" || kind == "half" || kind == "quarter"; }

// Years without a word on the kind: one year is annual, several are a term where the text speaks of one. Within a year dates say it: six months
// are a half, three a quarter.
std::string kind_of(const std::string& start, const std::string& end, const std::string& by_text) {
  if (year_of(start) != year_of(end)) return by_text == "term" ? "term" : "multi";
  if (start.size() == 4 && end.size() == 4) return is_within_year(by_text) ? by_text : "annual";
  const auto from = start.size() == 4 ? "01-01" : start.substr(5), to = end.size() == 4 ? "12-31" : end.substr(5);
  const auto is = [&](std::initializer_list<std::pair<std::string_view, std::string_view>> spans) {
    return std::any_of(spans.begin(), spans.end(), [&](const auto& span) { return from == span.first && to == span.second; });
  };
  if (is({{"01-01", "12-31"}})) return "annual";
  if (is({{"01-01", "06-30"}, {"07-01", "12-31"}})) return "half";
  if (is({{"01-01", "03-31"}, {"04-01", "06-30"}, {"07-01", "09-30"}, {"10-01", "12-31"}})) return "quarter";
  return "multi";
}

// The years that the text gives, as far as a kind allows them.
void keep_years(const std::string& kind, Period& period) {
  if (kind == "unknown") period.start.clear(), period.end.clear();
  if (is_within_year(kind) && year_of(period.start) != year_of(period.end)) period.start = period.end;
}

}  // namespace

void take_given_setting(const Given& given, Facts& facts) {
  if (given.has(F::kind)) {
    facts.kind = given[F::kind];
    facts.is_report = is_account(facts.kind);
    facts.message = facts.is_report ? "" : "not a report of a congress: " + facts.kind;
    note(given, F::kind, "kind", facts.kind, facts);
  }
  const std::pair<F, std::string Facts::*> kTexts[] = {{F::body, &Facts::body}, {F::congress, &Facts::congress}, {F::session, &Facts::session}, {F::report_date, &Facts::report_date}};
  for (const auto& [fact, field] : kTexts) {
    if (!given.has(fact)) continue;
    facts.*field = given[fact];
    note(given, fact, std::string(given_fact_name(fact)), given[fact], facts);
  }
}

void take_given_period(const Given& given, Facts& facts) {
  const auto &kind = given[F::period_kind], &start = given[F::period_start], &end = given[F::period_end];
  if (kind.empty() && start.empty() && end.empty()) return;
  Period& p = facts.period;
  const Period by_text = p;
  if (start.empty() && end.empty()) {
    keep_years(kind, p);
  } else {
    const bool one_year = is_within_year(kind) || (kind.empty() && by_text.kind != "term" && by_text.kind != "multi");
    p.start = !start.empty() ? start : one_year ? end.substr(0, 4) : year_of(by_text.start) <= year_of(end) ? by_text.start : "";
    p.end = !end.empty() ? end : one_year ? start.substr(0, 4) : year_of(by_text.end) >= year_of(start) ? by_text.end : "";
  }
  if (!kind.empty()) p.kind = kind;
  else if (!p.start.empty() && !p.end.empty()) p.kind = kind_of(p.start, p.end, by_text.kind);
  p.source = "manifest";
  const F from = !end.empty() ? F::period_end : !start.empty() ? F::period_start : F::period_kind;
  note(given, from, "period", fmt::format("{} {}-{}", p.kind, p.start, p.end), facts);
}

void take_given_division(const Given& given, Facts& facts) {
  const Level level = level_named(given[F::level]);
  const auto &code = given[F::division_code], &name = given[F::division];
  const int year = year_of(facts.period.end.empty() ? facts.period.start : facts.period.end);
  if (level == Level::national) facts.division = "全国";
  if (!code.empty()) {
    const bool township = level == Level::township;
    const std::string by_text = facts.level == Level::township ? facts.division : std::string();
    take_division(*division_of_code(code, year), year, facts);
    if (township) facts.level = level, facts.division = by_text, facts.division_code.clear();
    // The candidates of an ambiguous name are settled.
    if (const auto ambiguous = facts.message.find("division ambiguous"); ambiguous != std::string::npos) facts.message.erase(ambiguous > 1 ? ambiguous - 2 : 0);
    note(given, F::division_code, "division", code + " " + (township ? name : facts.division), facts);
  }
  if (level == Level::township && !name.empty()) {
    facts.division = name;
    if (code.empty()) note(given, F::division, "division", name, facts);
  }
  if (level != Level::unknown) note(given, F::level, "level", given[F::level], facts);
}

void note_contradictions(const Facts& by_text, const Given& given, Facts& facts) {
  const std::pair<F, std::string> kSaid[] = {
      {F::division_code, by_text.division_code},
      {F::division, by_text.division},
      {F::level, std::string(level_name(by_text.level))},
      {F::body, by_text.body},
      {F::congress, by_text.congress},
      {F::session, by_text.session},
      {F::kind, by_text.kind == "other" ? std::string() : by_text.kind},
      {F::report_date, by_text.report_date},
      {F::period_kind, by_text.period.kind == "unknown" ? std::string() : by_text.period.kind},
      {F::period_start, by_text.period.start},
      {F::period_end, by_text.period.end},
  };
  for (const auto& [fact, said] : kSaid) {
    const auto& value = given[fact];
    if (value.empty() || said.empty() || value == said) continue;
    const bool of_period = fact == F::period_kind || fact == F::period_start || fact == F::period_end;
    const auto source = of_period && by_text.period.source != "text" ? fmt::format("the {}", by_text.period.source) : std::string("the text");
    facts.message += fmt::format("{}{}: the manifest says {}, {} {}", facts.message.empty() ? "" : "; ", given_fact_name(fact), value, source, said);
  }
}

}  // namespace renda
