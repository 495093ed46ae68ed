#include "model/phantom/PhantomSource.h"

#include "model/phantom/CounterRandom.h"
#include "model/phantom/PhrasesOfFinding.h"
#include "model/phantom/ReportWriter.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace fovea {

namespace {

constexpr int Rewordings = 7;
constexpr int Wordings = 10; ///< Of a statement.

LabelledFinding detail(const ShownFinding& finding)
{
    LabelledFinding out{finding.findingId, finding.severity, finding.side(), {}, {}};
    for (const FindingSite& site : finding.sites) {
        out.structures.push_back(site.structure);
        out.siteSides.push_back(site.side);
    }
    return out;
}

/// Sentences as the report's writer makes them: on each finding that is there, and on one that is
/// not.
std::vector<FindingStatement> statements(const PhantomTruth& truth, std::string_view anatomyId)
{
    CounterRandom random(truth.seed, "statements");
    const PhrasesGrammar grammar(random);
    const PhraseBook& book = phraseBook(truth.style);
    std::vector<FindingStatement> made;
    std::vector<std::string_view> absent;
    for (const WritableFinding& writable : writableFindings(truth.style)) {
        if (writable.anatomyId != anatomyId)
            continue;
        const auto shown =
            std::ranges::find(truth.findings, writable.findingId, &ShownFinding::findingId);
        if (shown == truth.findings.end()) {
            absent.push_back(writable.findingId);
            continue;
        }
        FindingStatement statement{shown->findingId, true, {}};
        for (int n = 0; n < Wordings; ++n)
            statement.wordings.push_back(findingSentence(*shown, book, grammar));
        made.push_back(std::move(statement));
    }
    if (!absent.empty()) {
        const std::string_view named = absent[random.index(absent.size())];
        FindingStatement statement{std::string(named), false, {}};
        for (int n = 0; n < Wordings; ++n)
            statement.wordings.push_back(negationSentence({named}, book, grammar));
        made.push_back(std::move(statement));
    }
    return made;
}

} // namespace

LabelledStudy labelledStudy(const Phantom& phantom)
{
    LabelledStudy study;
    study.volume = phantom.volume;
    study.labels = phantom.labels;
    std::vector<PhantomReport> others;
    for (int n = 1; n <= Rewordings; ++n) {
        PhantomTruth told = phantom.truth;
        told.seed = scatter(told.seed ^ static_cast<std::uint64_t>(n));
        others.push_back(writeReport(told));
    }
    for (std::size_t n = 0; n < phantom.report.regions.size(); ++n) {
        const PhantomRegionText& text = phantom.report.regions[n];
        LabelledStudy::Region region;
        region.anatomyId = text.anatomyId;
        region.text = text.text;
        region.statements = statements(phantom.truth, text.anatomyId);
        for (const PhantomReport& other : others)
            region.rewordings.push_back(other.regions[n].text);
        for (const ShownFinding& finding : phantom.truth.findings) {
            if (finding.anatomyId != text.anatomyId)
                continue;
            region.findings.push_back(finding.findingId);
            region.details.push_back(detail(finding));
        }
        study.regions.push_back(std::move(region));
    }
    return study;
}

StudySource phantomSource(std::uint64_t firstSeed, std::size_t count,
                          const PhantomSampling& sampling)
{
    StudySource source;
    source.count = count;
    source.load = [firstSeed, count, sampling](std::size_t index) -> Result<LabelledStudy> {
        if (index >= count)
            return makeError(ErrorCode::BadOption, {"study", std::to_string(index)});
        const std::uint64_t seed = firstSeed + index;
        const PhantomGrid grid = sampling.grid ? *sampling.grid : sampleScan(seed, sampling.detail);
        const Result<Phantom> phantom = makePhantom(seed, grid, {}, sampling.site);
        if (!phantom)
            return phantom.error();
        return labelledStudy(*phantom);
    };
    return source;
}

} // namespace fovea
