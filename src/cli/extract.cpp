// renda extract: reports in, tables out.
#include <chrono>
#include <optional>
#include <set>

#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/table_files.h"

namespace renda {
namespace {

namespace fs = std::filesystem;

Destination read_destination(const Options& options, const Console& console) {
  Destination out;
  if (options.format == "jsonl") out.format = TableFormat::jsonl;
  if (options.format == "xlsx") out.format = TableFormat::xlsx;
  const auto refuse_workbook = [&] {
    if (out.is_workbook()) fail_usage(console.say(message::kWorkbookIsFile), console.say(message::kWorkbookFile));
  };
  if (options.output.empty() || options.output == "-") {
    refuse_workbook();
    return out;
  }
  out.path = options.output;
  if (!out.path.has_filename()) out.path = out.path.parent_path();
  std::error_code error;
  const auto extension = out.path.extension();
  if (fs::is_directory(out.path, error) || options.output.ends_with('/')) {
    out.kind = Destination::Kind::folder;
    refuse_workbook();
    return out;
  }
  out.kind = Destination::Kind::file;
  static const std::set<std::string> kOtherFormats = {".tsv",  ".txt", ".json",    ".ods",    ".xls", ".html", ".md",
                                                      ".docx", ".pdf", ".parquet", ".sqlite", ".db",  ".dta",  ".zip"};
  if (extension == ".csv" || extension == ".jsonl" || extension == ".xlsx") {
    const auto format = extension == ".csv" ? TableFormat::csv : extension == ".jsonl" ? TableFormat::jsonl : TableFormat::xlsx;
    if (!options.format.empty() && format != out.format)
      fail_usage(console.say(message::kFormatDisagrees, options.format, out.path.filename().string()));
    out.format = format;
  } else if (kOtherFormats.count(extension.string()) > 0) {
    fail_usage(console.say(message::kUnknownOutputKind, options.output), console.say(message::kOutputKinds));
  } else {
    out.kind = Destination::Kind::folder;
    refuse_workbook();
  }
  return out;
}

RowFilter read_filter(const Options& options, const PatternSet& patterns, const Console& console) {
  RowFilter filter;
  const auto& indicators = patterns.indicators();
  if (!options.indicators.empty()) filter.indicators.assign(indicators.size(), false);
  for (const auto& id : options.indicators) {
    std::vector<std::string> known;
    bool found = false;
    for (std::size_t i = 0; i < indicators.size(); ++i) {
      known.push_back(indicators[i].id);
      if (indicators[i].id != id) continue;
      filter.indicators[i] = true;
      found = true;
    }
    if (found) continue;
    const auto near = nearest(id, known);
    fail_usage(console.say(message::kUnknownIndicator, id),
               near.empty() ? console.say(message::kListIndicators) : console.say(message::kDidYouMean, fmt::join(near, ", ")));
  }
  if (!options.scopes.empty()) filter.scopes = {};
  for (const auto& scope : options.scopes)
    for (const auto known : {Scope::own, Scope::lower, Scope::higher, Scope::site})
      if (scope == scope_name(known)) filter.scopes[static_cast<std::size_t>(known)] = true;
  return filter;
}

std::vector<std::string> read_paths(const Options& options, const Console& console) {
  auto paths = options.paths;
  if (!options.files_from.empty()) {
    if (options.files_from == "-" && std::find(paths.begin(), paths.end(), "-") != paths.end())
      fail_usage(console.say(message::kStdinTwice));
    for (auto& path : read_path_list(options.files_from, options.nul_separated)) paths.push_back(std::move(path));
  } else if (paths.empty()) {
    fail_usage(console.say(message::kNoInput), console.say(message::kSeeHelp, "renda extract"));
  }
  return paths;
}

// Files done, rate and time left, on a terminal, ten times a second. Times are shown, never written into data.
class Progress {
 public:
  Progress(Console& console, std::optional<std::uint64_t> files) : console_(console), files_(files) {}
  void step() {
    ++done_;
    const auto now = Clock::now();
    if (now - shown_ < std::chrono::milliseconds(100)) return;
    shown_ = now;
    const double seconds = std::chrono::duration<double>(now - begin_).count();
    const double rate = seconds > 0 ? static_cast<double>(done_) / seconds : 0;
    if (!files_ || rate <= 0) {
      console_.progress(console_.say(message::kProgress, done_, rate, ""));
      return;
    }
    const auto left = static_cast<std::uint64_t>(static_cast<double>(*files_ - std::min(done_, *files_)) / rate);
    console_.progress(console_.say(message::kProgressOf, done_, *files_, rate, fmt::format("{}:{:02}", left / 60, left % 60)));
  }

