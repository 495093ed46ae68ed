#pragma once

#include "app/study/Archive.h"
#include "storage/Importer.h"

#include <QObject>
#include <QString>

#include <filesystem>
#include <vector>

namespace fovea {

/// Takes folders and files into the archive in the background, one import at a time.
class ImportController : public QObject {
    Q_OBJECT

public:
    /// `archive` must outlive the controller.
    explicit ImportController(const Archive& archive, QObject* parent = nullptr);

    /// Scans and imports all of `items` (see ImportSource) as one import with one summary. Where
    /// one of several cannot be read at all, it is left out with its reason. Ignored while another
    /// import runs.
    void start(const std::vector<std::filesystem::path>& items);
    void cancel();
    bool isRunning() const { return m_running; }

    /// What was taken and what was left out, for people.
    static QString summaryText(const ImportSummary& summary);
    /// Why files were left out: a line for each reason, with the first file and how many more.
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
