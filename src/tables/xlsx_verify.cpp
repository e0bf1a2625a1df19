// verify_sheets(): unpacks each sheet with minizip, which checks its CRC, and measures what stands between <sheetData> and
// </sheetData>.
#include "tables/xlsx_verify.h"

#include <fmt/format.h>
#include <minizip/unzip.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "tables/output.h"

namespace renda {
namespace {

constexpr std::string_view kBegin = "<sheetData>", kEnd = "</sheetData>", kLast = "</worksheet>";

// Closes what it opened.
class Zip {
 public:
  explicit Zip(const std::filesystem::path& file) : zip_(unzOpen64(file.c_str())) {}
  ~Zip() {
    if (zip_ != nullptr) unzClose(zip_);
  }
  Zip(const Zip&) = delete;
  Zip& operator=(const Zip&) = delete;
  bool open(const std::string& name) {
    return zip_ != nullptr && unzLocateFile(zip_, name.c_str(), 1) == UNZ_OK && unzOpenCurrentFile(zip_) == UNZ_OK;
  }
  int read(std::vector<char>& into) { return unzReadCurrentFile(zip_, into.data(), static_cast<unsigned>(into.size())); }
  bool close() { return unzCloseCurrentFile(zip_) == UNZ_OK; }

 private:
  unzFile zip_;
};

// The place of `what` in a text that comes in pieces: the end of the last piece is kept.
class Search {
 public:
  explicit Search(std::string_view what) : what_(what) {}
  static constexpr std::uint64_t kNone = ~std::uint64_t{0};
  void look(std::string_view piece, std::uint64_t begin) {
    if (found_ != kNone) return;
    const auto kept = tail_.size();
    tail_ += piece.substr(0, what_.size());
    if (const auto at = tail_.find(what_); at != std::string::npos)
      found_ = begin - kept + at;
    else if (const auto inside = piece.find(what_); inside != std::string_view::npos)
      found_ = begin + inside;
    tail_.resize(kept);
    tail_ += piece;
    if (tail_.size() >= what_.size()) tail_.erase(0, tail_.size() - what_.size() + 1);
  }
  std::uint64_t found() const { return found_; }

 private:
  std::string_view what_;
  std::string tail_;
  std::uint64_t found_ = kNone;
};

bool is_whole(Zip& zip, const std::string& name, std::uint64_t row_bytes) {
  if (!zip.open(name)) return false;
  std::vector<char> buffer(256 << 10);
  Search begin(kBegin), end(kEnd);
  std::string last;
  std::uint64_t at = 0;
  int length = 0;
  while ((length = zip.read(buffer)) > 0) {
    const std::string_view piece(buffer.data(), static_cast<std::size_t>(length));
    begin.look(piece, at);
    end.look(piece, at);
    last += piece.substr(piece.size() - std::min(piece.size(), kLast.size()));
    last.erase(0, last.size() - std::min(last.size(), kLast.size()));
    at += piece.size();
  }
  if (length < 0 || !zip.close() || last != kLast) return false;
  return begin.found() != Search::kNone && end.found() != Search::kNone &&
         end.found() == begin.found() + kBegin.size() + row_bytes;
}

}  // namespace

void verify_sheets(const std::filesystem::path& file, const std::filesystem::path& target,
                   std::span<const std::uint64_t> row_bytes) {
  Zip zip(file);
  for (std::size_t i = 0; i < row_bytes.size(); ++i)
    if (!is_whole(zip, fmt::format("xl/worksheets/sheet{}.xml", i + 1), row_bytes[i]))
      throw OutputError({.file = target.string(), .message = "cannot write: the workbook is not whole, is the disk full?"});
}

}  // namespace renda
