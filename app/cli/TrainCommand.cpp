#include "app/cli/TrainCommand.h"

#include "app/cli/TrainProgress.h"
#include "app/cli/seriesAnalysis.h"
#include "model/phantom/PhantomSource.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace fovea {

TrainCommand::TrainCommand(CommandParser& parent, CommonOptions& options)
    : Command(parent, options, "train", tr("Train a model package"))
{
    m_studies.declare(parser());
    parser().count("--validation", m_validation,
                   tr("How many studies to validate with (default: a tenth)"));
    parser().text("--recipe", m_recipe,
                  tr("Architecture, preprocessing, prompts and schedule, as JSON"), "FILE",
                  CommandParser::Needed::Required);
    parser().text("--out", m_out, tr("Package folder to make"), "DIR",
                  CommandParser::Needed::Required);
    parser().count("--epochs", m_epochs, tr("Instead of the recipe's"));
    parser().text("--log", m_log, tr("Table of losses and validations to write, as CSV"), "FILE");
    parser().text("--checkpoint", m_checkpoint,
                  tr("Folder for checkpoints, from which training can go on"), "DIR");
    parser().count("--checkpoint-every", m_checkpointEvery,
                   tr("Steps between checkpoints (default: the recipe's, else once per epoch)"));
    parser().flag("--resume", m_resume, tr("Go on from the latest checkpoint"));
}

Result<TrainCommand::Studies> TrainCommand::studies(const AnatomyCatalog& catalog,
                                                    CommandContext& context) const
{
    auto data = m_studies.dataStudies(catalog, context);
    if (!data)
        return data.error();
    const auto phantoms = static_cast<std::size_t>(m_studies.phantoms);
    const std::size_t total = phantoms + data->count;
    if (total == 0)
        return makeError(ErrorCode::BadOption, {"train", "needs --phantoms or --data"});
    const std::size_t held = m_validation ? static_cast<std::size_t>(*m_validation)
                                          : std::max<std::size_t>(1, total / 10);
    if (phantoms > 0) {
        return Studies{joined(m_studies.phantomStudies(), std::move(*data)),
                       phantomSource(m_studies.seed + phantoms, held, m_studies.grid.sampling())};
    }
    if (held >= data->count) {
        return makeError(ErrorCode::BadOption,
                         {"--validation", "leaves none of the studies to train on"});
    }
    const std::size_t trained = data->count - held;
    return Studies{slice(*data, 0, trained), slice(*data, trained, held)};
}

Status TrainCommand::run(CommandContext& context)
{
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(m_recipe, ignored))
        return makeError(ErrorCode::FileNotFound, {m_recipe});
    if (m_resume && m_checkpoint.empty())
        return makeError(ErrorCode::BadOption, {"--resume", "needs --checkpoint"});
    const auto catalog = context.catalog();
    if (!catalog)
        return catalog.error();
    const auto sources = studies(*catalog, context);
    if (!sources)
        return sources.error();
    const auto api = context.modelApi();
    if (!api)
        return api.error();

    TrainOptions options;
    options.outputPackage = std::filesystem::absolute(m_out);
    options.recipe = m_recipe;
    options.seed = m_studies.seed;
    options.epochs = m_epochs;
    options.log = [&context](const std::string& line) { context.console().log(printable(line)); };
    if (!m_log.empty())
        options.logFile = std::filesystem::absolute(m_log);
    if (!m_checkpoint.empty())
        options.checkpointFolder = std::filesystem::absolute(m_checkpoint);
    options.checkpointEvery = m_checkpointEvery.value_or(0);
    options.resume = m_resume;
    TrainProgress progress(context);
    options.status = [&progress](const TrainStatus& status) { progress.show(status); };
    const auto info =
        (*api)->train(sources->training, sources->validation, options, progress.progress());
    if (!info)
        return info.error();
    if (context.json()) {
        nlohmann::json out = modelJson(*info);
        out["package"] = options.outputPackage.string();
        out["training_studies"] = sources->training.count;
        out["validation_studies"] = sources->validation.count;
        context.console().print(out);
        return Done{};
    }
    context.console().print(modelText(*info) +
                            tr("Written to %1").arg(printable(options.outputPackage.string())) +
                            QLatin1Char('\n'));
    return Done{};
}

} // namespace fovea
