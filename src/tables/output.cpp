#include "tables/output.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <utility>

namespace renda {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBufferSize = 256 << 10;

// What a signal must remove. A handler may neither lock nor allocate: fixed slots, each published by its flag. The one piece of
// changing global state, because a signal handler can be given no argument. Nothing touches its pages before a file is written.
struct Slot {
  std::array<char, 4096> path{};
  std::atomic<bool> used{false};
  bool folder = false;
};
constinit std::array<Slot, 16> unfinished{};

void remember(const fs::path& path, bool folder = false) {
  for (auto& slot : unfinished) {
    if (slot.used.load() || path.native().size() >= slot.path.size()) continue;
    std::memcpy(slot.path.data(), path.c_str(), path.native().size() + 1);
    slot.folder = folder;
    slot.used.store(true);
    return;
  }
}

void forget(const fs::path& path) noexcept {
  for (auto& slot : unfinished)
    if (slot.used.load() && path.native() == slot.path.data()) slot.used.store(false);
}

// While it lives no signal interrupts: renames belong together.
class SignalsHeld {
 public:
  SignalsHeld() {
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, &before_);
  }
  ~SignalsHeld() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  SignalsHeld(const SignalsHeld&) = delete;
  SignalsHeld& operator=(const SignalsHeld&) = delete;

 private:
  sigset_t before_;
};

// All of `bytes`, through short writes and interruptions; 0 or the error.
int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

// Some file systems cannot sync a folder; that they say so is no failure of the output.
int sync(int descriptor) {
  while (::fsync(descriptor) != 0) {
    if (errno == EINTR) continue;
    return errno == EINVAL || errno == ENOTSUP ? 0 : errno;
  }
  return 0;
}

std::string hidden_name(const std::string& name, std::string_view kind) {
  return fmt::format(".{}.{}.{}", name, kind, ::getpid());
}

// `.NAME.tmp.PID` and `.NAME.old.PID` of runs that were killed; the lock is ours, so nobody writes them any more.
void remove_leftovers(const fs::path& folder, const std::vector<std::string>& names) {
  std::error_code ignored;
  for (auto entry = fs::directory_iterator(folder, ignored); !ignored && entry != fs::directory_iterator();
       entry.increment(ignored)) {
    const auto found = entry->path().filename().string();
    for (const auto& name : names)
      for (const char* kind : {"tmp", "old"}) {
        const auto head = fmt::format(".{}.{}.", name, kind);
        if (!found.starts_with(head) || found.find_first_not_of("0123456789", head.size()) != std::string::npos) continue;
        std::error_code error;
        fs::remove(entry->path(), error);
      }
  }
}

}  // namespace

OutputError::OutputError(const fs::path& path, int error_number)
    : Error({.file = path.string(), .message = fmt::format("cannot write: {}", std::strerror(error_number))}) {}

Output::Output(fs::path folder, const std::vector<std::string>& names, const std::string& lock_name)
    : folder_(std::move(folder)) {
  try {
    std::error_code error;
    if (!fs::exists(folder_, error)) {
      made_folder_ = fs::create_directories(folder_, error);
      if (error) throw OutputError(folder_, error.value());
    } else if (!fs::is_directory(folder_, error)) {
      throw OutputError(folder_, error ? error.value() : ENOTDIR);
    }
    lock(lock_name);
    remove_leftovers(folder_, names);
    for (const auto& name : names) {
      File file{.target = folder_ / name,
                .temporary = folder_ / hidden_name(name, "tmp"),
                .backup = folder_ / hidden_name(name, "old")};
      // A device or a folder in the place of the target could be renamed over: refuse it.
      const auto kind = fs::symlink_status(file.target, error).type();
      if (kind != fs::file_type::not_found && kind != fs::file_type::regular && kind != fs::file_type::symlink)
        throw OutputError({.file = file.target.string(), .message = "cannot write: not a regular file"});
      remember(file.temporary);
      files_.push_back(file);
      files_.back().descriptor = ::open(file.temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666);
      if (files_.back().descriptor < 0) throw OutputError(file.target, errno);
    }
  } catch (...) {
    discard();
    throw;
  }
}

Output::~Output() { discard(); }

