#include "app/work/ownFindings.h"

#include "app/work/siteFile.h"
#include "storage/PhantomStudies.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace fovea {

namespace fs = std::filesystem;

namespace {

using nlohmann::json;

struct Wrong {
    std::string what;
};

std::vector<std::string> promptsIn(const json& entry, const char* member)
{
    auto texts = entry.at(member).get<std::vector<std::string>>();
    const auto isBlank = [](const std::string& text) {
        return text.find_first_not_of(" \t\r\n") == std::string::npos;
    };
    if (texts.empty() || std::ranges::any_of(texts, isBlank))
        throw Wrong{"\"" + std::string(member) + "\" needs prompts"};
    return texts;
}

OwnFinding findingFrom(const json& entry)
{
    OwnFinding finding;
    finding.id = entry.at("id").get<std::string>();
    finding.name = entry.at("name").get<std::string>();
    finding.prompts.anatomyId = entry.at("anatomy").get<std::string>();
    if (!isOwnFinding(finding.id))
        throw Wrong{"an id begins with \"" + std::string(ownFindingPrefix) + "\""};
    if (finding.name.empty() || finding.prompts.anatomyId.empty())
        throw Wrong{"a finding needs a name and an anatomy"};
    finding.prompts.positive = promptsIn(entry, "positive");
    finding.prompts.negative = promptsIn(entry, "negative");
    return finding;
}

/// The studies of the archive that are synthetic chests.
Result<std::set<std::int64_t>> phantomStudies(const StudyDatabase& database)
{
    const auto studies = database.studies();
    if (!studies)
        return studies.error();
    std::set<std::int64_t> phantoms;
    for (const StudyRecord& study : *studies) {
        if (isPhantomStudy(study))
            phantoms.insert(study.id);
    }
    return phantoms;
}

} // namespace

fs::path ownFindingsFile(const fs::path& archiveFolder)
{
    return archiveFolder / "catalogs" / "own-findings.json";
}

Result<std::vector<OwnFinding>> readOwnFindings(const fs::path& archiveFolder)
{
    const fs::path file = ownFindingsFile(archiveFolder);
    std::vector<OwnFinding> findings;
    const auto text = readSiteFile(file);
    if (!text)
        return text.error();
    if (!*text)
        return findings;
    try {
        std::set<std::string> ids;
        const json root = json::parse(**text);
        for (const json& entry : root.at("findings")) {
            findings.push_back(findingFrom(entry));
            if (!ids.insert(findings.back().id).second)
                throw Wrong{"an id occurs twice"};
        }
        return findings;
    } catch (const Wrong& wrong) {
        return makeError(ErrorCode::MetadataBroken, {file.string(), wrong.what});
    } catch (const json::exception& problem) {
        return makeError(ErrorCode::MetadataBroken, {file.string(), problem.what()});
    }
}

Status writeOwnFindings(const fs::path& archiveFolder, const std::vector<OwnFinding>& findings)
{
    json entries = json::array();
    for (const OwnFinding& finding : findings) {
        entries.push_back({{"id", finding.id},
                           {"name", finding.name},
                           {"anatomy", finding.prompts.anatomyId},
                           {"positive", finding.prompts.positive},
                           {"negative", finding.prompts.negative}});
    }
    return writeSiteFile(ownFindingsFile(archiveFolder),
                         json{{"findings", entries}}.dump(2) + '\n');
}

Result<OwnScores> scoreOwnFindings(const StudyDatabase& database, Engine& engine,
                                   RegionSearcher& searcher,
                                   const std::vector<OwnFinding>& findings,
                                   const std::vector<RegionEmbedding>& regions,
                                   std::int64_t studyId, const Progress& progress)
{
    OwnScores scores;
    const auto snapshot = searcher.snapshot(database, engine, progress);
    if (!snapshot && snapshot.error().code != ErrorCode::NoCases)
        return snapshot.error();
    const auto phantoms = phantomStudies(database);
    if (!phantoms)
        return phantoms.error();
    const bool isPhantom = phantoms->contains(studyId);
    for (const OwnFinding& own : findings) {
        const std::string& anatomyId = own.prompts.anatomyId;
        const auto region = std::ranges::find(regions, anatomyId, &RegionEmbedding::anatomyId);
        if (region == regions.end())
            continue;
        const auto vectors = promptVectors(engine, own.prompts);
        if (!vectors)
            return vectors.error();
        const std::vector<float> direction = vectors->direction();
        Finding finding;
        finding.anatomyId = anatomyId;
        finding.findingId = own.id;
        finding.displayName = own.name;
        finding.score = marginOf(direction, region->vector);
        ArchivePlace& place = scores.places[{anatomyId, own.id}];
        if (snapshot) {
            const auto margins = archiveMargins(**snapshot, direction, anatomyId);
            if (!margins)
                return margins.error();
            std::vector<double> others;
            for (const StudyMargin& other : *margins) {
                if (other.studyId != studyId && phantoms->contains(other.studyId) == isPhantom)
                    others.push_back(other.margin);
            }
            std::ranges::sort(others);
            place = archivePlace(others, finding.score);
        }
        place.phantoms = isPhantom;
        scores.findings.push_back(std::move(finding));
    }
    return scores;
}

} // namespace fovea
