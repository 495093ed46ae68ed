#include "app/export/exportNotes.h"

#include "storage/AuditLog.h"

#include <memory>
#include <utility>

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

Result<PartWritten> exportNotes(const std::filesystem::path& archiveFolder,
                                std::vector<std::int64_t> studyIds)
{
    auto opened = AuditLog::open(archiveFolder);
    if (!opened)
        return opened.error();
    return PartWritten([log = std::make_shared<AuditLog>(std::move(*opened)),
                        studies = std::move(studyIds)](ExportPart part) {
        return log->note(AuditAction::Exported, studies, partName(part));
    });
}

} // namespace fovea
