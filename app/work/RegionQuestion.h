#pragma once

#include "model/query/understandQuery.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// What may be asked about regions, and the answer: values that the window, the command line and
// the search share.

namespace fovea {

/// Which studies to look through. Empty members do not restrict; what is not known of a study does
/// not fit a restriction.
struct RegionFilter {
    struct FindingAbove {
        std::string anatomyId;
        std::string findingId;
        std::optional<double> score; ///< Raw; empty: above the model's own threshold.
    };

    std::string fromDate;        ///< YYYYMMDD, inclusive.
    std::string toDate;          ///< YYYYMMDD, inclusive.
    std::string sex;             ///< "M", "F" or "O".
    std::optional<int> youngest; ///< Years on the day of the study, inclusive.
    std::optional<int> oldest;
    std::string bodyPart;               ///< As DICOM's Body Part Examined, upper or lower case.
    std::string manufacturer;           ///< Of the scanner, as DICOM says it, upper or lower case.
    std::string scannerModel;           ///< Likewise.
    std::vector<FindingAbove> findings; ///< All of them.
};

/// A region by where it is in the archive.
struct RegionAddress {
    std::int64_t seriesId = 0;
    std::string anatomyId;
};

struct RegionQuestion {
    enum class Scope { Series, Study, Patient, Archive };

    std::string text;                  ///< UTF-8; not looked at where `like` is set.
    std::optional<RegionAddress> like; ///< Regions like this one, of the same anatomy.
    Scope scope = Scope::Archive;
    std::int64_t scopeId = 0; ///< The database's id of the series, study or patient.
    RegionFilter filter;
    std::size_t count = 20; ///< How many matches at most.
};

struct RankedRegion {
    std::int64_t studyId = 0;
    std::int64_t seriesId = 0;
    std::int64_t labelMapId = 0;
    std::string anatomyId;
    std::string studyDate; ///< YYYYMMDD or empty.
    /// What the order is by. Of a text: how much nearer the region is to it than to its contrary,
    /// cosine less cosine; of a region: the cosine with it. Only the order means something.
    double score = 0.0;
    double cosine = 0.0; ///< With the nearest prompt, or the region asked about.
    /// Which part of the archive's regions of this anatomy has a lower score, in [0, 1]; of large
    /// archives by a sample of 5,000. Empty with fewer than 20 of them.
    std::optional<double> percentile;
    std::string prompt; ///< The sentence that fits the region best; empty for `like`.
};

struct RegionAnswer {
    UnderstoodQuery query; ///< With its problem, if any: then there are no matches. Of a text.
    /// Anatomies asked about that the model does not know. Where it knows none of them, there are
    /// no matches.
    std::vector<std::string> unknownAnatomies;
    std::size_t regions = 0; ///< How many were ranked.
    std::vector<RankedRegion> matches;
};

} // namespace fovea
