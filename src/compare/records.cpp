#include "compare/records.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

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

bool ByteSource::append_line(std::string& line) {
  bool any = false;
  while (at_ < size_ || fill()) {
    any = true;
    const auto* begin = buffer_.data() + at_;
    const auto* newline = static_cast<const char*>(std::memchr(begin, '\n', size_ - at_));
    const auto length = newline != nullptr ? static_cast<std::size_t>(newline - begin) + 1 : size_ - at_;
    line.append(begin, length);
    at_ += length;
    if (newline != nullptr || line.size() > kLongestRecord) break;
  }
  return any;
}

void Records::fail(TableFault fault, std::vector<std::string> arguments, const Diagnostic& where) const {
  throw TableError(fault, std::move(arguments), where);
}

std::unique_ptr<Records> open_records(const std::string& path, std::vector<Column> wanted) {
  auto bytes = std::make_unique<ByteSource>(path);
  if (bytes->peek() == '{' || (bytes->peek() < 0 && path.ends_with(".jsonl"))) return open_jsonl(std::move(bytes), std::move(wanted));
  return open_csv(std::move(bytes), std::move(wanted));
}

// Well-formed by table 3-7 of the Unicode standard; ASCII first.
bool is_utf8(std::string_view text) {
  const auto* at = reinterpret_cast<const unsigned char*>(text.data());
  const auto* end = at + text.size();
  while (at < end) {
    const unsigned lead = *at++;
    if (lead < 0x80) continue;
    const int more = lead >= 0xC2 && lead <= 0xDF ? 1 : lead >= 0xE0 && lead <= 0xEF ? 2 : lead >= 0xF0 && lead <= 0xF4 ? 3 : 0;
    if (more == 0 || end - at < more) return false;
    const unsigned low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80, high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (*at < low || *at > high) return false;
    for (int i = 1; i < more; ++i)
      if ((at[i] & 0xC0) != 0x80) return false;
    at += more;
  }
  return true;
}

}  // namespace renda
