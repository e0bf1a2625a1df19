// One number for a text, the same on every machine.
#pragma once
#include <cstdint>
#include <string_view>

namespace renda {

/// FNV-1a, 64 bits.
constexpr std::uint64_t hash_text(std::string_view text) {
  std::uint64_t hash = 14695981039346656037u;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  return hash;
}

}  // namespace renda
