#include "model/phantom/ChestTubes.h"

#include "model/phantom/ChestStructures.h"

#include <algorithm>

namespace fovea {

namespace {

class Builder {
public:
    using Node = std::array<float, 4>; ///< x, y, z, radius

    void add(TubeKind kind, std::uint16_t label, float sleeve, float scale,
             const std::vector<Node>& nodes)
    {
        for (std::size_t n = 1; n < nodes.size(); ++n) {
            const Node& a = nodes[n - 1];
            const Node& b = nodes[n];
            pieces.push_back({{a[0], a[1], a[2]},
                              {b[0], b[1], b[2]},
                              a[3] * scale,
                              b[3] * scale,
                              kind,
                              label,
                              sleeve});
        }
    }
    std::vector<TubePiece> pieces;
};

void addEsophagus(Builder& b)
{
    b.add(TubeKind::Esophagus, ChestLabel::Esophagus, 3, 1,
          {{1, 14, 160, 7},
           {3, 24, 60, 7.5F},
           {5, 28, 20, 7.5F},
           {5, 30, -20, 8},
           {10, 25, -60, 8.5F},
           {20, 14, -86, 9}});
}

/// Radius of a dilated ascending aorta in the reference adult; that of a usual one otherwise.
float ascendingRadius(const ChestParameters& c)
{
    const auto across = static_cast<float>(c.scale[0] + c.scale[1]);
    return c.ascendingAortaMm > 0 ? c.ascendingAortaMm / across : 16 * c.aortaScale;
}

/// Widens root and ascending part, which bulge to the right and to the front; the arch tapers.
void dilate(std::vector<Builder::Node>& aorta, const ChestParameters& c)
{
    constexpr std::array<float, 5> Taper{0.84F, 1.0F, 1.0F, 0.86F, 0.66F};
    const float radius = ascendingRadius(c);
    const float bulge = std::max(0.0F, radius - 16);
    for (std::size_t n = 0; n < Taper.size(); ++n) {
        Builder::Node& node = aorta[n];
        node[3] = std::max(node[3], Taper[n] * radius / c.aortaScale);
        if (n == 1 || n == 2) {
            node[0] -= 0.5F * bulge;
            node[1] -= 0.25F * bulge;
        }
    }
}

void addVeins(Builder& b, const ChestParameters& c)
{
    using namespace ChestLabel;
    // A wide aorta takes the place of the vein beside it.
    const float pushed =
        c.ascendingAortaMm > 0 ? 1.5F * std::max(0.0F, ascendingRadius(c) - 16) : 0.0F;
    b.add(TubeKind::Vein, Background, 2, 1, {{-5, 50, -150, 3.5F}, {-6, 44, 20, 4}});
    b.add(TubeKind::Vein, Background, 2, 1, {{-6, 44, 20, 4}, {-16, 22, 34, 4}, {-24, -6, 32, 4}});
    b.add(TubeKind::Vein, PulmonaryVein, 2, 1,
          {{-58, 16, -16, 5}, {-34, 4, -20, 6.5F}, {-10, 2, -22, 7}});
    b.add(TubeKind::Vein, PulmonaryVein, 2, 1,
          {{-54, -10, 10, 5}, {-30, -6, -8, 6.5F}, {-10, 0, -16, 7}});
    b.add(TubeKind::Vein, PulmonaryVein, 2, 1,
          {{58, 18, -16, 5}, {36, 10, -18, 6.5F}, {14, 4, -20, 7}});
    b.add(TubeKind::Vein, PulmonaryVein, 2, 1,
          {{54, -10, 14, 5}, {34, -4, -4, 6.5F}, {14, 2, -14, 7}});
    b.add(TubeKind::Vein, BrachiocephalicVeinRight, 4, 1, {{-34, -20, 128, 6}, {-28, -22, 92, 7}});
    b.add(TubeKind::Vein, BrachiocephalicVeinLeft, 4, 1,
          {{38, -22, 116, 5.5F}, {12, -36, 84, 6}, {-27, -24, 78, 7}});
    b.add(TubeKind::Vein, SuperiorVenaCava, 4, 1,
          {{-28, -22, 92, 8}, {-27 - pushed, -20, 50, 9.5F}, {-24 - pushed, -16, -4, 10}});
    b.add(TubeKind::Vein, InferiorVenaCava, 2, 1,
          {{-20, 2, -60, 11}, {-20, 12, -110, 11.5F}, {-18, 16, -170, 11.5F}});
}

void addArteries(Builder& b, const ChestParameters& c)
{
    using namespace ChestLabel;
    b.add(TubeKind::PulmonaryArtery, PulmonaryArtery, 4, 1,
          {{10, -46, -2, 13}, {16, -26, 26, 13.5F}, {44, 4, 24, 9}, {60, 20, 2, 6.5F}});
    b.add(TubeKind::PulmonaryArtery, PulmonaryArtery, 4, 1,
          {{16, -26, 24, 12}, {-20, 0, 20, 10}, {-44, 8, 14, 8.5F}, {-60, 20, -8, 6.5F}});

    const float t = c.tortuosityMm;
    std::vector<Builder::Node> aorta{{-2, -18, -18, 15},
                                     {-14 - 0.5F * t, -26, 10, 16},
                                     {-14 - 0.6F * t, -28, 34, 15},
                                     {-6, -20, 52 + 0.5F * t, 14.5F},
                                     {8 + 0.4F * t, 2, 60 + 0.7F * t, 13.5F},
                                     {20 + 0.7F * t, 24, 54 + 0.5F * t, 13},
                                     {26 + 0.8F * t, 37, 38, 12.5F},
                                     {26 + t, 41, 10, 12},
                                     {23 + 1.3F * t, 42, -40, 11.5F},
                                     {14 - 0.4F * t, 42, -100, 11},
                                     {8, 40, -170, 10.5F}};
    if (c.ascendingAortaMm > 0)
        dilate(aorta, c);
    b.add(TubeKind::Artery, Aorta, 4, c.aortaScale, aorta);
    b.add(TubeKind::Artery, BrachiocephalicTrunk, 4, 1,
          {{-6, -18, 56, 6.5F}, {-14, -14, 84, 6.5F}, {-24, -10, 100, 6.5F}});
    b.add(TubeKind::Artery, CarotidRight, 3, 1, {{-24, -10, 100, 4}, {-26, -4, 160, 3.5F}});
    b.add(TubeKind::Artery, SubclavianRight, 3, 1,
          {{-24, -10, 100, 4.5F}, {-52, -6, 118, 4.5F}, {-110, -14, 118, 4}});
    b.add(TubeKind::Artery, CarotidLeft, 3, 1,
          {{6, -2, 64, 4}, {14, -2, 100, 4}, {24, -2, 160, 3.5F}});
    b.add(TubeKind::Artery, SubclavianLeft, 3, 1,
          {{16, 16, 62, 5}, {26, 16, 98, 5}, {54, -2, 120, 4.5F}, {110, -14, 118, 4}});
}

void addAirways(Builder& b)
{
    using namespace ChestLabel;
    b.add(TubeKind::Airway, Trachea, 3, 1, {{-2, -6, 160, 8.5F}, {-2, 2, 100, 9}, {-2, 10, 40, 9}});
    b.add(TubeKind::Airway, Trachea, 3, 1, {{-2, 10, 40, 8}, {-38, 12, 14, 6.5F}});
    b.add(TubeKind::Airway, Background, 2, 1, {{-38, 12, 14, 6}, {-54, 18, -14, 4.5F}});
    b.add(TubeKind::Airway, Trachea, 3, 1, {{-2, 10, 40, 7.5F}, {40, 16, 12, 6}});
    b.add(TubeKind::Airway, Background, 2, 1, {{40, 16, 12, 5.5F}, {54, 22, -16, 4.5F}});
    b.add(TubeKind::Airway, Background, 2, 1, {{-38, 12, 14, 4.5F}, {-54, 8, 36, 3.5F}});
    b.add(TubeKind::Airway, Background, 2, 1, {{40, 16, 12, 4.5F}, {55, 6, 34, 3.5F}});
}

void addBones(Builder& b)
{
    using namespace ChestLabel;
    b.add(TubeKind::Bone, ClavicleLeft, 0, 1,
          {{16, -74, 92, 6.5F}, {60, -72, 112, 5}, {120, -30, 128, 5.5F}});
    b.add(TubeKind::Bone, ClavicleRight, 0, 1,
          {{-16, -74, 92, 6.5F}, {-60, -72, 112, 5}, {-120, -30, 128, 5.5F}});
    // Arms lie above the head.
    b.add(TubeKind::Bone, HumerusLeft, 0, 1,
          {{136, 0, 118, 21}, {150, -8, 136, 18}, {172, -20, 190, 12}});
    b.add(TubeKind::Bone, HumerusRight, 0, 1,
          {{-136, 0, 118, 21}, {-150, -8, 136, 18}, {-172, -20, 190, 12}});
}

} // namespace

std::vector<TubePiece> chestTubes(const ChestParameters& parameters)
{
    Builder b;
    addEsophagus(b);
    addVeins(b, parameters);
    addArteries(b, parameters);
    addAirways(b);
    addBones(b);
    if (parameters.patient.variants.pacemakerLead) {
        // Through the superior vena cava to the right ventricle's apex.
        b.add(TubeKind::Lead, ChestLabel::Background, 0, 1,
              {{60, -70, 100, 1.2F},
               {34, -24, 112, 1.2F},
               {-27, -22, 80, 1.2F},
               {-26, -18, 10, 1.2F},
               {-16, -22, -50, 1.2F},
               {26, -52, -70, 1.4F}});
    }
    return std::move(b.pieces);
}

} // namespace fovea
