// The texts of descriptions.h. docs/tables.md says the same; a test holds both against what the program writes.
#include "tables/descriptions.h"

#include <array>

namespace renda {
namespace {

constexpr Term kFormats[] = {{"txt", {"纯文本", "plain text"}}};

constexpr Term kLevels[] = {
    {"national", {"全国", "national"}},
    {"province", {"省级", "province"}},
    {"prefecture", {"地级（设区的市、自治州）", "prefecture"}},
    {"county", {"县级（县、不设区的市、市辖区）", "county"}},
    {"township", {"乡级（乡、镇、街道）", "township"}},
};

constexpr Term kPeriodKinds[] = {
    {"annual", {"一年", "one year"}},
    {"term", {"一届", "a term of office"}},
    {"half", {"半年", "half a year"}},
    {"quarter", {"一个季度", "a quarter"}},
    {"multi", {"几年，不是整届", "several years that are no term"}},
    {"unknown", {"文中未说明", "not said"}},
};

constexpr Term kPeriodSources[] = {
    {"text", {"正文写明", "the text says so"}},
    {"session-date", {"由会议日期推出：一至四月的会议报告上一年", "from the date of the session: one of January to April reports the year before"}},
    {"anchor", {"由文中的周年、活动等推出", "from an anniversary or a campaign in the text"}},
    {"file-name", {"由文件名推出", "from the file name"}},
    {"manifest", {"由清单给出", "from the manifest"}},
    {"unknown", {"没有依据", "nothing to go by"}},
};

constexpr Term kApprox[] = {
    {"exact", {"确数", "exact"}},
    {"over", {"以上（余、多、超）", "more than (余 多 以上 超)"}},
    {"under", {"以下（近、不足）", "less than (近 不足)"}},
    {"about", {"大约（约、左右、几、区间）", "about (约 左右 几, ranges)"}},
};

constexpr Term kScopes[] = {
    {"own", {"本级：写报告的人大及其代表、站点和辖区", "the level that writes, with its deputies, stations and area"}},
    {"lower", {"下级", "a lower level"}},
    {"higher", {"上级", "a higher level"}},
    {"site", {"单个站点、村或代表", "one station, village or deputy"}},
};

constexpr Term kFlags[] = {
    {"other_unit", {"计量对象与指标的单位不同，不进入对比", "counts something else than the indicator's unit; never compared"}},
    {"rate_over_100", {"百分比超过 100", "a percentage over 100"}},
    {"part_over_total", {"部分大于总数", "a part larger than its total"}},
    {"repetition", {"同一总数再次出现", "the total once more"}},
    {"conflict", {"与另一总数不一致", "another total"}},
    {"more_than_received", {"办结数多于收到数", "more completed than received"}},
    {"fewer_than_batches", {"人次少于批次", "fewer people than batches"}},
};

constexpr Term kBodies[] = {
    {"standing_committee", {"人大常委会", "standing committee"}},
    {"presidium", {"乡镇人大主席团", "presidium of a township congress"}},
    {"working_committee", {"街道人大工委", "working committee of a subdistrict"}},
    {"congress", {"人民代表大会", "the congress itself"}},
};

constexpr Term kKinds[] = {
    {"annual_report", {"年度工作报告", "annual work report"}},
    {"term_report", {"届末工作报告", "report on a term"}},
    {"summary", {"工作总结", "summary"}},
    {"news", {"新闻报道", "news"}},
    {"yearbook", {"年鉴", "yearbook"}},
    {"suggestions_report", {"代表建议办理情况报告", "account of the deputies' suggestions"}},
    {"plan", {"计划、要点（不给出行）", "a plan (no rows)"}},
    {"cppcc", {"政协（不给出行）", "of the CPPCC (no rows)"}},
    {"government", {"政府工作报告（不给出行）", "of the government (no rows)"}},
    {"court", {"法院工作报告（不给出行）", "of a court (no rows)"}},
    {"procuratorate", {"检察院工作报告（不给出行）", "of a procuratorate (no rows)"}},
    {"party", {"党委、纪委文件（不给出行）", "of the Party (no rows)"}},
    {"rules", {"法规、制度（不给出行）", "rules and statutes (no rows)"}},
    {"other_body", {"其他机关、单位的工作总结（不给出行）", "another body's account: a bureau, a company, a trade union (no rows)"}},
    {"other", {"其他", "other"}},
};

constexpr Term kStatuses[] = {
    {"ok", {"已读", "read"}},
    {"warning", {"已读，但有问题，见“说明”", "read, with a warning in message"}},
    {"empty", {"空文件", "an empty file"}},
    {"no_text", {"没有文字（如扫描件）", "no text, a scan perhaps"}},
    {"damaged", {"文件损坏", "damaged"}},
    {"encrypted", {"文件已加密", "encrypted"}},
    {"too_large", {"超过大小限制", "over the size limit"}},
    {"unsupported", {"不是可读的格式", "no format that can be read"}},
    {"timeout", {"读取超时", "took too long"}},
    {"memory", {"内存不足", "not enough memory"}},
    {"unreadable", {"不能打开", "cannot be opened"}},
    {"vanished", {"读取时已不存在", "gone before it was read"}},
    {"not_regular", {"不是普通文件", "not a regular file"}},
    {"encoding_uncertain", {"不能确定编码", "the encoding is uncertain"}},
    {"not_a_report", {"不是人大工作报告，不给出行", "no report of a congress: no rows"}},
};

constexpr Term kClasses[] = {
    {"observed", {"已识别，算作某指标", "counts as an indicator"}},
    {"planned", {"计划、目标，不是已做的", "planned, not done"}},
    {"ignored", {"不是统计数，见原因", "no statistic; see reason"}},
    {"unmatched", {"没有模式认得", "no pattern knows it"}},
};

constexpr Term kReasons[] = {
    {"plan", {"计划或目标", "a plan or a target"}},
    {"date", {"日期", "a date"}},
    {"ordinal", {"序数", "an ordinal"}},
    {"document_number", {"文号", "a document number"}},
    {"code", {"号码、代码", "a code"}},
    {"list_label", {"条目序号", "the label of an item"}},
    {"name", {"名称的一部分", "part of a name"}},
    {"no_unit", {"没有量词", "no measure word"}},
    {"fraction", {"分数", "a fraction"}},
    {"unreadable", {"不能读出", "cannot be read"}},
    {"one_by_one", {"“一件一件”，不是数量", "one after another, as in 一件一件: no count"}},
    {"multiplier", {"“两个100%”中的“两个”", "the two of 两个100%"}},
    {"money", {"金额", "money"}},
    {"area", {"面积", "an area"}},
    {"length", {"长度", "a length"}},
    {"volume", {"容量", "a volume"}},
    {"weight", {"重量", "a weight"}},
    {"duration", {"时间长度", "a duration"}},
    {"age", {"年龄", "an age"}},
    {"score", {"分数、名次", "a score"}},
    {"vote", {"票数", "votes"}},
    {"population", {"人口", "population"}},
    {"object", {"物品", "objects"}},
    {"change", {"增减幅度", "a change"}},
    {"party", {"党的工作", "of the Party"}},
    {"cppcc", {"政协的工作", "of the CPPCC"}},
    {"government", {"政府的工作", "of the government"}},
    {"other_actor", {"其他机关的工作", "of another organ"}},
    {"judicial", {"法院、检察院的工作", "of courts and procuratorates"}},
    {"economy", {"经济数据", "the economy"}},
    {"project", {"工程项目", "projects"}},
    {"draft", {"草案的内容", "inside a draft"}},
    {"visit_received", {"接待来访的考察团", "visiting delegations"}},
    {"other_meeting", {"其他会议", "another meeting"}},
    {"attendance", {"出席人数", "attendance"}},
    {"membership", {"组成人员数", "membership"}},
    {"public", {"公众参与人数", "the public"}},
    {"place", {"场所数", "places"}},
    {"unit_counted", {"单位、机构数", "organisations"}},
    {"publicity", {"宣传报道", "publicity"}},
    {"average", {"平均数", "an average"}},
    {"norm", {"规定的标准", "a norm"}},
    {"baseline", {"上年或基期的数", "of the year compared with"}},
    {"share", {"占比", "a share"}},
    {"single_session", {"某一次会议的数", "of a single session"}},
    {"facet", {"内容的方面", "aspects"}},
    {"remainder", {"剩余的数", "what is left"}},
    {"handling_class", {"办理结果的分类", "a class of handling"}},
    {"evaluation_result", {"测评结果", "the result of an evaluation"}},
    {"no_indicator", {"词典没有这个指标", "the dictionary has no such indicator"}},
    {"not_a_report", {"不是人大工作报告", "the text is no report of a congress"}},
};

constexpr std::string_view kCode = "^[0-9]{6}$";
constexpr std::string_view kDate = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$";

// Of whatever table they stand in; what means something else in one table stands in the list of that table below.
constexpr ColumnDescription kColumns[] = {
    {"file", {"报告文件，相对于给出的文件夹", "the report's path, relative to the folder given"}},
    {"division_code", {"行政区划代码（GB/T 2260，六位文本）；乡级没有", "division code (GB/T 2260, text of six digits); townships have none"}, {}, false, kCode},
    {"province", {"省级行政区划全称", "full name of the province"}},
    {"prefecture", {"地级行政区划全称", "full name of the prefecture"}},
    {"county", {"县级行政区划全称", "full name of the county"}},
    {"division", {"报告所属行政区划的全称", "full name of the division that reports"}},
    {"level", {"行政区划的层级", "level of the division"}, kLevels},
    {"period_kind", {"数据所属期间的类型", "kind of the period"}, kPeriodKinds},
    {"period_start", {"期间的起点：YYYY 或 YYYY-MM-DD", "first year or day of the period: YYYY or YYYY-MM-DD"}, {}, false, kDate},
    {"period_end", {"期间的终点：YYYY 或 YYYY-MM-DD", "last year or day of the period: YYYY or YYYY-MM-DD"}, {}, false, kDate},
    {"period_source", {"期间的依据", "how the period is known"}, kPeriodSources},
    {"years", {"期间包括几年：一届的总数不会与一年的混淆", "years the period covers, so that a term never passes for a year"}},
    {"indicator", {"指标代号，见指标表", "id of the indicator; see the codebook"}},
    {"indicator_name", {"指标的中文名称", "Chinese name of the indicator"}},
    {"value", {"数值", "the value"}},
    {"value_low", {"下限；确数时等于数值", "lower bound; the value where it is exact"}},
    {"value_high", {"上限；确数时等于数值", "upper bound; the value where it is exact"}},
    {"approx", {"确数还是约数", "exact or not"}, kApprox},
    {"unit", {"原文的量词；用文字表示的百分数为 %", "the measure word as printed; % for percentages in words"}},
    {"scope", {"谁的数字", "whose figure it is"}, kScopes},
    {"primary", {"1：对比时应使用的一行；0：部分或重复", "1: the row a comparison should use; 0: a part or a repetition"}},
    {"page", {"页码，从 1 起；纯文本为 0", "page, from 1; 0 for plain text"}},
    {"line", {"行号，从 1 起", "line, from 1"}},
    {"column", {"第几个字符，从 1 起", "column in characters, from 1"}},
    {"mention", {"含有名词和数字的原文", "the words with noun and number, as printed"}},
    {"sentence", {"所在句子，最多 400 字，截断处以 … 表示", "the sentence, at most 400 characters, cut ends marked …"}},
    {"section", {"所在部分的标题", "heading above it"}},
    {"pattern", {"识别所依据的规则", "the rule that read it"}},
    {"flags", {"需要注意之处，以 | 分隔", "what to mind, joined by a bar"}, kFlags, true},
    {"format", {"文件格式", "file format"}, kFormats},
    {"encoding", {"文字编码", "encoding"}},
    {"characters", {"字符数", "number of characters"}},
    {"title", {"标题", "title"}},
    {"body", {"报告机关", "the organ that reports"}, kBodies},
    {"congress", {"第几届", "number of the congress"}},
    {"session", {"第几次会议", "number of the session"}},
    {"kind", {"文本类型", "kind of text"}, kKinds},
    {"report_date", {"报告日期：YYYY、YYYY-MM 或 YYYY-MM-DD", "date of the report: YYYY, YYYY-MM or YYYY-MM-DD"}, {}, false, kDate},
    {"numbers", {"文中数字的总数", "all numbers of the text"}},
    {"observed", {"其中已识别的", "of them observed"}},
    {"planned", {"其中属于计划的", "of them planned"}},
    {"ignored", {"其中忽略的", "of them ignored"}},
    {"unmatched", {"其中未匹配的", "of them unmatched"}},
    {"status", {"读取结果", "what became of the file"}, kStatuses},
    {"message", {"给使用者的说明", "what a user should know"}},
    {"text", {"数字的原文", "the number as printed"}},
    {"class", {"归入哪一类", "the class it was put in"}, kClasses},
    {"reason", {"为什么不算作指标", "why it counts as no indicator"}, kReasons},
    {"id", {"指标代号", "id of the indicator"}},
    {"category", {"类别", "category"}},
    {"name_zh", {"中文名称", "Chinese name"}},
    {"name_en", {"英文名称", "English name"}},
    {"units_accepted", {"可用的单位，以 | 分隔", "units that are taken, joined by a bar"}},
    {"definition", {"定义", "definition"}},
};

constexpr ColumnDescription kLedgerColumns[] = {
    {"value", {"数值；不能读出时为空", "the value; empty where it cannot be read"}},
    {"indicator", {"所算作的指标；一个数字可算作几个，以 | 分隔", "the indicators it states, joined by a bar"}},
};

constexpr ColumnDescription kIndicatorColumns[] = {
    {"unit", {"对比使用的单位", "the unit that comparisons use"}},
};

const ColumnDescription* find(std::span<const ColumnDescription> columns, std::string_view name) {
  for (const auto& column : columns)
    if (column.name == name) return &column;
  return nullptr;
}

}  // namespace

TableDescription describe_table(TableId table) {
  static constexpr std::array<TableDescription, kTableCount> kTables = {{
      {"数据", {"每条陈述一行：哪级人大、什么指标、多少、原文何处", "one row per statement: who, what, how many, and where it is said"}},
      {"来源", {"每个文件一行：无论读取结果如何", "one row per input file, whatever became of it"}},
      {"台账", {"每个数字一行：归入哪一类，为什么", "one row per number: the class it was put in, and why"}},
      {"指标", {"每个指标一行：名称、单位、定义", "one row per indicator: names, unit, definition"}},
      {"对比", {"每份报告一行，每个指标一列：本级、主行、同一单位", "one row per report, a column per indicator: own primary rows in the indicator's unit"}},
  }};
  return kTables[static_cast<std::size_t>(table)];
}

const ColumnDescription* describe_column(TableId table, std::string_view column) {
  const ColumnDescription* own = nullptr;
  if (table == TableId::ledger) own = find(kLedgerColumns, column);
  if (table == TableId::indicators) own = find(kIndicatorColumns, column);
  if (own != nullptr) return own;
  return find(kColumns, column);
}

}  // namespace renda
