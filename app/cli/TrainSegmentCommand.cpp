#include "app/cli/TrainSegmentCommand.h"

#include "app/ModelLibrary.h"
#include "app/cli/Table.h"
#include "app/segmentLibrary.h"
#include "app/text/names.h"
#include "model/phantom/PhantomSource.h"

#include <nlohmann/json.hpp>

namespace fovea {

TrainSegmentCommand::TrainSegmentCommand(CommandParser& parent, CommonOptions& options)
    : Command(parent, options, "train-segment",
              tr("Train a small segmentation network, and measure it on phantoms"))
{
    m_studies.declare(parser());
    parser().text("--recipe", m_recipe,
                  tr("Network, structures and schedule, as JSON (default: the bundled network's)"),
                  "FILE");
    parser().text("--out", m_out, tr("Model folder to make, or with --evaluate alone to measure"),
                  "DIR", CommandParser::Needed::Required);
    parser().count("--steps", m_steps, tr("Instead of the recipe's"));
    parser().text("--checkpoint", m_checkpoint,
                  tr("Folder for checkpoints, from which training can go on"), "DIR");
    parser().count("--checkpoint-every", m_checkpointEvery,
                   tr("Steps between checkpoints (default: the recipe's)"));
    parser().flag("--resume", m_resume, tr("Go on from the latest checkpoint"));
    parser().count("--evaluate", m_evaluate,
                   tr("Phantoms that it has not seen to measure the network on"));
    parser().seed("--evaluation-seed", m_evaluationSeed, tr("Seed of the first of those"));
}

std::filesystem::path TrainSegmentCommand::bundledRecipe()
{
    return ModelLibrary::resource("model/segmenter.json");
}

std::filesystem::path TrainSegmentCommand::recipe() const
{
    return m_recipe.empty() ? bundledRecipe() : std::filesystem::path(m_recipe);
}

Status TrainSegmentCommand::run(CommandContext& context)
{
    if (m_resume && m_checkpoint.empty())
        return makeError(ErrorCode::BadOption, {"--resume", "needs --checkpoint"});
    const auto catalog = context.catalog();
    if (!catalog)
        return catalog.error();
    auto data = m_studies.dataStudies(*catalog, context);
    if (!data)
        return data.error();
    const StudySource studies = joined(m_studies.phantomStudies(), std::move(*data));
    if (studies.count == 0 && !m_evaluate)
        return makeError(ErrorCode::BadOption,
                         {"train-segment", "needs --phantoms, --data or --evaluate"});
    const auto api = loadSegmenterApi(ModelLibrary::installedLibrary());
    if (!api)
        return api.error();
    if (studies.count > 0) {
        if (Status status = train(context, **api, studies); !status)
            return status;
    }
    std::optional<SegmenterEvaluation> evaluation;
    if (m_evaluate) {
        auto measured = evaluate(context, **api);
        if (!measured)
            return measured.error();
        evaluation = std::move(*measured);
    }
    print(context, studies.count, evaluation);
    return Done{};
}

Status TrainSegmentCommand::train(CommandContext& context, SegmenterApi& api,
                                  const StudySource& studies) const
{
    SegmenterTrainOptions options;
    options.recipe = recipe();
    options.outputFolder = std::filesystem::absolute(m_out);
    options.seed = m_studies.seed;
    options.steps = m_steps;
    options.log = [&context](const std::string& line) { context.console().log(printable(line)); };
    if (!m_checkpoint.empty())
        options.checkpointFolder = std::filesystem::absolute(m_checkpoint);
    options.checkpointEvery = m_checkpointEvery.value_or(0);
    options.resume = m_resume;
    return api.train(studies, options, context.timedProgress(tr("Training")));
}

Result<SegmenterEvaluation> TrainSegmentCommand::evaluate(CommandContext& context,
                                                          SegmenterApi& api) const
{
    const StudySource unseen = phantomSource(
        m_evaluationSeed, static_cast<std::size_t>(*m_evaluate), m_studies.grid.sampling());
    return api.evaluate(std::filesystem::absolute(m_out), recipe(), unseen,
                        context.timedProgress(tr("Measuring")));
}

void TrainSegmentCommand::print(CommandContext& context, std::size_t trained,
                                const std::optional<SegmenterEvaluation>& evaluation) const
{
    nlohmann::json out{{"out", m_out}, {"training_studies", trained}};
    QString text;
    if (trained > 0)
        text = tr("Written to %1").arg(printable(m_out)) + QLatin1Char('\n');
    if (evaluation) {
        nlohmann::json structures = nlohmann::json::array();
        Table table({{tr("Structure")},
                     {tr("Studies"), Table::Align::Right},
                     {tr("Dice"), Table::Align::Right},
                     {tr("Lowest"), Table::Align::Right}});
        for (const SegmenterEvaluation::OfStructure& one : evaluation->structures) {
            if (one.studies == 0)
                continue;
            structures.push_back({{"name", one.name},
                                  {"studies", one.studies},
                                  {"dice", one.dice},
                                  {"lowest_dice", one.lowest}});
            table.addRow({printable(one.name), QString::number(one.studies), number(one.dice, 3),
                          number(one.lowest, 3)});
        }
        text +=
            table.text() +
            tr("Mean Dice of %n structure(s): %1", nullptr, static_cast<int>(structures.size()))
                .arg(number(evaluation->meanDice, 4)) +
            QLatin1Char('\n') +
            tr("%1 s per study")
                .arg(number(evaluation->seconds / static_cast<double>(evaluation->studies), 1)) +
            QLatin1Char('\n');
        out["evaluation"] = {{"studies", evaluation->studies},
                             {"mean_dice", evaluation->meanDice},
                             {"seconds", evaluation->seconds},
                             {"structures", std::move(structures)}};
    }
    if (context.json())
        context.console().print(out);
    else
        context.console().print(text);
}

} // namespace fovea
