// Definitions to PatternSet::Compiled.
#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <sstream>

#include "patterns/compiled.h"
#include "patterns/expand.h"
#include "text/utf.h"

namespace renda {

struct Phrase::Lazy {
  std::string text;
  std::once_flag once;
  std::unique_ptr<re2::RE2> regex;
};

namespace {

constexpr std::size_t kLongestPhrase = 4096;
constexpr int kLargestProgram = 20000;
constexpr std::int64_t kPhraseMemory = 8 << 20;

std::unique_ptr<re2::RE2> compile_regex(const std::string& text) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(kPhraseMemory);
  return std::make_unique<re2::RE2>(text, options);
}

// A class [^…] matches no number: what counts something else is named where it may stand between.
std::string without_numbers(const std::string& phrase) {
  std::string out;
  for (std::size_t at = 0; at < phrase.size(); ++at) {
    out += phrase[at];
    if (phrase[at] == '^' && at > 0 && phrase[at - 1] == '[') out += "\\x{E000}\\x{E001}";
  }
  return out;
}

// ⟨件 项⟩ is the value with one of these units, ⟨*⟩ any other number: see mask.h for the symbols.
std::string phrase_regex(const std::string& notation) {
  const std::string phrase = without_numbers(notation);
  std::string out;
  for (std::size_t at = 0; at < phrase.size();) {
    const std::size_t open = phrase.find("⟨", at), close = phrase.find("⟩", at);
    if (open == std::string::npos || close == std::string::npos) return out + phrase.substr(at);
    out += phrase.substr(at, open - at);
    std::string units = phrase.substr(open + 3, close - open - 3);
    if (units == "*") {
      out += "\\x{E000}[^\\x{E001}]*\\x{E001}";
    } else {
      std::replace(units.begin(), units.end(), ' ', '|');
      out += fmt::format("(\\x{{E000}}(?:{})\\x{{E001}})", units);
    }
    at = close + 3;
  }
  return out;
}

// The measure words of ⟨件 项⟩, none for ⟨⟩, a bare number; a phrase may mark several values.
std::vector<std::string> value_units(const std::string& phrase) {
  std::vector<std::string> units;
  for (std::size_t open = phrase.find("⟨"); open != std::string::npos; open = phrase.find("⟨", open + 3)) {
    const std::string value = phrase.substr(open + 3, phrase.find("⟩", open) - open - 3);
    if (value.empty()) units.emplace_back();
    std::istringstream words(value);
    for (std::string word; words >> word;) {
      if (word != "*") units.push_back(word);
    }
  }
  return units;
}

// Kinds are lists: points|documents.
bool shares_kind(std::string_view a, std::string_view b) {
  for (std::size_t at = 0; at < a.size();) {
    const std::size_t end = std::min(a.find('|', at), a.size());
    const auto kind = a.substr(at, end - at);
    for (std::size_t bt = 0; bt < b.size();) {
      const std::size_t bend = std::min(b.find('|', bt), b.size());
      if (b.substr(bt, bend - bt) == kind) return true;
      bt = bend + 1;
    }
    at = end + 1;
  }
  return false;
}

class Compiler {
 public:
  Compiler(Definitions definitions, bool eager, const Dictionary* built) : out_(std::make_unique<PatternSet::Compiled>()), eager_(eager), built_(built) {
    out_->definitions = std::move(definitions);
  }

  std::unique_ptr<PatternSet::Compiled> run() {
    const Definitions& d = out_->definitions;
    for (const auto& m : d.measures) out_->measure_words.add({to_utf16(m.word), m.kind, m.reason});
    for (const auto& i : d.indicators) add_indicator(i);
    for (std::size_t n = 0; n < d.sinks.size(); ++n) add_sink(d.sinks[n], n);
    add_fits();
    for (const auto& i : d.indicators) add_references(i);
    add_named_cues();
    finish_dictionary();
    return std::move(out_);
  }

 private:
  [[noreturn]] void fail(FilePlace place, const std::string& message, const std::string& hint) const {
    Diagnostic d;
    d.file = place.file < out_->definitions.files.size() ? out_->definitions.files[place.file] : "";
    d.line = place.line;
    d.column = place.column;
    d.message = message;
    d.hint = hint;
    throw Error(d);
  }

  template <typename Use>
  void each_word(const WordList& list, Use&& use) {
    if (built_ != nullptr) return;
    for (const std::string& notation : list.words) {
      std::vector<Word> words;
      try {
        words = expand_words(notation);
      } catch (const Error& e) {
        fail(list.place, fmt::format("'{}': {}", notation, e.diagnostic().message), e.diagnostic().hint);
      }
      for (const Word& word : words) {
        const std::uint16_t head = word.head.empty() ? std::uint16_t{0} : words_->head_id(words_->word_id(word.head));
        use(words_->word_id(word.text), head);
      }
    }
  }

