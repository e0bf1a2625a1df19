#include "tables/xlsx.h"

#include <fmt/format.h>
#include <minizip/unzip.h>

#include <catch2/catch.hpp>

#include "support/program.h"
#include "tables/output.h"
#include "tables/xlsx_rows.h"
#include "tables/xlsx_verify.h"
#include "text/utf.h"

using namespace renda;
using renda::test::Scratch;

namespace {

std::string clean(std::string_view text) {
  std::string out;
  append_xlsx_text(out, text);
  return out;
}

// A part of a workbook, unpacked.
std::string part(const std::filesystem::path& file, const std::string& name) {
  auto* zip = unzOpen64(file.c_str());
  INFO(name);
  REQUIRE(zip != nullptr);
  REQUIRE((unzLocateFile(zip, name.c_str(), 1) == UNZ_OK && unzOpenCurrentFile(zip) == UNZ_OK));
  std::string out(64 << 10, '\0');
  std::string all;
  for (int length = 0; (length = unzReadCurrentFile(zip, out.data(), static_cast<unsigned>(out.size()))) > 0;)
    all.append(out, 0, static_cast<std::size_t>(length));
  CHECK(unzCloseCurrentFile(zip) == UNZ_OK);
  unzClose(zip);
  return all;
}

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t found = 0;
  for (auto at = text.find(what); at != std::string_view::npos; at = text.find(what, at + what.size())) ++found;
  return found;
}

// One report of `statements` rows of observations, the first of which the comparison shows; as TableSet::render gives it.
std::array<std::string, kTableCount> report_rows(const TableSet& tables, const std::string& file, std::uint32_t statements,
                                                 const Decimal& value = 8) {
  std::array<std::string, kTableCount> rows;
  for (const auto table : tables.tables()) {
    const auto columns = tables.columns(table);
    const auto writer = make_row_writer(tables.style(), columns, rows[static_cast<std::size_t>(table)]);
    for (std::uint32_t i = 0; i < (table == TableId::observations ? statements : 1); ++i) {
      for (const auto& column : columns) {
        if (column.name == "file") {
          writer->text(file);
        } else if (column.name == "value" || column.name == "meeting.chairpersons") {
          writer->about(i);
          writer->number(value);
        } else {
          writer->empty();
        }
      }
      writer->end_row();
    }
  }
  return rows;
}

struct Book {
  std::shared_ptr<const PatternSet> patterns = PatternSet::builtin();
  TableSet tables{*patterns, {.style = {.format = TableFormat::xlsx}, .filter = {}, .tables = Workbook::sheets()}};
};

}  // namespace

TEST_CASE("xlsx: what no cell can hold is replaced", "[tables]") {
  struct Case {
    std::string text, expected;
  };
  const std::vector<Case> cases = {
      {"人大", "人大"},
      {"a\nb\r\nc\td", "a b c d"},
      {std::string("a\0b\x7F\xC2\x85"
                   "c",
                   7),
       "a b  c"},
      {"\xEF\xBF\xBE\xEF\xBF\xBF", "\uFFFD\uFFFD"},  // U+FFFE, U+FFFF
      {"\xEF\xBF\xBD！", "\uFFFD！"},                // others that begin like them
      {"_x0041_", "_x005F_x0041_"},
      {"_x00_ _x0041 __x0041_", "_x00_ _x0041 __x005F_x0041_"},
      {"=1+1", "=1+1"},  // a text is no formula
      {"", ""},
  };
  for (const auto& c : cases) {
    INFO(c.text);
    CHECK(clean(c.text) == c.expected);
  }
}

