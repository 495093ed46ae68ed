#pragma once

#include "app/cli/CommandContext.h"
#include "model/engine/TrainStatus.h"

#include <QCoreApplication>

namespace fovea {

/// The progress of a training: on a terminal with the epoch, the loss and the time left. Lives as
/// long as its Progress is used.
class TrainProgress {
    Q_DECLARE_TR_FUNCTIONS(fovea::TrainProgress)

public:
    explicit TrainProgress(CommandContext& context)
        : m_context(context)
    {
    }
    /// Of the whole work, reading studies too.
    Progress progress();
    /// From now on the line says this.
    void show(const TrainStatus& status) { m_status = status; }

private:
    QString text() const;

    CommandContext& m_context;
    std::optional<TrainStatus> m_status;
};

} // namespace fovea
