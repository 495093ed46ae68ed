#include "app/ask/AskPanel.h"

#include "app/ask/ChipBar.h"
#include "app/ask/FilterBox.h"
#include "app/ask/NameRow.h"
#include "app/ask/SavedSearchBar.h"
#include "app/text/names.h"

#include <QComboBox>
#include <QDate>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QIcon>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPixmap>
#include <QPushButton>
#include <QStandardItemModel>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace fovea {

namespace {

constexpr int AnatomyIdRole = Qt::UserRole + 1;
constexpr int SeriesIdRole = Qt::UserRole + 2;
constexpr int ScoreRole = Qt::UserRole + 3;
constexpr int PictureSide = 56;         // Of a match, in device independent pixels.
constexpr int MaxQuestionLength = 4000; // A paragraph of a report.
enum Column { RankColumn, RegionColumn, DateColumn, PercentileColumn, ScoreColumn };

QString dateText(const std::string& date)
{
    const QDate day = QDate::fromString(QString::fromStdString(date), QStringLiteral("yyyyMMdd"));
    return day.isValid() ? QLocale().toString(day, QLocale::ShortFormat) : QString();
}

} // namespace

AskPanel::AskPanel(QWidget* parent)
    : QWidget(parent)
    , m_question(new QLineEdit(this))
    , m_ask(new QPushButton(tr("Ask"), this))
    , m_scope(new QComboBox(this))
    , m_searches(new SavedSearchBar(this))
    , m_nameRow(new NameRow(this))
    , m_showFilters(new QToolButton(this))
    , m_filters(new FilterBox(this))
    , m_chips(new ChipBar(this))
    , m_status(new QLabel(this))
    , m_matches(new QTreeWidget(this))
{
    m_question->setObjectName(QStringLiteral("question"));
    m_question->setPlaceholderText(tr("e.g. pleural effusion on the left"));
    m_question->setAccessibleName(tr("Question in plain words"));
    m_question->setClearButtonEnabled(true);
    m_question->setMaxLength(MaxQuestionLength);
    m_ask->setObjectName(QStringLiteral("ask"));
    using Scope = RegionQuestion::Scope;
    m_scope->setObjectName(QStringLiteral("askScope"));
    m_scope->setAccessibleName(tr("Where to look"));
    m_scope->addItem(tr("This study"), static_cast<int>(Scope::Study));
    m_scope->addItem(tr("This patient's studies"), static_cast<int>(Scope::Patient));
    m_scope->addItem(tr("All studies"), static_cast<int>(Scope::Archive));
    m_showFilters->setObjectName(QStringLiteral("showFilters"));
    m_showFilters->setText(tr("Filters"));
    m_showFilters->setCheckable(true);
    m_filters->hide();
    m_status->setObjectName(QStringLiteral("askStatus"));
    m_status->setWordWrap(true);
    m_status->setTextFormat(Qt::PlainText);
    m_matches->setObjectName(QStringLiteral("matches"));
    m_matches->setAccessibleName(tr("Regions ranked against the question"));
    m_matches->setHeaderLabels({tr("#"), tr("Region"), tr("Study"), tr("Percentile"), tr("Score")});
    m_matches->setRootIsDecorated(false);
    m_matches->setUniformRowHeights(true);
    m_matches->setIconSize({PictureSide, PictureSide});
    m_matches->setContextMenuPolicy(Qt::CustomContextMenu);
    m_matches->header()->setSectionResizeMode(RegionColumn, QHeaderView::Stretch);
    m_matches->header()->setStretchLastSection(false);
    m_matches->header()->resizeSection(RankColumn, 32);
    m_matches->header()->resizeSection(DateColumn, 80);
    m_matches->header()->resizeSection(PercentileColumn, 80);
    m_matches->header()->resizeSection(ScoreColumn, 64);

    auto* line = new QHBoxLayout;
    line->addWidget(m_question, 1);
    line->addWidget(m_ask);
    auto* where = new QHBoxLayout;
    where->addWidget(m_scope, 1);
    where->addWidget(m_searches, 1);
    where->addWidget(m_showFilters);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addLayout(line);
    layout->addLayout(where);
    layout->addWidget(m_nameRow);
    layout->addWidget(m_filters);
    layout->addWidget(m_chips);
    layout->addWidget(m_status);
    layout->addWidget(m_matches, 1);

    connect(m_question, &QLineEdit::returnPressed, this, &AskPanel::submit);
    connect(m_ask, &QPushButton::clicked, this, &AskPanel::submit);
    connect(m_showFilters, &QToolButton::toggled, m_filters, &QWidget::setVisible);
    connect(m_filters, &FilterBox::changed, this, [this] {
        m_showFilters->setText(m_filters->isActive() ? tr("Filters ●") : tr("Filters"));
    });
    connect(m_chips, &ChipBar::shortened, this, [this](const QString& question) {
        m_question->setText(question);
        submit();
    });
    connect(m_matches, &QTreeWidget::itemClicked, this, &AskPanel::choose);
    connect(m_matches, &QTreeWidget::itemActivated, this, &AskPanel::choose);
    connect(m_matches, &QTreeWidget::itemSelectionChanged, this, &AskPanel::updateSaving);
    connect(m_matches, &QWidget::customContextMenuRequested, this, &AskPanel::showMenu);
    clearMatches();
    updateEnabled();
}

