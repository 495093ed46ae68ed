#pragma once

#include "model/domain/ImageGeometry.h"

#include <QImage>
#include <QPointF>

#include <map>

// What a grabbed slice view shows.

namespace fovea::test {

/// A voxel of every gridCases() that is off the middle along every axis.
inline constexpr Index3 offMiddle{29, 11, 25};

/// Centre of gravity of the greys. The slider at the right edge is no part of the picture.
inline QPointF brightSpot(const QImage& picture)
{
    double sum = 0;
    QPointF at;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width() - 12; ++x) {
            const double grey = qGray(picture.pixel(x, y));
            at += QPointF(x + 0.5, y + 0.5) * grey;
            sum += grey;
        }
    }
    return at / sum;
}

/// What the letters at the edges stand for; LPS.
inline const std::map<char, Vec3>& letterDirections()
{
    static const std::map<char, Vec3> directions{{'L', {1, 0, 0}}, {'R', {-1, 0, 0}},
                                                 {'P', {0, 1, 0}}, {'A', {0, -1, 0}},
                                                 {'S', {0, 0, 1}}, {'I', {0, 0, -1}}};
    return directions;
}

} // namespace fovea::test
