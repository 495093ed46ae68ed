#include "app/hanging/HangingPaneRow.h"

#include "app/hanging/hangingTexts.h"
#include "viewer/viewerTexts.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QPointF>

#include <algorithm>

namespace fovea {

namespace {

constexpr int AsItIs = -1;

QPointF asData(const WindowLevel& window)
{
    return {window.centreHu, window.widthHu};
}

} // namespace

HangingPaneRow::HangingPaneRow(int number, QWidget* parent)
    : QWidget(parent)
    , m_view(new QComboBox(this))
    , m_window(new QComboBox(this))
    , m_slab(new QComboBox(this))
    , m_mm(new QDoubleSpinBox(this))
{
    const QString id = QStringLiteral("hangingPane%1").arg(number + 1);
    m_view->setObjectName(id + QStringLiteral("View"));
    m_view->setAccessibleName(tr("View"));
    for (const View view : views)
        m_view->addItem(viewName(view), int(view));
    m_window->setObjectName(id + QStringLiteral("Window"));
    m_window->setAccessibleName(tr("Window level"));
    m_window->setToolTip(tr("Window level"));
    m_window->addItem(tr("Window as it is"));
    for (const WindowPreset& preset : windowPresets)
        m_window->addItem(windowName(preset.window), asData(preset.window));
    m_slab->setObjectName(id + QStringLiteral("Slab"));
    m_slab->setAccessibleName(tr("Slice thickness"));
    m_slab->setToolTip(tr("Slice thickness"));
    m_slab->addItem(tr("Thickness as it is"), AsItIs);
    m_slab->addItem(tr("Thin slice"), int(SlabMode::Off));
    for (const SlabMode mode : {SlabMode::Maximum, SlabMode::Minimum, SlabMode::Average})
        m_slab->addItem(slabModeName(mode), int(mode));
    m_mm->setObjectName(id + QStringLiteral("Mm"));
    m_mm->setAccessibleName(tr("Thickness, mm"));
    m_mm->setRange(minSlabMm, maxSlabMm);
    m_mm->setDecimals(1);
    m_mm->setSuffix(tr(" mm"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_view, m_window, m_slab, m_mm})
        row->addWidget(widget);
    row->addStretch(1);
    const auto take = [this] {
        fit();
        Q_EMIT edited();
    };
    for (QComboBox* box : {m_view, m_window, m_slab})
        connect(box, &QComboBox::activated, this, take);
    connect(m_mm, &QDoubleSpinBox::valueChanged, this, take);
}

View HangingPaneRow::view() const
{
    return View(m_view->currentData().toInt());
}

void HangingPaneRow::setView(View view)
{
    m_view->setCurrentIndex(m_view->findData(int(view)));
    noteView();
    fit();
}

void HangingPaneRow::fit()
{
    const bool slices = view() != View::Volume;
    m_window->setVisible(slices);
    m_slab->setVisible(slices);
    m_mm->setVisible(slices && m_slab->currentData().toInt() > int(SlabMode::Off));
}

void HangingPaneRow::show(const HangingPane& pane)
{
    const QSignalBlocker quiet(this);
    const int presets = 1 + int(windowPresets.size());
    while (m_window->count() > presets)
        m_window->removeItem(presets);
    int window = pane.window ? m_window->findData(asData(*pane.window)) : 0;
    if (window < 0) {
        window = m_window->count();
        m_window->addItem(windowName(*pane.window), asData(*pane.window));
    }
    m_window->setCurrentIndex(window);
    m_slab->setCurrentIndex(m_slab->findData(pane.slab ? int(pane.slab->mode) : AsItIs));
    m_mm->setValue(pane.slab ? pane.slab->thicknessMm : Slab().thicknessMm);
    setView(pane.view);
}

HangingPane HangingPaneRow::pane() const
{
    HangingPane pane;
    pane.view = view();
    if (pane.view == View::Volume)
        return pane;
    if (m_window->currentIndex() > 0) {
        const QPointF window = m_window->currentData().toPointF();
        pane.window = WindowLevel{window.x(), window.y()};
    }
    if (const int mode = m_slab->currentData().toInt(); mode != AsItIs) {
        pane.slab = Slab{SlabMode(mode)};
        if (pane.slab->isThick())
            pane.slab->thicknessMm = m_mm->value();
    }
    return pane;
}

} // namespace fovea
