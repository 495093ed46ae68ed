#include "app/anatomy/AnatomyPanel.h"

#include "app/anatomy/checkText.h"
#include "app/text/names.h"
#include "app/text/structureName.h"
#include "viewer/decimalText.h"

#include <QAction>
#include <QComboBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPixmap>
#include <QSlider>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>
#include <QVBoxLayout>

#include <algorithm>
#include <map>
#include <set>

namespace fovea {

namespace {

constexpr int LabelRole = Qt::UserRole + 1;
constexpr int AnatomyIdRole = Qt::UserRole + 2;

QIcon swatch(const Rgb& colour)
{
    QPixmap pixmap(12, 12);
    pixmap.fill(QColor(colour[0], colour[1], colour[2]));
    return QIcon(pixmap);
}

QStringList columns(const QString& name, const StructureMeasure& measure)
{
    return {name, decimalText(measure.volumeMl, measure.volumeMl < 10 ? 1 : 0),
            decimalText(measure.meanHu, 0)};
}

constexpr int CheckColumn = 3;
constexpr int CheckWidth = 24;
constexpr int Indentation = 14; ///< Names need the room.

void showCheck(QTreeWidgetItem* item, const StructureCheck& check, const QString& confidence = {})
{
    const QString text = checkText(check);
    item->setIcon(CheckColumn, checkIcon(check));
    item->setData(CheckColumn, Qt::AccessibleTextRole, text);
    QStringList lines{item->text(0)}; // It may not be seen whole.
    for (const QString& line : {text, confidence}) {
        if (!line.isEmpty())
            lines << line;
    }
    for (int column = 0; column <= CheckColumn; ++column)
        item->setToolTip(column, lines.join(QLatin1Char('\n')));
}

QString confidenceOf(const LoadedLabelMap& labels, std::uint16_t label)
{
    const auto known = std::ranges::find(labels.confidence, label, &StructureConfidence::label);
    return known == labels.confidence.end() ? QString() : confidenceText(*known);
}

/// What speaks against any of them.
StructureCheck anyOf(const std::vector<StructureCheck>& all,
                     const std::vector<std::size_t>& members)
{
    StructureCheck any;
    for (const std::size_t n : members)
        any = joined(any, all[n]);
    return any;
}

void prepare(QTreeWidgetItem* item, bool checked)
{
    item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
    item->setCheckState(0, checked ? Qt::Checked : Qt::Unchecked);
    item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    item->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
}

} // namespace

AnatomyPanel::AnatomyPanel(ViewState& state, const AnatomyCatalog& catalog, QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_catalog(catalog)
    , m_mode(new QComboBox(this))
    , m_opacity(new QSlider(Qt::Horizontal, this))
    , m_tree(new QTreeWidget(this))
    , m_empty(new QLabel(this))
{
    m_mode->setObjectName(QStringLiteral("overlayMode"));
    m_mode->addItem(tr("Anatomy colours"), int(OverlayMode::Structures));
    m_mode->addItem(tr("Abnormality"), int(OverlayMode::Abnormality));
    m_mode->addItem(tr("Off"), int(OverlayMode::Off));
    m_opacity->setObjectName(QStringLiteral("overlayOpacity"));
    m_opacity->setAccessibleName(tr("Overlay opacity"));
    m_opacity->setRange(0, 100);
    m_tree->setObjectName(QStringLiteral("anatomies"));
    m_tree->setAccessibleName(tr("Anatomies"));
    m_tree->setHeaderLabels({tr("Anatomy"), tr("ml"), tr("HU"), QString()});
    m_tree->headerItem()->setToolTip(2, tr("Mean density"));
    m_tree->headerItem()->setToolTip(CheckColumn, tr("What speaks against a structure"));
    m_tree->headerItem()->setData(CheckColumn, Qt::AccessibleTextRole, tr("Check"));
    m_tree->headerItem()->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    m_tree->headerItem()->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
    m_tree->setTextElideMode(Qt::ElideRight);
    m_tree->setIndentation(Indentation);
    m_tree->setUniformRowHeights(true);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_tree->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    m_tree->header()->setMinimumSectionSize(CheckWidth);
    m_tree->header()->setSectionResizeMode(CheckColumn, QHeaderView::Fixed);
    m_tree->header()->resizeSection(CheckColumn, CheckWidth);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);

    auto* form = new QFormLayout;
    form->addRow(tr("Overlay"), m_mode);
    form->addRow(tr("Opacity"), m_opacity);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addLayout(form);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_empty, 1);

    const auto showMode = [this](OverlayMode mode) {
        m_mode->setCurrentIndex(m_mode->findData(int(mode)));
    };
    const auto showOpacity = [this](double opacity) { m_opacity->setValue(qRound(opacity * 100)); };
    showMode(m_state.overlayMode.get());
    showOpacity(m_state.overlayOpacity.get());
    m_connections.push_back(m_state.overlayMode.observe(showMode));
    m_connections.push_back(m_state.overlayOpacity.observe(showOpacity));
    m_connections.push_back(m_state.hiddenLabels.observe([this](const auto&) { showHidden(); }));
    connect(m_mode, &QComboBox::activated, this, [this](int index) {
        m_state.overlayMode.set(OverlayMode(m_mode->itemData(index).toInt()));
    });
    connect(m_opacity, &QSlider::sliderMoved, this,
            [this](int value) { m_state.overlayOpacity.set(value / 100.0); });
    connect(m_opacity, &QSlider::actionTriggered, this,
            [this] { m_state.overlayOpacity.set(m_opacity->sliderPosition() / 100.0); });
    connect(m_tree, &QTreeWidget::itemChanged, this, &AnatomyPanel::itemChanged);
    connect(m_tree, &QTreeWidget::itemActivated, this, &AnatomyPanel::chosen);
    auto* like = new QAction(tr("More like this"), m_tree);
    like->setObjectName(QStringLiteral("anatomyLike"));
    m_tree->addAction(like);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(like, &QAction::triggered, this, [this] {
        const QTreeWidgetItem* item = m_tree->currentItem();
        const QString anatomy = item ? item->data(0, AnatomyIdRole).toString() : QString();
        if (!anatomy.isEmpty())
            Q_EMIT likeRequested(anatomy);
    });
    clearLabelMap(tr("No segmentation is open."));
}

