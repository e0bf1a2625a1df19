// Diagnostic and Error: everything renda says about its inputs.
#pragma once
#include <cstdint>
#include <stdexcept>
#include <string>

namespace renda {

enum class Severity { note, warning, error };

/// What a message says, in both languages; `zh` may be empty.
struct Wording {
  std::string en{}, zh{};
};

/// One message with its place. `line_text` is the source line the caret points into (may be empty). Message and hint may be given in Chinese
/// as well.
struct Diagnostic {
  Severity severity = Severity::error;
  std::string file{};
  std::uint32_t line = 0, column = 0;  ///< 1-based, column in characters; 0 = none
  std::string message{}, line_text{}, hint{};
  std::string message_zh{}, hint_zh{};
};

/// `file:line:column: error: message`, then the line, a caret under the column (East Asian widths, UAX 11) and the hint.
/// Control and bidi characters are shown escaped. No trailing newline. `chinese`: in Chinese where that is given.
std::string format_diagnostic(const Diagnostic& diagnostic, bool chinese = false);

/// Thrown where renda cannot go on with a file, a pattern folder or an option.
class Error : public std::runtime_error {
 public:
  explicit Error(Diagnostic diagnostic);
  explicit Error(const std::string& message);
  /// `place` has no message yet.
  Error(Diagnostic place, Wording message, Wording hint = {});
  const Diagnostic& diagnostic() const { return diagnostic_; }

 private:
  Diagnostic diagnostic_;
};

}  // namespace renda
