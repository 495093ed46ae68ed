#pragma once

#include "model/domain/Result.h"
#include "model/evaluate/Evaluation.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace fovea {

/// Answers of a model and the truth, matched by volume.
struct PredictedCases {
    std::vector<FindingCases> findings;        ///< In the order of the answers' columns.
    std::size_t volumes = 0;                   ///< In both files.
    std::size_t patients = 0;                  ///< Of those volumes.
    std::size_t onlyPredicted = 0;             ///< Volumes without truth; not counted above.
    std::size_t onlyLabelled = 0;              ///< Volumes without answers; not counted above.
    std::size_t unnamedPatients = 0;           ///< Volumes taken for a patient of their own.
    std::size_t emptyLabels = 0;               ///< Empty cells of the truth, left out.
    std::vector<std::string> unansweredLabels; ///< Columns of the truth without answers.
};

/// Reads two CSV tables (ValueTable.h): scores from 0 to 1 and labels 0 or 1. Empty cells of the
/// answers become NaN.
///
/// Columns: an answer belongs to the truth's column of exactly the same title; else, where its
/// title is "organ_finding_negative prompt_positive prompt" as the released fVLM's evaluation
/// writes it, to the column titled like its finding. The truth may have further columns.
///
/// Patients: the truth's column "patient" where there is one; else the volume's name where it is
/// one of CT-RATE's ("valid_12_a_2"); else each volume is a patient of its own.
///
/// Errors: those of readValueTable(), TableColumnUnknown (no such column in the truth),
/// TableColumnRepeated (two answers for one column of the truth), TableNoCommonRow.
Result<PredictedCases> readPredictedCases(const std::filesystem::path& predictions,
                                          const std::filesystem::path& truth);

} // namespace fovea
