#include "input/detect.h"

#include <algorithm>
#include <bitset>
#include <cstdint>

namespace renda {
namespace {

constexpr std::size_t kSample = 4096;  // bytes that tell what a file is

struct Magic {
  std::string_view bytes;
  const char* name;
};

using namespace std::string_view_literals;
constexpr Magic kMagic[] = {{"%PDF-"sv, "a PDF file"}, {"PK\x03\x04"sv, "a ZIP archive (docx, xlsx, pptx ...)"}, {"\x89PNG"sv, "a PNG picture"},
                            {"\xFF\xD8\xFF"sv, "a JPEG picture"}, {"GIF8"sv, "a GIF picture"}, {"\x7F" "ELF"sv, "a program"}, {"\x1F\x8B"sv, "a gzip archive"},
                            {"\xD0\xCF\x11\xE0"sv, "an old Office file (doc, xls)"}, {"Rar!"sv, "a RAR archive"}, {"7z\xBC\xAF"sv, "a 7z archive"}, {"{\\rtf"sv, "an RTF file"},
                            {"BM\0\0"sv, "a picture"}, {"MZ\x90"sv, "a program"}};

// Frequent characters of Chinese prose and of this genre, both scripts, with their punctuation.
constexpr std::u16string_view kFrequent =
    u"的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实"
    u"加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已"
    u"通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海"
    u"口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需"
    u"段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置"
    u"派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严，。、；：（）“”《》！？0123456789％　"
    u"這為個國時來們對發會過說種學後經著進電現實體當從業應開還應關條問題總設與證變員達聽議報長產務節勞書讓區縣鄉鎮選舉審監視計劃項員";

const std::bitset<65536>& frequent() {
  static const std::bitset<65536> set = [] {
    std::bitset<65536> s;
    for (char16_t c : kFrequent) s.set(c);
    return s;
  }();
  return set;
}

// A control character that no text file holds.
bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1B && c != 0x1A; }

// Without a branch: compilers vectorise it.
bool holds_control(std::string_view bytes) {
  std::uint8_t any = 0;
  for (char c : bytes) any = static_cast<std::uint8_t>(any | (is_control(c) ? 0xFFu : 0u));
  return any != 0;
}

}  // namespace

std::string binary_format(std::string_view bytes) {
  for (const Magic& magic : kMagic)
    if (bytes.substr(0, magic.bytes.size()) == magic.bytes) return magic.name;
  const auto head = bytes.substr(0, kSample);
  const auto controls = holds_control(head) ? std::count_if(head.begin(), head.end(), is_control) : 0;
  const bool many = controls > 4 ? static_cast<std::size_t>(controls) * 200 > head.size() : static_cast<std::size_t>(controls) * 4 > head.size();
  if (many) return "binary data";
  return {};
}

std::string utf16_without_mark(std::string_view bytes) {
  const std::size_t pairs = std::min(bytes.size(), kSample) / 2;
  if (pairs < 4) return {};
  std::size_t little = 0, big = 0;
  const auto plausible = [](unsigned high, unsigned low) {
    const unsigned c = high << 8 | low;
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3000 && c <= 0x3017) || (c >= 0xFF01 && c <= 0xFF5E) || c == 0x0A || c == 0x0D || (c >= 0x20 && c < 0x7F) || (c >= 0x2010 && c <= 0x2026);
  };
  std::size_t ascii_little = 0, ascii_big = 0;
  for (std::size_t i = 0; i < pairs; ++i) {
    const auto a = static_cast<unsigned char>(bytes[2 * i]), b = static_cast<unsigned char>(bytes[2 * i + 1]);
    little += plausible(b, a);
    big += plausible(a, b);
    ascii_little += b == 0 && a != 0;
    ascii_big += a == 0 && b != 0;
  }
  // Chinese text always has line ends, digits or punctuation whose high byte tells the order (0x00, 0x30, 0xFF).
  if (little * 100 >= pairs * 95 && little > big && (ascii_little > 0 || little > big + pairs / 20)) return "UTF-16LE";
  if (big * 100 >= pairs * 95 && big > little && (ascii_big > 0 || big > little + pairs / 20)) return "UTF-16BE";
  return {};
}

double prose_score(std::u16string_view text) {
  std::size_t known = 0, all = 0;
  for (char16_t c : text.substr(0, 20000)) {
    if (c < 0x80) continue;
    ++all;
    known += frequent().test(c);
  }
  return all == 0 ? 0.0 : static_cast<double>(known) / static_cast<double>(all);
}

}  // namespace renda
