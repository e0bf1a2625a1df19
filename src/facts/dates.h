// Dates and sessions as reports write them: 2024年1月29日, 二〇二四年, 第十届人民代表大会第三次会议.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "renda/span.h"

namespace renda {

struct Date {
  int year = 0, month = 0, day = 0;  ///< 0 = not said
  Span span;                         ///< in the text that was read
  /// YYYY-MM-DD, YYYY-MM or YYYY.
  std::string text() const;
};

/// Every year of 1949 to 2100 that is written with 年, with the month and day that follow it, in text order.
std::vector<Date> read_dates(std::u16string_view text);

struct Session {
  int congress = 0, session = 0;  ///< 第十六届 … 第三次会议; 0 = not said
  bool national = false;          ///< of the National People's Congress
  bool committee = false;         ///< a session of the standing committee, not of the congress
  Span span;
};

/// Every mention of a congress by its number (十六届人大, 第十届人民代表大会第三次会议), in text order.
std::vector<Session> read_sessions(std::u16string_view text);

}  // namespace renda
