#pragma once

#include <algorithm>
#include <array>
#include <cmath>

namespace fovea {

using Point3 = std::array<float, 3>;

inline float square(float v)
{
    return v * v;
}

/// 0 below `low`, 1 above `high`, a smooth cubic between.
inline float smoothStep(float low, float high, float v)
{
    const float t = std::clamp((v - low) / (high - low), 0.0F, 1.0F);
    return t * t * (3.0F - 2.0F * t);
}

inline Point3 subtract(const Point3& a, const Point3& b)
{
    return {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
}

/// a + t * b
inline Point3 along(const Point3& a, float t, const Point3& b)
{
    return {a[0] + t * b[0], a[1] + t * b[1], a[2] + t * b[2]};
}

inline float dotProduct(const Point3& a, const Point3& b)
{
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

inline float norm(const Point3& a)
{
    return std::sqrt(dotProduct(a, a));
}

inline Point3 unit(const Point3& a)
{
    const float n = 1.0F / norm(a);
    return {a[0] * n, a[1] * n, a[2] * n};
}

inline Point3 crossProduct(const Point3& a, const Point3& b)
{
    return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}

} // namespace fovea