void AskPanel::setReady(bool ready)
{
    m_ready = ready;
    updateEnabled();
}

void AskPanel::setStudyOpen(bool open)
{
    m_studyOpen = open;
    updateEnabled();
}

void AskPanel::setBusy(bool busy)
{
    m_busy = busy;
    updateEnabled();
}

void AskPanel::updateEnabled()
{
    m_question->setEnabled(m_ready);
    m_ask->setEnabled(m_ready && !m_busy);
    auto* scopes = qobject_cast<QStandardItemModel*>(m_scope->model());
    const int archive = m_scope->findData(static_cast<int>(RegionQuestion::Scope::Archive));
    for (int i = 0; i < m_scope->count(); ++i)
        scopes->item(i)->setEnabled(i == archive || m_studyOpen);
}

QString AskPanel::question() const
{
    return m_question->text().trimmed();
}

RegionQuestion::Scope AskPanel::scope() const
{
    return m_studyOpen ? static_cast<RegionQuestion::Scope>(m_scope->currentData().toInt())
                       : RegionQuestion::Scope::Archive;
}

void AskPanel::submit()
{
    if (m_ready && !m_busy)
        Q_EMIT asked();
}

void AskPanel::choose(QTreeWidgetItem* item)
{
    Q_EMIT regionChosen(item->data(0, SeriesIdRole).toLongLong(),
                        item->data(0, AnatomyIdRole).toString());
}

void AskPanel::showMenu(const QPoint& place)
{
    QTreeWidgetItem* item = m_matches->itemAt(place);
    if (item == nullptr)
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Go there"), this, [this, item] { choose(item); });
    menu->addAction(tr("More like this"), this,
                    [this, series = item->data(0, SeriesIdRole).toLongLong(),
                     anatomy = item->data(0, AnatomyIdRole).toString()] {
                        Q_EMIT likeRequested(series, anatomy);
                    })
        ->setObjectName(QStringLiteral("moreLikeThis"));
    QAction* mark = menu->addAction(tr("Mark new studies at least as similar as this one…"),
                                    m_searches, &SavedSearchBar::markRequested);
    mark->setObjectName(QStringLiteral("markAsSimilar"));
    mark->setEnabled(m_answered && !m_answered->like);
    menu->popup(m_matches->viewport()->mapToGlobal(place));
}

void AskPanel::addMatch(const RankedRegion& match, int rank, bool elsewhere)
{
    auto* item = new QTreeWidgetItem(
        {QString::number(rank), anatomyName(match.anatomyId), dateText(match.studyDate),
         match.percentile ? QLocale().toString(100.0 * *match.percentile, 'f', 0) : tr("–"),
         QLocale().toString(match.score, 'f', 3)});
    item->setData(0, AnatomyIdRole, QString::fromStdString(match.anatomyId));
    item->setData(0, SeriesIdRole, static_cast<qlonglong>(match.seriesId));
    item->setData(0, ScoreRole, match.score);
    item->setSizeHint(RegionColumn, {0, PictureSide + 4}); // Also before the picture is there.
    for (const int column : {PercentileColumn, ScoreColumn})
        item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    QString hint =
        elsewhere ? tr("In another series: a click opens it there.") : tr("A click goes there.");
    if (!match.prompt.empty())
        hint +=
            QLatin1Char('\n') + tr("Nearest prompt: %1").arg(QString::fromStdString(match.prompt));
    if (match.percentile)
        hint +=
            QLatin1Char('\n') + tr("%1 % of the archive's regions of this anatomy fit less well.")
                                    .arg(QLocale().toString(100.0 * *match.percentile, 'f', 0));
    for (int column = 0; column < m_matches->columnCount(); ++column)
        item->setToolTip(column, hint);
    m_matches->addTopLevelItem(item);
}

