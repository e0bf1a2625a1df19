// CSV read strictly: cells with their places, and what is refused with its place.
#include <catch2/catch.hpp>

#include "support/program.h"
#include "text/csv_reader.h"
#include "text/formula.h"
#include "text/glob.h"

using namespace renda;

namespace {

// Every cell as text@line:column, records on lines; or the message.
std::string read(std::unique_ptr<LineReader> lines) {
  std::string out;
  try {
    CsvReader reader(std::move(lines));
    do {
      for (std::size_t i = 0; i < reader.size(); ++i)
        out += reader.cell(i) + "@" + std::to_string(reader.place(i).line) + ":" + std::to_string(reader.place(i).column) + " ";
      out += "| ";
    } while (reader.next());
  } catch (const Error& error) {
    return format_diagnostic(error.diagnostic());
  }
  return out;
}
std::string read(std::string_view text) { return read(std::make_unique<LineReader>(text, "t.csv")); }

}  // namespace

TEST_CASE("csv reader: records, quotes, line ends, places in characters", "[text]") {
  CHECK(read("a,b\n1,2\n") == "a@1:1 b@1:3 | 1@2:1 2@2:3 | ");
  CHECK(read("a,b\r\n1,2") == "a@1:1 b@1:3 | 1@2:1 2@2:3 | ");
  CHECK(read("\xEF\xBB\xBF" "a,b\n,\n") == "a@1:1 b@1:3 | @2:1 @2:2 | ");
  CHECK(read("市,b\n永康市,2\n") == "市@1:1 b@1:3 | 永康市@2:1 2@2:5 | ");
  CHECK(read("a,b\n\"x,\"\"y\"\"\",2\n") == "a@1:1 b@1:3 | x,\"y\"@2:1 2@2:11 | ");
  CHECK(read("a,b\n\"two\r\nlines\",2\n3,4\n") == "a@1:1 b@1:3 | two\r\nlines@2:1 2@3:8 | 3@4:1 4@4:3 | ");
  CHECK(read("a,b\n\n1,2\n\r\n\n") == "a@1:1 b@1:3 | 1@3:1 2@3:3 | ");
  CHECK(read("\"a\",\"\"\n\"\",\"\"") == "a@1:1 @1:5 | @2:1 @2:4 | ");
  CHECK(read("a b , c\n") == "a b @1:1  c@1:6 | ");
}

TEST_CASE("csv reader: what is no CSV is told with its place", "[text]") {
  const std::pair<std::string, std::string> kFaults[] = {
      {"a,b\n1,2\n3\n", "t.csv:3:1: error: this record has 1 cells, the heading has 2"},
      {"a,b\n1,2,3\n", "t.csv:2:5: error: this record has 3 cells, the heading has 2"},
      {"a,b\n市x\"y,2\n", "t.csv:2:3: error: a quote inside a cell that does not begin with one"},
      {"a,b\n\"市\"x,2\n", "t.csv:2:4: error: text behind the quote that closes a cell"},
      {"a,b\n1,\"2\n3,4\n", "t.csv:2:3: error: the quote that begins here is never closed"},
      {"a,b\r1,2\r", "t.csv:1:4: error: a lone CR"},
      {"a;b;c\n1;2;3\n", "t.csv:1:2: error: the columns are separated by ;, not by commas"},
      {"a\tb\n1\t2\n", "t.csv:1:2: error: the columns are separated by TAB, not by commas"},
      {"", "t.csv:1: error: the table is empty"},
      {"\n\n", "t.csv:1: error: the table is empty"},
      {"a,b\n1,\xB9\xE3\xD6\xDD\n", "t.csv:2:3: error: the table is not in UTF-8"},
      {std::string("a,b\n1,\0\n", 8), "t.csv:2:3: error: a NUL byte"},
      {"\xFF\xFE" "a\0", "t.csv: error: the table is in UTF-16"},
      {"PK\x03\x04zip", "t.csv: error: this is a workbook"},
  };
  for (const auto& [text, message] : kFaults) {
    const auto said = read(text);
    INFO(said);
    CHECK(said.starts_with(message));
  }
  CHECK(read("a,b\n1,\xB9\xE3\n").find("hint: save it as 'CSV UTF-8") != std::string::npos);
  CHECK(read("a,b\n市x\"y,2\n").find("\n  市x\"y,2\n     ^\n") != std::string::npos);
}

