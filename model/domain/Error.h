#pragma once

#include <string>
#include <vector>

namespace fovea {

/// Every kind of failure below app/. The text that people read is made from it in
/// app/text/errorText.cpp, which covers each code; a new code is not complete without its text.
enum class ErrorCode {
    // Anywhere
    Cancelled,       ///< The stop token was set. No arguments.
    OutOfMemory,     ///< arguments: what was being made.
    Internal,        ///< A library failed in a way nobody foresaw; see detail.
    FileNotFound,    ///< arguments: path.
    FileNotReadable, ///< arguments: path.
    FileNotWritable, ///< arguments: path.
    DiskFull,        ///< arguments: path.
    // DICOM and images
    NotDicom,           ///< arguments: path.
    NotCt,              ///< arguments: path or series, modality or SOP class.
    NoCtFound,          ///< arguments: folder.
    BrokenFile,         ///< arguments: path; detail says what the parser met.
    UnsupportedPixels,  ///< arguments: what (transfer syntax, bits, photometric).
    Localizer,          ///< arguments: path. A scout view, never part of a volume.
    InconsistentSeries, ///< arguments: what differs (orientation, matrix, spacing).
    UnevenSpacing,      ///< arguments: expected mm, found mm.
    GantryTilt,         ///< arguments: degrees.
    NonIntegerRescale,  ///< arguments: slope. HU would be truncated.
    ValueOutOfRange,    ///< arguments: value. HU beyond int16.
    EmptySeries,        ///< No slices.
    // Label maps
    GridMismatch, ///< arguments: what differs between label map and volume.
    NotALabelMap, ///< arguments: path, what it is instead.
    OtherPatient, ///< A segmentation of another study. arguments: what differs.
    NoStructures, ///< arguments: path. A label map without a single voxel.
    // Study database
    DatabaseNotOpened, ///< arguments: path.
    DatabaseTooNew,    ///< arguments: its version, the newest version known.
    DatabaseFailed,    ///< A statement failed; see detail.
    NotInArchive,      ///< arguments: what was asked for.
    AmbiguousRequest,  ///< arguments: what matched more than once.
    // Model packages and checkpoints
    ModelLibraryMissing, ///< arguments: library path. LibTorch or our library cannot be loaded.
    ModelNotFound,       ///< arguments: folder.
    ModelBroken,         ///< arguments: file, what is wrong.
    TensorsUnusable,     ///< arguments: how many, then one per tensor (TensorProblem.h).
    AnatomiesUnnamed,    ///< arguments: anatomies in the checkpoint, anatomies named.
    NetworkUnknown,      ///< arguments: number of the network that no tensor's shape tells.
    CheckpointRefused,   ///< arguments: the global the pickle names. Nothing was run.
    CheckpointBroken,    ///< arguments: what is wrong.
    VocabularyBroken,    ///< arguments: what is wrong.
    /// This program differs from reference figures. arguments: file, quantity, largest difference,
    /// tolerance.
    VerificationFailed,
    // Analysis
    NoRegion,         ///< None of the model's anatomies is in the label map.
    EmptyText,        ///< The question has no words.
    TrainingDiverged, ///< arguments: step. The loss is not finite.
    NoCases,          ///< Nothing to train on or to evaluate.
    TooFewCases, ///< arguments: "training" or "validation", how many there are, how many it takes.
    OneSidedLabels, ///< No finding has cases with it and without it. arguments: as above, the
                    ///< first.
    BadOption,      ///< arguments: option, why.
    MetadataBroken, ///< arguments: file, what is wrong (JSON of ours).
    // Tables (CSV) of scores and labels. Lines count from 1; cells are never quoted in an error.
    TableRowInvalid,     ///< arguments: path, line. Cells do not fit the columns, or an open quote.
    TableRowRepeated,    ///< arguments: path, line, first line of the same volume.
    TableColumnMissing,  ///< arguments: path. Nothing but the volume's name.
    TableColumnRepeated, ///< arguments: path, column.
    TableColumnUnknown,  ///< arguments: path, column, path of the table that lacks it.
    TableCellInvalid,    ///< arguments: path, line, column, allowed values ("[0, 1]").
    TableCellEmpty,      ///< arguments: path, line, column.
    TableNoCommonRow,    ///< arguments: path, other path. No volume is in both.
};

/// Why something could not be done. Carries no text for people and nothing of a patient: paths may
/// be arguments (they are shown, never logged), names and ids must not be.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::vector<std::string> arguments; ///< UTF-8, in the order the code documents.
    std::string detail;                 ///< Technical, English, for the log and "details".
};

inline Error makeError(ErrorCode code, std::vector<std::string> arguments = {},
                       std::string detail = {})
{
    return Error{code, std::move(arguments), std::move(detail)};
}

} // namespace fovea
