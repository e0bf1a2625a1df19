#include "patterns/pattern_file.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <fstream>
#include <initializer_list>
#include <sstream>

#include "renda/diagnostic.h"

namespace renda {
namespace {

constexpr std::uintmax_t kLargestFile = 1u << 20;
constexpr int kMostDots = 32, kDeepest = 64;

// One file being read: its text for messages, and the pieces known so far.
class Reader {
 public:
  Reader(Definitions& definitions, std::string name, std::string_view text) : out_(definitions), name_(std::move(name)), text_(text) {
    out_.files.push_back(name_);
    file_ = static_cast<std::uint32_t>(out_.files.size() - 1);
  }

  void read() {
    refuse_hostile_nesting();
    toml::table root;
    try {
      root = toml::parse(text_, name_);
    } catch (const toml::parse_error& e) {
      fail(e.source(), std::string(e.description()), "see docs/patterns.md for the notation");
    }
    check_keys(root, {"pieces", "indicator", "sink", "cue", "measure_word"});
    if (auto* pieces = root["pieces"].as_table())
      for (auto&& [key, value] : *pieces) out_.pieces.emplace_back(std::string(key.str()), with_pieces(text_of(value)));
    each_table(root, "indicator", [&](const toml::table& t) { read_indicator(t); });
    each_table(root, "sink", [&](const toml::table& t) { read_sink(t); });
    each_table(root, "cue", [&](const toml::table& t) {
      check_keys(t, {"name", "words"});
      out_.cues.push_back({required(t, "name"), words(t, "words")});
    });
    each_table(root, "measure_word", [&](const toml::table& t) {
      check_keys(t, {"word", "kind", "reason"});
      out_.measures.push_back({required(t, "word"), required(t, "kind"), optional(t, "reason")});
    });
  }

 private:
  [[noreturn]] void fail(const toml::source_region& where, const std::string& message, const std::string& hint = {}) const {
    Diagnostic d;
    d.file = name_;
    d.line = where.begin.line;
    d.column = where.begin.column;
    d.message = message;
    d.hint = hint;
    std::size_t begin = 0;
    for (std::uint32_t line = 1; line < d.line && begin != std::string_view::npos; ++line) {
      begin = text_.find('\n', begin);
      if (begin != std::string_view::npos) ++begin;
    }
    if (begin < text_.size()) d.line_text = std::string(text_.substr(begin, std::min<std::size_t>(text_.find('\n', begin) - begin, 200)));
    throw Error(d);
  }

  // toml++ 3.3 recurses without a limit over dotted keys and brackets: both are counted before it sees the text.
  void refuse_hostile_nesting() const {
    std::uint32_t line = 1;
    int dots = 0, depth = 0;
    for (char c : text_) {
      if (c == '\n') dots = 0, ++line;
      dots += c == '.';
      if (c == '[' || c == '{') ++depth;
      if ((c == ']' || c == '}') && depth > 0) --depth;
      if (dots > kMostDots * 8 || depth > kDeepest) fail({{line, 1}, {line, 1}, nullptr}, "the file is nested too deeply");
    }
  }

  FilePlace place(const toml::node& node) const { return {file_, node.source().begin.line, node.source().begin.column}; }

  void check_keys(const toml::table& table, std::initializer_list<std::string_view> known) const {
    for (auto&& [key, value] : table) {
      if (std::find(known.begin(), known.end(), key.str()) != known.end()) continue;
      fail(key.source(), fmt::format("unknown key '{}'", key.str()), fmt::format("known here: {}", fmt::join(known, ", ")));
    }
  }

  template <typename Use>
  void each_table(const toml::table& parent, std::string_view key, Use&& use) const {
    const auto* node = parent.get(key);
    if (node == nullptr) return;
    const auto* array = node->as_array();
    if (array == nullptr) fail(node->source(), fmt::format("'{}' must be an array of tables", key), fmt::format("write [[{}]]", key));
    for (auto&& element : *array) {
      if (!element.is_table()) fail(element.source(), fmt::format("'{}' must hold tables", key));
      use(*element.as_table());
    }
  }

