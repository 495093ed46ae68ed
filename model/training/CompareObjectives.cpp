#include "model/training/CompareObjectives.h"

#include "model/engine/CpuSetup.h"
#include "model/evaluate/TextSearch.h"
#include "model/evaluate/truth.h"
#include "model/training/FitNetwork.h"
#include "model/training/Vocabulary.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <new>

namespace fovea {

namespace {

struct Variant {
    std::string name;
    Objective objective;
    FalseNegatives falseNegatives;
};

std::vector<Variant> variants()
{
    const auto fvlm = [](FalseNegatives falseNegatives) {
        return Variant{nameOf(Objective::Fvlm) + ' ' + nameOf(falseNegatives), Objective::Fvlm,
                       falseNegatives};
    };
    return {fvlm(FalseNegatives::None),
            fvlm(FalseNegatives::Normals),
            fvlm(FalseNegatives::NormalsAndAbnormals),
            {nameOf(Objective::Clip), Objective::Clip, FalseNegatives::None},
            {nameOf(Objective::Supervised), Objective::Supervised, FalseNegatives::None}};
}

class Comparing {
public:
    Comparing(Recipe recipe, const CompareOptions& options, const Progress& progress)
        : m_recipe(std::move(recipe))
        , m_options(options)
        , m_progress(progress)
    {
        m_recipe.steps = options.steps;
    }

    Result<std::vector<ComparisonRun>> run(const StudySource& training,
                                           const StudySource& validation, const StudySource& test)
    {
        std::vector<ComparisonRun> runs;
        const std::vector<Variant> all = variants();
        const auto total = static_cast<double>(all.size()) * m_options.seeds;
        for (int n = 0; n < m_options.seeds; ++n) {
            const std::uint64_t seed = m_options.firstSeed + static_cast<std::uint64_t>(n);
            for (const Variant& variant : all) {
                const auto done = static_cast<double>(runs.size());
                const Progress part =
                    m_progress.part(0.1 + 0.9 * done / total, 0.1 + 0.9 * (done + 1) / total);
                if (const ComparisonRun* before = finished(variant.name, seed)) {
                    runs.push_back(*before);
                    continue;
                }
                // Where all runs are there, no study is needed.
                if (Status status = load(training, validation, test); !status)
                    return status.error();
                Result<ComparisonRun> made = train(variant, seed, part);
                if (!made)
                    return made.error();
                if (m_options.onRun) {
                    if (Status status = m_options.onRun(*made); !status)
                        return status.error();
                }
                runs.push_back(*std::move(made));
            }
        }
        m_progress.report(1);
        return runs;
    }

private:
    const ComparisonRun* finished(const std::string& variant, std::uint64_t seed) const
    {
        const auto found = std::ranges::find_if(m_options.finished, [&](const ComparisonRun& run) {
            return run.variant == variant && run.seed == seed;
        });
        return found == m_options.finished.end() ? nullptr : &*found;
    }

    Status load(const StudySource& training, const StudySource& validation, const StudySource& test)
    {
        if (m_words)
            return Done{};
        const auto read = [&](const StudySource& source, double from, double to,
                              std::vector<TrainingCase>& cases) -> Status {
            Result<TrainingCases> loaded = loadCases(
                source, m_recipe.network.anatomies, m_recipe.preprocess, m_progress.part(from, to));
            if (!loaded)
                return loaded.error();
            cases = std::move(loaded->cases);
            return Done{};
        };
        if (Status status = read(training, 0, 0.07, m_training); !status)
            return status;
        if (Status status = read(validation, 0.07, 0.08, m_validation); !status)
            return status;
        Result<TrainingCases> tested = loadCases(asked(test), m_recipe.network.anatomies,
                                                 m_recipe.preprocess, m_progress.part(0.08, 0.1));
        if (!tested)
            return tested.error();
        m_test = std::move(tested->cases);
        m_testStudies = std::move(tested->studies);
        Result<WordPiece> words = WordPiece::create(vocabularyOf(m_recipe, m_training));
        if (!words)
            return words.error();
        m_words.emplace(*std::move(words));
        m_recipe.network.vocabulary = static_cast<int>(m_words->size());
        return Done{};
    }

