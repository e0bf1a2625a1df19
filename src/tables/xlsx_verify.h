// Reads a finished workbook back. libxlsxwriter does not look whether its temporary files could be written: a disk that fills up
// under it gives a workbook that opens and lacks rows.
#pragma once
#include <cstdint>
#include <filesystem>
#include <span>

namespace renda {

/// Sheet i must hold `row_bytes[i]` bytes of rows, and its end. Throws OutputError, about `target`.
void verify_sheets(const std::filesystem::path& file, const std::filesystem::path& target,
                   std::span<const std::uint64_t> row_bytes);

}  // namespace renda
