#pragma once

#include "model/domain/ImageGeometry.h"

#include <cstdint>
#include <string>

// What StudyDatabase keeps of how a series was read: plain values.

namespace fovea {

/// DICOM's window centre and width.
struct SeriesWindow {
    double centreHu = 40;
    double widthHu = 400; ///< At least 1.
    bool operator==(const SeriesWindow&) const = default;
};

enum class KeyImagePlane { Axial, Coronal, Sagittal };

/// A slice that carries a star.
struct KeyImageRecord {
    std::int64_t id = 0; ///< 0: not stored yet.
    std::int64_t seriesId = 0;
    KeyImagePlane plane = KeyImagePlane::Axial;
    Vec3 positionMm{0, 0, 0}; ///< Where the crosshair stood: patient LPS.
    SeriesWindow window;      ///< In which it was seen.
    std::string addedAt;      ///< UTC, "YYYY-MM-DDTHH:MM:SSZ". Filled in by the database.
};

} // namespace fovea
