#include "model/training/Trainer.h"

#include "model/checkpoint/ModelPackage.h"
#include "model/engine/CpuSetup.h"
#include "model/training/FitNetwork.h"
#include "model/training/Vocabulary.h"
#include "model/training/ZeroShot.h"

#include <new>

namespace fovea {

namespace {

Result<Recipe> recipeOf(const TrainOptions& options)
{
    Result<Recipe> recipe = readRecipe(options.recipe);
    if (recipe && options.epochs) {
        if (*options.epochs < 1)
            return makeError(ErrorCode::BadOption, {"epochs", std::to_string(*options.epochs)});
        recipe->epochs = *options.epochs;
        recipe->steps = 0;
    }
    return recipe;
}

Result<ModelInfo> writePackage(const Recipe& recipe, const TrainOptions& options,
                               std::vector<FindingDefinition> findings, ParameterMap parameters,
                               const std::string& vocabulary, std::size_t studies)
{
    ModelPackage package;
    package.manifest.name = recipe.name;
    package.manifest.demo = recipe.demo;
    package.manifest.licence = recipe.licence;
    package.manifest.provenance = recipe.provenance + " Trained on " + std::to_string(studies) +
                                  " studies, " + std::to_string(recipe.epochs) + " epochs, seed " +
                                  std::to_string(options.seed) + ".";
    package.manifest.network = recipe.network;
    package.manifest.preprocess = recipe.preprocess;
    package.manifest.findings = std::move(findings);
    package.parameters = std::move(parameters);
    package.vocabulary = vocabulary;
    const Result<std::string> fingerprint = writeModelPackage(options.outputPackage, package);
    if (!fingerprint)
        return fingerprint.error();
    ModelInfo info;
    info.name = package.manifest.name;
    info.fingerprint = *fingerprint;
    info.demo = package.manifest.demo;
    info.licence = package.manifest.licence;
    info.provenance = package.manifest.provenance;
    info.calibratedOn = package.manifest.calibrationReference();
    info.anatomyIds = recipe.network.anatomies;
    info.device = "cpu";
    return info;
}

} // namespace

Result<ModelInfo> trainModel(const StudySource& training, const StudySource& validation,
                             const TrainOptions& options, const Progress& progress)
{
    prepareCpuForInference();
    if (training.count < 2 || validation.count == 0)
        return makeError(ErrorCode::NoCases);
    if (options.outputPackage.empty())
        return makeError(ErrorCode::BadOption, {"outputPackage", "empty"});
    Result<Recipe> recipe = recipeOf(options);
    if (!recipe)
        return recipe.error();
    if (recipe->objective != Objective::Fvlm)
        return makeError(ErrorCode::BadOption,
                         {"objective", "a model package holds an fvlm; others are for comparing"});
    if (options.resume && options.checkpointFolder.empty())
        return makeError(ErrorCode::BadOption, {"resume", "needs a folder of checkpoints"});
    try {
        const auto& anatomies = recipe->network.anatomies;
        const Result<TrainingCases> train =
            loadCases(training, anatomies, recipe->preprocess, progress.part(0, 0.15));
        if (!train)
            return train.error();
        const Result<TrainingCases> valid =
            loadCases(validation, anatomies, recipe->preprocess, progress.part(0.15, 0.18));
        if (!valid)
            return valid.error();
        const std::string vocabulary = vocabularyOf(*recipe, train->cases);
        const Result<WordPiece> words = WordPiece::create(vocabulary);
        if (!words)
            return words.error();
        recipe->network.vocabulary = static_cast<int>(words->size());
        FitOptions fit;
        fit.seed = options.seed;
        fit.log = options.log;
        fit.status = options.status;
        fit.logFile = options.logFile;
        fit.checkpointFolder = options.checkpointFolder;
        fit.checkpointEvery = options.checkpointEvery;
        fit.resume = options.resume;
        Result<TrainedNetwork> trained =
            fitNetwork(*recipe, *words, train->cases, valid->cases, fit, progress.part(0.18, 0.99));
        if (!trained)
            return trained.error();
        const Result<Fvlm> network = Fvlm::create(recipe->network, trained->parameters);
        if (!network)
            return network.error();
        const Result<std::vector<CaseVectors>> vectors =
            embedCases(*network, valid->cases, recipe->preprocess, progress.part(0.99, 1));
        if (!vectors)
            return vectors.error();
        std::vector<FindingDefinition> findings = fitFindings(
            *network, *words, recipe->findings, recipe->alternatives, valid->cases, *vectors);
        return writePackage(*recipe, options, std::move(findings), std::move(trained->parameters),
                            vocabulary, train->cases.size());
    } catch (const std::bad_alloc&) {
        return makeError(ErrorCode::OutOfMemory, {"training"});
    } catch (const std::exception& e) { // c10::Error is one
        return makeError(ErrorCode::Internal, {}, e.what());
    }
}

} // namespace fovea
