// write_compared(): the shape that the options ask for.
#include "compare/shape.h"

namespace renda {

void write_compared(const Panel& panel, const CompareOptions& options, const CompareStyle& style, const std::function<void(std::string_view)>& sink) {
  const auto make = options.long_form ? make_long_form : options.indicators.empty() ? make_by_indicator : make_by_period;
  make(panel, options, style, sink)->write();
}

}  // namespace renda
