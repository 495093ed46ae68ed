#include "app/studies/StudyPanel.h"

#include "app/studies/StudyTree.h"
#include "app/studies/patientName.h"
#include "app/text/names.h"
#include "viewer/decimalText.h"

#include <QAction>
#include <QComboBox>
#include <QDate>
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
constexpr int StudyIdRole = Qt::UserRole + 2; ///< Of a study's row.
// What m_marked lists, beside searches by their id.
constexpr qint64 AllStudies = 0;
constexpr qint64 MarkedStudies = -1;
constexpr int SearchDelayMs = 200;
constexpr int MostStudies = 500; // A list longer than this is searched, not scrolled.

QString text(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

QString dateText(const std::string& dicomDate)
{
    const QDate date = QDate::fromString(text(dicomDate), QStringLiteral("yyyyMMdd"));
    return date.isValid() ? QLocale().toString(date, QLocale::ShortFormat) : QString();
}

QTreeWidgetItem* seriesItem(const SeriesRecord& series)
{
    const QString description = series.description.empty()
                                    ? StudyPanel::tr("Series %1").arg(series.number)
                                    : text(series.description);
    auto* item = new QTreeWidgetItem(
        {description, StudyPanel::tr("%n slice(s)", nullptr, series.sliceCount)});
    item->setData(0, SeriesIdRole, qint64(series.id));
    item->setToolTip(0, StudyPanel::tr("%1 × %2 × %3 voxels, %4 mm between slices")
                            .arg(series.size[0])
                            .arg(series.size[1])
                            .arg(series.size[2])
                            .arg(decimalText(series.spacingMm[2], 2)));
    if (series.hasLabelMap)
        item->setText(1, item->text(1) + StudyPanel::tr(", segmented"));
    return item;
}

/// "● Effusions" behind the date, and which regions in the tooltip.
void showMarks(QTreeWidgetItem& item, const std::vector<SearchMark>& marks)
{
    if (marks.empty())
        return;
    QStringList names;
    QStringList lines;
    for (const SearchMark& mark : marks) {
        names << text(mark.searchName);
        lines << StudyPanel::tr("Marked by “%1”: %2, score %3.")
                     .arg(text(mark.searchName), anatomyName(mark.anatomyId),
                          QLocale().toString(mark.score, 'f', 3));
    }
    item.setText(1, StudyPanel::tr("%1  ● %2", "date of a study, searches that marked it")
                        .arg(item.text(1), names.join(QStringLiteral(", ")))
                        .trimmed());
    item.setToolTip(1, lines.join(QLatin1Char('\n')));
    QFont font = item.font(1);
    font.setBold(true);
    item.setFont(1, font);
}

} // namespace

StudyPanel::StudyPanel(const Archive& archive, QWidget* parent)
    : QWidget(parent)
    , m_archive(archive)
    , m_search(new QLineEdit(this))
    , m_searchDelay(new QTimer(this))
    , m_marked(new QComboBox(this))
    , m_tree(new StudyTree(this))
    , m_empty(new QLabel(this))
{
    m_search->setObjectName(QStringLiteral("studySearch"));
    m_search->setPlaceholderText(tr("Search patient, id, description…"));
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
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_searchDelay->setSingleShot(true);
    m_searchDelay->setInterval(SearchDelayMs);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_search);
    layout->addWidget(m_marked);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_empty, 1);

    connect(m_search, &QLineEdit::textChanged, m_searchDelay, qOverload<>(&QTimer::start));
    connect(m_searchDelay, &QTimer::timeout, this, &StudyPanel::refresh);
    connect(m_tree, &QTreeWidget::itemActivated, this, &StudyPanel::chosen);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &StudyPanel::selectionChanged);
    connect(m_marked, &QComboBox::activated, this, &StudyPanel::refresh);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto* clear = new QAction(tr("Clear the marks of this study"), this);
    clear->setObjectName(QStringLiteral("clearMarks"));
    connect(clear, &QAction::triggered, this, [this] {
        const QTreeWidgetItem* item = m_tree->currentItem();
        if (item && item->parent())
            item = item->parent();
        if (item)
            Q_EMIT clearMarksRequested(item->data(0, StudyIdRole).toLongLong());
    });
    m_tree->addAction(clear);
    m_empty->hide();
}

void StudyPanel::refresh()
{
    m_query.cancel();
    StudyQuery query;
    query.text = m_search->text().toStdString();
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

Result<StudyPanel::Listing> StudyPanel::list(const StudyDatabase& database, const StudyQuery& query,
                                             qint64 wanted, const Progress& progress)
{
    const auto searches = database.savedSearches();
    if (!searches)
        return searches.error();
    const auto marks = database.searchMarks();
    if (!marks)
        return marks.error();
    auto studies = database.studies(query);
    if (!studies)
        return studies.error();
    Listing listing;
    std::ranges::copy_if(*searches, std::back_inserter(listing.standing),
                         [](const SavedSearch& search) { return search.standing.has_value(); });
    for (StudyRecord& study : *studies) {
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        Entry entry{std::move(study), {}, {}};
        std::ranges::copy_if(*marks, std::back_inserter(entry.marks), [&](const SearchMark& mark) {
            return mark.studyId == entry.study.id && (wanted <= 0 || mark.searchId == wanted);
        });
        if (wanted != AllStudies && entry.marks.empty())
            continue;
        auto series = database.seriesOf(entry.study.id);
        if (!series)
            return series.error();
        entry.series = std::move(*series);
        listing.entries.push_back(std::move(entry));
        if (std::ssize(listing.entries) == MostStudies)
            break;
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
        m_marked->addItem(tr("Marked by “%1”").arg(text(search.name)), qint64(search.id));
    m_marked->setCurrentIndex(std::max(0, m_marked->findData(chosen)));
    m_marked->setVisible(!listing.standing.empty() || listing.marked > 0 ||
                         m_marked->currentIndex() > 0);
    if (m_marked->currentData().toLongLong() != chosen)
        refresh(); // The search that was listed by has gone.
}

void StudyPanel::show(const Listing& listing)
{
    const qint64 selected = selectedSeries();
    m_tree->clear();
    for (const Entry& entry : listing.entries) {
        const StudyRecord& study = entry.study;
        QString name = patientName(study.patient);
        if (!study.patient.patientId.empty())
            name += QStringLiteral(" · ") + text(study.patient.patientId);
        auto* item = new QTreeWidgetItem({name, dateText(study.date)});
        item->setData(0, StudyIdRole, qint64(study.id));
        item->setToolTip(0, text(study.description));
        showMarks(*item, entry.marks);
        for (const SeriesRecord& series : entry.series)
            item->addChild(seriesItem(series));
        m_tree->addTopLevelItem(item);
        item->setExpanded(true);
    }
    const bool none = listing.entries.empty();
    m_tree->setVisible(!none);
    m_empty->setVisible(none);
    const bool all = m_search->text().isEmpty() && m_marked->currentIndex() <= 0;
    m_empty->setText(all ? tr("No studies yet. Open a folder with a CT (Ctrl+O), or drop one here.")
                         : tr("No study matches."));
    markOpenSeries();
    select(selected > 0 ? selected : m_openSeries);
    showMarkFilter(listing);
}

void StudyPanel::setOpenSeries(qint64 seriesId)
{
    m_openSeries = seriesId;
    markOpenSeries();
    select(seriesId);
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
