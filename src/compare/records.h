// Records of a written table, one at a time with their place: CSV after RFC 4180, or JSON Lines. Outside face: open_records().
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "renda/compare.h"

namespace renda {

inline constexpr std::size_t kLongestRecord = 1 << 20;  // bytes

/// The bytes of a file or of stdin, read in pieces; a byte order mark at the head is passed over.
class ByteSource {
 public:
  /// `path` "-" is stdin. Throws TableError where it cannot be opened or read.
  explicit ByteSource(const std::string& path);
  ~ByteSource();
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;
  /// Appends the next line with its end; false where there is none. Stops within a line once `line` is longer than kLongestRecord.
  bool append_line(std::string& line);
  /// The next byte, -1 at the end.
  int peek() { return at_ < size_ || fill() ? static_cast<unsigned char>(buffer_[at_]) : -1; }
  const std::string& name() const { return name_; }

 private:
  bool fill();
  std::string name_;
  int descriptor_ = -1;
  std::vector<char> buffer_;
  std::size_t at_ = 0, size_ = 0;
};

/// One record: cells in the order of the columns asked for.
class Records {
 public:
  virtual ~Records() = default;
  /// Reads the next record; false at the end. Throws TableError.
  virtual bool next() = 0;
  /// The cell of the wanted column `column`: a CSV cell without the apostrophe that keeps spreadsheets from computing; of JSON values null is
  /// empty, true 1, false 0.
  virtual const std::string& cell(std::size_t column) const = 0;
  /// The place of that cell, or of the record.
  virtual Diagnostic place(std::size_t column) const = 0;
  virtual Diagnostic place() const = 0;
  [[noreturn]] void fail(TableFault fault, std::vector<std::string> arguments, const Diagnostic& where) const;
};

/// Opens a table whose format its first byte tells. `wanted` are the columns to be had, under their English or Chinese names, in any order;
/// others are passed over. Throws TableError for a missing column.
std::unique_ptr<Records> open_records(const std::string& path, std::vector<Column> wanted);

/// As above, for each format.
std::unique_ptr<Records> open_csv(std::unique_ptr<ByteSource> bytes, std::vector<Column> wanted);
std::unique_ptr<Records> open_jsonl(std::unique_ptr<ByteSource> bytes, std::vector<Column> wanted);

/// True for valid UTF-8.
bool is_utf8(std::string_view text);

}  // namespace renda
