#include "model/evaluate/PromptRecorder.h"

#include "model/evaluate/truth.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace fovea {
namespace {

double cosine(const std::vector<float>& a, const std::vector<float>& b)
{
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

const RegionEmbedding* embeddingOf(const StudyAnalysis& analysis, const std::string& anatomyId)
{
    const auto found =
        std::ranges::find(analysis.embeddings, anatomyId, &RegionEmbedding::anatomyId);
    return found == analysis.embeddings.end() ? nullptr : &*found;
}

/// Points where the mean of the texts' unit vectors does; its length means nothing.
Result<std::vector<float>> meanVector(const std::vector<std::string>& texts,
                                      const PromptRecorder::EmbedText& embedText)
{
    std::vector<float> sum;
    for (const std::string& text : texts) {
        const Result<std::vector<float>> vector = embedText(text);
        if (!vector)
            return vector.error();
        sum.resize(vector->size(), 0.0F);
        for (std::size_t i = 0; i < sum.size(); ++i)
            sum[i] += (*vector)[i];
    }
    return sum;
}

} // namespace

Result<PromptRecorder> PromptRecorder::create(const PromptSet& prompts, const EmbedText& embedText)
{
    PromptRecorder recorder;
    for (const FindingPrompts& finding : prompts.findings) {
        RecordedFinding recorded{finding, {}, {}, {}};
        for (const PromptPair& pair : finding.paraphrases) {
            Result<std::vector<float>> positive = embedText(pair.positive);
            if (!positive)
                return positive.error();
            Result<std::vector<float>> negative = embedText(pair.negative);
            if (!negative)
                return negative.error();
            recorded.pairs.push_back({std::move(*positive), std::move(*negative)});
        }
        recorded.paraphrased.resize(recorded.pairs.size());
        recorder.m_findings.push_back(std::move(recorded));
    }
    for (const SearchPrompt& prompt : prompts.queries) {
        Result<RecordedQuery> recorded = recordedQuery(prompt, prompts, embedText);
        if (!recorded)
            return recorded.error();
        recorder.m_queries.push_back(std::move(*recorded));
    }
    return recorder;
}

Result<PromptRecorder::RecordedQuery> PromptRecorder::recordedQuery(const SearchPrompt& prompt,
                                                                    const PromptSet& prompts,
                                                                    const EmbedText& embedText)
{
    std::vector<float> against;
    if (const auto* finding = prompts.prompts(prompt.anatomyId, prompt.findingId)) {
        Result<std::vector<float>> mean = meanVector(finding->negative, embedText);
        if (!mean)
            return mean.error();
        against = std::move(*mean);
    }
    RecordedQuery recorded{prompt, {}, {}, {}};
    std::vector<std::string> texts{prompt.text};
    texts.insert(texts.end(), prompt.paraphrases.begin(), prompt.paraphrases.end());
    for (const std::string& text : texts) {
        Result<std::vector<float>> vector = embedText(text);
        if (!vector)
            return vector.error();
        Result<std::vector<float>> opposite = embedText("Not " + text);
        if (!opposite)
            return opposite.error();
        recorded.wordings.push_back(
            {text, std::move(*vector), against, {}, {}, std::move(*opposite)});
    }
    return recorded;
}

void PromptRecorder::addFinding(RecordedFinding& finding, const LabelledStudy& study,
                                const StudyAnalysis& analysis) const
{
    const FindingPrompts& prompts = finding.prompts;
    const RegionEmbedding* region = embeddingOf(analysis, prompts.anatomyId);
    const auto own = std::ranges::find_if(analysis.findings, [&](const Finding& f) {
        return f.anatomyId == prompts.anatomyId && f.findingId == prompts.findingId;
    });
    if (!region || own == analysis.findings.end())
        return;
    const bool present = hasFinding(study, prompts.anatomyId, prompts.findingId);
    finding.own.scores.push_back(own->score);
    finding.own.positive.push_back(present);
    for (std::size_t i = 0; i < finding.pairs.size(); ++i) {
        finding.paraphrased[i].scores.push_back(cosine(region->vector, finding.pairs[i].positive) -
                                                cosine(region->vector, finding.pairs[i].negative));
        finding.paraphrased[i].positive.push_back(present);
    }
}

void PromptRecorder::add(const LabelledStudy& study, const StudyAnalysis& analysis)
{
    for (RecordedFinding& finding : m_findings)
        addFinding(finding, study, analysis);

    std::map<std::string, std::size_t> positions;
    for (RecordedQuery& recorded : m_queries) {
        const std::string& anatomyId = recorded.prompt.anatomyId;
        const RegionEmbedding* region = embeddingOf(analysis, anatomyId);
        const std::optional<bool> relevant = answersQuery(study, recorded.prompt);
        if (!region || !relevant)
            continue;
        const auto [position, isNew] = positions.emplace(anatomyId, m_regions.size());
        if (isNew)
            m_regions.push_back(region->vector);
        recorded.candidates.push_back(position->second);
        recorded.relevant.push_back(*relevant);
    }
}

std::vector<ParaphraseMetrics> PromptRecorder::paraphrases() const
{
    std::vector<ParaphraseMetrics> all;
    for (const RecordedFinding& finding : m_findings) {
        const std::optional<double> own = areaUnderRoc(finding.own);
        if (!own)
            continue;
        ParaphraseMetrics metrics{
            finding.prompts.anatomyId, finding.prompts.findingId, *own, {}, 0.0, 1.0};
        for (const ScoredCases& cases : finding.paraphrased) {
            const double auc = *areaUnderRoc(cases); // the same cases
            metrics.aucs.push_back(auc);
            metrics.mean += auc / static_cast<double>(finding.paraphrased.size());
            metrics.worst = std::min(metrics.worst, auc);
        }
        all.push_back(std::move(metrics));
    }
    return all;
}

TextSearchMetrics PromptRecorder::textSearch() const
{
    return search(0, 1);
}

TextSearchMetrics PromptRecorder::paraphrasedSearch() const
{
    return search(1, std::numeric_limits<std::size_t>::max());
}

TextSearchMetrics PromptRecorder::search(std::size_t first, std::size_t last) const
{
    std::vector<TextSearchQuery> queries;
    for (const RecordedQuery& recorded : m_queries) {
        for (std::size_t i = first; i < std::min(last, recorded.wordings.size()); ++i) {
            TextSearchQuery& query = queries.emplace_back(recorded.wordings[i]);
            query.candidates = recorded.candidates;
            query.relevant = recorded.relevant;
        }
    }
    return measureTextSearch(m_regions, queries);
}

} // namespace fovea
