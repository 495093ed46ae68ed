#pragma once

#include "model/phantom/ChestParameters.h"
#include "model/phantom/Geometry.h"

#include <cstdint>
#include <vector>

namespace fovea {

/// What a tube is made of; later ones take precedence where tubes cross.
enum class TubeKind { Esophagus, Vein, PulmonaryArtery, Artery, Airway, Bone, Lead };

/// A straight piece of a tube whose radius changes linearly, in the reference adult's millimetres.
struct TubePiece {
    Point3 from;
    Point3 to;
    float radiusFrom;
    float radiusTo;
    TubeKind kind;
    std::uint16_t label; ///< ChestLabel
    float sleeveMm;      ///< Fat around it that keeps the lung away.
};

/// Vessels, airways, esophagus and long bones of the chest, by rising precedence. Courses and
/// calibres are textbook means for adults (Moore, Clinically Oriented Anatomy; aorta: Hiratzka et
/// al., JACC 2010).
std::vector<TubePiece> chestTubes(const ChestParameters& parameters);

} // namespace fovea
