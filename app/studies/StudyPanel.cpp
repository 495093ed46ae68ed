#include "app/studies/StudyPanel.h"

#include "app/studies/StudyFilterBar.h"
#include "app/studies/StudyNoteDialog.h"
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
#include <iterator>

namespace fovea {

namespace {

constexpr int SeriesIdRole = StudyTree::SeriesIdRole;
// What m_marked lists, beside searches by their id.
constexpr qint64 AllStudies = 0;
constexpr qint64 MarkedStudies = -1;
constexpr int SearchDelayMs = 100;
constexpr int MostStudies = 500; // A list longer than this is searched, not scrolled.

} // namespace

StudyPanel::StudyPanel(const Archive& archive, QWidget* parent)
    : QWidget(parent)
    , m_archive(archive)
    , m_search(new QLineEdit(this))
    , m_searchDelay(new QTimer(this))
    , m_filter(new StudyFilterBar(this))
    , m_marked(new QComboBox(this))
    , m_tree(new StudyTree(this))
    , m_empty(new QLabel(this))
    , m_count(new QLabel(this))
    , m_read(new QAction(tr("Mark as read"), this))
    , m_note(new QAction(tr("Tags and note…"), this))
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
    addStudyActions();
    m_empty->hide();
}

void StudyPanel::addStudyActions()
{
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto* clear = new QAction(tr("Clear the marks of this study"), this);
    clear->setObjectName(QStringLiteral("clearMarks"));
    connect(clear, &QAction::triggered, this, [this] {
        if (const QTreeWidgetItem* item = currentStudy())
            Q_EMIT clearMarksRequested(item->data(0, StudyIdRole).toLongLong());
    });
    m_read->setObjectName(QStringLiteral("studyRead"));
    m_note->setObjectName(QStringLiteral("studyNote"));
    connect(m_read, &QAction::triggered, this, &StudyPanel::toggleRead);
    connect(m_note, &QAction::triggered, this, &StudyPanel::editNote);
    m_tree->addActions({m_read, m_note, clear});
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &StudyPanel::showStudyActions);
    showStudyActions();
}

QTreeWidgetItem* StudyPanel::currentStudy() const
{
    QTreeWidgetItem* item = m_tree->currentItem();
    return item && item->parent() ? item->parent() : item;
}

void StudyPanel::showStudyActions()
{
    const QTreeWidgetItem* study = currentStudy();
    m_read->setEnabled(study);
    m_note->setEnabled(study);
    m_read->setText(study && study->data(0, StudyReadRole).toBool() ? tr("Mark as unread")
                                                                    : tr("Mark as read"));
}

void StudyPanel::write(std::function<Status(const StudyNotes&)> change)
{
    m_archive.run<Done>(
        this,
        [change = std::move(change)](StudyDatabase& database, const Progress&) {
            return change(StudyNotes(database.folder()));
        },
        [this](const Status& written) {
            if (!written)
                Q_EMIT failed(written.error());
            refresh();
        },
        {}, TaskRunner::Pool::Save);
}

void StudyPanel::toggleRead()
{
    const QTreeWidgetItem* study = currentStudy();
    if (!study)
        return;
    write([id = study->data(0, StudyIdRole).toLongLong(),
           read = !study->data(0, StudyReadRole).toBool()](const StudyNotes& notes) {
        return notes.setRead(id, read);
    });
}

void StudyPanel::editNote()
{
    const QTreeWidgetItem* study = currentStudy();
    if (!study)
        return;
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
            auto* dialog = new StudyNoteDialog(name, found->first, found->second, this);
            connect(dialog, &QDialog::accepted, this, [this, dialog, id] {
                write([id, note = dialog->note()](const StudyNotes& notes) {
                    return notes.write(id, note);
                });
            });
            dialog->open();
        },
        {}, TaskRunner::Pool::Save);
}

void StudyPanel::refresh()
{
    m_query.cancel();
    StudyListQuery query;
    m_filter->apply(query);
    query.text = m_search->text().toStdString();
    query.names = namesForSearch();
    const qint64 wanted = m_marked->currentData().toLongLong();
    if (wanted == AllStudies)
        query.limit = MostStudies;
    m_query = m_archive.run<Listing>(
        this,
        [query, wanted](StudyDatabase& database, const Progress& progress) -> Result<Listing> {
            return list(database, query, wanted, progress);
        },
        [this](Result<Listing> listing) {
            if (listing)
                show(*listing);
            else if (listing.error().code != ErrorCode::Cancelled)
                Q_EMIT failed(listing.error());
        });
}

