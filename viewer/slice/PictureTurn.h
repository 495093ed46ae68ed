#pragma once

#include "viewer/slice/SlicePlane.h"

namespace fovea {

/// How a picture is mirrored and turned on the screen against the directions of its plane: one of
/// the eight ways. It changes where things appear, never what or where in the patient they are.
class PictureTurn {
public:
    /// Left and right of the picture change places.
    PictureTurn flippedHorizontally() const;
    /// Top and bottom of the picture change places.
    PictureTurn flippedVertically() const;
    /// By 90 degrees as a clock turns: what was at the left goes to the top.
    PictureTurn rotatedClockwise() const;
    PictureTurn rotatedCounterclockwise() const;

    /// The plane's directions as the screen shows them; `next` stays.
    SliceAxes applied(const SliceAxes& axes) const;
    bool isIdentity() const { return *this == PictureTurn(); }

    bool operator==(const PictureTurn&) const = default;

private:
    /// A direction of the screen in multiples of the plane's right and down; one of them is 0.
    struct Direction {
        int right = 0;
        int down = 0;

        Direction reversed() const { return {-right, -down}; }
        bool operator==(const Direction&) const = default;
    };

    Direction m_right{1, 0};
    Direction m_down{0, 1};
};

} // namespace fovea
