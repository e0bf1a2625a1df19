// read_source(): opens without ever blocking, reads at most max_size bytes, decodes.
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "renda/input.h"

namespace renda {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() { if (fd_ > STDIN_FILENO) ::close(fd_); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }

 private:
  int fd_;
};

SourceText refused(const InputFile& file, Status status, std::string message) {
  SourceText source;
  source.name = file.name;
  source.format.clear();
  source.status = status;
  source.message = std::move(message);
  return source;
}

SourceText cannot_open(const InputFile& file, int error) {
  struct stat link {};
  const bool dangling = error == ENOENT && ::lstat(file.path.c_str(), &link) == 0;
  if (dangling) return refused(file, Status::unreadable, "the link points to nothing");
  if (error == ENOENT) return refused(file, file.named ? Status::unreadable : Status::vanished, file.named ? "no such file" : "the file vanished while renda was running");
  if (error == ELOOP) return refused(file, Status::unreadable, "the link points to itself");
  return refused(file, Status::unreadable, fmt::format("the file cannot be opened: {}", std::strerror(error)));
}

}  // namespace

SourceText read_source(const InputFile& file, const InputOptions& options) {
  if (file.status != Status::ok) return refused(file, file.status, file.message);
  const bool standard_input = file.path == "-";
  const Descriptor fd(standard_input ? STDIN_FILENO : ::open(file.path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY));
  if (fd.get() < 0) return cannot_open(file, errno);
  struct stat info {};
  if (::fstat(fd.get(), &info) != 0) return refused(file, Status::unreadable, std::strerror(errno));
  if (!standard_input && !S_ISREG(info.st_mode)) return refused(file, Status::not_regular, S_ISDIR(info.st_mode) ? "a folder" : "no regular file (pipe, socket or device)");
  const auto too_large = [&](std::uint64_t size) {
    return refused(file, Status::too_large, fmt::format("{} bytes are more than the limit of {}; --max-size raises it", size, options.max_size));
  };
  if (S_ISREG(info.st_mode) && static_cast<std::uint64_t>(info.st_size) > options.max_size) return too_large(static_cast<std::uint64_t>(info.st_size));

  thread_local std::string buffer;  // keeps its memory from file to file
  constexpr std::size_t kStep = 1u << 16, kKeep = 4u << 20;
  buffer.resize(std::max<std::size_t>(static_cast<std::size_t>(info.st_size > 0 ? info.st_size : 0) + 1, kStep));
  std::size_t size = 0;
  while (true) {
    if (size == buffer.size()) buffer.resize(buffer.size() * 2);
    const ssize_t got = ::read(fd.get(), buffer.data() + size, buffer.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return refused(file, Status::unreadable, fmt::format("reading failed: {}", std::strerror(errno)));
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
    if (size > options.max_size) return too_large(size);
  }
  SourceText source = decode(std::string_view(buffer.data(), size), options);
  source.name = file.name;
  if (buffer.size() > kKeep) std::string().swap(buffer);
  return source;
}

}  // namespace renda
