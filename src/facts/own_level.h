// read_level(): the level of the congress that reports, by its own suffix, by what lies below it and by who speaks.
#pragma once
#include "facts/organs.h"
#include "facts/reading.h"
#include "facts/votes.h"

namespace renda {

/// The level the words show, unknown where they do not.
Level read_level(const Reading& reading, const Organs& organs, const Votes& votes);

}  // namespace renda
