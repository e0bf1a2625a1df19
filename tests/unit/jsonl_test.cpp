#include "tables/jsonl.h"

#include <catch2/catch.hpp>

TEST_CASE("jsonl: strings", "[tables]") {
  std::string out;
  renda::append_json_string(out, "“a\"b\\c”\n\x01 =1");
  CHECK(out == "\"“a\\\"b\\\\c”   =1\"");
}

TEST_CASE("jsonl: an object a row, typed, empty is null", "[tables]") {
  const renda::Column columns[] = {{"name", "名称"},
                                   {"value", "数值", renda::CellType::number},
                                   {"line", "行", renda::CellType::integer},
                                   {"primary", "主行", renda::CellType::boolean}};
  std::string out;
  const auto rows = renda::make_row_writer({.format = renda::TableFormat::jsonl, .bom = true, .crlf = true}, columns, out);
  rows->header();
  rows->text("=x");
  rows->number(renda::Decimal::scaled(9850, 2));
  rows->integer(12);
  rows->boolean(true);
  rows->end_row();
  rows->text("");
  rows->empty();
  rows->integer(0);
  rows->boolean(false);
  rows->end_row();
  CHECK(out ==
        "{\"name\":\"=x\",\"value\":98.5,\"line\":12,\"primary\":true}\n"
        "{\"name\":null,\"value\":null,\"line\":0,\"primary\":false}\n");
}
