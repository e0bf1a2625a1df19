// datapackage_json(): see datapackage.h. Properties of Data Package v2; `profile` is for readers of v1, which knows tables in CSV alone.
#include "tables/datapackage.h"

#include <fmt/format.h>

#include <array>
#include <set>
#include <utility>
#include <vector>

#include "patterns/compiled.h"
#include "tables/descriptions.h"
#include "tables/jsonl.h"

namespace renda {
namespace {

constexpr std::string_view kProfiles = "https://datapackage.org/profiles/2.0/";

// Writes JSON, indented, a member or an element a line.
class Json {
 public:
  void begin(char bracket) {
    separate();
    out_.push_back(bracket);
    ++depth_;
    first_ = true;
  }
  void end(char bracket) {
    --depth_;
    line();
    out_.push_back(bracket);
    first_ = false;
  }
  Json& key(std::string_view name) {
    separate();
    append_json_string(out_, name);
    out_ += ": ";
    after_key_ = true;
    return *this;
  }
  void string(std::string_view value) {
    separate();
    append_json_string(out_, value);
  }
  void boolean(bool value) { raw(value ? "true" : "false"); }
  void raw(std::string_view value) {
    separate();
    out_ += value;
  }
  /// On one line.
  void strings(const std::vector<std::string_view>& values) {
    separate();
    out_.push_back('[');
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (i > 0) out_ += ", ";
      append_json_string(out_, values[i]);
    }
    out_.push_back(']');
  }
  std::string finish() && { return std::move(out_) + "\n"; }

 private:
  void separate() {
    if (std::exchange(after_key_, false)) return;
    if (!first_) out_.push_back(',');
    if (depth_ > 0) line();
    first_ = false;
  }
  void line() { out_.append("\n").append(2 * depth_, ' '); }

  std::string out_;
  std::size_t depth_ = 0;
  bool first_ = true, after_key_ = false;
};

std::string_view type_name(CellType type) {
  static constexpr std::array<std::string_view, 4> kNames = {"string", "integer", "number", "boolean"};
  return kNames[static_cast<std::size_t>(type)];
}

// "^(a|b)(\|(a|b))*$": values of a list, joined by bars.
std::string pattern_of_several(std::span<const Term> values) {
  std::string any;
  for (const auto& term : values) any.append(any.empty() ? "" : "|").append(term.value);
  return fmt::format("^({0})(\\|({0}))*$", any);
}

class Descriptor {
 public:
  Descriptor(const TableSet& tables, bool unique_files) : tables_(tables), unique_files_(unique_files) {}

  std::string write(std::string_view program_version) {
    json_.begin('{');
    schema("datapackage");
    if (is_csv()) json_.key("profile").string("tabular-data-package");
    json_.key("name").string("renda");
    json_.key("title").string("人大工作报告数据 / Figures of people's congress reports");
    json_.key("description")
        .string(
            "由 renda 从报告原文中读出的数据，每个数值都有出处；空单元格表示“未说明”，不是零。 / "
            "Read by renda from the texts of the reports; every value has its place; an empty cell means \"not stated\", never "
            "zero.");
    json_.key("renda").begin('{');
    json_.key("program").string(program_version);
    json_.key("patterns").string(tables_.patterns().version());
    json_.key("tables").string(kTableVersion);
    json_.end('}');
    json_.key("resources").begin('[');
    for (const auto table : tables_.tables()) write_resource(table);
    json_.end(']');
    json_.end('}');
    return std::move(json_).finish();
  }

 private:
  void schema(std::string_view profile) { json_.key("$schema").string(fmt::format("{}{}.json", kProfiles, profile)); }
  bool is_csv() const { return tables_.style().format == TableFormat::csv; }
  void both(std::string_view key, const Bilingual& text) { json_.key(key).string(fmt::format("{} / {}", text.zh, text.en)); }

  // The heading that a column has in the file, and its other name.
  std::string_view heading(const Column& column) const { return tables_.style().chinese_headers ? column.name_zh : column.name; }
  std::string_view other_name(const Column& column) const {
    return tables_.style().chinese_headers ? column.name : column.name_zh;
  }
  std::string_view heading(TableId table, std::string_view name) const {
    for (const auto& column : tables_.columns(table))
      if (column.name == name) return heading(column);
    return name;
  }

