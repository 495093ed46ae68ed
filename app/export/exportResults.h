#pragma once

#include "model/domain/Anatomy.h"
#include "model/domain/LabelMap.h"
#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "storage/StudyResults.h"
#include "viewer/slice/SliceCapture.h"

#include <QString>

#include <filesystem>
#include <functional>
#include <set>
#include <vector>

// What goes out of the program about one series, and where to: the same for window and command
// line.

namespace fovea {

enum class ExportPart {
    MeasurementReport, ///< measurement-report.dcm: TID 1500.
    Segmentation,      ///< segmentation.dcm: the label map as DICOM SEG.
    Captures,          ///< capture-001.dcm …: key images as secondary captures.
    KeyObjects,        ///< key-objects.dcm: a selection of the key images.
    PdfReport,         ///< report.pdf
    DicomReport,       ///< report.dcm: the same PDF in a DICOM object.
    Csv,               ///< results.csv
    Json,              ///< results.json
};

struct ExportRequest {
    std::filesystem::path folder; ///< Made where missing. Files in it name nobody.
    std::set<ExportPart> parts;
    bool namesPatient = true; ///< In the PDF; DICOM objects always belong to their patient.
    bool overwrite = false;   ///< Else a file that is there is an error, and nothing is written.
    QString softwareVersion;
};

/// What it is made from. All values; `results` and `look` are of the same series.
struct ExportMaterial {
    StudyResults results;
    SliceCapture look;  ///< Volume, and how slices are painted.
    LabelMapPtr labels; ///< Of results.labelMap; null where there is none.
};

/// Told of each part as soon as its files are on the disk. Where it fails, they are removed again
/// and the export ends with its error.
using PartWritten = std::function<Status(ExportPart)>;

/// The parts that `results` has anything for: key images, a label map.
std::set<ExportPart> possibleParts(const StudyResults& results);

/// Those of the request's files that are there already.
std::vector<std::filesystem::path> filesThere(const ExportRequest& request,
                                              const StudyResults& results);

/// Writes every part of the request, each file whole or not at all. The report refers to the
/// segmentation that the archive keeps as DICOM, or else to the one written here. A file that
/// cannot be written ends it, and so does cancelling; the parts before stay.
///
/// Errors: BadOption (a file that is there, a part without anything to write), FileNotWritable,
/// DiskFull, Cancelled, and those of the writers. Not for the GUI thread; needs a QGuiApplication.
Result<std::vector<std::filesystem::path>> exportResults(const ExportMaterial& material,
                                                         const AnatomyCatalog& catalog,
                                                         const ExportRequest& request,
                                                         const PartWritten& partWritten,
                                                         const Progress& progress);

/// Writes the tables of the request (Csv, Json) of several series. Errors likewise.
Result<std::vector<std::filesystem::path>> exportTables(const std::vector<StudyResults>& studies,
                                                        const ExportRequest& request,
                                                        const PartWritten& partWritten);

} // namespace fovea
