// The columns of every table, in the order of the contract (docs/tables.md), with their Chinese headings.
#include "renda/table.h"

namespace renda {
namespace {

using enum CellType;

constexpr Column kObservations[] = {
    {"file", "文件"},
    {"division_code", "行政区划代码"},
    {"division", "行政区划"},
    {"level", "层级"},
    {"period_kind", "期间类型"},
    {"period_start", "期间起"},
    {"period_end", "期间止"},
    {"indicator", "指标"},
    {"indicator_name", "指标名称"},
    {"value", "数值", number},
    {"value_low", "下限", number},
    {"value_high", "上限", number},
    {"approx", "近似"},
    {"unit", "单位"},
    {"scope", "范围"},
    {"primary", "主行", boolean},
    {"page", "页", integer},
    {"line", "行", integer},
    {"column", "列", integer},
    {"mention", "表述"},
    {"sentence", "句子"},
    {"section", "章节"},
    {"pattern", "模式"},
    {"flags", "标记"},
};

constexpr Column kReports[] = {
    {"file", "文件"},
    {"format", "格式"},
    {"encoding", "编码"},
    {"characters", "字数", integer},
    {"title", "标题"},
    {"division_code", "行政区划代码"},
    {"province", "省"},
    {"prefecture", "市"},
    {"county", "县"},
    {"division", "行政区划"},
    {"level", "层级"},
    {"body", "机关"},
    {"congress", "届"},
    {"session", "次会议"},
    {"kind", "报告类型"},
    {"report_date", "报告日期"},
    {"period_kind", "期间类型"},
    {"period_start", "期间起"},
    {"period_end", "期间止"},
    {"period_source", "期间依据"},
    {"numbers", "数字", integer},
    {"observed", "已识别", integer},
    {"planned", "计划", integer},
    {"ignored", "忽略", integer},
    {"unmatched", "未匹配", integer},
    {"status", "状态"},
    {"message", "说明"},
};

constexpr Column kLedger[] = {
    {"file", "文件"},          {"page", "页", integer}, {"line", "行", integer}, {"column", "列", integer}, {"text", "文字"},
    {"value", "数值", number}, {"unit", "单位"},        {"class", "类别"},       {"reason", "原因"},        {"indicator", "指标"},
};

constexpr Column kIndicators[] = {
    {"id", "指标"},   {"category", "类别"},           {"name_zh", "中文名称"}, {"name_en", "英文名称"},
    {"unit", "单位"}, {"units_accepted", "可用单位"}, {"definition", "定义"},
};

constexpr Column kComparison[] = {
    {"file", "文件"},           {"division_code", "行政区划代码"}, {"province", "省"},         {"prefecture", "市"},
    {"county", "县"},           {"division", "行政区划"},          {"level", "层级"},          {"period_kind", "期间类型"},
    {"period_start", "期间起"}, {"period_end", "期间止"},          {"years", "年数", integer},
};

}  // namespace

std::vector<Column> table_columns(TableId table, const PatternSet& patterns, const RowFilter& filter) {
  switch (table) {
    case TableId::observations:
      return {std::begin(kObservations), std::end(kObservations)};
    case TableId::reports:
      return {std::begin(kReports), std::end(kReports)};
    case TableId::ledger:
      return {std::begin(kLedger), std::end(kLedger)};
    case TableId::indicators:
      return {std::begin(kIndicators), std::end(kIndicators)};
    case TableId::comparison:
      break;
  }
  std::vector<Column> columns(std::begin(kComparison), std::end(kComparison));
  const auto& indicators = patterns.indicators();
  for (std::uint32_t i = 0; i < indicators.size(); ++i)
    if (filter.wants(i)) columns.push_back({indicators[i].id, indicators[i].name_zh, number});
  return columns;
}

}  // namespace renda
