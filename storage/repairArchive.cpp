#include "storage/repairArchive.h"

#include "storage/ArchiveConnection.h"
#include "storage/AtomicFile.h"
#include "storage/StudyDatabase.h"
#include "storage/updateRegionStore.h"

#include <algorithm>

namespace fovea {

namespace fs = std::filesystem;

namespace {

using Kind = ArchiveProblemKind;

bool changesRecords(const ArchiveProblem& problem, bool removeRecords)
{
    const ArchiveRemedy remedy = remedyFor(problem.kind);
    return (remedy == ArchiveRemedy::RecordsGo && removeRecords) ||
           (remedy == ArchiveRemedy::MadeAnew && problem.kind != Kind::RegionStoreBroken);
}

class Repair {
public:
    Repair(const fs::path& folder, bool removeRecords)
        : m_folder(folder)
        , m_connection(folder)
        , m_removeRecords(removeRecords)
    {
    }

    /// Throws SqlFailure.
    Status run(const std::vector<ArchiveProblem>& problems, const Progress& progress)
    {
        const auto changes = [&](const ArchiveProblem& problem) {
            return changesRecords(problem, m_removeRecords);
        };
        if (std::ranges::any_of(problems, changes))
            keepDatabase();
        double done = 0;
        for (const ArchiveProblem& problem : problems) {
            if (progress.cancelled())
                return makeError(ErrorCode::Cancelled);
            if (problem.kind == Kind::FileUnnamed) {
                if (Status moved = moveAside(problem.subject); !moved)
                    return moved;
                report.mended.push_back(problem);
            } else if (changes(problem)) {
                if (mend(problem))
                    report.mended.push_back(problem);
            }
            progress.report(++done / static_cast<double>(problems.size()));
        }
        if (m_removeRecords)
            removeWhatIsEmpty();
        return Done{};
    }

    ArchiveRepairReport report;

private:
    void keepDatabase()
    {
        report.databaseBefore = freeName(m_folder, "fovea-before-repair", ".db");
        Statement copy(m_connection.get(), "VACUUM INTO ?");
        Statement::Run(copy, report.databaseBefore.string()).execute();
    }

    Status moveAside(const std::string& path)
    {
        std::error_code error;
        if (report.movedTo.empty())
            report.movedTo = freeName(m_folder / "lost+found", "found");
        const fs::path to = report.movedTo / path;
        fs::create_directories(to.parent_path(), error);
        if (!error)
            fs::rename(m_folder / path, to, error);
        if (error)
            return writeError(to, error.value());
        // A folder that nothing is left of; one that is not empty stays.
        const fs::path from = (m_folder / path).parent_path();
        if (from != m_folder / "files")
            fs::remove(from, error);
        return Done{};
    }

    void execute(const char* sql, std::int64_t row)
    {
        Statement statement(m_connection.get(), sql);
        Statement::Run(statement, row).execute();
    }