  std::string text_of(const toml::node& node) const {
    const auto* value = node.as_string();
    if (value == nullptr) fail(node.source(), "a text in quotes is expected here");
    return value->get();
  }
  std::string optional(const toml::table& table, std::string_view key) const {
    const auto* node = table.get(key);
    return node == nullptr ? std::string() : text_of(*node);
  }
  std::string required(const toml::table& table, std::string_view key) const {
    const auto* node = table.get(key);
    if (node == nullptr) fail(table.source(), fmt::format("'{}' is missing", key));
    return text_of(*node);
  }
  std::vector<std::string> texts(const toml::table& table, std::string_view key) const {
    std::vector<std::string> all;
    const auto* node = table.get(key);
    if (node == nullptr) return all;
    if (node->is_string()) return {text_of(*node)};
    if (!node->is_array()) fail(node->source(), fmt::format("'{}' must be a list of texts", key), fmt::format("write {} = ['…', '…']", key));
    for (auto&& element : *node->as_array()) all.push_back(text_of(element));
    return all;
  }

  // {NAME} becomes (?:...) of the piece.
  std::string with_pieces(std::string text) const {
    for (const auto& [name, value] : out_.pieces) {
      const std::string mark = "{" + name + "}";
      for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size() + 4))
        text.replace(at, mark.size(), "(?:" + value + ")");
    }
    return text;
  }

  WordList words(const toml::table& table, std::string_view key) const {
    WordList list;
    const auto* node = table.get(key);
    if (node == nullptr) return list;
    list.place = place(*node);
    for (auto& word : texts(table, key)) list.words.push_back(with_pieces(std::move(word)));
    return list;
  }
  // Each entry of a list of conditions stands for itself: all must hold.
  std::vector<WordList> conditions(const toml::table& table, std::string_view key) const {
    std::vector<WordList> all;
    for (auto& word : words(table, key).words) all.push_back({{word}, place(*table.get(key))});
    return all;
  }

  ReadingDefinition reading(const toml::table& t, std::string_view nouns_key) const {
    ReadingDefinition r;
    r.place = place(t);
    r.nouns = words(t, nouns_key);
    r.patterns = words(t, "patterns");
    r.trigger = words(t, "trigger");
    r.units = texts(t, "units");
    r.needs = conditions(t, "needs");
    r.near = conditions(t, "near");
    r.never = words(t, "not");
    r.not_near = words(t, "not_near");
    r.not_after = words(t, "not_after");
    r.not_levels = texts(t, "not_levels");
    r.side = optional(t, "side");
    if (!r.side.empty() && r.side != "left" && r.side != "right") fail(t.get("side")->source(), "'side' is \"left\" or \"right\"");
    if (const auto* cost = t.get("cost")) {
      const auto value = cost->value<double>();
      if (!value) fail(cost->source(), "'cost' must be a number");
      r.cost = *value;
    }
    if (const auto* part = t.get("part")) r.part = part->value<bool>().value_or(false);
    if (!r.patterns.empty() && r.trigger.empty()) fail(t.get("patterns")->source(), "patterns need 'trigger' words", "trigger = ['a word of the phrase']");
    return r;
  }

  void read_indicator(const toml::table& t) {
    check_keys(t, {"id", "name", "unit", "units", "other_units", "definition", "primary", "rate", "combines", "nouns", "patterns", "trigger", "needs", "near", "not",
                   "not_near", "not_after", "not_levels", "side", "cost", "part", "reading", "share", "bound", "example"});
    IndicatorDefinition i;
    i.place = place(t);
    i.id = required(t, "id");
    i.unit = optional(t, "unit");
    i.units = texts(t, "units");
    i.other_units = texts(t, "other_units");
    i.definition = optional(t, "definition");
    i.primary = optional(t, "primary");
    if (!i.primary.empty() && i.primary != "first" && i.primary != "stated") fail(t.get("primary")->source(), "'primary' can only be \"first\" or \"stated\"");
    i.rate = optional(t, "rate");
    i.combines = texts(t, "combines");
    if (const auto* name = t.get("name")) {
      if (!name->is_table()) fail(name->source(), "'name' is a table", "name = { zh = \"…\", en = \"…\" }");
      i.name_zh = optional(*name->as_table(), "zh");
      i.name_en = optional(*name->as_table(), "en");
    }
    if (t.contains("nouns") || t.contains("patterns")) {
      i.readings.push_back(reading(t, "nouns"));
      i.readings.back().units.clear();
    }
    each_table(t, "reading", [&](const toml::table& r) {
      check_keys(r, {"nouns", "patterns", "trigger", "units", "needs", "near", "not", "not_near", "not_after", "not_levels", "side", "cost", "part"});
      i.readings.push_back(reading(r, "nouns"));
    });
    each_table(t, "share", [&](const toml::table& s) {
      check_keys(s, {"words", "of"});
      i.shares.push_back({words(s, "words"), texts(s, "of"), place(s)});
    });
    each_table(t, "bound", [&](const toml::table& b) {
      check_keys(b, {"at_most", "at_least"});
      i.bounds.push_back({optional(b, "at_most"), optional(b, "at_least"), place(b)});
      if (i.bounds.back().at_most.empty() == i.bounds.back().at_least.empty()) fail(b.source(), "a bound is either at_most or at_least");
    });
    each_table(t, "example", [&](const toml::table& e) { i.examples.push_back(example(e)); });
    const auto same = std::find_if(out_.indicators.begin(), out_.indicators.end(), [&](const auto& other) { return other.id == i.id; });
    if (same == out_.indicators.end()) {
      out_.indicators.push_back(std::move(i));
    } else if (same->place.file == file_) {
      fail(t.source(), fmt::format("the indicator '{}' stands twice in this file", i.id), fmt::format("first at line {}", same->place.line));
    } else {
      *same = std::move(i);
    }
  }

