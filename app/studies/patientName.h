#pragma once

#include "storage/StudyRecords.h"

#include <QString>

namespace fovea {

/// As people read it: "Doe, Jane" of "Doe^Jane" (DICOM PS3.5, value representation PN; the
/// alphabetic group alone). Where there is none it says so.
QString patientName(const PatientRecord& patient);

} // namespace fovea
