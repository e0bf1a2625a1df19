#include "renda/diagnostic.h"

#include <catch2/catch.hpp>

TEST_CASE("diagnostic: place, line, caret and hint", "[text]") {
  renda::Diagnostic d{.file = "a.toml", .line = 3, .column = 4, .message = "unknown key", .line_text = "单位x = 1", .hint = "unit"};
  CHECK(renda::format_diagnostic(d) == "a.toml:3:4: error: unknown key\n  单位x = 1\n       ^\n  hint: unit");
}

TEST_CASE("diagnostic: control characters cannot reach the terminal", "[text]") {
  CHECK(renda::format_diagnostic({.file = "a\x1b[2J", .message = "x\u202Ey"}) == "a\\x1b[2J: error: x\\u{202e}y");
}