  CueSet cue_set(const WordList& list) {
    if (list.empty()) return 0;
    std::string key;
    for (const auto& w : list.words) key += w + "\n";
    const auto [it, added] = cue_sets_.emplace(key, static_cast<CueSet>(cue_sets_.size() + 1));
    const CueSet set = it->second;
    ++askers_[set];
    if (added) each_word(list, [&](std::uint32_t word, std::uint16_t head) { words_->add_cue(word, {set, head}); });
    return set;
  }

  std::uint16_t unit_id(const std::string& unit, FilePlace place) {
    const auto text = to_utf16(unit);
    const auto [id, length] = out_->measure_words.find(text, 0);
    if (length != text.size() || text.empty()) fail(place, fmt::format("'{}' is no measure word", unit), "add it as [[measure_word]] first");
    return id;
  }

  void add_fits() {
    const std::size_t readings = out_->readings.size();
    out_->fits.assign(out_->measure_words.words.size() * readings, UnitFit::no);
    for (std::size_t r = 0; r < readings; ++r) {
      const auto set = [&](std::size_t unit, UnitFit fit) { out_->fits[unit * readings + r] = fit; };
      const Reading& reading = out_->readings[r];
      if (reading.mask) continue;  // counts nothing
      for (std::size_t unit = 0; reading.any_unit && unit < out_->measure_words.words.size(); ++unit) set(unit, UnitFit::yes);
      if (reading.any_unit) continue;
      for (std::uint16_t unit : reading.units)
        for (std::uint16_t other : alike(unit)) set(other, UnitFit::kind);
      for (std::uint16_t unit : reading.units) set(unit, UnitFit::yes);
    }
  }

  // Measure words that share a kind with this one. 个 counts anything: that two units share it says nothing.
  const std::vector<std::uint16_t>& alike(std::uint16_t unit) {
    const auto& words = out_->measure_words.words;
    alike_.resize(words.size());
    if (alike_[unit].empty() && words[unit].word != u"个")
      for (std::size_t i = 1; i < words.size(); ++i)
        if (shares_kind(words[unit].kind, words[i].kind)) alike_[unit].push_back(static_cast<std::uint16_t>(i));
    return alike_[unit];
  }

  void add_reading(const ReadingDefinition& r, Reading reading, const std::vector<std::string>& default_units) {
    const auto index = static_cast<std::uint16_t>(out_->readings.size());
    for (const auto& unit : r.units.empty() ? default_units : r.units) {
      if (unit == "*") reading.any_unit = true;
      else reading.units.push_back(unit_id(unit, r.place));
    }
    for (const auto& list : r.needs) reading.needs.push_back(cue_set(list));
    for (const auto& list : r.near) reading.near.push_back(cue_set(list));
    reading.never = cue_set(r.never);
    reading.not_near = cue_set(r.not_near);
    reading.not_after = cue_set(r.not_after);
    reading.side = r.side == "left" ? Side::left : r.side == "right" ? Side::right : Side::both;
    reading.cost = static_cast<float>(r.cost);
    reading.part = r.part;
    for (const auto& level : r.not_levels)
      for (auto l : {Level::national, Level::province, Level::prefecture, Level::county, Level::township})
        if (level_name(l) == level) reading.not_levels |= 1u << static_cast<unsigned>(l);
    const bool mask = reading.mask;
    out_->readings.push_back(std::move(reading));
    each_word(r.nouns, [&](std::uint32_t word, std::uint16_t head) { mask ? words_->add_mask(word, {index, head}) : words_->add_noun(word, {index, head}); });
    add_phrases(r, index);
  }

