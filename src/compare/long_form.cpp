// The long form: a row per division, period and indicator, with all that is known of the cell: why it is empty, where its value stands, what
// contradicts it. Of groups: a row per group, statistic, period and indicator.
#include <map>

#include "compare/shape.h"

namespace renda {
namespace {

std::string joined(const std::vector<std::string_view>& words) {
  std::string out;
  for (const auto word : words) out.append(out.empty() ? "" : "|").append(word);
  return out;
}

class LongForm : public Shape {
 public:
  LongForm(const Panel& panel, const CompareOptions& options, const CompareStyle& style, const ByteSink& sink) : Shape(panel, options, style, sink) {
    for (const auto& [loser, winner] : panel.set_aside) {
      const auto& other = panel.runs.accounts[loser];
      auto& names = set_aside_[&panel.runs.accounts[winner]];
      names.append(names.empty() ? "" : "|").append(panel.runs.name_of(other.run, other.file));
    }
  }

  void write() override {
    subject_columns(true);
    period_columns();
    add("indicator", "指标", CellType::text, ColumnRole::key);
    add("indicator_name", "指标名称", CellType::text, ColumnRole::hidden);
    grouped() ? group_columns() : division_columns();
    open();
    for (const auto& subject : figures_.subjects()) {
      for (std::size_t period = 0; period < panel_.periods.size(); ++period) {
        for (const auto index : indicators_) {
          subject_cells(subject);
          period_cells(panel_.periods[period]);
          rows_->text(indicator(index).id);
          rows_->text(indicator(index).name_zh);
          grouped() ? group_cells(subject, period, index) : division_cells(subject, period, index);
          rows_->end_row();
        }
      }
    }
    rows_->finish();
  }

 private:
  void division_columns() {
    using enum ColumnRole;
    add("value", "数值", CellType::number, data);
    add("value_low", "下限", CellType::number, hidden);
    add("value_high", "上限", CellType::number, hidden);
    add("approx", "近似", CellType::text, hidden);
    add("unit", "单位", CellType::text, data);
    add("annualised", "年均", CellType::boolean, hidden);
    add("state", "状态", CellType::text, data);
    add("reason", "原因", CellType::text, data);
    add("candidates", "候选值", CellType::text, hidden);
    add("checks", "核对", CellType::text, data);
    add("change", "增减", CellType::number, hidden);
    peer_columns();
    source_columns(data);
    add("page", "页", CellType::integer, hidden);
    add("line", "行", CellType::integer, data);
    add("column", "列", CellType::integer, hidden);
    add("mention", "表述", CellType::text, hidden);
    add("set_aside", "未采用的报告", CellType::text, hidden);
  }

  void division_cells(const Subject& subject, std::size_t period, std::uint32_t index) {
    const auto figure = figures_.at(subject, period, index);
    const auto* finding = figure.finding;
    value_cells(figure);
    rows_->text(state_name(figure.state));
    rows_->text(finding != nullptr ? finding->reason : std::string_view());
    rows_->text(finding != nullptr ? finding->candidates : std::string());
    rows_->text(finding != nullptr ? joined(finding->checks) : std::string());
    rows_->number(figures_.change(subject, period, index));
    peer_cells(subject, period, index);
    place_cells(figure);
    const auto aside = set_aside_.find(figure.account);
    rows_->text(aside != set_aside_.end() ? aside->second : std::string());
  }

  void value_cells(const Figure& figure) {
    if (!figure.value) {
      rows_->blank(figure.state);
      for (int i = 0; i < 5; ++i) blank();
      return;
    }
    rows_->number(*figure.value);
    rows_->number(figure.finding->low);
    rows_->number(figure.finding->high);
    rows_->text(figure.finding->approx);
    rows_->text(figure.finding->unit);
    rows_->boolean(figure.divided_by > 0);
  }

  void place_cells(const Figure& figure) {
    if (figure.account != nullptr)
      source_cells(*figure.account);
    else
      blank(), blank();
    if (const auto* finding = figure.finding; finding != nullptr) {
      for (const auto place : {finding->page, finding->line, finding->column}) rows_->integer(place);
      rows_->text(finding->mention);
    } else {
      for (int i = 0; i < 4; ++i) blank();
    }
  }

  void group_columns() {
    add("unit", "单位", CellType::text, ColumnRole::data);
    add("value", "数值", CellType::number, ColumnRole::data);
    add("n", "份数", CellType::integer, ColumnRole::data);
    add("reports", "报告数", CellType::integer, ColumnRole::data);
    add("annualised", "年均", CellType::boolean, ColumnRole::hidden);
    peer_columns();
  }

  void group_cells(const Subject& subject, std::size_t period, std::uint32_t index) {
    const auto figure = figures_.at(subject, period, index);
    rows_->text(indicator(index).unit);
    rows_->number(figure.value);
    rows_->integer(figure.stated);
    rows_->integer(figure.reports);
    figure.value ? rows_->boolean(figure.divided_by > 0) : blank();
    peer_cells(subject, period, index);
  }

  void peer_columns() {
    add("rank", "排名", CellType::integer, ColumnRole::hidden);
    add("rank_of", "排名总数", CellType::integer, ColumnRole::hidden);
    add("median", "中位数", CellType::number, ColumnRole::hidden);
  }

  void peer_cells(const Subject& subject, std::size_t period, std::uint32_t index) {
    const auto place = figures_.among_peers(subject, period, index);
    integer_or_blank(place.rank.has_value(), place.rank.value_or(0));
    integer_or_blank(place.of > 0, place.of);
    rows_->number(place.median);
  }

  std::map<const Account*, std::string> set_aside_;  // by the report that won: the names of the others
};

}  // namespace

std::unique_ptr<Shape> make_long_form(const Panel& panel, const CompareOptions& options, const CompareStyle& style, const ByteSink& sink) {
  return std::make_unique<LongForm>(panel, options, style, sink);
}

}  // namespace renda
