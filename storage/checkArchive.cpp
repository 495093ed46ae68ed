#include "storage/checkArchive.h"

#include "storage/ArchiveFiles.h"
#include "storage/RegionRecords.h"
#include "storage/RegionStore.h"
#include "storage/StudyDatabase.h"

#include <algorithm>
#include <map>

namespace fovea {

namespace fs = std::filesystem;

namespace {

using Kind = ArchiveProblemKind;

/// integrity_check's messages on indexes; all others are of tables.
bool isAboutIndex(const std::string& message)
{
    return message.find("missing from index") != message.npos ||
           message.starts_with("wrong # of entries in index");
}

void checkDatabase(const ArchiveConnection& connection, ArchiveCheckReport& report)
{
    Statement integrity(connection.get(), "PRAGMA integrity_check(100)");
    for (Statement::Run run(integrity); run.step();) {
        if (const std::string message = run.text(0); message != "ok")
            report.problems.push_back(
                {isAboutIndex(message) ? Kind::IndexDamaged : Kind::DatabaseDamaged, message, 0});
    }
    Statement references(connection.get(), "PRAGMA foreign_key_check");
    for (Statement::Run run(references); run.step();)
        report.problems.push_back({Kind::BrokenReference, run.text(0), run.integer(1)});
}

struct Question {
    Kind kind;
    const char* what;
    const char* sql;
};

// What every write keeps true (StudyDatabase). Each answers with rows that are not.
constexpr Question questions[] = {
    {Kind::SlicesMiscounted, "series",
     "SELECT r.id FROM series r WHERE r.slices <> (SELECT COALESCE(SUM(i.frames), 0) "
     "FROM instances i WHERE i.series = r.id)"},
    {Kind::EmptySeries, "series",
     "SELECT r.id FROM series r WHERE NOT EXISTS (SELECT 1 FROM instances i WHERE i.series = "
     "r.id)"},
    {Kind::EmptyStudy, "study",
     "SELECT s.id FROM studies s WHERE NOT EXISTS (SELECT 1 FROM series r WHERE r.study = s.id)"},
    {Kind::PatientUnused, "patient",
     "SELECT p.id FROM patients p WHERE NOT EXISTS (SELECT 1 FROM studies s WHERE s.patient = "
     "p.id)"},
    // A region without its heat map is not read back; vectors of one model have one length.
    {Kind::AnalysisIncomplete, "analysis",
     "SELECT a.id FROM analyses a WHERE (SELECT COUNT(*) FROM embeddings e WHERE e.analysis = "
     "a.id) <> (SELECT COUNT(*) FROM heat_maps h WHERE h.analysis = a.id) OR "
     "(SELECT COUNT(DISTINCT length(e.vector)) FROM embeddings e WHERE e.analysis = a.id) > 1 OR "
     "EXISTS (SELECT 1 FROM label_maps m WHERE m.id = a.label_map AND m.series <> a.series)"},
};

void checkRecords(const ArchiveConnection& connection, ArchiveCheckReport& report)
{
    for (const Question& question : questions) {
        Statement statement(connection.get(), question.sql);
        for (Statement::Run run(statement); run.step();) {
            report.problems.push_back(
                {question.kind, question.what + std::string(" ") + std::to_string(run.integer(0)),
                 run.integer(0)});
        }
    }
    report.studies = static_cast<std::size_t>(connection.number("SELECT COUNT(*) FROM studies"));
}

/// False: what it holds is not what the database says. A store that is only behind is sound: the
/// next search brings it up to date.
Result<bool> agrees(const StudyDatabase& database, const std::string& model, const fs::path& folder,
                    ArchiveCheckDepth depth)
{
    const auto vectors = readRegionVectors(folder, model);
    if (!vectors)
        return false;
    if (!*vectors)
        return true; // Nobody has searched yet.
    for (std::size_t row = 0; row < (*vectors)->rows.size(); ++row) {
        if (!isIntact(**vectors, row))
            return false;
    }
    if (depth == ArchiveCheckDepth::Quick)
        return true;
    const auto log = readRegionLog(folder, model);
    const auto analyses = database.currentAnalyses(model);
    if (!log || !analyses)
        return log ? Result<bool>(analyses.error()) : false;
    // Of the same making, by stamp, the same vectors, by checksum.
    std::map<std::pair<std::int64_t, std::uint64_t>, std::vector<std::uint32_t>> stored;
    for (const RegionRecord& record : log->records) {
        if (record.kind != RegionRecord::Removed)
            stored[{record.analysisId, record.stamp}].push_back(record.vectorChecksum);
    }
    for (const AnalysisSource& analysis : *analyses) {
        const auto found = stored.find({analysis.id, analysis.stamp});
        if (found == stored.end())
            continue;
        const auto regions = database.vectorsOf(analysis.id);
        if (!regions)
            return regions.error();
        std::vector<std::uint32_t> checksums;
        for (const RegionEmbedding& region : *regions)
            checksums.push_back(
                checksumOf(region.vector.data(), region.vector.size() * sizeof(float)));
        if (checksums != found->second)
            return false;
    }
    return true;
}

Status checkRegionStores(const StudyDatabase& database, const ArchiveConnection& connection,
                         ArchiveCheckDepth depth, ArchiveCheckReport& report)
{
    Statement models(connection.get(), "SELECT DISTINCT model_fingerprint FROM analyses");
    for (Statement::Run run(models); run.step();) {
        const fs::path folder = regionStoreFolder(database.folder(), run.text(0));
        const Result<bool> sound = agrees(database, run.text(0), folder, depth);
        if (!sound)
            return sound.error();
        if (!*sound) {
            report.problems.push_back({Kind::RegionStoreBroken,
                                       folder.lexically_relative(database.folder()).string(), 0});
        }
    }
    return Done{};
}

Result<ArchiveCheckReport> check(const StudyDatabase& database, ArchiveCheckDepth depth,
                                 const Progress& progress)
{
    ArchiveCheckReport report;
    const ArchiveConnection connection(database.folder());
    checkDatabase(connection, report);
    const bool readable = std::ranges::none_of(report.problems, [](const ArchiveProblem& problem) {
        return problem.kind == Kind::DatabaseDamaged;
    });
    if (!readable)
        return report;
    checkRecords(connection, report);
    if (!ArchiveFiles(database.folder(), depth).check(connection, report, progress.part(0.1, 0.9)))
        return makeError(ErrorCode::Cancelled);
    if (Status stores = checkRegionStores(database, connection, depth, report); !stores)
        return stores.error();
    std::ranges::stable_sort(report.problems, {}, &ArchiveProblem::kind);
    progress.report(1);
    return report;
}

bool isDamage(const Error& error)
{
    return std::ranges::find(error.arguments, "damaged") != error.arguments.end();
}

} // namespace

ArchiveRemedy remedyFor(ArchiveProblemKind kind)
{
    switch (kind) {
    case Kind::IndexDamaged:
    case Kind::SlicesMiscounted:
    case Kind::RegionStoreBroken:
        return ArchiveRemedy::MadeAnew;
    case Kind::FileUnnamed:
        return ArchiveRemedy::MovedAside;
    case Kind::BrokenReference:
    case Kind::ImageMissing:
    case Kind::LabelMapMissing:
    case Kind::EmptySeries:
    case Kind::EmptyStudy:
    case Kind::PatientUnused:
    case Kind::AnalysisIncomplete:
        return ArchiveRemedy::RecordsGo;
    case Kind::DatabaseDamaged:
    case Kind::ImageChanged:
    case Kind::ImageUnreadable:
    case Kind::LabelMapChanged:
    case Kind::ReferencedMissing:
        return ArchiveRemedy::RestoreBackup;
    }
    return ArchiveRemedy::RestoreBackup;
}

Result<ArchiveCheckReport> checkArchive(const fs::path& folder, ArchiveCheckDepth depth,
                                        const Progress& progress)
{
    std::error_code error;
    if (!fs::exists(databaseFileOf(folder), error))
        return makeError(ErrorCode::DatabaseNotOpened, {folder.string(), "missing"});
    ArchiveCheckReport damaged;
    const auto database = StudyDatabase::open(folder);
    if (!database) {
        if (!isDamage(database.error()))
            return database.error();
        damaged.problems.push_back({Kind::DatabaseDamaged, database.error().detail, 0});
        return damaged;
    }
    const auto report = guarded([&] { return check(*database, depth, progress); });
    if (report)
        return *report; // Which may be an Error itself.
    if (!isDamage(report.error()))
        return report.error();
    damaged.problems.push_back({Kind::DatabaseDamaged, report.error().detail, 0});
    return damaged;
}

} // namespace fovea
