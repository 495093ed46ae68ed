#pragma once

#include "storage/StudyRecords.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace fovea {

/// A series of the archive with its study.
struct PatientSeries {
    StudyRecord study;
    SeriesRecord series;
};

/// What keeps a patient's other series from being a prior; of several reasons, the one nearest to a
/// prior.
enum class NoPrior {
    NoOtherStudy,  ///< The patient has this study alone.
    NoStudyDate,   ///< The open study has no date: nothing is known to be earlier.
    NoneEarlier,   ///< All others are later, of the same moment, or undated.
    OtherModality, ///< Earlier studies have no series of the modality.
    OtherBodyPart, ///< Theirs show other parts of the body.
    NoVolume,      ///< Theirs have less than three slices.
};

struct PriorChoice {
    std::optional<std::size_t> index;       ///< Into the candidates; empty: none will do.
    NoPrior whyNot = NoPrior::NoOtherStudy; ///< Only where index is empty.
    std::size_t comparableStudies = 0;      ///< Earlier studies with a series that would do.
};

/// The series of an earlier study that `open` is best compared with. `candidates` are series of the
/// same patient; those of the open study are passed over. No Qt, reentrant.
///
/// A series will do if its study is earlier by date and, on the same day, by time, if it is of the
/// same modality, has three slices or more and shows none but other body parts only where nobody
/// wrote what it shows (bodyPartsOf()). Among those, in this order:
/// 1. all body parts of `open`, then some of them, then unknown;
/// 2. the most recent study;
/// 3. slices in the same direction (within 20 degrees);
/// 4. the smallest difference: |log2| of the ratio of the slice distances, plus 0.25 for another
///    kernel of the same sharpness, 0.5 where a sharpness is not known, 1 for the other sharpness;
/// 5. more slices; 6. the lower series number.
PriorChoice chooseSeries(const PatientSeries& open, const std::vector<PatientSeries>& candidates);

/// Days from one DICOM date (YYYYMMDD) to a later one, negative to an earlier; empty where one is
/// no date.
std::optional<int> daysBetween(const std::string& from, const std::string& to);

} // namespace fovea
