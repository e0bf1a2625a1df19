// renda compare: written tables in, a comparison out.
#include "renda/compare.h"

#include <algorithm>
#include <filesystem>
#include <optional>

#include "cli/commands.h"
#include "cli/messages.h"
#include "tables/output.h"

namespace renda {
namespace {

namespace fs = std::filesystem;

struct Destination {
  std::string path;  // empty = stdout
  CompareFormat format = CompareFormat::csv;
};

std::optional<CompareFormat> format_named(std::string_view name) {
  static constexpr std::pair<std::string_view, CompareFormat> kNames[] = {{"table", CompareFormat::table}, {"txt", CompareFormat::table},
                                                                          {"csv", CompareFormat::csv},     {"tsv", CompareFormat::tsv},
                                                                          {"jsonl", CompareFormat::jsonl}, {"md", CompareFormat::md}};
  for (const auto& [known, format] : kNames)
    if (name == known) return format;
  return std::nullopt;
}

Destination read_destination(const Options& options, const Console& console) {
  Destination out;
  const auto given = format_named(options.format);
  if (options.output.empty() || options.output == "-") {
    out.format = given.value_or(console.output_on_terminal ? CompareFormat::table : CompareFormat::csv);
    return out;
  }
  out.path = options.output;
  std::error_code error;
  if (fs::is_directory(out.path, error) || options.output.ends_with('/'))
    fail_usage(console.say(message::kUnknownOutputKind, options.output), console.say(message::kCompareOutputKinds));
  const auto extension = fs::path(out.path).extension().string();
  const auto named = format_named(extension.empty() ? extension : extension.substr(1));
  if (!named && !given) fail_usage(console.say(message::kUnknownOutputKind, options.output), console.say(message::kCompareOutputKinds));
  if (named && given && *named != *given)
    fail_usage(console.say(message::kFormatDisagrees, options.format, fs::path(out.path).filename().string()));
  out.format = named.value_or(given.value_or(CompareFormat::csv));
  return out;
}

Runs read_tables(const Options& options, const PatternSet& patterns, const Console& console) {
  if (options.paths.empty()) fail_usage(console.say(message::kCompareNoInput), console.say(message::kSeeHelp, "renda compare"));
  if (std::count(options.paths.begin(), options.paths.end(), "-") > 1) fail_usage(console.say(message::kCompareStdinTwice));
  return read_runs(options.paths, patterns);
}

std::vector<std::uint32_t> choose_indicators(const Options& options, const Runs& runs, const Console& console) {
  std::vector<std::uint32_t> out;
  std::vector<std::string> known;
  for (const auto& indicator : runs.indicators) known.push_back(indicator.id);
  for (const auto& id : options.indicators) {
    const auto found = std::find(known.begin(), known.end(), id);
    if (found == known.end()) {
      const auto near = nearest(id, known);
      fail_usage(console.say(message::kUnknownIndicator, id),
                 near.empty() ? console.say(message::kListIndicators) : console.say(message::kDidYouMean, fmt::join(near, ", ")));
    }
    const auto index = static_cast<std::uint32_t>(found - known.begin());
    if (std::find(out.begin(), out.end(), index) == out.end()) out.push_back(index);
  }
  return out;
}

CompareOptions read_compare_options(const Options& options, const Console& console) {
  CompareOptions out;
  out.annualised = options.annualise;
  out.long_form = options.long_form;
  out.change = options.change;
  out.rank = options.rank;
  out.median = options.median;
  if (!options.by.empty()) out.by = options.by == "province" ? GroupBy::province : GroupBy::prefecture;
  if (options.by.empty() && !options.statistics.empty()) fail_usage(console.say(message::kCompareStatisticAlone));
  if (!options.by.empty() && options.change) fail_usage(console.say(message::kCompareChangeOfGroups), console.say(message::kCompareChangeHint));
  if (!options.statistics.empty()) out.statistics.clear();
  for (const auto& name : options.statistics)
    for (const auto statistic : {Statistic::sum, Statistic::mean, Statistic::median})
      if (name == statistic_name(statistic) && std::find(out.statistics.begin(), out.statistics.end(), statistic) == out.statistics.end())
        out.statistics.push_back(statistic);
  return out;
}

// What a reader should know of the reports, on stderr: left out, set aside, contradicting each other.
class Notices {
 public:
  Notices(const Panel& panel, Console& console) : panel_(panel), runs_(panel.runs), console_(console) {}

