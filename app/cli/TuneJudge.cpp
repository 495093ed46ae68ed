#include "app/cli/TuneJudge.h"

#include "app/cli/tuneReport.h"
#include "app/work/tuning/judgePackages.h"
#include "app/work/tuning/judgementFile.h"
#include "app/work/tuning/tuningSource.h"
#include "model/phantom/PhantomSource.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace fovea {

TuneJudge::TuneJudge(CommandParser parser)
    : m_parser(parser)
{
    m_parser.text("package", m_package, tr("The tuned model package"), "PACKAGE",
                  CommandParser::Needed::Required);
    m_data.declare(m_parser);
    m_parser.count(
        "--benchmark", m_benchmark,
        tr("How many synthetic chests to measure forgetting with (default: %1 for a model "
           "that was made for them)")
            .arg(benchmarkStudies));
    m_parser.flag("--no-benchmark", m_noBenchmark, tr("Measure with the archive's studies alone"));
    m_parser.text("--model", m_model,
                  tr("The model that it was made from (default: yours, or the demo model)"),
                  "PACKAGE");
}

Status TuneJudge::run(CommandContext& context) const
{
    const auto database = context.openExistingArchive();
    if (!database)
        return database.error();
    const std::filesystem::path before = CommandContext::modelPackage(m_model);
    const auto engine = context.engine(m_package);
    if (!engine)
        return engine.error();
    // What was new to its parent is known to this one.
    const auto set = m_data.gather(*database, (*engine)->info(), TuningNews{}, context);
    if (!set)
        return set.error();
    const auto isKnown = [&](const TuningStudy* study) {
        return set->remembered.contains(study->patient);
    };
    if (set->remembered.empty() || !std::ranges::all_of(set->of(TuningSplit::Test), isKnown))
        return makeError(ErrorCode::BadOption,
                         {"judge", "the split of these studies is not remembered; the package may "
                                   "have learnt from them"});
    TuningJudgement judgement;
    const std::optional<int> benchmark = m_noBenchmark ? std::optional(0) : m_benchmark;
    if (const Status judged =
            judge(context, *set, *database, before, m_package, benchmark, judgement);
        !judged)
        return judged;
    if (context.json()) {
        auto out = nlohmann::json::parse(tuningJudgementToJson(judgement));
        out["written"] = judgementFile(m_package).string();
        context.console().print(out);
        return Done{};
    }
    context.console().print(judgementText(judgement) +
                            tr("Written to %1").arg(printable(judgementFile(m_package).string())) +
                            QLatin1Char('\n'));
    return Done{};
}

Status TuneJudge::judge(CommandContext& context, const TuningSet& set,
                        const StudyDatabase& database, const std::filesystem::path& before,
                        const std::filesystem::path& after, std::optional<int> benchmark,
                        TuningJudgement& judgement)
{
    const auto catalog = context.catalog();
    if (!catalog)
        return catalog.error();
    const auto api = context.modelApi();
    if (!api)
        return api.error();
    const auto parent = context.engine(before);
    if (!parent)
        return parent.error();
    const int phantoms = benchmark.value_or((*parent)->info().demo ? benchmarkStudies : 0);
    const auto studies = set.of(TuningSplit::Test);
    const JudgeRequest request{
        tuningSource(database.folder(), studies, *catalog, context.stopToken()),
        patientNumbers(studies), phantomSource(benchmarkSeed, static_cast<std::size_t>(phantoms))};
    auto judged = judgePackages(**api, before, after, request, JudgeOptions{},
                                context.progress(tr("Judging")));
    if (!judged)
        return judged.error();
    judgement = std::move(*judged);
    return writeJudgement(after, judgement);
}

} // namespace fovea
