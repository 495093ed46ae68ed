#include "viewer/slice/SliceStack.h"

#include "viewer/slice/SlicePlane.h"

#include <algorithm>
#include <cmath>

namespace fovea {

SliceStack::SliceStack(const ImageGeometry& geometry, const Vec3& next)
    : m_next(next)
    , m_stepMm(sliceStepMm(geometry, next))
{
    const auto [low, high] = extentMm(geometry, next);
    m_firstMm = low;
    m_count = static_cast<int>(std::lround((high - low) / m_stepMm)) + 1;
}

int SliceStack::numberAt(const Vec3& positionMm) const
{
    // Half-way goes up, as in the renderer's nearest slice of a grid that runs this way.
    const double at = (dot(positionMm, m_next) - m_firstMm) / m_stepMm;
    return static_cast<int>(std::clamp(std::floor(at + 0.5), 0.0, m_count - 1.0)) + 1;
}

Vec3 SliceStack::movedInto(int number, const Vec3& positionMm) const
{
    const double depth = m_firstMm + (std::clamp(number, 1, m_count) - 1) * m_stepMm;
    return positionMm + m_next * (depth - dot(positionMm, m_next));
}

} // namespace fovea
