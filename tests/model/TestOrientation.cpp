// Whatever order a series is stored in, the network sees the patient from the feet up, from front
// to back and from right to left.

#include "model/engine/FvlmEngine.h"
#include "model/preprocess/PreparedStudy.h"
#include "model/verify/GoldenRule.h"

#include "SmallModel.h"
#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <iostream>
#include <numbers>
#include <numeric>

namespace fovea {
namespace {

struct Study {
    VolumePtr volume;
    LabelMapPtr labels;
};

Study studyOf(const ImageGeometry& geometry, std::vector<std::int16_t> voxels,
              std::vector<std::uint16_t> labels)
{
    std::vector<Structure> structures(3);
    structures[0].label = 1;
    structures[0].anatomyId = "lung";
    structures[1].label = 2;
    structures[1].anatomyId = "heart";
    structures[2].label = 3;
    structures[2].anatomyId = "esophagus"; // stands for the other side, so that each has a vector
    return {Volume::create(geometry, std::move(voxels)),
            LabelMap::create(geometry, std::move(labels), structures)};
}

bool inside(const Vec3& p, const Vec3& centre, const Vec3& radii)
{
    double sum = 0;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const double d = (p[axis] - centre[axis]) / radii[axis];
        sum += d * d;
    }
    return sum < 1;
}

/// A body without any symmetry, in the patient's coordinates (mm): a dense lung on the patient's
/// right, an airy and larger one on the left, a heart to the left of the middle and in front, and a
/// shade that rises from the feet up and from front to back. Each fits into the network's window,
/// so that only voxels at its border depend on the grid.
struct Body {
    double mirror = 1.0; ///< -1: left and right exchanged.

    int labelAt(Vec3 p) const
    {
        p[0] *= mirror;
        if (inside(p, {4, -6, -4}, {7, 6, 9}))
            return 2;
        if (inside(p, {-12, 1, 0}, {8, 10, 12}))
            return 1;
        if (inside(p, {13, 2, 3}, {9, 11, 13}))
            return 3;
        return 0;
    }
    double huAt(const Vec3& p) const
    {
        const double shade = 2.5 * p[2] + 1.5 * p[1];
        switch (labelAt(p)) {
        case 1:
            return -500 + shade;
        case 2:
            return 80 + shade;
        case 3:
            return -850 + shade;
        default:
            return inside(p, {0, 0, 0}, {30, 22, 34}) ? -20 + shade : -1000;
        }
    }
};

Study sampled(const Body& body, const ImageGeometry& geometry)
{
    std::vector<std::int16_t> voxels;
    std::vector<std::uint16_t> labels;
    for (int k = 0; k < geometry.size[2]; ++k) {
        for (int j = 0; j < geometry.size[1]; ++j) {
            for (int i = 0; i < geometry.size[0]; ++i) {
                const Vec3 p = geometry.indexToPatient({double(i), double(j), double(k)});
                voxels.push_back(static_cast<std::int16_t>(std::lround(body.huAt(p))));
                labels.push_back(static_cast<std::uint16_t>(body.labelAt(p)));
            }
        }
    }
    return studyOf(geometry, std::move(voxels), std::move(labels));
}

/// Plain axial order (i left, j posterior, k superior) around the body.
ImageGeometry plain(const Vec3& spacing)
{
    const Vec3 extent{64, 50, 76};
    ImageGeometry g;
    g.spacingMm = spacing;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        g.size[axis] = static_cast<int>(std::lround(extent[axis] / spacing[axis]));
        g.originMm[axis] = -spacing[axis] * (g.size[axis] - 1) / 2;
    }
    return g;
}

/// The very same voxels stored in another order, with a geometry that says so.
Study stored(const Study& study, const std::array<std::size_t, 3>& order,
             const std::array<bool, 3>& flip)
{
    const ImageGeometry& from = study.volume->geometry();
    ImageGeometry to;
    Vec3 corner{0, 0, 0};
    for (std::size_t a = 0; a < 3; ++a) {
        to.size[a] = from.size[order[a]];
        to.spacingMm[a] = from.spacingMm[order[a]];
        to.axes[a] = from.axes[order[a]] * (flip[a] ? -1.0 : 1.0);
        if (flip[a])
            corner[order[a]] = from.size[order[a]] - 1;
    }
    to.originMm = from.indexToPatient(corner);
    std::vector<std::int16_t> voxels(to.voxelCount());
    std::vector<std::uint16_t> labels(to.voxelCount());
    Index3 at{};
    for (at[2] = 0; at[2] < to.size[2]; ++at[2]) {
        for (at[1] = 0; at[1] < to.size[1]; ++at[1]) {
            for (at[0] = 0; at[0] < to.size[0]; ++at[0]) {
                Index3 source{};
                for (std::size_t a = 0; a < 3; ++a)
                    source[order[a]] = flip[a] ? to.size[a] - 1 - at[a] : at[a];
                voxels[to.offset(at)] = study.volume->at(source);
                labels[to.offset(at)] = study.labels->at(source);
            }
        }
    }
    return studyOf(to, std::move(voxels), std::move(labels));
}

