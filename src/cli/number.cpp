// renda number: the number reader by itself.
#include <iostream>

#include "cli/commands.h"
#include "renda/pattern.h"
#include "renda/quantity.h"
#include "renda/table.h"
#include "tables/output.h"
#include "text/utf.h"

namespace renda {
namespace {

constexpr Column kColumns[] = {{"text", "文字"},
                               {"value", "数值", CellType::number},
                               {"low", "下限", CellType::number},
                               {"high", "上限", CellType::number},
                               {"approx", "近似"},
                               {"unit", "单位"},
                               {"kind", "类型"}};

void answer(RowWriter& rows, std::string_view line, const MeasureWords& words) {
  const auto text = to_utf8(to_utf16(line));  // what is no UTF-8 shows as U+FFFD
  const auto found = read_number(text, words);
  const bool none = found.kind == NumberKind::none;
  rows.text(text);
  for (const auto* value : {&found.value, &found.low, &found.high}) none ? rows.empty() : rows.number(*value);
  rows.text(none ? std::string_view() : approx_name(found.approx));
  rows.text(found.unit);
  rows.text(kind_name(found.kind));
  rows.end_row();
}

}  // namespace

ExitStatus run_number(const Options& options, Console&) {
  const auto patterns = PatternSet::builtin();
  const MeasureWords& words = patterns->measure_words();
  std::string out;
  const auto rows = make_row_writer({}, kColumns, out);
  StandardOutput standard_output;
  const auto pass_on = [&] {
    standard_output.write(out);
    out.clear();
  };
  rows->header();
  for (const auto& text : options.paths) answer(*rows, text, words);
  pass_on();
  if (options.paths.empty()) {
    std::ios::sync_with_stdio(false);
    bool first = true;
    for (std::string line; std::getline(std::cin, line); first = false) {
      std::string_view text = line;
      if (text.ends_with('\r')) text.remove_suffix(1);
      if (first && text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
      answer(*rows, text, words);
      pass_on();
    }
  }
  standard_output.flush();
  return ExitStatus::ok;
}

}  // namespace renda
