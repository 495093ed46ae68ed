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
#include <memory>

namespace fovea {

namespace {

constexpr int SeriesIdRole = StudyTree::SeriesIdRole;
// What m_marked lists, beside searches by their id.
constexpr qint64 AllStudies = 0;
constexpr qint64 MarkedStudies = -1;
constexpr int SearchDelayMs = 100;
constexpr std::size_t MostStudies = 500; // A list longer than this is searched, not scrolled.

} // namespace

StudyPanel::StudyPanel(const Archive& archive, QWidget* parent)
    : QWidget(parent)
    , m_archive(archive)
    , m_writes(archive)
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

void StudyPanel::write(std::function<Status(const StudyNotes&)> change, const std::string& key,
                       std::function<void()> written)
{
    m_writes.add([change = std::move(change)](
                     StudyDatabase& database) { return change(StudyNotes(database.folder())); },
                 [this, written = std::move(written)](const Status& ended) {
                     if (written)
                         written();
                     if (!ended)
                         Q_EMIT failed(ended.error()); // The study is gone.
                     refresh();
                 },
                 key);
}

void StudyPanel::writeNote(std::int64_t studyId, const StudyNote& note)
{
    m_unsavedNotes[studyId] = note;
    write([studyId, note](const StudyNotes& notes) { return notes.write(studyId, note); },
          "note " + std::to_string(studyId),
          [this, studyId, note] {
              // Another may wait behind this one.
              const auto unsaved = m_unsavedNotes.find(studyId);
              if (unsaved != m_unsavedNotes.end() && unsaved->second == note)
                  m_unsavedNotes.erase(unsaved);
          });
}

void StudyPanel::toggleRead()
{
    const auto selected = selectedItems();
    const bool read = !std::ranges::all_of(selected, [](const QTreeWidgetItem* study) {
        return study->data(0, StudyReadRole).toBool();
    });
    for (const QTreeWidgetItem* study : selected) {
        const std::int64_t id = study->data(0, StudyIdRole).toLongLong();
        write([id, read](const StudyNotes& notes) { return notes.setRead(id, read); },
              "read " + std::to_string(id));
    }
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
            // What could not be written as yet is what the reader left.
            const auto unsaved = m_unsavedNotes.find(id);
            auto* dialog = new StudyNoteDialog(
                name, unsaved == m_unsavedNotes.end() ? found->first : unsaved->second,
                found->second, this);
            connect(dialog, &QDialog::accepted, this,
                    [this, dialog, id] { writeNote(id, dialog->note()); });
            dialog->open();
        },
        {}, TaskRunner::Pool::Save);
}

void StudyPanel::refresh()
{
    m_query.cancel();
    m_query = m_archive.run<Listing>(
        this,
        [wish = wish()](StudyDatabase& database, const Progress& progress) -> Result<Listing> {
            return list(database, wish, MostStudies, progress);
        },
        [this](Result<Listing> listing) {
            if (listing)
                show(*listing);
            else if (listing.error().code != ErrorCode::Cancelled)
                Q_EMIT failed(listing.error());
        });
}

StudyPanel::Wish StudyPanel::wish() const
{
    Wish wish;
    m_filter->apply(wish.query);
    wish.query.text = m_search->text().toStdString();
    wish.query.names = namesForSearch();
    wish.marked = m_marked->currentData().toLongLong();
    return wish;
}

std::function<Result<std::vector<std::int64_t>>(const StudyDatabase&, const Progress&)>
StudyPanel::findListed() const
{
    return [wish = wish()](const StudyDatabase& database,
                           const Progress& progress) -> Result<std::vector<std::int64_t>> {
        const auto listing = list(database, wish, 0, progress);
        if (!listing)
            return listing.error();
        std::vector<std::int64_t> ids;
        for (const Entry& entry : listing->entries)
            ids.push_back(entry.listed.study.id);
        return ids;
    };
}

Result<StudyPanel::Listing> StudyPanel::list(const StudyDatabase& database, const Wish& wish,
                                             std::size_t most, const Progress& progress)
{
    StudyListQuery query = wish.query;
    const bool all = wish.marked == AllStudies;
    query.limit = all ? static_cast<int>(most) : 0;
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
    listing.matching = all ? found->matching : 0;
    std::ranges::copy_if(*searches, std::back_inserter(listing.standing),
                         [](const SavedSearch& search) { return search.standing.has_value(); });
    for (ListedStudy& study : found->studies) {
        Entry entry{std::move(study), {}};
        std::ranges::copy_if(*marks, std::back_inserter(entry.marks), [&](const SearchMark& mark) {
            return mark.studyId == entry.listed.study.id &&
                   (wish.marked <= 0 || mark.searchId == wish.marked);
        });
        if (!all && entry.marks.empty())
            continue;
        if (!all)
            ++listing.matching;
        if (most == 0 || listing.entries.size() < most)
            listing.entries.push_back(std::move(entry));
    }
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
    std::set<qint64> studies;
    std::set<qint64> series;
    for (const QTreeWidgetItem* item : m_tree->selectedItems())
        (item->parent() ? series : studies)
            .insert(item->data(0, item->parent() ? SeriesIdRole : StudyIdRole).toLongLong());
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
    const auto nowRead = std::make_shared<bool>(false);
    m_writes.add(
        [seriesId, nowRead](StudyDatabase& database) -> Status {
            const auto read = StudyNotes(database.folder()).seriesOpened(seriesId);
            if (!read)
                return read.error();
            *nowRead = *read;
            return Done{};
        },
        [this, nowRead](const Status&) {
            if (*nowRead)
                refresh();
        });
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
