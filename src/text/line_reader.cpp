#include "text/line_reader.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "renda/diagnostic.h"

namespace renda {
namespace {

constexpr std::size_t kBlock = 64 << 10;

[[noreturn]] void fail(const std::string& file, int error_number) {
  if (error_number == EISDIR) throw Error({.file = file, .message = "is a folder, not a table", .message_zh = "是文件夹，不是表格"});
  const std::string why = std::strerror(error_number);
  throw Error({.file = file, .message = "cannot be read: " + why, .message_zh = "不能读取：" + why});
}

}  // namespace

LineReader::LineReader(const std::string& path) : name_(path), block_(kBlock) {
  descriptor_ = path == "-" ? ::dup(0) : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor_ < 0) fail(name_, errno);
  struct stat about {};
  if (::fstat(descriptor_, &about) == 0 && S_ISDIR(about.st_mode)) {
    ::close(std::exchange(descriptor_, -1));
    fail(name_, EISDIR);
  }
  try {
    fill();
  } catch (...) {
    ::close(descriptor_);
    throw;
  }
  pass_mark();
}

LineReader::LineReader(std::string_view text, std::string name) : name_(std::move(name)), rest_(text) { pass_mark(); }

LineReader::~LineReader() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void LineReader::pass_mark() {
  static constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (rest_.starts_with(kMark)) rest_.remove_prefix(kMark.size());
}

bool LineReader::fill() {
  while (descriptor_ >= 0) {
    const auto count = ::read(descriptor_, block_.data(), block_.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail(name_, errno);
    rest_ = {block_.data(), static_cast<std::size_t>(count)};
    return count > 0;
  }
  return false;
}

bool LineReader::append_line(std::string& line) {
  bool any = false;
  while (!ahead().empty()) {
    any = true;
    const auto newline = rest_.find('\n');
    const auto piece = rest_.substr(0, newline == std::string_view::npos ? kBlock : newline + 1);
    line += piece;
    rest_.remove_prefix(piece.size());
    if (newline == piece.size() - 1 || line.size() > kLongestRecord) break;
  }
  return any;
}

}  // namespace renda
