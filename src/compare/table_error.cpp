// TableError: what is wrong with a written table, in English; the command line says it in its own language.
#include <fmt/args.h>
#include <fmt/format.h>

#include "renda/compare.h"

namespace renda {
namespace {

Diagnostic with_message(Diagnostic place, TableFault fault, const std::vector<std::string>& arguments) {
  fmt::dynamic_format_arg_store<fmt::format_context> store;
  for (const auto& argument : arguments) store.push_back(argument);
  const auto format = fault_format(fault);
  place.message = fmt::vformat(fmt::string_view(format.data(), format.size()), store);
  return place;
}

}  // namespace

TableError::TableError(TableFault fault, std::vector<std::string> arguments, Diagnostic place)
    : Error(with_message(std::move(place), fault, arguments)), fault_(fault), arguments_(std::move(arguments)) {}

}  // namespace renda