TEST_CASE("xlsx: rows are read as they were written", "[tables]") {
  std::string out;
  XlsxRowWriter writer(out);
  writer.text("a\x1F@b\n");
  writer.empty();
  writer.about(12);
  writer.number(Decimal::scaled(985, 1));
  writer.integer(7);
  writer.boolean(true);
  writer.end_row();
  writer.text("@1 t");
  writer.end_row();
  std::string_view rest = out;
  std::vector<XlsxCell> cells;
  REQUIRE(read_xlsx_row(rest, cells));
  REQUIRE(cells.size() == 5);
  CHECK(cells[0].value == "a @b ");
  CHECK(cells[0].type == CellType::text);
  CHECK(cells[1].value.empty());
  CHECK(cells[2].value == "98.5");
  CHECK(cells[2].type == CellType::number);
  CHECK(cells[2].observation == 12U);
  CHECK_FALSE(cells[3].observation);
  CHECK(cells[3].type == CellType::integer);
  CHECK(cells[4].type == CellType::boolean);
  REQUIRE(read_xlsx_row(rest, cells));
  REQUIRE(cells.size() == 1);
  CHECK(cells[0].value == "@1 t");
  CHECK_FALSE(cells[0].observation);
  CHECK_FALSE(read_xlsx_row(rest, cells));
}

TEST_CASE("xlsx: rows beyond a sheet go on in the next, links follow them", "[tables]") {
  const Scratch scratch;
  const Book book;
  const auto file = scratch.path() / "a.xlsx";
  Workbook workbook(file, file, book.tables, "0", {.rows = 4});
  for (int i = 0; i < 4; ++i) workbook.add(report_rows(book.tables, fmt::format("r{}", i), 2));
  const auto notes = workbook.close();
  // 数据 8 rows: 3 + 3 + 2; 对比 and 来源 4 each: 3 + 1. Sheets in their order: 数据 对比 来源 说明 数据2 数据3 对比2 来源2.
  const auto names = part(file, "xl/workbook.xml");
  for (const char* name : {"数据", "对比", "来源", "说明", "数据2", "数据3", "对比2", "来源2"})
    CHECK(count(names, fmt::format("<sheet name=\"{}\"", name)) == 1);
  CHECK(count(names, "<sheet ") == 8);
  CHECK(count(part(file, "xl/worksheets/sheet1.xml"), "<row ") == 4);
  REQUIRE(notes.size() == 3);
  CHECK(notes[0].en == "数据 has more rows than a sheet holds (4): they go on in 数据2 and so on.");
  CHECK(notes[2].zh == "“来源”的行数超过一张工作表的上限（4 行），接在 来源2 中。");
  CHECK(count(part(file, "xl/worksheets/sheet4.xml"), "数据 has more rows than a sheet holds") == 1);
  // The fourth report: its source stands in 来源2, its statement in 数据3.
  std::string all;
  for (int i = 1; i <= 8; ++i) all += part(file, fmt::format("xl/worksheets/sheet{}.xml", i));
  CHECK(count(all, "location=\"'来源2'!A2\"") == 2);
  CHECK(count(all, "location=\"'数据3'!J2\"") == 1);
  CHECK(count(all, "location=\"'来源'!A2\"") == 2);
}

TEST_CASE("xlsx: values beyond the links of a sheet stand without one", "[tables]") {
  const Scratch scratch;
  const Book book;
  const auto file = scratch.path() / "a.xlsx";
  Workbook workbook(file, file, book.tables, "0", {.links = 3});
  for (int i = 0; i < 3; ++i) workbook.add(report_rows(book.tables, "r", 2));
  const auto notes = workbook.close();
  REQUIRE(notes.size() == 1);
  CHECK(notes[0].en == "3 values of 数据 have no link: a sheet holds 3 links.");
  const auto data = part(file, "xl/worksheets/sheet1.xml");
  CHECK(count(data, "<hyperlink ") == 3);
  CHECK(count(data, "<v>8</v>") == 6);
}

