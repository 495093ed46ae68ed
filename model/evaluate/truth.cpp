#include "model/evaluate/truth.h"

#include <algorithm>

namespace fovea {
namespace {

using Answer = std::optional<bool>;

Answer onSide(const LabelledFinding& finding, Side side)
{
    if (!finding.siteSides.empty() &&
        std::ranges::find(finding.siteSides, Side::None) == finding.siteSides.end())
        return std::ranges::find(finding.siteSides, side) != finding.siteSides.end();
    if (finding.side == Side::None)
        return std::nullopt;
    return finding.side == side;
}

Answer inLobe(const LabelledStudy& study, const LabelledFinding& finding, const std::string& lobe)
{
    if (finding.structures.empty())
        return std::nullopt;
    return std::ranges::any_of(finding.structures, [&](std::uint16_t label) {
        const Structure* structure = study.labels->structure(label);
        return structure && sameLobe(structure->name, lobe);
    });
}

Answer answers(const LabelledStudy& study, const LabelledFinding& finding,
               const SearchPrompt& query)
{
    std::vector<Answer> conditions;
    if (query.side != Side::None)
        conditions.push_back(onSide(finding, query.side));
    if (!query.lobe.empty())
        conditions.push_back(inLobe(study, finding, query.lobe));
    if (query.minimumSeverity > 0.0)
        conditions.push_back(finding.severity > 0.0
                                 ? Answer(finding.severity >= query.minimumSeverity)
                                 : std::nullopt);
    if (std::ranges::find(conditions, Answer(false)) != conditions.end())
        return false;
    if (std::ranges::find(conditions, Answer()) != conditions.end())
        return std::nullopt;
    return true;
}

} // namespace

const LabelledStudy::Region* regionOf(const LabelledStudy& study, std::string_view anatomyId)
{
    const auto found =
        std::ranges::find(study.regions, anatomyId, &LabelledStudy::Region::anatomyId);
    return found == study.regions.end() ? nullptr : &*found;
}

bool hasFinding(const LabelledStudy& study, std::string_view anatomyId, std::string_view findingId)
{
    return std::ranges::any_of(study.regions, [&](const LabelledStudy::Region& region) {
        return region.anatomyId == anatomyId &&
               std::ranges::find(region.findings, findingId) != region.findings.end();
    });
}

std::optional<bool> knownFinding(const LabelledStudy& study, std::string_view anatomyId,
                                 std::string_view findingId)
{
    const LabelledStudy::Region* region = regionOf(study, anatomyId);
    if (!region || std::ranges::find(region->unknown, findingId) != region->unknown.end())
        return std::nullopt;
    return hasFinding(study, anatomyId, findingId);
}

std::optional<bool> answersQuery(const LabelledStudy& study, const SearchPrompt& query)
{
    if (!hasFinding(study, query.anatomyId, query.findingId))
        return regionOf(study, query.anatomyId)
                   ? knownFinding(study, query.anatomyId, query.findingId)
                   : Answer(false);
    if (query.side == Side::None && query.lobe.empty() && query.minimumSeverity == 0.0)
        return true;
    std::vector<Answer> known;
    if (const LabelledStudy::Region* region = regionOf(study, query.anatomyId)) {
        for (const LabelledFinding& finding : region->details) {
            if (finding.findingId == query.findingId)
                known.push_back(answers(study, finding, query));
        }
    }
    if (std::ranges::find(known, Answer(true)) != known.end())
        return true;
    if (known.empty() || std::ranges::find(known, Answer()) != known.end())
        return std::nullopt;
    return false;
}

} // namespace fovea
