#include "app/cli/CompareCommand.h"

#include "app/ModelLibrary.h"
#include "app/cli/TrainProgress.h"
#include "app/cli/comparisonReport.h"
#include "model/evaluate/PromptSet.h"
#include "model/phantom/PhantomSource.h"
#include "storage/AtomicFile.h"

#include <QCryptographicHash>
#include <QFile>

#include <nlohmann/json.hpp>

namespace fovea {

namespace {

std::filesystem::path searchesFile()
{
    return ModelLibrary::resource("catalog/demo-prompts.json");
}

Result<std::string> sha256Of(const std::filesystem::path& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return makeError(ErrorCode::FileNotFound, {path.string()});
    return QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256)
        .toHex()
        .toStdString();
}

} // namespace

CompareCommand::CompareCommand(CommandParser& parent, CommonOptions& options)
    : Command(parent, options, "compare",
              tr("Train fvlm, clip and supervised alike and measure which does best"))
{
    parser().text("--recipe", m_recipe,
                  tr("Architecture, preprocessing, prompts and schedule, as JSON"), "FILE",
                  CommandParser::Needed::Required);
    parser().count("--phantoms", m_phantoms, tr("How many phantoms to train on"));
    parser().seed("--seed", m_seed, tr("Seed of the first phantom"));
    parser().count("--validation", m_validation, tr("How many further phantoms to validate with"));
    parser().count("--test", m_test, tr("How many further phantoms to measure on"));
    parser().count("--steps", m_steps, tr("Steps of the optimiser in each run"));
    parser().count("--seeds", m_seeds, tr("Runs of each objective"));
    parser().text("--out", m_out,
                  tr("File for the result, JSON or CSV; named again, its runs are not repeated"),
                  "FILE");
    m_grid.declare(parser(), TrainingDetail);
}

Result<nlohmann::json> CompareCommand::settings() const
{
    const auto recipe = sha256Of(m_recipe);
    if (!recipe)
        return recipe.error();
    const auto searches = sha256Of(searchesFile());
    if (!searches)
        return searches.error();
    return nlohmann::json{{"recipe_sha256", *recipe},
                          {"searches_sha256", *searches},
                          {"phantoms", m_phantoms},
                          {"phantom_seed", m_seed},
                          {"phantom_matrix", m_grid.matrix},
                          {"phantom_size", m_grid.size},
                          {"phantom_spacing", m_grid.spacingMm},
                          {"validation", m_validation},
                          {"test", m_test},
                          {"steps", m_steps}};
}

StudySource CompareCommand::phantoms(int from, int count) const
{
    return phantomSource(m_seed + static_cast<std::uint64_t>(from), static_cast<std::size_t>(count),
                         m_grid.sampling());
}

Status CompareCommand::run(CommandContext& context)
{
    if (Status status = m_grid.check(); !status)
        return status;
    const auto settings = this->settings();
    if (!settings)
        return settings.error();
    const std::filesystem::path out = m_out.empty() ? "" : std::filesystem::absolute(m_out);
    const bool csv = out.extension() == ".csv";
    std::filesystem::path runsFile = out;
    if (csv)
        runsFile.replace_extension(".json");

    CompareOptions options;
    options.recipe = m_recipe;
    options.steps = m_steps;
    options.seeds = m_seeds;
    const auto prompts = readPromptSet(searchesFile());
    if (!prompts)
        return prompts.error();
    options.searches = prompts->queries;
    std::vector<ComparisonRun> kept;
    if (!out.empty()) {
        auto before = readRuns(runsFile, *settings);
        if (!before)
            return before.error();
        kept = *before;
        options.finished = *std::move(before);
        options.onRun = [&](const ComparisonRun& run) {
            kept.push_back(run);
            return writeFileAtomically(
                runsFile,
                nlohmann::json{{"settings", *settings}, {"runs", runsJson(kept)}}.dump(2) + '\n');
        };
    }
    options.log = [&context](const std::string& line) { context.console().log(printable(line)); };
    TrainProgress progress(context);
    options.status = [&progress](const TrainStatus& status) { progress.show(status); };
    const auto api = context.modelApi();
    if (!api)
        return api.error();
    const auto comparison =
        (*api)->compare(phantoms(0, m_phantoms), phantoms(m_phantoms, m_validation),
                        phantoms(m_phantoms + m_validation, m_test), options, progress.progress());
    if (!comparison)
        return comparison.error();

    // More runs than were asked for stay in the file.
    const nlohmann::json result{{"settings", *settings},
                                {"runs", runsJson(out.empty() ? comparison->runs : kept)},
                                {"rows", rowsJson(comparison->rows)}};
    if (!out.empty()) {
        if (Status status = writeFileAtomically(runsFile, result.dump(2) + '\n'); !status)
            return status;
    }
    if (csv) {
        if (Status status = writeFileAtomically(out, comparisonCsv(*comparison)); !status)
            return status;
    }
    if (context.json())
        context.console().print(result);
    else
        context.console().print(comparisonText(*comparison));
    return Done{};
}

} // namespace fovea
