// Floor 5, facts: what a user's own table says of the reports (renda extract --manifest).
#pragma once
#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace renda {

/// The columns of a manifest besides `file`; they bear the names of the columns of reports.csv.
enum class GivenFact : std::uint8_t { division_code, division, level, body, congress, session, kind, report_date, period_kind, period_start, period_end };
inline constexpr std::size_t kGivenFacts = 11;
std::string_view given_fact_name(GivenFact fact);     ///< "division_code"
std::string_view given_fact_name_zh(GivenFact fact);  ///< "行政区划代码": manifests may be headed in Chinese, like tables of --headers zh

/// What is given for one report: checked values, empty where nothing is given, and the lines of the manifest they stand on.
struct Given {
  std::array<std::string, kGivenFacts> values;
  std::array<std::uint32_t, kGivenFacts> lines{};
  std::string manifest;  ///< its name, for evidence
  const std::string& operator[](GivenFact fact) const { return values[static_cast<std::size_t>(fact)]; }
  bool has(GivenFact fact) const { return !(*this)[fact].empty(); }
  bool empty() const;
  std::string place(GivenFact fact) const;  ///< "manifest.csv:3"
};

/// A table of facts by file. A row applies to the inputs whose name (column `file`) is that of its cell `file` or fits it as a glob
/// (`?`, `*`, `**`); all rows that apply to an input complete each other. Constant after reading, shared by threads.
class Manifest {
 public:
  /// Reads CSV (RFC 4180, UTF-8). Throws Error at file:line:column for whatever is wrong with a row: unknown columns and values, years that
  /// are none, a period that ends before it starts, a division that is unknown, ambiguous or not that of its code.
  static Manifest load(const std::string& file);
  static Manifest parse(std::string text, std::string name);
  ~Manifest();
  Manifest(Manifest&&) noexcept;
  Manifest& operator=(Manifest&&) noexcept;

  /// Holds the rows against the names of all inputs; `next` gives one name after the other, false at the end. Throws Error for rows that
  /// contradict each other on one input, and for a row that applies to none.
  void check(const std::function<bool(std::string&)>& next) const;

  /// What the rows that apply to an input say of it; empty where none does. Throws Error where they contradict each other.
  Given given_for(std::string_view name) const;

  /// True where a row names the input itself, not by a glob.
  bool names(std::string_view name) const;

 private:
  struct State;
  explicit Manifest(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace renda
