// Searches in UTF-16. Blocks are judged without a branch inside, which compilers vectorise: many times as fast as the standard library's
// search for units of two bytes.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace renda {

/// Where `c` stands first at or after `at`; npos where it does not.
inline std::size_t find_character(std::u16string_view text, char16_t c, std::size_t at = 0) {
  constexpr std::size_t kBlock = 32;
  for (; at + kBlock <= text.size(); at += kBlock) {
    std::uint16_t any = 0;
    for (std::size_t i = 0; i < kBlock; ++i) any = static_cast<std::uint16_t>(any | (text[at + i] == c ? 0xFFFFu : 0u));
    if (any != 0) break;
  }
  for (; at < text.size(); ++at)
    if (text[at] == c) return at;
  return std::u16string_view::npos;
}

/// True if `c` is one of the characters of a literal. The length of a literal is known here; GCC 12 counts that of a view made from one
/// at every call.
template <std::size_t N>
constexpr bool is_one_of(char16_t c, const char16_t (&set)[N]) {
  bool found = false;
  for (std::size_t i = 0; i + 1 < N; ++i) found = found || c == set[i];
  return found;
}

/// A view of a literal, for the same reason.
template <std::size_t N>
constexpr std::u16string_view literal(const char16_t (&word)[N]) {
  return {word, N - 1};
}

/// Where `word` begins first at or after `at`; npos where it does not.
std::size_t find_word(std::u16string_view text, std::u16string_view word, std::size_t at = 0);

/// A set of characters that says no at once to nearly all others, and perhaps to the rest.
class CharacterFilter {
 public:
  constexpr explicit CharacterFilter(std::u16string_view characters) {
    for (char16_t c : characters) add(c);
  }
  constexpr CharacterFilter() = default;
  constexpr void add(char16_t c) { bits_[(c >> 6) & 3u] |= std::uint64_t{1} << (c & 63u); }
  constexpr bool may_hold(char16_t c) const { return ((bits_[(c >> 6) & 3u] >> (c & 63u)) & 1u) != 0; }

 private:
  std::uint64_t bits_[4] = {};
};

}  // namespace renda
