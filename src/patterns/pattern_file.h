// Reads pattern files (TOML) into Definitions.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>

#include "patterns/definitions.h"

namespace renda {

/// Adds what `toml` says to `definitions`; an indicator of the same id replaces the earlier one. `name` is used in messages.
/// Throws Error with file:line:column, the line and a hint for the first mistake: syntax, unknown key, missing id, wrong type.
void read_pattern_file(Definitions& definitions, const std::string& name, std::string_view toml);

/// All *.toml files of `folder` in sorted order, pieces.toml first; at most 1 MB each. Throws Error.
void read_pattern_folder(Definitions& definitions, const std::filesystem::path& folder);

}  // namespace renda