class Orientation : public ::testing::Test {
protected:
    void SetUp() override
    {
        // Weights that make vectors depend on position far more than a fresh network's do.
        m_package.parameters = golden::parameters(m_package.manifest.network);
        Result<std::unique_ptr<Engine>> made = FvlmEngine::create(m_package);
        ASSERT_TRUE(made);
        m_engine = std::move(*made);
    }

    PreparedStudy prepare(const Study& study) const
    {
        return *prepareStudy(*study.volume, *study.labels, m_package.manifest.network.anatomies,
                             m_package.manifest.preprocess, Progress{});
    }
    StudyAnalysis analyze(const Study& study)
    {
        return *m_engine->analyze(*study.volume, *study.labels, Progress{});
    }

    /// The network's tensor and all that comes of it, exactly.
    void expectSame(const Study& study, const PreparedStudy& prepared,
                    const StudyAnalysis& analysis)
    {
        const PreparedStudy found = prepare(study);
        EXPECT_EQ(found.size, prepared.size);
        EXPECT_EQ(found.image, prepared.image);
        EXPECT_EQ(found.labels, prepared.labels);
        const StudyAnalysis said = analyze(study);
        ASSERT_EQ(said.embeddings.size(), analysis.embeddings.size());
        for (std::size_t e = 0; e < said.embeddings.size(); ++e) {
            const RegionEmbedding& one = said.embeddings[e];
            const RegionEmbedding& other = analysis.embeddings[e];
            EXPECT_EQ(one.anatomyId, other.anatomyId);
            EXPECT_EQ(one.vector, other.vector);
            EXPECT_EQ(one.attention, other.attention);
            for (std::size_t a = 0; a < 3; ++a)
                EXPECT_NEAR(one.tokenOriginMm[a], other.tokenOriginMm[a], 1e-9);
        }
        ASSERT_EQ(said.findings.size(), analysis.findings.size());
        for (std::size_t f = 0; f < said.findings.size(); ++f)
            EXPECT_EQ(said.findings[f].score, analysis.findings[f].score);
    }

    void expectSameInEveryOrder(const Study& study)
    {
        const PreparedStudy prepared = prepare(study);
        const StudyAnalysis analysis = analyze(study);
        ASSERT_EQ(analysis.embeddings.size(), 3U);
        std::array<std::size_t, 3> order{0, 1, 2};
        int orders = 0;
        do {
            for (unsigned flips = 0; flips < 8; ++flips, ++orders) {
                SCOPED_TRACE(orders);
                expectSame(
                    stored(study, order, {(flips & 1) != 0, (flips & 2) != 0, (flips & 4) != 0}),
                    prepared, analysis);
            }
        } while (std::next_permutation(order.begin(), order.end()));
        EXPECT_EQ(orders, 48);
    }

    static double cosine(const RegionEmbedding& a, const RegionEmbedding& b)
    {
        return std::inner_product(a.vector.begin(), a.vector.end(), b.vector.begin(), 0.0);
    }

    ModelPackage m_package = testing::smallPackage();
    std::unique_ptr<Engine> m_engine;
};

TEST_F(Orientation, AllStorageOrdersAreTheSameStudy)
{
    expectSameInEveryOrder(sampled(Body{}, plain({1, 1, 2}))); // the network's own grid
}

TEST_F(Orientation, AllStorageOrdersAreTheSameStudyWhereEveryAxisIsResampled)
{
    expectSameInEveryOrder(sampled(Body{}, plain({0.7, 1.3, 2.6})));
}

TEST_F(Orientation, FeetFirstIsTheSameStudy)
{
    const Study study = sampled(Body{}, plain({1, 1, 2}));
    // As scanners store it: slices from the head down, and either the rows as always or, in the
    // table's view, from the patient's left to right.
    expectSame(stored(study, {0, 1, 2}, {false, false, true}), prepare(study), analyze(study));
    expectSame(stored(study, {0, 1, 2}, {true, false, true}), prepare(study), analyze(study));
}

