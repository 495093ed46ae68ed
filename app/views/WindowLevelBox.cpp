#include "app/views/WindowLevelBox.h"

#include "app/views/ActiveSlice.h"
#include "viewer/slice/SliceWidget.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>

#include <cmath>

namespace fovea {

namespace {

// What int16 voxels can hold, and a window over all of it.
constexpr int LeastHu = -32768;
constexpr int MostHu = 32767;
constexpr int Widest = 65536;

} // namespace

WindowLevelBox::WindowLevelBox(ViewState& state, ActiveSlice& active, QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_active(active)
    , m_width(field(QStringLiteral("windowWidth"), tr("Window width, HU"), 1, Widest))
    , m_level(field(QStringLiteral("windowLevel"), tr("Window level, HU"), LeastHu, MostHu))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(4, 0, 4, 0);
    layout->setSpacing(4);
    const auto add = [&](const QString& letter, QSpinBox* box) {
        auto* label = new QLabel(letter, this);
        label->setBuddy(box);
        label->setToolTip(box->toolTip());
        layout->addWidget(label);
        layout->addWidget(box);
    };
    //: Window width, as in the corner of the images.
    add(tr("W"), m_width);
    //: Window level, as in the corner of the images.
    add(tr("L"), m_level);
    connect(&m_active, &ActiveSlice::changed, this, &WindowLevelBox::watch);
    watch();
}

void WindowLevelBox::watch()
{
    const SliceWidget* view = m_active.view();
    ViewState& state = view ? view->state() : m_state;
    const auto follow = [this](const auto&) { showWindow(); };
    m_connections.clear();
    m_connections.push_back(state.window.observe(follow));
    if (view)
        m_connections.push_back(state.ownWindow(view->orientation()).observe(follow));
    showWindow();
}

QSpinBox* WindowLevelBox::field(const QString& objectName, const QString& name, int least, int most)
{
    auto* box = new QSpinBox(this);
    box->setObjectName(objectName);
    box->setAccessibleName(name);
    box->setToolTip(name);
    box->setRange(least, most);
    box->setSingleStep(10);
    box->setKeyboardTracking(false); // "1500" is not 1, 15 and 150 first.
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box->setAlignment(Qt::AlignRight);
    box->setFixedWidth(box->fontMetrics().horizontalAdvance(QStringLiteral("-32768")) + 20);
    box->setFocusPolicy(Qt::StrongFocus); // The wheel over it scrolls nothing by accident.
    connect(box, &QSpinBox::valueChanged, this, &WindowLevelBox::take);
    // After Enter the number keys mean window presets again.
    connect(box, &QSpinBox::editingFinished, box, &QWidget::clearFocus);
    return box;
}

void WindowLevelBox::showWindow()
{
    const SliceWidget* view = m_active.view();
    const WindowLevel window =
        view ? view->state().windowOf(view->orientation()) : m_state.window.get();
    const QSignalBlocker blockWidth(m_width);
    const QSignalBlocker blockLevel(m_level);
    m_width->setValue(int(std::lround(window.widthHu)));
    m_level->setValue(int(std::lround(window.centreHu)));
}

void WindowLevelBox::take()
{
    setWindow(m_active, m_state, {double(m_level->value()), double(m_width->value())});
}

} // namespace fovea
