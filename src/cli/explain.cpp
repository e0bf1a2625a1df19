// renda explain: one report, every number marked by what it was taken for, and below each sentence why.
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>

#include "cli/commands.h"
#include "cli/messages.h"
#include "renda/batch.h"
#include "tables/cells.h"
#include "tables/output.h"
#include "text/utf.h"

namespace renda {
namespace {

namespace fs = std::filesystem;

// FILE or FILE:LINE; a file of the whole name goes first.
struct Target {
  std::string path;
  std::uint32_t line = 0;  // 0 = all
};

Target read_target(const std::string& word) {
  Target target{.path = word};
  std::error_code error;
  const auto colon = word.rfind(':');
  if (colon == std::string::npos || colon == 0 || fs::exists(word, error)) return target;
  std::uint32_t line = 0;
  const auto* end = word.data() + word.size();
  const auto read = std::from_chars(word.data() + colon + 1, end, line);
  if (read.ec != std::errc() || read.ptr != end || line == 0) return target;
  return {.path = word.substr(0, colon), .line = line};
}

std::string_view colour_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::observed:
      return "\x1b[1;32m";
    case Outcome::planned:
      return "\x1b[36m";
    case Outcome::ignored:
      return "\x1b[90m";
    case Outcome::unmatched:
      return "\x1b[1;33m";
  }
  return "";
}

// Everything that is shown goes through `out`; text of the report always through quote(), which lets no control character pass.
class Explanation {
 public:
  Explanation(const Extraction& report, const PatternSet& patterns, const Console& console)
      : report_(report), document_(report.document), patterns_(patterns), console_(console) {
    Matches matches(report.matches);
    for (std::uint32_t i = 0; i < report.quantities.size(); ++i) matches_.push_back(matches.of(i));
    rows_.resize(report.quantities.size());
    for (const auto& row : report.observations) rows_[row.quantity].push_back(&row);
  }

  std::string all() {
    facts();
    for (const auto& sentence : report_.structure.sentences) this->sentence(sentence, numbers_of(sentence.span));
    const auto counts = count_numbers(report_);
    out_ += fmt::format("\n{}\n", console_.say(message::kExplainTotals, counts.numbers, counts.observed, counts.planned,
                                               counts.ignored, counts.unmatched));
    return std::move(out_);
  }

  std::string number(std::uint32_t index) {
    const auto at = report_.quantities[index].span.begin;
    for (const auto& sentence : report_.structure.sentences)
      if (sentence.span.contains(at)) this->sentence(sentence, {index});
    return std::move(out_);
  }

  // The sentences that touch a line of the source; empty where none does.
  std::string line(std::uint32_t wanted) {
    for (const auto& sentence : report_.structure.sentences) {
      if (sentence.span.empty()) continue;
      const auto first = document_.locate({sentence.span.begin, sentence.span.begin + 1}).line;
      const auto last = document_.locate({sentence.span.end - 1, sentence.span.end}).line;
      if (std::min(first, last) <= wanted && wanted <= std::max(first, last)) this->sentence(sentence, numbers_of(sentence.span));
    }
    return std::move(out_);
  }

 private:
  std::string quote(Span span) const { return escape_controls(document_.quote(span)); }
  std::string place(Span span) const {
    const auto at = document_.locate(span);
    return at.page > 0 ? fmt::format("{}:{}:{}", at.page, at.line, at.column) : fmt::format("{}:{}", at.line, at.column);
  }

  std::vector<std::uint32_t> numbers_of(Span span) const {
    const auto& all = report_.quantities;
    auto first = std::lower_bound(all.begin(), all.end(), span.begin,
                                  [](const Quantity& q, std::uint32_t at) { return q.span.begin < at; });
    std::vector<std::uint32_t> out;
    for (; first != all.end() && first->span.begin < span.end; ++first)
      out.push_back(static_cast<std::uint32_t>(first - all.begin()));
    return out;
  }

  void facts() {
    const auto& source = document_.source;
    const auto& facts = report_.facts;
    out_ += fmt::format("{}: {}, {}, {}\n", escape_controls(source.name), status_name(report_status(report_)), source.format,
                        source.encoding);
    const auto line = [this](std::string_view name, const std::string& value) {
      if (!value.empty()) out_ += fmt::format("  {:<12} {}\n", name, escape_controls(value));
    };
    line("message", report_message(report_));
    line("title", document_.quote(report_.structure.title));
    line("division",
         fmt::format("{}", fmt::join(non_empty({facts.division, facts.division_code, std::string(level_name(facts.level)),
                                                facts.province, facts.prefecture, facts.county}),
                                     "  ")));
    line("body", fmt::format("{}", fmt::join(non_empty({facts.body, facts.congress, facts.session}), "  ")));
    line("kind", facts.kind);
    line("report_date", facts.report_date);
    line("period",
         fmt::format("{}",
                     fmt::join(non_empty({facts.period.kind, facts.period.start, facts.period.end, facts.period.source}), "  ")));
    for (const auto& evidence : facts.evidence)
      out_ += fmt::format("  {:>12} = {}  ({})  {} {}\n", evidence.fact, escape_controls(evidence.value),
                          escape_controls(evidence.rule), evidence.span.empty() ? std::string() : place(evidence.span),
                          quote(evidence.span));
    out_ += "\n";
  }

  static std::vector<std::string> non_empty(std::vector<std::string> values) {
    values.erase(std::remove(values.begin(), values.end(), std::string()), values.end());
    return values;
  }

