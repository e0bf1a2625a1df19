// Numbers that count nothing, whatever nouns stand near: look-alikes that cover them, names, multipliers, facets, news of one session.
#pragma once
#include <optional>
#include <string_view>

#include "patterns/sentence_in_hand.h"

namespace renda {

/// The reason code for which the i-th number can count nothing; none if it may.
std::optional<std::string_view> why_never(const SentenceInHand& here, std::size_t i);

}  // namespace renda
