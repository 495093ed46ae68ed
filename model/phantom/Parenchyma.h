#pragma once

#include "model/phantom/ChestParameters.h"
#include "model/phantom/Geometry.h"

#include <cstdint>

namespace fovea {

/// What lung tissue looks like from place to place: its own unevenness, and the findings that are a
/// property of the tissue (emphysema, mosaic attenuation, septal lines) or of a zone (gravity's
/// haze, the apical cap). Immutable; safe from any thread.
class Parenchyma {
public:
    /// `pixelMm`: lines thinner than a pixel fill only a part of it.
    Parenchyma(const ChestParameters& parameters, float pixelMm);

    /// Attenuation at p where normal anatomy has `hu`. wallMm: depth under the pleura.
    float at(float hu, const Point3& p, float wallMm) const;

private:
    float emphysema(float hu, const Point3& p, float wallMm) const;
    float mosaic(float hu, const Point3& p) const;
    float septa(float hu, const Point3& p, float wallMm) const;

    ChestParameters m_parameters;
    float m_pixelMm;
};

} // namespace fovea