  // The sentence with all its numbers marked, and a line for each of `explained`.
  void sentence(const Sentence& sentence, const std::vector<std::uint32_t>& explained) {
    out_ += fmt::format("{:<8}", place(sentence.span));
    auto at = sentence.span.begin;
    for (const auto index : numbers_of(sentence.span)) {
      const auto span = report_.quantities[index].span;
      const auto outcome = ledger_class(matches_[index]);
      out_ += quote({at, span.begin});
      out_ += console_.colour ? fmt::format("{}{}\x1b[0m", colour_of(outcome), quote(span))
                              : fmt::format("[{}:{}]", quote(span), outcome_name(outcome));
      at = span.end;
    }
    if (at < sentence.span.end) out_ += quote({at, sentence.span.end});
    out_ += "\n";
    for (const auto index : explained) this->number_lines(index);
  }

  static bool same(const Period& a, const Period& b) { return a.kind == b.kind && a.start == b.start && a.end == b.end; }

  // One line per match: class, value and unit, indicator, scope, pattern or reason.
  void number_lines(std::uint32_t index) {
    const auto& quantity = report_.quantities[index];
    auto value = quantity.value.text();
    if (!quantity.unit.empty()) value.append(" ").append(quote(quantity.unit));
    const auto bounds = quantity.approx == Approx::exact ? std::string() : fmt::format("  {}", approx_name(quantity.approx));
    const auto head = [&](Outcome outcome) {
      const auto name = fmt::format("{:<9}", outcome_name(outcome));
      out_ += fmt::format("        #{:<4} {}  {}{}", index + 1,
                          console_.colour ? fmt::format("{}{}\x1b[0m", colour_of(outcome), name) : name, value, bounds);
    };
    for (const auto& match : matches_[index]) {
      head(match.outcome);
      if (match.indicator >= 0) {
        const auto id = static_cast<std::uint32_t>(match.indicator);
        out_ += fmt::format("  {} {}", patterns_.indicators()[id].id, patterns_.indicators()[id].name_zh);
        for (const auto* row : rows_[index]) {
          if (row->indicator != id) continue;
          out_ += fmt::format("  {}{}", scope_name(row->scope), row->primary ? " primary" : "");
          if (!same(row->period, report_.facts.period)) out_ += fmt::format("  {} {}-{}", row->period.kind, row->period.start, row->period.end);
          if (!row->flags.empty()) out_ += fmt::format("  {}", fmt::join(row->flags, "|"));
        }
      }
      if (!match.mention.empty() && match.outcome != Outcome::unmatched && match.indicator >= 0)
        out_.append("  ").append(quote(match.mention));
      for (const std::string_view why : {match.pattern, std::string_view(match.reason)})
        if (!why.empty()) out_.append("  ").append(escape_controls(why));
      out_ += "\n";
    }
    if (matches_[index].empty()) {
      head(Outcome::unmatched);
      out_ += "\n";
    }
  }

  const Extraction& report_;
  const Document& document_;
  const PatternSet& patterns_;
  const Console& console_;
  std::vector<std::span<const Match>> matches_;
  std::vector<std::vector<const Observation*>> rows_;
  std::string out_;
};

// What a manifest says of the file. Its rows bear names as the column `file` has them, which begin somewhere on the way to the file: the longest
// ending of the path that a row names counts, else the longest that a glob fits.
Given read_given(const Options& options, const std::string& path, Console& console) {
  if (options.manifest.empty()) return {};
  const auto manifest = Manifest::load(options.manifest);
  std::vector<std::string> endings = {path};
  for (auto slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) endings.push_back(path.substr(slash + 1));
  for (const auto& ending : endings)
    if (manifest.names(ending)) return manifest.given_for(ending);
  for (const auto& ending : endings)
    if (auto given = manifest.given_for(ending); !given.empty()) return given;
  console.report({.severity = Severity::warning, .file = options.manifest, .message = console.say(message::kNotInManifest, path)});
  return {};
}

}  // namespace

ExitStatus run_explain(const Options& options, Console& console) {
  const auto target = read_target(options.paths.front());
  const auto patterns = load_patterns(options.patterns);
  FileWalk walk({target.path});
  InputFile file;
  std::error_code error;
  if (fs::is_directory(target.path, error)) fail_usage(console.say(message::kOneFile, target.path));
  if (!walk.next(file)) fail_usage(console.say(message::kNoSuchFile));
  const auto report = read_report(file, *patterns, {.max_size = options.max_size, .encoding = options.encoding},
                                  {.any_kind = options.any_kind, .given = read_given(options, target.path, console)});
  const auto status = report.document.source.status;
  if (is_failure(status, true)) {
    std::string what(status_name(status));
    if (!report.document.source.message.empty()) what += ": " + report.document.source.message;
    console.report({.file = target.path, .message = what});
    if (report.quantities.empty()) return ExitStatus::inputs_failed;
  }
  Explanation explanation(report, *patterns, console);
  std::string text;
  if (options.number) {
    if (*options.number > report.quantities.size())
      fail_usage(console.say(message::kNoSuchNumber, target.path, report.quantities.size(), *options.number));
    text = explanation.number(static_cast<std::uint32_t>(*options.number - 1));
  } else if (target.line > 0) {
    text = explanation.line(target.line);
    if (text.empty()) fail_usage(console.say(message::kNothingThere, target.path, target.line));
  } else {
    text = explanation.all();
  }
  StandardOutput standard_output;
  standard_output.write(text);
  standard_output.flush();
  return is_failure(status, true) ? ExitStatus::inputs_failed : ExitStatus::ok;
}

}  // namespace renda
