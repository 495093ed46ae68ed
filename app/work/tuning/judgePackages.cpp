#include "app/work/tuning/judgePackages.h"

#include "model/evaluate/askBoth.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace fovea {

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
    const auto studies = static_cast<double>(request.test.count + request.benchmark.count);
    const double share = 0.95 * static_cast<double>(request.test.count) / std::max(1.0, studies);
    const auto test =
        askBoth(**first, **second, request.test, request.patients, progress.part(0.0, share));
    if (!test)
        return test.error();
    std::optional<PairedAnswers> benchmark;
    if (request.benchmark.count > 0) {
        auto answers =
            askBoth(**first, **second, request.benchmark, {}, progress.part(share, 0.95));
        if (!answers)
            return answers.error();
        benchmark = std::move(*answers);
    }
    auto judgement = judgeTuning(*test, benchmark, options, progress.part(0.95, 1.0));
    if (!judgement)
        return judgement.error();
    judgement->before = (*first)->info().fingerprint;
    judgement->after = (*second)->info().fingerprint;
    return judgement;
}

} // namespace fovea
