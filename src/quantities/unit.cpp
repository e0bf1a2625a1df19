// How the source prints a measure word.
#include "renda/quantity.h"

namespace renda {

std::string quote_unit(const Document& document, const Quantity& quantity) {
  if (quantity.unit.empty()) return quantity.kind == NumberKind::percent ? "%" : "";
  return document.quote(quantity.unit);
}

}  // namespace renda
