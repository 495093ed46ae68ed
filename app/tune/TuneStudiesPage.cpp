#include "app/tune/TuneStudiesPage.h"

#include "app/ModelLibrary.h"
#include "app/text/errorText.h"
#include "app/text/names.h"
#include "app/text/tuningText.h"
#include "app/tune/PastedReportDialog.h"
#include "app/work/siteFile.h"
#include "app/work/tuning/textTable.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace fovea {

namespace {

std::string path(const QLineEdit* edit)
{
    return edit->text().trimmed().toStdString();
}

} // namespace

TuneStudiesPage::TuneStudiesPage(Parts parts, QWidget* parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_search(new QLineEdit(this))
    , m_verdicts(new QCheckBox(tr("Findings that readers accepted or rejected"), this))
    , m_silence(new QCheckBox(tr("What a report does not mention is unknown, not absent"), this))
    , m_check(new QPushButton(tr("&Look through the archive"), this))
    , m_paste(new QPushButton(tr("&Paste reports…"), this))
    , m_texts(new QPushButton(tr("Save texts for &correction…"), this))
    , m_summary(new QLabel(this))
    , m_counts(new QTreeWidget(this))
    , m_problems(new QListWidget(this))
{
    m_search->setObjectName(QStringLiteral("tuneSearch"));
    m_search->setPlaceholderText(tr("All studies; or words of patient, ID or description"));
    m_verdicts->setObjectName(QStringLiteral("tuneVerdicts"));
    m_verdicts->setChecked(true);
    m_silence->setObjectName(QStringLiteral("tuneSilence"));
    m_check->setObjectName(QStringLiteral("tuneCheck"));
    m_paste->setObjectName(QStringLiteral("tunePaste"));
    m_paste->setToolTip(tr("For studies whose reports are in no table: they are taken apart by "
                           "anatomy, shown for correction, and kept beside the archive."));
    m_texts->setObjectName(QStringLiteral("tuneTexts"));
    m_texts->setToolTip(tr("A table of what the reports say of each anatomy. Correct it, and give "
                           "it back as corrections."));
    m_summary->setObjectName(QStringLiteral("tuneSummary"));
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_counts->setObjectName(QStringLiteral("tuneCounts"));
    m_counts->setAccessibleName(tr("Labels by finding"));
    m_counts->setRootIsDecorated(false);
    m_counts->setAlternatingRowColors(true);
    m_counts->header()->setDefaultAlignment(Qt::AlignCenter);
    m_problems->setObjectName(QStringLiteral("tuneProblems"));
    m_problems->setAccessibleName(tr("What is wrong with the studies"));
    m_problems->setWordWrap(true);

    auto* form = new QFormLayout;
    form->addRow(tr("Studies"), m_search);
    m_reports =
        pathRow(form, "tuneReports", tr("Reports"),
                tr("Choose a table of reports (first column accession number)"), Ask::FileOrFolder);
    m_corrections = pathRow(form, "tuneCorrections", tr("Corrections"),
                            tr("Choose corrected texts"), Ask::File);
    m_labels = pathRow(
        form, "tuneLabels", tr("Labels"),
        tr("Choose a table of labels (first column accession number, then findings)"), Ask::File);
    m_new = pathRow(form, "tuneNew", tr("New findings"),
                    tr("Choose what the model is to learn anew (JSON)"), Ask::File);
    form->addRow(QString(), m_verdicts);
    form->addRow(QString(), m_silence);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_check);
    buttons->addWidget(m_paste);
    buttons->addWidget(m_texts);
    buttons->addStretch(1);
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_counts);
    splitter->addWidget(m_problems);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addLayout(buttons);
    layout->addWidget(m_summary);
    layout->addWidget(splitter, 1);

    for (QLineEdit* edit : {m_search, m_reports, m_corrections, m_labels, m_new})
        connect(edit, &QLineEdit::textChanged, this, &TuneStudiesPage::forget);
    for (QCheckBox* box : {m_verdicts, m_silence})
        connect(box, &QCheckBox::toggled, this, &TuneStudiesPage::forget);
    connect(&m_parts.model, &ModelService::ready, this, &TuneStudiesPage::forget);
    connect(m_check, &QPushButton::clicked, this, &TuneStudiesPage::check);
    connect(m_paste, &QPushButton::clicked, this, &TuneStudiesPage::pasteReports);
    connect(m_texts, &QPushButton::clicked, this, &TuneStudiesPage::writeTexts);
    forget();
}

QLineEdit* TuneStudiesPage::pathRow(QFormLayout* form, const char* name, const QString& label,
                                    const QString& title, Ask ask)
{
    auto* edit = new QLineEdit(this);
    edit->setObjectName(QLatin1String(name));
    edit->setClearButtonEnabled(true);
    edit->setPlaceholderText(tr("None"));
    auto* row = new QHBoxLayout;
    row->addWidget(edit, 1);
    const auto browse = [&](const QString& text, auto choose) {
        auto* button = new QToolButton(this);
        button->setText(text);
        button->setAccessibleName(tr("%1: %2").arg(label, text));
        row->addWidget(button);
        connect(button, &QToolButton::clicked, this, [edit, choose] {
            if (const auto chosen = choose())
                edit->setText(*chosen);
        });
    };
    browse(tr("File…"), [this, title] {
        return m_parts.dialogs.askFile(this, title, {}, tr("All files") + QStringLiteral(" (*)"));
    });
    if (ask == Ask::FileOrFolder)
        browse(tr("Folder…"), [this] {
            return m_parts.dialogs.askFolder(
                this, tr("Choose a folder of text files named by accession number"), {});
        });
    form->addRow(label, row);
    return edit;
}

