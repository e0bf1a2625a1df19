// The words of all pattern files and what each is used for. Flat arrays: built from definitions while running, or compiled into the program.
#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "text/trie.h"

namespace renda {

using CueSet = std::uint16_t;  ///< a list of words as a number; 0 = empty, never found

/// What one word of the dictionary is used for: noun of a reading; member of a cue set. `head` is the word that must stand before it (gap …), as
/// its number among the words that are heads; 0 = none.
struct NounUse {
  std::uint16_t reading, head;
  auto operator<=>(const NounUse&) const = default;
};
struct CueUse {
  CueSet set;
  std::uint16_t head;
  auto operator<=>(const CueUse&) const = default;
};

inline constexpr CueUse kNoCue{0, 0xFFFF};
inline constexpr std::uint32_t kCueStep = 4;  ///< cues without a head are noted by so many at once

/// What a word does, asked at every hit.
enum class Role : std::uint16_t {
  filler = 1, modifier = 2, conjunction = 4, level = 8,  ///< between a noun and its number
  noun = 16,      ///< head of a reading
  counts = 32,    ///< head of a reading of an indicator, not of look-alikes alone
  masks = 64,     ///< deletes what lies inside it
  triggers = 128, ///< begins the search for whole phrases
  cues = 256      ///< is in a cue set
};

/// One word, or all words that are used alike (most members of a list are): where the uses begin, which end where those of the next word begin.
struct WordUses {
  std::uint32_t noun = 0, cue = 0, trigger = 0;
};

/// What is asked at every hit: it stands by itself, so that the first-level cache holds it for all words.
struct WordTraits {
  std::uint16_t head = 0;   ///< its number among the heads, 0 = none
  std::uint16_t roles = 0;  ///< bits of Role
  bool is(Role role) const { return (roles & static_cast<std::uint16_t>(role)) != 0; }
};

struct Dictionary {
  TrieArrays trie_arrays;
  Trie trie;
  std::span<const WordTraits> traits;                    ///< of each word that the trie finds
  std::span<const WordUses> words;                       ///< the same, and one more
  std::uint16_t head_count = 0;                          ///< heads are counted from 1
  std::span<const NounUse> all_nouns;                    ///< of each word first those that delete what lies inside
  std::span<const CueUse> all_cues;                      ///< of each word first those without a head (one of them again until kCueStep divides them), at last kNoCue
  std::span<const std::uint16_t> all_triggers;           ///< phrases to try

  std::span<const NounUse> nouns(std::uint32_t word) const { return all_nouns.subspan(words[word].noun, words[word + 1].noun - words[word].noun); }
  std::span<const CueUse> cues(std::uint32_t word) const {
    const std::uint32_t begin = words[word].cue, end = words[word + 1].cue;
    return all_cues.subspan(begin, begin == end ? 0 : end - begin - 1);
  }
  std::span<const std::uint16_t> triggers(std::uint32_t word) const { return all_triggers.subspan(words[word].trigger, words[word + 1].trigger - words[word].trigger); }
  bool is(std::uint32_t word, Role role) const { return traits[word].is(role); }
};

/// Collects words and their uses, then owns the arrays of their Dictionary.
class DictionaryBuilder {
 public:
  std::uint32_t word_id(const std::u16string& word);
  void add_noun(std::uint32_t word, NounUse use) { nouns_[word].push_back(use); }
  /// The same for a reading that deletes what lies inside it: these come first.
  void add_mask(std::uint32_t word, NounUse use) { nouns_[word].insert(nouns_[word].begin() + masks_[word]++, use); }
  void add_cue(std::uint32_t word, CueUse use) { cues_[word].push_back(use); }
  /// Forgets the members of a set.
  void drop_cue(CueSet set);
  void add_trigger(std::uint32_t word, std::uint16_t phrase) { triggers_[word].push_back(phrase); }
  std::uint16_t head_id(std::uint32_t word);
  void add_role(std::uint32_t word, Role role) { roles_[word] |= static_cast<std::uint16_t>(role); }
  std::uint32_t size() const { return static_cast<std::uint32_t>(words_.size()); }
  const std::vector<NounUse>& nouns(std::uint32_t word) const { return nouns_[word]; }
  const std::vector<CueUse>& cues(std::uint32_t word) const { return cues_[word]; }
  const std::vector<std::uint16_t>& triggers(std::uint32_t word) const { return triggers_[word]; }

  /// Call once, when all is added. The result points into this object.
  Dictionary finish();

 private:
  std::vector<std::uint32_t> merge_alike();

  std::vector<std::u16string> words_;
  std::unordered_map<std::u16string, std::uint32_t> ids_;
  std::vector<std::vector<NounUse>> nouns_;
  std::vector<std::ptrdiff_t> masks_;  // how many of these delete what lies inside
  std::vector<std::vector<CueUse>> cues_;
  std::vector<std::vector<std::uint16_t>> triggers_;
  std::vector<std::uint16_t> roles_;
  std::vector<std::uint16_t> heads_;
  std::uint16_t head_count_ = 0;
  // the flat arrays
  std::optional<TrieBuilder> trie_;
  std::vector<WordTraits> traits_;
  std::vector<WordUses> entries_;
  std::vector<NounUse> all_nouns_;
  std::vector<CueUse> all_cues_;
  std::vector<std::uint16_t> all_triggers_;
};

}  // namespace renda
