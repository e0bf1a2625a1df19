// The suffixes of divisions (省, 市, 县), and how often each says whose level a text is: 我县, 市人大常委会.
#pragma once
#include <algorithm>
#include <array>
#include <string_view>

#include "text/search.h"

namespace renda {

constexpr char16_t kRegion = u'治';  // stands for 自治区 among the suffixes

constexpr bool is_township(char16_t suffix) { return is_one_of(suffix, u"镇乡"); }
constexpr bool is_suffix(char16_t c) { return is_one_of(c, u"省市县区旗州盟") || is_township(c); }

/// How often a text calls itself by each suffix.
class OwnSuffixes {
 public:
  void add(char16_t suffix, int weight) { counts_[place_of(suffix)] += weight; }
  int of(char16_t suffix) const { return counts_[place_of(suffix)]; }
  bool empty() const { return *std::max_element(counts_.begin(), counts_.end()) == 0; }

  /// 0 of none; of two that are equal the one that comes first by its code.
  char16_t strongest() const {
    char16_t best = 0;
    int most = 0;
    for (const char16_t suffix : kAll) {
      if (suffix == u'区' && of(kRegion) > 0) continue;  // 全区 of a region
      if (of(suffix) > most) best = suffix, most = of(suffix);
    }
    return best;
  }

 private:
  static constexpr std::u16string_view kAll = u"乡区县州市旗治盟省镇";  // by their codes
  static std::size_t place_of(char16_t suffix) {
    std::size_t place = 0;
    while (place + 1 < kAll.size() && kAll[place] != suffix) ++place;
    return place;
  }
  std::array<int, kAll.size()> counts_{};
};

}  // namespace renda
