// What goes wrong around renda extract: bad inputs, bad outputs, signals, closed pipes.
#include <unistd.h>

#include <catch2/catch.hpp>

#include "support/program.h"

using namespace renda::test;
using Names = std::vector<std::string>;

namespace {

const std::string kReport = "某某市人大常委会工作报告\n\n全年共召开常委会会议8次、主任会议13次。\n";

}  // namespace

TEST_CASE("faults: a bad file costs nobody else a row", "[cli]") {
  const Scratch scratch;
  scratch.write("a.txt", kReport);
  scratch.write("c.txt", kReport);
  scratch.write("picture.png", std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16));
  const auto good = run(scratch, {"extract", "a.txt", "c.txt"});
  const auto all = run(scratch, {"extract", "a.txt", "no-such.txt", "picture.png", "c.txt", "-o", "out"});
  INFO(all.err);
  CHECK(all.status == 3);
  CHECK(all.err.find("no-such.txt: error: ") != std::string::npos);
  CHECK(all.err.find("picture.png: error: unsupported") != std::string::npos);
  CHECK(scratch.read("out/observations.csv") == "\xEF\xBB\xBF" + good.out);
  const auto reports = read_csv(scratch.read("out/reports.csv"));
  REQUIRE(reports.size() == 5);
  CHECK(cell(reports, 3, "status") == "unsupported");
  // Met while walking, a picture is no failure.
  CHECK(run(scratch, {"extract", "."}).status == 0);
}

TEST_CASE("faults: files over the limit, FIFOs, folders that loop", "[cli]") {
  const Scratch scratch;
  scratch.write("in/a.txt", kReport);
  scratch.write("in/big.txt", std::string(3000, 'x'));
  const auto outcome = shell(
      scratch, "mkfifo in/fifo.txt; ln -s . in/loop; ln -s nowhere in/dangling.txt; $RENDA extract in -o out --max-size 2K");
  INFO(outcome.err);
  CHECK(outcome.status == 3);
  const auto reports = read_csv(scratch.read("out/reports.csv"));
  std::string statuses;
  for (std::size_t i = 1; i < reports.size(); ++i) statuses += cell(reports, i, "file") + ":" + cell(reports, i, "status") + " ";
  INFO(statuses);
  CHECK(statuses.find("a.txt:ok") != std::string::npos);
  CHECK(statuses.find("big.txt:too_large") != std::string::npos);
  CHECK(statuses.find("fifo.txt:not_regular") != std::string::npos);
  CHECK(statuses.find("loop") == std::string::npos);
}

TEST_CASE("faults: the same path twice has two rows", "[cli]") {
  const Scratch scratch;
  scratch.write("a.txt", kReport);
  CHECK(run(scratch, {"extract", "a.txt", "a.txt", "-o", "out"}).status == 0);
  CHECK(read_csv(scratch.read("out/reports.csv")).size() == 3);
}

TEST_CASE("faults: hostile names reach neither the terminal nor a spreadsheet", "[cli]") {
  const Scratch scratch;
  const Names names = {"=cmd|calc.txt", "\x1b[2J.txt", "new\nline.txt", "\xff\xfe.txt",
                       "\u202Etxt.exe", "-j",          "a,\"b\".txt",   "<img onerror=1>.txt"};
  for (const auto& name : names) scratch.write("in/" + name, kReport);
  scratch.write("bad/\x1b]0;x\x07.txt", std::string("\0\1\2", 3));
  auto outcome = run(scratch, {"extract", "in", "-o", "out"});
  INFO(outcome.err);
  CHECK(outcome.status == 0);
  const auto text = scratch.read("out/reports.csv");
  const auto reports = read_csv(text);
  CHECK(reports.size() == 1 + names.size());
  CHECK(std::count(text.begin(), text.end(), '\n') == static_cast<std::ptrdiff_t>(reports.size()));
  for (const char* bad : {"\x1b", "\u202E", "\n=", "\xff"}) CHECK(text.find(bad) == std::string::npos);
  CHECK(text.find("\n'=cmd|calc.txt,") != std::string::npos);
  outcome = shell(scratch, "$RENDA extract bad/* > rows.csv");
  CHECK(outcome.status == 3);
  CHECK(outcome.err.find('\x1b') == std::string::npos);
  // A name like an option is a name after --.
  CHECK(shell(scratch, "cd in && $RENDA extract '=cmd|calc.txt' -- -j -o ../rows.csv").status == 3);
  CHECK(shell(scratch, "cd in && $RENDA extract -- -j").status == 0);
}

