#pragma once

#include "app/Dialogs.h"
#include "app/Settings.h"
#include "app/models/ModelService.h"
#include "app/study/Archive.h"
#include "app/tune/TuneJob.h"

#include <QDialog>

class QTabWidget;

namespace fovea {

class TuneResultPage;
class TuneStudiesPage;
class TuneTrainingPage;

/// Fine-tuning the model in use on the archive's own studies: what there is to learn from, how it
/// is learnt, what came of it. Not modal; a tuning goes on while the window is closed, and with the
/// program it stops where it can be gone on with: its folder is `<archive>/tuning/<when it began>`,
/// and the newest is shown.
class TuneDialog : public QDialog {
    Q_OBJECT

public:
    struct Parts {
        const Archive& archive;
        ModelService& model;
        Settings& settings;
        Dialogs& dialogs;
    };
    /// All must outlive it. `program`: fovea-cli.
    TuneDialog(Parts parts, const QString& program, QWidget* parent = nullptr);

    TuneJob& job() { return m_job; }

private:
    void openNewest();
    void begin();
    void studiesChanged();
    void jobChanged();

    Parts m_parts;
    TuneJob m_job;
    QTabWidget* m_tabs;
    TuneStudiesPage* m_studies;
    TuneTrainingPage* m_training;
    TuneResultPage* m_result;
};

/// The folder of the tuning that began last; empty where there is none.
std::filesystem::path newestTuning(const std::filesystem::path& archiveFolder);

} // namespace fovea
