// FileWalk: from the paths of the command line to files, in one order on every machine.
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>

#include "renda/diagnostic.h"
#include "renda/input.h"

namespace renda {
namespace {

namespace fs = std::filesystem;

struct Entry {
  std::string name;
  bool folder = false;
};

// One folder on the way down: its sorted entries and how far we are.
struct Listing {
  fs::path folder;
  std::string prefix;
  std::vector<Entry> entries;
  std::size_t next = 0;
};

std::string joined(const std::string& prefix, const std::string& name) { return prefix.empty() ? name : prefix.back() == '/' ? prefix + name : prefix + "/" + name; }

}  // namespace

struct FileWalk::State {
  std::vector<std::string> paths;
  std::vector<fs::path> skip;
  std::size_t next_path = 0;
  std::vector<Listing> open;

  // The name is compared first: a file is looked at once only.
  bool is_skipped(const fs::path& path, bool folder) const {
    std::error_code ignored;
    return std::any_of(skip.begin(), skip.end(), [&](const fs::path& s) { return !s.empty() && (folder || path.filename() == s.filename()) && fs::equivalent(path, s, ignored); });
  }

  // Reads one folder; an error becomes a file of status unreadable.
  bool enter(const fs::path& folder, const std::string& prefix, InputFile& failed) {
    std::error_code error;
    if (is_skipped(folder, true)) return true;
    Listing listing{folder, prefix, {}, 0};
    fs::directory_iterator it(folder, error);
    for (; !error && it != fs::directory_iterator(); it.increment(error)) {
      std::string name = it->path().filename().string();
      if (name.empty() || name[0] == '.') continue;
      std::error_code ignored;
      const bool folder_entry = it->is_directory(ignored);
      if (folder_entry && it->is_symlink(ignored)) continue;
      listing.entries.push_back({std::move(name), folder_entry});
    }
    if (error) {
      failed = {folder, prefix.empty() ? folder.string() : prefix, true, Status::unreadable, fmt::format("the folder cannot be read: {}", error.message())};
      return false;
    }
    std::sort(listing.entries.begin(), listing.entries.end(), [](const Entry& a, const Entry& b) { return a.name < b.name; });
    open.push_back(std::move(listing));
    return true;
  }

  bool next(InputFile& file) {
    while (true) {
      if (open.empty()) {
        if (next_path == paths.size()) return false;
        const std::string& path = paths[next_path++];
        std::error_code error;
        if (path != "-" && fs::is_directory(path, error)) {
          if (!enter(path, paths.size() == 1 ? "" : path, file)) return true;
          continue;
        }
        const std::string name = path == "-" ? "-" : paths.size() == 1 ? fs::path(path).filename().string() : path;
        file = {path, name, true, Status::ok, {}};
        return true;
      }
      Listing& listing = open.back();
      if (listing.next == listing.entries.size()) {
        open.pop_back();
        continue;
      }
      const Entry entry = listing.entries[listing.next++];
      const fs::path path = listing.folder / entry.name;
      if (!entry.folder && is_skipped(path, false)) continue;
      const std::string name = joined(listing.prefix, entry.name);
      if (entry.folder) {
        if (!enter(path, name, file)) return true;
        continue;
      }
      file = {path, name, false, Status::ok, {}};
      return true;
    }
  }
};

FileWalk::FileWalk(std::vector<std::string> paths, std::vector<fs::path> skip) : state_(std::make_unique<State>()) {
  state_->paths = std::move(paths);
  state_->skip = std::move(skip);
}
FileWalk::~FileWalk() = default;
FileWalk::FileWalk(FileWalk&&) noexcept = default;
FileWalk& FileWalk::operator=(FileWalk&&) noexcept = default;
bool FileWalk::next(InputFile& file) { return state_->next(file); }

std::vector<std::string> read_path_list(const std::string& file, bool nul_separated) {
  std::ifstream opened;
  if (file != "-") opened.open(file, std::ios::binary);
  std::istream& in = file == "-" ? std::cin : opened;
  if (!in) throw Error(fmt::format("{}: the list of files cannot be read", file));
  std::vector<std::string> paths;
  for (std::string line; std::getline(in, line, nul_separated ? '\0' : '\n');) {
    if (!nul_separated && !line.empty() && line.back() == '\r') line.pop_back();
    if (!line.empty()) paths.push_back(std::move(line));
  }
  if (in.bad()) throw Error(fmt::format("{}: the list of files cannot be read", file));
  return paths;
}

}  // namespace renda
