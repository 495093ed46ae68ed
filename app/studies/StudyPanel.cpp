#include "app/studies/StudyPanel.h"

#include "app/studies/StudyTree.h"

#include <QDate>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QTimer>
#include <QVBoxLayout>

namespace fovea {

namespace {

constexpr int SeriesIdRole = StudyTree::SeriesIdRole;
constexpr int SearchDelayMs = 200;
constexpr int MostStudies = 500; // A list longer than this is searched, not scrolled.

QString text(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

QString patientName(const PatientRecord& patient)
{
    // DICOM PN: components by ^, alphabetic group first.
    QString name = text(patient.name).section(QLatin1Char('='), 0, 0);
    const QStringList parts = name.split(QLatin1Char('^'), Qt::SkipEmptyParts);
    if (parts.isEmpty())
        return StudyPanel::tr("(no name)");
    if (parts.size() == 1)
        return parts.first();
    return parts.first() + QStringLiteral(", ") + parts.mid(1).join(QLatin1Char(' '));
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
                            .arg(series.spacingMm[2], 0, 'f', 2));
    if (series.hasLabelMap)
        item->setText(1, item->text(1) + StudyPanel::tr(", segmented"));
    return item;
}

} // namespace

StudyPanel::StudyPanel(const Archive& archive, QWidget* parent)
    : QWidget(parent)
    , m_archive(archive)
    , m_search(new QLineEdit(this))
    , m_searchDelay(new QTimer(this))
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
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_searchDelay->setSingleShot(true);
    m_searchDelay->setInterval(SearchDelayMs);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_search);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_empty, 1);

    connect(m_search, &QLineEdit::textChanged, m_searchDelay, qOverload<>(&QTimer::start));
    connect(m_searchDelay, &QTimer::timeout, this, &StudyPanel::refresh);
    connect(m_tree, &QTreeWidget::itemActivated, this, &StudyPanel::chosen);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &StudyPanel::selectionChanged);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_empty->hide();
}

void StudyPanel::refresh()
{
    m_query.cancel();
    StudyQuery query;
    query.text = m_search->text().toStdString();
    query.limit = MostStudies;
    m_query = m_archive.run<std::vector<Entry>>(
        this,
        [query](StudyDatabase& database, const Progress& progress) -> Result<std::vector<Entry>> {
            auto studies = database.studies(query);
            if (!studies)
                return studies.error();
            std::vector<Entry> entries;
            for (StudyRecord& study : *studies) {
                if (progress.cancelled())
                    return makeError(ErrorCode::Cancelled);
                auto series = database.seriesOf(study.id);
                if (!series)
                    return series.error();
                entries.push_back({std::move(study), std::move(*series)});
            }
            return entries;
        },
        [this](Result<std::vector<Entry>> entries) {
            if (entries)
                show(*entries);
            else if (entries.error().code != ErrorCode::Cancelled)
                Q_EMIT failed(entries.error());
        });
}

void StudyPanel::show(const std::vector<Entry>& entries)
{
    const qint64 selected = selectedSeries();
    m_tree->clear();
    for (const Entry& entry : entries) {
        const StudyRecord& study = entry.study;
        QString name = patientName(study.patient);
        if (!study.patient.patientId.empty())
            name += QStringLiteral(" · ") + text(study.patient.patientId);
        auto* item = new QTreeWidgetItem({name, dateText(study.date)});
        item->setToolTip(0, text(study.description));
        for (const SeriesRecord& series : entry.series)
            item->addChild(seriesItem(series));
        m_tree->addTopLevelItem(item);
        item->setExpanded(true);
    }
    const bool none = entries.empty();
    m_tree->setVisible(!none);
    m_empty->setVisible(none);
    m_empty->setText(m_search->text().isEmpty()
                         ? tr("No studies yet. Open a folder with a CT (Ctrl+O), or drop one here.")
                         : tr("No study matches."));
    markOpenSeries();
    select(selected > 0 ? selected : m_openSeries);
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
