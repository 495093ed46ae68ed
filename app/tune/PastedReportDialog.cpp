#include "app/tune/PastedReportDialog.h"

#include "app/ModelLibrary.h"
#include "app/studies/patientName.h"
#include "app/text/errorText.h"
#include "app/text/names.h"

#include <QDate>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTableWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace fovea {

namespace {

constexpr int pauseMs = 300;
/// More than anybody picks from by eye; a search finds the others.
constexpr int mostStudies = 500;

enum StudyColumn { PatientColumn, DateColumn, DescriptionColumn, KeptColumn };
enum TextColumn { AnatomyColumn, WordsColumn, UnderstoodColumn };

QString textOf(const std::string& text)
{
    return QString::fromStdString(text);
}

QString dayOf(const StudyRecord& study)
{
    const QDate day = QDate::fromString(textOf(study.date), QStringLiteral("yyyyMMdd"));
    return day.isValid() ? QLocale().toString(day, QLocale::ShortFormat) : textOf(study.date);
}

QString namesOf(const std::vector<std::string>& findings)
{
    QStringList names;
    for (const std::string& one : findings)
        names << findingName(one);
    return names.join(QStringLiteral(", "));
}

} // namespace

PastedReportDialog::PastedReportDialog(const Archive& archive, const QString& search,
                                       QWidget* parent)
    : QDialog(parent)
    , m_archive(archive)
    , m_rules(loadReportRules(ModelLibrary::resource("catalog/report-rules.json")))
    , m_search(new QLineEdit(search, this))
    , m_studies(new QTreeWidget(this))
    , m_report(new QPlainTextEdit(this))
    , m_texts(new QTableWidget(0, 3, this))
    , m_state(new QLabel(this))
    , m_save(new QPushButton(tr("&Keep for this study"), this))
{
    setObjectName(QStringLiteral("pastedReportDialog"));
    setWindowTitle(tr("Paste reports"));
    m_search->setObjectName(QStringLiteral("pasteSearch"));
    m_search->setPlaceholderText(tr("All studies; or words of patient, ID or description"));
    m_search->setClearButtonEnabled(true);
    m_studies->setObjectName(QStringLiteral("pasteStudies"));
    m_studies->setAccessibleName(tr("Studies"));
    m_studies->setRootIsDecorated(false);
    m_studies->setAlternatingRowColors(true);
    m_studies->setHeaderLabels({tr("Patient"), tr("Date"), tr("Study"), tr("Pasted")});
    m_report->setObjectName(QStringLiteral("pasteReport"));
    m_report->setAccessibleName(tr("Report"));
    m_report->setPlaceholderText(tr("Paste the report of the selected study here (English)."));
    m_texts->setObjectName(QStringLiteral("pasteTexts"));
    m_texts->setAccessibleName(tr("Texts by anatomy"));
    m_texts->setHorizontalHeaderLabels({tr("Anatomy"), tr("Sentences"), tr("Understood as")});
    m_texts->verticalHeader()->hide();
    m_texts->setWordWrap(true);
    m_texts->setAlternatingRowColors(true);
    m_texts->horizontalHeader()->setSectionResizeMode(WordsColumn, QHeaderView::Stretch);
    m_texts->horizontalHeader()->setSectionResizeMode(UnderstoodColumn, QHeaderView::Stretch);
    m_state->setObjectName(QStringLiteral("pasteState"));
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    m_save->setObjectName(QStringLiteral("pasteSave"));
    m_save->setAutoDefault(false);

    auto* left = new QWidget(this);
    auto* leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins({});
    leftLayout->addWidget(m_search);
    leftLayout->addWidget(m_studies, 1);
    auto* right = new QSplitter(Qt::Vertical, this);
    right->addWidget(m_report);
    right->addWidget(m_texts);
    right->setStretchFactor(0, 2);
    right->setStretchFactor(1, 3);
    right->setChildrenCollapsible(false);
    auto* splitter = new QSplitter(this);
    splitter->addWidget(left);
    splitter->addWidget(right);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    splitter->setChildrenCollapsible(false);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(m_save, QDialogButtonBox::ActionRole);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(splitter, 1);
    layout->addWidget(m_state);
    layout->addWidget(buttons);
    resize(1060, 640);

    m_wait.setSingleShot(true);
    m_wait.setInterval(pauseMs);
    connect(&m_wait, &QTimer::timeout, this, &PastedReportDialog::takeApartPasted);
    connect(m_report, &QPlainTextEdit::textChanged, &m_wait, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::textChanged, this, &PastedReportDialog::find);
    connect(m_studies, &QTreeWidget::currentItemChanged, this, &PastedReportDialog::select);
    connect(m_texts, &QTableWidget::cellChanged, this, [this](int row, int column) {
        if (!m_filling && column == WordsColumn)
            showUnderstood(row);
    });
    connect(m_save, &QPushButton::clicked, this, &PastedReportDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    find();
    showState();
}

void PastedReportDialog::find()
{
    StudyQuery query;
    query.text = m_search->text().trimmed().toStdString();
    query.limit = mostStudies;
    m_archive.run<Asked>(
        this,
        [query](StudyDatabase& database, const Progress&) -> Result<Asked> {
            auto studies = database.studies(query);
            if (!studies)
                return studies.error();
            auto texts = readPastedReports(database.folder());
            if (!texts)
                return texts.error();
            return Asked{*std::move(studies), *std::move(texts)};
        },
        [this, query](Result<Asked> asked) {
            if (query.text == m_search->text().trimmed().toStdString())
                present(std::move(asked));
        });
}

void PastedReportDialog::present(Result<Asked> asked)
{
    if (!asked) {
        m_state->setText(errorText(asked.error()));
        return;
    }
    m_kept = std::move(asked->texts);
    const std::string before = m_study;
    const QSignalBlocker quiet(m_studies);
    m_studies->clear();
    QTreeWidgetItem* again = nullptr;
    for (const StudyRecord& study : asked->studies) {
        if (study.studyInstanceUid.empty())
            continue;
        auto* item = new QTreeWidgetItem(m_studies);
        item->setText(PatientColumn, patientName(study.patient));
        item->setToolTip(PatientColumn, textOf(study.patient.patientId));
        item->setText(DateColumn, dayOf(study));
        item->setText(DescriptionColumn, textOf(study.description));
        item->setText(KeptColumn, keptOf(study.studyInstanceUid).empty() ? QString() : tr("yes"));
        item->setData(PatientColumn, Qt::UserRole, textOf(study.studyInstanceUid));
        if (study.studyInstanceUid == before)
            again = item;
    }
    for (int column = 0; column < m_studies->columnCount(); ++column)
        m_studies->resizeColumnToContents(column);
    m_studies->setCurrentItem(again);
    if (again == nullptr)
        select(nullptr);
}

std::vector<PastedText> PastedReportDialog::keptOf(const std::string& studyInstanceUid) const
{
    std::vector<PastedText> own;
    for (const StudyText& text : m_kept) {
        if (text.study == studyInstanceUid)
            own.push_back({text.anatomyId, text.text});
    }
    return own;
}

void PastedReportDialog::select(QTreeWidgetItem* item)
{
    m_study = item ? item->data(PatientColumn, Qt::UserRole).toString().toStdString() : "";
    const QSignalBlocker quiet(m_report);
    m_report->clear();
    m_wait.stop();
    showTexts(keptOf(m_study));
    m_state->clear();
    showState();
}

void PastedReportDialog::takeApartPasted()
{
    if (!m_rules) {
        m_state->setText(errorText(m_rules.error()));
        return;
    }
    const std::string report = m_report->toPlainText().toStdString();
    if (report.empty())
        return;
    const auto apart = takeApart(report, *m_rules);
    showTexts(apart);
    m_state->setText(apart.empty()
                         ? tr("No anatomy was recognized in this text.")
                         : tr("Look through what was understood. The sentences can be corrected."));
    showState();
}

void PastedReportDialog::showTexts(const std::vector<PastedText>& texts)
{
    m_filling = true;
    m_texts->setRowCount(int(texts.size()));
    for (int row = 0; row < m_texts->rowCount(); ++row) {
        const PastedText& text = texts[static_cast<std::size_t>(row)];
        auto* anatomy = new QTableWidgetItem(anatomyName(text.anatomyId));
        anatomy->setData(Qt::UserRole, textOf(text.anatomyId));
        anatomy->setFlags(anatomy->flags() & ~Qt::ItemIsEditable);
        m_texts->setItem(row, AnatomyColumn, anatomy);
        m_texts->setItem(row, WordsColumn, new QTableWidgetItem(textOf(text.text)));
        auto* meaning = new QTableWidgetItem;
        meaning->setFlags(meaning->flags() & ~Qt::ItemIsEditable);
        m_texts->setItem(row, UnderstoodColumn, meaning);
        showUnderstood(row);
    }
    m_filling = false;
    m_texts->resizeColumnToContents(AnatomyColumn);
    m_texts->resizeRowsToContents();
}

void PastedReportDialog::showUnderstood(int row)
{
    if (!m_rules)
        return;
    const UnderstoodText meaning =
        understood({m_texts->item(row, AnatomyColumn)->data(Qt::UserRole).toString().toStdString(),
                    m_texts->item(row, WordsColumn)->text().toStdString()},
                   *m_rules);
    QStringList lines;
    if (!meaning.asserted.empty())
        lines << tr("Present: %1").arg(namesOf(meaning.asserted));
    if (!meaning.negated.empty())
        lines << tr("Absent: %1").arg(namesOf(meaning.negated));
    m_texts->item(row, UnderstoodColumn)
        ->setText(lines.isEmpty() ? tr("No finding") : lines.join(QLatin1Char('\n')));
    m_texts->resizeRowToContents(row);
}

std::vector<PastedText> PastedReportDialog::texts() const
{
    std::vector<PastedText> all;
    for (int row = 0; row < m_texts->rowCount(); ++row) {
        const QString words = m_texts->item(row, WordsColumn)->text().trimmed();
        if (!words.isEmpty())
            all.push_back(
                {m_texts->item(row, AnatomyColumn)->data(Qt::UserRole).toString().toStdString(),
                 words.toStdString()});
    }
    return all;
}

void PastedReportDialog::save()
{
    m_saving = true;
    showState();
    m_archive.run<bool>(
        this,
        [study = m_study, all = texts()](StudyDatabase& database, const Progress&) -> Result<bool> {
            const Status written = writePastedReport(database.folder(), study, all);
            return written ? Result<bool>(!all.empty()) : Result<bool>(written.error());
        },
        [this](Result<bool> any) {
            m_saving = false;
            showState();
            if (!any) {
                m_state->setText(errorText(any.error()));
                return;
            }
            find();
            Q_EMIT kept();
        });
}

void PastedReportDialog::showState()
{
    const bool one = !m_study.empty() && !m_saving;
    m_report->setEnabled(one);
    m_texts->setEnabled(one);
    m_save->setEnabled(one);
    if (m_study.empty())
        m_state->setText(tr("Select a study, then paste its report."));
}

} // namespace fovea
