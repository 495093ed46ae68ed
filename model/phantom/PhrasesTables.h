#pragma once

#include <span>
#include <string_view>

namespace fovea {

/// How severity is put into words.
enum class PhraseGrading { None, Degree, Extent, Amount, Size };

/// How a finding is said. Lists are alternatives of a pattern (PhrasesGrammar.h): "a|b". Values:
/// $g severity ("mild"), $h the same before an adjective ("mildly"), $p place, $q short place, $s
/// size ("measuring 12 mm"), $z the length alone, $l side, $v "the left pleural space", $f severity
/// of a fluid ("a small amount of").
struct FindingPhrases {
    std::string_view anatomyId;
    std::string_view findingId;
    PhraseGrading grading;
    std::string_view mass;    ///< Nouns without article: "there is", "is".
    std::string_view one;     ///< Nouns with "a".
    std::string_view many;    ///< Nouns in the plural.
    std::string_view own;     ///< Sentences of its own, without full stop.
    std::string_view bare;    ///< Sentences that say it and nothing else.
    std::string_view name;    ///< What the impression calls it.
    std::string_view negated; ///< Nouns after "no".
};

/// More nouns for a kind of a finding.
struct KindPhrases {
    std::string_view findingId;
    std::string_view kind;
    std::string_view mass;
    std::string_view one;
    std::string_view many;
};

std::span<const FindingPhrases> findingPhrases();
std::span<const KindPhrases> kindPhrases();

} // namespace fovea
