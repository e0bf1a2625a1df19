// decode(): bytes to characters. The order: BOM, valid or nearly valid UTF-8, UTF-16 by its own test, GB18030 against Big5 by frequency, ICU.
#include <fmt/format.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <memory>

#include "input/detect.h"
#include "input/gb18030.h"
#include "input/utf8.h"
#include "renda/diagnostic.h"
#include "renda/input.h"

namespace renda {
namespace {

constexpr std::uint64_t kNearlyValid = 200;     // one bad byte in 200 (99.5 %) is still UTF-8
constexpr double kProse = 0.35;                 // share of frequent characters below which text is no Chinese prose
constexpr std::size_t kTooShort = 24;           // bytes that frequency cannot judge: GB18030

struct CloseConverter {
  void operator()(UConverter* c) const { ucnv_close(c); }
};

// Any encoding ICU knows; false where it does not know the name.
bool convert_with_icu(const std::string& encoding, std::string_view bytes, std::u16string& out, BadBytes& bad) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(encoding.c_str(), &error));
  if (U_FAILURE(error)) return false;
  out.resize(bytes.size() + 16);
  const char* from = bytes.data();
  char16_t* to = out.data();
  while (true) {
    error = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &to, out.data() + out.size(), &from, bytes.data() + bytes.size(), nullptr, true, &error);
    if (error != U_BUFFER_OVERFLOW_ERROR) break;
    const auto done = to - out.data();
    out.resize(out.size() * 2);
    to = out.data() + done;
  }
  out.resize(static_cast<std::size_t>(to - out.data()));
  bad.count = static_cast<std::uint64_t>(std::count(out.begin(), out.end(), u'\uFFFD'));
  return true;
}

void utf16_to_text(std::string_view bytes, bool big, std::u16string& out, BadBytes& bad) {
  out.resize(bytes.size() / 2);
  for (std::size_t i = 0; i < out.size(); ++i) {
    const auto a = static_cast<unsigned char>(bytes[2 * i]), b = static_cast<unsigned char>(bytes[2 * i + 1]);
    out[i] = static_cast<char16_t>(big ? a << 8 | b : b << 8 | a);
  }
  for (std::size_t i = 0; i < out.size(); ++i) {
    const bool lead = (out[i] & 0xFC00) == 0xD800, trail = (out[i] & 0xFC00) == 0xDC00;
    if (lead && i + 1 < out.size() && (out[i + 1] & 0xFC00) == 0xDC00) {
      ++i;
    } else if (lead || trail) {
      out[i] = 0xFFFD;
      if (bad.count++ == 0) bad.first = 2 * i;
    }
  }
  if (bytes.size() % 2 == 1 && bad.count++ == 0) bad.first = bytes.size() - 1;
}

bool read_as(const std::string& encoding, std::string_view bytes, SourceText& source, BadBytes& bad) {
  std::string upper = encoding;
  std::transform(upper.begin(), upper.end(), upper.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  if (upper == "UTF-8" || upper == "UTF8") return source.encoding = "UTF-8", utf8_to_utf16(bytes, source.text, bad, bytes.size());
  if (upper == "GB18030" || upper == "GBK" || upper == "GB2312" || upper == "CP936") return source.encoding = "GB18030", gb18030_to_utf16(bytes, source.text, bad), true;
  if (upper == "UTF-16LE" || upper == "UTF-16BE") return source.encoding = upper, utf16_to_text(bytes, upper == "UTF-16BE", source.text, bad), true;
  source.encoding = upper == "BIG5" ? "Big5" : encoding;
  return convert_with_icu(upper == "BIG5" ? "windows-950" : encoding, bytes, source.text, bad);
}

bool read_by_mark(std::string_view& bytes, SourceText& source, BadBytes& bad) {
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") {
    bytes.remove_prefix(3);
    return read_as("UTF-8", bytes, source, bad);
  }
  const bool little = bytes.substr(0, 2) == "\xFF\xFE", big = bytes.substr(0, 2) == "\xFE\xFF";
  if (!little && !big) return false;
  bytes.remove_prefix(2);
  return read_as(big ? "UTF-16BE" : "UTF-16LE", bytes, source, bad);
}

// Big5 text is valid GB18030 as well: the reading with more frequent characters and fewer bad bytes wins.
bool read_chinese(std::string_view bytes, SourceText& source, BadBytes& bad) {
  SourceText gb, big5;
  BadBytes gb_bad, big5_bad;
  read_as("GB18030", bytes, gb, gb_bad);
  const auto score = [&](const SourceText& s, const BadBytes& b) {
    return prose_score(s.text) - 20.0 * static_cast<double>(b.count) / static_cast<double>(bytes.size() + 1);
  };
  const double gb_score = score(gb, gb_bad);
  if (gb_score < 0.6 && bytes.size() >= kTooShort && read_as("Big5", bytes, big5, big5_bad) && score(big5, big5_bad) > gb_score) {
    if (score(big5, big5_bad) < kProse) return false;
    source.encoding = big5.encoding, source.text = std::move(big5.text), bad = big5_bad;
    return true;
  }
  if (gb_score < kProse && bytes.size() >= kTooShort) return false;
  if (gb_bad.count * 20 > bytes.size()) return false;
  source.encoding = gb.encoding, source.text = std::move(gb.text), bad = gb_bad;
  return true;
}

