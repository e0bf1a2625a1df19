// The words of pattern files: a finite notation, written out.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace renda {

/// A literal; where the notation has a gap …, `head` must stand before `text` in the same clause, at most kGap characters away.
struct Word {
  std::u16string head, text;
  friend bool operator==(const Word&, const Word&) = default;
};
inline constexpr std::uint32_t kGap = 16;

/// All literals of `notation`: plain characters, | alternatives, (?:…) or (…) groups, [abc] classes, ? for optional, … for a gap.
/// Throws Error (message and column in characters) for anything else and for more than 4,000 literals.
std::vector<Word> expand_words(std::string_view notation);

}  // namespace renda