Result<StudyPanel::Listing> StudyPanel::list(const StudyDatabase& database,
                                             const StudyListQuery& query, qint64 wanted,
                                             const Progress& progress)
{
    const auto searches = database.savedSearches();
    if (!searches)
        return searches.error();
    const auto marks = database.searchMarks();
    if (!marks)
        return marks.error();
    auto tags = StudyNotes(database.folder()).tags();
    if (!tags)
        return tags.error();
    auto found = listStudies(database, query, progress);
    if (!found)
        return found.error();
    Listing listing;
    listing.tags = std::move(*tags);
    listing.unread = found->unread;
    listing.matching = found->matching;
    std::ranges::copy_if(*searches, std::back_inserter(listing.standing),
                         [](const SavedSearch& search) { return search.standing.has_value(); });
    for (ListedStudy& study : found->studies) {
        Entry entry{std::move(study), {}};
        std::ranges::copy_if(*marks, std::back_inserter(entry.marks), [&](const SearchMark& mark) {
            return mark.studyId == entry.listed.study.id &&
                   (wanted <= 0 || mark.searchId == wanted);
        });
        if (wanted != AllStudies && entry.marks.empty())
            continue;
        listing.entries.push_back(std::move(entry));
        if (std::ssize(listing.entries) == MostStudies)
            break;
    }
    if (wanted != AllStudies)
        listing.matching = listing.entries.size();
    listing.marked = std::ssize(*marks);
    return listing;
}

void StudyPanel::showMarkFilter(const Listing& listing)
{
    const qint64 chosen = m_marked->currentData().toLongLong();
    m_marked->clear();
    m_marked->addItem(tr("All studies"), AllStudies);
    m_marked->addItem(tr("Marked by a search"), MarkedStudies);
    for (const SavedSearch& search : listing.standing)
        m_marked->addItem(tr("Marked by “%1”").arg(QString::fromStdString(search.name)),
                          qint64(search.id));
    m_marked->setCurrentIndex(std::max(0, m_marked->findData(chosen)));
    m_marked->setVisible(!listing.standing.empty() || listing.marked > 0 ||
                         m_marked->currentIndex() > 0);
    if (m_marked->currentData().toLongLong() != chosen)
        refresh(); // The search that was listed by has gone.
}

void StudyPanel::show(const Listing& listing)
{
    const qint64 selected = selectedSeries();
    const QTreeWidgetItem* current = currentStudy();
    const qint64 study = current && selected == 0 ? current->data(0, StudyIdRole).toLongLong() : 0;
    m_tree->clear();
    for (const Entry& entry : listing.entries) {
        QTreeWidgetItem* item = studyItem(entry.listed, entry.marks);
        m_tree->addTopLevelItem(item);
        item->setExpanded(true);
        if (study > 0 && entry.listed.study.id == study)
            m_tree->setCurrentItem(item);
    }
    const bool none = listing.entries.empty();
    m_tree->setVisible(!none);
    m_empty->setVisible(none);
    const bool all =
        m_search->text().isEmpty() && m_marked->currentIndex() <= 0 && m_filter->listsAll();
    m_empty->setText(all ? tr("No studies yet. Open a folder with a CT (Ctrl+O), or drop one here.")
                         : tr("No study matches."));
    const QLocale locale;
    m_count->setText(tr("%1 of %2 studies. Search to find the others.")
                         .arg(locale.toString(qulonglong(listing.entries.size())),
                              locale.toString(qulonglong(listing.matching))));
    m_count->setVisible(listing.matching > listing.entries.size());
    markOpenSeries();
    if (!m_tree->currentItem())
        select(selected > 0 ? selected : m_openSeries);
    showStudyActions();
    showMarkFilter(listing);
    m_filter->setChoices(listing.tags, listing.unread);
}

void StudyPanel::setOpenSeries(qint64 seriesId)
{
    m_openSeries = seriesId;
    markOpenSeries();
    select(seriesId);
    m_archive.run<bool>(
        this,
        [seriesId](StudyDatabase& database, const Progress&) {
            return StudyNotes(database.folder()).seriesOpened(seriesId);
        },
        [this](const Result<bool>& nowRead) {
            if (nowRead && *nowRead)
                refresh();
        },
        {}, TaskRunner::Pool::Save);
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
