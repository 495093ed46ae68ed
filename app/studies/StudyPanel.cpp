#include "app/studies/StudyPanel.h"

#include "app/studies/StudyFilterBar.h"
#include "app/studies/StudyNoteDialog.h"
#include "app/studies/StudyNoteKeeper.h"
#include "app/studies/StudyTree.h"
#include "app/studies/studyItems.h"
#include "app/text/namesForSearch.h"

#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace fovea {

namespace {

constexpr int SeriesIdRole = StudyTree::SeriesIdRole;
constexpr int SearchDelayMs = 100;
constexpr std::size_t MostStudies = 500; // A list longer than this is searched, not scrolled.

} // namespace

StudyPanel::StudyPanel(const Archive& archive, QWidget* parent)
    : QWidget(parent)
    , m_archive(archive)
    , m_notes(new StudyNoteKeeper(archive, this))
    , m_search(new QLineEdit(this))
    , m_searchDelay(new QTimer(this))
    , m_filter(new StudyFilterBar(this))
    , m_marked(new QComboBox(this))
    , m_tree(new StudyTree(this))
    , m_empty(new QLabel(this))
    , m_count(new QLabel(this))
    , m_read(new QAction(tr("Mark as read"), this))
    , m_note(new QAction(tr("Tags and note…"), this))
    , m_clear(new QAction(this))
{
    m_search->setObjectName(QStringLiteral("studySearch"));
    m_search->setPlaceholderText(tr("Search patient, date, tag, nodule > 0.8…"));
    m_search->setToolTip(
        tr("Finds patient, id, accession number, descriptions, dates, tags, notes and findings.\n"
           "“effusion” also finds studies in which the model sees one,\n"
           "“nodule > 0.8” those with such a raw score."));
    m_search->setAccessibleName(tr("Search studies"));
    m_search->setClearButtonEnabled(true);
    m_tree->setObjectName(QStringLiteral("studies"));
    m_tree->setAccessibleName(tr("Studies"));
    m_tree->setHeaderLabels({tr("Patient and study"), tr("Date and size")});
    m_tree->header()->setStretchLastSection(true);
    m_tree->header()->resizeSection(0, 190);
    m_tree->setUniformRowHeights(true);
    m_marked->setObjectName(QStringLiteral("markedStudies"));
    m_marked->setAccessibleName(tr("Which studies to list"));
    m_marked->hide();
    m_count->setObjectName(QStringLiteral("studyCount"));
    m_count->setWordWrap(true);
    m_count->hide();
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_searchDelay->setSingleShot(true);
    m_searchDelay->setInterval(SearchDelayMs);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_search);
    layout->addWidget(m_filter);
    layout->addWidget(m_marked);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_count);

    connect(m_search, &QLineEdit::textChanged, m_searchDelay, qOverload<>(&QTimer::start));
    connect(m_searchDelay, &QTimer::timeout, this, &StudyPanel::refresh);
    connect(m_tree, &QTreeWidget::itemActivated, this, &StudyPanel::chosen);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &StudyPanel::selectionChanged);
    connect(m_marked, &QComboBox::activated, this, &StudyPanel::refresh);
    connect(m_filter, &StudyFilterBar::changed, this, &StudyPanel::refresh);
    connect(m_notes, &StudyNoteKeeper::changed, this, &StudyPanel::refresh);
    connect(m_notes, &StudyNoteKeeper::failed, this, &StudyPanel::failed);
    addStudyActions();
    m_empty->hide();
}

void StudyPanel::addStudyActions()
{
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_clear->setObjectName(QStringLiteral("clearMarks"));
    connect(m_clear, &QAction::triggered, this, [this] {
        for (const std::int64_t study : selectedStudies())
            Q_EMIT clearMarksRequested(study);
    });
    m_read->setObjectName(QStringLiteral("studyRead"));
    m_note->setObjectName(QStringLiteral("studyNote"));
    connect(m_read, &QAction::triggered, this, &StudyPanel::toggleRead);
    connect(m_note, &QAction::triggered, this, &StudyPanel::editNote);
    m_tree->addActions({m_read, m_note, m_clear});
    connect(m_tree, &QTreeWidget::itemSelectionChanged, this, &StudyPanel::showStudyActions);
    showStudyActions();
}

QTreeWidgetItem* StudyPanel::currentStudy() const
{
    QTreeWidgetItem* item = m_tree->currentItem();
    return item && item->parent() ? item->parent() : item;
}