    /// The same studies; what each search's answer is in them is kept when they are loaded.
    StudySource asked(const StudySource& test)
    {
        m_answers.assign(test.count, {});
        StudySource source;
        source.count = test.count;
        source.load = [this, &test](std::size_t index) {
            Result<LabelledStudy> study = test.load(index);
            if (study) {
                m_answers[index].clear();
                for (const SearchPrompt& search : m_options.searches)
                    m_answers[index].push_back(answersQuery(*study, search));
            }
            return study;
        };
        return source;
    }

    /// How well the searches find their studies. Throws c10::Error.
    Status search(const TrainedNetwork& network, const Progress& progress, ComparisonRun& run) const
    {
        if (m_options.searches.empty() || network.objective == Objective::Supervised)
            return Done{};
        const Result<std::vector<CaseVectors>> vectors =
            searchVectors(network, m_test, m_recipe.preprocess, progress);
        if (!vectors)
            return vectors.error();
        const Result<Fvlm> fvlm = Fvlm::create(network.config, network.parameters);
        if (!fvlm)
            return fvlm.error();
        const bool regions = network.objective == Objective::Fvlm;
        // One list of images; each query has those of its anatomy for candidates.
        std::vector<std::vector<float>> images;
        std::vector<TextSearchQuery> queries;
        for (std::size_t q = 0; q < m_options.searches.size(); ++q) {
            const SearchPrompt& prompt = m_options.searches[q];
            TextSearchQuery query;
            query.text = prompt.text;
            query.vector = textVector(*fvlm, *m_words, {prompt.text});
            const int anatomy = regions ? network.config.anatomyIndex(prompt.anatomyId) : 0;
            if (anatomy < 0)
                continue;
            for (std::size_t n = 0; n < m_test.size(); ++n) {
                const std::vector<float>& image = (*vectors)[n][static_cast<std::size_t>(anatomy)];
                const std::optional<bool>& answer = m_answers[m_testStudies[n]][q];
                if (image.empty() || !answer)
                    continue;
                query.candidates.push_back(images.size());
                query.relevant.push_back(*answer);
                images.push_back(image);
            }
            queries.push_back(std::move(query));
        }
        const TextSearchMetrics metrics = measureTextSearch(images, queries);
        if (metrics.measured > 0) {
            run.recallAt10 = metrics.byCosine.recallAt10;
            run.recallByChance = metrics.chance.recallAt10;
        }
        return Done{};
    }

    Result<ComparisonRun> train(const Variant& variant, std::uint64_t seed,
                                const Progress& progress)
    {
        const auto begin = std::chrono::steady_clock::now();
        Recipe recipe = m_recipe;
        recipe.objective = variant.objective;
        recipe.falseNegatives = variant.falseNegatives;
        FitOptions fit;
        fit.seed = seed;
        fit.status = m_options.status;
        if (m_options.log) {
            fit.log = [this, &variant, seed](const std::string& line) {
                m_options.log(variant.name + ", seed " + std::to_string(seed) + ": " + line);
            };
        }
        const Result<TrainedNetwork> network =
            fitNetwork(recipe, *m_words, m_training, m_validation, fit, progress);
        if (!network)
            return network.error();
        Result<std::vector<FindingScores>> scores = scoreCases(
            *network, *m_words, recipe.findings, m_test, recipe.preprocess, progress.part(1, 1));
        if (!scores)
            return scores.error();
        const Evaluation evaluation =
            evaluateScores(recipe.findings, *std::move(scores), m_test.size());
        ComparisonRun run;
        run.variant = variant.name;
        run.seed = seed;
        for (const FindingMetrics& finding : evaluation.findings)
            run.findings.push_back({finding.anatomyId, finding.findingId, finding.auc});
        run.meanAuc = evaluation.meanAuc;
        if (Status status = search(*network, progress.part(1, 1), run); !status)
            return status.error();
        run.validationAuc = network->validationAuc;
        run.step = network->step;
        run.seconds =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        return run;
    }

