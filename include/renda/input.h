// Floor 1, input: finds files and turns their bytes into characters.
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace renda {

/// What became of one input path (column `status` of reports.csv).
enum class Status {
  ok, warning, empty, no_text, damaged, encrypted, too_large, unsupported, timeout, memory, unreadable, vanished,
  not_regular, encoding_uncertain, not_a_report
};
std::string_view status_name(Status status);
/// True for the statuses that make a run end with exit status 3; `named` = the path stood on the command line or in a list.
bool is_failure(Status status, bool named);

/// One path to read. `name` is what the column `file` shows (always with `/`).
struct InputFile {
  std::filesystem::path path;
  std::string name;
  bool named = false;                 ///< stood on the command line or in a list, was not met while walking a folder
  Status status = Status::ok;         ///< set by discovery where there is nothing to read (unreadable folder, not_regular ...)
  std::string message;
};

struct InputOptions {
  std::uint64_t max_size = 64u << 20;  ///< bytes; larger files are `too_large`
  std::string encoding;                ///< overrides detection (an ICU converter name or alias); empty = detect
};

/// The characters of one input, exactly as the file has them (no BOM), with what was learnt on the way.
struct SourceText {
  std::string name;                    ///< column `file`
  std::string format = "txt";          ///< column `format`; empty where nothing could be read
  std::string encoding;                ///< UTF-8, UTF-16LE, UTF-16BE, GB18030, Big5 ... ; empty where unknown
  std::u16string text;                 ///< decoded; an unreadable byte is U+FFFD
  Status status = Status::ok;
  std::string message;                 ///< what a user should know (number and place of bad bytes, why a file was refused)
};

/// The paths of the command line, one after the other, folders walked in sorted order (byte order of the names) with at most one
/// folder's listing per level in memory. Dot-files, folder links and `skip` (what the run writes, and its own tables) are passed over; a link to a
/// regular file is given. `-` is stdin. Never throws for a path: what is wrong stands in InputFile::status.
class FileWalk {
 public:
  FileWalk(std::vector<std::string> paths, std::vector<std::filesystem::path> skip = {});
  ~FileWalk();
  FileWalk(FileWalk&&) noexcept;
  FileWalk& operator=(FileWalk&&) noexcept;
  /// False at the end.
  bool next(InputFile& file);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Paths listed in `file` (`-` = stdin), one a line (or NUL separated). Throws Error where the list cannot be read.
std::vector<std::string> read_path_list(const std::string& file, bool nul_separated);

/// Opens (never blocking on a FIFO or device), reads and decodes. Never throws: what is wrong stands in status and message.
SourceText read_source(const InputFile& file, const InputOptions& options);

/// True for a name or alias that --encoding takes.
bool is_known_encoding(const std::string& name);

/// Bytes to characters; no I/O. Order of detection: BOM, valid or nearly valid UTF-8 (99.5 %), UTF-16 by a test of its own,
/// GB18030 against Big5 by the frequency of characters, ICU. Binary content gives status `unsupported`, nothing but blanks `empty`. Throws Error for an unknown options.encoding.
SourceText decode(std::string_view bytes, const InputOptions& options = {});

}  // namespace renda
