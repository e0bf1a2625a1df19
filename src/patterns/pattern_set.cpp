// PatternSet: the built-in set and a user's own on top of it.
#include "patterns/builtin.h"
#include "patterns/compiled.h"
#include "patterns/pack.h"
#include "patterns/pattern_file.h"

namespace renda {

PatternSet::PatternSet(std::unique_ptr<Compiled> compiled) : compiled_(std::move(compiled)) {}
PatternSet::~PatternSet() = default;

std::shared_ptr<const PatternSet> PatternSet::builtin() {
  static const std::shared_ptr<const PatternSet> set = [] {
    auto compiled = compile(unpack(packed_patterns()), false, &packed_dictionary());
    compiled->version = std::string(packed_patterns_version());
    return std::make_shared<const PatternSet>(std::move(compiled));
  }();
  return set;
}

std::shared_ptr<const PatternSet> PatternSet::with_folder(const std::filesystem::path& folder) {
  Definitions definitions = unpack(packed_patterns());
  read_pattern_folder(definitions, folder);
  auto compiled = compile(std::move(definitions), true);
  compiled->version = std::string(packed_patterns_version()) + "+own";
  return std::make_shared<const PatternSet>(std::move(compiled));
}

const std::vector<Indicator>& PatternSet::indicators() const { return compiled_->indicators; }
const MeasureWords& PatternSet::measure_words() const { return compiled_->measure_words; }
std::string_view PatternSet::version() const { return compiled_->version; }

}  // namespace renda
