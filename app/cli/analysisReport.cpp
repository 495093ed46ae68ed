#include "app/cli/Table.h"
#include "app/cli/seriesAnalysis.h"
#include "app/text/names.h"
#include "app/text/notes.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include <algorithm>

// The printed forms of seriesAnalysis.h.

namespace fovea {

namespace {

struct ReportText {
    Q_DECLARE_TR_FUNCTIONS(fovea::AnalysisReport)
};

template <typename T> nlohmann::json orNull(const std::optional<T>& value)
{
    return value ? nlohmann::json(*value) : nlohmann::json();
}

QString orDash(const std::optional<double>& value)
{
    return value ? number(*value, 3) : QStringLiteral("-");
}

std::optional<bool> present(const Finding& finding)
{
    return finding.threshold ? std::optional(finding.score > *finding.threshold) : std::nullopt;
}

QString sideName(Side side)
{
    switch (side) {
    case Side::None:
        return {};
    case Side::Left:
        return QStringLiteral("left");
    case Side::Right:
        return QStringLiteral("right");
    }
    return {};
}

/// An anatomy that was scored, measured or both.
struct AnatomyLine {
    std::string id;
    std::optional<AnatomyScore> score;
    std::optional<StructureMeasure> measure;
};

std::optional<StructureMeasure> measureOf(const LoadedLabelMap& labels, const std::string& anatomy)
{
    std::vector<StructureMeasure> parts;
    const auto& structures = labels.labels->structures();
    for (std::size_t i = 0; i < structures.size(); ++i) {
        if (structures[i].anatomyId == anatomy)
            parts.push_back(labels.measures[i]);
    }
    return parts.empty() ? std::nullopt : std::optional(combined(parts));
}

std::vector<AnatomyLine> anatomyLines(const SeriesAnalysis& analysis)
{
    std::vector<AnatomyLine> lines;
    for (const AnatomyScore& score : rankAnatomies(analysis.analysis.findings))
        lines.push_back({score.anatomyId, score, measureOf(analysis.labels, score.anatomyId)});
    for (const std::string& id : analysis.labels.labels->anatomyIds()) {
        if (std::ranges::find(lines, id, &AnatomyLine::id) == lines.end())
            lines.push_back({id, std::nullopt, measureOf(analysis.labels, id)});
    }
    return lines;
}

std::string englishName(const AnatomyCatalog& catalog, const std::string& id)
{
    const Anatomy* anatomy = catalog.anatomy(id);
    return anatomy ? anatomy->displayName : id;
}

nlohmann::json findingsJson(const SeriesAnalysis& analysis, const std::string& anatomy)
{
    auto findings = nlohmann::json::array();
    for (const Finding& finding : analysis.analysis.findings) {
        if (finding.anatomyId != anatomy)
            continue;
        findings.push_back({{"id", finding.findingId},
                            {"name", finding.displayName},
                            {"score", finding.score},
                            {"calibrated", orNull(finding.calibrated)},
                            {"threshold", orNull(finding.threshold)},
                            {"present", orNull(present(finding))}});
    }
    return findings;
}

nlohmann::json anatomyJson(const SeriesAnalysis& analysis, const AnatomyCatalog& catalog,
                           const AnatomyLine& line)
{
    nlohmann::json entry{{"id", line.id},          {"name", englishName(catalog, line.id)},
                         {"abnormality", nullptr}, {"calibrated", nullptr},
                         {"volume_ml", nullptr},   {"mean_hu", nullptr},
                         {"sd_hu", nullptr},       {"findings", findingsJson(analysis, line.id)}};
    if (line.score) {
        entry["abnormality"] = line.score->abnormality;
        entry["calibrated"] = line.score->calibrated;
    }
    if (line.measure) {
        entry["volume_ml"] = line.measure->volumeMl;
        entry["mean_hu"] = line.measure->meanHu;
        entry["sd_hu"] = line.measure->sdHu;
    }
    return entry;
}

nlohmann::json structuresJson(const LoadedLabelMap& labels)
{
    auto entries = nlohmann::json::array();
    const auto& structures = labels.labels->structures();
    for (std::size_t i = 0; i < structures.size(); ++i) {
        const Structure& structure = structures[i];
        const StructureMeasure& measure = labels.measures[i];
        entries.push_back({{"label", structure.label},
                           {"name", structure.name},
                           {"anatomy", structure.anatomyId},
                           {"side", sideName(structure.side).toStdString()},
                           {"voxels", structure.voxelCount},
                           {"volume_ml", measure.volumeMl},
                           {"mean_hu", measure.meanHu},
                           {"sd_hu", measure.sdHu}});
    }
    return entries;
}

QStringList notes(const SeriesAnalysis& analysis)
{
    QStringList texts;
    for (const SeriesNote& note : analysis.series.notes)
        texts.append(noteText(note));
    for (const LabelMapNote& note : analysis.labels.notes)
        texts.append(noteText(note));
    if (analysis.placesApartMm > 0)
        texts.append(twoPlacesText(analysis.placesApartMm));
    for (const AnalysisNote note : analysis.analysis.notes)
        texts.append(noteText(note));
    return texts;
}

QString skippedReason(SkippedAnatomy::Reason reason)
{
    switch (reason) {
    case SkippedAnatomy::Reason::NotSegmented:
        return ReportText::tr("not segmented");
    case SkippedAnatomy::Reason::TooSmall:
        return ReportText::tr("too small in this scan");
    }
    return {};
}

} // namespace

QString analysisText(const SeriesAnalysis& analysis, const AnatomyCatalog& catalog)
{
    Table anatomies({{ReportText::tr("Anatomy")},
                     {ReportText::tr("Abnormality"), Table::Align::Right},
                     {ReportText::tr("Volume (ml)"), Table::Align::Right},
                     {ReportText::tr("Mean HU"), Table::Align::Right},
                     {ReportText::tr("SD HU"), Table::Align::Right}});
    Table findings({{ReportText::tr("Anatomy")},
                    {ReportText::tr("Finding")},
                    {ReportText::tr("Score"), Table::Align::Right},
                    {ReportText::tr("Calibrated"), Table::Align::Right},
                    {ReportText::tr("Threshold"), Table::Align::Right},
                    {ReportText::tr("Present")}});
    for (const AnatomyLine& line : anatomyLines(analysis)) {
        const QString name = anatomyName(line.id, englishName(catalog, line.id));
        const QString none = QStringLiteral("-");
        const auto& m = line.measure;
        anatomies.addRow({name, line.score ? number(line.score->abnormality, 3) : none,
                          m ? number(m->volumeMl, 1) : none, m ? number(m->meanHu, 1) : none,
                          m ? number(m->sdHu, 1) : none});
        for (const Finding& finding : analysis.analysis.findings) {
            if (finding.anatomyId != line.id)
                continue;
            const auto is = present(finding);
            findings.addRow({name, findingName(finding.findingId, finding.displayName),
                             number(finding.score, 3), orDash(finding.calibrated),
                             orDash(finding.threshold),
                             !is   ? none
                             : *is ? ReportText::tr("yes")
                                   : ReportText::tr("no")});
        }
    }
    QString text = anatomies.text();
    if (!findings.isEmpty())
        text += QLatin1Char('\n') + findings.text();
    for (const SkippedAnatomy& skipped : analysis.analysis.skipped) {
        text += ReportText::tr("Not scored: %1 (%2)")
                    .arg(anatomyName(skipped.anatomyId, englishName(catalog, skipped.anatomyId)),
                         skippedReason(skipped.reason)) +
                QLatin1Char('\n');
    }
    for (const QString& note : notes(analysis))
        text += ReportText::tr("Note: %1").arg(note) + QLatin1Char('\n');
    return text;
}

nlohmann::json analysisJson(const SeriesAnalysis& analysis, const AnatomyCatalog& catalog)
{
    const ImageGeometry& geometry = analysis.series.volume->geometry();
    nlohmann::json out{{"study_id", analysis.series.study.id},
                       {"study_instance_uid", analysis.series.study.studyInstanceUid},
                       {"series_id", analysis.series.series.id},
                       {"series_instance_uid", analysis.series.series.seriesInstanceUid},
                       {"label_map_id", analysis.labels.record.id},
                       {"stored", analysis.stored},
                       {"seconds", analysis.analysis.seconds},
                       {"size", geometry.size},
                       {"spacing_mm", geometry.spacingMm},
                       {"anatomies", nlohmann::json::array()},
                       {"skipped", nlohmann::json::array()},
                       {"structures", structuresJson(analysis.labels)},
                       {"notes", nlohmann::json::array()}};
    for (const AnatomyLine& line : anatomyLines(analysis))
        out["anatomies"].push_back(anatomyJson(analysis, catalog, line));
    for (const SkippedAnatomy& skipped : analysis.analysis.skipped) {
        const bool small = skipped.reason == SkippedAnatomy::Reason::TooSmall;
        out["skipped"].push_back(
            {{"id", skipped.anatomyId}, {"reason", small ? "too_small" : "not_segmented"}});
    }
    for (const QString& note : notes(analysis))
        out["notes"].push_back(note.toStdString());
    return out;
}

nlohmann::json modelJson(const ModelInfo& info)
{
    return {{"name", info.name},
            {"fingerprint", info.fingerprint},
            {"demo", info.demo},
            {"licence", info.licence},
            {"provenance", info.provenance},
            {"anatomies", info.anatomyIds},
            {"device", info.device},
            {"precision", info.precision}};
}

QString modelText(const ModelInfo& info)
{
    QString text = ReportText::tr("Model: %1 (%2, on %3, %4)")
                       .arg(printable(info.name), printable(info.fingerprint.substr(0, 12)),
                            printable(info.device), printable(info.precision)) +
                   QLatin1Char('\n');
    if (info.demo) {
        text += ReportText::tr("This is the demo model, trained on synthetic phantoms: its scores "
                               "mean nothing on a patient.") +
                QLatin1Char('\n');
    }
    return text;
}

} // namespace fovea
