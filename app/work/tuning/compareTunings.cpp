#include "app/work/tuning/compareTunings.h"

#include "app/work/tuning/comparisonRow.h"
#include "app/work/tuning/estimateWays.h"
#include "app/work/tuning/judgePackages.h"
#include "app/work/tuning/judgementFile.h"
#include "app/work/tuning/recalibrated.h"
#include "app/work/tuning/spooledStudies.h"
#include "app/work/tuning/wrongLabels.h"
#include "model/phantom/PhantomSource.h"

#include <algorithm>
#include <system_error>

namespace fovea {

namespace {

/// Apart from all that models are trained, chosen and judged with elsewhere.
struct Seeds {
    std::uint64_t cases;
    std::uint64_t test;
    std::uint64_t benchmark;
};
constexpr Seeds judgingSeeds{7100001, 7200001, benchmarkSeed};
constexpr Seeds developmentSeeds{7300001, 7400001, 7500001};

/// The share of `cases` that a tuning chooses by.
std::size_t choosing(int cases)
{
    return std::min(std::max<std::size_t>(LeastTuneValidation, static_cast<std::size_t>(cases) / 5),
                    static_cast<std::size_t>(cases));
}

std::vector<TurnedFinding> turnable(const ModelInfo& parent, const TuningNews& news)
{
    std::vector<TurnedFinding> all;
    for (const std::vector<ModelFinding>* findings : {&parent.findings, &news.findings}) {
        for (const ModelFinding& one : *findings)
            all.push_back({one.anatomyId, one.findingId, one.positive, one.negative});
    }
    return all;
}

class TuneComparing {
public:
    TuneComparing(ModelApi& api, const TuneComparisonOptions& options, const PhantomSite& site)
        : m_api(api)
        , m_options(options)
        , m_seeds(options.development ? developmentSeeds : judgingSeeds)
    {
        m_sampling.site = site;
    }

    Result<std::vector<TuneComparisonRow>> run(const Progress& progress)
    {
        auto parent = m_api.load(m_options.parentPackage);
        if (!parent)
            return parent.error();
        m_parent = *std::move(parent);
        m_request = {spooled(phantomSource(m_seeds.test, count(m_options.test), m_sampling),
                             m_options.work / "studies" / "test"),
                     {},
                     spooled(phantomSource(m_seeds.benchmark, count(m_options.benchmark)),
                             m_options.work / "studies" / "benchmark")};
        m_cases = cases();
        std::vector<TuneComparisonRow> rows;
        const auto all = static_cast<double>(m_options.ways.size() * m_options.cases.size());
        for (const TuneWay way : m_options.ways) {
            for (const int cases : m_options.cases) {
                const auto done = static_cast<double>(rows.size());
                if (m_options.log)
                    m_options.log(nameOf(way) + ", " + std::to_string(cases) + " studies");
                const Progress part = progress.part(done / all, (done + 1) / all);
                auto row =
                    way == TuneWay::Calibration ? calibrated(cases, part) : tuned(way, cases, part);
                if (!row)
                    return row.error();
                if (m_options.done)
                    m_options.done(*row);
                rows.push_back(*std::move(row));
            }
        }
        std::error_code ignored;
        std::filesystem::remove_all(m_options.work / "studies", ignored);
        return rows;
    }

private:
    static std::size_t count(int studies) { return static_cast<std::size_t>(studies); }

    /// All of the site that are learnt from, as they are labelled.
    StudySource cases()
    {
        const int most = *std::ranges::max_element(m_options.cases);
        StudySource source = phantomSource(m_seeds.cases, count(most), m_sampling);
        if (m_options.wrongLabels > 0)
            source = withWrongLabels(std::move(source), turnable(m_parent->info(), m_options.news),
                                     m_options.wrongLabels, m_seeds.cases);
        source = spooled(std::move(source), m_options.work / "studies" / "cases");
        source.load = [load = std::move(source.load), this](std::size_t n) {
            Result<LabelledStudy> study = load(n);
            if (study)
                m_largestStudy = std::max<std::uint64_t>(m_largestStudy,
                                                         study->volume->voxels().size_bytes() +
                                                             study->labels->labels().size_bytes());
            return study;
        };
        return source;
    }

