#include "renda/facts.h"

namespace renda {

std::string_view level_name(Level level) {
  constexpr std::string_view kNames[] = {"", "national", "province", "prefecture", "county", "township"};
  return kNames[static_cast<std::size_t>(level)];
}

Facts read_facts(const Document&, const Structure&) { return {}; }

}  // namespace renda