 private:
  using Clock = std::chrono::steady_clock;
  Console& console_;
  std::optional<std::uint64_t> files_;
  std::uint64_t done_ = 0;
  Clock::time_point begin_ = Clock::now(), shown_ = begin_;
};

// Counted only where someone looks on: walking is cheap beside reading.
std::optional<std::uint64_t> count_files(const std::vector<std::string>& paths, const std::vector<fs::path>& skip, const Console& console) {
  if (!console.errors_on_terminal || std::find(paths.begin(), paths.end(), "-") != paths.end()) return std::nullopt;
  std::uint64_t count = 0;
  FileWalk walk(paths, skip);
  for (InputFile file; walk.next(file);) ++count;
  return count;
}

// The names are walked once before anything is read: a row that fits no input is told before anything is written.
std::optional<Manifest> read_manifest(const Options& options, const std::vector<std::string>& paths, const std::vector<fs::path>& skip) {
  if (options.manifest.empty()) return std::nullopt;
  auto manifest = Manifest::load(options.manifest);
  FileWalk walk(paths, skip);
  manifest.check([&](std::string& name) {
    InputFile file;
    if (!walk.next(file)) return false;
    name = file.name;
    return true;
  });
  return manifest;
}

void report_file(const FileResult& result, Console& console) {
  const bool failed = is_failure(result.status, result.file.named);
  if (!failed && result.status != Status::warning) return;
  std::string what(status_name(result.status));
  if (!result.message.empty()) what += ": " + result.message;
  console.report({.severity = failed ? Severity::error : Severity::warning, .file = result.file.name, .message = what});
}

}  // namespace

ExitStatus run_extract(const Options& options, Console& console) {
  // All that can be wrong with the command line and the patterns is found before anything is written.
  const auto destination = read_destination(options, console);
  const auto patterns = load_patterns(options.patterns);
  const bool into_files = destination.kind != Destination::Kind::standard_output;
  TableOptions table_options;
  table_options.style = {.format = destination.format,
                         .bom = (into_files || options.excel) && !options.no_bom,
                         .crlf = options.excel,
                         .chinese_headers = options.headers == "zh"};
  if (!options.encoding.empty() && !is_known_encoding(options.encoding)) fail_usage(console.say(message::kUnknownEncoding, options.encoding));
  table_options.filter = read_filter(options, *patterns, console);
  table_options.tables = tables_for(destination);
  const TableSet tables(*patterns, table_options);
  const auto paths = read_paths(options, console);
  const std::vector<fs::path> skip = {destination.path, options.manifest};
  const auto manifest = read_manifest(options, paths, skip);

  TableFiles outputs(destination, tables);
  const BatchOptions batch{.input = {.max_size = options.max_size, .encoding = options.encoding},
                           .extract = {.any_kind = options.any_kind},
                           .manifest = manifest ? &*manifest : nullptr,
                           .threads = options.jobs};
  Progress progress(console, count_files(paths, skip, console));
  FileWalk walk(paths, skip);
  const auto total = run_batch(walk, *patterns, tables, batch, [&](FileResult& result) {
    outputs.add(result);
    report_file(result, console);
    progress.step();
  });
  for (const auto& note : outputs.commit())
    console.report({.severity = Severity::note, .file = destination.path.string(), .message = console.language == Language::zh ? note.zh : note.en});
  console.error_line(console.say(message::kSummary, total.files, total.reports, total.observations, total.counts.unmatched,
                                 total.counts.numbers, total.failures));
  if (total.failures > 0) return ExitStatus::inputs_failed;
  return options.fail_if_empty && total.observations == 0 ? ExitStatus::empty : ExitStatus::ok;
}

}  // namespace renda
