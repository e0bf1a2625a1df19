// Names with wildcards, as a manifest writes them.
#pragma once
#include <string_view>

namespace renda {

/// True where `pattern` holds a wildcard.
inline bool is_glob(std::string_view pattern) { return pattern.find_first_of("*?") != std::string_view::npos; }

/// True where all of `name` fits: `?` is one character but '/', `*` any characters but '/', `**` any characters, `**/` any folders or none.
/// Both in UTF-8. Costs at most the product of the lengths, whatever the pattern.
bool glob_matches(std::string_view pattern, std::string_view name);

}  // namespace renda