void read_by_icu(std::string_view bytes, SourceText& source, BadBytes& bad) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, void (*)(UCharsetDetector*)> detector(ucsdet_open(&error), ucsdet_close);
  const auto sample = bytes.substr(0, 65536);
  ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &error);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &error);
  const char* name = match != nullptr && U_SUCCESS(error) ? ucsdet_getName(match, &error) : nullptr;
  const int confidence = name != nullptr ? ucsdet_getConfidence(match, &error) : 0;
  if (name == nullptr || !read_as(name, bytes, source, bad)) read_as("UTF-8", bytes, source, bad);
  source.status = Status::encoding_uncertain;
  source.message = fmt::format("the encoding is uncertain: read as {} (confidence {} of 100); --encoding names it", source.encoding, confidence);
}

bool is_blank(char16_t c) { return c <= u' ' || c == u'\u3000' || c == u'\u00A0' || c == u'\uFEFF' || c == u'\u200B'; }

std::uint64_t replace_nuls(std::u16string& text) {
  std::uint64_t count = 0;
  std::uint16_t nuls = 0;
  for (char16_t c : text) nuls = static_cast<std::uint16_t>(nuls | (c == u'\0' ? 0xFFFFu : 0u));  // without a branch: compilers vectorise it
  if (nuls == 0) return 0;
  for (char16_t& c : text)
    if (c == u'\0') c = 0xFFFD, ++count;
  return count;
}

}  // namespace

bool is_known_encoding(const std::string& name) {
  SourceText source;
  BadBytes bad;
  return read_as(name, {}, source, bad);
}

SourceText decode(std::string_view bytes, const InputOptions& options) {
  SourceText source;
  BadBytes bad;
  const std::size_t size = bytes.size();
  if (!options.encoding.empty()) {
    if (!read_as(options.encoding, bytes, source, bad)) throw Error(fmt::format("'{}' is no encoding that renda knows", options.encoding));
    if (!source.text.empty() && source.text[0] == u'\uFEFF') source.text.erase(0, 1);
  } else if (!read_by_mark(bytes, source, bad)) {
    // A NUL or other controls are UTF-16 or no text at all; UTF-16 without either is no UTF-8.
    const std::string binary = binary_format(bytes);
    const bool has_nul = bytes.find('\0') != std::string_view::npos;
    std::string utf16 = has_nul || !binary.empty() ? utf16_without_mark(bytes) : std::string();
    if (!binary.empty() && utf16.empty()) {
      source.format.clear();
      source.status = Status::unsupported;
      source.message = fmt::format("{}: this version reads plain text only", binary);
      return source;
    }
    if (utf8_to_utf16(bytes, source.text, bad, bytes.size() / kNearlyValid)) {
      source.encoding = "UTF-8";
    } else {
      bad = {};
      if (utf16.empty()) utf16 = utf16_without_mark(bytes);
      if (!utf16.empty()) read_as(utf16, bytes, source, bad);
      else if (!read_chinese(bytes, source, bad)) read_by_icu(bytes, source, bad);
    }
    if (source.encoding == "UTF-8" && !utf16.empty() && source.text.find(u'\0') != std::u16string::npos) bad = {}, read_as(utf16, bytes, source, bad);
  }
  const std::uint64_t offset = size - bytes.size();
  bad.count += replace_nuls(source.text);
  if (std::all_of(source.text.begin(), source.text.end(), is_blank)) {
    source.status = Status::empty;
    source.message = "the file holds no text";
    source.text.clear();
  } else if (bad.count > 0 && source.status == Status::ok) {
    source.status = Status::warning;
    source.message = fmt::format("{} unreadable byte{} replaced, the first at byte {}", bad.count, bad.count == 1 ? "" : "s", bad.first + offset);
  }
  const auto head = std::u16string_view(source.text).substr(0, 200);
  if (head.find(u"<!DOCTYPE html") != std::u16string_view::npos || head.find(u"<!doctype html") != std::u16string_view::npos || head.find(u"<html") != std::u16string_view::npos) {
    source.status = Status::unsupported;
    source.message = "an HTML page: this version reads plain text only";
    source.text.clear();
    source.format.clear();
  }
  return source;
}

}  // namespace renda