void AnatomyPanel::clearLabelMap(const QString& reason)
{
    m_tree->clear();
    m_tree->hide();
    m_empty->setText(reason);
    m_empty->show();
}

void AnatomyPanel::setLabelMap(const LoadedLabelMap& labels)
{
    m_filling = true;
    // What the reader opened stays open while the label map is edited.
    std::set<QString> expanded;
    for (int n = 0; n < m_tree->topLevelItemCount(); ++n) {
        if (m_tree->topLevelItem(n)->isExpanded())
            expanded.insert(m_tree->topLevelItem(n)->text(0));
    }
    m_tree->clear();
    // Catalogued anatomies first, in the catalog's order; then structures that are in none.
    const auto& structures = labels.labels->structures();
    m_checks = checkStructures(*labels.labels, labels.confidence);
    std::map<std::string, std::vector<std::size_t>> members;
    for (std::size_t n = 0; n < structures.size(); ++n)
        members[structures[n].anatomyId].push_back(n);
    for (const Anatomy& anatomy : m_catalog.anatomies()) {
        if (const auto it = members.find(anatomy.id); it != members.end())
            addAnatomy(anatomyName(anatomy.id, anatomy.displayName), anatomy.id, it->second,
                       labels);
    }
    for (const std::size_t n : members[{}])
        addAnatomy(structureName(structures[n]), {}, {n}, labels);
    for (int n = 0; n < m_tree->topLevelItemCount(); ++n)
        m_tree->topLevelItem(n)->setExpanded(expanded.contains(m_tree->topLevelItem(n)->text(0)));
    m_filling = false;
    m_empty->hide();
    m_tree->show();
}

void AnatomyPanel::select(std::uint16_t label)
{
    for (QTreeWidgetItemIterator it(m_tree); *it; ++it) {
        if (label != 0 && (*it)->data(0, LabelRole).toInt() == label) {
            m_tree->setCurrentItem(*it);
            m_tree->scrollToItem(*it);
            return;
        }
    }
    m_tree->setCurrentItem(nullptr);
}

void AnatomyPanel::addAnatomy(const QString& name, const std::string& anatomyId,
                              const std::vector<std::size_t>& members, const LoadedLabelMap& labels)
{
    const auto& structures = labels.labels->structures();
    const auto& hidden = m_state.hiddenLabels.get();
    std::vector<StructureMeasure> measures;
    for (const std::size_t n : members)
        measures.push_back(labels.measures[n]);

    auto* top = new QTreeWidgetItem(columns(name, combined(measures)));
    showCheck(top, anyOf(m_checks, members),
              members.size() == 1 ? confidenceOf(labels, structures[members.front()].label)
                                  : QString());
    top->setData(0, AnatomyIdRole, QString::fromStdString(anatomyId));
    const Anatomy* anatomy = m_catalog.anatomy(anatomyId);
    top->setIcon(0, swatch(anatomy ? anatomy->colour : structures[members.front()].colour));
    if (members.size() == 1) {
        const Structure& only = structures[members.front()];
        prepare(top, !hidden.contains(only.label));
        top->setData(0, LabelRole, int(only.label));
    } else {
        prepare(top, true);
        top->setFlags(top->flags() | Qt::ItemIsAutoTristate);
        for (const std::size_t n : members) {
            auto* child =
                new QTreeWidgetItem(columns(structureName(structures[n]), labels.measures[n]));
            child->setIcon(0, swatch(structures[n].colour));
            showCheck(child, m_checks[n], confidenceOf(labels, structures[n].label));
            child->setData(0, AnatomyIdRole, QString::fromStdString(anatomyId));
            child->setData(0, LabelRole, int(structures[n].label));
            prepare(child, !hidden.contains(structures[n].label));
            top->addChild(child);
        }
    }
    m_tree->addTopLevelItem(top);
}

void AnatomyPanel::itemChanged(QTreeWidgetItem* item)
{
    if (m_filling)
        return;
    const QVariant label = item->data(0, LabelRole);
    if (!label.isValid())
        return; // An anatomy of several structures: its children tell.
    auto hidden = m_state.hiddenLabels.get();
    if (item->checkState(0) == Qt::Checked)
        hidden.erase(std::uint16_t(label.toInt()));
    else
        hidden.insert(std::uint16_t(label.toInt()));
    m_state.hiddenLabels.set(std::move(hidden));
}

void AnatomyPanel::showHidden()
{
    m_filling = true;
    const auto& hidden = m_state.hiddenLabels.get();
    for (QTreeWidgetItemIterator it(m_tree); *it; ++it) {
        const QVariant label = (*it)->data(0, LabelRole);
        if (label.isValid())
            (*it)->setCheckState(0, hidden.contains(std::uint16_t(label.toInt())) ? Qt::Unchecked
                                                                                  : Qt::Checked);
    }
    m_filling = false;
}

void AnatomyPanel::chosen(QTreeWidgetItem* item)
{
    const QVariant label = item->data(0, LabelRole);
    if (label.isValid())
        Q_EMIT structureChosen(label.toInt());
    else
        Q_EMIT anatomyChosen(item->data(0, AnatomyIdRole).toString());
}

} // namespace fovea
