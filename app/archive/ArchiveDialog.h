#pragma once

#include "app/study/Archive.h"
#include "storage/backupArchive.h"
#include "storage/checkArchive.h"
#include "storage/repairArchive.h"

#include <QDialog>

#include <filesystem>
#include <vector>

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QTreeWidget;

namespace fovea {

/// Work on the archive as a whole, in the background and cancelled at any time: a check with its
/// list of problems and their repair, a backup, a restored backup. One piece of work at a time.
class ArchiveDialog : public QDialog {
    Q_OBJECT

public:
    /// `archive` must outlive the dialog.
    explicit ArchiveDialog(const Archive& archive, QWidget* parent = nullptr);

    bool isRunning() const { return m_running; }
    void check();
    void backUp(const std::filesystem::path& place);
    /// Makes an archive of the backup in `to`, which does not exist or is an empty folder.
    void restore(const std::filesystem::path& backup, const std::filesystem::path& to);

    /// Stops what runs; the dialog closes at once.
    void reject() override;

Q_SIGNALS:
    /// Records changed.
    void repaired();
    void restored(const QString& folder);

private:
    void makeLayout();
    template <typename T>
    void begin(const QString& headline, std::function<Result<T>(const Progress&)> work,
               std::function<void(const T&)> done);
    void finish(const QString& headline);
    void repair();
    void showChecked(const ArchiveCheckReport& report, const QString& before = {});
    void showProblems(const std::vector<ArchiveProblem>& problems);
    void showButtons();

    const Archive& m_archive;
    QLabel* m_headline;
    QTreeWidget* m_list;
    QProgressBar* m_progress;
    QCheckBox* m_thorough;
    QCheckBox* m_removeRecords;
    QPushButton* m_check;
    QPushButton* m_repair;
    QPushButton* m_close;
    std::vector<ArchiveProblem> m_problems;
    TaskHandle m_task;
    bool m_running = false;
    bool m_checks = false; ///< Checking and repairing, not a backup.
};

} // namespace fovea
