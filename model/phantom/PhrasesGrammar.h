#pragma once

#include "model/phantom/CounterRandom.h"

#include <map>
#include <string>
#include <string_view>

namespace fovea {

using PhraseValues = std::map<std::string, std::string, std::less<>>;

/// Writes sentences from patterns:
///
///     {a|b|c}   one of these, each as likely; they nest
///     $name     the value of that name, itself a pattern; nothing where it has none
///     @         "a", or "an" before a vowel
///
/// Blanks are tidied, and the first letter of each sentence becomes a capital.
class PhrasesGrammar {
public:
    /// Draws from `random`, which must outlive this.
    explicit PhrasesGrammar(CounterRandom& random)
        : m_random(random)
    {
    }

    std::string write(std::string_view pattern, const PhraseValues& values = {}) const;
    bool chance(double probability) const { return m_random.chance(probability); }
    std::size_t index(std::size_t count) const { return m_random.index(count); }

private:
    std::string expand(std::string_view pattern, const PhraseValues& values) const;

    CounterRandom& m_random;
};

/// Words, and punctuation marks counted as words: what a text encoder's limit is about.
int phraseLength(std::string_view text);

} // namespace fovea
