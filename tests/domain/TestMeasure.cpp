#include "model/domain/Measure.h"

#include <cmath>
#include <gtest/gtest.h>
#include <limits>

namespace fovea {
namespace {

Measure measure(MeasureKind kind, std::vector<Vec3> points)
{
    Measure m;
    m.uid = "one";
    m.kind = kind;
    m.pointsMm = std::move(points);
    return m;
}

void expectNear(const Vec3& found, const Vec3& expected)
{
    for (std::size_t a = 0; a < 3; ++a)
        EXPECT_NEAR(found[a], expected[a], 1e-9) << "axis " << a;
}

TEST(Measure, AChangeAndItsReverseLeaveTheListAsItWas)
{
    const Measure old = measure(MeasureKind::Length, {{0, 0, 0}, {1, 0, 0}});
    Measure other = old;
    other.uid = "two";
    const MeasureList list{old, other};
    Measure longer = old;
    longer.pointsMm[1] = {9, 0, 0};
    const MeasureChange change{old, longer};
    const MeasureList after = changed(list, change);
    EXPECT_EQ(after, (MeasureList{longer, other}));
    EXPECT_EQ(changed(after, change.reversed()), list);

    const MeasureChange removal{other, std::nullopt};
    EXPECT_EQ(removal.uid(), "two");
    EXPECT_EQ(changed(list, removal), MeasureList{old});
    EXPECT_EQ(changed(changed(list, removal), removal.reversed()), list);
    EXPECT_EQ(changed(changed(list, removal), removal), MeasureList{old}) << "once is enough";
    EXPECT_EQ(findMeasure(list, "two"), &list[1]);
    EXPECT_EQ(findMeasure(list, "three"), nullptr);
}

TEST(Measure, IsWholeOnlyWithItsPointsAndAUnitNormal)
{
    EXPECT_TRUE(isWhole(measure(MeasureKind::Length, {{0, 0, 0}, {1, 0, 0}})));
    EXPECT_FALSE(isWhole(measure(MeasureKind::Length, {{0, 0, 0}})));
    EXPECT_FALSE(isWhole(measure(MeasureKind::Angle, {{0, 0, 0}, {1, 0, 0}})));
    EXPECT_FALSE(isWhole(measure(MeasureKind::Polygon, {{0, 0, 0}, {1, 0, 0}})));
    EXPECT_TRUE(isWhole(measure(MeasureKind::Probe, {{0, 0, 0}})));
    const double nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_FALSE(isWhole(measure(MeasureKind::Probe, {{0, nan, 0}})));
    EXPECT_FALSE(isWhole(measure(MeasureKind::Probe, {{0, 0, 1e300}})));
    Measure skewed = measure(MeasureKind::Probe, {{0, 0, 0}});
    skewed.normal = {0, 0, 2};
    EXPECT_FALSE(isWhole(skewed));
    Measure nameless = measure(MeasureKind::Probe, {{0, 0, 0}});
    nameless.uid.clear();
    EXPECT_FALSE(isWhole(nameless));
}

TEST(Measure, LiesInAPlaneOnlyWithAllItsPoints)
{
    const Measure level = measure(MeasureKind::Length, {{0, 0, 10}, {50, 0, 10.5}});
    EXPECT_TRUE(liesIn(level, {0, 0, 10}, {0, 0, 1}, 1.0));
    EXPECT_TRUE(liesIn(level, {0, 0, 10}, {0, 0, -1}, 1.0)) << "whichever way the normal points";
    EXPECT_FALSE(liesIn(level, {0, 0, 10}, {0, 0, 1}, 0.4));
    EXPECT_FALSE(liesIn(level, {0, 0, 12}, {0, 0, 1}, 1.0));
    EXPECT_TRUE(liesIn(level, {99, 0, 99}, {0, 1, 0}, 0.1)) << "along a plane across, too";
    EXPECT_FALSE(liesIn(level, {0, 0, 0}, {1, 0, 0}, 1.0));
}

TEST(Measure, AnEllipseFillsItsRectangle)
{
    const auto points = ellipsePoints({10, 20, 5}, {30, 12, 5}, {1, 0, 0}, {0, 1, 0});
    expectNear(points[0], {10, 16, 5});
    expectNear(points[1], {30, 16, 5});
    expectNear(points[2], {20, 20, 5});
    expectNear(points[3], {20, 12, 5});
    expectNear(middleMm(measure(MeasureKind::Ellipse, points)), {20, 16, 5});
}

TEST(Measure, DraggingAnEndOfAnEllipseTurnsAndStretchesIt)
{
    const Measure start =
        measure(MeasureKind::Ellipse, ellipsePoints({-4, -3, 7}, {4, 3, 7}, {1, 0, 0}, {0, 1, 0}));
    const Measure turned = withPointAt(start, 1, {-4, 10, 7});
    expectNear(turned.pointsMm[0], {-4, 0, 7}); // The opposite end stays.
    expectNear(turned.pointsMm[1], {-4, 10, 7});
    expectNear(middleMm(turned), {-4, 5, 7});
    // The other axis keeps its length of 6 mm, now along x, and its sense of rotation.
    expectNear(turned.pointsMm[2], {-1, 5, 7});
    expectNear(turned.pointsMm[3], {-7, 5, 7});

    const Measure fatter = withPointAt(start, 3, {0, 9, 7});
    expectNear(fatter.pointsMm[2], {0, -3, 7});
    expectNear(fatter.pointsMm[0], {-4, 3, 7});
    expectNear(fatter.pointsMm[1], {4, 3, 7});

    EXPECT_EQ(withPointAt(start, 1, start.pointsMm[0]), start) << "an axis without a length";
    EXPECT_EQ(withPointAt(start, 4, {0, 0, 0}), start) << "no such point";
}

TEST(Measure, MovesAsAWhole)
{
    const Measure m = movedBy(measure(MeasureKind::Length, {{0, 0, 0}, {1, 2, 3}}), {10, 0, -1});
    expectNear(m.pointsMm[0], {10, 0, -1});
    expectNear(m.pointsMm[1], {11, 2, 2});
}

} // namespace
} // namespace fovea
