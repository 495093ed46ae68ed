#include "app/findings/RegionMapBox.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

namespace fovea {

namespace {

QToolButton* button(const char* name, QAction& action, QWidget* parent)
{
    auto* made = new QToolButton(parent);
    made->setObjectName(QLatin1String(name));
    made->setToolButtonStyle(Qt::ToolButtonTextOnly);
    made->setDefaultAction(&action);
    return made;
}

} // namespace

RegionMapBox::RegionMapBox(ViewState& state, QAction& show, QAction& goToPeak, QWidget* parent)
    : QWidget(parent)
    , m_opacityLabel(new QLabel(tr("Opacity"), this))
    , m_opacity(new QSlider(Qt::Horizontal, this))
    , m_note(new QLabel(this))
{
    m_opacity->setObjectName(QStringLiteral("regionOpacity"));
    m_opacity->setAccessibleName(tr("Opacity of the regions considered"));
    m_opacity->setRange(0, 100);
    m_note->setObjectName(QStringLiteral("regionNote"));
    m_note->setWordWrap(true);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(button("regionButton", show, this));
    buttons->addWidget(button("regionPeakButton", goToPeak, this));
    buttons->addStretch(1);
    auto* opacity = new QHBoxLayout;
    opacity->addWidget(m_opacityLabel);
    opacity->addWidget(m_opacity, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(buttons);
    layout->addLayout(opacity);
    layout->addWidget(m_note);

    const auto showOpacity = [this](double value) { m_opacity->setValue(qRound(value * 100)); };
    const auto showSlider = [this](bool shown) {
        m_opacityLabel->setVisible(shown);
        m_opacity->setVisible(shown);
    };
    showOpacity(state.regionMapOpacity.get());
    showSlider(state.regionMapVisible.get());
    setNote({});
    m_connections.push_back(state.regionMapOpacity.observe(showOpacity));
    m_connections.push_back(state.regionMapVisible.observe(showSlider));
    connect(m_opacity, &QSlider::valueChanged, this, [&state](int value) {
        if (qRound(state.regionMapOpacity.get() * 100) != value)
            state.regionMapOpacity.set(value / 100.0);
    });
}

void RegionMapBox::setNote(const QString& note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

} // namespace fovea
