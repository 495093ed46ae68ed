#include "app/work/archiveReading.h"

#include "app/work/siteCalibrationFile.h"
#include "model/evaluate/RegionBank.h"

namespace fovea {

namespace {

/// Patients are compared with patients, synthetic chests with synthetic chests.
StudyFilter among(std::int64_t studyId, const ReadingContext& context)
{
    return {studyId, context.phantomStudy};
}

Status addPlaces(const StudyDatabase& database, std::int64_t studyId, const StudyAnalysis& analysis,
                 ReadingContext& context)
{
    for (const Finding& finding : analysis.findings) {
        const auto scores = database.findingScores(analysis.modelFingerprint, finding.anatomyId,
                                                   finding.findingId, among(studyId, context));
        if (!scores)
            return scores.error();
        context.places[{finding.anatomyId, finding.findingId}] =
            archivePlace(*scores, finding.score);
    }
    return Done{};
}

Status addScalars(const StudyDatabase& database, std::int64_t studyId,
                  const StudyAnalysis& analysis, ReadingContext& context)
{
    for (const RegionScalar& scalar : analysis.scalars) {
        const auto values =
            database.scalarValues(scalar.anatomyId, scalar.kind, among(studyId, context));
        if (!values)
            return values.error();
        context.scalars[scalar.anatomyId].push_back(
            {scalar.kind, scalar.value, archivePlace(*values, scalar.value)});
    }
    return Done{};
}

Status addUnusual(const StudyDatabase& database, std::int64_t studyId,
                  const StudyAnalysis& analysis, ReadingContext& context)
{
    // What is normal is told by thresholds, which must mean something on this study.
    if (context.withholds())
        return Done{};
    for (const RegionEmbedding& region : analysis.embeddings) {
        const auto normals = database.normalRegions(analysis.modelFingerprint, region.anatomyId,
                                                    among(studyId, context));
        if (!normals)
            return normals.error();
        ArchivePlace& place = context.unusual[region.anatomyId];
        place.studies = static_cast<int>(normals->size());
        if (const auto bank = RegionBank::create(*normals))
            place = bank->place(region.vector);
    }
    return Done{};
}

} // namespace

Result<ReadingContext> readInArchive(const StudyDatabase& database, std::int64_t studyId,
                                     const StudyAnalysis& analysis, ReadingContext context)
{
    auto site = readSiteCalibration(database.folder(), analysis.modelFingerprint);
    if (!site)
        return site.error();
    if (*site)
        context.site = std::move((*site)->findings);
    for (const auto add : {&addPlaces, &addScalars, &addUnusual}) {
        if (const Status added = add(database, studyId, analysis, context); !added)
            return added.error();
    }
    return context;
}

} // namespace fovea