    Recipe m_recipe;
    const CompareOptions& m_options;
    const Progress& m_progress;
    std::vector<TrainingCase> m_training;
    std::vector<TrainingCase> m_validation;
    std::vector<TrainingCase> m_test;
    std::vector<std::size_t> m_testStudies; ///< Of the source, one per case of m_test.
    /// By study of the test source, then by search.
    std::vector<std::vector<std::optional<bool>>> m_answers;
    std::optional<WordPiece> m_words; ///< Set when the studies are loaded.
};

} // namespace

namespace {

struct Spread {
    double mean = 0;
    std::optional<double> deviation; ///< Sample standard deviation.
};

Spread spreadOf(const std::vector<double>& values)
{
    Spread spread;
    for (const double value : values)
        spread.mean += value / static_cast<double>(values.size());
    if (values.size() > 1) {
        double squares = 0;
        for (const double value : values)
            squares += (value - spread.mean) * (value - spread.mean);
        spread.deviation = std::sqrt(squares / static_cast<double>(values.size() - 1));
    }
    return spread;
}

} // namespace

std::vector<ComparisonRow> comparisonRows(const std::vector<ComparisonRun>& runs)
{
    std::vector<ComparisonRow> rows;
    for (const Variant& variant : variants()) {
        std::vector<double> values, recalls;
        for (const ComparisonRun& run : runs) {
            if (run.variant != variant.name)
                continue;
            values.push_back(run.meanAuc);
            if (run.recallAt10)
                recalls.push_back(*run.recallAt10);
        }
        if (values.empty())
            continue;
        ComparisonRow& row = rows.emplace_back();
        row.variant = variant.name;
        row.runs = static_cast<int>(values.size());
        const Spread spread = spreadOf(values);
        row.meanAuc = spread.mean;
        row.deviation = spread.deviation;
        if (recalls.size() == values.size()) {
            const Spread found = spreadOf(recalls);
            row.recallAt10 = found.mean;
            row.recallDeviation = found.deviation;
        }
    }
    const auto meanOf = [&rows](const std::string& variant) -> std::optional<double> {
        const auto found = std::ranges::find(rows, variant, &ComparisonRow::variant);
        return found == rows.end() ? std::nullopt : std::optional(found->meanAuc);
    };
    const std::optional<double> clip = meanOf(nameOf(Objective::Clip));
    const std::optional<double> supervised = meanOf(nameOf(Objective::Supervised));
    for (ComparisonRow& row : rows) {
        if (clip)
            row.overClip = row.meanAuc - *clip;
        if (supervised)
            row.overSupervised = row.meanAuc - *supervised;
    }
    return rows;
}

Result<ObjectiveComparison>
compareObjectives(const StudySource& training, const StudySource& validation,
                  const StudySource& test, const CompareOptions& options, const Progress& progress)
{
    if (training.count < 2 || validation.count == 0 || test.count == 0)
        return makeError(ErrorCode::NoCases);
    if (options.steps < 1 || options.seeds < 1)
        return makeError(ErrorCode::BadOption, {"steps, seeds", "must be positive"});
    prepareCpuForInference();
    Result<Recipe> recipe = readRecipe(options.recipe);
    if (!recipe)
        return recipe.error();
    try {
        Result<std::vector<ComparisonRun>> runs =
            Comparing(*std::move(recipe), options, progress).run(training, validation, test);
        if (!runs)
            return runs.error();
        ObjectiveComparison comparison;
        comparison.rows = comparisonRows(*runs);
        comparison.runs = *std::move(runs);
        return comparison;
    } catch (const std::bad_alloc&) {
        return makeError(ErrorCode::OutOfMemory, {"training"});
    } catch (const std::exception& e) { // c10::Error is one
        return makeError(ErrorCode::Internal, {}, e.what());
    }
}

} // namespace fovea
