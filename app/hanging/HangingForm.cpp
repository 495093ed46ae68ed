#include "app/hanging/HangingForm.h"

#include "app/commands/menuActions.h"
#include "app/hanging/HangingPaneRow.h"
#include "app/hanging/hangingTexts.h"
#include "viewer/viewerTexts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace fovea {

namespace {

constexpr int PartsPerRow = 4;

std::string trimmed(const QLineEdit& field)
{
    return field.text().trimmed().toStdString();
}

QString joined(const std::vector<std::string>& words)
{
    QStringList list;
    for (const std::string& word : words)
        list << QString::fromStdString(word);
    return list.join(QStringLiteral(", "));
}

template <typename T> void choose(QComboBox& box, const T& value)
{
    box.setCurrentIndex(std::max(0, box.findData(QVariant::fromValue(value))));
}

} // namespace

HangingForm::HangingForm(QWidget* parent)
    : QWidget(parent)
    , m_name(new QLineEdit(this))
{
    m_name->setObjectName(QStringLiteral("hangingName"));
    m_name->setAccessibleName(tr("Name"));
    auto* top = new QFormLayout;
    top->addRow(tr("&Name:"), m_name);
    connect(m_name, &QLineEdit::textEdited, this, &HangingForm::changed);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(top);
    layout->addWidget(makeCondition());
    layout->addWidget(makeDisplay());
    layout->addStretch(1);
}

QWidget* HangingForm::makeCondition()
{
    auto* group = new QGroupBox(tr("Series it is for"), this);
    auto* form = new QFormLayout(group);
    const auto field = [&](const QString& objectName, const QString& label, const QString& hint) {
        auto* edit = new QLineEdit(group);
        edit->setObjectName(objectName);
        edit->setPlaceholderText(hint);
        connect(edit, &QLineEdit::textEdited, this, &HangingForm::changed);
        form->addRow(label, edit);
        return edit;
    };
    const auto box = [&](const QString& objectName, const QString& label) {
        auto* combo = new QComboBox(group);
        combo->setObjectName(objectName);
        connect(combo, &QComboBox::activated, this, &HangingForm::changed);
        form->addRow(label, combo);
        return combo;
    };
    m_modality = field(QStringLiteral("hangingModality"), tr("&Modality:"), tr("Any"));
    auto* parts = new QGridLayout;
    for (const BodyPart part : bodyParts) {
        auto* check = new QCheckBox(bodyPartName(part), group);
        const std::string_view id = bodyPartId(part);
        check->setObjectName(QStringLiteral("hangingPart_") +
                             QString::fromUtf8(id.data(), qsizetype(id.size())));
        connect(check, &QCheckBox::clicked, this, &HangingForm::changed);
        const int n = int(m_parts.size());
        parts->addWidget(check, n / PartsPerRow, n % PartsPerRow);
        m_parts.push_back(check);
    }
    auto* label = new QLabel(tr("Body part:"), group);
    label->setToolTip(tr("From the series' BodyPartExamined, else from its description or the "
                         "study's. None marked: any."));
    form->addRow(label, parts);
    m_words = field(QStringLiteral("hangingWords"), tr("&Description has:"),
                    tr("One of these, separated by commas"));
    m_prior = box(QStringLiteral("hangingPrior"), tr("P&rior:"));
    m_prior->addItem(tr("With or without"), -1);
    m_prior->addItem(tr("There is one"), 1);
    m_prior->addItem(tr("There is none"), 0);
    m_acquired = box(QStringLiteral("hangingAcquired"), tr("&Acquired as:"));
    m_acquired->addItem(tr("Any plane"), -1);
    for (const SliceOrientation orientation : sliceOrientations)
        m_acquired->addItem(sliceOrientationName(orientation), int(orientation));
    return group;
}

