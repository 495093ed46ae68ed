#include "app/edit/EditPanel.h"

#include "app/edit/OperationsBox.h"
#include "app/study/StudySession.h"
#include "app/text/structureName.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPixmap>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <QUndoStack>

#include <algorithm>

namespace fovea {

namespace {

constexpr int longestName = 64; ///< Of a segment in DICOM (LO).

QIcon swatch(const Rgb& colour)
{
    QPixmap pixmap(12, 12);
    pixmap.fill(QColor(colour[0], colour[1], colour[2]));
    return QIcon(pixmap);
}

QSpinBox* hounsfield(const QString& objectName, const QString& name, int value, QWidget* parent)
{
    auto* box = new QSpinBox(parent);
    box->setObjectName(objectName);
    box->setAccessibleName(name);
    box->setRange(-32768, 32767);
    box->setSingleStep(10);
    box->setValue(value);
    box->setSuffix(EditPanel::tr(" HU"));
    return box;
}

} // namespace

EditPanel::EditPanel(EditSession& session, StudySession& study, QUndoStack& stack, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_study(study)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    auto* form = new QFormLayout;
    addStructureRow(*form);
    addBrushRows(*form);
    layout->addLayout(form);
    m_operations = new OperationsBox(m_session, m_study, this);
    layout->addWidget(m_operations);
    addOutcome(*layout, stack);
    layout->addStretch(1);

    connect(&m_study, &StudySession::opening, this, [this] {
        m_new.reset();
        endTool();
        m_status->clear();
        fillStructures();
    });
    connect(&m_study, &StudySession::labelsMissing, this, &EditPanel::showState);
    connect(&m_study, &StudySession::labelsShown, this, [this] {
        fillStructures();
        if (m_study.labelMap()->record.id == 0)
            addNewStructure(); // The one that it was begun for.
    });
    connect(&m_study, &StudySession::labelsEdited, this, &EditPanel::fillStructures);
    connect(&m_session, &EditSession::changed, this, &EditPanel::showState);
    connect(&m_session, &EditSession::operationProgressed, this,
            [this](double fraction) { m_progress->setValue(int(fraction * 100)); });
    connect(&m_session, &EditSession::operationFinished, this, [this](qint64 voxels) {
        m_status->setText(voxels > 0 ? tr("%L1 voxels changed.").arg(voxels)
                                     : tr("There was nothing to change."));
    });
    connect(&m_session, &EditSession::saved, this, [this] {
        m_status->setText(tr("Stored in the archive. The findings of what changed are new."));
    });
    fillStructures();
}

void EditPanel::addStructureRow(QFormLayout& form)
{
    m_structure = new QComboBox(this);
    m_structure->setObjectName(QStringLiteral("editStructure"));
    m_structure->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(m_structure, &QComboBox::activated, this, [this](int index) {
        m_label = m_structures[std::size_t(index)].label;
        showState();
        Q_EMIT brushChanged();
    });
    form.addRow(tr("Structure"), m_structure);

    m_newName = new QLineEdit(this);
    m_newName->setObjectName(QStringLiteral("newStructureName"));
    m_newName->setPlaceholderText(tr("Name of a new structure"));
    m_newName->setMaxLength(longestName);
    m_add = new QPushButton(tr("Add"), this);
    m_add->setObjectName(QStringLiteral("addStructure"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_newName, 1);
    row->addWidget(m_add);
    form.addRow(tr("New"), row);
    connect(m_add, &QPushButton::clicked, this, &EditPanel::addNewStructure);
    connect(m_newName, &QLineEdit::returnPressed, this, &EditPanel::addNewStructure);
    connect(m_newName, &QLineEdit::textChanged, this, &EditPanel::showState);
}

void EditPanel::addBrushRows(QFormLayout& form)
{
    const auto tool = [this](const QString& name, const QString& text, const QString& toolTip) {
        auto* button = new QPushButton(text, this);
        button->setObjectName(name);
        button->setCheckable(true);
        button->setToolTip(toolTip);
        connect(button, &QPushButton::clicked, this, [this, button] { toolClicked(button); });
        return button;
    };
    const QString keys = tr("[ and ] or Shift+wheel: radius. Ctrl: the other way round. Escape: "
                            "end.");
    m_paint = tool(QStringLiteral("paintTool"), tr("Paint"), keys);
    m_erase = tool(QStringLiteral("eraseTool"), tr("Erase"), keys);
    m_threshold = tool(QStringLiteral("thresholdTool"), tr("Threshold"),
                       tr("Paints only voxels in the HU range.") + QLatin1Char('\n') + keys);
    auto* tools = new QHBoxLayout;
    for (QPushButton* button : {m_paint, m_erase, m_threshold})
        tools->addWidget(button);
    form.addRow(tr("Tool"), tools);

    m_shape = new QComboBox(this);
    m_shape->setObjectName(QStringLiteral("brushShape"));
    m_shape->addItem(tr("Disc (this slice)"), int(BrushSettings::Shape::Disc));
    m_shape->addItem(tr("Sphere"), int(BrushSettings::Shape::Sphere));
    connect(m_shape, &QComboBox::currentIndexChanged, this, &EditPanel::brushChanged);
    form.addRow(tr("Brush"), m_shape);
    m_radius = new QDoubleSpinBox(this);
    m_radius->setObjectName(QStringLiteral("brushRadius"));
    m_radius->setRange(0.5, maxBrushRadiusMm);
    m_radius->setDecimals(1);
    m_radius->setSingleStep(0.5);
    m_radius->setValue(6.0);
    m_radius->setSuffix(tr(" mm"));
    connect(m_radius, &QDoubleSpinBox::valueChanged, this, &EditPanel::brushChanged);
    form.addRow(tr("Radius"), m_radius);

    m_low = hounsfield(QStringLiteral("rangeLow"), tr("Lowest HU"), 0, this);
    m_high = hounsfield(QStringLiteral("rangeHigh"), tr("Highest HU"), 200, this);
    auto* range = new QHBoxLayout;
    range->addWidget(m_low);
    range->addWidget(new QLabel(tr("to"), this));
    range->addWidget(m_high);
    form.addRow(tr("HU range"), range);
    // A range whose ends have crossed would paint nothing.
    connect(m_low, &QSpinBox::valueChanged, this, [this](int low) {
        m_high->setValue(std::max(low, m_high->value()));
        Q_EMIT brushChanged();
    });
    connect(m_high, &QSpinBox::valueChanged, this, [this](int high) {
        m_low->setValue(std::min(high, m_low->value()));
        Q_EMIT brushChanged();
    });

    m_overwrite = new QCheckBox(tr("May take voxels of other structures"), this);
    m_overwrite->setObjectName(QStringLiteral("overwriteOthers"));
    connect(m_overwrite, &QCheckBox::toggled, this, [this] {
        showState();
        Q_EMIT brushChanged();
    });
    form.addRow(m_overwrite);
    m_eraseAll = new QCheckBox(tr("Erases every structure"), this);
    m_eraseAll->setObjectName(QStringLiteral("eraseAll"));
    connect(m_eraseAll, &QCheckBox::toggled, this, &EditPanel::brushChanged);
    form.addRow(m_eraseAll);
}

void EditPanel::addOutcome(QVBoxLayout& layout, QUndoStack& stack)
{
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(QStringLiteral("editProgress"));
    m_cancel = new QPushButton(tr("Cancel"), this);
    m_cancel->setObjectName(QStringLiteral("cancelEdit"));
    connect(m_cancel, &QPushButton::clicked, &m_session, &EditSession::cancelOperation);
    auto* running = new QHBoxLayout;
    running->addWidget(m_progress, 1);
    running->addWidget(m_cancel);
    layout.addLayout(running);

    auto* back = new QHBoxLayout;
    const auto addStep = [&](QAction* action, const QString& name) {
        auto* button = new QToolButton(this);
        button->setObjectName(name);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        back->addWidget(button);
    };
    addStep(stack.createUndoAction(this, tr("Undo")), QStringLiteral("editUndo"));
    addStep(stack.createRedoAction(this, tr("Redo")), QStringLiteral("editRedo"));
    back->addStretch(1);
    layout.addLayout(back);

    m_save = new QPushButton(tr("Save as corrected segmentation"), this);
    m_save->setObjectName(QStringLiteral("saveCorrected"));
    m_save->setToolTip(tr("Stores a new DICOM segmentation of this series; the one that was opened "
                          "stays. Anatomies that changed are scored again."));
    connect(m_save, &QPushButton::clicked, &m_session, &EditSession::save);
    layout.addWidget(m_save);
    m_status = new QLabel(this);
    m_status->setObjectName(QStringLiteral("editStatus"));
    m_status->setWordWrap(true);
    layout.addWidget(m_status);
}

// What is chosen

EditTarget EditPanel::target() const
{
    const auto chosen = std::ranges::find(m_structures, m_label, &Structure::label);
    return {chosen == m_structures.end() ? Structure{} : *chosen, m_overwrite->isChecked()};
}

std::optional<BrushSettings> EditPanel::brush() const
{
    BrushSettings settings;
    settings.target = target();
    settings.radiusMm = m_radius->value();
    settings.shape = BrushSettings::Shape(m_shape->currentData().toInt());
    const bool paints = m_paint->isChecked() || m_threshold->isChecked();
    if (!paints && !m_erase->isChecked())
        return std::nullopt;
    if (m_erase->isChecked())
        settings.action = m_eraseAll->isChecked() ? BrushSettings::Action::EraseAll
                                                  : BrushSettings::Action::Erase;
    if (m_threshold->isChecked())
        settings.range = BrushSettings::HuRange{m_low->value(), m_high->value()};
    return settings;
}

void EditPanel::setRadius(double mm)
{
    m_radius->setValue(mm);
}

void EditPanel::toolClicked(QAbstractButton* tool)
{
    for (QPushButton* other : {m_paint, m_erase, m_threshold}) {
        if (other != tool)
            other->setChecked(false);
    }
    Q_EMIT brushChanged();
}

void EditPanel::endTool()
{
    toolClicked(nullptr);
}

void EditPanel::showProblem(const QString& text)
{
    m_status->setText(text);
}

void EditPanel::addNewStructure()
{
    const QString name = m_newName->text().trimmed();
    if (name.isEmpty())
        return;
    if (!m_study.labelMap()) {
        m_study.beginLabels(); // And go on when they are there.
        return;
    }
    const Structure structure = m_session.structureNamed(name);
    if (structure.label == 0) {
        showProblem(tr("The segmentation has no label left for a new structure."));
        return;
    }
    m_newName->clear();
    if (!m_study.labelMap()->labels->structure(structure.label))
        m_new = structure;
    m_label = structure.label;
    fillStructures();
    Q_EMIT brushChanged();
}

void EditPanel::fillStructures()
{
    m_structures.clear();
    if (m_study.labelMap())
        m_structures = m_study.labelMap()->labels->structures();
    const auto has = [this](std::uint16_t label) {
        return std::ranges::find(m_structures, label, &Structure::label) != m_structures.end();
    };
    if (m_new && m_study.labelMap() && !has(m_new->label))
        m_structures.push_back(*m_new);
    std::ranges::sort(m_structures, {}, [](const Structure& structure) {
        return structureName(structure).toCaseFolded();
    });
    if (!has(m_label))
        m_label = m_structures.empty() ? 0 : m_structures.front().label;

    const QSignalBlocker silent(m_structure);
    m_structure->clear();
    for (const Structure& structure : m_structures) {
        m_structure->addItem(swatch(structure.colour), structureName(structure));
        if (structure.label == m_label)
            m_structure->setCurrentIndex(m_structure->count() - 1);
    }
    showState();
    Q_EMIT brushChanged();
}

void EditPanel::showState()
{
    const bool open = m_study.labelMap().has_value();
    const bool busy = m_session.isBusy();
    m_structure->setEnabled(open && !m_structures.empty());
    const bool mayAdd = open || m_study.canBeginLabels();
    m_newName->setEnabled(mayAdd);
    m_add->setEnabled(mayAdd && !m_newName->text().trimmed().isEmpty());
    for (QPushButton* tool : {m_paint, m_erase, m_threshold})
        tool->setEnabled(open && m_label != 0);
    m_operations->setTarget(target());
    if (m_session.isRunning())
        m_status->setText(tr("Working…"));
    m_progress->setVisible(m_session.isRunning() || m_session.isSaving());
    m_progress->setRange(0, m_session.isSaving() ? 0 : 100);
    m_cancel->setVisible(m_session.isRunning());
    m_save->setEnabled(open && m_session.isModified() && !busy);
    m_save->setText(m_session.isModified() ? tr("Save as corrected segmentation *")
                                           : tr("Save as corrected segmentation"));
    setWindowModified(m_session.isModified());
}

} // namespace fovea
