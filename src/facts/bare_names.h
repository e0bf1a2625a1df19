// read_bare_names(): names that no organ follows: in the title, the opening, a newspaper's dateline and the file's name.
#pragma once
#include "facts/reading.h"
#include "facts/votes.h"

namespace renda {

/// Adds them to the votes. `file` is the name that the document was read by.
void read_bare_names(const Reading& reading, std::string_view file, Teller teller, Votes& votes);

}  // namespace renda
