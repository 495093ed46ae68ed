#include "app/work/resultsRows.h"

namespace fovea {

FindingRow findingRow(const FindingReading& reading, const StudyResults& results)
{
    FindingRow row;
    const bool margin = reading.reworded || isOwnFinding(reading.findingId);
    row.scoreKind = margin ? "margin" : "score";
    if (reading.probability || reading.threshold)
        row.calibratedOn = reading.reference;
    if (reading.threshold)
        row.above = reading.above();
    if (const VerdictRecord* record = results.verdictOn(reading.key())) {
        row.verdict = record->verdict == Verdict::Accepted   ? "accepted"
                      : record->verdict == Verdict::Rejected ? "rejected"
                                                             : "open";
        row.comment = record->comment;
        row.reader = record->reader;
        row.decidedAt = record->decidedAt;
    }
    return row;
}

std::string_view sideId(Side side)
{
    return side == Side::Left ? "left" : side == Side::Right ? "right" : "";
}

std::string_view measureKindId(MeasureKind kind)
{
    switch (kind) {
    case MeasureKind::Length:
        return "length";
    case MeasureKind::Angle:
        return "angle";
    case MeasureKind::Ellipse:
        return "ellipse";
    case MeasureKind::Polygon:
        return "polygon";
    case MeasureKind::Probe:
        return "probe";
    case MeasureKind::Arrow:
        return "arrow";
    case MeasureKind::Text:
        return "text";
    }
    return {};
}

std::string_view keyPlaneId(KeyImagePlane plane)
{
    switch (plane) {
    case KeyImagePlane::Axial:
        return "axial";
    case KeyImagePlane::Coronal:
        return "coronal";
    case KeyImagePlane::Sagittal:
        return "sagittal";
    }
    return {};
}

std::string_view skippedReasonId(SkippedAnatomy::Reason reason)
{
    return reason == SkippedAnatomy::Reason::TooSmall ? "too_small" : "not_segmented";
}

} // namespace fovea
