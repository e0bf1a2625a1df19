// Townships, streets and the stations of villages: whether one of them reports, and what it is called. They have no row in the table of divisions.
#pragma once
#include "facts/reading.h"
#include "facts/votes.h"

namespace renda {

/// True if title or opening name one, and no congress above it.
bool is_of_township(const Reading& reading);

/// Its name, in the text: 永安街道, 双桥镇; empty where it is not told.
Span township_name(const Reading& reading);

/// Votes for the county of the township called `name`: 受清苑县冉庄镇第八届人大主席团的委托 names both, wherever it stands.
void vote_county_of_township(const Reading& reading, std::u16string_view name, Votes& votes);

}  // namespace renda
