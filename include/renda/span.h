// Span and Location: the two coordinates of the library.
#pragma once
#include <cstdint>

namespace renda {

/// Half open range of UTF-16 code units of the text it is said of (a Document's repaired text, if nothing else is said).
struct Span {
  std::uint32_t begin = 0, end = 0;
  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(std::uint32_t at) const { return begin <= at && at < end; }
  constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  friend constexpr bool operator==(Span, Span) = default;
};

/// Where a reader finds a character in the source: 1-based, column in characters (code points); 0 = the format has none.
struct Location {
  std::uint32_t page = 0, line = 0, column = 0;
};

}  // namespace renda
