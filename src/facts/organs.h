// read_organs(): what the organs of a text (永康市人大常委会, 我县, 委员长会议) tell of who reports.
#pragma once
#include "facts/own_suffixes.h"
#include "facts/reading.h"
#include "facts/votes.h"

namespace renda {

/// The organs of the first part of a text, but for the names before them: those are Votes.
struct Organs {
  /// A word and where it stands first, npos for nowhere.
  struct FirstPlace {
    std::u16string_view word;
    std::size_t at = std::u16string_view::npos;
  };

  std::u16string_view body;  ///< the part that has been read
  OwnSuffixes suffixes;
  int national = 0;  ///< how often 全国人大 stands there
  FirstPlace chairman{u"委员长"}, chairmen_meet{u"委员长会议"};

  /// Only the national committee has a chairman of that name. A word cut off at the end of the part that is read does not stand in it.
  bool has_chairman() const {
    const FirstPlace& first = national > 0 ? chairman : chairmen_meet;
    return first.at <= body.size() && body.size() - first.at >= first.word.size();
  }
};

/// Adds what the organs of `body`, the first characters of the text, tell. Those of organs.body, which it begins with, have been read already.
void read_organs(const Reading& reading, std::u16string_view body, Votes& votes, Organs& organs);

/// 人大常委会的指导, 人大的关心指导: what the congress above does, at its organ.
bool is_guiding(std::u16string_view text, std::size_t organ);

}  // namespace renda
