// How the source prints a measure word.
#include "renda/quantity.h"

namespace renda {

std::string quote_unit(const Document& document, const Quantity& quantity) {
  if (quantity.kind == NumberKind::percent) return "%";  // also where the source has ％ or 百分之
  if (quantity.unit.empty()) return "";
  return document.quote(quantity.unit);
}

}  // namespace renda
