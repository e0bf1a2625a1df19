// Diagnostic and Error: everything renda says about its inputs.
#pragma once
#include <cstdint>
#include <stdexcept>
#include <string>

namespace renda {

enum class Severity { note, warning, error };

/// One message with its place. `line_text` is the source line the caret points into (may be empty).
struct Diagnostic {
  Severity severity = Severity::error;
  std::string file{};
  std::uint32_t line = 0, column = 0;  ///< 1-based, column in characters; 0 = none
  std::string message{}, line_text{}, hint{};
};

/// `file:line:column: error: message`, then the line, a caret under the column (East Asian widths, UAX 11) and the hint.
/// Control and bidi characters are shown escaped. No trailing newline.
std::string format_diagnostic(const Diagnostic& diagnostic);

/// Thrown where renda cannot go on with a file, a pattern folder or an option.
class Error : public std::runtime_error {
 public:
  explicit Error(Diagnostic diagnostic);
  explicit Error(const std::string& message);
  const Diagnostic& diagnostic() const { return diagnostic_; }

 private:
  Diagnostic diagnostic_;
};

}  // namespace renda
