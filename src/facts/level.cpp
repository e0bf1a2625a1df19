// The names of the levels, as tables and pattern files write them.
#include "renda/division.h"

namespace renda {

std::string_view level_name(Level level) {
  constexpr std::string_view kNames[] = {"", "national", "province", "prefecture", "county", "township"};
  return kNames[static_cast<std::size_t>(level)];
}

Level level_named(std::string_view name) {
  for (const Level level : {Level::national, Level::province, Level::prefecture, Level::county, Level::township})
    if (level_name(level) == name) return level;
  return Level::unknown;
}

}  // namespace renda
