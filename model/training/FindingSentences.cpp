#include "model/training/FindingSentences.h"

#include <algorithm>

namespace fovea {

namespace {

/// One in so many sentences on an absent finding is all that is said of a region without any:
/// "The lungs are clear."
constexpr std::uint64_t WholeOfNormal = 5;

const std::string& any(const std::vector<std::string>& sentences, std::mt19937_64& random)
{
    return sentences[random() % sentences.size()];
}

} // namespace

FindingSentences::FindingSentences(const std::vector<TrainingCase>& cases)
{
    for (const TrainingCase& one : cases) {
        for (const TrainingCase::Region& region : one.regions) {
            for (const FindingStatement& statement : region.statements) {
                if (statement.present)
                    continue;
                std::vector<std::string>& known = m_absent[statement.findingId];
                known.insert(known.end(), statement.wordings.begin(), statement.wordings.end());
            }
        }
    }
}

std::string FindingSentences::draw(const TrainingCase::Region& region, std::string_view findingId,
                                   std::mt19937_64& random) const
{
    const std::optional<bool> known = region.has(findingId);
    if (!known)
        return {};
    const bool present = *known;
    const auto said =
        std::ranges::find_if(region.statements, [&](const FindingStatement& statement) {
            return statement.findingId == findingId && statement.present == present &&
                   !statement.wordings.empty();
        });
    if (said != region.statements.end())
        return any(said->wordings, random);
    if (present)
        return {};
    if (region.normal && !region.text.empty() && random() % WholeOfNormal == 0)
        return region.wording(random);
    const auto others = m_absent.find(findingId);
    return others == m_absent.end() ? std::string() : any(others->second, random);
}

} // namespace fovea
