#pragma once

#include "app/Task.h"

#include <QObject>

#include <filesystem>
#include <memory>

namespace fovea {

class StagedFolder;

/// Imports a released segmentation network, a zip or a folder: takes out what is needed, reads it
/// as segmenting would, and only then puts it among the user's networks, at one stroke. One at a
/// time. On the GUI thread; the work is not.
class SegmentationImport : public QObject {
    Q_OBJECT

public:
    /// `tasks` outlives it. `library`: path of libfovea_model.so.
    SegmentationImport(TaskRunner& tasks, std::filesystem::path library, QObject* parent = nullptr);

    bool isRunning() const { return m_running; }
    /// Ends with imported(), cancelled() or failed().
    void start(const std::filesystem::path& source, const std::filesystem::path& modelsFolder);
    void cancel() { m_task.cancel(); }

Q_SIGNALS:
    void progressed(double fraction);
    void imported(const std::filesystem::path& folder);
    void cancelled();
    void failed(const fovea::Error& error);

private:
    using Staged = std::shared_ptr<StagedFolder>;
    void check(const Staged& staged, const std::filesystem::path& target);
    void fail(const Error& error);

    TaskRunner& m_tasks;
    std::filesystem::path m_library;
    TaskHandle m_task;
    bool m_running = false;
};

} // namespace fovea
