#pragma once

#include "storage/checkArchive.h"

#include <QString>

namespace fovea {

/// What all problems of a kind have in common, as a headline: "Missing images".
QString archiveProblemName(ArchiveProblemKind kind);
/// What can be done about it, one sentence.
QString archiveRemedyText(ArchiveProblemKind kind);
/// "Studies: 2, files: 1204 (512.3 MB). Everything is as recorded.", or how many problems there
/// are.
QString archiveCheckText(const ArchiveCheckReport& report);
/// "512.3 MB", in powers of ten.
QString megabytes(std::uint64_t bytes);
/// A time of the archive ("2026-01-27T10:15:30Z") as the user's clock and language have it.
QString timeText(const std::string& utc);

} // namespace fovea
