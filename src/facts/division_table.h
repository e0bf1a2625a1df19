// The packed table of divisions, as pack_divisions writes it.
#pragma once
#include <cstddef>

#include "renda/division.h"

namespace renda {

extern const Division kDivisions[];  ///< sorted by name, then code
extern const std::size_t kDivisionCount;
extern const std::uint16_t kByShortName[];  ///< indices into kDivisions
extern const std::uint16_t kByCode[];

}  // namespace renda
