#pragma once

#include "app/cli/Command.h"
#include "app/cli/StudyOptions.h"
#include "model/engine/SegmenterApi.h"

#include <QCoreApplication>

#include <optional>

namespace fovea {

/// `train-segment [--phantoms N --seed S] [--data DIR] [--recipe FILE] --out DIR [--steps N]
/// [--checkpoint DIR [--checkpoint-every N] [--resume]] [--evaluate N [--evaluation-seed S]]`:
/// trains a small nnU-Net on studies with label maps and writes it in the form in which nnU-Net's
/// are released. --evaluate then measures it on so many further phantoms; without studies to train
/// on, the folder that is there already.
///
/// --json: {"out", "training_studies", "evaluation"?: {"studies", "mean_dice", "seconds",
///  "structures": [{"name", "studies", "dice", "lowest_dice"}]}}. Structures that no study has are
/// not listed.
class TrainSegmentCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(fovea::TrainSegmentCommand)

public:
    TrainSegmentCommand(CommandParser& parent, CommonOptions& options);
    Status run(CommandContext& context) override;

    /// The recipe of the bundled network.
    static std::filesystem::path bundledRecipe();

private:
    std::filesystem::path recipe() const;
    Status train(CommandContext& context, SegmenterApi& api, const StudySource& studies) const;
    Result<SegmenterEvaluation> evaluate(CommandContext& context, SegmenterApi& api) const;
    void print(CommandContext& context, std::size_t trained,
               const std::optional<SegmenterEvaluation>& evaluation) const;

    StudyOptions m_studies;
    std::string m_recipe;
    std::string m_out;
    std::optional<int> m_steps;
    std::string m_checkpoint;
    std::optional<int> m_checkpointEvery;
    bool m_resume = false;
    std::optional<int> m_evaluate;
    std::uint64_t m_evaluationSeed = 1'000'000'000; ///< Far from any that was trained on.
};

} // namespace fovea
