// One form for every character: widths, punctuation, dashes, radicals, and traditional script on demand.
#pragma once
#include <array>
#include <string_view>

namespace renda {

constexpr char16_t kDropped = 0xFFFE;  ///< folds to nothing: zero-width characters, soft hyphens

/// The folded form of `c`: ASCII digits, letters, % and . ; full-width ，；：（）！？ ; “ ” for every double quote; ' ' for every blank;
/// Kangxi and CJK radicals as ideographs; kDropped for what has no width. Everything else as it is.
extern const std::array<char16_t, 65536> kFolds;
inline char16_t fold_character(char16_t c) { return kFolds[c]; }

/// True where `text` is mostly in traditional script, judged by characters that exist in one script only.
bool is_traditional(std::u16string_view text);

/// The simplified form of one traditional character (one to one, ICU Traditional-Simplified); others as they are.
char16_t simplify_character(char16_t c);

}  // namespace renda
