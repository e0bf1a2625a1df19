#include "tables/output.h"

#include <fcntl.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "support/program.h"

using renda::LockError;
using renda::Output;
using renda::OutputError;
using renda::test::Scratch;
using Names = std::vector<std::string>;

TEST_CASE("output: files appear together, with commit", "[tables]") {
  const Scratch scratch;
  scratch.write("out/a.csv", "old a");
  {
    Output output(scratch.path() / "out", {"a.csv", "b.csv"}, ".lock");
    output.write(0, "new ");
    output.write(1, std::string(1 << 20, 'b'));
    output.write(0, "a");
    CHECK(scratch.read("out/a.csv") == "old a");
    CHECK_FALSE(scratch.has("out/b.csv"));
    output.commit();
    CHECK(scratch.read("out/a.csv") == "new a");
  }
  CHECK(scratch.read("out/b.csv").size() == 1 << 20);
  CHECK(scratch.names() == Names{"out/a.csv", "out/b.csv"});
}

TEST_CASE("output: without commit nothing is left, not even the folder it made", "[tables]") {
  const Scratch scratch;
  scratch.write("old/a.csv", "old");
  for (const char* folder : {"old", "new", "new/"}) {
    Output output(scratch.path() / folder, {"a.csv"}, ".lock");
    output.write(0, "x");
  }
  CHECK(scratch.names() == Names{"old/a.csv"});
  CHECK_FALSE(scratch.has("new"));
  CHECK(scratch.read("old/a.csv") == "old");
}

TEST_CASE("output: a second run is kept out and told by whom", "[tables]") {
  const Scratch scratch;
  Output first(scratch.path() / "out", {"a.csv"}, ".lock");
  try {
    Output second(scratch.path() / "out", {"a.csv"}, ".lock");
    FAIL("two runs hold the lock");
  } catch (const LockError& error) {
    CHECK(error.diagnostic().message.find(std::to_string(::getpid())) != std::string::npos);
  }
  first.write(0, "x");
  first.commit();
  CHECK(scratch.read("out/a.csv") == "x");
}

TEST_CASE("output: what a killed run left is taken over", "[tables]") {
  const Scratch scratch;
  scratch.write("out/.lock", "99999\n");
  scratch.write("out/.a.csv.tmp.99999", "half");
  scratch.write("out/.a.csv.tmp.mine", "a user's own");
  Output(scratch.path() / "out", {"a.csv"}, ".lock").commit();
  CHECK(scratch.names() == Names{"out/.a.csv.tmp.mine", "out/a.csv"});
}

TEST_CASE("output: what cannot be written is known at once", "[tables]") {
  const Scratch scratch;
  scratch.write("file", "");
  scratch.write("out/a.csv/in the way", "");
  CHECK_THROWS_AS(Output(scratch.path() / "file", {"a.csv"}, ".lock"), OutputError);
  CHECK_THROWS_AS(Output(scratch.path() / "file/below", {"a.csv"}, ".lock"), OutputError);
  CHECK_THROWS_AS(Output("/proc/no-such", {"a.csv"}, ".lock"), OutputError);
  CHECK_THROWS_AS(Output("/dev", {"full"}, ".lock-of-renda-test"), OutputError);
  CHECK_THROWS_AS(Output(scratch.path() / "out", {"b.csv", "a.csv"}, ".lock"), OutputError);
  CHECK(scratch.names() == Names{"file", "out/a.csv/in the way"});
}

TEST_CASE("output: a target that turns into a folder spares the old files", "[tables]") {
  const Scratch scratch;
  scratch.write("out/a.csv", "old");
  {
    Output output(scratch.path() / "out", {"a.csv", "b.csv"}, ".lock");
    output.write(0, "new");
    scratch.write("out/b.csv/x", "");
    CHECK_THROWS_AS(output.commit(), OutputError);
  }
  CHECK(scratch.read("out/a.csv") == "old");
  CHECK(scratch.names() == Names{"out/a.csv", "out/b.csv/x"});
}

TEST_CASE("output: a full device is an error, a closed pipe is its own", "[tables]") {
  const int full = ::open("/dev/full", O_WRONLY);
  REQUIRE(full >= 0);
  renda::StandardOutput output(full);
  output.write("x");
  CHECK_THROWS_AS(output.flush(), OutputError);
  ::close(full);
}