TEST_F(Orientation, TheTensorRunsFromFeetFrontAndRight)
{
    // Not only the same in all orders, but the right one: each side's lung lies where the network
    // was taught to see it.
    const PreparedStudy prepared =
        prepare(stored(sampled(Body{}, plain({1, 1, 2})), {2, 0, 1}, {true, false, true}));
    const auto value = [&prepared](int d, int h, int w) {
        return prepared
            .image[(static_cast<std::size_t>(d) * prepared.size[1] + h) * prepared.size[2] + w];
    };
    const Index3 middle{prepared.size[0] / 2, prepared.size[1] / 2, prepared.size[2] / 2};
    EXPECT_GT(value(middle[0], middle[1], middle[2] - 12), 0.35F) << "dense: the right lung";
    EXPECT_LT(value(middle[0], middle[1], middle[2] + 12), 0.25F) << "airy: the left lung";
    EXPECT_LT(value(middle[0] - 3, middle[1], middle[2] - 12),
              value(middle[0] + 3, middle[1], middle[2] - 12))
        << "the shade rises from the feet up";
    EXPECT_LT(value(middle[0], middle[1] - 5, middle[2] - 12),
              value(middle[0], middle[1] + 5, middle[2] - 12))
        << "and from front to back";
}

TEST_F(Orientation, EachAxisFollowsItsOwnSpacing)
{
    // In-plane pixels twice as long as wide, and the other way round, against square ones: the same
    // body on three grids. Resampling blurs its borders, so vectors are close and not equal.
    const StudyAnalysis square = analyze(sampled(Body{}, plain({1, 1, 2})));
    for (const Vec3& spacing : {Vec3{0.5, 1, 2}, Vec3{1, 0.5, 2}, Vec3{0.5, 1, 1}}) {
        const Study study = sampled(Body{}, plain(spacing));
        const PreparedStudy prepared = prepare(study);
        for (std::size_t axis = 0; axis < 3; ++axis)
            EXPECT_EQ(prepared.resampledSize[axis], plain({1, 1, 2}).size[2 - axis])
                << "D, H, W against i, j, k";
        const StudyAnalysis found = analyze(study);
        ImageGeometry exchanged = study.volume->geometry();
        std::swap(exchanged.spacingMm[0], exchanged.spacingMm[1]);
        const StudyAnalysis mistaken = analyze(
            studyOf(exchanged, {study.volume->voxels().begin(), study.volume->voxels().end()},
                    {study.labels->labels().begin(), study.labels->labels().end()}));
        ASSERT_EQ(found.embeddings.size(), square.embeddings.size());
        for (std::size_t e = 0; e < found.embeddings.size(); ++e) {
            const double close = cosine(found.embeddings[e], square.embeddings[e]);
            std::cout << "[ measured ] spacing " << spacing[0] << " " << spacing[1] << " "
                      << spacing[2] << " " << found.embeddings[e].anatomyId << " 1 - cosine "
                      << 1 - close << "\n";
            EXPECT_GT(close, 0.998);
            EXPECT_GT(close, cosine(mistaken.embeddings[e], square.embeddings[e]) + 1e-4)
                << "nearer than with the pixel spacings exchanged";
        }
    }
}

TEST_F(Orientation, AnObliqueSeriesIsCloseToTheAxialOne)
{
    const StudyAnalysis axial = analyze(sampled(Body{}, plain({1, 1, 2})));
    const StudyAnalysis mirrored = analyze(sampled(Body{-1.0}, plain({1, 1, 2})));
    const double angle = 20 * std::numbers::pi / 180;
    const double c = std::cos(angle), s = std::sin(angle);
    const std::array<std::array<Vec3, 3>, 3> rotations{
        {{Vec3{1, 0, 0}, Vec3{0, c, s}, Vec3{0, -s, c}},   // about the left-right axis
         {Vec3{c, 0, -s}, Vec3{0, 1, 0}, Vec3{s, 0, c}},   // about the front-back axis
         {Vec3{c, s, 0}, Vec3{-s, c, 0}, Vec3{0, 0, 1}}}}; // about the long axis
    for (std::size_t axis = 0; axis < 3; ++axis) {
        ImageGeometry oblique;
        oblique.size = {100, 100, 100};
        oblique.spacingMm = {1, 1, 1};
        oblique.axes = rotations[axis];
        const Vec3 centre = oblique.centreMm();
        oblique.originMm = {-centre[0], -centre[1], -centre[2]};
        const StudyAnalysis found = analyze(sampled(Body{}, oblique));
        ASSERT_EQ(found.embeddings.size(), 3U);
        for (std::size_t e = 0; e < 3; ++e) {
            const double close = cosine(found.embeddings[e], axial.embeddings[e]);
            const double far = cosine(mirrored.embeddings[e], axial.embeddings[e]);
            std::cout << "[ measured ] axis " << axis << " " << found.embeddings[e].anatomyId
                      << " 1 - cosine " << 1 - close << ", mirrored " << 1 - far << "\n";
            EXPECT_GT(close, 0.99);
            EXPECT_GT(close, far) << "nearer than the body with left and right exchanged";
        }
    }
}

} // namespace
} // namespace fovea
