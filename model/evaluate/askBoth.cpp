#include "model/evaluate/askBoth.h"

#include "model/evaluate/PromptRecorder.h"
#include "model/evaluate/truth.h"

#include <algorithm>
#include <limits>
#include <set>
#include <utility>

namespace fovea {
namespace {

constexpr double NoScore = std::numeric_limits<double>::quiet_NaN();

bool isOf(const FindingKey& key, const std::string& anatomyId, const std::string& findingId)
{
    return key.anatomyId == anatomyId && key.findingId == findingId;
}

/// The findings of the tuned model, then those that only the other one answers.
std::vector<PairedCases> askedFindings(const ModelInfo& before, const ModelInfo& after)
{
    std::vector<PairedCases> asked;
    for (const ModelInfo* model : {&after, &before}) {
        for (const ModelFinding& finding : model->findings) {
            const bool known = std::ranges::any_of(asked, [&](const PairedCases& one) {
                return isOf(one.key, finding.anatomyId, finding.findingId);
            });
            if (!known)
                asked.emplace_back().key = {finding.anatomyId, finding.findingId};
        }
    }
    return asked;
}

/// Searches alone: paraphrases are not measured here.
PromptSet searches(const ModelInfo& model)
{
    PromptSet set;
    std::set<std::string> texts;
    for (const ModelFinding& finding : model.findings) {
        if (finding.positive.empty() || !texts.insert(finding.positive.front()).second)
            continue;
        set.queries.push_back({finding.positive.front(),
                               {},
                               finding.anatomyId,
                               finding.findingId,
                               Side::None,
                               {},
                               0.0});
    }
    return set;
}

/// So that a search does not take an anatomy of which nothing is said for one without findings.
void addUnknownRegions(LabelledStudy& study, const std::vector<PairedCases>& asked)
{
    std::vector<LabelledStudy::Region> missing;
    for (const PairedCases& one : asked) {
        if (regionOf(study, one.key.anatomyId))
            continue;
        auto known =
            std::ranges::find(missing, one.key.anatomyId, &LabelledStudy::Region::anatomyId);
        if (known == missing.end())
            known = missing.insert(known, LabelledStudy::Region{one.key.anatomyId, {}, {}});
        known->unknown.push_back(one.key.findingId);
    }
    std::ranges::move(missing, std::back_inserter(study.regions));
}

Result<StudyAnalysis> ask(Engine& engine, const LabelledStudy& study, const Progress& progress)
{
    Result<StudyAnalysis> analysis = engine.analyze(*study.volume, *study.labels, progress);
    if (!analysis && analysis.error().code == ErrorCode::NoRegion)
        return StudyAnalysis{};
    return analysis;
}

/// Asks a model study by study, or remembers what it said.
class Asking {
public:
    explicit Asking(const AskedModel& model)
        : m_engine(model.engine)
        , m_kept(model.analyses)
        , m_known(m_kept != nullptr && !m_kept->empty())
    {
    }

    /// Of study `n`, from 0 on in order.
    Result<StudyAnalysis> operator()(std::size_t n, const LabelledStudy& study,
                                     const Progress& progress)
    {
        if (m_known)
            return (*m_kept)[n];
        Result<StudyAnalysis> analysis = ask(m_engine, study, progress);
        if (analysis && m_kept != nullptr)
            m_made.push_back(*analysis);
        return analysis;
    }

    /// After the last study.
    void keep()
    {
        if (m_kept != nullptr && !m_known)
            *m_kept = std::move(m_made);
    }

private:
    Engine& m_engine;
    std::vector<StudyAnalysis>* m_kept;
    std::vector<StudyAnalysis> m_made;
    bool m_known;
};

/// Raw score and probability that the analysis states; not numbers where it has none.
std::pair<double, double> statedBy(const StudyAnalysis& analysis, const FindingKey& key)
{
    const auto found = std::ranges::find_if(analysis.findings, [&](const Finding& finding) {
        return isOf(key, finding.anatomyId, finding.findingId);
    });
    if (found == analysis.findings.end())
        return {NoScore, NoScore};
    return {found->score, found->calibrated.value_or(found->score)};
}

void record(std::vector<PairedCases>& asked, const LabelledStudy& study, std::uint32_t patient,
            const StudyAnalysis& before, const StudyAnalysis& after)
{
    for (PairedCases& cases : asked) {
        const auto present = knownFinding(study, cases.key.anatomyId, cases.key.findingId);
        if (!present)
            continue;
        cases.positive.push_back(*present);
        cases.groups.push_back(patient);
        const auto [scoreBefore, probabilityBefore] = statedBy(before, cases.key);
        const auto [scoreAfter, probabilityAfter] = statedBy(after, cases.key);
        cases.before.push_back(scoreBefore);
        cases.after.push_back(scoreAfter);
        cases.probabilityBefore.push_back(probabilityBefore);
        cases.probabilityAfter.push_back(probabilityAfter);
    }
}

std::vector<PairedQuery> pairedQueries(const TextSearchMetrics& before,
                                       const TextSearchMetrics& after)
{
    std::vector<PairedQuery> queries;
    for (std::size_t n = 0; n < after.queries.size(); ++n) {
        const auto& was = before.queries[n].byCosine;
        const auto& is = after.queries[n].byCosine;
        // A search whose answer is every candidate cannot fail.
        if (was && is && after.queries[n].relevant < after.queries[n].candidates)
            queries.push_back({after.queries[n].text, was->recallAt10, is->recallAt10});
    }
    return queries;
}

} // namespace

Result<PairedAnswers> askBoth(const AskedModel& before, const AskedModel& after,
                              const StudySource& studies,
                              const std::vector<std::uint32_t>& patients, const Progress& progress)
{
    if (studies.count == 0)
        return makeError(ErrorCode::NoCases);
    PairedAnswers answers;
    answers.studies = static_cast<int>(studies.count);
    answers.groups = patients.empty() ? studies.count : *std::ranges::max_element(patients) + 1U;
    answers.findings = askedFindings(before.engine.info(), after.engine.info());
    const PromptSet prompts = searches(after.engine.info());
    auto searchBefore = PromptRecorder::create(
        prompts, [&](const std::string& text) { return before.engine.embedText(text); });
    if (!searchBefore)
        return searchBefore.error();
    auto searchAfter = PromptRecorder::create(
        prompts, [&](const std::string& text) { return after.engine.embedText(text); });
    if (!searchAfter)
        return searchAfter.error();
    Asking askBefore(before);
    Asking askAfter(after);
    const bool itself = &before.engine == &after.engine && before.analyses == after.analyses;
    for (std::size_t i = 0; i < studies.count; ++i) {
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        auto study = studies.load(i);
        if (!study)
            return study.error();
        addUnknownRegions(*study, answers.findings);
        const double share = 1.0 / static_cast<double>(studies.count);
        const Progress part =
            progress.part(static_cast<double>(i) * share, static_cast<double>(i + 1) * share);
        const auto first = askBefore(i, *study, part.part(0.0, 0.5));
        if (!first)
            return first.error();
        const auto second = itself ? first : askAfter(i, *study, part.part(0.5, 1.0));
        if (!second)
            return second.error();
        record(answers.findings, *study,
               patients.empty() ? static_cast<std::uint32_t>(i) : patients[i], *first, *second);
        searchBefore->add(*study, *first);
        searchAfter->add(*study, *second);
    }
    askBefore.keep();
    if (!itself)
        askAfter.keep();
    answers.queries = pairedQueries(searchBefore->textSearch(), searchAfter->textSearch());
    return answers;
}

} // namespace fovea