    StudySource studies(std::size_t first, std::size_t count) const
    {
        return {count, [load = m_cases.load, first](std::size_t n) { return load(first + n); }};
    }

    TuneOptions tuneOptions(TuneWay way, int cases, std::size_t learnt) const
    {
        TuneOptions tune;
        tune.parentPackage = m_options.parentPackage;
        tune.outputPackage = m_options.work / (nameOf(way) + "-" + std::to_string(cases));
        tune.way = way;
        tune.seed = m_options.seed;
        tune.coTeaching = m_options.coTeaching;
        tune.keepOld = m_options.keepOld.value_or(tune.keepOld);
        tune.calibratedOn = m_options.site;
        tune.codeVersion = m_options.codeVersion;
        // Of each row its own, and gone after it: else times would hang on the rows before.
        tune.cacheFolder = m_options.work / "cache";
        addNews(m_options.news, tune);
        tune.log = m_options.log;
        if (m_options.steps && (way == TuneWay::Lora || way == TuneWay::All)) {
            tune.batch = 12;
            const auto perEpoch = static_cast<std::int64_t>((learnt + 11) / 12);
            tune.epochs = static_cast<int>(std::max<std::int64_t>(1, *m_options.steps / perEpoch));
        }
        return tune;
    }

    Result<TuneComparisonRow> tuned(TuneWay way, int cases, const Progress& progress)
    {
        TuneComparisonRow row;
        row.way = way;
        row.cases = cases;
        const std::size_t chosen = choosing(cases);
        const std::size_t learnt = count(cases) - chosen;
        const TuneOptions options = tuneOptions(way, cases, learnt);
        const auto tuned =
            m_api.tune(studies(0, learnt), studies(learnt, chosen), options, progress.part(0, 0.8));
        std::error_code ignored;
        std::filesystem::remove_all(options.cacheFolder, ignored);
        const bool tooFew = !tuned && (tuned.error().code == ErrorCode::TooFewCases ||
                                       tuned.error().code == ErrorCode::OneSidedLabels);
        if (!tuned && !tooFew)
            return tuned.error();
        if (tuned)
            takeOver(*tuned, row);
        EnginePtr made = m_parent;
        if (row.improved) {
            auto loaded = m_api.load(options.outputPackage);
            if (!loaded)
                return loaded.error();
            made = *std::move(loaded);
        }
        JudgeAnswers own;
        if (const Status judged =
                judge({*made, row.improved ? &own : &m_answers}, row, progress.part(0.8, 1));
            !judged)
            return judged.error();
        if (row.improved) {
            if (const Status written = writeJudgement(options.outputPackage, row.judgement);
                !written)
                return written.error();
        }
        if (const Status foretold = foretell(options, learnt, chosen, row); !foretold)
            return foretold.error();
        return row;
    }

    static void takeOver(const TuneResult& tuned, TuneComparisonRow& row)
    {
        row.improved = tuned.improved;
        row.seconds = tuned.seconds;
        row.encodingSeconds = tuned.encodingSeconds;
        row.peakBytes = tuned.measuredPeakBytes;
        row.trainableParameters = tuned.trainableParameters;
        row.steps = tuned.steps;
        row.bestStep = tuned.bestStep;
    }

