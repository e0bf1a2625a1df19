// write_compared(): the three shapes of a comparison.
//   by period      chosen indicators: a row per indicator and division, a column per period
//   by indicator   none chosen: a row per division and period, a column per indicator
//   long           a row per division, period and indicator, with everything that is known of the cell
#include <algorithm>

#include "compare/figures.h"
#include "compare/writers.h"

namespace renda {
namespace {

using enum CellType;
using enum ColumnRole;

std::string joined(const std::vector<std::string_view>& words) {
  std::string out;
  for (const auto word : words) out.append(out.empty() ? "" : "|").append(word);
  return out;
}

class Shape {
 public:
  Shape(const Panel& panel, const CompareOptions& options, const CompareStyle& style, const ByteSink& sink)
      : panel_(panel), options_(options), style_(style), sink_(sink), figures_(panel, options) {
    indicators_ = options.indicators;
    if (indicators_.empty())
      for (std::uint32_t i = 0; i < panel.runs.indicators.size(); ++i) indicators_.push_back(i);
    for (const auto& [account, winner] : panel.set_aside) {
      const auto& other = panel.runs.accounts[account];
      auto& names = set_aside_[&panel.runs.accounts[winner]];
      names.append(names.empty() ? "" : "|").append(panel.runs.name_of(other.run, other.file));
    }
  }

  void write() {
    if (options_.long_form)
      grouped() ? long_groups() : long_divisions();
    else if (options_.indicators.empty())
      by_indicator();
    else
      by_period();
  }

 private:
  bool grouped() const { return options_.by != GroupBy::division; }
  const ComparedIndicator& indicator(std::uint32_t index) const { return panel_.runs.indicators[index]; }

  void open() {
    const bool reads = style_.format == CompareFormat::table || style_.format == CompareFormat::md;
    rows_ = reads ? make_text_table(columns_, style_, sink_) : make_record_writer(columns_, style_, sink_);
  }

