#include "storage/AuditRecord.h"
#include "storage/StudyDatabaseInternals.h"

namespace fovea {

namespace {

std::vector<double> geometryOf(const RegionEmbedding& region)
{
    std::vector<double> values(region.tokenOriginMm.begin(), region.tokenOriginMm.end());
    for (const auto& step : region.tokenStepMm)
        values.insert(values.end(), step.begin(), step.end());
    return values;
}

void setGeometry(RegionEmbedding& region, const std::vector<double>& values)
{
    if (values.size() != 12)
        throw SqlFailure{makeError(ErrorCode::DatabaseFailed, {}, "a geometry of odd length")};
    for (std::size_t i = 0; i < 3; ++i) {
        region.tokenOriginMm[i] = values[i];
        for (std::size_t axis = 0; axis < 3; ++axis)
            region.tokenStepMm[axis][i] = values[3 + 3 * axis + i];
    }
}

void insertContents(StudyStatements& sql, std::int64_t id, const StudyAnalysis& analysis)
{
    int ordinal = 0;
    for (const RegionEmbedding& region : analysis.embeddings) {
        Statement::Run(sql.insertEmbedding, id, ordinal, region.anatomyId, region.vector).execute();
        Statement::Run(sql.insertHeatMap, id, ordinal, region.tokenGrid[0], region.tokenGrid[1],
                       region.tokenGrid[2], geometryOf(region), region.attention)
            .execute();
        ++ordinal;
    }
    ordinal = 0;
    for (const Finding& finding : analysis.findings)
        Statement::Run(sql.insertFinding, id, ordinal++, finding.anatomyId, finding.findingId,
                       finding.displayName, finding.score, finding.calibrated, finding.threshold,
                       finding.promptRange ? std::optional(finding.promptRange->low) : std::nullopt,
                       finding.promptRange ? std::optional(finding.promptRange->high)
                                           : std::nullopt)
            .execute();
    ordinal = 0;
    for (const RegionScalar& scalar : analysis.scalars)
        Statement::Run(sql.insertScalar, id, ordinal++, scalar.anatomyId,
                       std::string(scalarId(scalar.kind)), scalar.value)
            .execute();
    ordinal = 0;
    for (const SkippedAnatomy& skipped : analysis.skipped) {
        const bool small = skipped.reason == SkippedAnatomy::Reason::TooSmall;
        Statement::Run(sql.insertSkipped, id, ordinal++, skipped.anatomyId,
                       std::string(small ? "too_small" : "not_segmented"))
            .execute();
    }
}

StudyAnalysis contentsOf(StudyStatements& sql, std::int64_t id)
{
    StudyAnalysis analysis;
    for (Statement::Run run(sql.embeddingsOfAnalysis, id); run.step();) {
        RegionEmbedding region;
        region.anatomyId = run.text(0);
        region.vector = valuesFrom<float>(run.blob(1));
        for (int axis = 0; axis < 3; ++axis)
            region.tokenGrid[static_cast<std::size_t>(axis)] =
                static_cast<int>(run.integer(2 + axis));
        setGeometry(region, valuesFrom<double>(run.blob(5)));
        region.attention = valuesFrom<float>(run.blob(6));
        analysis.embeddings.push_back(std::move(region));
    }
    for (Statement::Run run(sql.findingsOfAnalysis, id); run.step();) {
        const auto low = run.optionalReal(6);
        const auto high = run.optionalReal(7);
        analysis.findings.push_back(
            {run.text(0), run.text(1), run.text(2), run.real(3), run.optionalReal(4),
             run.optionalReal(5),
             low && high ? std::optional(ScoreRange{*low, *high}) : std::nullopt});
    }
    for (Statement::Run run(sql.scalarsOfAnalysis, id); run.step();) {
        // A later version may have stored quantities that this one does not know.
        if (const auto kind = scalarKind(run.text(1)))
            analysis.scalars.push_back({run.text(0), *kind, run.real(2)});
    }
    for (Statement::Run run(sql.skippedOfAnalysis, id); run.step();)
        analysis.skipped.push_back({run.text(0), run.text(1) == "too_small"
                                                     ? SkippedAnatomy::Reason::TooSmall
                                                     : SkippedAnatomy::Reason::NotSegmented});
    return analysis;
}

} // namespace

Status StudyDatabase::saveAnalysis(std::int64_t seriesId, std::int64_t labelMapId,
                                   const StudyAnalysis& analysis)
{
    const Result<LabelMapRecord> labels = labelMap(labelMapId);
    if (!labels)
        return labels.error();
    if (labels->seriesId != seriesId)
        return makeError(ErrorCode::NotInArchive, {"label map " + std::to_string(labelMapId) +
                                                   " of series " + std::to_string(seriesId)});
    return guarded([&] {
        StudyStatements& sql = *m_internals->sql;
        Transaction transaction(sql.connection);
        std::int64_t known = 0;
        if (Statement::Run run(sql.analysisKnown, seriesId, labelMapId, analysis.modelFingerprint);
            run.step())
            known = run.integer(0);
        if (known != 0)
            Statement::Run(sql.deleteAnalysis, known).execute();
        Statement::Run(sql.insertAnalysis, seriesId, labelMapId, analysis.modelFingerprint,
                       analysis.seconds, utcNow())
            .execute();
        insertContents(sql, sqlite3_last_insert_rowid(sql.connection), analysis);
        std::int64_t study = 0;
        if (Statement::Run series(sql.seriesById, seriesId); series.step())
            study = series.integer(1);
        appendAudit(sql.connection, AuditAction::Analyzed, study, analysis.modelFingerprint);
        transaction.commit();
        return Done{};
    });
}

Result<std::optional<StudyAnalysis>>
StudyDatabase::analysis(std::int64_t seriesId, std::int64_t labelMapId,
                        const std::string& modelFingerprint) const
{
    return guarded([&]() -> std::optional<StudyAnalysis> {
        StudyStatements& sql = *m_internals->sql;
        // Several statements see one state of the database only inside a read transaction, which
        // this open statement holds.
        Statement::Run run(sql.analysisKnown, seriesId, labelMapId, modelFingerprint);
        if (!run.step())
            return std::nullopt;
        StudyAnalysis analysis = contentsOf(sql, run.integer(0));
        analysis.modelFingerprint = modelFingerprint;
        analysis.seconds = run.real(1);
        return analysis;
    });
}

Result<std::vector<AnalysisRecord>> StudyDatabase::analysesOf(std::int64_t seriesId) const
{
    return guarded([&] {
        std::vector<AnalysisRecord> found;
        for (Statement::Run run(m_internals->sql->analysesOfSeries, seriesId); run.step();)
            found.push_back(
                {run.integer(0), run.integer(1), run.integer(2), run.text(3), run.text(4)});
        return found;
    });
}

Status StudyDatabase::removeAnalyses(const std::string& modelFingerprint)
{
    return guarded([&] {
        Statement::Run(m_internals->sql->deleteAnalysesOfModel, modelFingerprint).execute();
        return Done{};
    });
}

Result<std::vector<double>> StudyDatabase::findingScores(const std::string& modelFingerprint,
                                                         const std::string& anatomyId,
                                                         const std::string& findingId,
                                                         const StudyFilter& among) const
{
    return guarded([&] {
        std::vector<double> scores;
        Statement::Run run(m_internals->sql->scoresOfFinding, modelFingerprint, anatomyId,
                           findingId, among.except, phantomChoice(among));
        while (run.step())
            scores.push_back(run.real(0));
        return scores;
    });
}

Result<std::vector<double>> StudyDatabase::scalarValues(const std::string& anatomyId,
                                                        ScalarKind kind,
                                                        const StudyFilter& among) const
{
    return guarded([&] {
        std::vector<double> values;
        Statement::Run run(m_internals->sql->valuesOfScalar, anatomyId, std::string(scalarId(kind)),
                           among.except, phantomChoice(among));
        while (run.step())
            values.push_back(run.real(0));
        return values;
    });
}

} // namespace fovea
