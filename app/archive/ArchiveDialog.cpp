#include "app/archive/ArchiveDialog.h"

#include "app/text/archiveText.h"
#include "app/text/errorText.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace fovea {

namespace {

constexpr int ProgressSteps = 1000;
constexpr int MostListed = 200; ///< Of one kind: more say nothing that these do not.

QString text(const std::filesystem::path& path)
{
    return QString::fromStdString(path.string());
}

bool canBeRepaired(const ArchiveProblem& problem)
{
    return remedyFor(problem.kind) != ArchiveRemedy::RestoreBackup;
}

} // namespace

ArchiveDialog::ArchiveDialog(const Archive& archive, QWidget* parent)
    : QDialog(parent)
    , m_archive(archive)
    , m_headline(new QLabel(this))
    , m_list(new QTreeWidget(this))
    , m_progress(new QProgressBar(this))
    , m_thorough(
          new QCheckBox(tr("Read every image's header and every segmentation (slower)"), this))
    , m_removeRecords(
          new QCheckBox(tr("Remove records of files that are gone (a copy is kept)"), this))
    , m_check(new QPushButton(tr("&Check again"), this))
    , m_repair(new QPushButton(tr("&Repair"), this))
    , m_close(new QPushButton(tr("Close"), this))
{
    setObjectName(QStringLiteral("archiveDialog"));
    m_headline->setObjectName(QStringLiteral("archiveHeadline"));
    m_list->setObjectName(QStringLiteral("archiveProblems"));
    m_progress->setObjectName(QStringLiteral("archiveProgress"));
    m_thorough->setObjectName(QStringLiteral("archiveThorough"));
    m_removeRecords->setObjectName(QStringLiteral("archiveRemoveRecords"));
    m_check->setObjectName(QStringLiteral("archiveCheck"));
    m_repair->setObjectName(QStringLiteral("archiveRepair"));
    m_close->setObjectName(QStringLiteral("archiveClose"));
    m_headline->setWordWrap(true);
    m_headline->setTextFormat(Qt::PlainText);
    m_headline->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_list->setAccessibleName(tr("Problems of the archive"));
    m_list->setHeaderLabels({tr("Problem"), tr("What can be done")});
    m_list->header()->resizeSection(0, 380);
    m_progress->setRange(0, ProgressSteps);
    m_progress->setTextVisible(false);
    m_removeRecords->setToolTip(
        tr("A series stays listed where it has a segmentation, measurements or key images."));
    makeLayout();
    connect(m_check, &QPushButton::clicked, this, &ArchiveDialog::check);
    connect(m_repair, &QPushButton::clicked, this, &ArchiveDialog::repair);
    connect(m_close, &QPushButton::clicked, this, &ArchiveDialog::reject);
    connect(m_removeRecords, &QCheckBox::toggled, this, &ArchiveDialog::showButtons);
    resize(760, 420);
}

void ArchiveDialog::makeLayout()
{
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_check);
    buttons->addWidget(m_repair);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_headline);
    layout->addWidget(m_progress);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_thorough);
    layout->addWidget(m_removeRecords);
    layout->addLayout(buttons);
}

template <typename T>
void ArchiveDialog::begin(const QString& headline, std::function<Result<T>(const Progress&)> work,
                          std::function<void(const T&)> done)
{
    m_running = true;
    m_problems.clear();
    m_list->clear();
    m_headline->setText(headline);
    m_progress->setValue(0);
    showButtons();
    m_task = m_archive.tasks().run<T>(
        TaskRunner::Pool::Io, this, std::move(work),
        [this, done = std::move(done)](Result<T> result) {
            m_running = false;
            if (result)
                done(*result);
            else
                finish(errorText(result.error()));
        },
        [this](double fraction) { m_progress->setValue(int(fraction * ProgressSteps)); });
}

void ArchiveDialog::finish(const QString& headline)
{
    m_headline->setText(headline);
    showButtons();
}

void ArchiveDialog::showButtons()
{
    m_progress->setVisible(m_running);
    m_list->setVisible(m_checks || m_list->topLevelItemCount() > 0);
    m_thorough->setVisible(m_checks);
    m_thorough->setEnabled(!m_running);
    m_check->setVisible(m_checks);
    m_check->setEnabled(!m_running);
    const bool records = std::ranges::any_of(m_problems, [](const ArchiveProblem& problem) {
        return remedyFor(problem.kind) == ArchiveRemedy::RecordsGo;
    });
    const bool others = std::ranges::any_of(m_problems, [](const ArchiveProblem& problem) {
        return canBeRepaired(problem) && remedyFor(problem.kind) != ArchiveRemedy::RecordsGo;
    });
    m_removeRecords->setVisible(m_checks && records);
    m_repair->setVisible(m_checks);
    m_repair->setEnabled(!m_running && (others || (records && m_removeRecords->isChecked())));
    m_close->setText(m_running ? tr("Cancel") : tr("Close"));
}

