#pragma once

#include "model/phantom/ChestParameters.h"

#include <array>
#include <cstdint>
#include <vector>

namespace fovea {

using Point3 = std::array<float, 3>;

struct Tissue {
    float hu = -1000.0F;
    std::uint16_t label = 0; ///< ChestLabel.
};

/// Normal anatomy and what changes an organ's shape (big heart, fluid, hernia), as a function of
/// position: no voxels. All positions are in the reference adult's millimetres (ChestParameters).
/// Immutable; safe from any thread.
///
/// Sizes of organs are textbook means for adults (Moore, Clinically Oriented Anatomy; aorta:
/// Hiratzka et al., JACC 2010); attenuations are those in ChestParameters and beside their use.
class Chest {
public:
    explicit Chest(const ChestParameters& parameters);

    const ChestParameters& parameters() const { return m_parameters; }

    /// A tube's piece: a capsule whose radius changes linearly.
    struct Capsule {
        Point3 from;
        Point3 to;
        float radiusFrom;
        float radiusTo;
        int tube; ///< Tube
    };
    enum Tube { Airway, AorticTube, Vein, Esophageal, ClavicleTube, PulmonaryTrunk };

    /// What is the same for a whole line along x: made once per line, then asked per voxel.
    struct Line {
        float y = 0, z = 0;
        bool body = false;   ///< Some of the line may lie in the body.
        float bodyHalfX = 0; ///< Skin where |x| equals this.
        float cavityQ = 0;   ///< 1 / squared half-width of the chest cavity.
        float cavityR = 0;   ///< (y / half-depth)^2 of it.
        float ribQ = 0, ribR = 0, ribInnerQ = 0, ribInnerR = 0, muscleQ = 0, muscleR = 0;
        float mediastinum = 0; ///< Half-width kept free of lung.
        float spineY = 0;
        int vertebra = 0; ///< Label of the vertebra at this height.
        bool disc = false;
        float vertebraPhase = 0;
        std::vector<Capsule> capsules; ///< Those the line may touch.
    };
    void prepare(Line& line, float y, float z) const;
    Tissue at(const Line& line, float x) const;
    Tissue at(const Point3& p) const;

    /// Distance to the heart's centre over the distance of its surface there: 1 on the surface.
    float heartRadius(const Point3& p) const;
    /// The point of the heart's surface in the direction (along long axis, left-right, up) of its
    /// own frame, pushed out by `factor`.
    Point3 heartSurface(const Point3& direction, float factor) const;

    const std::vector<Capsule>& capsules() const { return m_capsules; }
    /// Where the lung's vessels enter. side: -1 right, +1 left.
    Point3 hilum(int side) const;

private:
    Tissue mediastinal(const Line& line, float x, bool& found) const;
    Tissue spine(const Line& line, float x, bool& found) const;
    Tissue heart(float r, const Point3& p) const;
    Tissue wall(const Line& line, float x) const;
    Tissue abdomen(const Line& line, float x) const;
    bool inLung(const Line& line, float x) const;
    std::uint16_t lobe(float x, float y, float z, float& fissureMm) const;
    float diaphragm(float x, float y) const;
    Point3 heartLocal(const Point3& p) const;
    void addTube(Tube tube, const std::vector<std::array<float, 4>>& points, float scale);

    ChestParameters m_parameters;
    std::vector<Capsule> m_capsules;
    Point3 m_heartCentre{};
    std::array<Point3, 3> m_heartAxes{};
    Point3 m_heartHalf{};
};

} // namespace fovea
