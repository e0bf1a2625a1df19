#include "support/program.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace renda::test {

namespace fs = std::filesystem;

Scratch::Scratch() {
  std::string name = (fs::temp_directory_path() / "renda-test-XXXXXX").string();
  REQUIRE(::mkdtemp(name.data()) != nullptr);
  path_ = fs::canonical(name);
}

Scratch::~Scratch() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

fs::path Scratch::write(const std::string& name, std::string_view bytes) const {
  const auto path = path_ / name;
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return path;
}

std::string Scratch::read(const std::string& name) const {
  std::ifstream file(path_ / name, std::ios::binary);
  INFO(name);
  REQUIRE(file.good());
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> Scratch::names() const {
  std::vector<std::string> out;
  for (const auto& entry : fs::recursive_directory_iterator(path_))
    if (!entry.is_directory()) out.push_back(fs::relative(entry.path(), path_).generic_string());
  std::sort(out.begin(), out.end());
  return out;
}

namespace {

Outcome spawn(const Scratch& scratch, const std::vector<std::string>& words, const Command& command) {
  std::array<int, 2> in{}, out{}, err{};
  REQUIRE((::pipe2(in.data(), O_CLOEXEC) == 0 && ::pipe2(out.data(), O_CLOEXEC) == 0 && ::pipe2(err.data(), O_CLOEXEC) == 0));
  const auto child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    ::dup2(in[0], 0);
    const int target = command.out_file.empty() ? out[1] : ::open(command.out_file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
    ::dup2(target, 1);
    ::dup2(err[1], 2);
    if (::chdir(scratch.path().c_str()) != 0) ::_exit(126);
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR"}) ::unsetenv(name);
    ::setenv("LC_ALL", "C", 1);
    ::setenv("RENDA", RENDA_PROGRAM, 1);
    for (const auto& [name, value] : command.environment) ::setenv(name.c_str(), value.c_str(), 1);
    ::signal(SIGPIPE, SIG_DFL);
    std::vector<char*> argv;
    for (const auto& word : words) argv.push_back(const_cast<char*>(word.c_str()));
    argv.push_back(nullptr);
    ::execv(argv[0], argv.data());
    ::_exit(127);
  }
  for (const int end : {in[0], out[1], err[1]}) ::close(end);
  Outcome outcome;
  std::string_view input = command.input;
  std::array<pollfd, 3> ends = {pollfd{in[1], POLLOUT, 0}, pollfd{out[0], POLLIN, 0}, pollfd{err[0], POLLIN, 0}};
  const auto close_end = [](pollfd& end) {
    ::close(end.fd);
    end.fd = -1;
  };
  const auto before = ::signal(SIGPIPE, SIG_IGN);
  while (ends[0].fd >= 0 || ends[1].fd >= 0 || ends[2].fd >= 0) {
    if (input.empty() && ends[0].fd >= 0) close_end(ends[0]);
    if (::poll(ends.data(), ends.size(), 60000) <= 0) break;
    if (ends[0].fd >= 0 && ends[0].revents != 0) {
      const auto written = ::write(ends[0].fd, input.data(), std::min<std::size_t>(input.size(), 4096));
      if (written < 0)
        close_end(ends[0]);
      else
        input.remove_prefix(static_cast<std::size_t>(written));
    }
    for (auto* into : {&outcome.out, &outcome.err}) {
      auto& end = ends[into == &outcome.out ? 1 : 2];
      if (end.fd < 0 || end.revents == 0) continue;
      std::array<char, 65536> buffer;
      const auto length = ::read(end.fd, buffer.data(), buffer.size());
      if (length <= 0)
        close_end(end);
      else
        into->append(buffer.data(), static_cast<std::size_t>(length));
    }
  }
  ::signal(SIGPIPE, before);
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  outcome.status = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  return outcome;
}

}  // namespace

Outcome run(const Scratch& scratch, Command command) {
  std::vector<std::string> words = {RENDA_PROGRAM};
  words.insert(words.end(), command.arguments.begin(), command.arguments.end());
  return spawn(scratch, words, command);
}

Outcome run(const Scratch& scratch, std::vector<std::string> arguments) {
  return run(scratch, Command{.arguments = std::move(arguments)});
}

Outcome shell(const Scratch& scratch, const std::string& line) { return spawn(scratch, {"/bin/bash", "-c", line}, {}); }

std::vector<std::vector<std::string>> read_csv(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::vector<std::vector<std::string>> out;
  std::vector<std::string> row(1);
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
      row.back() += '"';
      ++i;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && c == ',') {
      row.emplace_back();
    } else if (!quoted && c == '\n') {
      if (row.back().ends_with('\r')) row.back().pop_back();
      out.push_back(std::move(row));
      row.assign(1, {});
    } else {
      row.back() += c;
    }
  }
  CHECK_FALSE(quoted);
  CHECK(row == std::vector<std::string>(1));  // the last record is ended as well
  return out;
}

std::string cell(const std::vector<std::vector<std::string>>& table, std::size_t row, std::string_view column) {
  INFO("row " << row << ", column " << column);
  REQUIRE(row < table.size());
  const auto found = std::find(table[0].begin(), table[0].end(), column);
  REQUIRE(found != table[0].end());
  const auto at = static_cast<std::size_t>(found - table[0].begin());
  REQUIRE(at < table[row].size());
  return table[row][at];
}

}  // namespace renda::test
