// A list of those that pass a test.
#pragma once
#include <cstddef>
#include <span>
#include <vector>

namespace renda {

/// Each one is written, and only those that pass are counted: where nobody can guess which do, that is faster than a branch. Keeps its memory.
template <typename T>
class Sieve {
 public:
  /// Forgets what it holds. At most `most` come.
  void start(std::size_t most) {
    if (room_.size() < most) room_.resize(most);
    count_ = 0;
  }
  void add(const T& one, bool passes) {
    room_[count_] = one;
    count_ += static_cast<std::size_t>(passes);
  }
  std::span<const T> passed() const { return {room_.data(), count_}; }

 private:
  std::vector<T> room_;
  std::size_t count_ = 0;
};

}  // namespace renda
