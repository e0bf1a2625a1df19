// The lines of a file, of standard input or of a text at hand, one after the other. Outside face: LineReader.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace renda {

inline constexpr std::size_t kLongestRecord = 1 << 20;  // bytes

/// Reads in pieces, so that a file of any size takes little memory. A byte order mark at the head is passed over.
class LineReader {
 public:
  /// `path` "-" is standard input. Throws Error where it cannot be opened or read.
  explicit LineReader(const std::string& path);
  /// `text` outlives the reader; `name` stands in messages.
  LineReader(std::string_view text, std::string name);
  ~LineReader();
  LineReader(const LineReader&) = delete;
  LineReader& operator=(const LineReader&) = delete;
  /// Appends the next line with its end; false where there is none. Stops within a line once `line` is longer than kLongestRecord.
  bool append_line(std::string& line);
  /// What is at hand of the bytes to come; empty at the end only.
  std::string_view ahead() { return !rest_.empty() || fill() ? rest_ : std::string_view(); }
  const std::string& name() const { return name_; }

 private:
  bool fill();
  void pass_mark();
  std::string name_;
  int descriptor_ = -1;  // of a text there is none
  std::vector<char> block_;
  std::string_view rest_;
};

}  // namespace renda
