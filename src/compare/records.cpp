#include "compare/records.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "text/utf.h"

namespace renda {

ByteSource::ByteSource(const std::string& path) : name_(path), buffer_(64 << 10) {
  const auto fail = [&](int error_number) {
    throw TableError(TableFault::unreadable, {std::strerror(error_number)}, {.file = name_});
  };
  descriptor_ = path == "-" ? ::dup(0) : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor_ < 0) fail(errno);
  struct stat about {};
  if (::fstat(descriptor_, &about) == 0 && S_ISDIR(about.st_mode)) {
    ::close(std::exchange(descriptor_, -1));
    fail(EISDIR);
  }
  if (!fill()) return;
  static constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (std::string_view(buffer_.data(), size_).starts_with(kMark)) at_ = kMark.size();
}

ByteSource::~ByteSource() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

bool ByteSource::fill() {
  for (;;) {
    const auto count = ::read(descriptor_, buffer_.data(), buffer_.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw TableError(TableFault::unreadable, {std::strerror(errno)}, {.file = name_});
    at_ = 0;
    size_ = static_cast<std::size_t>(count);
    return size_ > 0;
  }
}

void Records::fail(TableFault fault, std::vector<std::string> arguments, const Diagnostic& where) const {
  throw TableError(fault, std::move(arguments), where);
}

std::unique_ptr<Records> open_records(const std::string& path, std::vector<Column> wanted) {
  auto bytes = std::make_unique<ByteSource>(path);
  if (bytes->peek() == '{' || (bytes->peek() < 0 && path.ends_with(".jsonl"))) return open_jsonl(std::move(bytes), std::move(wanted));
  return open_csv(std::move(bytes), std::move(wanted));
}

bool is_utf8(std::string_view text) { return to_utf8(to_utf16(text)) == text; }

}  // namespace renda
