// renda patterns: the dictionary, and the examples its files carry.
#include <fmt/ranges.h>

#include <algorithm>

#include "cli/commands.h"
#include "cli/messages.h"
#include "renda/table.h"
#include "tables/output.h"
#include "text/utf.h"

namespace renda {
namespace {

std::string padded(const std::string& text, int width) {
  return text + std::string(static_cast<std::size_t>(std::max(0, width - display_width(text))), ' ');
}

}  // namespace

std::shared_ptr<const PatternSet> load_patterns(const std::string& folder) {
  return folder.empty() ? PatternSet::builtin() : PatternSet::with_folder(folder);
}

ExitStatus run_patterns_list(const Options& options, Console& console) {
  const auto patterns = load_patterns(options.patterns);
  std::string out;
  if (options.format == "csv") {
    const auto columns = table_columns(TableId::indicators, *patterns);
    const auto rows = make_row_writer({}, columns, out);
    rows->header();
    write_indicators(*rows, *patterns);
  } else {
    std::vector<std::array<std::string, 4>> rows = {{console.say(message::kId), console.say(message::kUnit),
                                                     std::string(message::kName.in(Language::zh)),
                                                     std::string(message::kName.in(Language::en))}};
    for (const auto& indicator : patterns->indicators())
      rows.push_back({indicator.id, indicator.unit, indicator.name_zh, indicator.name_en});
    std::array<int, 3> widths{};
    for (const auto& row : rows)
      for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = std::max(widths[i], display_width(row[i]));
    for (const auto& row : rows) {
      std::string line;
      for (std::size_t i = 0; i < widths.size(); ++i) line += padded(row[i], widths[i] + 2);
      line += row.back();
      line.erase(line.find_last_not_of(' ') + 1);
      out += escape_controls(line) + "\n";
    }
  }
  StandardOutput standard_output;
  standard_output.write(out);
  standard_output.flush();
  return ExitStatus::ok;
}

ExitStatus run_patterns_check(const Options& options, Console& console) {
  const auto patterns = load_patterns(options.patterns);
  const auto report = check_patterns(*patterns);
  for (const auto& diagnostic : report.diagnostics) console.report(diagnostic);
  if (!report.untouched.empty())
    console.error_line(
        console.say(message::kUntouched, report.untouched.size(), fmt::format("{}", fmt::join(report.untouched, ", "))));
  StandardOutput standard_output;
  standard_output.write(console.say(message::kCheckTotals, report.indicators, report.examples, report.failed, report.todo) +
                        "\n");
  standard_output.flush();
  const bool any_error = std::any_of(report.diagnostics.begin(), report.diagnostics.end(),
                                     [](const Diagnostic& diagnostic) { return diagnostic.severity == Severity::error; });
  return report.failed > 0 || any_error ? ExitStatus::usage : ExitStatus::ok;
}

}  // namespace renda