TEST_CASE("xlsx: a long text is cut, a long value is a text", "[tables]") {
  const Scratch scratch;
  const Book book;
  const auto file = scratch.path() / "a.xlsx";
  const auto name = [](std::size_t characters) {
    std::string out = "\U00020000";  // two UTF-16 units
    for (std::size_t i = 2; i < characters; ++i) out += "长";
    return out;
  };
  const std::string last = "\U00020001";
  Workbook workbook(file, file, book.tables, "0", {.characters = 400});
  workbook.add(report_rows(book.tables, name(400), 1, 123456789012345));
  workbook.add(report_rows(book.tables, name(401), 1, 1234567890123456));
  workbook.add(report_rows(book.tables, name(398) + last + last, 1, *Decimal::parse("-0.00123456789012")));
  const auto notes = workbook.close();
  REQUIRE(notes.size() == 1);
  CHECK(notes[0].en == "6 texts of more than 400 characters are cut and end with ….");
  const auto data = part(file, "xl/worksheets/sheet1.xml");
  CHECK(data.find(fmt::format("<t>{}</t>", name(400))) != std::string::npos);
  CHECK(data.find(fmt::format("<t>{}…</t>", name(399))) != std::string::npos);
  CHECK(data.find(fmt::format("<t>{}…</t>", name(398))) != std::string::npos);  // no half of a character is left
  CHECK(data.find("<v>123456789012345</v>") != std::string::npos);
  CHECK(data.find("<t>1234567890123456</t>") != std::string::npos);
  CHECK(data.find("<v>-0.00123456789012</v>") != std::string::npos);
}

TEST_CASE("xlsx: a workbook that lacks rows is not taken for whole", "[tables]") {
  const Scratch scratch;
  const Book book;
  const auto file = scratch.path() / "a.xlsx";
  Workbook workbook(file, file, book.tables, "0");
  for (int i = 0; i < 2000; ++i) workbook.add(report_rows(book.tables, fmt::format("r{}", i), 5));
  workbook.close();
  const auto sheet = part(file, "xl/worksheets/sheet1.xml");
  const auto begin = sheet.find("<sheetData>") + 11;
  const std::uint64_t rows = sheet.find("</sheetData>") - begin;
  CHECK(rows > 300000);  // more than one piece of the reader's
  CHECK_NOTHROW(verify_sheets(file, "book", std::array<std::uint64_t, 1>{rows}));
  CHECK_THROWS_AS(verify_sheets(file, "book", std::array<std::uint64_t, 1>{rows + 1}), OutputError);
  CHECK_THROWS_AS(verify_sheets(file, "book", std::array<std::uint64_t, 1>{rows - 1}), OutputError);
  auto bytes = scratch.read("a.xlsx");
  scratch.write("cut.xlsx", bytes.substr(0, bytes.size() / 2));
  CHECK_THROWS_AS(verify_sheets(scratch.path() / "cut.xlsx", "book", std::array<std::uint64_t, 1>{rows}), OutputError);
  bytes[bytes.find("xl/worksheets/sheet1.xml") + 1000] ^= 1;
  scratch.write("changed.xlsx", bytes);
  CHECK_THROWS_AS(verify_sheets(scratch.path() / "changed.xlsx", "book", std::array<std::uint64_t, 1>{rows}), OutputError);
  CHECK_THROWS_AS(verify_sheets(scratch.path() / "none.xlsx", "book", std::array<std::uint64_t, 1>{rows}), OutputError);
}

TEST_CASE("xlsx: a workbook that is given up leaves the file it was given", "[tables]") {
  const Scratch scratch;
  const Book book;
  const auto file = scratch.write("a.xlsx", "");
  {
    Workbook workbook(file, file, book.tables, "0");
    workbook.add(report_rows(book.tables, "r", 5));
  }
  CHECK(scratch.names() == std::vector<std::string>{"a.xlsx"});
  try {
    Workbook(scratch.path() / "no-such-folder/a.xlsx", "shown.xlsx", book.tables, "0").close();
    FAIL("written into no folder");
  } catch (const OutputError& error) {
    CHECK(error.diagnostic().file == "shown.xlsx");
    CHECK(error.diagnostic().message == "cannot write: No such file or directory");
  }
}
