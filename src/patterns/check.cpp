// check_patterns(): runs the examples that pattern files carry.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "patterns/compiled.h"
#include "renda/layout.h"
#include "text/utf.h"

namespace renda {
namespace {

using Values = std::vector<std::pair<std::string, std::string>>;

std::vector<Match> match_example(const std::string& text, const PatternSet& patterns, std::vector<Quantity>& quantities, Document& document) {
  SourceText source;
  source.text = to_utf16(text);
  document = repair_layout(std::move(source));
  const Structure structure = read_structure(document);
  quantities = read_quantities(document.text, patterns.measure_words());
  return find_matches(document, structure, Facts{}, quantities, patterns);
}

std::string list(const Values& values) {
  std::string out;
  for (const auto& [value, unit] : values) out += (out.empty() ? "" : ", ") + value + unit;
  return out.empty() ? "none" : out;
}

}  // namespace

CheckReport check_patterns(const PatternSet& patterns) {
  const auto& compiled = patterns.compiled();
  CheckReport report;
  std::set<std::string> touched;
  for (std::size_t n = 0; n < compiled.definitions.indicators.size(); ++n) {
    const auto& indicator = compiled.definitions.indicators[n];
    ++report.indicators;
    for (const auto& example : indicator.examples) {
      ++report.examples;
      Document document;
      std::vector<Quantity> quantities;
      Values found;
      std::string why;
      for (const Match& m : match_example(example.text, patterns, quantities, document)) {
        touched.emplace(m.pattern);
        const Quantity& q = quantities[m.quantity];
        const std::string unit = quote_unit(document, q);
        if (m.outcome == Outcome::observed && m.indicator == static_cast<std::int32_t>(n)) found.emplace_back(q.value.text(), unit);
        const std::string id = m.indicator >= 0 ? compiled.indicators[static_cast<std::size_t>(m.indicator)].id : m.reason;
        why += fmt::format("{}{}{}: {} {}", why.empty() ? "" : "; ", q.value.text(), unit, outcome_name(m.outcome), id);
      }
      Values wanted = example.expect;
      std::sort(found.begin(), found.end());
      std::sort(wanted.begin(), wanted.end());
      const bool right = found == wanted;
      report.todo += example.todo;
      if (right != example.todo) continue;
      report.failed += 1;
      Diagnostic d;
      d.file = compiled.definitions.files[example.place.file];
      d.line = example.place.line;
      d.column = example.place.column;
      d.message = example.todo ? fmt::format("'{}' is marked todo but passes: promote it", example.text)
                               : fmt::format("{}: expected {}, found {} in '{}'", indicator.id, list(wanted), list(found), example.text);
      d.hint = why;
      report.diagnostics.push_back(std::move(d));
    }
  }
  for (const Reading& reading : compiled.readings)
    if (reading.indicator >= 0 && touched.count(reading.id) == 0) report.untouched.push_back(reading.id);
  return report;
}

}  // namespace renda