  void add_phrases(const ReadingDefinition& r, std::uint16_t reading) {
    const auto first = static_cast<std::uint16_t>(out_->phrases.size());
    for (const auto& phrase : r.patterns.words) {
      if (phrase.size() > kLongestPhrase) fail(r.patterns.place, "a pattern may have at most 4 KB", "split it");
      if (phrase.find("⟨") == std::string::npos) fail(r.patterns.place, "a pattern must mark its value", "write ⟨件⟩ where the number with its unit stands");
      const auto text = phrase_regex(phrase);
      if (eager_) {
        const auto regex = compile_regex(text);
        if (!regex->ok()) fail(r.patterns.place, fmt::format("'{}': {}", phrase, regex->error()), "RE2 syntax: no lookaround, no backreferences");
        if (regex->ProgramSize() > kLargestProgram) fail(r.patterns.place, fmt::format("'{}' is too large once compiled", phrase), "use smaller counted repeats");
      }
      std::vector<std::u16string> units;
      for (const auto& unit : value_units(phrase)) {
        if (unit.find_first_of("()[]{}?|*+.\\^$") != std::string::npos) fail(r.patterns.place, fmt::format("'{}' is no measure word", unit), "write the measure words between ⟨ and ⟩ with spaces: ⟨件 项⟩");
        units.push_back(to_utf16(unit));
      }
      out_->phrases.emplace_back(text, std::move(units), required_words(phrase), reading);
    }
    each_word(r.trigger, [&](std::uint32_t word, std::uint16_t) {
      for (std::size_t p = first; p < out_->phrases.size(); ++p) words_->add_trigger(word, static_cast<std::uint16_t>(p));
    });
  }

  void add_indicator(const IndicatorDefinition& i) {
    const auto index = static_cast<std::int32_t>(out_->indicators.size());
    const auto dot = i.id.find('.');
    out_->indicators.push_back({i.id, i.id.substr(0, dot), i.name_zh, i.name_en, i.unit, i.definition, i.units});
    out_->other_units.emplace_back();
    for (const auto& unit : i.other_units) out_->other_units.back().push_back(unit_id(unit, i.place));
    out_->combined_by.emplace_back();
    out_->keeps_first.push_back(i.primary == "first");
    out_->wants_stated.push_back(i.primary == "stated");
    int number = 0;
    for (const auto& r : i.readings) {
      Reading reading;
      reading.indicator = index;
      reading.id = fmt::format("{}/{}", i.id, ++number);
      add_reading(r, std::move(reading), i.units);
    }
  }

  void add_sink(const SinkDefinition& s, std::size_t number) {
    Reading reading;
    reading.id = fmt::format("{}/{}", s.reason, number + 1);
    reading.reason = s.reason;
    reading.mask = s.mask;
    add_reading(s.reading, std::move(reading), {});
  }

  std::int32_t indicator_index(const std::string& id, FilePlace place) const {
    for (std::size_t i = 0; i < out_->indicators.size(); ++i)
      if (out_->indicators[i].id == id) return static_cast<std::int32_t>(i);
    fail(place, fmt::format("there is no indicator '{}'", id), "see `renda patterns list`");
  }

  void add_references(const IndicatorDefinition& i) {
    const std::int32_t self = indicator_index(i.id, i.place);
    out_->combined_ids.push_back(i.id + "/combined");
    out_->rate_ids.push_back(i.id + "/rate");
    out_->rates.push_back(i.rate.empty() ? -1 : indicator_index(i.rate, i.place));
    for (const auto& other : i.combines) out_->combined_by[static_cast<std::size_t>(indicator_index(other, i.place))].push_back(self);
    for (const auto& b : i.bounds)
      out_->bounds.push_back({self, indicator_index(b.at_most.empty() ? b.at_least : b.at_most, b.place), !b.at_most.empty()});
    for (const auto& s : i.shares) {
      Share share;
      share.words = cue_set(s.words);
      for (const auto& id : s.of) share.of.push_back(indicator_index(id, s.place));
      share.indicator = self;
      share.id = i.id + "/shared";
      out_->shares.push_back(std::move(share));
    }
  }

