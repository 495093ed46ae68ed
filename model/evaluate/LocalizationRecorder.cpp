#include "model/evaluate/LocalizationRecorder.h"

#include <algorithm>
#include <cctype>
#include <sstream>

namespace fovea {
namespace {

using Asked = PointingMetrics::Asked;
using Map = PointingMetrics::Map;

std::string words(const std::string& id)
{
    std::string text = id;
    std::ranges::replace(text, '_', ' ');
    return text;
}

std::string sentence(std::string text)
{
    text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    return text + '.';
}

const char* sideWord(Side side)
{
    return side == Side::Left ? "left" : "right";
}

/// "lung_lower_lobe_right" as reports say it: "right lower lobe".
std::string lobeWords(const Structure& structure)
{
    std::istringstream in(words(structure.name));
    std::string text = structure.side == Side::None ? "" : sideWord(structure.side);
    for (std::string word; in >> word;) {
        if (word != "lung" && word != "left" && word != "right")
            text += (text.empty() ? "" : " ") + word;
    }
    return text;
}

/// Reports name lobes; what else a lung's structures are called ("lung_right") names no lobe.
const Structure* lobeOf(const LabelledStudy& study, const LabelledFinding& finding)
{
    if (finding.structures.empty())
        return nullptr;
    const Structure* structure = study.labels->structure(finding.structures.front());
    return structure && structure->name.find("lobe") != std::string::npos ? structure : nullptr;
}

constexpr RelevanceMethod methods[] = {
    RelevanceMethod::AttentionWeightedValue, RelevanceMethod::GradientTimesInput,
    RelevanceMethod::LeaveOneOut, RelevanceMethod::LeaveNeighborsOut};

Map mapOf(RelevanceMethod method)
{
    switch (method) {
    case RelevanceMethod::AttentionWeightedValue:
        return Map::AttentionWeightedValue;
    case RelevanceMethod::GradientTimesInput:
        return Map::GradientTimesInput;
    case RelevanceMethod::LeaveOneOut:
        return Map::LeaveOneOut;
    case RelevanceMethod::LeaveNeighborsOut:
        return Map::LeaveNeighborsOut;
    }
    return Map::AttentionWeightedValue;
}

bool lies(const TokenPlaces& places, std::size_t token, const LabelledFinding& finding)
{
    return std::ranges::find(finding.structures, places.structure(token)) !=
           finding.structures.end();
}

} // namespace

LocalizationRecorder::LocalizationRecorder(std::vector<std::string> findingIds,
                                           std::vector<std::string> anatomyIds, PromptSet prompts)
    : m_findingIds(std::move(findingIds))
    , m_anatomyIds(std::move(anatomyIds))
    , m_prompts(std::move(prompts))
{
}

std::string LocalizationRecorder::sideText(const std::string& anatomyId,
                                           const LabelledFinding& finding) const
{
    for (const SearchPrompt& query : m_prompts.queries) {
        if (query.anatomyId == anatomyId && query.findingId == finding.findingId &&
            query.side == finding.side && query.lobe.empty() && query.minimumSeverity == 0.0)
            return query.text;
    }
    return sentence(sideWord(finding.side) + (" " + words(finding.findingId)));
}

std::string LocalizationRecorder::lobeText(const std::string& anatomyId,
                                           const LabelledFinding& finding,
                                           const std::string& lobe) const
{
    for (const SearchPrompt& query : m_prompts.queries) {
        if (query.anatomyId == anatomyId && query.findingId == finding.findingId &&
            sameLobe(query.lobe, lobe) && query.minimumSeverity == 0.0)
            return query.text;
    }
    return sentence(words(finding.findingId) + " in the " + lobe);
}

std::vector<LocalizationRecorder::Question>
LocalizationRecorder::questions(const LabelledStudy& study) const
{
    std::vector<Question> all;
    for (const LabelledStudy::Region& region : study.regions) {
        if (std::ranges::find(m_anatomyIds, region.anatomyId) == m_anatomyIds.end() ||
            study.labels->labelsOf(region.anatomyId).empty())
            continue;
        for (const LabelledFinding& finding : region.details) {
            if (finding.side == Side::None ||
                std::ranges::find(m_findingIds, finding.findingId) == m_findingIds.end())
                continue;
            const FindingPrompts* prompts = m_prompts.prompts(region.anatomyId, finding.findingId);
            const auto ask = [&](Asked asked, const std::vector<std::string>& texts) {
                for (const RelevanceMethod method : methods)
                    all.push_back(
                        {&finding,
                         asked,
                         {region.anatomyId, texts,
                          prompts ? prompts->negative : std::vector<std::string>{}, method}});
            };
            ask(Asked::Finding,
                prompts ? prompts->positive : std::vector{sentence(words(finding.findingId))});
            ask(Asked::FindingAndSide, {sideText(region.anatomyId, finding)});
            if (const Structure* lobe = lobeOf(study, finding))
                ask(Asked::FindingAndLobe, {lobeText(region.anatomyId, finding, lobeWords(*lobe))});
        }
    }
    return all;
}

std::vector<RelevanceRequest> LocalizationRecorder::requests(const LabelledStudy& study) const
{
    std::vector<RelevanceRequest> all;
    for (Question& question : questions(study))
        all.push_back(std::move(question.request));
    return all;
}

LocalizationRecorder::Recorded& LocalizationRecorder::recordOf(const std::string& anatomyId,
                                                               const std::string& findingId)
{
    const auto known = std::ranges::find_if(m_records, [&](const Recorded& r) {
        return r.metrics.anatomyId == anatomyId && r.metrics.findingId == findingId;
    });
    if (known != m_records.end())
        return *known;
    return m_records.emplace_back(Recorded{{anatomyId, findingId, {}, {}, {}}, {}});
}

void LocalizationRecorder::addPeak(Recorded& record, Map map, Asked asked,
                                   const TokenPlaces& places, const std::vector<float>& values,
                                   const LabelledFinding& finding)
{
    const std::optional<std::size_t> peak = places.peak(values);
    if (!peak)
        return;
    std::vector<PointingMetrics>& pointing = record.metrics.pointing;
    auto known = std::ranges::find_if(
        pointing, [&](const PointingMetrics& p) { return p.map == map && p.asked == asked; });
    if (known == pointing.end())
        known = pointing.insert(pointing.end(), {map, asked, {}, {}});
    known->side.add(places.side(*peak) == finding.side);
    if (!finding.structures.empty())
        known->lobe.add(lies(places, *peak, finding));
}

void LocalizationRecorder::addChance(Chance& chance, const TokenPlaces& places,
                                     const LabelledFinding& finding)
{
    const auto tokens = static_cast<double>(places.tokens().size());
    if (tokens == 0.0)
        return;
    const auto share = [&](const auto& hits) {
        return static_cast<double>(std::ranges::count_if(places.tokens(), hits)) / tokens;
    };
    ++chance.sides;
    chance.side += share([&](std::size_t t) { return places.side(t) == finding.side; });
    if (finding.structures.empty())
        return;
    ++chance.lobes;
    chance.lobe += share([&](std::size_t t) { return lies(places, t, finding); });
}

void LocalizationRecorder::add(const LabelledStudy& study, const ExplainedAnalysis& explained)
{
    const std::vector<Question> asked = questions(study);
    std::optional<TokenPlaces> places;
    std::string placedAnatomy;
    const LabelledFinding* counted = nullptr;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        const std::string& anatomyId = asked[i].request.anatomyId;
        const auto region = std::ranges::find(explained.analysis.embeddings, anatomyId,
                                              &RegionEmbedding::anatomyId);
        if (!explained.relevances[i] || region == explained.analysis.embeddings.end())
            continue;
        if (!places || placedAnatomy != anatomyId)
            places.emplace(*study.labels, *region);
        placedAnatomy = anatomyId;
        const LabelledFinding& finding = *asked[i].finding;
        Recorded& record = recordOf(anatomyId, finding.findingId);
        if (counted != &finding) {
            counted = &finding;
            addChance(record.chance, *places, finding);
            addPeak(record, Map::Attention, Asked::Nothing, *places, region->attention, finding);
        }
        const RegionRelevance& relevance = *explained.relevances[i];
        addPeak(record, mapOf(relevance.method), asked[i].asked, *places, relevance.values,
                finding);
    }
}

std::vector<LocalizationMetrics> LocalizationRecorder::metrics() const
{
    std::vector<LocalizationMetrics> all;
    for (const Recorded& record : m_records) {
        all.push_back(record.metrics);
        if (record.chance.sides > 0)
            all.back().sideByChance = record.chance.side / record.chance.sides;
        if (record.chance.lobes > 0)
            all.back().lobeByChance = record.chance.lobe / record.chance.lobes;
    }
    return all;
}

} // namespace fovea
