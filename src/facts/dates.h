// Dates and sessions as reports write them: 2024年1月29日, 二〇二四年, 第十届人民代表大会第三次会议.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "renda/facts.h"
#include "renda/span.h"

namespace renda {

/// True for the years that are read: the first local congresses met in 1949.
constexpr bool is_year(int value) { return value >= 1949 && value <= 2100; }

/// The year of a date as the tables have it (YYYY, YYYY-MM, YYYY-MM-DD); 0 of nothing.
int year_of(std::string_view date);

struct Date {
  int year = 0, month = 0, day = 0;  ///< 0 = not said
  Span span;                         ///< in the text that was read
  /// YYYY-MM-DD, YYYY-MM or YYYY.
  std::string text() const;
};

/// Every year of 1949 to 2100 that is written with 年, with the month and day that follow it, in text order.
std::vector<Date> read_dates(std::u16string_view text);

/// A span of years or months: 2018—2022年, 2018年至2022年, 2023年1月至10月, 1至10月, 2021年7月至2022年6月. The year is 0 where months stand alone; the year of
/// the end is that of the start where it is not written again.
struct DateRange {
  Date first, last;
  Span span;
  bool of_years() const { return first.month == 0; }
};

/// Every range that runs forwards, over at most 60 years, in text order.
std::vector<DateRange> read_date_ranges(std::u16string_view text);

/// The four digits at `at` as a year of 1949 to 2100, with or without 年; 0 where there is none or more digits than four.
int year_at(std::u16string_view text, std::size_t at);

/// 2023-01-01 of a month's or year's beginning, 2023-10-31 of its end.
std::string first_day(const Date& date);
std::string last_day(const Date& date);

/// Months `first` to `last` of a year (0 = not known: then without days): a half and a quarter by their months, all twelve the year, others multi.
Period months_of_year(int year, int first, int last);

struct Session {
  int congress = 0, session = 0;  ///< 第十六届 … 第三次会议; 0 = not said
  bool national = false;          ///< of the National People's Congress
  bool committee = false;         ///< a session of the standing committee, not of the congress
  Span span;
};

/// Every mention of a congress by its number (十六届人大, 第十届人民代表大会第三次会议), in text order.
std::vector<Session> read_sessions(std::u16string_view text);

}  // namespace renda
