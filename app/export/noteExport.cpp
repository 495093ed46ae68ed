#include "app/export/noteExport.h"

#include "storage/AuditLog.h"

#include <string>

namespace fovea {

namespace {

const char* partName(ExportPart part)
{
    switch (part) {
    case ExportPart::MeasurementReport:
        return "measurement report";
    case ExportPart::Segmentation:
        return "segmentation";
    case ExportPart::Captures:
        return "key images";
    case ExportPart::KeyObjects:
        return "key object selection";
    case ExportPart::PdfReport:
        return "report";
    case ExportPart::DicomReport:
        return "report in DICOM";
    case ExportPart::Csv:
        return "CSV";
    case ExportPart::Json:
        return "JSON";
    }
    return "";
}

} // namespace

Status noteExport(const std::filesystem::path& archiveFolder, std::int64_t studyId,
                  const std::set<ExportPart>& parts)
{
    std::string details;
    for (const ExportPart part : parts)
        details += (details.empty() ? "" : ", ") + std::string(partName(part));
    auto log = AuditLog::open(archiveFolder);
    if (!log)
        return log.error();
    return log->note(AuditAction::Exported, studyId, details);
}

} // namespace fovea
