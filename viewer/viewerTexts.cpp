#include "viewer/viewerTexts.h"

#include "viewer/decimalText.h"

#include <QCoreApplication>

#include <array>
#include <cmath>

namespace fovea {

namespace {

struct Viewer {
    Q_DECLARE_TR_FUNCTIONS(fovea::Viewer)
};

} // namespace

QString windowPresetName(const WindowPreset& preset)
{
    if (preset.id == "lung")
        return Viewer::tr("Lung");
    if (preset.id == "soft_tissue")
        return Viewer::tr("Soft tissue");
    if (preset.id == "bone")
        return Viewer::tr("Bone");
    if (preset.id == "mediastinum")
        return Viewer::tr("Mediastinum");
    if (preset.id == "liver")
        return Viewer::tr("Liver");
    if (preset.id == "brain")
        return Viewer::tr("Brain");
    return QString::fromUtf8(preset.id.data(), static_cast<qsizetype>(preset.id.size()));
}

QString sliceOrientationName(SliceOrientation orientation)
{
    switch (orientation) {
    case SliceOrientation::Axial:
        return Viewer::tr("Axial");
    case SliceOrientation::Coronal:
        return Viewer::tr("Coronal");
    case SliceOrientation::Sagittal:
        return Viewer::tr("Sagittal");
    }
    return {};
}

QString volumePresetName(VolumePreset preset)
{
    switch (preset) {
    case VolumePreset::Bone:
        return Viewer::tr("Bone");
    case VolumePreset::Lung:
        return Viewer::tr("Lung");
    case VolumePreset::Vessels:
        return Viewer::tr("Vessels");
    case VolumePreset::Skin:
        return Viewer::tr("Skin");
    case VolumePreset::Airways:
        return Viewer::tr("Airways");
    case VolumePreset::SoftTissue:
        return Viewer::tr("Soft tissue");
    }
    return {};
}

QString slabModeName(SlabMode mode)
{
    switch (mode) {
    case SlabMode::Off:
        return Viewer::tr("Thin slice");
    case SlabMode::Maximum:
        return Viewer::tr("MIP");
    case SlabMode::Minimum:
        return Viewer::tr("MinIP");
    case SlabMode::Average:
        return Viewer::tr("Average");
    }
    return {};
}

QString slabText(const Slab& slab)
{
    return slab.isThick()
               ? Viewer::tr("%1 %2 mm").arg(slabModeName(slab.mode)).arg(slab.thicknessMm)
               : slabModeName(slab.mode);
}

QString plainStructureName(const Structure& structure)
{
    return QString::fromStdString(structure.name).replace(QLatin1Char('_'), QLatin1Char(' '));
}

QString patientPositionText(const Vec3& positionMm)
{
    // DICOM's direction letters are the same in every language.
    constexpr std::array<std::array<char, 2>, 3> letters{{{'L', 'R'}, {'P', 'A'}, {'S', 'I'}}};
    std::array<QString, 3> parts;
    for (std::size_t a = 0; a < 3; ++a) {
        const double rounded = std::round(positionMm[a] * 10) / 10;
        parts[a] = QStringLiteral("%1 %2")
                       .arg(QLatin1Char(letters[a][rounded < 0 ? 1 : 0]))
                       .arg(decimalText(std::abs(rounded), 1));
    }
    return Viewer::tr("%1  %2  %3 mm").arg(parts[0], parts[1], parts[2]);
}

QString planeDepthText(const Vec3& next, double depthMm)
{
    const double rounded = std::round(depthMm * 10) / 10;
    return Viewer::tr("%1 %2 mm")
        .arg(QString::fromStdString(orientationLetters(next * (rounded < 0 ? -1 : 1))))
        .arg(decimalText(std::abs(rounded), 1));
}

} // namespace fovea
