#include "viewer/slice/SliceCapture.h"

#include "viewer/ViewState.h"
#include "viewer/measure/MeasurePainter.h"
#include "viewer/measure/MeasureState.h"
#include "viewer/planeColour.h"
#include "viewer/slice/SliceCamera.h"
#include "viewer/slice/SliceStack.h"
#include "viewer/slice/TextPlaces.h"
#include "viewer/slice/edgedText.h"
#include "viewer/viewerTexts.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace fovea {

namespace {

constexpr double margin = 8;

struct Overlay {
    Q_DECLARE_TR_FUNCTIONS(fovea::SliceOverlay)
};

/// In the proportions of what is shown, but wide and high enough for its texts.
QSize pictureSize(const SliceCapture& capture, const SliceAxes& axes)
{
    const ImageGeometry& geometry = capture.volume->geometry();
    const auto sizeMm = [&](const Vec3& direction) {
        const auto [low, high] = extentMm(geometry, direction);
        return high - low + sliceStepMm(geometry, direction);
    };
    const double width = sizeMm(axes.right);
    const double height = sizeMm(axes.down);
    const double scale = capture.longestSide / std::max({width, height, 1e-6});
    const auto pixels = [&](double mm) {
        return std::clamp(static_cast<int>(std::lround(mm * scale)), capture.longestSide / 3,
                          capture.longestSide);
    };
    return {pixels(width), pixels(height)};
}

void paintPixels(const SliceCapture& capture, const SliceCamera& camera, QImage& image)
{
    SliceRequest request;
    request.volume = capture.volume.get();
    request.labels = capture.labels.get();
    request.labelTable = capture.labelTable;
    request.plane.originMm = camera.toPatient({0.5, 0.5}, capture.positionMm);
    request.plane.right = camera.axes().right;
    request.plane.down = camera.axes().down;
    request.plane.mmPerPixel = camera.mmPerPixel();
    request.window = capture.window;
    request.inverted = capture.inverted;
    request.interpolation = capture.interpolation;
    request.outlinePixels = capture.outlinePixels;
    request.width = image.width();
    request.height = image.height();
    const int stride = static_cast<int>(image.bytesPerLine() / 4);
    renderSlice(request,
                {reinterpret_cast<std::uint32_t*>(image.bits()),
                 static_cast<std::size_t>(stride) * static_cast<std::size_t>(image.height())},
                stride);
}

PictureTexts textsOf(const SliceCapture& capture, const CapturedSlice& made, const QRectF& area)
{
    PictureTexts texts;
    texts.letters = edgeLetters(made.axes);
    texts.topLeft = {{sliceOrientationName(capture.orientation), 5, true},
                     {Overlay::tr("%1 / %2").arg(made.slice).arg(made.slices), 0},
                     {planeDepthText(made.axes.next, dot(made.axes.next, capture.positionMm)), 6}};
    texts.topRight = {{Overlay::tr("W %1  L %2")
                           .arg(std::lround(capture.window.widthHu))
                           .arg(std::lround(capture.window.centreHu)),
                       2}};
    if (capture.inverted)
        texts.topRight.push_back({Overlay::tr("Inverted"), 4, true});
    const double lengthMm = roundLength(made.mmPerPixel * area.height() * 0.3);
    texts.scaleBar = lengthMm / made.mmPerPixel;
    texts.scale = lengthMm >= 10 ? Overlay::tr("%1 cm").arg(lengthMm / 10)
                                 : Overlay::tr("%1 mm").arg(lengthMm);
    return texts;
}

void paintTexts(QPainter& painter, const SliceCapture& capture, const CapturedSlice& made)
{
    const QRectF area = QRectF(made.image.rect()).adjusted(margin, margin, -margin, -margin);
    QFont small = painter.font();
    QFont large = small;
    large.setBold(true);
    large.setPixelSize(static_cast<int>(std::lround(small.pixelSize() * 1.25)));
    const PictureTexts texts = textsOf(capture, made, area);
    drawScaleBar(painter, area, texts.scaleBar);
    for (const PlacedText& placed :
         placedTexts(texts, area, QFontMetricsF(small), QFontMetricsF(large)))
    {
        if (placed.kind == PlacedText::Kind::Mark) {
            const Rgb colour = planeRgb(capture.orientation);
            painter.fillRect(placed.area, QColor(colour[0], colour[1], colour[2]));
            continue;
        }
        painter.setFont(placed.kind == PlacedText::Kind::Letter ? large : small);
        drawEdgedText(painter, placed.area, placed.text);
    }
    painter.setFont(small);
}

void paintMeasures(QPainter& painter, const SliceCapture& capture, const CapturedSlice& made,
                   const SliceCamera& camera)
{
    MeasureState state;
    state.measures.set(capture.measures);
    MeasureCanvas canvas;
    canvas.plane = MeasurePlane::through(made.axes, capture.positionMm, capture.volume->geometry());
    canvas.toPicture = [&camera](const Vec3& positionMm) { return camera.toPicture(positionMm); };
    canvas.area = QRectF(made.image.rect()).adjusted(4, 4, -4, -4);
    canvas.volume = capture.volume;
    MeasurePainter(std::move(canvas), state, painter).drawAll();
}

} // namespace

SliceCapture SliceCapture::of(ViewState& state)
{
    SliceCapture capture;
    capture.volume = state.volume.get();
    capture.labels = state.labels.get();
    capture.labelTable = sliceLabelTable(state);
    capture.outlinePixels = state.outline.get() ? 2 : 0;
    capture.inverted = state.inverted.get();
    capture.interpolation = state.interpolation.get();
    return capture;
}

CapturedSlice captureSlice(const SliceCapture& capture)
{
    CapturedSlice made;
    made.axes = sliceAxes(capture.orientation);
    const ImageGeometry& geometry = capture.volume->geometry();
    const SliceStack stack(geometry, made.axes.next);
    made.slice = stack.numberAt(capture.positionMm);
    made.slices = stack.count();

    const QSize size = pictureSize(capture, made.axes);
    SliceCamera camera(made.axes);
    camera.setSize(size, &geometry);
    camera.reset(geometry);
    made.mmPerPixel = camera.mmPerPixel();
    made.image = QImage(size, QImage::Format_RGB32);
    paintPixels(capture, camera, made.image);

    QPainter painter(&made.image);
    painter.setRenderHint(QPainter::TextAntialiasing);
    QFont font;
    font.setPixelSize(std::max(11, capture.longestSide / 55));
    painter.setFont(font);
    paintMeasures(painter, capture, made, camera);
    paintTexts(painter, capture, made);
    painter.end();
    return made;
}

} // namespace fovea
