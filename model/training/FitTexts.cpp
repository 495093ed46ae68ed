#include "model/training/FitTexts.h"

#include "model/training/AdamW.h"
#include "model/training/Captions.h"
#include "model/training/ContrastiveLoss.h"
#include "model/training/LearningRate.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/full.h>

#include <algorithm>
#include <cmath>
#include <string>

namespace fovea {

namespace {

constexpr double temperature = 0.07; ///< The released training's first.

/// What is said of one anatomy, or of the whole study, in all studies.
struct Subject {
    struct Said {
        const TrainingCase* study;
        std::vector<const TrainingCase::Region*> regions; ///< Their texts are joined.
    };
    std::vector<Said> all;
};

std::vector<Subject> subjectsOf(const Recipe& recipe, const std::vector<TrainingCase>& cases)
{
    const bool whole = recipe.objective == Objective::Clip;
    std::vector<Subject> subjects(whole ? 1 : recipe.network.anatomies.size());
    for (const TrainingCase& one : cases) {
        if (whole)
            subjects[0].all.push_back({&one, {}});
        for (const TrainingCase::Region& region : one.regions) {
            if (whole)
                subjects[0].all.back().regions.push_back(&region);
            else
                subjects[static_cast<std::size_t>(region.anatomyIndex)].all.push_back(
                    {&one, {&region}});
        }
    }
    return subjects;
}

class Reader {
public:
    Reader(const Recipe& recipe, const WordPiece& words, std::uint64_t seed)
        : m_recipe(recipe)
        , m_words(words)
        , m_random(seed)
    {
    }

    Caption read(const Subject::Said& said)
    {
        Caption joined;
        joined.normal = true;
        for (const TrainingCase::Region* region : said.regions) {
            std::string text = region->wording(m_random);
            if (!region->normal)
                text = shuffleSentences(text, m_recipe.sentenceDropout, m_random);
            const Caption own = makeCaption(
                m_recipe.network.anatomies[static_cast<std::size_t>(region->anatomyIndex)], text,
                region->normal);
            joined.whole += (joined.whole.empty() ? "" : " ") + own.whole;
            joined.spoken += (joined.spoken.empty() ? "" : " ") + own.spoken;
            joined.normal = joined.normal && own.normal;
        }
        return joined;
    }

    /// The loss of one batch of a subject; undefined where nobody has anything abnormal.
    at::Tensor loss(const Fvlm& network, const Subject& subject)
    {
        const std::size_t count =
            std::min(subject.all.size(), static_cast<std::size_t>(m_recipe.textBatch));
        std::vector<std::size_t> order(subject.all.size());
        for (std::size_t n = 0; n < order.size(); ++n)
            order[n] = n;
        CaptionTargets targets;
        std::vector<std::vector<std::int64_t>> first, second;
        const auto positions = static_cast<std::size_t>(network.config().maxPositions);
        for (std::size_t n = 0; n < count; ++n) {
            std::swap(order[n], order[n + m_random() % (order.size() - n)]);
            const Subject::Said& said = subject.all[order[n]];
            const Caption one = read(said), other = read(said);
            targets.captions.push_back(one.whole);
            targets.normal.push_back(one.normal);
            first.push_back(m_words.encode(one.spoken, positions));
            second.push_back(m_words.encode(other.spoken, positions));
        }
        if (std::ranges::all_of(targets.normal, [](bool normal) { return normal; }))
            return {};
        return contrastiveLoss(network.textVectors(first), network.textVectors(second),
                               at::full({}, temperature), softTargets(targets));
    }

private:
    const Recipe& m_recipe;
    const WordPiece& m_words;
    std::mt19937_64 m_random;
};

} // namespace

Status fitTexts(const Recipe& recipe, const Fvlm& network, const std::vector<TrainingCase>& cases,
                const WordPiece& words, std::uint64_t seed, const Progress& progress)
{
    ParameterMap texts;
    for (const auto& [name, tensor] : network.parameters()) {
        if (name.starts_with("text_encoder.") || name.starts_with("text_proj."))
            texts.emplace(name, tensor);
    }
    AdamW::Options options;
    options.weightDecay = recipe.weightDecay;
    options.decayVectors = recipe.decayVectors;
    AdamW optimizer(std::move(texts), options);
    const LearningRate rate{recipe.textLearningRate, 0, 0, recipe.textSteps / 10, recipe.textSteps};
    const std::vector<Subject> subjects = subjectsOf(recipe, cases);
    Reader reader(recipe, words, seed);
    for (std::int64_t step = 0; step < recipe.textSteps; ++step) {
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        at::Tensor total;
        for (const Subject& subject : subjects) {
            if (subject.all.size() < 2)
                continue;
            const at::Tensor loss = reader.loss(network, subject);
            if (loss.defined())
                total = total.defined() ? total + loss : loss;
        }
        if (!total.defined())
            continue;
        if (!std::isfinite(total.item<double>()))
            return makeError(ErrorCode::TrainingDiverged, {std::to_string(step)});
        total.backward();
        if (recipe.gradientClip > 0)
            optimizer.clipGradients(recipe.gradientClip);
        optimizer.step(rate.at(step));
        progress.report(static_cast<double>(step + 1) / static_cast<double>(recipe.textSteps));
    }
    return Done{};
}

} // namespace fovea
