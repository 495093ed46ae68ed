#pragma once

#include "app/Dialogs.h"
#include "app/models/ModelService.h"
#include "app/study/Archive.h"
#include "app/work/tuning/TuningChoice.h"
#include "app/work/tuning/TuningSet.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QTreeWidget;

namespace fovea {

/// Which studies a model is to learn from and by what labels, what they have for it to learn,
/// finding by finding, and what is wrong with them. Nothing is written but reports that a person
/// pastes (PastedReportDialog) and texts that a person wants to correct.
class TuneStudiesPage : public QWidget {
    Q_OBJECT

public:
    struct Parts {
        const Archive& archive;
        ModelService& model;
        Dialogs& dialogs;
    };
    /// All must outlive it.
    explicit TuneStudiesPage(Parts parts, QWidget* parent = nullptr);

    /// As the fields say now.
    TuningChoice choice() const;
    /// What was looked at last, if it was with this choice and the model in use; else null.
    const TuningSet* checked() const;

Q_SIGNALS:
    /// checked() may be another.
    void changed();

private:
    enum class Ask { File, FileOrFolder };
    QLineEdit* pathRow(QFormLayout* form, const char* name, const QString& label,
                       const QString& title, Ask ask);
    void check();
    void present(Result<TuningSet> set);
    void showCounts(const TuningSet& set);
    void writeTexts();
    void pasteReports();
    void forget();

    Parts m_parts;
    QLineEdit* m_search;
    QLineEdit* m_reports;
    QLineEdit* m_labels;
    QLineEdit* m_corrections;
    QLineEdit* m_new;
    QCheckBox* m_verdicts;
    QCheckBox* m_silence;
    QPushButton* m_check;
    QPushButton* m_paste;
    QPushButton* m_texts;
    QLabel* m_summary;
    QTreeWidget* m_counts;
    QListWidget* m_problems;
    TuningChoice m_checkedChoice;
    std::string m_checkedModel; ///< Its fingerprint.
    std::optional<TuningSet> m_set;
};

} // namespace fovea
