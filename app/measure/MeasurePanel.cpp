#include "app/measure/MeasurePanel.h"

#include "viewer/measure/measureTexts.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace fovea {

namespace {

constexpr int UidRole = Qt::UserRole + 1;

QString nameOf(const Measure& measure)
{
    const QString kind = measureKindName(measure.kind);
    return measure.text.empty()
               ? kind
               : QStringLiteral("%1: %2").arg(kind, QString::fromStdString(measure.text));
}

} // namespace

MeasurePanel::MeasurePanel(ViewState& view, MeasureState& state, QWidget* parent)
    : QWidget(parent)
    , m_view(view)
    , m_state(state)
    , m_list(new QTreeWidget(this))
    , m_empty(new QLabel(this))
    , m_text(new QLineEdit(this))
    , m_remove(new QPushButton(tr("Delete"), this))
    , m_copy(new QPushButton(tr("Copy as text"), this))
    , m_trouble(new QLabel(this))
{
    m_list->setObjectName(QStringLiteral("measures"));
    m_list->setAccessibleName(tr("Measurements"));
    m_list->setHeaderLabels({tr("Measurement"), tr("Value")});
    m_list->setRootIsDecorated(false);
    m_list->setWordWrap(true);
    m_list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_empty->setObjectName(QStringLiteral("measuresEmpty"));
    m_empty->setText(tr("Nothing measured yet. The Measure menu has the tools: L measures a "
                        "length, E an ellipse."));
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_text->setObjectName(QStringLiteral("measureTextField"));
    m_text->setAccessibleName(tr("Text of the selected measurement"));
    m_text->setPlaceholderText(tr("Text of the selected measurement"));
    m_remove->setObjectName(QStringLiteral("measureRemove"));
    m_copy->setObjectName(QStringLiteral("measureCopyList"));
    m_trouble->setObjectName(QStringLiteral("measuresTrouble"));
    m_trouble->setProperty("alarming", true);
    m_trouble->setWordWrap(true);
    m_trouble->hide();

    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_remove);
    buttons->addWidget(m_copy);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_trouble);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_text);
    layout->addLayout(buttons);

    connect(m_list, &QTreeWidget::currentItemChanged, this, &MeasurePanel::select);
    // Activated by a double click and by Enter.
    connect(m_list, &QTreeWidget::itemActivated, this, &MeasurePanel::choose);
    connect(m_text, &QLineEdit::editingFinished, this, &MeasurePanel::takeText);
    connect(m_remove, &QPushButton::clicked, this, [this] { m_state.removeSelected(); });
    connect(m_copy, &QPushButton::clicked, this, &MeasurePanel::copyRequested);
    m_connections.push_back(m_state.measures.observe([this](const auto&) { fill(); }));
    m_connections.push_back(m_view.volume.observe([this](const auto&) { fill(); }));
    m_connections.push_back(m_state.selected.observe([this](const auto&) { showSelected(); }));
    fill();
}

void MeasurePanel::fill()
{
    m_filling = true;
    m_list->clear();
    for (const Measure& measure : m_state.measures.get()) {
        const QStringList lines =
            measureValueLines(measure.kind, m_state.values(measure, m_view.volume.get()));
        auto* item = new QTreeWidgetItem({nameOf(measure), lines.join(QLatin1Char('\n'))});
        item->setData(0, UidRole, QString::fromStdString(measure.uid));
        item->setTextAlignment(0, Qt::AlignLeft | Qt::AlignTop);
        m_list->addTopLevelItem(item);
    }
    m_filling = false;
    const bool any = m_list->topLevelItemCount() > 0;
    m_list->setVisible(any);
    m_empty->setVisible(!any);
    m_copy->setEnabled(any);
    showSelected();
}

void MeasurePanel::showSelected()
{
    m_filling = true;
    const QString uid = QString::fromStdString(m_state.selected.get());
    QTreeWidgetItem* current = nullptr;
    for (int row = 0; row < m_list->topLevelItemCount() && !uid.isEmpty(); ++row) {
        if (m_list->topLevelItem(row)->data(0, UidRole).toString() == uid)
            current = m_list->topLevelItem(row);
    }
    m_list->setCurrentItem(current);
    const Measure* measure = findMeasure(m_state.measures.get(), m_state.selected.get());
    m_text->setText(measure ? QString::fromStdString(measure->text) : QString());
    m_text->setEnabled(measure);
    m_remove->setEnabled(measure);
    m_filling = false;
}

void MeasurePanel::select()
{
    if (const QTreeWidgetItem* item = m_list->currentItem(); item && !m_filling)
        m_state.selected.set(item->data(0, UidRole).toString().toStdString());
}

void MeasurePanel::choose(QTreeWidgetItem* item)
{
    Q_EMIT chosen(item->data(0, UidRole).toString().toStdString());
}

void MeasurePanel::takeText()
{
    const Measure* measure = findMeasure(m_state.measures.get(), m_state.selected.get());
    if (!measure)
        return;
    Measure after = *measure;
    after.text = m_text->text().trimmed().toStdString();
    if (after.kind == MeasureKind::Text && after.text.empty())
        showSelected(); // A text is never without words; Delete removes it.
    else if (after != *measure)
        m_state.edit({*measure, after});
}

void MeasurePanel::showTrouble(const QString& text)
{
    m_trouble->setText(text);
    m_trouble->setVisible(!text.isEmpty());
}

} // namespace fovea
