#include "app/anonymize/AnonymizeDialog.h"

#include "app/Dialogs.h"
#include "app/Settings.h"
#include "app/anonymize/AnonymizeOptionsBox.h"
#include "app/anonymize/AnonymizePreviewView.h"
#include "app/text/errorText.h"
#include "app/work/anonymizedExport.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

namespace fovea {

AnonymizeDialog::AnonymizeDialog(const Parts& parts, QWidget* parent)
    : QDialog(parent)
    , m_parts(parts)
    , m_scope(new QComboBox(this))
    , m_options(new AnonymizeOptionsBox(this))
    , m_view(new AnonymizePreviewView(this))
    , m_folder(new QLineEdit(this))
    , m_export(new QPushButton(tr("&Export"), this))
    , m_cancel(new QPushButton(tr("&Cancel export"), this))
    , m_progress(new QProgressBar(this))
    , m_delay(new QTimer(this))
    , m_ownKey(Pseudonyms::withNewKey())
{
    setObjectName(QStringLiteral("anonymizeDialog"));
    setWindowTitle(tr("Export anonymized DICOM"));
    m_scope->setObjectName(QStringLiteral("anonymizeScope"));
    m_export->setObjectName(QStringLiteral("anonymizeExport"));
    m_export->setAutoDefault(false);
    m_cancel->setObjectName(QStringLiteral("anonymizeCancel"));
    m_cancel->setAutoDefault(false);
    m_cancel->hide();
    m_progress->setObjectName(QStringLiteral("anonymizeProgress"));
    m_progress->setAccessibleName(tr("Progress of the export"));
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->hide();
    m_delay->setSingleShot(true);
    m_delay->setInterval(300);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(m_export, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &AnonymizeDialog::reject);
    connect(m_export, &QPushButton::clicked, this, &AnonymizeDialog::start);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancel->setEnabled(false);
        m_task.cancel();
    });
    const auto later = [this] {
        m_previewed = false;
        updateEnabled();
        m_delay->start();
    };
    connect(m_scope, &QComboBox::currentIndexChanged, this, later);
    connect(m_options, &AnonymizeOptionsBox::changed, this, later);
    connect(m_delay, &QTimer::timeout, this, &AnonymizeDialog::preview);

    auto* note =
        new QLabel(tr("By DICOM PS3.15, Basic Application Level Confidentiality Profile. What the "
                      "voxels show stays: a head CT still shows a face."),
                   this);
    note->setWordWrap(true);
    auto* which = new QFormLayout;
    which->addRow(tr("&Studies:"), m_scope);
    auto* left = new QVBoxLayout;
    left->addLayout(which);
    left->addWidget(m_options);
    left->addWidget(note);
    left->addStretch(1);
    auto* middle = new QHBoxLayout;
    middle->addLayout(left);
    middle->addWidget(m_view, 1);
    auto* working = new QHBoxLayout;
    working->addWidget(m_progress, 1);
    working->addWidget(m_cancel);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(middle, 1);
    layout->addWidget(makeTarget());
    layout->addLayout(working);
    layout->addWidget(buttons);
    resize(1080, 620);
}

QWidget* AnonymizeDialog::makeTarget()
{
    auto* row = new QWidget(this);
    m_folder->setObjectName(QStringLiteral("anonymizeFolder"));
    m_folder->setText(QDir::toNativeSeparators(
        QDir(m_parts.settings.lastFolder()).filePath(QStringLiteral("anonymized"))));
    auto* choose = new QPushButton(tr("&Browse…"), row);
    choose->setObjectName(QStringLiteral("anonymizeChooseFolder"));
    choose->setAutoDefault(false);
    auto* label = new QLabel(tr("&Into the new folder:"), row);
    label->setBuddy(m_folder);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->addWidget(label);
    layout->addWidget(m_folder, 1);
    layout->addWidget(choose);
    connect(choose, &QPushButton::clicked, this, &AnonymizeDialog::chooseFolder);
    connect(m_folder, &QLineEdit::textChanged, this, &AnonymizeDialog::updateEnabled);
    return row;
}

void AnonymizeDialog::setStudies(std::int64_t openStudy, std::vector<std::int64_t> selectedStudies)
{
    if (m_running)
        return;
    m_openStudy = openStudy;
    m_selectedStudies = std::move(selectedStudies);
    {
        const QSignalBlocker quiet(m_scope);
        m_scope->clear();
        if (openStudy > 0) {
            m_scope->addItem(tr("The open study"), static_cast<int>(Scope::Open));
            m_scope->addItem(tr("All studies of the open patient"),
                             static_cast<int>(Scope::Patient));
        }
        if (!m_selectedStudies.empty() && m_selectedStudies != std::vector{openStudy})
            m_scope->addItem(tr("Studies selected in the list: %1").arg(m_selectedStudies.size()),
                             static_cast<int>(Scope::Selected));
        m_scope->addItem(tr("All studies of the archive"), static_cast<int>(Scope::All));
    }
    preview();
}

AnonymizeDialog::Choice AnonymizeDialog::choice() const
{
    return {static_cast<Scope>(m_scope->currentData().toInt()), m_openStudy, m_selectedStudies};
}

