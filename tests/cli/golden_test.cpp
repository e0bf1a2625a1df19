// The samples give the tables that lie in tests/golden; every place leads back to the words; the labelled reports are read as people read them.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "renda/input.h"
#include "support/program.h"
#include "text/utf.h"

using namespace renda::test;
namespace fs = std::filesystem;

namespace {

const fs::path kRoot = RENDA_SOURCE_DIR;

std::string slurp(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::size_t column_of(const std::vector<std::string>& header, const std::string& name) {
  const auto it = std::find(header.begin(), header.end(), name);
  REQUIRE(it != header.end());
  return static_cast<std::size_t>(it - header.begin());
}

// The lines of a source as a reader counts them: decoded, ended by LF, CR or CR LF.
std::vector<std::u16string> lines_of(const fs::path& file) {
  const auto source = renda::read_source({file, file.string(), true, renda::Status::ok, {}}, {});
  std::vector<std::u16string> lines(1);
  for (std::size_t i = 0; i < source.text.size(); ++i) {
    const char16_t c = source.text[i];
    if (c == u'\r' && i + 1 < source.text.size() && source.text[i + 1] == u'\n') continue;
    if (c == u'\n' || c == u'\r') lines.emplace_back();
    else lines.back().push_back(c);
  }
  return lines;
}

// The first character of every row's mention stands at its line and column.
void check_places(const fs::path& folder, const std::vector<std::vector<std::string>>& rows) {
  const auto file = column_of(rows[0], "file"), line = column_of(rows[0], "line"), column = column_of(rows[0], "column"), mention = column_of(rows[0], "mention");
  std::map<std::string, std::vector<std::u16string>> sources;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const auto& row = rows[i];
    auto& lines = sources[row[file]];
    if (lines.empty()) lines = lines_of(folder / row[file]);
    INFO(row[file] << ":" << row[line] << ":" << row[column] << " " << row[mention]);
    const auto at = std::stoul(row[line]) - 1;
    const auto offset = std::stoul(row[column]) - 1;
    REQUIRE(at < lines.size());
    REQUIRE(offset < lines[at].size());
    const auto wanted = renda::to_utf16(row[mention]);
    REQUIRE(!wanted.empty());
    CHECK(lines[at][offset] == (wanted[0] == u'\'' ? wanted[1] : wanted[0]));
  }
}

// Runs the scorer that lies beside the checkout where developers work; elsewhere there is nothing to score against.
void check_score(const std::string& inputs, const std::string& gold, const std::string& bounds) {
  const fs::path shared = kRoot.parent_path() / "shared";
  if (!fs::exists(shared / "score" / "score.py")) {
    WARN("no labelled reports beside this checkout: scores are not checked");
    return;
  }
  const Scratch scratch;
  const auto outcome = run(scratch, {"extract", (shared / inputs).string(), "-o", "out", "--no-bom"});
  INFO(outcome.err);
  REQUIRE(outcome.status == 0);
  const std::string command = "cd '" + shared.string() + "' && python3 score/score.py " + gold + " \"$OLDPWD/out/observations.csv\" " + bounds;
  const auto score = shell(scratch, command);
  INFO(score.out << score.err);
  CHECK(score.status == 0);
}

}  // namespace

TEST_CASE("samples: give their tables", "[golden]") {
  const Scratch scratch;
  const bool update = std::getenv("RENDA_UPDATE_GOLDEN") != nullptr;
  std::size_t samples = 0;
  for (const auto& entry : fs::directory_iterator(kRoot / "samples")) {
    if (entry.path().extension() != ".txt") continue;
    ++samples;
    const auto outcome = run(scratch, {"extract", entry.path().string()});
    const fs::path golden = kRoot / "tests" / "golden" / (entry.path().stem().string() + ".csv");
    if (update) std::ofstream(golden, std::ios::binary) << outcome.out;
    INFO(entry.path().filename().string() << "; RENDA_UPDATE_GOLDEN=1 writes the tables anew, git diff shows what changed");
    CHECK(outcome.status == 0);
    CHECK(outcome.out == slurp(golden));
  }
  CHECK(samples >= 8);
}

TEST_CASE("samples: every row's place leads to its words, in every encoding", "[golden]") {
  const Scratch scratch;
  const auto outcome = run(scratch, {"extract", (kRoot / "samples").string(), "-o", "out", "--no-bom"});
  CHECK(outcome.status == 0);
  const auto rows = read_csv(scratch.read("out/observations.csv"));
  REQUIRE(rows.size() > 250);
  check_places(kRoot / "samples", rows);
}

TEST_CASE("samples: every number stands in exactly one class of the ledger", "[golden]") {
  const Scratch scratch;
  CHECK(run(scratch, {"extract", (kRoot / "samples").string(), "-o", "out", "--no-bom"}).status == 0);
  const auto ledger = read_csv(scratch.read("out/ledger.csv")), reports = read_csv(scratch.read("out/reports.csv"));
  std::map<std::string, std::map<std::string, int>> classes;
  const auto file = column_of(ledger[0], "file"), kind = column_of(ledger[0], "class"), reason = column_of(ledger[0], "reason");
  for (std::size_t i = 1; i < ledger.size(); ++i) {
    ++classes[ledger[i][file]][ledger[i][kind]];
    if (ledger[i][kind] == "ignored") CHECK(!ledger[i][reason].empty());
  }
  for (std::size_t i = 1; i < reports.size(); ++i) {
    auto& counted = classes[reports[i][0]];
    int sum = 0;
    for (const char* name : {"observed", "planned", "ignored", "unmatched"}) {
      CHECK(std::to_string(counted[name]) == reports[i][column_of(reports[0], name)]);
      sum += counted[name];
    }
    CHECK(std::to_string(sum) == reports[i][column_of(reports[0], "numbers")]);
  }
}

TEST_CASE("scores: the labelled reports", "[score]") {
  check_score("reports", "gold/observations.tsv", "--min-precision 0.98 --min-recall 0.97 --min-cells 0.97");
}

TEST_CASE("scores: the labelled passages", "[score]") {
  check_score("passages", "gold/passages.tsv", "--docs gold/passages.docs --min-precision 0.96 --min-recall 0.94");
}
