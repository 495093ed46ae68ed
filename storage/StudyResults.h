#pragma once

#include "model/domain/Analysis.h"
#include "model/domain/FindingReading.h"
#include "model/domain/LabelMap.h"
#include "model/domain/Measure.h"
#include "model/domain/MeasureValues.h"
#include "model/domain/StructureCheck.h"
#include "model/domain/StructureMeasure.h"
#include "storage/ReadingRecords.h"
#include "storage/StudyRecords.h"
#include "storage/VerdictRecords.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

// Everything that reports, tables and DICOM objects say about one series: the same for all of them,
// so that no two of them differ. Plain values, UTF-8.

namespace fovea {

/// The model whose findings these are.
struct ResultsModel {
    std::string name;
    std::string fingerprint;  ///< Hex SHA-256.
    std::string calibratedOn; ///< ModelInfo's.
    bool demo = false;        ///< Trained on phantoms only.
    std::string analysedAt;   ///< UTC, "YYYY-MM-DDTHH:MM:SSZ"; empty where it is not known.
};

/// One structure of the label map, as it was measured.
struct StructureResult {
    Structure structure;
    StructureMeasure measure;
    StructureCheck check; ///< What speaks against it, or against its volume.
};

/// A measure that a reader drew, and what it says on the series.
struct MeasureResult {
    Measure measure;
    MeasureValues values;
};

struct StudyResults {
    StudyRecord study;
    SeriesRecord series;
    /// The series' files: what DICOM objects copy patient and study from and refer to.
    std::vector<std::filesystem::path> ctFiles;

    std::optional<ResultsModel> model; ///< Empty: no model has been asked; then no readings.
    std::vector<AnatomyReading> readings;
    std::vector<SkippedAnatomy> skipped;
    std::map<FindingKey, VerdictRecord> verdicts;

    std::optional<LabelMapRecord> labelMap; ///< Empty: not segmented; then no structures.
    std::vector<StructureResult> structures;

    std::vector<MeasureResult> measures;
    std::vector<KeyImageRecord> keyImages; ///< Of the series, in reading order.

    /// The reader's word on a finding; null where there is none.
    const VerdictRecord* verdictOn(const FindingKey& key) const
    {
        const auto found = verdicts.find(key);
        return found == verdicts.end() ? nullptr : &found->second;
    }
};

} // namespace fovea
