#pragma once

#include "storage/StudyRecords.h"

#include <string_view>

namespace fovea {

/// What a synthetic chest that Fovea wrote (app/work/phantomWork.h) carries, all three of them; the
/// statements of StudyDatabase look for the same.
inline constexpr std::string_view phantomPatientPrefix = "PHANTOM-";
inline constexpr std::string_view phantomDescription = "Synthetic chest phantom";
inline constexpr std::string_view phantomUidRoot = "2.25.";

/// Whether a study of the archive is a synthetic chest.
inline bool isPhantomStudy(const StudyRecord& study)
{
    return study.patient.patientId.starts_with(phantomPatientPrefix) &&
           study.description == phantomDescription &&
           study.studyInstanceUid.starts_with(phantomUidRoot);
}

} // namespace fovea
