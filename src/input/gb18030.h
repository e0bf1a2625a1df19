// GB18030 (with GBK and GB2312 inside it) to UTF-16.
#pragma once
#include <string>
#include <string_view>

#include "input/utf8.h"

namespace renda {

/// Two-byte characters by a table made through ICU once, four-byte ones by ICU. Bad bytes become U+FFFD and are counted.
void gb18030_to_utf16(std::string_view bytes, std::u16string& out, BadBytes& bad);

}  // namespace renda
