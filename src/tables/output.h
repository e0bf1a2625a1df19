// Files that appear whole or not at all. Outside face: Output (one run's files) and StandardOutput.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "renda/diagnostic.h"

namespace renda {

/// An output cannot be written: exit status 4.
class OutputError : public Error {
 public:
  using Error::Error;
  OutputError(const std::filesystem::path& path, int error_number);
};

/// Another run writes to the same place: exit status 5.
class LockError : public Error {
 public:
  using Error::Error;
};

/// The files of one run in one folder: written beside their targets, and renamed all together by commit(). Until then the old
/// files stand untouched; without commit() nothing is left behind. A lock keeps a second run out.
class Output {
 public:
  /// Makes the folder where it is missing, takes the lock (LockError) and opens every temporary file (OutputError): what cannot
  /// be written is known before the work begins. `lock_name` is the lock's file name in the folder.
  Output(std::filesystem::path folder, const std::vector<std::string>& names, const std::string& lock_name);
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  /// Appends to file `index` of the names; throws OutputError.
  void write(std::size_t index, std::string_view bytes);
  /// Where file `index` lies until commit(): for a library that writes to a path of its own. The file is there and must stay the same.
  const std::filesystem::path& temporary(std::size_t index) const { return files_[index].temporary; }
  /// fsync, rename all, fsync of the folder; throws OutputError and leaves the old files where it fails.
  void commit();

 private:
  struct File {
    std::filesystem::path target, temporary, backup;
    bool has_backup = false;
    int descriptor = -1;
    std::string buffer{};
  };
  void lock(const std::string& name);
  void flush(File& file);
  void replace_all();
  void discard() noexcept;

  std::filesystem::path folder_, lock_path_;
  bool made_folder_ = false;
  int lock_ = -1;
  std::vector<File> files_;
};

/// The data stream of the program, buffered; a closed pipe throws ClosedPipe, any other failure OutputError.
class ClosedPipe {};
class StandardOutput {
 public:
  explicit StandardOutput(int descriptor = 1) : descriptor_(descriptor) {}
  void write(std::string_view bytes);
  void flush();

 private:
  int descriptor_;
  std::string buffer_;
};

/// Removes the temporary files and locks of all open Outputs; nothing but async-signal-safe calls.
void remove_unfinished_outputs() noexcept;

}  // namespace renda
