#include "app/volume/TransferBox.h"

#include "app/Dialogs.h"
#include "app/Settings.h"
#include "app/volume/TransferCurve.h"
#include "app/volume/transferEdits.h"
#include "viewer/decimalText.h"
#include "viewer/viewerTexts.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPixmap>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace fovea {

namespace {

constexpr int longestName = 40;

QColor toColor(const Rgb& colour)
{
    return {colour[0], colour[1], colour[2]};
}

} // namespace

TransferBox::TransferBox(ViewState& state, Settings& settings, Dialogs& dialogs, QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_settings(settings)
    , m_dialogs(dialogs)
    , m_presets(new QComboBox(this))
    , m_curve(new TransferCurve(this))
    , m_window(new QLabel(this))
{
    m_presets->setObjectName(QStringLiteral("volumePreset"));
    m_presets->setAccessibleName(tr("Volume rendering"));
    m_window->setObjectName(QStringLiteral("transferWindow"));
    m_window->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_presets);
    layout->addWidget(m_curve, 1);
    layout->addWidget(m_window);
    layout->addWidget(makePointRow());
    layout->addWidget(makeOwnRow());

    connect(m_presets, &QComboBox::activated, this, &TransferBox::choosePreset);
    connect(m_curve, &TransferCurve::edited, this, [this] {
        if (const auto& look = m_state.volumeRendering.get())
            m_state.volumeRendering.set(VolumeLook(look->preset, m_curve->function()));
        showPoint();
    });
    connect(m_curve, &TransferCurve::currentChanged, this, &TransferBox::showPoint);
    connect(m_curve, &TransferCurve::colorRequested, this, &TransferBox::chooseColor);
    m_connections.push_back(
        m_state.volumeRendering.observe([this](const auto& look) { showLook(look); }));
    m_connections.push_back(m_state.volume.observe([this](const auto&) { showHistogram(); }));
    fillPresets();
    showHistogram();
}

QWidget* TransferBox::makePointRow()
{
    auto* row = new QWidget(this);
    m_hu = new QDoubleSpinBox(row);
    m_hu->setObjectName(QStringLiteral("transferHu"));
    m_hu->setAccessibleName(tr("Hounsfield unit of the point"));
    m_hu->setRange(TransferFunction::lowestHu, TransferFunction::highestHu);
    m_hu->setDecimals(0);
    m_hu->setSingleStep(10);
    m_hu->setSuffix(tr(" HU"));
    m_hu->setKeyboardTracking(false);
    m_opacity = new QDoubleSpinBox(row);
    m_opacity->setObjectName(QStringLiteral("transferOpacity"));
    m_opacity->setAccessibleName(tr("Opacity of one millimeter at the point"));
    m_opacity->setToolTip(m_opacity->accessibleName());
    m_opacity->setRange(0, 1);
    m_opacity->setDecimals(3);
    m_opacity->setSingleStep(0.01);
    m_opacity->setKeyboardTracking(false);
    m_color = new QToolButton(row);
    m_color->setObjectName(QStringLiteral("transferColor"));
    m_color->setAccessibleName(tr("Color of the point"));
    m_color->setToolTip(m_color->accessibleName());
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_hu, 1);
    layout->addWidget(m_opacity, 1);
    layout->addWidget(m_color);
    connect(m_hu, &QDoubleSpinBox::valueChanged, this, &TransferBox::editPoint);
    connect(m_opacity, &QDoubleSpinBox::valueChanged, this, &TransferBox::editPoint);
    connect(m_color, &QToolButton::clicked, this, &TransferBox::chooseColor);
    return row;
}

QWidget* TransferBox::makeOwnRow()
{
    auto* rows = new QWidget(this);
    m_name = new QLineEdit(rows);
    m_name->setObjectName(QStringLiteral("transferName"));
    m_name->setAccessibleName(tr("Name of your preset"));
    m_name->setPlaceholderText(tr("Name of your preset"));
    m_name->setMaxLength(longestName);
    m_save = new QPushButton(tr("Save"), rows);
    m_save->setObjectName(QStringLiteral("transferSave"));
    m_remove = new QPushButton(tr("Delete preset"), rows);
    m_remove->setObjectName(QStringLiteral("transferRemove"));
    m_reset = new QPushButton(tr("Reset curve"), rows);
    m_reset->setObjectName(QStringLiteral("transferReset"));
    auto* name = new QHBoxLayout;
    name->addWidget(m_name, 1);
    name->addWidget(m_save);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_reset);
    buttons->addWidget(m_remove);
    auto* layout = new QVBoxLayout(rows);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(name);
    layout->addLayout(buttons);
    connect(m_name, &QLineEdit::textChanged, this,
            [this] { showLook(m_state.volumeRendering.get()); });
    connect(m_name, &QLineEdit::returnPressed, this, &TransferBox::saveOwn);
    connect(m_save, &QPushButton::clicked, this, &TransferBox::saveOwn);
    connect(m_remove, &QPushButton::clicked, this, &TransferBox::removeOwn);
    connect(m_reset, &QPushButton::clicked, this, &TransferBox::reset);
    return rows;
}

