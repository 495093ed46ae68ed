#pragma once

#include "model/training/TrainingCase.h"

#include <map>
#include <random>
#include <string>
#include <string_view>
#include <vector>

// Standard C++ only.

namespace fovea {

/// What can be said of single findings: what a study's own text says (LabelledStudy's statements),
/// and of absent findings that it passes over in silence what other studies' texts say of them. A
/// report names what it found, and of the rest a few things, any of them.
class FindingSentences {
public:
    FindingSentences() = default;
    /// Collects what `cases` say of findings that are absent.
    explicit FindingSentences(const std::vector<TrainingCase>& cases);

    /// One sentence that is true of the region. Empty where nothing is known to say: the finding is
    /// there and the text's sentence on it is not known, it is absent and no study says so, or
    /// nobody knows.
    std::string draw(const TrainingCase::Region& region, std::string_view findingId,
                     std::mt19937_64& random) const;

private:
    std::map<std::string, std::vector<std::string>, std::less<>> m_absent; ///< By finding id.
};

} // namespace fovea