// The lock is a file that its owner removes when done. One who waited at the old file may get its lock after the owner took the
// name away; so the name is looked up again once the lock is held.
void Output::lock(const std::string& name) {
  const auto path = folder_ / name;
  for (;;) {
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (descriptor < 0) throw OutputError(folder_, errno);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
      const int error_number = errno;
      std::array<char, 32> owner{};
      const auto length = ::pread(descriptor, owner.data(), owner.size() - 1, 0);
      ::close(descriptor);
      if (error_number != EWOULDBLOCK) throw OutputError(path, error_number);
      std::string pid(owner.data(), length > 0 ? static_cast<std::size_t>(length) : 0);
      while (!pid.empty() && pid.back() == '\n') pid.pop_back();
      throw LockError({.file = folder_.string(),
                       .message = fmt::format("another run is writing here (process {})", pid.empty() ? "?" : pid)});
    }
    struct stat held {
    }, named{};
    if (::fstat(descriptor, &held) != 0 || ::stat(path.c_str(), &named) != 0 || held.st_ino != named.st_ino ||
        held.st_dev != named.st_dev) {
      ::close(descriptor);
      continue;
    }
    lock_ = descriptor;
    lock_path_ = path;
    remember(lock_path_);
    if (made_folder_) remember(folder_, true);
    const auto pid = fmt::format("{}\n", ::getpid());
    if (::ftruncate(lock_, 0) != 0) throw OutputError(path, errno);
    if (const int error_number = write_all(lock_, pid); error_number != 0) throw OutputError(path, error_number);
    return;
  }
}

void Output::flush(File& file) {
  if (const int error_number = write_all(file.descriptor, file.buffer); error_number != 0)
    throw OutputError(file.target, error_number);
  file.buffer.clear();
}

void Output::write(std::size_t index, std::string_view bytes) {
  auto& file = files_[index];
  file.buffer += bytes;
  if (file.buffer.size() >= kBufferSize) flush(file);
}

void Output::commit() {
  for (auto& file : files_) {
    flush(file);
    if (const int error_number = sync(file.descriptor); error_number != 0) throw OutputError(file.target, error_number);
    if (::close(std::exchange(file.descriptor, -1)) != 0) throw OutputError(file.target, errno);
  }
  const SignalsHeld held;
  replace_all();
  if (made_folder_) forget(folder_);
  made_folder_ = false;
  const int descriptor = ::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;  // a folder one may write to but not read
  const int error_number = sync(descriptor);
  ::close(descriptor);
  if (error_number != 0) throw OutputError(folder_, error_number);
}

// Renames cannot be one step for many files. So each old file keeps a second name until all are through; where a rename fails,
// what was done is undone. (A file system without hard links has no second names: there the first rename settles it.)
void Output::replace_all() {
  for (auto& file : files_) file.has_backup = ::link(file.target.c_str(), file.backup.c_str()) == 0;
  std::size_t done = 0;
  int error_number = 0;
  for (; done < files_.size() && error_number == 0; ++done)
    if (::rename(files_[done].temporary.c_str(), files_[done].target.c_str()) != 0) error_number = errno;
  if (error_number == 0) {
    for (auto& file : files_) {
      if (file.has_backup) ::unlink(file.backup.c_str());
      forget(file.temporary);
      file.temporary.clear();
    }
    return;
  }
  for (std::size_t i = 0; i + 1 < done; ++i) {
    if (files_[i].has_backup)
      ::rename(files_[i].backup.c_str(), files_[i].target.c_str());
    else
      ::unlink(files_[i].target.c_str());
  }
  for (const auto& file : files_)
    if (file.has_backup) ::unlink(file.backup.c_str());
  throw OutputError(files_[done - 1].target, error_number);
}

void Output::discard() noexcept {
  for (auto& file : files_) {
    if (file.descriptor >= 0) ::close(file.descriptor);
    if (file.temporary.empty()) continue;
    ::unlink(file.temporary.c_str());
    forget(file.temporary);
  }
  files_.clear();
  if (lock_ >= 0) {
    ::unlink(lock_path_.c_str());
    forget(lock_path_);
    ::close(std::exchange(lock_, -1));
  }
  if (made_folder_) {
    ::rmdir(folder_.c_str());
    forget(folder_);
    made_folder_ = false;
  }
}

void StandardOutput::write(std::string_view bytes) {
  buffer_ += bytes;
  if (buffer_.size() >= kBufferSize) flush();
}

void StandardOutput::flush() {
  const int error_number = write_all(descriptor_, buffer_);
  buffer_.clear();
  if (error_number == EPIPE) throw ClosedPipe{};
  if (error_number != 0) throw OutputError("standard output", error_number);
}

void remove_unfinished_outputs() noexcept {
  for (const bool folders : {false, true})
    for (auto& slot : unfinished)
      if (slot.used.load() && slot.folder == folders) folders ? ::rmdir(slot.path.data()) : ::unlink(slot.path.data());
}

}  // namespace renda
