#pragma once

#include <algorithm>
#include <cmath>

namespace fovea {

/// How coarse a moving picture has to be for this machine to keep up: from the time that each frame
/// took, the image distance (screen pixels per ray, in one direction) of the next. Cost falls with
/// its square. Twenty frames a second are the least that looks like motion; the aim is above.
class DraftBudget {
public:
    static constexpr double aimMs = 35;
    static constexpr double finest = 1;
    static constexpr double coarsest = 8;

    double imageDistance() const { return m_distance; }

    void noteFrame(double ms)
    {
        // One slow frame (a page fault, another program) must not blur the picture at once.
        const double factor = std::clamp(std::sqrt(std::max(ms, 1.0) / aimMs), 0.8, 1.6);
        // Near the aim it stays: a picture that changes its grain with every frame flickers.
        if (factor > 0.85 && factor < 1.1)
            return;
        m_distance = std::clamp(m_distance * factor, finest, coarsest);
    }

private:
    double m_distance = 2.5;
};

} // namespace fovea
