#pragma once

#include "app/study/Archive.h"
#include "storage/anonymize/Anonymizer.h"

#include <QDialog>

#include <cstdint>
#include <vector>

class QComboBox;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTimer;

namespace fovea {

class AnonymizeOptionsBox;
class AnonymizePreviewView;
class Dialogs;
class Settings;

/// Exports studies of the archive without what says who the patient is: what is kept, what would
/// change in each series and what would be left out, where to. Not modal; the work goes on in the
/// background and can be cancelled.
class AnonymizeDialog : public QDialog {
    Q_OBJECT

public:
    struct Parts {
        const Archive& archive;
        Settings& settings;
        Dialogs& dialogs;
    };
    /// Everything must outlive the dialog.
    AnonymizeDialog(const Parts& parts, QWidget* parent);

    /// What the choice of studies offers: the one that is open (0: none) and those selected in the
    /// list. Makes the preview anew.
    void setStudies(std::int64_t openStudy, std::vector<std::int64_t> selectedStudies);

public Q_SLOTS:
    void reject() override;

private:
    enum class Scope { Open, Selected, Patient, All };
    struct Choice {
        Scope scope = Scope::Open;
        std::int64_t openStudy = 0;
        std::vector<std::int64_t> selectedStudies;
    };
    static Result<std::vector<std::int64_t>> studiesOf(const StudyDatabase& archive,
                                                       const Choice& choice);
    QWidget* makeTarget();
    Choice choice() const;
    /// Reads or makes the archive's key: not for the GUI thread.
    static Result<Pseudonyms> keyFor(const StudyDatabase& archive,
                                     const std::optional<Pseudonyms>& own);
    std::optional<Pseudonyms> ownKey() const;
    void preview();
    void chooseFolder();
    void start();
    void ended(const Result<AnonymizeSummary>& summary, const QString& folder);
    void updateEnabled();

    Parts m_parts;
    QComboBox* m_scope;
    AnonymizeOptionsBox* m_options;
    AnonymizePreviewView* m_view;
    QLineEdit* m_folder;
    QPushButton* m_export;
    QPushButton* m_cancel;
    QProgressBar* m_progress;
    QTimer* m_delay; ///< Of the preview, while somebody types.
    TaskHandle m_preview;
    TaskHandle m_task;
    Pseudonyms m_ownKey; ///< Of this dialog, so that preview and export agree.
    std::int64_t m_openStudy = 0;
    std::vector<std::int64_t> m_selectedStudies;
    int m_asked = 0; ///< Previews so far: of several only the last is shown.
    bool m_previewed = false;
    bool m_running = false;
};

} // namespace fovea