  void add_named_cues() {
    std::map<std::string, CueSet> named;
    for (const auto& cue : out_->definitions.cues) named[cue.name] = cue_set(cue.words);
    NamedCues& c = out_->cues;
    const std::pair<const char*, CueSet*> wanted[] = {
        {"filler", &c.filler}, {"conjunction", &c.conjunction}, {"plan", &c.plan}, {"plan_heading", &c.plan_heading},
        {"plan_heading_not", &c.plan_heading_not}, {"plan_not", &c.plan_not}, {"past", &c.past}, {"average", &c.average}, {"norm", &c.norm},
        {"norm_context", &c.norm_context}, {"change", &c.change}, {"change_near", &c.change_near}, {"baseline", &c.baseline}, {"share", &c.share}, {"modifier", &c.modifier},
        {"level", &c.level}, {"respectively", &c.respectively}, {"part", &c.part}, {"topic", &c.topic}, {"own_actor", &c.own_actor}, {"own_organ", &c.own_organ},
        {"other_actor", &c.other_actor}, {"lower", &c.lower}, {"higher", &c.higher}, {"site", &c.site}, {"site_not", &c.site_not},
        {"session_news", &c.session_news}, {"outcome", &c.outcome}, {"total", &c.total}, {"whole_area", &c.whole_area}, {"helping", &c.helping}, {"partly", &c.partly}, {"dealt_with", &c.dealt_with}, {"site_of_township", &c.site_of_township}, {"higher_of_township", &c.higher_of_township}, {"higher_of_county", &c.higher_of_county}, {"higher_of_prefecture", &c.higher_of_prefecture},
        {"period_year", &c.period_year},
        {"period_neutral", &c.period_neutral},
        {"period_last_year", &c.period_last_year},
        {"period_term", &c.period_term},
        {"period_years", &c.period_years},
        {"period_running", &c.period_running},
        {"period_rank", &c.period_rank},
        {"period_before_that", &c.period_before_that},
        {"period_frame", &c.period_frame},
        {"period_recent", &c.period_recent},
        {"period_since", &c.period_since},
        {"period_from", &c.period_from},
        {"period_half", &c.period_half},
        {"period_quarter", &c.period_quarter},
        {"period_first_part", &c.period_first_part},
        {"period_before", &c.period_before},
        {"period_after", &c.period_after},
        {"period_not", &c.period_not}};
    for (auto [name, set] : wanted) *set = named.count(name) ? named[name] : CueSet{0};
    c.period_any = union_of({"period_year", "period_neutral", "period_last_year", "period_term", "period_years", "period_running", "period_recent", "period_since", "period_half", "period_quarter", "period_first_part"});
  }

  CueSet union_of(const std::vector<std::string>& names) {
    WordList all;
    for (const auto& cue : out_->definitions.cues) {
      if (std::find(names.begin(), names.end(), cue.name) == names.end()) continue;
      all.words.insert(all.words.end(), cue.words.words.begin(), cue.words.words.end());
      all.place = cue.words.place;
    }
    return cue_set(all);
  }

  void finish_dictionary() {
    out_->cue_sets = static_cast<CueSet>(cue_sets_.size());
    if (built_ != nullptr) {
      out_->dictionary = *built_;
      return;
    }
    add_roles();
    out_->dictionary = words_->finish();
    out_->built = std::move(words_);
  }

  void add_roles() {
    const NamedCues& cues = out_->cues;
    const std::pair<CueSet, Role> roles[] = {{cues.filler, Role::filler}, {cues.modifier, Role::modifier}, {cues.conjunction, Role::conjunction}, {cues.level, Role::level}};
    for (std::uint32_t word = 0; word < words_->size(); ++word) {
      for (const CueUse& use : words_->cues(word))
        for (const auto& [set, role] : roles)
          if (use.set == set) words_->add_role(word, role);
      for (const NounUse& use : words_->nouns(word)) {
        const Reading& reading = out_->readings[use.reading];
        words_->add_role(word, Role::noun);
        if (reading.indicator >= 0) words_->add_role(word, Role::counts);
        if (reading.mask) words_->add_role(word, Role::masks);
      }
      if (!words_->triggers(word).empty()) words_->add_role(word, Role::triggers);
    }
    // Frequent words, of which nothing but their role is asked.
    for (const CueSet set : {cues.filler, cues.modifier, cues.conjunction})
      if (askers_[set] == 1) words_->drop_cue(set);
  }

  std::unique_ptr<PatternSet::Compiled> out_;
  std::vector<std::vector<std::uint16_t>> alike_;  // per measure word: those of its kind, found when first asked for
  bool eager_;
  const Dictionary* built_;  // where the words need not be expanded again
  std::unique_ptr<DictionaryBuilder> words_ = std::make_unique<DictionaryBuilder>();
  std::map<std::string, CueSet> cue_sets_;
  std::map<CueSet, int> askers_;  // how many lists are this set
};

}  // namespace

Phrase::Phrase(std::string regex, std::vector<std::u16string> units, std::vector<Choice> words, std::uint16_t reading)
    : lazy_(std::make_unique<Lazy>()), units_(std::move(units)), words_(std::move(words)), reading_(reading) { lazy_->text = std::move(regex); }
Phrase::~Phrase() = default;
Phrase::Phrase(Phrase&&) noexcept = default;

const re2::RE2& Phrase::regex() const {
  std::call_once(lazy_->once, [this] { lazy_->regex = compile_regex(lazy_->text); });
  return *lazy_->regex;
}

std::unique_ptr<PatternSet::Compiled> compile(Definitions definitions, bool eager, const Dictionary* built) {
  return Compiler(std::move(definitions), eager, built).run();
}

}  // namespace renda
