// write_guide(): the texts of descriptions.h and the codebook, one block under the other.
#include "tables/xlsx_guide.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <vector>

#include "tables/descriptions.h"
#include "text/utf.h"

namespace renda {
namespace {

using Line = std::vector<std::string_view>;

constexpr int kWidths[] = {34, 22, 24, 60, 60, 10, 34};  // of the columns
constexpr double kLineHeight = 15;                       // points
constexpr int kTallest = 27;                             // lines: Excel takes 409 points

// Lines that the cells take where they are broken: no program works that out when it opens a workbook.
int lines_of(const Line& cells) {
  int lines = 1;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const int room = kWidths[i] - 3;
    lines = std::max(lines, (display_width(cells[i].substr(0, 10000)) + room - 1) / room);
  }
  return std::min(lines, kTallest);
}

class Guide {
 public:
  Guide(WorkbookParts& parts, lxw_worksheet* sheet) : parts_(parts), sheet_(sheet) {}
  void title(std::string_view text) { write({text}, parts_.formats.title()); }
  /// A blank line and the headings of the next block.
  void block(const Line& headings) {
    ++row_;
    write(headings, parts_.formats.heading());
  }
  void line(const Line& cells) {
    if (const int lines = lines_of(cells); lines > 1)
      check(worksheet_set_row(sheet_, row_, lines * kLineHeight, nullptr), parts_.file);
    write(cells, parts_.formats.prose());
  }
  /// Runs over the columns beside it.
  void sentence(std::string_view text) { write({text}, nullptr); }

 private:
  void write(const Line& cells, lxw_format* format) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      std::string text;
      append_xlsx_text(text, cells[i]);
      // An empty text with a format is a blank cell that has it.
      parts_.write_text(sheet_, row_, static_cast<lxw_col_t>(i), text, looks_like_number(text) ? parts_.formats.text() : format);
    }
    ++row_;
  }

  WorkbookParts& parts_;
  lxw_worksheet* sheet_;
  std::uint32_t row_ = 0;
};

constexpr Bilingual kReading[] = {
    {"空单元格表示“未说明”，不是零。", "An empty cell means \"not stated\", never zero."},
    {"“数据”中的数值链接到“来源”中的文件；“对比”中的数值链接到“数据”中的出处。",
     "A value in 数据 links to its file in 来源; a value in 对比 links to its statement in 数据."},
    {"行政区划代码、年份和日期是文本，前导零不会丢失；数值是数字；超过 15 位的数值是文本，因为电子表格不能准确保存。",
     "Codes, years and dates are texts, so that no zero is lost; values are numbers; values of more than 15 digits are texts, "
     "for a spreadsheet cannot hold them exactly."},
    {"“对比”只取本级（scope 为 own）、主行（primary 为 1）、与指标单位同类的数值；比较之前请看“年数”：一届的总数不同于一年的数。",
     "对比 takes own primary rows of the indicator's own unit alone; look at years before comparing: the total of a term is not "
     "that of a year."},
    {"每条陈述都可按页、行、列回到原文核对。", "Every statement can be checked against its source by page, line and column."},
};

void write_columns(Guide& guide, const TableSet& tables) {
  guide.block({"工作表 sheet", "列 column", "中文 Chinese", "说明", "meaning"});
  for (const auto table : tables.tables())
    for (const auto& column : tables.columns(table))
      if (const auto* about = describe_column(table, column.name))
        guide.line({describe_table(table).sheet, column.name, column.name_zh, about->meaning.zh, about->meaning.en});
}

// A list that several tables use stands once.
void write_closed_lists(Guide& guide, const TableSet& tables) {
  guide.block({"列 column", "取值 value", "中文 Chinese", "说明", "meaning"});
  std::set<const Term*> done;
  for (const auto table : tables.tables())
    for (const auto& column : tables.columns(table)) {
      const auto* about = describe_column(table, column.name);
      if (about == nullptr || about->values.empty() || !done.insert(about->values.data()).second) continue;
      for (const auto& term : about->values)
        guide.line({column.name, term.value, column.name_zh, term.meaning.zh, term.meaning.en});
    }
}

void write_codebook(Guide& guide, const PatternSet& patterns) {
  guide.block({"指标 indicator", "类别 category", "中文名称", "英文名称 English name", "定义 definition", "单位 unit",
               "可用单位 units accepted"});
  for (const auto& indicator : patterns.indicators()) {
    std::string units;
    for (const auto& unit : indicator.units) units.append(units.empty() ? "" : "|").append(unit);
    guide.line(
        {indicator.id, indicator.category, indicator.name_zh, indicator.name_en, indicator.definition, indicator.unit, units});
  }
}

}  // namespace

void write_guide(WorkbookParts& parts, lxw_worksheet* sheet, const TableSet& tables, std::string_view program_version,
                 std::span<const WorkbookNote> notes) {
  for (std::size_t i = 0; i < std::size(kWidths); ++i) {
    const auto column = static_cast<lxw_col_t>(i);
    check(worksheet_set_column(sheet, column, column, kWidths[i], nullptr), parts.file);
  }
  worksheet_set_landscape(sheet);
  Guide guide(parts, sheet);
  guide.title("人大工作报告数据 · Figures of people's congress reports");
  guide.sentence(
      "由 renda 从报告原文中读出，每个数值都有出处。Read by renda from the texts of the reports; every value has its place.");
  if (!notes.empty()) guide.block({"注意", "note"});
  for (const auto& note : notes) guide.sentence(note.zh), guide.sentence(note.en);
  guide.block({"版本", "version"});
  guide.line({"renda", program_version});
  guide.line({"模式 patterns", tables.patterns().version()});
  guide.line({"表格 tables", kTableVersion});
  guide.block({"工作表 sheet", "", "", "说明", "meaning"});
  for (const auto table : tables.tables()) {
    const auto about = describe_table(table);
    guide.line({about.sheet, "", "", about.meaning.zh, about.meaning.en});
  }
  guide.block({"怎样阅读", "how to read"});
  for (const auto& text : kReading) guide.sentence(text.zh), guide.sentence(text.en);
  write_codebook(guide, tables.patterns());
  write_columns(guide, tables);
  write_closed_lists(guide, tables);
}

}  // namespace renda
