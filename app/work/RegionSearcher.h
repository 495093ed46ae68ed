#pragma once

#include "app/work/RegionQuestion.h"
#include "app/work/RegionSnapshot.h"
#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "model/engine/Engine.h"
#include "storage/StudyDatabase.h"

#include <memory>
#include <string>
#include <vector>

namespace fovea {

/// Answers questions about the regions of an archive: one way of asking for the window and the
/// command line. No Qt.
///
/// Keeps the index of one model between questions and brings it up to date with the database
/// before each answer, so that a study analysed a moment ago is found; whoever analyses may go on
/// writing meanwhile. Where the index on disk cannot be written (a read-only archive, another
/// process writing), what the database has is searched without it.
///
/// A text becomes sentences that say the same and sentences that say the contrary
/// (understandQuery()); regions are ranked by cosine with the mean of the ones less cosine with the
/// mean of the others. See ARCHITECTURE.md for what else was measured.
///
/// Used by one thread: the one that asks the engine.
class RegionSearcher {
public:
    /// `api` outlives this object.
    RegionSearcher(ModelApi& api, QueryCatalog catalog);

    const QueryCatalog& catalog() const { return m_catalog; }

    /// NoCases where this model has analysed nothing yet; NotInArchive for a `like` that is not
    /// there. A text that means nothing to the model is no error: see RegionAnswer. The first
    /// question after many new studies may take long (progress).
    Result<RegionAnswer> ask(const StudyDatabase& database, Engine& engine,
                             const RegionQuestion& question, const Progress& progress);

    using SnapshotPtr = std::shared_ptr<const RegionSnapshot>;
    /// All regions of the engine's model as they are in the archive now. NoCases as ask().
    Result<SnapshotPtr> snapshot(const StudyDatabase& database, const Engine& engine,
                                 const Progress& progress);

private:
    /// What is searched for.
    struct Target {
        std::vector<float> direction;
        std::vector<std::string> prompts;
        std::vector<std::vector<float>> promptVectors; ///< Of the prompts.
        std::vector<std::string> anatomyIds;           ///< Empty: any.
        std::optional<std::size_t> without;            ///< A row that is no answer.
    };

    Result<SnapshotPtr> upToDate(const StudyDatabase& database, const std::string& fingerprint,
                                 const Progress& progress);
    static Result<Target> targetOf(Engine& engine, const UnderstoodQuery& query);
    static Result<Target> targetLike(const RegionSnapshot& snapshot, const RegionAddress& like);
    static Result<std::vector<RegionHit>>
    search(const RegionSnapshot& snapshot, const Target& target, const RegionQuestion& question,
           const std::vector<std::int64_t>& analyses, std::size_t& ranked);
    static Status describe(RegionAnswer& answer, const RegionSnapshot& snapshot,
                           const Target& target, const std::vector<RegionHit>& hits,
                           const std::vector<std::string>& anatomyIds);

    ModelApi& m_api;
    QueryCatalog m_catalog;
    SnapshotPtr m_snapshot; ///< Of the last question.
};

} // namespace fovea