TEST_CASE("faults: an output that cannot be written is exit status 4, the old one stays", "[cli]") {
  const Scratch scratch;
  scratch.write("a.txt", kReport);
  scratch.write("file", "");
  CHECK(run(scratch, Command{.arguments = {"extract", "a.txt"}, .out_file = "/dev/full"}).status == 4);
  CHECK(run(scratch, {"extract", "a.txt", "-o", "/dev/full"}).status == 4);
  CHECK(run(scratch, {"extract", "a.txt", "-o", "file/out"}).status == 4);
  CHECK(run(scratch, {"extract", "a.txt", "-o", "/proc/renda"}).status == 4);
  const auto outcome = run(scratch, {"extract", "a.txt", "-o", "/proc/rows.csv"});
  CHECK(outcome.status == 4);
  CHECK(outcome.err.starts_with("/proc"));
  CHECK(run(scratch, {"--version"}).status == 0);
  CHECK(run(scratch, Command{.arguments = {"--version"}, .out_file = "/dev/full"}).status == 4);
  CHECK(scratch.names() == Names{"a.txt", "file"});
}

TEST_CASE("faults: a disk that fills up leaves the old tables and no temporary file", "[cli]") {
  const Scratch scratch;
  scratch.write("out/observations.csv", "old");
  std::string text;
  for (int i = 0; i < 400; ++i) text += kReport;
  scratch.write("a.txt", text);
  const auto outcome = shell(scratch, "ulimit -f 4; $RENDA extract a.txt -o out");
  INFO(outcome.err);
  CHECK(outcome.status == 4);
  CHECK(scratch.names() == Names{"a.txt", "out/observations.csv"});
  CHECK(scratch.read("out/observations.csv") == "old");
}

TEST_CASE("faults: a workbook that cannot be written leaves the old one", "[cli]") {
  const Scratch scratch;
  scratch.write("a.txt", kReport);
  scratch.write("out/book.xlsx", "old");
  for (const char* place : {"/proc/book.xlsx", "a.txt/book.xlsx"}) {
    const auto outcome = run(scratch, {"extract", "a.txt", "-o", place});
    INFO(outcome.err);
    CHECK(outcome.status == 4);
  }
  // In kilobytes: the sheets' temporary files meet the limit, or the workbook itself.
  std::string text;
  for (int i = 0; i < 400; ++i) text += kReport;
  scratch.write("b.txt", text);
  for (const char* limit : {"4", "100", "20"}) {
    const auto outcome = shell(scratch, std::string("ulimit -f ") + limit + "; $RENDA extract b.txt -o out/book.xlsx");
    INFO(outcome.err);
    CHECK(outcome.status == 4);
    CHECK(outcome.err.find("out/book.xlsx: error: cannot write") != std::string::npos);
    CHECK(scratch.names() == Names{"a.txt", "b.txt", "out/book.xlsx"});
    CHECK(scratch.read("out/book.xlsx") == "old");
  }
}

TEST_CASE("faults: a second run on the same workbook is exit status 5, a signal leaves nothing", "[cli]") {
  const Scratch scratch;
  scratch.write("a.txt", kReport);
  const auto outcome = shell(scratch,
                             "set -m; mkfifo pipe; $RENDA extract - -o book.xlsx < pipe & exec 3> pipe; "
                             "for i in $(seq 100); do [ -e .book.xlsx.renda.lock ] && break; sleep 0.05; done; "
                             "$RENDA extract a.txt -o book.xlsx; echo $?; kill -TERM $!; wait $!; echo $?");
  INFO(outcome.out << outcome.err);
  CHECK(outcome.out == "5\n143\n");
  CHECK(scratch.names() == Names{"a.txt", "pipe"});
}

