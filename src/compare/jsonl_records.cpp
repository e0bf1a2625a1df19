// JSON Lines: one object a line. Numbers are kept as they are written, so that no decimal goes through a double.
#include <nlohmann/json.hpp>

#include "compare/records.h"
#include "text/utf.h"

namespace renda {
namespace {

// Takes the members of one flat object.
class FlatObject : public nlohmann::json_sax<nlohmann::json> {
 public:
  FlatObject(const std::vector<Column>& wanted, std::vector<std::string>& cells, std::vector<bool>& seen)
      : wanted_(wanted), cells_(cells), seen_(seen) {}
  Wording problem;
  std::size_t problem_at = 0;  // bytes read, 0 = not known
  const Column* repeated = nullptr;

  bool null() override { return take(""); }
  bool boolean(bool value) override { return take(value ? "1" : "0"); }
  bool number_integer(number_integer_t value) override { return take(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return take(std::to_string(value)); }
  bool number_float(number_float_t, const string_t& text) override { return take(text); }
  bool string(string_t& value) override { return take(value); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return depth_++ == 0 || refuse({"an object inside", "内含对象"}); }
  bool end_object() override { return true; }
  bool start_array(std::size_t) override { return refuse({"an array", "内含数组"}); }
  bool end_array() override { return true; }
  bool key(string_t& name) override {
    column_ = wanted_.size();
    for (std::size_t i = 0; i < wanted_.size(); ++i)
      if (name == wanted_[i].name || name == wanted_[i].name_zh) column_ = i;
    if (column_ == wanted_.size()) return true;
    if (seen_[column_]) {
      repeated = &wanted_[column_];
      return false;
    }
    seen_[column_] = true;
    return true;
  }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
    problem_at = position;
    return refuse({"cannot be read", "无法读取"});
  }

 private:
  bool refuse(Wording why) {
    problem = std::move(why);
    return false;
  }
  bool take(const std::string& value) {
    if (depth_ == 0) return refuse({"a bare value", "只有一个值"});
    if (column_ < wanted_.size()) cells_[column_] = value;
    return true;
  }
  const std::vector<Column>& wanted_;
  std::vector<std::string>& cells_;
  std::vector<bool>& seen_;
  std::size_t column_ = 0;
  int depth_ = 0;
};

class JsonlRecords : public Records {
 public:
  JsonlRecords(std::unique_ptr<LineReader> lines, std::vector<Column> wanted) : lines_(std::move(lines)), wanted_(std::move(wanted)) {}

  bool next() override {
    if (!read_line()) return false;
    cells_.assign(wanted_.size(), std::string());
    std::vector<bool> seen(wanted_.size(), false);
    FlatObject object(wanted_, cells_, seen);
    if (!nlohmann::json::sax_parse(text_, &object)) {
      if (object.repeated != nullptr) throw repeated_column(place(), *object.repeated);
      auto where = place();
      if (object.problem_at > 0)
        where.column = std::max(1U, count_code_points(to_utf16(std::string_view(text_).substr(0, object.problem_at))));
      throw Error(where, {"not a JSON object of plain values: " + object.problem.en, "不是由简单值组成的 JSON 对象：" + object.problem.zh});
    }
    for (std::size_t i = 0; i < wanted_.size(); ++i)
      if (!seen[i]) throw missing_column(place(), wanted_[i]);
    return true;
  }
  const std::string& cell(std::size_t column) const override { return cells_[column]; }
  Diagnostic place(std::size_t) const override { return place(); }
  Diagnostic place() const override { return {.file = lines_->name(), .line = line_}; }

 private:
  bool read_line() {
    text_.clear();
    if (!lines_->append_line(text_)) return false;
    ++line_;
    if (text_.size() > kLongestRecord) throw Error(place(), {"a record of over 1 MB", "一行超过 1 MB"});
    while (text_.ends_with('\n') || text_.ends_with('\r')) text_.pop_back();
    if (valid_utf8(text_) < text_.size()) throw Error(place(), {"the table is not in UTF-8", "表格不是 UTF-8 编码"});
    return true;
  }

  std::unique_ptr<LineReader> lines_;
  std::vector<Column> wanted_;
  std::vector<std::string> cells_;
  std::string text_;
  std::uint32_t line_ = 0;
};

}  // namespace

std::unique_ptr<Records> open_jsonl(std::unique_ptr<LineReader> lines, std::vector<Column> wanted) {
  return std::make_unique<JsonlRecords>(std::move(lines), std::move(wanted));
}

}  // namespace renda