QString AskPanel::problemText(const RegionAnswer& answer)
{
    if (answer.query.problem == QueryProblem::Unknown)
        return tr("The model knows none of these words. Name a finding or an anatomy.");
    if (answer.query.problem == QueryProblem::NoSubject)
        return tr("The question names neither an anatomy nor a finding.");
    const auto& unknown = answer.unknownAnatomies;
    if (!unknown.empty() && unknown.size() == answer.query.anatomyIds.size())
        return tr("This model does not look at: %1.").arg(anatomyName(unknown.front()));
    if (answer.matches.empty())
        return tr("No region fits the question and the filters.");
    return {};
}

void AskPanel::setAnswer(const RegionQuestion& question, const RegionAnswer& answer,
                         qint64 openSeries)
{
    m_matches->clear();
    m_answered.reset();
    if (question.like)
        m_chips->clear();
    else
        m_chips->setQuery(QString::fromStdString(question.text), answer.query);
    // A question that finds nothing as yet may be worth keeping; one that means nothing is not.
    if (answer.query.problem == QueryProblem::None)
        m_answered = question;
    m_understood = answer.query;
    updateSaving();
    if (const QString problem = problemText(answer); !problem.isEmpty()) {
        m_status->setText(problem);
        return;
    }
    int rank = 0;
    for (const RankedRegion& match : answer.matches)
        addMatch(match, ++rank, match.seriesId != openSeries);
    m_status->setText(
        question.like
            ? tr("Most like the %1 chosen, of %n region(s). The order means something; the number "
                 "is not a probability.",
                 nullptr, static_cast<int>(answer.regions))
                  .arg(anatomyName(question.like->anatomyId))
            : tr("Nearest to “%1”, of %n region(s). The order means something; the number is not "
                 "a probability.",
                 nullptr, static_cast<int>(answer.regions))
                  .arg((answer.query.negated ? tr("no %1") : QStringLiteral("%1"))
                           .arg(QString::fromStdString(answer.query.subject))));
}

void AskPanel::setPicture(qint64 seriesId, const QString& anatomyId, const QImage& picture)
{
    for (int i = 0; i < m_matches->topLevelItemCount(); ++i) {
        QTreeWidgetItem* item = m_matches->topLevelItem(i);
        if (item->data(0, SeriesIdRole).toLongLong() == seriesId &&
            item->data(0, AnatomyIdRole).toString() == anatomyId)
            item->setIcon(RegionColumn, QIcon(QPixmap::fromImage(picture)));
    }
}

void AskPanel::clearMatches()
{
    m_matches->clear();
    m_chips->clear();
    m_status->setText(tr("Ask in plain words, in English, German or Chinese; regions are ranked "
                         "against the text."));
    m_answered.reset();
    updateSaving();
}

void AskPanel::showProblem(const QString& text)
{
    m_matches->clear();
    m_chips->clear();
    m_status->setText(text);
    m_answered.reset();
    updateSaving();
}

void AskPanel::setQuestion(const RegionQuestion& question)
{
    m_question->setText(QString::fromStdString(question.text));
    m_scope->setCurrentIndex(m_scope->findData(static_cast<int>(question.scope)));
    m_filters->setFilter(question.filter);
    updateEnabled();
}

std::optional<double> AskPanel::selectedScore() const
{
    const QTreeWidgetItem* item = m_matches->currentItem();
    return item ? std::optional(item->data(0, ScoreRole).toDouble()) : std::nullopt;
}

void AskPanel::updateSaving()
{
    const bool text = m_answered && !m_answered->like;
    m_searches->setCanSave(text, text && m_matches->currentItem());
}

void AskPanel::focusQuestion()
{
    m_question->setFocus(Qt::ShortcutFocusReason);
    m_question->selectAll();
}

} // namespace fovea
