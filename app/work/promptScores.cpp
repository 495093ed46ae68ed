#include "app/work/promptScores.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <numeric>

namespace fovea {

std::vector<float> ensembleVector(const std::vector<std::vector<float>>& vectors)
{
    std::vector<float> mean(vectors.front().size(), 0.0F);
    for (const std::vector<float>& vector : vectors) {
        for (std::size_t i = 0; i < mean.size(); ++i)
            mean[i] += vector[i];
    }
    const float norm = std::sqrt(std::inner_product(mean.begin(), mean.end(), mean.begin(), 0.0F));
    if (norm > 0.0F)
        std::ranges::for_each(mean, [&](float& value) { value /= norm; });
    return mean;
}

std::vector<float> PromptVectors::direction() const
{
    std::vector<float> towards = ensembleVector(positive);
    const std::vector<float> away = ensembleVector(negative);
    for (std::size_t i = 0; i < away.size(); ++i)
        towards[i] -= away[i];
    return towards;
}

Result<PromptVectors> promptVectors(Engine& engine, const RegionPrompts& prompts)
{
    if (prompts.positive.empty() || prompts.negative.empty())
        return makeError(ErrorCode::EmptyText);
    std::vector<std::string> texts = prompts.positive;
    texts.insert(texts.end(), prompts.negative.begin(), prompts.negative.end());
    auto vectors = engine.embedTexts(texts);
    if (!vectors)
        return vectors.error();
    const auto middle = vectors->begin() + std::ssize(prompts.positive);
    return PromptVectors{
        {std::make_move_iterator(vectors->begin()), std::make_move_iterator(middle)},
        {std::make_move_iterator(middle), std::make_move_iterator(vectors->end())}};
}

double marginOf(const std::vector<float>& direction, const std::vector<float>& region)
{
    return std::inner_product(direction.begin(), direction.end(), region.begin(), 0.0);
}

Result<std::vector<StudyMargin>> archiveMargins(const RegionSnapshot& snapshot,
                                                const std::vector<float>& direction,
                                                const std::string& anatomyId)
{
    const std::uint32_t tag = anatomyTag(anatomyId);
    std::map<std::int64_t, std::size_t> newest; // by study, its place in what follows
    std::vector<StudyMargin> margins;
    std::vector<std::size_t> rows;
    for (const AnalysisSource& source : snapshot.analyses) { // by id: later ones are newer
        const auto own = snapshot.rowsOf.find(source.id);
        if (own == snapshot.rowsOf.end())
            continue;
        for (std::size_t row = own->second.begin; row < own->second.end; ++row) {
            if (snapshot.vectors->rows[row].anatomy != tag)
                continue;
            const auto [place, isNew] = newest.try_emplace(source.studyId, margins.size());
            if (isNew) {
                margins.push_back({source.studyId, source.seriesId, 0.0});
                rows.push_back(row);
            } else {
                margins[place->second].seriesId = source.seriesId;
                rows[place->second] = row;
            }
        }
    }
    const auto scores = snapshot.index->scores(direction, rows);
    if (!scores)
        return scores.error();
    for (std::size_t i = 0; i < margins.size(); ++i)
        margins[i].margin = static_cast<double>((*scores)[i]);
    return margins;
}

} // namespace fovea
