// The indicators of the runs, joined: the same id counts the same kind of things in all of them.
#pragma once
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "compare/records.h"
#include "renda/compare.h"

namespace renda {

/// The ids one table may name.
using KnownIds = std::unordered_set<std::string>;

class CodebookReader {
 public:
  explicit CodebookReader(const PatternSet& patterns) : patterns_(patterns) {}
  /// Reads an indicators table. Throws Error, also where an id counts another kind of things than in a codebook before.
  KnownIds read(const std::string& path);
  /// The indicators of the pattern set, for tables without a codebook.
  KnownIds from_patterns();
  /// Index of a known id.
  std::uint32_t index(const std::string& id) const { return index_.at(id); }
  std::vector<ComparedIndicator> take() { return std::move(indicators_); }

 private:
  void add(ComparedIndicator indicator, const std::string& units, const Diagnostic& where);
  bool compares(const std::string& a, const std::string& b) const;
  bool is_flow(const std::string& unit, const std::string& units) const;
  std::string kinds_of(const std::string& unit) const;

  const PatternSet& patterns_;
  std::vector<ComparedIndicator> indicators_;
  std::vector<std::string> sources_;  // of each: the codebook that defined it
  std::unordered_map<std::string, std::uint32_t> index_;
};

}  // namespace renda
