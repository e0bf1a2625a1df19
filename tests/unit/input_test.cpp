// Encodings are told by content, bad bytes are counted, binary data is refused.
#include <catch2/catch.hpp>
#include <unicode/ucnv.h>

#include "input/gb18030.h"
#include "input/utf8.h"
#include "renda/input.h"
#include "text/utf.h"

using namespace renda;

namespace {

const std::string kText = "常山县人大常委会工作报告\r\n一年来，共召开常委会会议8次、主任会议13次，听取和审议专项工作报告21项，任免国家机关工作人员53人次。\r\n";

std::string encoded(const char* name, const std::string& utf8 = kText) {
  UErrorCode error = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(name, &error);
  const auto text = to_utf16(utf8);
  std::string out(text.size() * 4 + 16, '\0');
  const auto size = ucnv_fromUChars(converter, out.data(), static_cast<std::int32_t>(out.size()), text.data(), static_cast<std::int32_t>(text.size()), &error);
  ucnv_close(converter);
  REQUIRE(U_SUCCESS(error));
  out.resize(static_cast<std::size_t>(size));
  return out;
}

}  // namespace

TEST_CASE("decode: encodings by their content", "[input]") {
  const auto text = to_utf16(kText);
  const auto check = [&](const std::string& bytes, const char* encoding) {
    const auto source = decode(bytes);
    INFO(encoding);
    CHECK(source.status == Status::ok);
    CHECK(source.encoding == encoding);
    CHECK(source.text == text);
  };
  check(kText, "UTF-8");
  check("\xEF\xBB\xBF" + kText, "UTF-8");
  check(encoded("UTF-16LE"), "UTF-16LE");
  check("\xFF\xFE" + encoded("UTF-16LE"), "UTF-16LE");
  check(encoded("UTF-16BE"), "UTF-16BE");
  check(encoded("GB18030"), "GB18030");
  const std::string traditional = "晉江市人大常委會工作報告\n一年來，共召開常委會會議8次、主任會議13次，聽取和審議專項工作報告21項，任免國家機關工作人員53人次。\n";
  const auto big5 = decode(encoded("windows-950", traditional));
  CHECK(big5.encoding == "Big5");
  CHECK(big5.text == to_utf16(traditional));
}

TEST_CASE("decode: bad bytes are replaced, counted and told", "[input]") {
  std::string bytes;
  for (int i = 0; i < 20; ++i) bytes += kText;
  bytes.push_back('\xFF');
  const auto source = decode(bytes);
  CHECK(source.encoding == "UTF-8");
  CHECK(source.status == Status::warning);
  CHECK(source.message.find("1 unreadable byte") != std::string::npos);
  CHECK(source.text.find(u'\uFFFD') != std::u16string::npos);
}

TEST_CASE("decode: what is no text", "[input]") {
  CHECK(decode("").status == Status::empty);
  CHECK(decode(" \n\t ").status == Status::empty);
  CHECK(decode("%PDF-1.7 ...").status == Status::unsupported);
  CHECK(decode("\x89PNG\r\n").status == Status::unsupported);
  CHECK(decode(std::string("\0\1\2\3\4\5\6\7", 8)).status == Status::unsupported);
  CHECK_FALSE(is_known_encoding("no-such-encoding"));
  CHECK(is_known_encoding("gbk"));
}

TEST_CASE("utf8_to_utf16: wherever something else stands between characters of three bytes", "[input]") {
  const auto row = [](std::size_t count) {
    std::string bytes;
    for (std::size_t i = 0; i < count; ++i) bytes += "审";
    return bytes;
  };
  const std::string good[] = {"", "7", "é", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80", "\xEF\xBF\xBD", "😀"};
  const std::string bad[] = {"\xE0\x80\x80", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xED\xBF\xBF", "\x80\x80\x80", "\xF4\x90\x80\x80", "\xE5\xAE"};
  for (std::size_t before = 0; before < 20; ++before) {
    for (const std::size_t after : {0u, 1u, 7u, 8u, 9u, 30u}) {
      for (const std::string& odd : good) {
        BadBytes none;
        std::u16string text;
        const std::string bytes = row(before) + odd + row(after);
        REQUIRE(utf8_to_utf16(bytes, text, none, 0));
        REQUIRE(text == to_utf16(bytes));
      }
      for (const std::string& odd : bad) {
        BadBytes found;
        std::u16string text;
        REQUIRE(utf8_to_utf16(row(before) + odd + row(after), text, found, odd.size()));
        REQUIRE(text == std::u16string(before, u'审') + std::u16string(odd.size(), u'\uFFFD') + std::u16string(after, u'审'));
        REQUIRE(found.count == odd.size());
        REQUIRE(found.first == 3 * before);
      }
    }
  }
}

TEST_CASE("gb18030_to_utf16: every character of two bytes is what ICU says", "[input]") {
  UErrorCode error = U_ZERO_ERROR;
  UConverter* converter = ucnv_open("GB18030", &error);
  REQUIRE(U_SUCCESS(error));
  std::size_t known = 0;
  for (int first = 0x81; first <= 0xFE; ++first) {
    for (int second = 0x40; second <= 0xFE; ++second) {
      if (second == 0x7F) continue;
      const std::string bytes{static_cast<char>(first), static_cast<char>(second)};
      char16_t expected[2] = {};
      error = U_ZERO_ERROR;
      const int count = ucnv_toUChars(converter, expected, 2, bytes.data(), 2, &error);
      std::u16string text;
      BadBytes bad;
      gb18030_to_utf16(bytes, text, bad);
      if (count != 1 || expected[0] == u'\uFFFD') continue;
      ++known;
      REQUIRE(text == std::u16string(1, expected[0]));
      REQUIRE(bad.count == 0);
    }
  }
  ucnv_close(converter);
  CHECK(known > 21000);
}
