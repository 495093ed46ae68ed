#include "app/cli/exitCode.h"

namespace fovea {

int exitCode(ErrorCode code)
{
    switch (code) {
    case ErrorCode::OutOfMemory:
    case ErrorCode::Internal:
    case ErrorCode::DatabaseFailed:
    case ErrorCode::ModelLibraryMissing:
        return ExitCode::Fault;
    case ErrorCode::Cancelled:
    case ErrorCode::FileNotFound:
    case ErrorCode::FileNotReadable:
    case ErrorCode::FileNotWritable:
    case ErrorCode::DiskFull:
    case ErrorCode::NotDicom:
    case ErrorCode::NotCt:
    case ErrorCode::NoCtFound:
    case ErrorCode::BrokenFile:
    case ErrorCode::UnsupportedPixels:
    case ErrorCode::Localizer:
    case ErrorCode::InconsistentSeries:
    case ErrorCode::UnevenSpacing:
    case ErrorCode::GantryTilt:
    case ErrorCode::NonIntegerRescale:
    case ErrorCode::ValueOutOfRange:
    case ErrorCode::EmptySeries:
    case ErrorCode::GridMismatch:
    case ErrorCode::NotALabelMap:
    case ErrorCode::OtherPatient:
    case ErrorCode::NoStructures:
    case ErrorCode::DatabaseNotOpened:
    case ErrorCode::DatabaseTooNew:
    case ErrorCode::NotInArchive:
    case ErrorCode::AmbiguousRequest:
    case ErrorCode::ModelNotFound:
    case ErrorCode::ModelBroken:
    case ErrorCode::TensorsUnusable:
    case ErrorCode::AnatomiesUnnamed:
    case ErrorCode::NetworkUnknown:
    case ErrorCode::CheckpointRefused:
    case ErrorCode::CheckpointBroken:
    case ErrorCode::VocabularyBroken:
    case ErrorCode::VerificationFailed:
    case ErrorCode::NoRegion:
    case ErrorCode::EmptyText:
    case ErrorCode::TrainingDiverged:
    case ErrorCode::NoCases:
    case ErrorCode::TooFewCases:
    case ErrorCode::OneSidedLabels:
    case ErrorCode::BadOption:
    case ErrorCode::MetadataBroken:
    case ErrorCode::TableRowInvalid:
    case ErrorCode::TableRowRepeated:
    case ErrorCode::TableColumnMissing:
    case ErrorCode::TableColumnRepeated:
    case ErrorCode::TableColumnUnknown:
    case ErrorCode::TableCellInvalid:
    case ErrorCode::TableCellEmpty:
    case ErrorCode::TableNoCommonRow:
        return ExitCode::BadRequest;
    }
    return ExitCode::Fault;
}

} // namespace fovea
