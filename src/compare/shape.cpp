#include "compare/shape.h"

#include <algorithm>

namespace renda {

Shape::Shape(const Panel& panel, const CompareOptions& options, const CompareStyle& style, const ByteSink& sink)
    : panel_(panel), options_(options), style_(style), sink_(sink), figures_(panel, options), indicators_(options.indicators) {
  if (indicators_.empty())
    for (std::uint32_t i = 0; i < panel.runs.indicators.size(); ++i) indicators_.push_back(i);
}

void Shape::open() {
  const bool reads = style_.format == CompareFormat::table || style_.format == CompareFormat::md;
  rows_ = reads ? make_text_table(columns_, style_, sink_) : make_record_writer(columns_, style_, sink_);
}

// A table for reading shows the level only where there are several.
void Shape::subject_columns(bool long_form) {
  using enum ColumnRole;
  const auto& subjects = figures_.subjects();
  const bool one_level = std::all_of(subjects.begin(), subjects.end(), [&](const Subject& subject) { return subject.division.level == subjects.front().division.level; });
  if (!grouped()) add("division_code", "行政区划代码", CellType::text, hidden);
  add("province", "省", CellType::text, options_.by == GroupBy::province ? key : hidden);
  if (options_.by != GroupBy::province) add("prefecture", "市", CellType::text, grouped() ? key : hidden);
  if (!grouped()) {
    add("county", "县", CellType::text, hidden);
    add("division", "行政区划", CellType::text, key);
  }
  add("level", "层级", CellType::text, grouped() || !(long_form || one_level) ? key : hidden);
  if (grouped()) add("statistic", "统计量", CellType::text, key);
}

void Shape::subject_cells(const Subject& subject) {
  const auto& division = subject.division;
  if (!grouped()) rows_->text(division.code);
  rows_->text(division.province);
  if (options_.by != GroupBy::province) rows_->text(division.prefecture);
  if (!grouped()) {
    rows_->text(division.county);
    rows_->text(division.name);
  }
  rows_->text(division.level);
  if (grouped()) rows_->text(statistic_name(*subject.statistic));
}

void Shape::period_columns() {
  add("period", "期间", CellType::text, ColumnRole::key);
  add("period_kind", "期间类型", CellType::text, ColumnRole::hidden);
  add("period_start", "期间起", CellType::text, ColumnRole::hidden);
  add("period_end", "期间止", CellType::text, ColumnRole::hidden);
  add("years", "年数", CellType::integer, ColumnRole::hidden);
}

void Shape::period_cells(const ComparedPeriod& period) {
  rows_->text(period.label(style_.chinese_headers));
  rows_->text(period.kind_name());
  rows_->text(period.start);
  rows_->text(period.end);
  integer_or_blank(period.years() > 0, period.years());
}

void Shape::source_columns(ColumnRole file_role) {
  add("run", "表格", CellType::text, ColumnRole::hidden);
  add("file", "文件", CellType::text, file_role);
}

void Shape::source_cells(const Account& account) {
  rows_->text(panel_.runs.names[account.run]);
  rows_->text(account.file);
}

}  // namespace renda
