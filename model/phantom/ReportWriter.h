#pragma once

#include "model/phantom/PhantomTruth.h"

#include <string>
#include <vector>

namespace fovea {

/// The report of a synthetic chest, in a radiologist's English.
struct PhantomReport {
    /// The anatomies of the truth's style (ReportStyle.h), in its order: the sentences about each.
    /// Of an anatomy without findings: nothing, that it is normal, or what it has not. At most
    /// LongestRegionText words and punctuation marks each, so that a text encoder that reads 96
    /// tokens reads all; an anatomy with many findings is told in shorter sentences for that.
    std::vector<PhantomRegionText> regions;
    /// The whole: clinical information, technique, findings in a radiologist's order (the same
    /// sentences, and those of the other organs), impression. Lines end with '\n'.
    std::string text;
};

/// Words and punctuation marks of one anatomy's text: 70 words and their full stops, which leaves
/// room for words that a WordPiece vocabulary cuts in two.
inline constexpr int LongestRegionText = 76;

/// Writes what is true: every finding is asserted (in the region and in the impression), only
/// absent findings are negated, and normal variants are named in words that are no finding's.
/// The impression names no anatomy without findings. A finding that the style has no words for is
/// left out.
/// Deterministic for the truth, its seed included; any thread.
PhantomReport writeReport(const PhantomTruth& truth);

} // namespace fovea
