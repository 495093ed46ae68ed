#include "app/anonymize/AnonymizePreviewView.h"

#include "app/text/anonymizeText.h"

#include <QDir>
#include <QLabel>
#include <QTabWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace fovea {

namespace {

QTreeWidget* newList(const char* name, const QStringList& titles, QWidget* parent)
{
    auto* list = new QTreeWidget(parent);
    list->setObjectName(QLatin1String(name));
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setAlternatingRowColors(true);
    list->setHeaderLabels(titles);
    return list;
}

} // namespace

AnonymizePreviewView::AnonymizePreviewView(QWidget* parent)
    : QWidget(parent)
    , m_tabs(new QTabWidget(this))
    , m_changes(newList(
          "anonymizeChanges",
          {tr("Attribute"), tr("Name"), tr("Fate"), tr("Before"), tr("After"), tr("Series")}, this))
    , m_leftOut(newList("anonymizeLeftOut", {tr("File"), tr("Reason")}, this))
    , m_summary(new QLabel(this))
{
    m_summary->setObjectName(QStringLiteral("anonymizeSummary"));
    m_summary->setWordWrap(true);
    m_tabs->setObjectName(QStringLiteral("anonymizeTabs"));
    m_tabs->addTab(m_changes, tr("Changed and removed"));
    m_tabs->addTab(m_leftOut, tr("Left out"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_summary);
    layout->addWidget(m_tabs, 1);
}

void AnonymizePreviewView::setPreview(const AnonymizePreview& preview)
{
    m_changes->clear();
    m_leftOut->clear();
    QList<QTreeWidgetItem*> items;
    for (const AttributeChange& change : preview.changes) {
        auto* item = new QTreeWidgetItem(
            QStringList{QString::fromStdString(change.path),
                        change.keyword.empty() ? tr("Private or unknown")
                                               : QString::fromStdString(change.keyword),
                        attributeFateText(change.fate), QString::fromStdString(change.before),
                        QString::fromStdString(change.after), QString::number(change.count)});
        item->setTextAlignment(5, Qt::AlignRight | Qt::AlignVCenter);
        items.append(item);
    }
    m_changes->addTopLevelItems(items);
    items.clear();
    for (const NotAnonymized& file : preview.leftOut)
        items.append(new QTreeWidgetItem(
            QStringList{QDir::toNativeSeparators(QString::fromStdString(file.path.string())),
                        notAnonymizedText(file)}));
    m_leftOut->addTopLevelItems(items);
    for (QTreeWidget* list : {m_changes, m_leftOut}) {
        constexpr int widest = 260;
        for (int column = 0; column < list->columnCount(); ++column) {
            list->resizeColumnToContents(column);
            if (column + 1 < list->columnCount() && list->columnWidth(column) > widest)
                list->setColumnWidth(column, widest);
        }
    }
    m_tabs->setTabText(1, tr("Left out (%1)").arg(preview.leftOut.size()));
    QStringList names;
    for (const std::string& name : preview.pseudonyms)
        names << QString::fromStdString(name);
    m_summary->setText(preview.files == 0
                           ? tr("Nothing can be exported; the reasons are under “Left out”.")
                           : tr("%n file(s)", nullptr, preview.files) + QStringLiteral(", ") +
                                 tr("%n series", nullptr, preview.series) + QStringLiteral(", ") +
                                 tr("%n study(s)", nullptr, preview.studies) +
                                 QStringLiteral(". ") +
                                 tr("Patients: %1").arg(names.join(QStringLiteral(", "))));
}

void AnonymizePreviewView::setProblem(const QString& text)
{
    m_changes->clear();
    m_leftOut->clear();
    m_tabs->setTabText(1, tr("Left out"));
    m_summary->setText(text);
}

} // namespace fovea
