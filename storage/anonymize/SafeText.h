#pragma once

#include <set>
#include <string>

namespace fovea {

/// Text with what could be a name taken out, word by word.
///
/// Kept are words of safe-words.txt, measures with their unit ("5mm", "1.25 mm", "120kV"), names of
/// convolution kernels (one or two letters, two digits, at most one letter: "B30f", "Br40") and
/// numbers of one digit in a row of such words. Everything else (all other words and numbers,
/// dates, whatever is not ASCII) becomes one "*", so that who reads it sees that something is
/// missing. Text without a safe word is empty afterwards. Immutable but for forbid(); reentrant.
class SafeText {
public:
    SafeText();

    /// Words of this are no longer safe: names and ids that the same file has elsewhere.
    void forbid(const std::string& text);
    bool mentionsForbidden(const std::string& text) const;
    std::string cleaned(const std::string& text) const;
    /// Whether cleaned() would change nothing.
    bool isSafe(const std::string& text) const { return !text.empty() && cleaned(text) == text; }

private:
    std::set<std::string> m_words;
    std::set<std::string> m_forbidden;
};

} // namespace fovea
