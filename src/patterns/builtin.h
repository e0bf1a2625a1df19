// The pattern files of this repository as they were when the program was built (written by pack_patterns.cpp).
#pragma once
#include <string_view>

#include "patterns/dictionary.h"

namespace renda {

std::string_view packed_patterns();
/// The dictionary that compiling them gives.
const Dictionary& packed_dictionary();
/// First digits of a hash over the packed files.
std::string_view packed_patterns_version();

}  // namespace renda
