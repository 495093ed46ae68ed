#include "app/work/tuning/compareTunings.h"

#include "app/work/tuning/judgePackages.h"
#include "model/phantom/PhantomSource.h"

#include <algorithm>
#include <system_error>

namespace fovea {

namespace {

/// Apart from all that models are trained, chosen and judged with elsewhere.
constexpr std::uint64_t firstCase = 7100001;
constexpr std::uint64_t firstTest = 7200001;

/// The share of `cases` that a tuning chooses by.
std::size_t choosing(int cases)
{
    return std::max<std::size_t>(LeastTuneValidation, static_cast<std::size_t>(cases) / 5);
}

struct Mean {
    double sum = 0;
    int count = 0;
    void add(const std::optional<double>& value)
    {
        if (!value)
            return;
        sum += *value;
        ++count;
    }
    double value() const { return count > 0 ? sum / count : 0; }
    std::optional<double> known() const
    {
        return count > 0 ? std::optional(sum / count) : std::nullopt;
    }
};

/// The parent's AUC of a finding at the reference site; empty where it cannot be told.
std::optional<double> usualAuc(const TuningJudgement& judged, const FindingKey& key)
{
    const auto found = std::ranges::find(judged.benchmark->findings, key, &FindingJudgement::key);
    return found == judged.benchmark->findings.end() ? std::nullopt : found->aucBefore;
}

class TuneComparing {
public:
    TuneComparing(ModelApi& api, const TuneComparisonOptions& options, const PhantomSite& site)
        : m_api(api)
        , m_options(options)
    {
        m_sampling.site = site;
    }

    Result<std::vector<TuneComparisonRow>> run(const Progress& progress)
    {
        std::vector<TuneComparisonRow> rows;
        const auto count = static_cast<double>(m_options.ways.size() * m_options.cases.size());
        for (const TuneWay way : m_options.ways) {
            for (const int cases : m_options.cases) {
                const auto done = static_cast<double>(rows.size());
                auto row = this->row(way, cases, progress.part(done / count, (done + 1) / count));
                if (!row)
                    return row.error();
                rows.push_back(*row);
            }
        }
        return rows;
    }

private:
    TuneOptions tuneOptions(TuneWay way, int cases) const
    {
        TuneOptions tune;
        tune.parentPackage = m_options.parentPackage;
        tune.outputPackage = m_options.work / (nameOf(way) + "-" + std::to_string(cases));
        tune.way = way;
        tune.seed = m_options.seed;
        tune.coTeaching = m_options.coTeaching;
        tune.calibratedOn = m_options.site;
        tune.codeVersion = m_options.codeVersion;
        tune.cacheFolder = m_options.work / "cache";
        addNews(m_options.news, tune);
        tune.log = m_options.log;
        return tune;
    }

    Result<TuneComparisonRow> row(TuneWay way, int cases, const Progress& progress)
    {
        TuneComparisonRow row;
        row.way = way;
        row.cases = cases;
        const TuneOptions options = tuneOptions(way, cases);
        if (m_options.log)
            m_options.log(nameOf(way) + ", " + std::to_string(cases) + " studies");
        const std::size_t chosen = std::min(choosing(cases), static_cast<std::size_t>(cases));
        const std::size_t learnt = static_cast<std::size_t>(cases) - chosen;
        const auto tuned = m_api.tune(phantomSource(firstCase, learnt, m_sampling),
                                      phantomSource(firstCase + learnt, chosen, m_sampling),
                                      options, progress.part(0, 0.8));
        const bool tooFew = !tuned && (tuned.error().code == ErrorCode::TooFewCases ||
                                       tuned.error().code == ErrorCode::OneSidedLabels);
        if (!tuned && !tooFew)
            return tuned.error();
        if (tuned) {
            row.improved = tuned->improved;
            row.seconds = tuned->seconds;
            row.encodingSeconds = tuned->encodingSeconds;
            row.peakBytes = tuned->measuredPeakBytes;
            row.trainableParameters = tuned->trainableParameters;
        }
        const JudgeRequest request{
            phantomSource(firstTest, static_cast<std::size_t>(m_options.test), m_sampling),
            {},
            phantomSource(benchmarkSeed, static_cast<std::size_t>(m_options.benchmark))};
        const auto judged =
            judgePackages(m_api, m_options.parentPackage,
                          row.improved ? options.outputPackage : m_options.parentPackage, request,
                          JudgeOptions{}, progress.part(0.8, 1));
        if (!judged)
            return judged.error();
        fill(row, *judged);
        return row;
    }

    static void fill(TuneComparisonRow& row, const TuningJudgement& judged)
    {
        Mean knownBefore;
        Mean knownAfter;
        Mean shiftedBefore;
        Mean shiftedAfter;
        Mean fresh;
        for (const FindingJudgement& one : judged.test.findings) {
            if (!one.aucBefore) {
                fresh.add(one.aucAfter);
                continue;
            }
            knownBefore.add(one.aucBefore);
            knownAfter.add(one.aucAfter);
            const std::optional<double> usual = usualAuc(judged, one.key);
            if (usual && *one.aucBefore <= *usual - LeastShift) {
                shiftedBefore.add(one.aucBefore);
                shiftedAfter.add(one.aucAfter);
            }
        }
        row.knownBefore = knownBefore.value();
        row.knownAfter = knownAfter.value();
        row.shifted = static_cast<std::size_t>(shiftedBefore.count);
        row.shiftedBefore = shiftedBefore.known();
        row.shiftedAfter = shiftedAfter.known();
        row.newAfter = fresh.known();
        Mean before;
        Mean after;
        for (const FindingJudgement& one : judged.benchmark->findings) {
            before.add(one.aucBefore);
            after.add(one.aucBefore ? one.aucAfter : std::nullopt);
        }
        row.benchmarkBefore = before.value();
        row.benchmarkAfter = after.value();
        row.refusals = judged.refusals.size();
    }

    ModelApi& m_api;
    const TuneComparisonOptions& m_options;
    PhantomSampling m_sampling;
};

} // namespace

Result<std::vector<TuneComparisonRow>>
compareTunings(ModelApi& api, const TuneComparisonOptions& options, const Progress& progress)
{
    const auto site = PhantomSite::named(options.site);
    if (!site)
        return makeError(ErrorCode::BadOption, {"site", "there is no such site"});
    std::error_code error;
    if (std::filesystem::exists(options.work, error))
        return makeError(ErrorCode::BadOption, {"work", "the folder is there already"});
    std::filesystem::create_directories(options.work, error);
    if (error)
        return makeError(ErrorCode::FileNotWritable, {options.work.string()}, error.message());
    return TuneComparing(api, options, *site).run(progress);
}

} // namespace fovea