TuningChoice TuneStudiesPage::choice() const
{
    TuningChoice choice;
    choice.search = m_search->text().trimmed().toStdString();
    choice.reports = path(m_reports);
    choice.corrections = path(m_corrections);
    choice.labels = path(m_labels);
    choice.newFile = path(m_new);
    choice.noVerdicts = !m_verdicts->isChecked();
    choice.silenceUnknown = m_silence->isChecked();
    return choice;
}

const TuningSet* TuneStudiesPage::checked() const
{
    const bool same = m_set && m_parts.model.info() &&
                      m_parts.model.info()->fingerprint == m_checkedModel &&
                      choice() == m_checkedChoice;
    return same ? &*m_set : nullptr;
}

void TuneStudiesPage::forget()
{
    if (checked())
        return;
    m_set.reset();
    m_counts->clear();
    m_problems->clear();
    m_texts->setEnabled(false);
    m_check->setEnabled(m_parts.model.info().has_value());
    m_summary->setText(
        m_parts.model.info()
            ? tr("Which labels are there is not known yet: look through the archive.")
            : tr("No model is loaded."));
    Q_EMIT changed();
}

void TuneStudiesPage::check()
{
    if (!m_parts.model.info())
        return;
    const ModelInfo model = *m_parts.model.info();
    m_check->setEnabled(false);
    m_summary->setText(tr("Reading studies…"));
    const TuningChoice asked = choice();
    m_parts.archive.run<TuningSet>(
        this,
        [asked, model](StudyDatabase& database, const Progress& progress) -> Result<TuningSet> {
            const auto rules = loadReportRules(ModelLibrary::resource("catalog/report-rules.json"));
            if (!rules)
                return rules.error();
            const auto news = asked.news(model);
            if (!news)
                return news.error();
            const auto request = asked.request(model, *news);
            if (!request)
                return request.error();
            return gatherTuningSet(database, *request, *rules, progress);
        },
        [this, asked, fingerprint = model.fingerprint](Result<TuningSet> set) {
            m_checkedChoice = asked;
            m_checkedModel = fingerprint;
            present(std::move(set));
        });
}

void TuneStudiesPage::present(Result<TuningSet> set)
{
    m_check->setEnabled(true);
    if (!set) {
        forget();
        m_summary->setText(errorText(set.error()));
        return;
    }
    m_set = std::move(*set);
    if (!checked()) { // Something else was asked for meanwhile.
        forget();
        return;
    }
    const auto count = [this](TuningSplit split) {
        return QString::number(m_set->of(split).size());
    };
    m_summary->setText(
        tr("%1 studies to learn from, %2 to choose by, %3 to judge by; no patient is in two of "
           "these.")
            .arg(count(TuningSplit::Training), count(TuningSplit::Validation),
                 count(TuningSplit::Test)));
    showCounts(*m_set);
    m_problems->clear();
    for (const TuningProblem& problem : m_set->problems)
        m_problems->addItem(tuningProblemText(problem));
    m_texts->setEnabled(!m_set->studies.empty());
    Q_EMIT changed();
}

void TuneStudiesPage::showCounts(const TuningSet& set)
{
    // One column for each split: nine would be wider than the window.
    QStringList heading{tr("Finding")};
    for (const TuningSplit split :
         {TuningSplit::Training, TuningSplit::Validation, TuningSplit::Test})
        heading << tr("%1:\npresent / absent / unknown").arg(tuningSplitName(split));
    m_counts->clear();
    m_counts->setColumnCount(int(heading.size()));
    m_counts->setHeaderLabels(heading);
    for (const LabelCount& one : set.counts) {
        auto* item = new QTreeWidgetItem(m_counts);
        item->setText(0, tr("%1: %2").arg(anatomyName(one.key.anatomyId),
                                          findingName(one.key.findingId, {})));
        for (std::size_t split = 0; split < TuningSplits; ++split) {
            const int column = int(1 + split);
            item->setText(column, QStringLiteral("%1 / %2 / %3")
                                      .arg(one.present[split])
                                      .arg(one.absent[split])
                                      .arg(one.unknown[split]));
            item->setTextAlignment(column, Qt::AlignHCenter | Qt::AlignVCenter);
        }
    }
    m_counts->header()->setStretchLastSection(false);
    m_counts->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_counts->header()->setSectionResizeMode(0, QHeaderView::Stretch);
}

void TuneStudiesPage::pasteReports()
{
    auto* dialog = new PastedReportDialog(m_parts.archive, m_search->text(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // What was looked through before knew less.
    connect(dialog, &PastedReportDialog::kept, this, [this] {
        m_set.reset();
        forget();
    });
    dialog->open();
}

void TuneStudiesPage::writeTexts()
{
    if (!m_set)
        return;
    const auto file = m_parts.dialogs.askSaveFile(this, tr("Save texts for correction"), {},
                                                  tr("Tables") + QStringLiteral(" (*.csv)"));
    if (!file)
        return;
    const std::filesystem::path target = file->toStdString();
    m_parts.archive.run<std::string>(
        this,
        [set = *m_set, target](StudyDatabase& database, const Progress&) -> Result<std::string> {
            auto table = textTable(database, set);
            if (!table)
                return table.error();
            if (Status written = writeSiteFile(target, *table); !written)
                return written.error();
            return target.filename().string();
        },
        [this](Result<std::string> name) {
            m_summary->setText(name ? tr("“%1” was written. Correct it, and choose it as "
                                         "corrections.")
                                          .arg(QString::fromStdString(*name))
                                    : errorText(name.error()));
        });
}

} // namespace fovea
