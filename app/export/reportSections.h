#pragma once

#include "app/export/ResultsReport.h"

#include <QString>

// The parts of a ResultsReport as HTML, each with its heading; empty where there is nothing to say.
// Whatever comes from files or people is escaped. Internal to app/export.

namespace fovea {

QString patientSection(const StudyResults& results, const ReportOptions& options);
QString findingsSection(const StudyResults& results);
QString measuresSection(const StudyResults& results);
QString volumesSection(const StudyResults& results);
/// Pictures are the document's resources "key:0", "key:1", …
QString picturesSection(const std::vector<KeyPicture>& pictures);
QString modelSection(const StudyResults& results, const ReportOptions& options);

} // namespace fovea