TEST_CASE("faults: wrong usage writes nothing", "[cli]") {
  const Scratch scratch;
  scratch.write("a.txt", kReport);
  const std::vector<std::vector<std::string>> cases = {
      {},
      {"frobnicate"},
      {"extract"},
      {"extract", "--no-such-option", "a.txt"},
      {"extract", "--scope", "ours", "a.txt"},
      {"extract", "--format", "xml", "a.txt"},
      {"extract", "--headers", "fr", "a.txt"},
      {"extract", "-j", "0", "a.txt"},
      {"extract", "-j", "two", "a.txt"},
      {"extract", "--max-size", "lots", "a.txt"},
      {"extract", "--encoding", "no-such-encoding", "a.txt"},
      {"extract", "a.txt", "-o"},
      {"extract", "a.txt", "--format", "xlsx"},
      {"extract", "a.txt", "--format", "xlsx", "-o", "-"},
      {"extract", "a.txt", "--format", "xlsx", "-o", "out/"},
      {"extract", "a.txt", "--format", "xlsx", "-o", "out"},
      {"extract", "a.txt", "--format", "xlsx", "-o", "rows.csv"},
      {"extract", "a.txt", "--format", "csv", "-o", "rows.xlsx"},
      {"extract", "a.txt", "-o", "rows.parquet"},
      {"extract", "a.txt", "-o", "rows.csv", "--format", "jsonl"},
      {"extract", "a.txt", "-o", "out", "--patterns", "no-such-folder"},
      {"explain"},
      {"explain", "a.txt", "--number", "1000"},
      {"patterns"},
      {"patterns", "frobnicate"},
      {"divisions"},
      {"--lang", "fr", "doctor"},
  };
  for (const auto& arguments : cases) {
    const auto outcome = run(scratch, arguments);
    std::string line;
    for (const auto& word : arguments) line += word + " ";
    INFO(line << "\n" << outcome.out << outcome.err);
    CHECK(outcome.status == 2);
    CHECK(outcome.out.empty());
    CHECK(outcome.err.find(": error: ") != std::string::npos);
    CHECK(scratch.names() == Names{"a.txt"});
  }
}

TEST_CASE("faults: a second run on the same folder is exit status 5", "[cli]") {
  const Scratch scratch;
  scratch.write("a.txt", kReport);
  // The first run waits for its standard input while it holds the lock.
  const auto outcome = shell(scratch,
                             "mkfifo pipe; $RENDA extract - -o out < pipe & exec 3> pipe; "
                             "for i in $(seq 100); do [ -e out/.renda.lock ] && break; sleep 0.05; done; "
                             "$RENDA extract a.txt -o out; echo $?; echo held by $!; cat a.txt >&3; exec 3>&-; wait; echo $?");
  INFO(outcome.out << outcome.err);
  CHECK(outcome.out.starts_with("5\n"));
  CHECK(outcome.out.ends_with("\n0\n"));
  const auto pid = outcome.out.substr(10, outcome.out.find('\n', 10) - 10);
  CHECK(outcome.err.find("(process " + pid + ")") != std::string::npos);
  CHECK(scratch.has("out/observations.csv"));
  CHECK_FALSE(scratch.has("out/.renda.lock"));
}

TEST_CASE("faults: a lock whose owner was killed is taken over", "[cli]") {
  const Scratch scratch;
  scratch.write("a.txt", kReport);
  const auto outcome = shell(scratch,
                             "mkfifo pipe; $RENDA extract - -o out < pipe & exec 3> pipe; "
                             "for i in $(seq 100); do [ -e out/.renda.lock ] && break; sleep 0.05; done; "
                             "kill -9 $!; wait 2> /dev/null; $RENDA extract a.txt -o out; echo $?");
  INFO(outcome.out << outcome.err);
  CHECK(outcome.out.ends_with("0\n"));
  for (const auto& name : scratch.names()) CHECK(name.find("/.") == std::string::npos);
}

TEST_CASE("faults: a signal leaves the old tables and no temporary file", "[cli]") {
  for (const auto& [signal, status] : std::vector<std::pair<std::string, std::string>>{{"INT", "130"}, {"TERM", "143"}}) {
    for (const std::string folder : {"old", "new"}) {
      const Scratch scratch;
      scratch.write("old/observations.csv", "old");
      // set -m: a background job of a script would have SIGINT ignored.
      const auto outcome =
          shell(scratch, "set -m; mkfifo pipe; $RENDA extract - -o " + folder +
                             " < pipe & exec 3> pipe; for i in $(seq 100); do [ -e " + folder +
                             "/.reports.csv.tmp.$! ] && break; sleep 0.05; done; kill -" + signal + " $!; wait $!; echo $?");
      INFO(outcome.out << outcome.err);
      CHECK(outcome.out == status + "\n");
      CHECK(scratch.names() == Names{"old/observations.csv", "pipe"});
      CHECK_FALSE(scratch.has("new"));
      CHECK(scratch.read("old/observations.csv") == "old");
    }
  }
}

TEST_CASE("faults: a closed pipe ends it quietly", "[cli]") {
  const Scratch scratch;
  std::string text;
  for (int i = 0; i < 20000; ++i) text += kReport;
  scratch.write("a.txt", text);
  const auto outcome = shell(scratch, "$RENDA extract a.txt a.txt | head -1 > /dev/null; echo ${PIPESTATUS[0]}");
  CHECK(outcome.out == "141\n");
  CHECK(outcome.err.empty());
}
