#pragma once

#include "app/Dialogs.h"
#include "app/Settings.h"
#include "app/models/LibraryWork.h"
#include "app/models/ModelService.h"
#include "app/study/Archive.h"
#include "app/tune/TuneJob.h"
#include "app/work/tuning/TuningSet.h"

#include <QDialog>

#include <memory>

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
        const LibraryWork& library;
        Settings& settings;
        Dialogs& dialogs;
    };
    /// What the parts name must outlive it. `program`: fovea-cli. `bundled`: the package of the
    /// installation.
    TuneDialog(Parts parts, const QString& program, std::filesystem::path bundled,
               QWidget* parent = nullptr);

    TuneJob& job() { return m_job; }

Q_SIGNALS:
    /// A person took another model into use.
    void modelUsed();

private:
    void openNewest();
    void begin();
    void studiesChanged();
    void estimate(const TuningSet& set);
    void jobChanged();

    Parts m_parts;
    TuneJob m_job;
    /// Receiver of what the ways would take: making another drops what was asked of earlier
    /// choices.
    std::unique_ptr<QObject> m_estimating;
    QTabWidget* m_tabs;
    TuneStudiesPage* m_studies;
    TuneTrainingPage* m_training;
    TuneResultPage* m_result;
};

/// The folder of the tuning that began last; empty where there is none.
std::filesystem::path newestTuning(const std::filesystem::path& archiveFolder);

} // namespace fovea
