#pragma once

#include "app/study/Archive.h"
#include "app/work/tuning/pastedReports.h"
#include "storage/StudyDatabase.h"

#include <QDialog>
#include <QTimer>

#include <string>
#include <vector>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTableWidget;
class QTreeWidget;
class QTreeWidgetItem;

namespace fovea {

/// Gives studies their reports: a report that is pasted is taken apart by anatomy at once, and
/// what is understood of each sentence is shown; the texts can be corrected before they are kept
/// beside the archive (pastedReports.h). Of a study that has texts already these are shown.
class PastedReportDialog : public QDialog {
    Q_OBJECT

public:
    /// `archive` must outlive it. `search`: what studies are looked for first.
    PastedReportDialog(const Archive& archive, const QString& search, QWidget* parent = nullptr);

Q_SIGNALS:
    /// Of some study there are other texts than before.
    void kept();

private:
    struct Asked {
        std::vector<StudyRecord> studies;
        std::vector<StudyText> texts;
    };
    void find();
    void present(Result<Asked> asked);
    void select(QTreeWidgetItem* item);
    void takeApartPasted();
    void showTexts(const std::vector<PastedText>& texts);
    void showUnderstood(int row);
    void save();
    void showState();
    std::vector<PastedText> texts() const;
    std::vector<PastedText> keptOf(const std::string& studyInstanceUid) const;

    const Archive& m_archive;
    Result<ReportRules> m_rules;
    std::vector<StudyText> m_kept;
    std::string m_study; ///< StudyInstanceUID; empty: none is selected.
    bool m_saving = false;
    bool m_filling = false; ///< The program fills the table, nobody corrects it.
    QTimer m_wait;          ///< Until typing pauses.
    QLineEdit* m_search;
    QTreeWidget* m_studies;
    QPlainTextEdit* m_report;
    QTableWidget* m_texts;
    QLabel* m_state;
    QPushButton* m_save;
};

} // namespace fovea
