#include "app/work/tuning/judgePackages.h"

#include "model/evaluate/askBoth.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace fovea {

namespace {

AskedModel about(std::vector<StudyAnalysis> JudgeAnswers::* set, const JudgedModel& model)
{
    return {model.engine, model.answers == nullptr ? nullptr : &(model.answers->*set)};
}

} // namespace

Result<TuningJudgement> judgeModels(const JudgedModel& before, const JudgedModel& after,
                                    const JudgeRequest& request, const JudgeOptions& options,
                                    const Progress& progress)
{
    const auto studies = static_cast<double>(request.test.count + request.benchmark.count);
    const double share = 0.95 * static_cast<double>(request.test.count) / std::max(1.0, studies);
    const auto test = askBoth(about(&JudgeAnswers::test, before), about(&JudgeAnswers::test, after),
                              request.test, request.patients, progress.part(0.0, share));
    if (!test)
        return test.error();
    std::optional<PairedAnswers> benchmark;
    if (request.benchmark.count > 0) {
        auto answers =
            askBoth(about(&JudgeAnswers::benchmark, before), about(&JudgeAnswers::benchmark, after),
                    request.benchmark, {}, progress.part(share, 0.95));
        if (!answers)
            return answers.error();
        benchmark = std::move(*answers);
    }
    auto judgement = judgeTuning(*test, benchmark, options, progress.part(0.95, 1.0));
    if (!judgement)
        return judgement.error();
    judgement->before = before.engine.info().fingerprint;
    judgement->after = after.engine.info().fingerprint;
    return judgement;
}

Result<TuningJudgement> judgePackages(ModelApi& api, const std::filesystem::path& before,
                                      const std::filesystem::path& after,
                                      const JudgeRequest& request, const JudgeOptions& options,
                                      const Progress& progress)
{
    const auto first = api.load(before);
    if (!first)
        return first.error();
    const auto second = api.load(after);
    if (!second)
        return second.error();
    return judgeModels({**first}, {**second}, request, options, progress);
}

} // namespace fovea
