#pragma once

#include "app/cli/Command.h"
#include "app/cli/StudyOptions.h"

#include <QCoreApplication>

#include <optional>

namespace fovea {

/// `train [--phantoms N --seed S] [--data DIR] [--validation M] --recipe FILE --out DIR
/// [--epochs E] [--log FILE] [--checkpoint DIR [--checkpoint-every N] [--resume]]`: trains a model
/// package.
///
/// Validation: with phantoms, M further ones (seeds S+N .. S+N+M-1); with --data alone, its last M
/// folders, which are then not trained on. M is a tenth of the studies, at least one, unless given.
///
/// With --checkpoint all that training knows is kept as it goes; --resume goes on from there, to
/// the same package as without the stop, and starts anew where there is no checkpoint yet.
///
/// --json: as modelJson(), with "package" (folder) and "training_studies", "validation_studies".
class TrainCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(fovea::TrainCommand)

public:
    TrainCommand(CommandParser& parent, CommonOptions& options);
    Status run(CommandContext& context) override;

private:
    struct Studies {
        StudySource training;
        StudySource validation;
    };
    Result<Studies> studies(const AnatomyCatalog& catalog, CommandContext& context) const;

    StudyOptions m_studies;
    std::optional<int> m_validation;
    std::string m_recipe;
    std::string m_out;
    std::optional<int> m_epochs;
    std::string m_log;
    std::string m_checkpoint;
    std::optional<int> m_checkpointEvery;
    bool m_resume = false;
};

} // namespace fovea