std::vector<QTreeWidgetItem*> StudyPanel::selectedItems() const
{
    std::vector<QTreeWidgetItem*> items;
    for (int s = 0; s < m_tree->topLevelItemCount(); ++s) {
        QTreeWidgetItem* study = m_tree->topLevelItem(s);
        bool selected = study->isSelected();
        for (int c = 0; c < study->childCount(); ++c)
            selected = selected || study->child(c)->isSelected();
        if (selected)
            items.push_back(study);
    }
    return items;
}

std::vector<std::int64_t> StudyPanel::selectedStudies() const
{
    std::vector<std::int64_t> ids;
    for (const QTreeWidgetItem* item : selectedItems())
        ids.push_back(item->data(0, StudyIdRole).toLongLong());
    return ids;
}

void StudyPanel::showStudyActions()
{
    const auto selected = selectedItems();
    const bool allRead = std::ranges::all_of(selected, [](const QTreeWidgetItem* study) {
        return study->data(0, StudyReadRole).toBool();
    });
    m_read->setEnabled(!selected.empty());
    m_read->setText(!selected.empty() && allRead ? tr("Mark as unread") : tr("Mark as read"));
    m_note->setEnabled(selected.size() == 1);
    m_clear->setEnabled(!selected.empty());
    m_clear->setText(selected.size() > 1 ? tr("Clear the marks of these studies")
                                         : tr("Clear the marks of this study"));
}

void StudyPanel::toggleRead()
{
    const auto selected = selectedItems();
    const bool read = !std::ranges::all_of(selected, [](const QTreeWidgetItem* study) {
        return study->data(0, StudyReadRole).toBool();
    });
    for (const QTreeWidgetItem* study : selected)
        m_notes->setRead(study->data(0, StudyIdRole).toLongLong(), read);
}

void StudyPanel::editNote()
{
    const auto selected = selectedItems();
    if (selected.size() != 1)
        return;
    const QTreeWidgetItem* study = selected.front();
    using Found = std::pair<StudyNote, std::vector<TagCount>>;
    m_archive.run<Found>(
        this,
        [id = study->data(0, StudyIdRole).toLongLong()](StudyDatabase& database,
                                                        const Progress&) -> Result<Found> {
            const StudyNotes notes(database.folder());
            auto note = notes.of(id);
            auto tags = notes.tags();
            if (!note || !tags)
                return note ? tags.error() : note.error();
            return Found(std::move(*note), std::move(*tags));
        },
        [this, id = study->data(0, StudyIdRole).toLongLong(),
         name = study->text(0)](Result<Found> found) {
            if (!found) {
                Q_EMIT failed(found.error());
                return;
            }
            auto* dialog =
                new StudyNoteDialog(name, m_notes->noteOf(id, found->first), found->second, this);
            connect(dialog, &QDialog::accepted, this,
                    [this, dialog, id] { m_notes->setNote(id, dialog->note()); });
            dialog->open();
        },
        {}, TaskRunner::Pool::Save);
}

void StudyPanel::refresh()
{
    m_query.cancel();
    m_query = m_archive.run<MarkedStudyListing>(
        this,
        [wanted = wanted()](StudyDatabase& database, const Progress& progress) {
            return listMarkedStudies(database, wanted, progress);
        },
        [this](Result<MarkedStudyListing> listing) {
            if (listing)
                show(*listing);
            else if (listing.error().code != ErrorCode::Cancelled)
                Q_EMIT failed(listing.error());
        });
}

MarkedStudyQuery StudyPanel::wanted() const
{
    MarkedStudyQuery wanted;
    m_filter->apply(wanted.query);
    wanted.query.text = m_search->text().toStdString();
    wanted.query.names = namesForSearch();
    wanted.marked = m_marked->currentData().toLongLong();
    wanted.most = MostStudies;
    return wanted;
}

std::function<Result<std::vector<std::int64_t>>(const StudyDatabase&, const Progress&)>
StudyPanel::findListed() const
{
    return [wanted = wanted()](const StudyDatabase& database, const Progress& progress) {
        return findMarkedStudies(database, wanted, progress);
    };
}

void StudyPanel::showMarkFilter(const MarkedStudyListing& listing)
{
    const qint64 chosen = m_marked->currentData().toLongLong();
    m_marked->clear();
    m_marked->addItem(tr("All studies"), qint64(MarkedStudyQuery::AllStudies));
    m_marked->addItem(tr("Marked by a search"), qint64(MarkedStudyQuery::AnyMark));
    for (const SavedSearch& search : listing.standing)
        m_marked->addItem(tr("Marked by “%1”").arg(QString::fromStdString(search.name)),
                          qint64(search.id));
    m_marked->setCurrentIndex(std::max(0, m_marked->findData(chosen)));
    m_marked->setVisible(!listing.standing.empty() || listing.marks > 0 ||
                         m_marked->currentIndex() > 0);
    if (m_marked->currentData().toLongLong() != chosen)
        refresh(); // The search that was listed by has gone.
}