Result<std::vector<std::int64_t>> AnonymizeDialog::studiesOf(const StudyDatabase& archive,
                                                             const Choice& choice)
{
    if (choice.scope == Scope::Open)
        return std::vector{choice.openStudy};
    if (choice.scope == Scope::Selected)
        return choice.selectedStudies;
    Result<std::vector<StudyRecord>> studies = std::vector<StudyRecord>();
    if (choice.scope == Scope::Patient) {
        const auto open = archive.study(choice.openStudy);
        if (!open)
            return open.error();
        studies = archive.studiesOf(open->patient.id);
    } else {
        studies = archive.studies();
    }
    if (!studies)
        return studies.error();
    std::vector<std::int64_t> ids;
    for (const StudyRecord& study : *studies)
        ids.push_back(study.id);
    return ids;
}

std::optional<Pseudonyms> AnonymizeDialog::ownKey() const
{
    return m_options->ownKey() ? std::optional(m_ownKey) : std::nullopt;
}

Result<Pseudonyms> AnonymizeDialog::keyFor(const StudyDatabase& archive,
                                           const std::optional<Pseudonyms>& own)
{
    return own ? Result<Pseudonyms>(*own) : Pseudonyms::ofArchive(archive.folder());
}

void AnonymizeDialog::preview()
{
    m_preview.cancel();
    m_previewed = false;
    updateEnabled();
    m_view->setProblem(tr("Reading headers…"));
    m_preview = m_parts.archive.run<AnonymizePreview>(
        this,
        [choice = choice(), options = m_options->options(), own = ownKey()](
            StudyDatabase& archive, const Progress& progress) -> Result<AnonymizePreview> {
            const auto ids = studiesOf(archive, choice);
            if (!ids)
                return ids.error();
            const auto files = studyFiles(archive, *ids);
            if (!files)
                return files.error();
            const auto key = keyFor(archive, own);
            if (!key)
                return key.error();
            return previewAnonymization(*files, options, *key, progress);
        },
        [this, asked = ++m_asked](const Result<AnonymizePreview>& preview) {
            if (asked != m_asked)
                return;
            if (preview)
                m_view->setPreview(*preview);
            else
                m_view->setProblem(errorText(preview.error()));
            m_previewed = preview && preview->files > 0;
            updateEnabled();
        });
}

void AnonymizeDialog::chooseFolder()
{
    const auto chosen =
        m_parts.dialogs.askFolder(this, tr("Where to export to"), m_parts.settings.lastFolder());
    if (!chosen)
        return;
    m_parts.settings.setLastFolder(*chosen);
    QString name = QStringLiteral("anonymized");
    for (int number = 2; QDir(*chosen).exists(name); ++number)
        name = QStringLiteral("anonymized-%1").arg(number);
    m_folder->setText(QDir::toNativeSeparators(QDir(*chosen).filePath(name)));
}

void AnonymizeDialog::start()
{
    const QString folder = QDir::fromNativeSeparators(m_folder->text().trimmed());
    m_running = true;
    m_progress->setValue(0);
    m_cancel->setEnabled(true);
    updateEnabled();
    m_task = m_parts.archive.run<AnonymizeSummary>(
        this,
        [choice = choice(), options = m_options->options(), own = ownKey(),
         target = std::filesystem::path(folder.toStdString())](
            StudyDatabase& archive, const Progress& progress) -> Result<AnonymizeSummary> {
            const auto ids = studiesOf(archive, choice);
            if (!ids)
                return ids.error();
            const auto key = keyFor(archive, own);
            if (!key)
                return key.error();
            return exportAnonymized(archive, *ids, target, options, *key, progress);
        },
        [this, folder](const Result<AnonymizeSummary>& summary) { ended(summary, folder); },
        [this](double fraction) { m_progress->setValue(static_cast<int>(fraction * 1000)); });
}

void AnonymizeDialog::ended(const Result<AnonymizeSummary>& summary, const QString& folder)
{
    m_running = false;
    updateEnabled();
    if (!summary) {
        if (summary.error().code == ErrorCode::Cancelled)
            m_view->setProblem(tr("The export was cancelled; nothing was written."));
        else
            m_parts.dialogs.showError(this, windowTitle(), errorText(summary.error()),
                                      errorDetails(summary.error()));
        return;
    }
    QString text = tr("%n file(s) written to %1.", nullptr, summary->files)
                       .arg(QDir::toNativeSeparators(folder));
    if (!summary->leftOut.empty())
        text += QLatin1Char(' ') +
                tr("%n file(s) left out.", nullptr, static_cast<int>(summary->leftOut.size()));
    m_parts.dialogs.showMessage(this, windowTitle(), text, {});
}

void AnonymizeDialog::updateEnabled()
{
    m_export->setEnabled(m_previewed && !m_running && !m_folder->text().trimmed().isEmpty());
    m_scope->setEnabled(!m_running);
    m_options->setEnabled(!m_running);
    m_folder->setEnabled(!m_running);
    m_progress->setVisible(m_running);
    m_cancel->setVisible(m_running);
}

void AnonymizeDialog::reject()
{
    m_preview.cancel();
    m_task.cancel();
    QDialog::reject();
}

} // namespace fovea