  void alone() {
    for (const auto& name : runs_.alone)
      console_.report({.severity = Severity::note, .file = name, .message = console_.say(message::kCompareAlone)});
  }
  void unplaced() {
    for (const auto& report : runs_.unplaced) {
      std::string why;
      const auto add = [&](const Message& reason) { why.append(why.empty() ? "" : ", ").append(reason.in(console_.language)); };
      if (report.no_division) add(message::kCompareNoDivision);
      if (report.no_county) add(message::kCompareNoCounty);
      if (report.no_period) add(message::kCompareNoPeriod);
      auto text = console_.say(message::kCompareLeftOut, why);
      if (!report.message.empty()) text += " (" + report.message + ")";
      warn(runs_.name_of(report.run, report.file), text);
    }
  }
  void set_aside() {
    for (const auto& [loser, winner] : panel_.set_aside) {
      const auto &account = runs_.accounts[loser], &other = runs_.accounts[winner];
      const auto& message = account.fullness < other.fullness ? message::kCompareSetAside : message::kCompareSetAsideByName;
      warn(name_of(account), console_.say(message, account.division.name, label(account), name_of(other), other.fullness, account.fullness));
    }
  }
  void without_group(GroupBy by) {
    const auto divisions = renda::without_group(panel_, by);
    if (divisions.empty()) return;
    std::string names;
    for (const auto* division : divisions) names.append(names.empty() ? "" : ", ").append(division->name);
    warn("", console_.say(by == GroupBy::province ? message::kCompareNoProvince : message::kCompareNoPrefecture, names));
  }
  void contradictions(const std::vector<Contradiction>& found, const std::vector<std::uint32_t>& chosen) {
    for (const auto& c : found) {
      if (!chosen.empty() && std::find(chosen.begin(), chosen.end(), c.indicator) == chosen.end()) continue;
      const auto &part = runs_.accounts[c.part], &whole = runs_.accounts[c.whole];
      const auto& indicator = runs_.indicators[c.indicator].id;
      const auto *finding = part.find(c.indicator), *other = whole.find(c.indicator);
      const auto text = c.check == "term_not_sum"
                            ? console_.say(message::kCompareNotSum, part.division.name, indicator, label(whole), c.whole_value.text(), c.part_value.text())
                            : console_.say(message::kCompareOver, part.division.name, indicator, label(part), c.part_value.text(), label(whole),
                                           c.whole_value.text(), name_of(whole), other->line);
      warn(name_of(part), text, finding->line, finding->column);
    }
  }
  std::uint64_t count() const { return count_; }

 private:
  std::string name_of(const Account& account) const { return runs_.name_of(account.run, account.file); }
  std::string label(const Account& account) const { return account.period.label(console_.language == Language::zh); }
  void warn(const std::string& file, std::string text, std::uint32_t line = 0, std::uint32_t column = 0) {
    ++count_;
    console_.report({.severity = Severity::warning, .file = file, .line = line, .column = column, .message = std::move(text)});
  }
  const Panel& panel_;
  const Runs& runs_;
  Console& console_;
  std::uint64_t count_ = 0;
};

void refuse_own_input(const std::string& output, const Runs& runs, const Console& console) {
  for (const auto& table : runs.tables) {
    std::error_code error;
    if (fs::equivalent(output, table, error)) fail_usage(console.say(message::kCompareOwnInput, output));
  }
}

}  // namespace

ExitStatus run_compare(const Options& options, Console& console) {
  // Everything is read and judged before anything is written.
  const auto destination = read_destination(options, console);
  auto compare_options = read_compare_options(options, console);
  const auto patterns = load_patterns(options.patterns);
  auto runs = read_tables(options, *patterns, console);
  if (!destination.path.empty()) refuse_own_input(destination.path, runs, console);
  compare_options.indicators = choose_indicators(options, runs, console);
  if (options.conflicts == "primary") keep_conflicts(runs);
  auto panel = align(std::move(runs));
  const auto contradictions = check_accounts(panel);
  Notices notices(panel, console);
  notices.alone();
  notices.unplaced();
  notices.set_aside();
  notices.without_group(compare_options.by);
  notices.contradictions(contradictions, compare_options.indicators);
  if (options.annualise) annualise(panel);

  const bool is_file = !destination.path.empty();
  CompareStyle style{.format = destination.format,
                     .bom = (is_file || options.excel) && !options.no_bom,
                     .crlf = options.excel,
                     .chinese_headers = options.headers == "zh",
                     .width = is_file ? 80 : console.width};
  if (style.format == CompareFormat::table) style.legend = console.say(message::kCompareLegend);
  if (is_file) {
    const fs::path path = destination.path;
    const auto name = path.filename().string();
    const auto folder = path.parent_path();
    Output file(folder.empty() ? fs::path(".") : folder, {name}, "." + name + ".renda.lock");
    write_compared(panel, compare_options, style, [&](std::string_view bytes) { file.write(0, bytes); });
    file.commit();
  } else {
    StandardOutput standard_output;
    write_compared(panel, compare_options, style, [&](std::string_view bytes) { standard_output.write(bytes); });
    standard_output.flush();
  }
  console.error_line(console.say(message::kCompareSummary, panel.runs.reports, panel.runs.names.size(), panel.divisions.size(), panel.periods.size(),
                                 panel.set_aside.size(), panel.runs.unplaced.size(), notices.count()));
  return ExitStatus::ok;
}

}  // namespace renda
