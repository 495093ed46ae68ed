#include "app/edit/OperationsBox.h"

#include "app/study/StudySession.h"
#include "viewer/slice/SlicePlane.h"
#include "viewer/viewerTexts.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

#include <cmath>

namespace fovea {

namespace {

/// The axis of the grid that runs closest to the direction.
int nearestAxis(const ImageGeometry& geometry, const Vec3& direction)
{
    int best = 0;
    for (int a = 1; a < 3; ++a) {
        if (std::abs(dot(geometry.axes[a], direction)) >
            std::abs(dot(geometry.axes[best], direction)))
            best = a;
    }
    return best;
}

} // namespace

OperationsBox::OperationsBox(EditSession& session, StudySession& study, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_study(study)
    , m_size(new QDoubleSpinBox(this))
    , m_direction(new QComboBox(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* title = new QLabel(tr("Whole structure"), this);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    layout->addWidget(title);
    m_size->setObjectName(QStringLiteral("operationSize"));
    m_size->setRange(0.5, maxOperationMm);
    m_size->setDecimals(1);
    m_size->setSingleStep(0.5);
    m_size->setValue(2.0);
    m_size->setSuffix(tr(" mm"));
    auto* size = new QFormLayout;
    size->addRow(tr("By"), m_size);
    layout->addLayout(size);

    auto* grid = new QGridLayout;
    auto* grow = add(*grid, 0, 0, QStringLiteral("growStructure"), tr("Grow"),
                     tr("Takes what lies within this distance."));
    auto* shrink = add(*grid, 0, 1, QStringLiteral("shrinkStructure"), tr("Shrink"),
                       tr("Gives up what lies within this distance of its surface."));
    auto* smooth = add(*grid, 1, 0, QStringLiteral("smoothStructure"), tr("Smooth"),
                       tr("Takes away bumps and dents smaller than about this."));
    auto* islands = add(*grid, 1, 1, QStringLiteral("keepLargest"), tr("Keep largest part"),
                        tr("Erases all parts but the largest."));
    auto* fill = add(*grid, 2, 0, QStringLiteral("fillBetween"), tr("Fill between slices"),
                     tr("Fills empty slices between painted ones."));
    m_direction->setObjectName(QStringLiteral("fillDirection"));
    m_direction->setAccessibleName(tr("Slices to fill between"));
    for (const auto orientation :
         {SliceOrientation::Axial, SliceOrientation::Coronal, SliceOrientation::Sagittal})
        m_direction->addItem(sliceOrientationName(orientation), int(orientation));
    grid->addWidget(m_direction, 2, 1);
    layout->addLayout(grid);

    connect(grow, &QPushButton::clicked, this, [this] { runSized(tr("Grow"), growStructure); });
    connect(shrink, &QPushButton::clicked, this,
            [this] { runSized(tr("Shrink"), shrinkStructure); });
    connect(smooth, &QPushButton::clicked, this,
            [this] { runSized(tr("Smooth"), smoothStructure); });
    connect(islands, &QPushButton::clicked, this, &OperationsBox::runIslands);
    connect(fill, &QPushButton::clicked, this, &OperationsBox::runFill);
}

QPushButton* OperationsBox::add(QGridLayout& grid, int row, int column, const QString& objectName,
                                const QString& text, const QString& toolTip)
{
    auto* button = new QPushButton(text, this);
    button->setObjectName(objectName);
    button->setToolTip(toolTip);
    grid.addWidget(button, row, column);
    m_buttons.push_back(button);
    return button;
}

void OperationsBox::setTarget(const EditTarget& target)
{
    m_target = target;
    const bool marked = m_study.labelMap() && m_study.labelMap()->labels->structure(target.label());
    for (QPushButton* button : m_buttons)
        button->setEnabled(marked && !m_session.isBusy());
}

void OperationsBox::runSized(const QString& what, Sized operation)
{
    m_session.run(what, [target = m_target, mm = m_size->value(),
                         operation](const LabelMap& map, const Progress& progress) {
        return operation(map, target, mm, progress);
    });
}

void OperationsBox::runIslands()
{
    m_session.run(tr("Keep largest part"),
                  [target = m_target](const LabelMap& map, const Progress& progress) {
                      return keepLargestIsland(map, target, progress);
                  });
}

void OperationsBox::runFill()
{
    const auto orientation = SliceOrientation(m_direction->currentData().toInt());
    const int axis =
        nearestAxis(m_study.labelMap()->labels->geometry(), sliceAxes(orientation).next);
    m_session.run(tr("Fill between slices"),
                  [target = m_target, axis](const LabelMap& map, const Progress& progress) {
                      return fillBetweenSlices(map, target, axis, progress);
                  });
}

} // namespace fovea
