#include "patterns/pack.h"

#include <cassert>
#include <cstring>
#include <utility>

namespace renda {
namespace {

// One description of the fields serves both directions.
template <typename Archive, typename T>
void transfer(Archive& a, std::vector<T>& list);
template <typename Archive>
void transfer(Archive& a, std::pair<std::string, std::string>& pair) { a(pair.first), a(pair.second); }
template <typename Archive>
void transfer(Archive& a, FilePlace& p) { a(p.file), a(p.line), a(p.column); }
template <typename Archive>
void transfer(Archive& a, WordList& w) { transfer(a, w.words), transfer(a, w.place); }
template <typename Archive>
void transfer(Archive& a, ReadingDefinition& r) {
  transfer(a, r.nouns), transfer(a, r.patterns), transfer(a, r.trigger), transfer(a, r.units), transfer(a, r.needs), transfer(a, r.near);
  transfer(a, r.never), transfer(a, r.not_near), transfer(a, r.not_after), transfer(a, r.not_levels), a(r.side), a(r.cost), a(r.part);
  transfer(a, r.place);
}
template <typename Archive>
void transfer(Archive& a, ShareDefinition& s) { transfer(a, s.words), transfer(a, s.of), transfer(a, s.place); }
template <typename Archive>
void transfer(Archive& a, BoundDefinition& b) { a(b.at_most), a(b.at_least), transfer(a, b.place); }
template <typename Archive>
void transfer(Archive& a, ExampleDefinition& e) { a(e.text), transfer(a, e.expect), a(e.todo), transfer(a, e.place); }
template <typename Archive>
void transfer(Archive& a, IndicatorDefinition& i) {
  a(i.id), a(i.name_zh), a(i.name_en), a(i.unit), a(i.definition), a(i.primary), a(i.rate), transfer(a, i.units), transfer(a, i.other_units), transfer(a, i.combines);
  transfer(a, i.readings), transfer(a, i.shares), transfer(a, i.bounds), transfer(a, i.examples), transfer(a, i.place);
}
template <typename Archive>
void transfer(Archive& a, SinkDefinition& s) { a(s.reason), a(s.mask), transfer(a, s.reading); }
template <typename Archive>
void transfer(Archive& a, CueDefinition& c) { a(c.name), transfer(a, c.words); }
template <typename Archive>
void transfer(Archive& a, MeasureDefinition& m) { a(m.word), a(m.kind), a(m.reason); }
template <typename Archive>
void transfer(Archive& a, std::string& s) { a(s); }
template <typename Archive, typename T>
void transfer(Archive& a, std::vector<T>& list) {
  a.size(list);
  for (T& element : list) transfer(a, element);
}
template <typename Archive>
void transfer(Archive& a, Definitions& d) {
  transfer(a, d.files), transfer(a, d.indicators), transfer(a, d.sinks), transfer(a, d.cues), transfer(a, d.measures), transfer(a, d.pieces);
}

class Packer {
 public:
  void operator()(std::uint32_t& n) { bytes(&n, sizeof n); }
  void operator()(double& d) { bytes(&d, sizeof d); }
  void operator()(bool& b) { out.push_back(b ? '\1' : '\0'); }
  void operator()(std::string& s) {
    auto n = static_cast<std::uint32_t>(s.size());
    (*this)(n);
    out += s;
  }
  template <typename T>
  void size(std::vector<T>& list) {
    auto n = static_cast<std::uint32_t>(list.size());
    (*this)(n);
  }
  std::string out;

 private:
  void bytes(const void* data, std::size_t n) { out.append(static_cast<const char*>(data), n); }
};

class Unpacker {
 public:
  explicit Unpacker(std::string_view in) : in_(in) {}
  void operator()(std::uint32_t& n) { bytes(&n, sizeof n); }
  void operator()(double& d) { bytes(&d, sizeof d); }
  void operator()(bool& b) { b = take(1)[0] != '\0'; }
  void operator()(std::string& s) {
    std::uint32_t n = 0;
    (*this)(n);
    s = take(n);
  }
  template <typename T>
  void size(std::vector<T>& list) {
    std::uint32_t n = 0;
    (*this)(n);
    list.resize(n);
  }

 private:
  std::string_view take(std::size_t n) {
    assert(n <= in_.size());
    const auto taken = in_.substr(0, n);
    in_.remove_prefix(n);
    return taken;
  }
  void bytes(void* data, std::size_t n) { std::memcpy(data, take(n).data(), n); }
  std::string_view in_;
};

}  // namespace

std::string pack(const Definitions& definitions) {
  Definitions copy = definitions;
  Packer packer;
  transfer(packer, copy);
  return std::move(packer.out);
}

Definitions unpack(std::string_view packed) {
  Definitions definitions;
  Unpacker unpacker(packed);
  transfer(unpacker, definitions);
  return definitions;
}

}  // namespace renda
