// The pattern files of this repository as they were when the program was built (written by pack_patterns.cpp).
#pragma once
#include <string_view>

namespace renda {

std::string_view packed_patterns();
/// First digits of a hash over the packed files.
std::string_view packed_patterns_version();

}  // namespace renda