QWidget* HangingForm::makeDisplay()
{
    auto* group = new QGroupBox(tr("How it is shown"), this);
    auto* form = new QFormLayout(group);
    m_layout = new QComboBox(group);
    m_layout->setObjectName(QStringLiteral("hangingLayout"));
    m_layout->addItem(tr("As it is"), QString());
    for (const Layout& layout : layouts())
        m_layout->addItem(plainText(layout.name), layout.id);
    connect(m_layout, &QComboBox::activated, this, [this] {
        fitPanes();
        changed();
    });
    form->addRow(tr("&Layout:"), m_layout);
    for (std::size_t n = 0; n < views.size(); ++n) {
        auto* row = new HangingPaneRow(int(n), group);
        connect(row, &HangingPaneRow::edited, this, [this, row] {
            // A view exists once: the pane that had it takes what this one gives.
            for (HangingPaneRow* other : m_panes) {
                if (other != row && other->view() == row->view())
                    other->setView(row->viewBefore());
            }
            row->noteView();
            changed();
        });
        form->addRow(tr("Pane %1:").arg(n + 1), row);
        m_panes.push_back(row);
    }
    m_overlay = new QComboBox(group);
    m_overlay->setObjectName(QStringLiteral("hangingOverlay"));
    m_overlay->addItem(tr("As it is"), -1);
    m_overlay->addItem(tr("Shown"), 1);
    m_overlay->addItem(tr("Hidden"), 0);
    connect(m_overlay, &QComboBox::activated, this, &HangingForm::changed);
    form->addRow(tr("Anatomy and A&I:"), m_overlay);
    m_compare = new QCheckBox(tr("&Compare with the prior, where there is one"), group);
    m_compare->setObjectName(QStringLiteral("hangingCompare"));
    connect(m_compare, &QCheckBox::clicked, this, &HangingForm::changed);
    form->addRow(QString(), m_compare);
    return group;
}

void HangingForm::fitPanes()
{
    const QString id = m_layout->currentData().toString();
    const std::size_t panes = id.isEmpty() ? 0 : layoutCalled(id).cells.size();
    auto* form = static_cast<QFormLayout*>(m_panes.front()->parentWidget()->layout());
    for (std::size_t n = 0; n < m_panes.size(); ++n)
        form->setRowVisible(m_panes[n], n < panes);
}

void HangingForm::changed()
{
    if (!m_showing)
        Q_EMIT edited();
}

void HangingForm::show(const HangingProtocol& protocol)
{
    m_showing = true;
    m_shownName = protocol.name;
    m_name->setText(protocolName(protocol));
    m_modality->setText(QString::fromStdString(protocol.when.modality));
    for (std::size_t n = 0; n < m_parts.size(); ++n)
        m_parts[n]->setChecked(protocol.when.bodyParts.contains(bodyParts[n]));
    m_words->setText(joined(protocol.when.words));
    choose(*m_prior, protocol.when.hasPrior ? int(*protocol.when.hasPrior) : -1);
    choose(*m_acquired, protocol.when.acquired ? int(*protocol.when.acquired) : -1);
    choose(*m_layout, QString::fromStdString(protocol.layout));
    // Panes that the protocol leaves open get what no other has.
    std::vector<HangingPane> panes = protocol.panes;
    for (const View view : views) {
        if (std::ranges::find(panes, view, &HangingPane::view) == panes.end())
            panes.push_back({view, {}, {}});
    }
    for (std::size_t n = 0; n < m_panes.size(); ++n)
        m_panes[n]->show(panes[n]);
    fitPanes();
    choose(*m_overlay, protocol.overlay ? int(*protocol.overlay) : -1);
    m_compare->setChecked(protocol.compareWithPrior);
    m_showing = false;
}

HangingProtocol HangingForm::protocol() const
{
    HangingProtocol protocol;
    // The name of a shipped one stays what it is in every language.
    protocol.name = m_shownName;
    if (protocolName(protocol) != m_name->text())
        protocol.name = trimmed(*m_name);
    protocol.when.modality = trimmed(*m_modality);
    for (std::size_t n = 0; n < m_parts.size(); ++n) {
        if (m_parts[n]->isChecked())
            protocol.when.bodyParts.insert(bodyParts[n]);
    }
    for (const QString& word : m_words->text().split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (!word.trimmed().isEmpty())
            protocol.when.words.push_back(word.trimmed().toStdString());
    }
    if (const int prior = m_prior->currentData().toInt(); prior >= 0)
        protocol.when.hasPrior = prior == 1;
    if (const int plane = m_acquired->currentData().toInt(); plane >= 0)
        protocol.when.acquired = SliceOrientation(plane);
    const QString layout = m_layout->currentData().toString();
    protocol.layout = layout.toStdString();
    const std::size_t panes = layout.isEmpty() ? 0 : layoutCalled(layout).cells.size();
    for (std::size_t n = 0; n < panes; ++n)
        protocol.panes.push_back(m_panes[n]->pane());
    if (const int overlay = m_overlay->currentData().toInt(); overlay >= 0)
        protocol.overlay = overlay == 1;
    protocol.compareWithPrior = m_compare->isChecked();
    return protocol;
}

} // namespace fovea
