#include "viewer/slice/PictureTexts.h"

#include "viewer/slice/CinePlayer.h"
#include "viewer/slice/SliceWidget.h"
#include "viewer/slice/edgedText.h"
#include "viewer/viewerTexts.h"

#include <QCoreApplication>

#include <cmath>

namespace fovea {

namespace {

struct Overlay {
    Q_DECLARE_TR_FUNCTIONS(fovea::SliceOverlay)
};

// What goes first where there is little room: the number of a slice says more than its zoom.
enum Rank { Number, Thickness, Gray, Value, Inverted, Name, Depth, Place, Cine, Preset, Zoom };

std::vector<CornerLine> whatIsShown(const SliceWidget& widget)
{
    const QString plane = sliceOrientationName(widget.orientation());
    const bool standard = widget.state().frame.get().isStandard(widget.orientation());
    std::vector<CornerLine> lines{
        {standard ? plane : Overlay::tr("%1, oblique").arg(plane), Name, true},
        {Overlay::tr("%1 / %2").arg(widget.sliceNumber()).arg(widget.sliceCount()), Number},
        {widget.depthText(), Depth}};
    if (const Slab slab = widget.slab(); slab.isThick())
        lines.push_back({slabText(slab), Thickness});
    if (widget.cine().isPlaying())
        lines.push_back({Overlay::tr("Cine %1 fps").arg(widget.state().cineFps.get()), Cine});
    return lines;
}

std::vector<CornerLine> howItIsShown(const SliceWidget& widget)
{
    const ViewState& state = widget.state();
    const WindowLevel window = state.windowOf(widget.orientation());
    std::vector<CornerLine> lines{{Overlay::tr("W %1  L %2")
                                       .arg(std::lround(window.widthHu))
                                       .arg(std::lround(window.centreHu)),
                                   Gray}};
    if (const auto preset = windowPresetOf(window))
        lines.push_back({windowPresetName(*preset), Preset, true});
    if (state.inverted.get())
        lines.push_back({Overlay::tr("Inverted"), Inverted, true});
    lines.push_back({Overlay::tr("Zoom %1%").arg(std::lround(widget.zoom() * 100)), Zoom});
    return lines;
}

std::vector<CornerLine> whatLiesThere(const SliceWidget& widget, const QPointF& point, double width)
{
    const SliceProbe probe = widget.probe(point);
    std::vector<CornerLine> lines;
    if (!probe.structureName.isEmpty())
        lines.push_back({probe.structureName, Name, true});
    const QString place = patientPositionText(probe.positionMm);
    if (!probe.hu) {
        lines.push_back({place, Place});
        return lines;
    }
    const QString value = Overlay::tr("%1 HU").arg(*probe.hu);
    const QString both = value + QStringLiteral("   ") + place;
    if (widget.fontMetrics().horizontalAdvance(both) < width)
        lines.push_back({both, Value});
    else
        lines.insert(lines.end(), {{value, Value}, {place, Place}});
    return lines;
}

} // namespace

PictureTexts pictureTexts(const SliceWidget& widget, const QRectF& area,
                          std::optional<QPointF> hover)
{
    PictureTexts texts;
    texts.letters = edgeLetters(widget.axes());
    texts.topLeft = whatIsShown(widget);
    if (widget.isPinned() && !hover) { // What is the same in all tiles stands where the pointer is.
        texts.topLeft.erase(texts.topLeft.begin());
        return texts;
    }
    texts.topRight = howItIsShown(widget);
    const QPointF cursor = widget.toWidget(widget.state().cursorMm.get());
    texts.bottomLeft = whatLiesThere(widget, hover.value_or(cursor), area.width() - 60);
    const double lengthMm = roundLength(widget.mmPerPixel() * area.height() * 0.3);
    texts.scaleBar = lengthMm / widget.mmPerPixel();
    texts.scale = lengthMm >= 10 ? Overlay::tr("%1 cm").arg(lengthMm / 10)
                                 : Overlay::tr("%1 mm").arg(lengthMm);
    return texts;
}

} // namespace fovea