    /// The answers of the parent alone, read as a site that calibrated reads them.
    Result<TuneComparisonRow> calibrated(int cases, const Progress& progress)
    {
        TuneComparisonRow row;
        row.way = TuneWay::Calibration;
        row.cases = cases;
        LabelledScores scores(m_parent->info());
        const StudySource source = studies(0, count(cases));
        for (std::size_t n = 0; n < source.count; ++n) {
            const auto study = source.load(n);
            if (!study)
                return study.error();
            if (n == m_caseAnswers.size()) {
                const auto share = [&](std::size_t done) {
                    return 0.5 * static_cast<double>(done) / static_cast<double>(source.count);
                };
                auto answer = m_parent->analyze(*study->volume, *study->labels,
                                                progress.part(share(n), share(n + 1)));
                if (!answer && answer.error().code != ErrorCode::NoRegion)
                    return answer.error();
                m_caseAnswers.push_back(answer ? *std::move(answer) : StudyAnalysis{});
            }
            scores.add(*study, m_caseAnswers[n]);
            row.seconds += m_caseAnswers[n].seconds;
        }
        row.encodingSeconds = row.seconds;
        const auto fitted = calibrateFindings(scores.findings(), scores.patients());
        row.improved = std::ranges::any_of(fitted, [](const CalibratedFinding& one) {
            return one.outcome == CalibratedFinding::Outcome::Calibrated;
        });
        if (const Status asked = askParent(progress.part(0.5, 0.9)); !asked)
            return asked.error();
        JudgeAnswers own{recalibrated(m_answers.test, fitted),
                         recalibrated(m_answers.benchmark, fitted)};
        if (const Status judged = judge({*m_parent, &own}, row, progress.part(0.9, 1)); !judged)
            return judged.error();
        return row;
    }

    Status askParent(const Progress& progress)
    {
        if (!m_answers.test.empty())
            return Done{};
        const auto judged = judgeModels({*m_parent, &m_answers}, {*m_parent, &m_answers}, m_request,
                                        JudgeOptions{}, progress);
        return judged ? Status(Done{}) : Status(judged.error());
    }

    Status judge(const JudgedModel& made, TuneComparisonRow& row, const Progress& progress)
    {
        if (const Status asked = askParent(progress.part(0, 0.4)); !asked)
            return asked;
        auto judged = judgeModels({*m_parent, &m_answers}, made, m_request, JudgeOptions{},
                                  progress.part(0.4, 1));
        if (!judged)
            return judged.error();
        row.judgement = *std::move(judged);
        summarise(row);
        return Done{};
    }

    /// What the window and `tune run` would have said before.
    Status foretell(TuneOptions options, std::size_t learnt, std::size_t chosen,
                    TuneComparisonRow& row)
    {
        double seconds = 0;
        for (const StudyAnalysis& one : m_answers.test)
            seconds += one.seconds / static_cast<double>(m_answers.test.size());
        const auto ways = estimateWays(m_api, std::move(options),
                                       TuningSize{learnt, chosen, m_largestStudy, seconds});
        if (!ways)
            return ways.error();
        if (const WayEstimate* own = estimateOf(*ways, row.way)) {
            row.foretoldSeconds = own->seconds;
            row.foretoldPeakBytes = own->peakBytes;
        }
        return Done{};
    }

    using EnginePtr = std::shared_ptr<Engine>;

    ModelApi& m_api;
    const TuneComparisonOptions& m_options;
    const Seeds m_seeds;
    PhantomSampling m_sampling;
    EnginePtr m_parent;
    JudgeRequest m_request;
    StudySource m_cases;
    JudgeAnswers m_answers;                   ///< The parent's: the same for every row.
    std::vector<StudyAnalysis> m_caseAnswers; ///< The parent's of studies to learn from.
    std::uint64_t m_largestStudy = 0;
};

} // namespace

Result<std::vector<TuneComparisonRow>>
compareTunings(ModelApi& api, const TuneComparisonOptions& options, const Progress& progress)
{
    const auto site = PhantomSite::named(options.site);
    if (!site)
        return makeError(ErrorCode::BadOption, {"site", "there is no such site"});
    if (options.cases.empty())
        return makeError(ErrorCode::BadOption, {"cases", "there are none"});
    std::error_code error;
    if (std::filesystem::exists(options.work, error))
        return makeError(ErrorCode::BadOption, {"work", "the folder is there already"});
    std::filesystem::create_directories(options.work, error);
    if (error)
        return makeError(ErrorCode::FileNotWritable, {options.work.string()}, error.message());
    return TuneComparing(api, options, *site).run(progress);
}

} // namespace fovea
