// Definitions as one string and back: how the built-in set travels into the program without a TOML parser at start.
#pragma once
#include <string>
#include <string_view>

#include "patterns/definitions.h"

namespace renda {

std::string pack(const Definitions& definitions);
/// Reads what pack() wrote; anything else is a programming error.
Definitions unpack(std::string_view packed);

}  // namespace renda
