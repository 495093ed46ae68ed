#pragma once

#include "model/phantom/ChestHeart.h"
#include "model/phantom/ChestParameters.h"
#include "model/phantom/ChestTubes.h"
#include "model/phantom/Geometry.h"

#include <cstdint>
#include <vector>

namespace fovea {

/// Normal anatomy and what changes an organ's shape (big heart, fluid or gas in the pleura, hernia,
/// collapsed bases), as a function of position: no voxels. All positions are in the reference
/// adult's millimetres (ChestParameters). Immutable; safe from any thread.
class Chest {
public:
    explicit Chest(const ChestParameters& parameters);

    const ChestParameters& parameters() const { return m_parameters; }
    const ChestHeart& heart() const { return m_heart; }
    const std::vector<TubePiece>& tubes() const { return m_tubes; }

    /// What is the same for a whole axial plane: made once per plane, then asked per point.
    struct Plane {
        float z = 0;
        float cageX = 0, cageFront = 0, cageBack = 0; ///< Half-axes of the chest's inside.
        float skinX = 0, skinFront = 0, skinBack = 0;
        float muscleMm = 0;
        float mediastinum = 0; ///< Half-width kept free of lung, at y = 0.
        float spineY = 0;
        std::uint16_t vertebra = 0; ///< Label of the vertebra at this height.
        bool disc = false;
        float vertebraPhase = 0; ///< 0 at a vertebra's upper end, 1 at the next one's.
        float muscleGrain = 0;
        float fissureMm = 0.7F; ///< Half the thickness that fissures are drawn with.
    };
    Plane plane(float z) const;

    /// A point's tissue, tubes and findings left out. `wallMm`: how deep a point of the lung lies
    /// under the chest wall or the diaphragm, whichever is nearer.
    Tissue at(const Plane& plane, float x, float y, float& wallMm) const;

    /// The lobe a point lies in, 0 outside the lungs and inside of tubes and their fat.
    std::uint16_t lobeAt(const Point3& p) const;
    /// The same, and how deep it lies under the pleura.
    std::uint16_t lobeAt(const Point3& p, float& wallMm) const;

    /// Where the lung's vessels enter. side: -1 right, +1 left.
    static Point3 hilum(int side);
    /// Height of the diaphragm.
    float diaphragm(float x, float y) const;
    /// The largest depth of pleural gas from front to back. side: -1 right, +1 left.
    float pneumothoraxMm(int side) const;

private:
    Tissue wall(const Plane& plane, float x, float y, float outMm, float skinMm) const;
    Tissue ribs(const Plane& plane, float x, float y, float outMm) const;
    Tissue muscle(const Plane& plane, float x, float y) const;
    Tissue shoulderBlade(const Plane& plane, float x, float y, float outMm) const;
    bool spine(const Plane& plane, float x, float y, Tissue& tissue) const;
    bool breast(float x, float y, float z, Tissue& tissue) const;
    bool hernia(const Point3& p, Tissue& tissue) const;
    Tissue abdomen(float x, float y, float z) const;
    float liverTissue(float x, float y, float z) const;
    static float cageOutside(const Plane& plane, float x, float y);
    bool collapsed(int side) const;
    float lungDepth(const Plane& plane, float x, float y) const;
    float retractedDepth(const Point3& p) const;
    Tissue pleuralGas(const Point3& p, float depth) const;
    bool aerated(const Plane& plane, float x, float y) const;
    bool effusion(float x, float y, float z) const;
    std::uint16_t lobe(float x, float y, float z, float& fissureMm) const;

    ChestParameters m_parameters;
    ChestHeart m_heart;
    std::vector<TubePiece> m_tubes;
};

} // namespace fovea
