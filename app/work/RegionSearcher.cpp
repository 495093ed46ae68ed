#include "app/work/RegionSearcher.h"

#include "app/work/promptScores.h"
#include "storage/RegionStore.h"
#include "storage/updateRegionStore.h"

#include <algorithm>
#include <map>
#include <utility>

namespace fovea {
namespace {

constexpr std::size_t enoughForPercentile = 20;

bool sameAnalyses(const std::vector<AnalysisSource>& a, const std::vector<AnalysisSource>& b)
{
    return std::ranges::equal(a, b, [](const AnalysisSource& x, const AnalysisSource& y) {
        return x.id == y.id && x.stamp == y.stamp;
    });
}

/// From the store where it is, or can be made, as the database; else from that itself. What of it
/// broke is told only by the vectors' checksums, for which `anew` asks.
Result<std::shared_ptr<const RegionVectors>> vectorsFor(const StudyDatabase& database,
                                                        const std::string& fingerprint,
                                                        const std::vector<AnalysisSource>& analyses,
                                                        bool& stored, const Progress& progress)
{
    const auto updated =
        updateRegionStore(database, fingerprint, analyses, progress.part(0.0, 0.5));
    if (updated) {
        auto vectors =
            readRegionVectors(regionStoreFolder(database.folder(), fingerprint), fingerprint);
        if (vectors && *vectors) {
            stored = true;
            return vectors;
        }
    } else if (updated.error().code == ErrorCode::Cancelled)
        return updated.error();
    stored = false;
    return vectorsFromDatabase(database, analyses, progress.part(0.0, 0.5));
}

} // namespace

RegionSearcher::RegionSearcher(ModelApi& api, QueryCatalog catalog)
    : m_api(api)
    , m_catalog(std::move(catalog))
{
}

Result<RegionSearcher::SnapshotPtr> RegionSearcher::snapshot(const StudyDatabase& database,
                                                             const Engine& engine,
                                                             const Progress& progress)
{
    return upToDate(database, engine.info().fingerprint, progress);
}

Result<RegionSearcher::SnapshotPtr> RegionSearcher::upToDate(const StudyDatabase& database,
                                                             const std::string& fingerprint,
                                                             const Progress& progress)
{
    // Before the list is read: what changes in between is read again by the next question.
    const auto version = database.analysesVersion();
    if (!version)
        return version.error();
    const bool known = m_snapshot && m_snapshot->fingerprint == fingerprint &&
                       m_snapshot->archive == database.folder() && !database.folder().empty();
    if (known && m_snapshot->version == *version)
        return m_snapshot;
    auto analyses = database.currentAnalyses(fingerprint);
    if (!analyses)
        return analyses.error();
    if (known && sameAnalyses(m_snapshot->analyses, *analyses)) {
        // Dates and scanners may have come since.
        auto same = std::make_shared<RegionSnapshot>(*m_snapshot);
        same->version = *version;
        same->analyses = std::move(*analyses);
        m_snapshot = std::move(same);
        return m_snapshot;
    }
    if (analyses->empty())
        return makeError(ErrorCode::NoCases, {}, "this model has analysed no series yet");
    auto snapshot = std::make_shared<RegionSnapshot>();
    snapshot->fingerprint = fingerprint;
    snapshot->archive = database.folder();
    snapshot->version = *version;
    snapshot->analyses = std::move(*analyses);
    bool stored = false;
    auto vectors = vectorsFor(database, fingerprint, snapshot->analyses, stored, progress);
    if (!vectors)
        return vectors.error();
    snapshot->vectors = std::move(*vectors);
    RegionIndexOptions options;
    if (stored)
        options.listsFile = regionStoreFolder(database.folder(), fingerprint) / "lists.ivf";
    auto index = m_api.regionIndex(snapshot->vectors, options, progress.part(0.5, 1.0));
    if (!index)
        return index.error();
    snapshot->index = std::move(*index);
    snapshot->arrange();
    m_snapshot = std::move(snapshot);
    return m_snapshot;
}

Result<RegionSearcher::Target> RegionSearcher::targetOf(Engine& engine,
                                                        const UnderstoodQuery& query)
{
    Target target;
    target.prompts = query.prompts;
    auto vectors = promptVectors(engine, {{}, query.prompts, query.contrary});
    if (!vectors)
        return vectors.error();
    target.direction = vectors->direction();
    target.promptVectors = std::move(vectors->positive);
    const std::vector<std::string>& known = engine.info().anatomyIds;
    for (const std::string& id : query.anatomyIds) {
        if (std::ranges::find(known, id) != known.end())
            target.anatomyIds.push_back(id);
    }
    return target;
}

Result<RegionSearcher::Target> RegionSearcher::targetLike(const RegionSnapshot& snapshot,
                                                          const RegionAddress& like)
{
    const auto row = snapshot.row(like);
    if (!row)
        return makeError(ErrorCode::NotInArchive,
                         {std::to_string(like.seriesId) + ":" + like.anatomyId});
    const float* vector = snapshot.vectors->vector(*row);
    Target target;
    target.direction.assign(vector, vector + snapshot.vectors->dimension);
    target.anatomyIds = {like.anatomyId};
    target.without = row;
    return target;
}

Result<std::vector<RegionHit>> RegionSearcher::search(const RegionSnapshot& snapshot,
                                                      const Target& target,
                                                      const RegionQuestion& question,
                                                      const std::vector<std::int64_t>& analyses,
                                                      std::size_t& ranked)
{
    std::vector<std::uint32_t> tags;
    for (const std::string& id : target.anatomyIds)
        tags.push_back(anatomyTag(id));
    RegionSearch search;
    search.direction = target.direction;
    search.count = question.count + (target.without ? 1 : 0);
    ranked = 0;
    if (analyses.size() == snapshot.analyses.size() && tags.size() <= 1) {
        search.anatomy = tags.empty() ? 0 : tags.front();
        for (const auto& [tag, anatomy] : snapshot.anatomies)
            ranked += tags.empty() || tag == tags.front() ? anatomy.count : 0;
        ranked -= target.without ? 1 : 0;
    } else {
        std::vector<std::size_t>& rows = search.rows.emplace();
        for (const std::int64_t id : analyses) {
            const auto own = snapshot.rowsOf.find(id);
            if (own == snapshot.rowsOf.end())
                continue;
            for (std::size_t row = own->second.begin; row < own->second.end; ++row) {
                const std::uint32_t tag = snapshot.vectors->rows[row].anatomy;
                if (row != target.without &&
                    (tags.empty() || std::ranges::find(tags, tag) != tags.end()))
                    rows.push_back(row);
            }
        }
        std::ranges::sort(rows); // a replaced analysis lies behind those with larger ids
        ranked = rows.size();
    }
    auto hits = snapshot.index->search(search);
    if (!hits)
        return hits;
    std::erase_if(*hits, [&](const RegionHit& hit) { return hit.row == target.without; });
    hits->resize(std::min(hits->size(), question.count));
    return hits;
}

Status RegionSearcher::describe(RegionAnswer& answer, const RegionSnapshot& snapshot,
                                const Target& target, const std::vector<RegionHit>& hits,
                                const std::vector<std::string>& anatomyIds)
{
    std::map<std::uint32_t, std::vector<float>> archive; // ascending scores by anatomy
    for (const RegionHit& hit : hits) {
        const RegionRow& row = snapshot.vectors->rows[hit.row];
        const AnalysisSource* source = snapshot.source(row.analysisId);
        if (source == nullptr)
            continue;
        RankedRegion& match = answer.matches.emplace_back();
        match.studyId = source->studyId;
        match.seriesId = source->seriesId;
        match.labelMapId = source->labelMapId;
        match.studyDate = source->studyDate;
        match.score = match.cosine = static_cast<double>(hit.score);
        const auto id = std::ranges::find(anatomyIds, row.anatomy, anatomyTag);
        if (id != anatomyIds.end())
            match.anatomyId = *id;
        double best = -2.0;
        for (std::size_t i = 0; i < target.promptVectors.size(); ++i) {
            const auto cosine = snapshot.index->scores(target.promptVectors[i], {hit.row});
            if (!cosine)
                return cosine.error();
            if (static_cast<double>(cosine->front()) > best) {
                best = static_cast<double>(cosine->front());
                match.prompt = target.prompts[i];
                match.cosine = std::clamp(best, -1.0, 1.0);
            }
        }
        const std::vector<std::size_t>& sample = snapshot.anatomies.at(row.anatomy).sample;
        if (sample.size() < enoughForPercentile)
            continue;
        std::vector<float>& scores = archive[row.anatomy];
        if (scores.empty()) {
            auto sampled = snapshot.index->scores(target.direction, sample);
            if (!sampled)
                return sampled.error();
            scores = std::move(*sampled);
            std::ranges::sort(scores);
        }
        const auto below = std::ranges::lower_bound(scores, hit.score) - scores.begin();
        match.percentile = static_cast<double>(below) / static_cast<double>(scores.size());
    }
    return Done{};
}

Result<RegionAnswer> RegionSearcher::ask(const StudyDatabase& database, Engine& engine,
                                         const RegionQuestion& question, const Progress& progress)
{
    RegionAnswer answer;
    if (!question.like) {
        answer.query = understandQuery(question.text, m_catalog);
        if (answer.query.problem == QueryProblem::NoWords)
            return makeError(ErrorCode::EmptyText);
        if (answer.query.problem != QueryProblem::None)
            return answer;
        const std::vector<std::string>& known = engine.info().anatomyIds;
        std::ranges::copy_if(
            answer.query.anatomyIds, std::back_inserter(answer.unknownAnatomies),
            [&](const std::string& id) { return std::ranges::find(known, id) == known.end(); });
        if (!answer.query.anatomyIds.empty() &&
            answer.unknownAnatomies.size() == answer.query.anatomyIds.size())
            return answer;
    }
    for (const bool again : {false, true}) {
        const auto snapshot = upToDate(database, engine.info().fingerprint, progress);
        if (!snapshot)
            return snapshot.error();
        const auto target =
            question.like ? targetLike(**snapshot, *question.like) : targetOf(engine, answer.query);
        if (!target)
            return target.error();
        const auto analyses = analysesFor(database, **snapshot, question);
        if (!analyses)
            return analyses.error();
        const auto hits = search(**snapshot, *target, question, *analyses, answer.regions);
        if (!hits)
            return hits.error();
        const RegionVectors& vectors = *(*snapshot)->vectors;
        const bool broken =
            vectors.generation != 0 && std::ranges::any_of(*hits, [&](const RegionHit& hit) {
                return !isIntact(vectors, hit.row);
            });
        if (broken && !again) {
            // The disk changed what was written: made again from the database.
            m_snapshot.reset();
            std::error_code error;
            std::filesystem::remove_all(
                regionStoreFolder(database.folder(), engine.info().fingerprint), error);
            continue;
        }
        if (Status s = describe(answer, **snapshot, *target, *hits, engine.info().anatomyIds); !s)
            return s.error();
        break;
    }
    return answer;
}

} // namespace fovea