void TransferBox::fillPresets()
{
    m_presets->clear();
    m_presets->addItem(tr("Surfaces only"));
    for (const VolumePreset preset : volumePresets)
        m_presets->addItem(volumePresetName(preset), int(preset));
    const auto own = m_settings.volumePresets();
    for (auto preset = own.begin(); preset != own.end(); ++preset) {
        if (lookFromText(*preset)) // What another version or hand wrote may be none.
            m_presets->addItem(preset.key(), *preset);
    }
    showLook(m_state.volumeRendering.get());
}

void TransferBox::choosePreset(int index)
{
    const QVariant data = m_presets->itemData(index);
    if (!data.isValid())
        m_state.volumeRendering.set(std::nullopt);
    else if (data.typeId() == QMetaType::QString)
        m_state.volumeRendering.set(lookFromText(data.toString()));
    else
        m_state.volumeRendering.set(VolumePreset(data.toInt()));
}

QString TransferBox::ownName() const
{
    const auto& look = m_state.volumeRendering.get();
    if (!look)
        return {};
    const auto own = m_settings.volumePresets();
    for (auto preset = own.begin(); preset != own.end(); ++preset) {
        if (lookFromText(*preset) == look)
            return preset.key();
    }
    return {};
}

void TransferBox::editPoint()
{
    const auto& look = m_state.volumeRendering.get();
    if (!look)
        return;
    m_state.volumeRendering.set(
        VolumeLook(look->preset, withPointMoved(look->function, m_curve->current(), m_hu->value(),
                                                m_opacity->value())));
    showPoint(); // A value that its neighbors hold back.
}

void TransferBox::chooseColor()
{
    const auto& look = m_state.volumeRendering.get();
    if (!look || m_curve->current() >= look->function.points.size())
        return;
    const auto color = m_dialogs.askColor(
        this, tr("Color of the point"), toColor(look->function.points[m_curve->current()].colour));
    if (!color)
        return;
    TransferFunction function = m_state.volumeRendering.get()->function;
    function.points[m_curve->current()].colour = {
        std::uint8_t(color->red()), std::uint8_t(color->green()), std::uint8_t(color->blue())};
    m_state.volumeRendering.set(VolumeLook(look->preset, function));
}

void TransferBox::saveOwn()
{
    const QString name = m_name->text().trimmed();
    const auto& look = m_state.volumeRendering.get();
    if (name.isEmpty() || !look)
        return;
    auto own = m_settings.volumePresets();
    own[name] = lookToText(*look);
    m_settings.setVolumePresets(own);
    m_name->clear();
    fillPresets();
}

void TransferBox::removeOwn()
{
    auto own = m_settings.volumePresets();
    if (own.remove(ownName()) == 0)
        return;
    m_settings.setVolumePresets(own); // The picture stays as it is.
    fillPresets();
}

void TransferBox::reset()
{
    if (const auto& look = m_state.volumeRendering.get())
        m_state.volumeRendering.set(look->preset);
}

void TransferBox::showLook(const std::optional<VolumeLook>& look)
{
    const QString own = ownName();
    int index = 0;
    if (look)
        index = own.isEmpty() ? m_presets->findData(int(look->preset)) : m_presets->findText(own);
    m_presets->setCurrentIndex(index);
    m_curve->setFunction(look ? look->function : TransferFunction{});
    const bool open = m_state.volume.get() != nullptr;
    m_presets->setEnabled(open);
    for (QWidget* part : std::initializer_list<QWidget*>{m_curve, m_hu, m_opacity, m_color, m_name})
        part->setEnabled(open && look);
    m_save->setEnabled(open && look && !m_name->text().trimmed().isEmpty());
    m_remove->setEnabled(open && !own.isEmpty());
    m_reset->setEnabled(open && look && look->isChanged());
    if (!look) {
        m_window->setText(tr("Surfaces are shown. Choose a preset to render the volume."));
    } else {
        // Where the curve leaves zero for the first time, and comes back to it for the last.
        const auto& points = look->function.points;
        const auto visible = [](const TransferPoint& p) { return p.opacity > 0; };
        const auto first = std::ranges::find_if(points, visible);
        const auto last = std::find_if(points.rbegin(), points.rend(), visible);
        if (first == points.end()) {
            m_window->setText(tr("Nothing is visible: every opacity is zero."));
        } else {
            const double low = first == points.begin() ? first->hu : (first - 1)->hu;
            const double high = last == points.rbegin() ? last->hu : (last - 1)->hu;
            m_window->setText(
                tr("Visible: %1 to %2 HU").arg(decimalText(low, 0), decimalText(high, 0)));
        }
    }
    showPoint();
}

void TransferBox::showPoint()
{
    const auto& points = m_curve->function().points;
    const QSignalBlocker hu(m_hu);
    const QSignalBlocker opacity(m_opacity);
    if (m_curve->current() >= points.size()) {
        m_color->setIcon({});
        return;
    }
    const TransferPoint& point = points[m_curve->current()];
    m_hu->setValue(point.hu);
    m_opacity->setValue(point.opacity);
    const bool isEnd = m_curve->current() == 0 || m_curve->current() + 1 == points.size();
    m_hu->setReadOnly(isEnd);
    QPixmap swatch(16, 16);
    swatch.fill(toColor(point.colour));
    m_color->setIcon(swatch);
}

void TransferBox::showHistogram()
{
    const VolumePtr& volume = m_state.volume.get();
    m_curve->setHistogram(volume ? std::optional(HuHistogram::of(*volume)) : std::nullopt);
    showLook(m_state.volumeRendering.get());
}

} // namespace fovea
