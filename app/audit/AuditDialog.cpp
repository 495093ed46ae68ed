#include "app/audit/AuditDialog.h"

#include "app/Dialogs.h"
#include "app/Settings.h"
#include "app/text/anonymizeText.h"
#include "app/text/errorText.h"
#include "app/work/auditCsv.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace fovea {

namespace {

constexpr int MostListed = 10000; ///< Enough to scroll; the CSV has what is listed.

QString localTime(const std::string& utc)
{
    const QDateTime time =
        QDateTime::fromString(QString::fromStdString(utc), Qt::ISODateWithMs).toLocalTime();
    return QLocale().toString(time, QLocale::ShortFormat);
}

} // namespace

AuditDialog::AuditDialog(const Parts& parts, QWidget* parent)
    : QDialog(parent)
    , m_parts(parts)
    , m_byDate(new QCheckBox(tr("&Days (UTC):"), this))
    , m_from(new QDateEdit(QDate::currentDate().addDays(-7), this))
    , m_to(new QDateEdit(QDate::currentDate(), this))
    , m_action(new QComboBox(this))
    , m_list(new QTreeWidget(this))
    , m_state(new QLabel(this))
    , m_save(new QPushButton(tr("&Export as CSV…"), this))
{
    setObjectName(QStringLiteral("auditDialog"));
    setWindowTitle(tr("Audit log"));
    m_byDate->setObjectName(QStringLiteral("auditByDate"));
    for (QDateEdit* edit : {m_from, m_to}) {
        edit->setCalendarPopup(true);
        edit->setEnabled(false);
        connect(m_byDate, &QCheckBox::toggled, edit, &QWidget::setEnabled);
        connect(edit, &QDateEdit::dateChanged, this, &AuditDialog::refresh);
    }
    m_from->setObjectName(QStringLiteral("auditFrom"));
    m_from->setAccessibleName(tr("First day"));
    m_to->setObjectName(QStringLiteral("auditTo"));
    m_to->setAccessibleName(tr("Last day"));
    m_action->setObjectName(QStringLiteral("auditAction"));
    m_action->setAccessibleName(tr("Action"));
    m_action->addItem(tr("All actions"), -1);
    for (int action = 0; action <= static_cast<int>(AuditAction::Setting); ++action)
        m_action->addItem(auditActionText(static_cast<AuditAction>(action)), action);
    m_list->setObjectName(QStringLiteral("auditList"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAlternatingRowColors(true);
    m_list->setHeaderLabels({tr("Entry"), tr("Time"), tr("Action"), tr("Study"), tr("Study key"),
                             tr("User"), tr("Details")});
    m_state->setObjectName(QStringLiteral("auditState"));
    m_state->setWordWrap(true);
    m_save->setObjectName(QStringLiteral("auditSave"));
    m_save->setAutoDefault(false);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(m_save, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &AuditDialog::save);
    connect(m_byDate, &QCheckBox::toggled, this, &AuditDialog::refresh);
    connect(m_action, &QComboBox::currentIndexChanged, this, &AuditDialog::refresh);

    auto* filter = new QHBoxLayout;
    filter->addWidget(m_byDate);
    filter->addWidget(m_from);
    filter->addWidget(new QLabel(QStringLiteral("–"), this));
    filter->addWidget(m_to);
    filter->addSpacing(12);
    filter->addWidget(m_action);
    filter->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(filter);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_state);
    layout->addWidget(buttons);
    resize(980, 560);
    refresh();
}

AuditQuery AuditDialog::query() const
{
    AuditQuery query;
    query.limit = MostListed;
    if (m_byDate->isChecked()) {
        query.fromDate = m_from->date().toString(Qt::ISODate).toStdString();
        query.toDate = m_to->date().toString(Qt::ISODate).toStdString();
    }
    if (const int action = m_action->currentData().toInt(); action >= 0)
        query.action = static_cast<AuditAction>(action);
    return query;
}

void AuditDialog::refresh()
{
    m_task.cancel();
    m_task = m_parts.archive.run<Reading>(
        this,
        [query = query()](StudyDatabase& archive, const Progress&) -> Result<Reading> {
            const auto log = AuditLog::open(archive.folder());
            if (!log)
                return log.error();
            auto entries = log->entries(query);
            if (!entries)
                return entries.error();
            const auto check = log->check();
            if (!check)
                return check.error();
            return Reading{std::move(*entries), *check};
        },
        [this](const Result<Reading>& reading) {
            if (reading)
                show(*reading);
            else if (reading.error().code != ErrorCode::Cancelled)
                m_state->setText(errorText(reading.error()));
        });
}

void AuditDialog::show(const Reading& reading)
{
    m_entries = reading.entries;
    m_list->clear();
    QList<QTreeWidgetItem*> items;
    for (const AuditEntry& entry : m_entries) {
        auto* item = new QTreeWidgetItem(QStringList{
            QString::number(entry.id), localTime(entry.time), auditActionText(entry.action),
            entry.studyId > 0 ? QString::number(entry.studyId) : QString(),
            QString::fromStdString(entry.studyKey), QString::fromStdString(entry.user),
            QString::fromStdString(entry.details)});
        item->setTextAlignment(0, Qt::AlignRight | Qt::AlignVCenter);
        item->setTextAlignment(3, Qt::AlignRight | Qt::AlignVCenter);
        items.append(item);
    }
    m_list->addTopLevelItems(items);
    for (int column = 0; column < m_list->columnCount(); ++column)
        m_list->resizeColumnToContents(column);
    const QString sound = tr("%n entry(s) in the log, none changed or missing.", nullptr,
                             static_cast<int>(reading.check.entries));
    const QString broken =
        tr("The log is not as it was written: entry %1 is missing or was changed.")
            .arg(reading.check.firstBroken);
    m_state->setText(reading.check.sound() ? sound : broken);
    m_save->setEnabled(!m_entries.empty());
}

void AuditDialog::save()
{
    const auto path = m_parts.dialogs.askSaveFile(
        this, tr("Export the audit log"),
        QDir(m_parts.settings.lastFolder()).filePath(QStringLiteral("fovea-audit.csv")),
        tr("CSV tables") + QStringLiteral(" (*.csv)"));
    if (!path)
        return;
    m_parts.settings.setLastFolder(QFileInfo(*path).absolutePath());
    m_parts.archive.tasks().run<Done>(
        TaskRunner::Pool::Io, this,
        [entries = m_entries, path = path->toStdString()](const Progress&) {
            return writeAuditCsv(entries, path);
        },
        [this, path = *path](const Result<Done>& written) {
            if (written)
                m_state->setText(tr("Saved: %1").arg(QDir::toNativeSeparators(path)));
            else
                m_parts.dialogs.showError(this, tr("Export the audit log"),
                                          errorText(written.error()),
                                          errorDetails(written.error()));
        });
}

} // namespace fovea
