#include "app/work/resultsRows.h"
#include "app/work/resultsTable.h"

#include <array>
#include <charconv>
#include <map>

namespace fovea {

namespace {

constexpr std::array columns{"item",
                             "study_uid",
                             "study_date",
                             "accession_number",
                             "patient_id",
                             "series_uid",
                             "series_description",
                             "model",
                             "model_fingerprint",
                             "analysed_at",
                             "anatomy",
                             "id",
                             "name",
                             "side",
                             "score",
                             "score_kind",
                             "probability",
                             "calibrated_on",
                             "threshold",
                             "above_threshold",
                             "withheld",
                             "percentile",
                             "other_studies",
                             "verdict",
                             "comment",
                             "reader",
                             "decided_at",
                             "reason",
                             "kind",
                             "text",
                             "voxels",
                             "volume_ml",
                             "mean_hu",
                             "sd_hu",
                             "min_hu",
                             "max_hu",
                             "at_border",
                             "implausible",
                             "unsure",
                             "length_mm",
                             "angle_deg",
                             "area_mm2",
                             "hu",
                             "points_mm",
                             "window_centre_hu",
                             "window_width_hu"};

std::string number(double value)
{
    std::array<char, 64> text;
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value);
    return {text.data(), end.ptr};
}

std::string quoted(const std::string& text)
{
    if (text.find_first_of(",\"\r\n") == text.npos)
        return text;
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"')
            out += '"';
        out += c;
    }
    return out + '"';
}

/// One line; columns that are not set stay empty.
class Row {
public:
    Row(const StudyResults& results, const char* item)
    {
        set("item", item);
        set("study_uid", results.study.studyInstanceUid);
        set("study_date", results.study.date);
        set("accession_number", results.study.accessionNumber);
        set("patient_id", results.study.patient.patientId);
        set("series_uid", results.series.seriesInstanceUid);
        set("series_description", results.series.description);
    }

    void set(const char* column, std::string_view text)
    {
        std::string& cell = m_cells[column];
        cell = text;
        if (!cell.empty() && std::string_view("=+-@\t").find(cell.front()) != std::string::npos)
            cell.insert(cell.begin(), '\'');
    }
    void set(const char* column, const char* text) { set(column, std::string_view(text)); }
    void set(const char* column, double value) { m_cells[column] = number(value); }
    void set(const char* column, bool value) { m_cells[column] = value ? "1" : "0"; }
    template <typename T> void set(const char* column, const std::optional<T>& value)
    {
        if (value)
            set(column, *value);
    }
    void setPoints(const std::vector<Vec3>& points)
    {
        std::string& cell = m_cells["points_mm"];
        for (const Vec3& point : points)
            cell += (cell.empty() ? "" : "; ") + number(point[0]) + ' ' + number(point[1]) + ' ' +
                    number(point[2]);
    }

    std::string line() const
    {
        std::string out;
        for (const char* column : columns) {
            if (!out.empty()) // Every row begins with its item.
                out += ',';
            if (const auto cell = m_cells.find(column); cell != m_cells.end())
                out += quoted(cell->second);
        }
        return out + "\r\n";
    }

private:
    std::map<std::string, std::string, std::less<>> m_cells;
};

void setModel(Row& row, const StudyResults& results)
{
    if (!results.model)
        return;
    row.set("model", results.model->name);
    row.set("model_fingerprint", results.model->fingerprint);
    row.set("analysed_at", results.model->analysedAt);
}

std::string findingLine(const FindingReading& reading, const StudyResults& results)
{
    const FindingRow more = findingRow(reading, results);
    Row row(results, "finding");
    setModel(row, results);
    row.set("anatomy", reading.anatomyId);
    row.set("id", reading.findingId);
    row.set("name", reading.displayName);
    row.set("score", reading.score);
    row.set("score_kind", more.scoreKind);
    row.set("probability", reading.probability);
    row.set("calibrated_on", more.calibratedOn);
    row.set("threshold", reading.threshold);
    row.set("above_threshold", more.above);
    row.set("withheld", reading.withheld);
    row.set("percentile", reading.place.percentile);
    row.set("other_studies", static_cast<double>(reading.place.studies));
    row.set("verdict", more.verdict);
    row.set("comment", more.comment);
    row.set("reader", more.reader);
    row.set("decided_at", more.decidedAt);
    return row.line();
}

std::string structureLine(const StructureResult& result, const StudyResults& results)
{
    Row row(results, "structure");
    row.set("anatomy", result.structure.anatomyId);
    row.set("id", result.structure.name);
    row.set("side", sideId(result.structure.side));
    row.set("voxels", static_cast<double>(result.structure.voxelCount));
    row.set("volume_ml", result.measure.volumeMl);
    row.set("mean_hu", result.measure.meanHu);
    row.set("sd_hu", result.measure.sdHu);
    row.set("at_border", result.check.atBorder);
    row.set("implausible", result.check.isImplausible());
    row.set("unsure", result.check.unsure);
    return row.line();
}

std::string measureLine(const MeasureResult& result, const StudyResults& results)
{
    const MeasureValues& values = result.values;
    Row row(results, "measure");
    row.set("id", result.measure.uid);
    row.set("kind", measureKindId(result.measure.kind));
    row.set("text", result.measure.text);
    row.set("length_mm", values.lengthMm);
    row.set("angle_deg", values.angleDegrees);
    row.set("area_mm2", values.areaMm2);
    if (values.hu)
        row.set("hu", static_cast<double>(*values.hu));
    if (values.pixels) {
        row.set("voxels", static_cast<double>(values.pixels->pixels));
        row.set("mean_hu", values.pixels->meanHu);
        row.set("sd_hu", values.pixels->sdHu);
        row.set("min_hu", values.pixels->minHu);
        row.set("max_hu", values.pixels->maxHu);
    }
    row.setPoints(result.measure.pointsMm);
    return row.line();
}

std::string seriesLines(const StudyResults& results)
{
    std::string lines;
    for (const AnatomyReading& anatomy : results.readings) {
        for (const FindingReading& reading : anatomy.findings)
            lines += findingLine(reading, results);
    }
    for (const SkippedAnatomy& skipped : results.skipped) {
        Row row(results, "skipped");
        setModel(row, results);
        row.set("anatomy", skipped.anatomyId);
        row.set("reason", skippedReasonId(skipped.reason));
        lines += row.line();
    }
    for (const StructureResult& result : results.structures)
        lines += structureLine(result, results);
    for (const MeasureResult& result : results.measures)
        lines += measureLine(result, results);
    for (const KeyImageRecord& key : results.keyImages) {
        Row row(results, "key_image");
        row.set("kind", keyPlaneId(key.plane));
        row.setPoints({key.positionMm});
        row.set("window_centre_hu", key.window.centreHu);
        row.set("window_width_hu", key.window.widthHu);
        lines += row.line();
    }
    return lines;
}

} // namespace

std::string resultsCsv(const std::vector<StudyResults>& studies)
{
    std::string csv;
    for (const char* column : columns)
        csv += (csv.empty() ? "" : ",") + std::string(column);
    csv += "\r\n";
    for (const StudyResults& results : studies)
        csv += seriesLines(results);
    return csv;
}

} // namespace fovea
