#include "tables/csv.h"

#include <catch2/catch.hpp>

using renda::append_csv_text;

TEST_CASE("csv: a text cell", "[tables]") {
  struct Case {
    std::string input, expected;
  };
  const std::vector<Case> cases = {
      // minimal quoting
      {"", ""},
      {"常委会会议8次", "常委会会议8次"},
      {"a,b", "\"a,b\""},
      {"say \"yes\"", "\"say \"\"yes\"\"\""},
      {" both ends ", " both ends "},
      // one record is one line
      {"a\nb", "a b"},
      {"a\r\nb\rc", "a b c"},
      {std::string("a\0b", 3), "a b"},
      {"a\x1b[2Jb", "a [2Jb"},
      {"a\u0085b\u2028c\u2029d", "a b c d"},
      {"é“…”", "é“…”"},
      // nothing that a spreadsheet would compute
      {"=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""},
      {"+cmd", "'+cmd"},
      {"-5次", "'-5次"},
      {"@SUM(A1)", "'@SUM(A1)"},
      {"\tx", "' x"},
      {"\rx", "' x"},
      {"＝1+1", "'＝1+1"},
      {"＋x", "'＋x"},
      {"－x", "'－x"},
      {"＠x", "'＠x"},
      // a plain number is a number, a lone sign is nothing
      {"-5", "-5"},
      {"+3.25%", "+3.25%"},
      {"-", "-"},
      {"-5-3", "'-5-3"},
      {"-.5", "-.5"},
      {"-7.2e3", "-7.2e3"},
      {"-e3", "'-e3"},
      {"-5.", "'-5."},
  };
  for (const auto& c : cases) {
    std::string out = "before,";
    append_csv_text(out, c.input);
    CHECK(out == "before," + c.expected);
  }
}

TEST_CASE("csv: header, line ends and types", "[tables]") {
  const renda::Column columns[] = {
      {"name", "名称"}, {"value", "数值", renda::CellType::number}, {"primary", "主行", renda::CellType::boolean}};
  std::string out;
  const auto rows = renda::make_row_writer({.bom = true, .crlf = true, .chinese_headers = true}, columns, out);
  rows->header();
  rows->text("永康市");
  rows->number(renda::Decimal(-7));
  rows->boolean(true);
  rows->end_row();
  rows->text("");
  rows->empty();
  rows->boolean(false);
  rows->end_row();
  CHECK(out == "\xEF\xBB\xBF名称,数值,主行\r\n永康市,-7,1\r\n,,0\r\n");
}