TEST_CASE("csv reader: a file is read in pieces, its cells as those of a text", "[text]") {
  const test::Scratch scratch;
  std::string text = "\xEF\xBB\xBF" "市,b\r\n";
  for (int i = 0; i < 4000; ++i) text += "永康市,\"" + std::to_string(i) + "次\r\n\"\"记\"\"\"\r\n\r\n";  // characters lie across the blocks
  REQUIRE(text.size() > 100'000);
  const auto path = scratch.write("big.csv", text).string();
  const auto cells = read(std::make_unique<LineReader>(path));
  CHECK(cells == read(text));
  CHECK(cells.ends_with("永康市@11999:1 3999次\r\n\"记\"@11999:5 | "));
}

TEST_CASE("csv reader: a quote that is never closed does not fill the memory", "[text]") {
  const std::string filler(3 << 20, 'x');
  CHECK(read("a,b\n1,\"" + filler).starts_with("t.csv:2:3: error: the quote that begins here is never closed"));
  CHECK(read("a,b\n1,x\"" + filler).starts_with("t.csv:2:4: error: a quote inside a cell"));
  CHECK(read("a,b\n1," + filler).starts_with("t.csv:2: error: a record of over 1 MB"));
  // A long line is not shown under the message, a short one is.
  CHECK(read("a,b\n1,x\"" + std::string(200, 'y') + "\n").find('\n') == read("a,b\n1,x\"" + std::string(200, 'y') + "\n").rfind("\n  hint"));
}

TEST_CASE("csv cells: the apostrophe before a formula is taken off, no other", "[text]") {
  CHECK(without_apostrophe("'=1+1") == "=1+1");
  CHECK(without_apostrophe("'-a.txt") == "-a.txt");
  CHECK(without_apostrophe("'＝a") == "＝a");
  CHECK(without_apostrophe("'") == "'");
  CHECK(without_apostrophe("'-7") == "'-7");  // the writer sets none before a number
  CHECK(without_apostrophe("'tis") == "'tis");
  CHECK(without_apostrophe("=1+1") == "=1+1");
}

TEST_CASE("globs: wildcards within a folder and over folders", "[text]") {
  struct Row {
    const char *pattern, *name;
    bool fits;
  };
  const Row kRows[] = {
      {"a.txt", "a.txt", true}, {"a.txt", "b/a.txt", false},
      // * stays in its folder, ? is one character
      {"*.txt", "a.txt", true}, {"*.txt", "b/a.txt", false}, {"b/*", "b/a.txt", true}, {"b/*", "b/c/a.txt", false}, {"*", "", true},
      {"永?.txt", "永康.txt", true}, {"永?.txt", "永.txt", false}, {"永??.txt", "永康.txt", false}, {"a?b", "a/b", false}, {"?.txt", "𬭚.txt", true}, {"??.txt", "𬭚.txt", false},
      {"*a*b*c", "xxaybzzc", true}, {"*a*b*c", "xxaybzz", false}, {"2023*", "2023/a.txt", false},
      // ** goes over folders, **/ may be none
      {"**", "b/c/a.txt", true}, {"**/a.txt", "a.txt", true}, {"**/a.txt", "b/c/a.txt", true}, {"**/a.txt", "b/ba.txt", false}, {"b/**/a.txt", "b/a.txt", true}, {"b/**/a.txt", "b/c/d/a.txt", true},
      {"b/**", "b/c/a.txt", true}, {"b/**", "c/a.txt", false}, {"**.txt", "b/a.txt", true},
      // a bracket is itself
      {"[a].txt", "[a].txt", true}, {"[a]*.txt", "a.txt", false},
  };
  for (const auto& row : kRows) {
    INFO(row.pattern << " " << row.name);
    CHECK(glob_matches(row.pattern, row.name) == row.fits);
  }
  // No pattern takes for ever.
  std::string pattern, name(5000, 'a');
  for (int i = 0; i < 200; ++i) pattern += "*a";
  CHECK_FALSE(glob_matches(pattern + "b*", name));
  CHECK(glob_matches(pattern, name));
}
