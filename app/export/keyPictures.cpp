#include "app/export/keyPictures.h"

#include "app/keyimages/keyImagePlane.h"
#include "viewer/measure/MeasurePlane.h"
#include "viewer/viewerTexts.h"

#include <QCoreApplication>

#include <cmath>

namespace fovea {

namespace {

struct PictureText {
    Q_DECLARE_TR_FUNCTIONS(fovea::KeyPictures)
};

const char* englishPlane(KeyImagePlane plane)
{
    switch (plane) {
    case KeyImagePlane::Axial:
        return "Axial";
    case KeyImagePlane::Coronal:
        return "Coronal";
    case KeyImagePlane::Sagittal:
        break;
    }
    return "Sagittal";
}

KeyPicture pictureOf(const KeyImageRecord& record, const SliceCapture& look,
                     const StudyResults& results)
{
    SliceCapture capture = look;
    capture.orientation = orientationOf(record.plane);
    capture.positionMm = record.positionMm;
    capture.window = {record.window.centreHu, record.window.widthHu};
    capture.measures.clear();
    const MeasurePlane plane = MeasurePlane::through(sliceAxes(capture.orientation),
                                                     record.positionMm, capture.volume->geometry());
    KeyPicture picture;
    for (const MeasureResult& result : results.measures) {
        capture.measures.push_back(result.measure);
        picture.hasTypedText =
            picture.hasTypedText || (!result.measure.text.empty() && plane.shows(result.measure));
    }
    picture.record = record;
    picture.slice = captureSlice(capture);
    picture.caption = PictureText::tr("%1, slice %2 of %3")
                          .arg(sliceOrientationName(capture.orientation))
                          .arg(picture.slice.slice)
                          .arg(picture.slice.slices);
    return picture;
}

} // namespace

std::vector<KeyPicture> keyPictures(const StudyResults& results, const SliceCapture& look,
                                    const Progress& progress)
{
    std::vector<KeyPicture> pictures;
    for (const KeyImageRecord& record : results.keyImages) {
        if (progress.cancelled())
            break;
        pictures.push_back(pictureOf(record, look, results));
        progress.report(double(pictures.size()) / double(results.keyImages.size()));
    }
    return pictures;
}

CapturedPicture capturedPicture(const KeyPicture& picture)
{
    CapturedPicture captured;
    const QImage rgb = picture.slice.image.convertToFormat(QImage::Format_RGB888);
    captured.width = rgb.width();
    captured.height = rgb.height();
    captured.rgb.reserve(std::size_t(rgb.width()) * std::size_t(rgb.height()) * 3);
    for (int y = 0; y < rgb.height(); ++y) // Qt pads its lines.
        captured.rgb.insert(captured.rgb.end(), rgb.constScanLine(y),
                            rgb.constScanLine(y) + std::ptrdiff_t(rgb.width()) * 3);
    captured.positionMm = picture.record.positionMm;
    captured.right = picture.slice.axes.right;
    captured.down = picture.slice.axes.down;
    captured.mmPerPixel = picture.slice.mmPerPixel;
    captured.description =
        std::string(englishPlane(picture.record.plane)) + " slice " +
        std::to_string(picture.slice.slice) + " of " + std::to_string(picture.slice.slices) +
        ", window center " + std::to_string(std::lround(picture.record.window.centreHu)) +
        ", width " + std::to_string(std::lround(picture.record.window.widthHu)) + " HU";
    captured.hasTypedText = picture.hasTypedText;
    return captured;
}

} // namespace fovea