void StudyPanel::show(const MarkedStudyListing& listing)
{
    const qint64 selected = selectedSeries();
    std::set<qint64> studies;
    std::set<qint64> series;
    for (const QTreeWidgetItem* item : m_tree->selectedItems())
        (item->parent() ? series : studies)
            .insert(item->data(0, item->parent() ? SeriesIdRole : StudyIdRole).toLongLong());
    const QTreeWidgetItem* current = currentStudy();
    const qint64 study = current && selected == 0 ? current->data(0, StudyIdRole).toLongLong() : 0;
    m_tree->clear();
    for (const MarkedStudy& entry : listing.studies) {
        QTreeWidgetItem* item = studyItem(entry.listed, entry.marks);
        m_tree->addTopLevelItem(item);
        item->setExpanded(true);
        if (study > 0 && entry.listed.study.id == study)
            m_tree->setCurrentItem(item);
    }
    const bool none = listing.studies.empty();
    m_tree->setVisible(!none);
    m_empty->setVisible(none);
    const bool all =
        m_search->text().isEmpty() && m_marked->currentIndex() <= 0 && m_filter->listsAll();
    m_empty->setText(all ? tr("No studies yet. Open a folder with a CT (Ctrl+O), or drop one here.")
                         : tr("No study matches."));
    const QLocale locale;
    m_count->setText(tr("%1 of %2 studies. Search to find the others.")
                         .arg(locale.toString(qulonglong(listing.studies.size())),
                              locale.toString(qulonglong(listing.matching))));
    m_count->setVisible(listing.matching > listing.studies.size());
    markOpenSeries();
    if (!m_tree->currentItem())
        select(selected > 0 ? selected : m_openSeries);
    selectAgain(studies, series);
    m_matching = listing.matching;
    showStudyActions();
    showMarkFilter(listing);
    m_filter->setChoices(listing.tags, listing.unread);
    Q_EMIT listed();
}

void StudyPanel::selectAgain(const std::set<qint64>& studies, const std::set<qint64>& series)
{
    if (studies.size() + series.size() < 2)
        return; // The current row.
    for (int s = 0; s < m_tree->topLevelItemCount(); ++s) {
        QTreeWidgetItem* item = m_tree->topLevelItem(s);
        if (studies.contains(item->data(0, StudyIdRole).toLongLong()))
            item->setSelected(true);
    }
    for (QTreeWidgetItem* item : seriesItems()) {
        if (series.contains(item->data(0, SeriesIdRole).toLongLong()))
            item->setSelected(true);
    }
}

void StudyPanel::setOpenSeries(qint64 seriesId)
{
    m_openSeries = seriesId;
    markOpenSeries();
    select(seriesId);
    m_notes->seriesOpened(seriesId);
}

std::vector<QTreeWidgetItem*> StudyPanel::seriesItems() const
{
    std::vector<QTreeWidgetItem*> items;
    for (int s = 0; s < m_tree->topLevelItemCount(); ++s) {
        for (int c = 0; c < m_tree->topLevelItem(s)->childCount(); ++c)
            items.push_back(m_tree->topLevelItem(s)->child(c));
    }
    return items;
}

void StudyPanel::markOpenSeries()
{
    for (QTreeWidgetItem* series : seriesItems()) {
        QFont font = series->font(0);
        font.setBold(series->data(0, SeriesIdRole).toLongLong() == m_openSeries);
        series->setFont(0, font);
    }
}

void StudyPanel::select(qint64 seriesId)
{
    for (QTreeWidgetItem* series : seriesItems()) {
        if (series->data(0, SeriesIdRole).toLongLong() == seriesId)
            m_tree->setCurrentItem(series);
    }
}

void StudyPanel::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

const ArchiveQueue& StudyPanel::writes() const
{
    return m_notes->writes();
}

qint64 StudyPanel::selectedSeries() const
{
    const QTreeWidgetItem* item = m_tree->currentItem();
    return item ? item->data(0, SeriesIdRole).toLongLong() : 0;
}

void StudyPanel::addSeriesAction(QAction* action)
{
    m_tree->addAction(action);
}

void StudyPanel::chosen(QTreeWidgetItem* item)
{
    if (!item->parent() && item->childCount() > 0)
        item = item->child(0);
    const qint64 seriesId = item->data(0, SeriesIdRole).toLongLong();
    if (seriesId > 0)
        Q_EMIT seriesChosen(seriesId);
}

} // namespace fovea
