// Searches in UTF-16. Blocks are judged without a branch inside, which compilers vectorise: many times as fast as the standard library's
// search for units of two bytes.
#pragma once
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>

namespace renda {

/// Eight answers of one byte each, 0 or 1, as eight bits; the first is the lowest.
inline std::uint64_t bits_of_answers(const std::uint8_t* answers) {
  std::uint64_t eight = 0;
  if constexpr (std::endian::native == std::endian::little) std::memcpy(&eight, answers, sizeof eight);
  else
    for (std::size_t i = 0; i < sizeof eight; ++i) eight |= std::uint64_t{answers[i]} << 8 * i;
  return eight * 0x0102040810204080u >> 56;  // answer k, at bit 8k, goes to bit 56 + k; no two sums meet
}

/// Judges a block of places first, by comparisons alone, and visits those that are wanted afterwards, in order, until hit(place) is true; then it is
/// true as well.
template <std::size_t size, typename Wanted, typename Hit>
bool visit_block(Wanted&& wanted, Hit&& hit) {
  static_assert(size % 8 == 0 && size <= 64);
  std::uint8_t answers[size];
  for (std::size_t i = 0; i < size; ++i) answers[i] = wanted(i);
  std::uint64_t places = 0;
  for (std::size_t i = 0; i < size; i += 8) places |= bits_of_answers(answers + i) << i;
  for (; places != 0; places &= places - 1)
    if (hit(static_cast<std::size_t>(std::countr_zero(places)))) return true;
  return false;
}

/// Calls hit(place) for each place of [begin, end) whose character is wanted, in order. `wanted` compares without a
/// branch (is_among) and does nothing else.
template <typename Wanted, typename Hit>
void for_each_place(std::u16string_view text, std::size_t begin, std::size_t end, Wanted&& wanted, Hit&& hit) {
  constexpr std::size_t kBlock = 32;
  std::size_t at = begin;
  for (; at + kBlock <= end; at += kBlock) visit_block<kBlock>([&](std::size_t i) { return wanted(text[at + i]); }, [&](std::size_t i) { return hit(at + i), false; });
  for (; at < end; ++at)
    if (wanted(text[at])) hit(at);
}

/// The first wanted place at or after `at` where hit(place) is true; the size of the text where there is none. `wanted` does as above.
template <typename Wanted, typename Hit>
std::size_t find_place(std::u16string_view text, std::size_t at, Wanted&& wanted, Hit&& hit) {
  constexpr std::size_t kBlock = 16;
  std::size_t found = text.size();
  for (; at + kBlock <= text.size(); at += kBlock)
    if (visit_block<kBlock>([&](std::size_t i) { return wanted(at + i); }, [&](std::size_t i) { return found = at + i, hit(found); })) return found;
  for (; at < text.size(); ++at)
    if (wanted(at) && hit(at)) return at;
  return text.size();
}

/// Where `c` stands first at or after `at`; npos where it does not.
inline std::size_t find_character(std::u16string_view text, char16_t c, std::size_t at = 0) {
  constexpr std::size_t kBlock = 16;
  std::size_t found = std::u16string_view::npos;
  for (; at + kBlock <= text.size(); at += kBlock)
    if (visit_block<kBlock>([&](std::size_t i) { return text[at + i] == c; }, [&](std::size_t i) { return found = at + i, true; })) return found;
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

/// The same without a branch and without a loop, which compilers give up to vectorise when it is long: for blocks.
template <std::size_t N>
constexpr bool is_among(char16_t c, const char16_t (&set)[N]) {
  return [&]<std::size_t... i>(std::index_sequence<i...>) -> bool { return ((c == set[i]) | ...); }(std::make_index_sequence<N - 1>());
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