    bool mend(const ArchiveProblem& problem)
    {
        Transaction transaction(m_connection.get());
        switch (problem.kind) {
        case Kind::IndexDamaged:
            executeSql(m_connection.get(), "REINDEX");
            break;
        case Kind::SlicesMiscounted:
            execute("UPDATE series SET slices = (SELECT COALESCE(SUM(frames), 0) FROM instances "
                    "WHERE series = ?1) WHERE id = ?1",
                    problem.row);
            break;
        case Kind::ImageMissing:
            execute("UPDATE series SET slices = slices - (SELECT frames FROM instances WHERE id = "
                    "?1) WHERE id = (SELECT series FROM instances WHERE id = ?1)",
                    problem.row);
            execute("DELETE FROM instances WHERE id = ?", problem.row);
            break;
        case Kind::LabelMapMissing:
            execute("DELETE FROM label_maps WHERE id = ?", problem.row);
            break;
        case Kind::PatientUnused:
            execute("DELETE FROM patients WHERE id = ? AND id NOT IN (SELECT patient FROM studies)",
                    problem.row);
            break;
        case Kind::AnalysisIncomplete:
            execute("DELETE FROM analyses WHERE id = ?", problem.row);
            break;
        case Kind::BrokenReference: {
            // A table's name cannot be bound; it is one of the schema's own.
            Statement known(m_connection.get(),
                            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name = ?");
            if (!Statement::Run(known, problem.subject).step())
                return false;
            execute(("DELETE FROM \"" + problem.subject + "\" WHERE rowid = ?").c_str(),
                    problem.row);
            break;
        }
        case Kind::EmptySeries:
        case Kind::EmptyStudy:
            return false; // removeWhatIsEmpty(), after all images that are gone.
        default:
            return false;
        }
        transaction.commit();
        return true;
    }

    void removeWhatIsEmpty()
    {
        Transaction transaction(m_connection.get());
        executeSql(
            m_connection.get(),
            "DELETE FROM series WHERE NOT EXISTS (SELECT 1 FROM instances i WHERE i.series = "
            "series.id) AND NOT EXISTS (SELECT 1 FROM label_maps m WHERE m.series = series.id) "
            "AND NOT EXISTS (SELECT 1 FROM measures m WHERE m.series = series.id) "
            "AND NOT EXISTS (SELECT 1 FROM key_images k WHERE k.series = series.id);"
            "DELETE FROM studies WHERE NOT EXISTS (SELECT 1 FROM series r WHERE r.study = "
            "studies.id) AND NOT EXISTS (SELECT 1 FROM verdicts v WHERE v.study = studies.id) "
            "AND NOT EXISTS (SELECT 1 FROM study_notes n WHERE n.study = studies.id AND n.note <> "
            "'') AND NOT EXISTS (SELECT 1 FROM study_tags t WHERE t.study = studies.id);"
            "DELETE FROM patients WHERE id NOT IN (SELECT patient FROM studies)");
        transaction.commit();
    }

    const fs::path m_folder;
    const ArchiveConnection m_connection;
    const bool m_removeRecords;
};

/// The stores that searches use, of every model.
Status makeStoresAnew(const StudyDatabase& database, const ArchiveConnection& connection,
                      const Progress& progress)
{
    Statement models(connection.get(), "SELECT DISTINCT model_fingerprint FROM analyses");
    std::vector<std::string> fingerprints;
    for (Statement::Run run(models); run.step();)
        fingerprints.push_back(run.text(0));
    std::error_code error;
    fs::remove_all(database.folder() / "index", error);
    for (const std::string& model : fingerprints) {
        const auto analyses = database.currentAnalyses(model);
        if (!analyses)
            return analyses.error();
        if (auto made = updateRegionStore(database, model, *analyses, progress); !made)
            return made.error();
    }
    return Done{};
}

Result<ArchiveRepairReport> repair(const StudyDatabase& database,
                                   const std::vector<ArchiveProblem>& problems, bool removeRecords,
                                   const Progress& progress)
{
    Repair repair(database.folder(), removeRecords);
    if (Status done = repair.run(problems, progress.part(0, 0.5)); !done)
        return done.error();
    const auto broken = std::ranges::find(problems, Kind::RegionStoreBroken, &ArchiveProblem::kind);
    if (broken != problems.end()) {
        const ArchiveConnection connection(database.folder());
        if (Status made = makeStoresAnew(database, connection, progress.part(0.5, 0.7)); !made)
            return made.error();
        std::ranges::copy_if(
            problems, std::back_inserter(repair.report.mended),
            [](const ArchiveProblem& p) { return p.kind == Kind::RegionStoreBroken; });
    }
    return std::move(repair.report);
}

} // namespace

fs::path freeName(const fs::path& folder, const std::string& stem, const std::string& extension)
{
    std::error_code error;
    for (int n = 1;; ++n) {
        fs::path name = folder / (stem + "-" + std::to_string(n) + extension);
        if (!fs::exists(fs::symlink_status(name, error)))
            return name;
    }
}

Result<ArchiveRepairReport> repairArchive(const fs::path& folder,
                                          const std::vector<ArchiveProblem>& problems,
                                          bool removeRecords, const Progress& progress)
{
    const auto database = StudyDatabase::open(folder);
    if (!database)
        return database.error();
    auto attempt = guarded([&] { return repair(*database, problems, removeRecords, progress); });
    if (!attempt)
        return attempt.error();
    Result<ArchiveRepairReport> result = std::move(*attempt);
    if (!result)
        return result;
    auto left = checkArchive(folder, ArchiveCheckDepth::Quick, progress.part(0.7, 1));
    if (!left)
        return left.error();
    result->left = std::move(*left);
    return result;
}

} // namespace fovea