  ExampleDefinition example(const toml::table& t) const {
    check_keys(t, {"text", "expect", "todo"});
    ExampleDefinition e;
    e.place = place(t);
    e.text = required(t, "text");
    if (const auto* todo = t.get("todo")) e.todo = todo->value<bool>().value_or(false);
    const auto* expect = t.get("expect");
    if (expect == nullptr) fail(t.source(), "'expect' is missing", "expect = { value = 8, unit = \"次\" } or expect = \"none\"");
    if (expect->is_string() && text_of(*expect) == "none") return e;
    const auto add = [&](const toml::node& node) {
      const auto* one = node.as_table();
      if (one == nullptr) fail(node.source(), "'expect' is a table, a list of tables or \"none\"");
      check_keys(*one, {"value", "unit"});
      const auto* value = one->get("value");
      if (value == nullptr) fail(node.source(), "'value' is missing");
      std::ostringstream text;
      if (value->is_integer()) text << *value->value<std::int64_t>();
      else if (value->is_floating_point()) text << *value->value<double>();
      else text << text_of(*value);
      e.expect.emplace_back(text.str(), optional(*one, "unit"));
    };
    if (expect->is_array())
      for (auto&& node : *expect->as_array()) add(node);
    else
      add(*expect);
    return e;
  }

  void read_sink(const toml::table& t) {
    check_keys(t, {"reason", "mask", "words", "patterns", "trigger", "units", "needs", "near", "not", "not_near", "not_after", "not_levels", "side", "cost"});
    SinkDefinition s;
    s.reason = required(t, "reason");
    if (const auto* mask = t.get("mask")) s.mask = mask->value<bool>().value_or(false);
    s.reading = reading(t, "words");
    if (s.reading.units.empty()) s.reading.units = {"*"};
    out_.sinks.push_back(std::move(s));
  }

  Definitions& out_;
  std::string name_;
  std::string_view text_;
  std::uint32_t file_ = 0;
};

std::string read_whole(const std::filesystem::path& path) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  if (error) throw Error(fmt::format("{}: cannot be read: {}", path.string(), error.message()));
  if (size > kLargestFile) throw Error(fmt::format("{}: a pattern file may have at most 1 MB", path.string()));
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in) throw Error(fmt::format("{}: cannot be read", path.string()));
  return std::move(text).str();
}

}  // namespace

void read_pattern_file(Definitions& definitions, const std::string& name, std::string_view toml) { Reader(definitions, name, toml).read(); }

void read_pattern_folder(Definitions& definitions, const std::filesystem::path& folder) {
  std::error_code error;
  std::vector<std::filesystem::path> files;
  for (std::filesystem::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
    if (it->path().extension() == ".toml") files.push_back(it->path());
  if (error) throw Error(fmt::format("{}: the pattern folder cannot be read: {}", folder.string(), error.message()));
  if (files.empty()) throw Error(fmt::format("{}: the folder holds no pattern file (*.toml)", folder.string()));
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) {
    const bool pa = a.filename() == "pieces.toml", pb = b.filename() == "pieces.toml";
    return pa != pb ? pa : a.filename() < b.filename();
  });
  for (const auto& file : files) read_pattern_file(definitions, file.string(), read_whole(file));
}

}  // namespace renda
