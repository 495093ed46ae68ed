#pragma once

#include "model/phantom/ReportStyle.h"

#include <array>
#include <span>
#include <string_view>

namespace fovea {

/// How severity is put into words.
enum class PhraseGrading { None, Degree, Extent, Amount, Size };

/// How a finding is said. Lists are alternatives of a pattern (PhrasesGrammar.h): "a|b". Values:
/// $g severity ("mild"), $h the same before an adjective ("mildly"), $p place, $q short place, $s
/// size ("measuring 12 mm"), $z the length alone, $l side, $v "the left pleural space", $f severity
/// of a fluid ("a small amount of"), $G $P $Q the values of $g $p $q after a comma and $L that of
/// $p before a colon, each of them nothing where the value is nothing.
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

/// What is said of an organ: that it is normal, or that it has a normal variant.
struct OrganPhrases {
    std::string_view id;    ///< Of the anatomy or the variant.
    std::string_view organ; ///< Whose text a variant belongs to.
    std::string_view pattern;
};

/// A paragraph of a whole report.
struct ReportParagraph {
    std::string_view content; ///< An anatomy, or "airways", "mediastinum", "abdomen", "bones".
    std::string_view label;   ///< Before its first sentence.
};

/// Mild, moderate, severe.
using GradedWords = std::array<std::string_view, 3>;

/// All words of a style.
struct PhraseBook {
    std::span<const std::string_view> anatomies; ///< That it reports on, in this order.
    std::span<const FindingPhrases> findings;
    std::span<const KindPhrases> kinds;
    std::span<const OrganPhrases> normals;
    std::span<const OrganPhrases> variants;
    std::span<const ReportParagraph> paragraphs;

    // Sentences around a noun, $n, in each of its numbers.
    std::string_view mass, one, many;
    GradedWords degree, extent, amount, size;
    GradedWords adverb; ///< $h
    GradedWords fluid;  ///< $f

    // Several nodules: $c how many, $m about the largest of them, which lies at $r.
    std::string_view nodulesBare, nodules, nodulesMany, nodulesLargest, nodulesName;

    // Items of an impression: $n the name.
    std::string_view item, pleuralItem, noduleItem, nodulesItem, nodulesItemLargest;
    std::string_view unnumbered; ///< Before an item without a number.
    std::string_view negatedOne; ///< $a is not there.
    std::string_view negatedTwo; ///< Neither $a nor $b.

    std::string_view enhanced, unenhanced; ///< The technique.
    std::string_view airways, mediastinum, abdomen, bones;
    std::string_view normalImpression;
    std::string_view nothing; ///< Instead of findings where nothing is said.
    // Headings, without colons; the second one is an alternative to the first's capitals.
    std::string_view patientHeading, techniqueHeading;
    std::array<std::string_view, 2> findingsHeading, impressionHeading;
    std::string_view patient; ///< $y years, $x "woman" or "man".
};

/// Tables are made once; any thread.
const PhraseBook& phraseBook(ReportStyle style);
const PhraseBook& narrativeBook();
const PhraseBook& structuredBook();

} // namespace fovea