  // The columns that say what a row is about, and their cells.
  void subject_columns(bool long_form) {
    std::vector<std::string_view> levels;
    for (const auto& subject : figures_.subjects()) levels.push_back(subject.division.level);
    const bool one_level = std::all_of(levels.begin(), levels.end(), [&](auto level) { return level == levels.front(); });
    const auto level_role = long_form ? hidden : one_level && !grouped() ? hidden : key;
    if (!grouped()) columns_.push_back({"division_code", "行政区划代码", CellType::text, hidden});
    columns_.push_back({"province", "省", CellType::text, options_.by == GroupBy::province ? key : hidden});
    if (options_.by != GroupBy::province) columns_.push_back({"prefecture", "市", CellType::text, grouped() ? key : hidden});
    if (!grouped()) {
      columns_.push_back({"county", "县", CellType::text, hidden});
      columns_.push_back({"division", "行政区划", CellType::text, key});
    }
    columns_.push_back({"level", "层级", CellType::text, level_role});
    if (grouped()) columns_.push_back({"statistic", "统计量", CellType::text, key});
  }
  void subject_cells(const Subject& subject) {
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

  void period_columns() {
    columns_.push_back({"period", "期间", CellType::text, key});
    columns_.push_back({"period_kind", "期间类型", CellType::text, hidden});
    columns_.push_back({"period_start", "期间起", CellType::text, hidden});
    columns_.push_back({"period_end", "期间止", CellType::text, hidden});
    columns_.push_back({"years", "年数", CellType::integer, hidden});
  }
  void period_cells(const ComparedPeriod& period) {
    rows_->text(period.label(style_.chinese_headers));
    rows_->text(period.kind_name());
    rows_->text(period.start);
    rows_->text(period.end);
    period.years() > 0 ? rows_->integer(static_cast<std::uint64_t>(period.years())) : rows_->blank(CellState::no_report);
  }

  // A value and what is asked for beside it.
  void figure_columns(const std::string& name, const std::string& name_zh, ColumnRole role) {
    columns_.push_back({name, name_zh, CellType::number, role});
    if (grouped()) columns_.push_back({name + " n", name_zh + " 份数", CellType::integer, role});
    if (options_.change) columns_.push_back({name + " change", name_zh + " 增减", CellType::number, role});
    if (options_.rank) columns_.push_back({name + " rank", name_zh + " 排名", CellType::integer, role});
    if (options_.median) columns_.push_back({name + " median", name_zh + " 中位数", CellType::number, role});
  }
  void figure_cells(const Subject& subject, std::size_t period, std::uint32_t indicator) {
    const auto figure = figures_.at(subject, period, indicator);
    figure.value ? rows_->number(*figure.value) : rows_->blank(figure.state);
    if (grouped()) figure.stated > 0 ? rows_->integer(figure.stated) : rows_->blank(CellState::no_report);
    if (options_.change) rows_->number(figures_.change(subject, period, indicator));
    if (!options_.rank && !options_.median) return;
    const auto standing = figures_.standing(subject, period, indicator);
    if (options_.rank) standing.rank ? rows_->integer(*standing.rank) : rows_->blank(CellState::no_report);
    if (options_.median) rows_->number(figure.state == CellState::no_report ? std::nullopt : standing.median);
  }

  void by_period() {
    columns_.push_back({"indicator", "指标", CellType::text, section});
    columns_.push_back({"indicator_name", "指标名称", CellType::text, section});
    columns_.push_back({"unit", "单位", CellType::text, section});
    subject_columns(false);
    if (options_.annualised) columns_.push_back({"annualised", "年均", CellType::boolean, key});
    for (const auto& period : panel_.periods) figure_columns(period.label(), period.label(true), data);
    open();
    for (const auto index : indicators_) {
      for (const auto& subject : figures_.subjects()) {
        rows_->text(indicator(index).id);
        rows_->text(indicator(index).name_zh);
        rows_->text(indicator(index).unit);
        subject_cells(subject);
        if (options_.annualised) {
          bool divided = false;
          for (std::size_t p = 0; p < panel_.periods.size(); ++p) divided = divided || figures_.at(subject, p, index).divided_by > 0;
          rows_->boolean(divided);
        }
        for (std::size_t p = 0; p < panel_.periods.size(); ++p) figure_cells(subject, p, index);
        rows_->end_row();
      }
    }
    rows_->finish();
  }

  void by_indicator() {
    subject_columns(false);
    period_columns();
    if (options_.annualised) columns_.push_back({"annualised", "年均", CellType::boolean, key});
    if (!grouped()) {
      columns_.push_back({"run", "表格", CellType::text, hidden});
      columns_.push_back({"file", "文件", CellType::text, hidden});
    }
    for (const auto index : indicators_) figure_columns(indicator(index).id, indicator(index).name_zh, ColumnRole::optional);
    open();
    for (const auto& subject : figures_.subjects()) {
      for (std::size_t p = 0; p < panel_.periods.size(); ++p) {
        if (!figures_.has_report(subject, p)) continue;
        subject_cells(subject);
        period_cells(panel_.periods[p]);
        if (options_.annualised) {
          const bool divided = std::any_of(indicators_.begin(), indicators_.end(), [&](auto index) { return figures_.at(subject, p, index).divided_by > 0; });
          rows_->boolean(divided);
        }
        if (!grouped()) source_cells(*panel_.account(subject.index, p));
        for (const auto index : indicators_) figure_cells(subject, p, index);
        rows_->end_row();
      }
    }
    rows_->finish();
  }

  void source_cells(const Account& account) {
    rows_->text(panel_.runs.names[account.run]);
    rows_->text(account.file);
  }

  void long_columns() {
    subject_columns(true);
    period_columns();
    columns_.push_back({"indicator", "指标", CellType::text, key});
    columns_.push_back({"indicator_name", "指标名称", CellType::text, hidden});
  }
  void long_cells(const Subject& subject, std::size_t period, std::uint32_t index) {
    subject_cells(subject);
    period_cells(panel_.periods[period]);
    rows_->text(indicator(index).id);
    rows_->text(indicator(index).name_zh);
  }

  void long_divisions() {
    long_columns();
    for (const auto& column : std::initializer_list<ShapeColumn>{{"value", "数值", CellType::number, data},
                                                                 {"value_low", "下限", CellType::number, hidden},
                                                                 {"value_high", "上限", CellType::number, hidden},
                                                                 {"approx", "近似", CellType::text, hidden},
                                                                 {"unit", "单位", CellType::text, data},
                                                                 {"annualised", "年均", CellType::boolean, hidden},
                                                                 {"state", "状态", CellType::text, data},
                                                                 {"reason", "原因", CellType::text, data},
                                                                 {"candidates", "候选值", CellType::text, hidden},
                                                                 {"checks", "核对", CellType::text, data},
                                                                 {"change", "增减", CellType::number, hidden},
                                                                 {"rank", "排名", CellType::integer, hidden},
                                                                 {"rank_of", "排名总数", CellType::integer, hidden},
                                                                 {"median", "中位数", CellType::number, hidden},
                                                                 {"run", "表格", CellType::text, hidden},
                                                                 {"file", "文件", CellType::text, data},
                                                                 {"page", "页", CellType::integer, hidden},
                                                                 {"line", "行", CellType::integer, data},
                                                                 {"column", "列", CellType::integer, hidden},
                                                                 {"mention", "表述", CellType::text, hidden},
                                                                 {"set_aside", "未采用的报告", CellType::text, hidden}})
      columns_.push_back(column);
    open();
    for (const auto& subject : figures_.subjects())
      for (std::size_t p = 0; p < panel_.periods.size(); ++p)
        for (const auto index : indicators_) long_row(subject, p, index);
    rows_->finish();
  }

  void long_row(const Subject& subject, std::size_t period, std::uint32_t index) {
    const auto figure = figures_.at(subject, period, index);
    const auto* finding = figure.finding;
    const auto none = [this] { rows_->blank(CellState::no_report); };
    long_cells(subject, period, index);
    figure.value ? rows_->number(*figure.value) : rows_->blank(figure.state);
    figure.value ? rows_->number(finding->low) : none();
    figure.value ? rows_->number(finding->high) : none();
    rows_->text(figure.value ? finding->approx : std::string());
    rows_->text(figure.value ? finding->unit : std::string());
    figure.value ? rows_->boolean(figure.divided_by > 0) : none();
    rows_->text(state_name(figure.state));
    rows_->text(finding != nullptr ? finding->reason : std::string_view());
    rows_->text(finding != nullptr ? finding->candidates : std::string());
    rows_->text(finding != nullptr ? joined(finding->checks) : std::string());
    rows_->number(figures_.change(subject, period, index));
    const auto standing = figures_.standing(subject, period, index);
    standing.rank ? rows_->integer(*standing.rank) : none();
    standing.of > 0 ? rows_->integer(standing.of) : none();
    rows_->number(standing.median);
    const auto* account = figure.account;
    if (account != nullptr)
      source_cells(*account);
    else
      none(), none();
    if (finding != nullptr) {
      for (const auto place : {finding->page, finding->line, finding->column}) rows_->integer(place);
      rows_->text(finding->mention);
    } else {
      none(), none(), none(), none();
    }
    const auto aside = set_aside_.find(account);
    rows_->text(aside != set_aside_.end() ? aside->second : std::string());
    rows_->end_row();
  }

  void long_groups() {
    long_columns();
    for (const auto& column : std::initializer_list<ShapeColumn>{{"unit", "单位", CellType::text, data},
                                                                 {"value", "数值", CellType::number, data},
                                                                 {"n", "份数", CellType::integer, data},
                                                                 {"reports", "报告数", CellType::integer, data},
                                                                 {"annualised", "年均", CellType::boolean, hidden},
                                                                 {"rank", "排名", CellType::integer, hidden},
                                                                 {"rank_of", "排名总数", CellType::integer, hidden},
                                                                 {"median", "中位数", CellType::number, hidden}})
      columns_.push_back(column);
    open();
    for (const auto& subject : figures_.subjects())
      for (std::size_t p = 0; p < panel_.periods.size(); ++p)
        for (const auto index : indicators_) {
          const auto figure = figures_.at(subject, p, index);
          const auto standing = figures_.standing(subject, p, index);
          const auto none = [this] { rows_->blank(CellState::no_report); };
          long_cells(subject, p, index);
          rows_->text(indicator(index).unit);
          rows_->number(figure.value);
          rows_->integer(figure.stated);
          rows_->integer(figure.reports);
          figure.value ? rows_->boolean(figure.divided_by > 0) : none();
          standing.rank ? rows_->integer(*standing.rank) : none();
          standing.of > 0 ? rows_->integer(standing.of) : none();
          rows_->number(standing.median);
          rows_->end_row();
        }
    rows_->finish();
  }

  const Panel& panel_;
  const CompareOptions& options_;
  const CompareStyle& style_;
  const ByteSink& sink_;
  Figures figures_;
  std::vector<std::uint32_t> indicators_;
  std::map<const Account*, std::string> set_aside_;
  std::vector<ShapeColumn> columns_;
  std::unique_ptr<CompareWriter> rows_;
};

}  // namespace

void write_compared(const Panel& panel, const CompareOptions& options, const CompareStyle& style, const std::function<void(std::string_view)>& sink) {
  Shape(panel, options, style, sink).write();
}

}  // namespace renda
