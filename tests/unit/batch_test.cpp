#include "renda/batch.h"

#include <catch2/catch.hpp>
#include <stdexcept>
#include <thread>

#include "support/program.h"

using namespace renda;
using renda::test::Scratch;

namespace {

struct Run {
  std::vector<std::string> names;
  std::string rows;
  BatchReport total;
};

Run run(const Scratch& scratch, unsigned threads, std::uint64_t bytes_in_flight = 64u << 20) {
  const auto patterns = PatternSet::builtin();
  const TableSet tables(*patterns, {.style = {}, .filter = {}, .tables = {TableId::reports, TableId::ledger}});
  FileWalk walk({scratch.path().string()});
  Run out;
  const auto here = std::this_thread::get_id();
  out.total =
      run_batch(walk, *patterns, tables, {.threads = threads, .bytes_in_flight = bytes_in_flight}, [&](FileResult& result) {
        CHECK(std::this_thread::get_id() == here);
        out.names.push_back(result.file.name);
        for (const auto& rows : result.rows) out.rows += rows;
      });
  return out;
}

// `count` reports of different length, so that later ones are often done first.
void write_reports(const Scratch& scratch, int count) {
  for (int i = 0; i < count; ++i) {
    std::string text = "某某市人大常委会工作报告\n";
    for (int k = 0; k < (i * 7) % 50; ++k) text += "全年召开主任会议" + std::to_string(i + k) + "次。\n";
    scratch.write(std::to_string(1000 + i) + ".txt", text);
  }
}

}  // namespace

TEST_CASE("batch: input order and the same bytes for any number of threads", "[run]") {
  const Scratch scratch;
  write_reports(scratch, 300);
  const auto alone = run(scratch, 1);
  CHECK(alone.names.size() == 300);
  CHECK(std::is_sorted(alone.names.begin(), alone.names.end()));
  CHECK(alone.total.files == 300);
  for (const unsigned threads : {2U, 3U, 8U, 32U}) {
    INFO(threads);
    const auto many = run(scratch, threads);
    CHECK(many.names == alone.names);
    CHECK((many.rows == alone.rows));
    CHECK(many.total.counts.numbers == alone.total.counts.numbers);
  }
  // A purse that holds no two files: they take turns.
  CHECK((run(scratch, 4, 10).rows == alone.rows));
}

TEST_CASE("batch: nothing to do", "[run]") {
  const Scratch scratch;
  for (const unsigned threads : {1U, 4U}) CHECK(run(scratch, threads).total.files == 0);
}

TEST_CASE("batch: what the sink throws ends the run", "[run]") {
  const Scratch scratch;
  write_reports(scratch, 200);
  const auto patterns = PatternSet::builtin();
  const TableSet tables(*patterns, {});
  for (const unsigned threads : {1U, 2U, 8U}) {
    FileWalk walk({scratch.path().string()});
    int seen = 0;
    CHECK_THROWS_AS(run_batch(walk, *patterns, tables, {.threads = threads},
                              [&](FileResult&) {
                                if (++seen == 20) throw std::runtime_error("disk full");
                              }),
                    std::runtime_error);
    CHECK(seen == 20);
  }
}

TEST_CASE("batch: bad files have their rows, the others are unharmed", "[run]") {
  const Scratch scratch;
  write_reports(scratch, 40);
  scratch.write("1010.bin", std::string("\x7f"
                                        "ELF\0\1\2\0",
                                        8));
  scratch.write("1020.empty.txt", "");
  const auto alone = run(scratch, 1), many = run(scratch, 4);
  CHECK(alone.names.size() == 42);
  CHECK((many.rows == alone.rows));
  CHECK(alone.total.reports >= 39);
}
