// The names of the levels, as tables and pattern files write them.
#include "renda/division.h"

namespace renda {

std::string_view level_name(Level level) {
  constexpr std::string_view kNames[] = {"", "national", "province", "prefecture", "county", "township"};
  return kNames[static_cast<std::size_t>(level)];
}

}  // namespace renda