  void write_resource(TableId table) {
    const auto extension = format_extension(tables_.style().format);
    json_.begin('{');
    schema("dataresource");
    json_.key("name").string(table_name(table));
    json_.key("title").string(describe_table(table).sheet);
    both("description", describe_table(table).meaning);
    json_.key("path").string(std::string(table_name(table)).append(extension));
    json_.key("type").string("table");
    if (is_csv()) json_.key("profile").string("tabular-data-resource");
    json_.key("format").string(extension.substr(1));
    json_.key("mediatype").string(is_csv() ? "text/csv" : "application/jsonl");
    json_.key("encoding").string("utf-8");
    write_dialect();
    json_.key("schema").begin('{');
    schema("tableschema");
    json_.key("fields").begin('[');
    for (const auto& column : tables_.columns(table)) write_field(table, column);
    json_.end(']');
    json_.key("missingValues").strings({""});
    write_keys(table);
    json_.end('}');
    json_.end('}');
  }

  void write_dialect() {
    json_.key("dialect").begin('{');
    schema("tabledialect");
    if (is_csv()) {
      json_.key("header").boolean(true);
      json_.key("delimiter").string(",");
      json_.key("lineTerminator").raw(tables_.style().crlf ? "\"\\r\\n\"" : "\"\\n\"");
      json_.key("quoteChar").string("\"");
      json_.key("doubleQuote").boolean(true);
      json_.key("skipInitialSpace").boolean(false);
    } else {
      json_.key("itemType").string("object");
    }
    json_.end('}');
  }

  void write_field(TableId table, const Column& column) {
    const auto* about = describe_column(table, column.name);
    json_.begin('{');
    json_.key("name").string(heading(column));
    json_.key("title").string(other_name(column));
    json_.key("type").string(type_name(column.type));
    if (column.type == CellType::boolean && is_csv()) {
      json_.key("trueValues").strings({"1"});
      json_.key("falseValues").strings({"0"});
    }
    if (about != nullptr) {
      both("description", about->meaning);
      write_constraints(column, *about);
    } else {
      write_indicator(column.name);
    }
    json_.end('}');
  }

  void write_indicator(std::string_view id) {
    for (const auto& indicator : tables_.patterns().indicators()) {
      if (indicator.id != id) continue;
      json_.key("description").string(indicator.definition);
      json_.key("unit").string(indicator.unit);
      return;
    }
  }

  void write_constraints(const Column& column, const ColumnDescription& about) {
    const bool required = column.name == "file" || column.name == "id";
    if (!required && about.values.empty() && about.pattern.empty()) return;
    json_.key("constraints").begin('{');
    if (required) json_.key("required").boolean(true);
    if (about.several)
      json_.key("pattern").string(pattern_of_several(about.values));
    else if (!about.values.empty())
      json_.key("enum").strings(values_of(column, about));
    else if (!about.pattern.empty())
      json_.key("pattern").string(about.pattern);
    json_.end('}');
  }

  // A user's own pattern files may give reasons of their own.
  std::vector<std::string_view> values_of(const Column& column, const ColumnDescription& about) const {
    std::vector<std::string_view> values;
    std::set<std::string_view> known;
    for (const auto& term : about.values) values.push_back(*known.insert(term.value).first);
    if (column.name != "reason") return values;
    const auto& compiled = tables_.patterns().compiled();
    std::set<std::string_view> more;
    for (const auto& reading : compiled.readings) more.insert(reading.reason);
    for (const auto& word : compiled.measure_words.words) more.insert(word.reason);
    for (const auto reason : more)
      if (!reason.empty() && known.count(reason) == 0) values.push_back(reason);
    return values;
  }

  void write_keys(TableId table) {
    const bool by_file = table == TableId::reports || table == TableId::comparison;
    if (by_file && unique_files_) json_.key("primaryKey").strings({heading(table, "file")});
    if (table == TableId::indicators) json_.key("primaryKey").strings({heading(table, "id")});
    if (table == TableId::reports || table == TableId::indicators) return;
    json_.key("foreignKeys").begin('[');
    write_reference(heading(table, "file"), TableId::reports, heading(TableId::reports, "file"));
    if (table == TableId::observations)
      write_reference(heading(table, "indicator"), TableId::indicators, heading(TableId::indicators, "id"));
    json_.end(']');
  }

  void write_reference(std::string_view field, TableId to, std::string_view to_field) {
    json_.begin('{');
    json_.key("fields").strings({field});
    json_.key("reference").begin('{');
    json_.key("resource").string(table_name(to));
    json_.key("fields").strings({to_field});
    json_.end('}');
    json_.end('}');
  }

  const TableSet& tables_;
  bool unique_files_;
  Json json_;
};

}  // namespace

std::string datapackage_json(const TableSet& tables, std::string_view program_version, bool unique_files) {
  return Descriptor(tables, unique_files).write(program_version);
}

}  // namespace renda
