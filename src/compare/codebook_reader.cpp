#include "compare/codebook_reader.h"

#include <fmt/format.h>

#include "text/utf.h"

namespace renda {
namespace {

constexpr std::string_view kPlaces = "places", kRates[] = {"%", "‰"};

// "a|b|c" in turn.
template <typename Visit>
void each_of(std::string_view joined, const Visit& visit) {
  while (!joined.empty()) {
    const auto bar = joined.find('|');
    visit(joined.substr(0, bar));
    joined = bar == std::string_view::npos ? std::string_view() : joined.substr(bar + 1);
  }
}

bool has_kind(std::string_view kinds, std::string_view wanted) {
  bool found = false;
  each_of(kinds, [&](std::string_view kind) { found = found || kind == wanted; });
  return found;
}

}  // namespace

KnownIds CodebookReader::read(const std::string& path) {
  const auto columns = table_columns(TableId::indicators, patterns_);
  enum { kId, kCategory, kNameZh, kNameEn, kUnit, kUnits };
  const auto records = open_records(path, {columns.begin(), columns.begin() + kUnits + 1});
  KnownIds known;
  while (records->next()) {
    ComparedIndicator indicator{
        .id = records->cell(kId), .name_zh = records->cell(kNameZh), .name_en = records->cell(kNameEn), .unit = records->cell(kUnit)};
    known.insert(indicator.id);
    add(std::move(indicator), records->cell(kUnits), records->place(kUnit));
  }
  return known;
}

KnownIds CodebookReader::from_patterns() {
  KnownIds known;
  for (const auto& indicator : patterns_.indicators()) {
    std::string units;
    for (const auto& unit : indicator.units) units.append(units.empty() ? "" : "|").append(unit);
    known.insert(indicator.id);
    add({.id = indicator.id, .name_zh = indicator.name_zh, .name_en = indicator.name_en, .unit = indicator.unit}, units, {});
  }
  return known;
}

void CodebookReader::add(ComparedIndicator indicator, const std::string& units, const Diagnostic& where) {
  const auto [slot, is_new] = index_.emplace(indicator.id, static_cast<std::uint32_t>(indicators_.size()));
  if (is_new) {
    indicator.is_flow = is_flow(indicator.unit, units);
    indicators_.push_back(std::move(indicator));
    sources_.push_back(where.file.empty() ? "patterns" : where.file);
    return;
  }
  const auto& before = indicators_[slot->second];
  if (!compares(before.unit, indicator.unit))
    throw Error(where, {fmt::format("{} counts {} here but {} in {}: they do not compare", indicator.id, indicator.unit, before.unit, sources_[slot->second]),
                        fmt::format("{} 在这里以 {} 计，而以 {} 计于 {}：不能比较", indicator.id, indicator.unit, before.unit, sources_[slot->second])});
}

std::string CodebookReader::kinds_of(const std::string& unit) const {
  const auto word = to_utf16(unit);
  const auto& words = patterns_.measure_words();
  const auto [index, length] = words.find(word, 0);
  return length == word.size() && index > 0 ? words.words[index].kind : std::string();
}

bool CodebookReader::compares(const std::string& a, const std::string& b) const {
  if (a == b) return true;
  const auto kinds = kinds_of(b);
  bool found = false;
  each_of(kinds_of(a), [&](std::string_view kind) { found = found || has_kind(kinds, kind); });
  return found;
}

// A percentage is a level, and so is the number of places that stand (stations: every unit they take counts places). Neither grows with
// the length of the period.
bool CodebookReader::is_flow(const std::string& unit, const std::string& units) const {
  for (const auto rate : kRates)
    if (unit == rate) return false;
  bool all_places = true;
  each_of(units.empty() ? unit : units, [&](std::string_view word) { all_places = all_places && has_kind(kinds_of(std::string(word)), kPlaces); });
  return !all_places;
}

}  // namespace renda
