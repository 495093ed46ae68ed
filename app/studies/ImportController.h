#pragma once

#include "app/study/Archive.h"
#include "storage/Importer.h"

#include <QObject>
#include <QString>

#include <filesystem>
#include <optional>

namespace fovea {

/// Takes folders into the archive in the background, one at a time.
class ImportController : public QObject {
    Q_OBJECT

public:
    /// `archive` must outlive the controller.
    explicit ImportController(const Archive& archive, QObject* parent = nullptr);

    /// Scans and imports `folder` (or one file). Ignored while another import runs.
    void start(const std::filesystem::path& folder);
    void cancel();
    bool isRunning() const { return m_running; }

    /// What was taken and what was left out, for people.
    static QString summaryText(const ImportSummary& summary);
    /// The files left out with their reasons, one a line.
    static QString leftOutText(const ImportSummary& summary);

Q_SIGNALS:
    void started();
    void progressed(double fraction);
    void finished(const fovea::ImportSummary& summary);
    void failed(const fovea::Error& error);

private:
    const Archive& m_archive;
    TaskHandle m_task;
    bool m_running = false;
};

} // namespace fovea