void ArchiveDialog::check()
{
    if (m_running)
        return;
    m_checks = true;
    setWindowTitle(tr("Check and repair the archive"));
    const auto depth =
        m_thorough->isChecked() ? ArchiveCheckDepth::Thorough : ArchiveCheckDepth::Quick;
    begin<ArchiveCheckReport>(
        tr("Checking the archive “%1”…").arg(text(m_archive.folder())),
        [folder = m_archive.folder(), depth](const Progress& progress) {
            return checkArchive(folder, depth, progress);
        },
        [this](const ArchiveCheckReport& report) { showChecked(report); });
}

void ArchiveDialog::repair()
{
    const bool removes = m_removeRecords->isVisible() && m_removeRecords->isChecked();
    begin<ArchiveRepairReport>(
        tr("Repairing the archive…"),
        [folder = m_archive.folder(), removes, problems = m_problems](const Progress& progress) {
            return repairArchive(folder, problems, removes, progress);
        },
        [this](const ArchiveRepairReport& report) {
            QStringList lines{tr("Problems repaired: %1.").arg(report.mended.size())};
            if (!report.movedTo.empty())
                lines << tr("Files without records are now in “%1”.").arg(text(report.movedTo));
            if (!report.databaseBefore.empty())
                lines << tr("The database as it was is kept as “%1”.")
                             .arg(text(report.databaseBefore));
            showChecked(report.left, lines.join(QLatin1Char('\n')) + QLatin1Char('\n'));
            Q_EMIT repaired();
        });
}

void ArchiveDialog::showChecked(const ArchiveCheckReport& report, const QString& before)
{
    m_problems = report.problems;
    showProblems(report.problems);
    finish(before + archiveCheckText(report));
}

void ArchiveDialog::showProblems(const std::vector<ArchiveProblem>& problems)
{
    for (auto first = problems.begin(); first != problems.end();) {
        const auto end = std::find_if(first, problems.end(), [first](const ArchiveProblem& other) {
            return other.kind != first->kind;
        });
        const int count = int(end - first);
        auto* kind = new QTreeWidgetItem(
            m_list, {QStringLiteral("%1 (%2)").arg(archiveProblemName(first->kind)).arg(count),
                     archiveRemedyText(first->kind)});
        kind->setToolTip(1, archiveRemedyText(first->kind));
        for (; first != end && kind->childCount() < MostListed; ++first)
            kind->addChild(new QTreeWidgetItem({QString::fromStdString(first->subject)}));
        if (first != end)
            kind->addChild(new QTreeWidgetItem({tr("and %1 more").arg(end - first)}));
        kind->setExpanded(count <= 10);
        first = end;
    }
}

void ArchiveDialog::backUp(const std::filesystem::path& place)
{
    if (m_running)
        return;
    m_checks = false;
    setWindowTitle(tr("Back up the archive"));
    begin<BackupReport>(
        tr("Backing up the archive to “%1”…").arg(text(place)),
        [folder = m_archive.folder(), place](const Progress& progress) {
            return backupArchive(folder, place, progress);
        },
        [this](const BackupReport& report) {
            QStringList lines{tr("The archive is backed up in “%1”. Files: %2 (%3), read again and "
                                 "compared.")
                                  .arg(text(report.folder))
                                  .arg(report.files)
                                  .arg(megabytes(report.bytes))};
            if (report.linked > 0)
                lines << tr("Shared with the backup before, so that they take no space: %1.")
                             .arg(report.linked);
            std::vector<ArchiveProblem> missing;
            for (const std::string& path : report.missing)
                missing.push_back({ArchiveProblemKind::ImageMissing, path, 0});
            showProblems(missing);
            if (!missing.empty())
                lines << tr("Files were missing in the archive itself; check it.");
            finish(lines.join(QLatin1Char('\n')));
        });
}

void ArchiveDialog::restore(const std::filesystem::path& backup, const std::filesystem::path& to)
{
    if (m_running)
        return;
    m_checks = false;
    setWindowTitle(tr("Restore a backup"));
    begin<RestoreReport>(
        tr("Restoring the backup to “%1”…").arg(text(to)),
        [backup, to](const Progress& progress) { return restoreBackup(backup, to, progress); },
        [this, to](const RestoreReport& report) {
            finish(tr("The backup of %1 is restored in “%2”. Files: %3 (%4).")
                       .arg(timeText(report.createdAt), text(to))
                       .arg(report.files)
                       .arg(megabytes(report.bytes)));
            Q_EMIT restored(text(to));
        });
}

void ArchiveDialog::reject()
{
    m_task.cancel();
    QDialog::reject();
}

} // namespace fovea
