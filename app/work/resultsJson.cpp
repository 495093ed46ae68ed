#include "app/work/resultsRows.h"
#include "app/work/resultsTable.h"

#include <nlohmann/json.hpp>

namespace fovea {

namespace {

using nlohmann::json;

template <typename T> json orNull(const std::optional<T>& value)
{
    return value ? json(*value) : json();
}

/// Empty text says that nothing is known.
json orNull(const std::string& text)
{
    return text.empty() ? json() : json(text);
}

json finding(const FindingReading& reading, const StudyResults& results)
{
    const FindingRow row = findingRow(reading, results);
    return {{"anatomy", reading.anatomyId},
            {"id", reading.findingId},
            {"name", reading.displayName},
            {"score", reading.score},
            {"score_kind", row.scoreKind},
            {"probability", orNull(reading.probability)},
            {"calibrated_on", orNull(row.calibratedOn)},
            {"threshold", orNull(reading.threshold)},
            {"above_threshold", orNull(row.above)},
            {"withheld", reading.withheld},
            {"percentile", orNull(reading.place.percentile)},
            {"other_studies", reading.place.studies},
            {"verdict", orNull(row.verdict)},
            {"comment", orNull(row.comment)},
            {"reader", orNull(row.reader)},
            {"decided_at", orNull(row.decidedAt)}};
}

json structure(const StructureResult& result)
{
    return {{"id", result.structure.name},
            {"anatomy", orNull(result.structure.anatomyId)},
            {"side", orNull(std::string(sideId(result.structure.side)))},
            {"voxels", result.structure.voxelCount},
            {"volume_ml", result.measure.volumeMl},
            {"mean_hu", result.measure.meanHu},
            {"sd_hu", result.measure.sdHu},
            {"at_border", result.check.atBorder},
            {"implausible", result.check.isImplausible()},
            {"unsure", result.check.unsure}};
}

json measure(const MeasureResult& result)
{
    const MeasureValues& values = result.values;
    json out{{"id", result.measure.uid},
             {"kind", measureKindId(result.measure.kind)},
             {"text", orNull(result.measure.text)},
             {"points_mm", result.measure.pointsMm},
             {"length_mm", orNull(values.lengthMm)},
             {"angle_deg", orNull(values.angleDegrees)},
             {"area_mm2", orNull(values.areaMm2)},
             {"hu", orNull(values.hu)}};
    for (const char* name : {"voxels", "mean_hu", "sd_hu", "min_hu", "max_hu"})
        out[name] = nullptr;
    if (values.pixels) {
        out["voxels"] = values.pixels->pixels;
        out["mean_hu"] = values.pixels->meanHu;
        out["sd_hu"] = values.pixels->sdHu;
        out["min_hu"] = values.pixels->minHu;
        out["max_hu"] = values.pixels->maxHu;
    }
    return out;
}

json series(const StudyResults& results)
{
    json out{{"study",
              {{"study_uid", orNull(results.study.studyInstanceUid)},
               {"study_date", orNull(results.study.date)},
               {"description", orNull(results.study.description)},
               {"accession_number", orNull(results.study.accessionNumber)},
               {"patient_id", orNull(results.study.patient.patientId)}}},
             {"series",
              {{"series_uid", orNull(results.series.seriesInstanceUid)},
               {"series_description", orNull(results.series.description)}}},
             {"model", nullptr},
             {"findings", json::array()},
             {"skipped", json::array()},
             {"structures", json::array()},
             {"measures", json::array()},
             {"key_images", json::array()}};
    if (results.model)
        out["model"] = {{"model", results.model->name},
                        {"model_fingerprint", results.model->fingerprint},
                        {"calibrated_on", orNull(results.model->calibratedOn)},
                        {"demo", results.model->demo},
                        {"analysed_at", orNull(results.model->analysedAt)}};
    for (const AnatomyReading& anatomy : results.readings) {
        for (const FindingReading& reading : anatomy.findings)
            out["findings"].push_back(finding(reading, results));
    }
    for (const SkippedAnatomy& skipped : results.skipped)
        out["skipped"].push_back(
            {{"anatomy", skipped.anatomyId}, {"reason", skippedReasonId(skipped.reason)}});
    for (const StructureResult& result : results.structures)
        out["structures"].push_back(structure(result));
    for (const MeasureResult& result : results.measures)
        out["measures"].push_back(measure(result));
    for (const KeyImageRecord& key : results.keyImages)
        out["key_images"].push_back({{"kind", keyPlaneId(key.plane)},
                                     {"points_mm", {key.positionMm}},
                                     {"window_centre_hu", key.window.centreHu},
                                     {"window_width_hu", key.window.widthHu}});
    return out;
}

} // namespace

json resultsJson(const std::vector<StudyResults>& studies)
{
    json out{{"studies", json::array()}};
    for (const StudyResults& results : studies)
        out["studies"].push_back(series(results));
    return out;
}

} // namespace fovea
