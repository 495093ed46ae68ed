#include "app/catalogs/FindingsPage.h"

#include "app/catalogs/FindingEditor.h"
#include "app/text/names.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace fovea {

namespace {

constexpr int AnatomyRole = Qt::UserRole + 1;
constexpr int FindingRole = Qt::UserRole + 2;

FindingKey keyOf(const QTreeWidgetItem& item)
{
    return {item.data(0, AnatomyRole).toString().toStdString(),
            item.data(0, FindingRole).toString().toStdString()};
}

} // namespace

FindingsPage::FindingsPage(CatalogParts parts, QWidget* parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_list(new QTreeWidget(this))
    , m_anatomy(new QComboBox(this))
    , m_editor(new FindingEditor(parts, this))
{
    auto* parted = new QSplitter(this);
    parted->addWidget(makeList());
    parted->addWidget(m_editor);
    parted->setSizes({380, 520});
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(parted, 1);

    connect(m_list, &QTreeWidget::currentItemChanged, this, &FindingsPage::showCurrent);
    connect(m_list, &QTreeWidget::itemChanged, this, &FindingsPage::checkShown);
    connect(m_editor, &FindingEditor::seriesChosen, this, &FindingsPage::seriesChosen);
    connect(&parts.catalog, &SiteCatalog::changed, this, &FindingsPage::showList);
    connect(&parts.own, &OwnFindings::changed, this, &FindingsPage::showList);
    showList();
}

QPushButton* FindingsPage::button(const char* name, const QString& text,
                                  void (FindingsPage::*run)())
{
    auto* made = new QPushButton(text, this);
    made->setObjectName(QLatin1String(name));
    made->setAutoDefault(false);
    connect(made, &QPushButton::clicked, this, run);
    return made;
}

QWidget* FindingsPage::makeList()
{
    m_list->setObjectName(QStringLiteral("catalogFindings"));
    m_list->setAccessibleName(tr("Findings of the catalog"));
    m_list->setHeaderLabels({tr("Shown"), tr("Anatomy"), tr("Prompts")});
    m_list->setRootIsDecorated(false);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_anatomy->setObjectName(QStringLiteral("ownFindingAnatomy"));
    m_anatomy->setAccessibleName(tr("Anatomy of a new finding"));
    m_up = button("findingUp", tr("Up"), &FindingsPage::moveUp);
    m_down = button("findingDown", tr("Down"), &FindingsPage::moveDown);
    m_remove = button("removeOwnFinding", tr("Delete"), &FindingsPage::removeOwn);
    m_undo = button("undoRemoveFinding", tr("Undo"), &FindingsPage::undoRemove);
    m_undo->hide();
    auto* side = new QWidget(this);
    auto* order = new QHBoxLayout;
    for (QPushButton* one : {m_up, m_down, m_remove, m_undo})
        order->addWidget(one);
    order->addStretch(1);
    auto* adding = new QHBoxLayout;
    adding->addWidget(m_anatomy, 1);
    adding->addWidget(button("addOwnFinding", tr("Add own finding"), &FindingsPage::addOwn));
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list, 1);
    layout->addLayout(order);
    layout->addLayout(adding);
    return side;
}

std::optional<FindingKey> FindingsPage::current() const
{
    const QTreeWidgetItem* item = m_list->currentItem();
    return item ? std::optional(keyOf(*item)) : std::nullopt;
}

void FindingsPage::addRow(const FindingKey& key, const QString& name)
{
    const SiteFinding site = m_parts.catalog.finding(key);
    const bool own = isOwnFinding(key.findingId);
    auto* item = new QTreeWidgetItem({name, anatomyName(key.anatomyId),
                                      own            ? tr("own")
                                      : site.prompts ? tr("changed")
                                                     : tr("shipped")});
    item->setData(0, AnatomyRole, QString::fromStdString(key.anatomyId));
    item->setData(0, FindingRole, QString::fromStdString(key.findingId));
    item->setCheckState(0, site.shown ? Qt::Checked : Qt::Unchecked);
    m_list->addTopLevelItem(item);
    if (m_shown == key)
        m_list->setCurrentItem(item);
}

