// The program as a user runs it: a scratch folder, a command, and all that came of it.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace renda::test {

/// A folder of its own for one test, removed at the end.
class Scratch {
 public:
  Scratch();
  ~Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path write(const std::string& name, std::string_view bytes) const;  ///< folders in `name` are made
  std::string read(const std::string& name) const;
  bool has(const std::string& name) const { return std::filesystem::exists(path_ / name); }
  std::vector<std::string> names() const;  ///< of all files below, dot-files too, sorted

 private:
  std::filesystem::path path_;
};

struct Outcome {
  int status = 0;  ///< exit status, or -N where signal N ended it
  std::string out, err;
};

struct Command {
  std::vector<std::string> arguments{};
  std::string input{};                                             ///< stdin
  std::vector<std::pair<std::string, std::string>> environment{};  ///< besides LC_ALL=C
  std::string out_file{};                                          ///< where stdout goes, in place of Outcome::out
};

/// Runs renda in the scratch folder.
Outcome run(const Scratch& scratch, Command command);
Outcome run(const Scratch& scratch, std::vector<std::string> arguments);

/// A shell command line in the scratch folder; $RENDA is the program.
Outcome shell(const Scratch& scratch, const std::string& line);

/// CSV as RFC 4180 reads it: records of cells; a byte order mark is dropped.
std::vector<std::vector<std::string>> read_csv(std::string_view text);
/// The cell of `row` under the heading `column`.
std::string cell(const std::vector<std::vector<std::string>>& table, std::size_t row, std::string_view column);

}  // namespace renda::test