void FindingsPage::showList()
{
    m_filling = true;
    const auto before = m_shown;
    m_list->clear();
    m_shown = before;
    std::vector<std::pair<FindingKey, QString>> rows;
    if (m_parts.model.info()) {
        for (const ModelFinding& finding : m_parts.model.info()->findings) {
            const FindingKey key{finding.anatomyId, finding.findingId};
            const std::string& name = m_parts.catalog.finding(key).name;
            rows.emplace_back(key, name.empty()
                                       ? findingName(finding.findingId, finding.displayName)
                                       : QString::fromStdString(name));
        }
    }
    for (const OwnFinding& own : m_parts.own.list())
        rows.emplace_back(FindingKey{own.prompts.anatomyId, own.id},
                          QString::fromStdString(own.name));
    const auto& listed = m_parts.catalog.findings();
    std::ranges::stable_sort(rows, {}, [&](const auto& row) {
        return std::ranges::find(listed, row.first, &SiteFinding::key) - listed.begin();
    });
    for (const auto& [key, name] : rows)
        addRow(key, name);
    showAnatomies();
    m_filling = false;
    if (!m_list->currentItem() && m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(0));
    else
        showCurrent();
}

void FindingsPage::showAnatomies()
{
    const QString chosen = m_anatomy->currentData().toString();
    m_anatomy->clear();
    if (m_parts.model.info()) {
        for (const std::string& id : m_parts.model.info()->anatomyIds)
            m_anatomy->addItem(anatomyName(id), QString::fromStdString(id));
    }
    m_anatomy->setCurrentIndex(std::max(0, m_anatomy->findData(chosen)));
}

void FindingsPage::showCurrent()
{
    if (m_filling)
        return;
    m_shown = current();
    m_editor->show(m_shown, m_shown ? m_list->currentItem()->text(0) : QString());
    const bool known = m_shown && m_parts.isKnown();
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    m_up->setEnabled(known && row > 0);
    m_down->setEnabled(known && row + 1 < m_list->topLevelItemCount());
    m_remove->setEnabled(known && isOwnFinding(m_shown->findingId));
    m_undo->setVisible(m_removed.has_value());
}

void FindingsPage::choose(const std::string& findingId)
{
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        if (keyOf(*m_list->topLevelItem(i)).findingId == findingId)
            m_list->setCurrentItem(m_list->topLevelItem(i));
    }
}

void FindingsPage::checkShown(QTreeWidgetItem* item)
{
    if (m_filling)
        return;
    // Afterwards: the change makes the list anew, and with it the item that is telling of it.
    QMetaObject::invokeMethod(
        this,
        [this, key = keyOf(*item), shown = item->checkState(0) == Qt::Checked] {
            SiteFinding finding = m_parts.catalog.finding(key);
            finding.shown = shown;
            m_parts.catalog.change(finding);
        },
        Qt::QueuedConnection);
}

void FindingsPage::moveUp()
{
    move(-1);
}

void FindingsPage::moveDown()
{
    move(1);
}

void FindingsPage::move(int by)
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    std::vector<FindingKey> order;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i)
        order.push_back(keyOf(*m_list->topLevelItem(i)));
    if (row < 0 || row + by < 0 || row + by >= int(order.size()))
        return;
    std::swap(order[std::size_t(row)], order[std::size_t(row + by)]);
    m_parts.catalog.setOrder(order);
}

void FindingsPage::addOwn()
{
    if (!m_parts.own.isKnown() || m_anatomy->currentIndex() < 0)
        return;
    const std::string anatomy = m_anatomy->currentData().toString().toStdString();
    OwnFinding finding{{}, {}, {anatomy, {"Finding."}, {"No finding."}}};
    for (int number = 1; finding.name.empty(); ++number) {
        const QString name = tr("Finding %1").arg(number);
        if (m_parts.own.nameProblem(name, anatomy).isEmpty())
            finding.name = name.toStdString();
    }
    m_parts.own.add(std::move(finding));
    const std::string id = m_parts.own.list().back().id;
    m_parts.catalog.change({{anatomy, id}, {}, false, {}}); // Until it has prompts.
    choose(id);
    m_editor->focusName();
}

void FindingsPage::removeOwn()
{
    const OwnFinding* own = m_shown ? m_parts.ownFinding(*m_shown) : nullptr;
    if (!own)
        return;
    m_removed = *own;
    std::vector<OwnFinding> list = m_parts.own.list();
    std::erase_if(list, [&](const OwnFinding& one) { return one.id == m_removed->id; });
    m_parts.own.replaceAll(std::move(list));
}

void FindingsPage::undoRemove()
{
    auto removed = std::exchange(m_removed, std::nullopt);
    if (!removed)
        return;
    std::vector<OwnFinding> list = m_parts.own.list();
    list.push_back(*removed);
    m_parts.own.replaceAll(std::move(list));
    choose(removed->id);
}

} // namespace fovea
