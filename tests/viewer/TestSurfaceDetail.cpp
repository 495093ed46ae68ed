// How much a surface loses with its triangles.

#include "viewer/volume/SurfaceSetImpl.h"

#include <vtkCellLocator.h>
#include <vtkNew.h>
#include <vtkPointData.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <gtest/gtest.h>
#include <string>

namespace fovea {
namespace {

struct Distance {
    double mean = 0;
    double most = 0;
};

/// Of the points of one surface from the other one, in mm.
Distance distance(vtkPolyData* from, vtkPolyData* to)
{
    vtkNew<vtkCellLocator> locator;
    locator->SetDataSet(to);
    locator->BuildLocator();
    Distance found;
    const vtkIdType count = from->GetNumberOfPoints();
    for (vtkIdType n = 0; n < count; ++n) {
        Vec3 point{};
        Vec3 nearest{};
        vtkIdType cell = 0;
        int part = 0;
        double squared = 0;
        from->GetPoint(n, point.data());
        locator->FindClosestPoint(point.data(), nearest.data(), cell, part, squared);
        found.mean += std::sqrt(squared) / static_cast<double>(count);
        found.most = std::max(found.most, std::sqrt(squared));
    }
    return found;
}

/// Label 1 wherever `inside` says so; 1 mm voxels, mm from the middle.
LabelMapPtr solid(const std::function<bool(const Vec3&)>& inside)
{
    ImageGeometry geometry;
    geometry.size = {120, 120, 120};
    geometry.spacingMm = {1, 1, 1};
    std::vector<std::uint16_t> labels(geometry.voxelCount());
    for (int k = 0; k < 120; ++k) {
        for (int j = 0; j < 120; ++j) {
            for (int i = 0; i < 120; ++i)
                labels[geometry.offset({i, j, k})] = inside({i - 59.5, j - 59.5, k - 59.5}) ? 1 : 0;
        }
    }
    return LabelMap::create(geometry, std::move(labels), {});
}

struct Shape {
    std::string name;
    LabelMapPtr labels;
};

std::vector<Shape> shapes()
{
    const auto ring = [](const Vec3& p) {
        return std::hypot(std::hypot(p[0], p[1]) - 40, p[2]) < 4; // A vessel's width.
    };
    return {{"ball", solid([](const Vec3& p) { return norm(p) < 45; })},
            {"ring", solid(ring)},
            {"slab", solid([](const Vec3& p) {
                 return std::abs(p[0]) < 45 && std::abs(p[1]) < 3 && std::abs(p[2]) < 45;
             })}};
}

SurfaceSetPtr built(const LabelMapPtr& labels, std::size_t most)
{
    SurfaceOptions options;
    options.mostTriangles = most;
    const auto set = buildSurfaces(labels, options, {});
    return set.ok() ? *set : nullptr;
}

TEST(SurfaceDetail, staysWithinAMillimetreOfTheWholeSurface)
{
    for (const Shape& shape : shapes()) {
        const SurfaceSetPtr whole = built(shape.labels, 10'000'000);
        const SurfaceSetPtr less = built(shape.labels, whole->triangleCount() / 3);
        ASSERT_TRUE(whole && less);
        EXPECT_EQ(whole->triangleMm2(), 0) << shape.name;
        EXPECT_GT(less->triangleMm2(), 0) << shape.name;
        EXPECT_LE(less->triangleCount(), whole->triangleCount() / 3) << shape.name;
        EXPECT_DOUBLE_EQ(less->enclosedMl(1), whole->enclosedMl(1)) << shape.name;
        vtkPolyData* fine = whole->impl().surfaces.front().mesh;
        vtkPolyData* coarse = less->impl().surfaces.front().mesh;
        const Distance there = distance(fine, coarse);
        const Distance back = distance(coarse, fine);
        RecordProperty(shape.name + "_mean_um", static_cast<int>(1000 * there.mean));
        RecordProperty(shape.name + "_most_um",
                       static_cast<int>(1000 * std::max(there.most, back.most)));
        EXPECT_LT(there.mean, 0.15) << shape.name;
        EXPECT_LT(std::max(there.most, back.most), 1.0) << shape.name;
    }
}

TEST(SurfaceDetail, isShadedAsBefore)
{
    const SurfaceSetPtr less = built(shapes().front().labels, 2000);
    ASSERT_TRUE(less);
    vtkPolyData* mesh = less->impl().surfaces.front().mesh;
    vtkDataArray* normals = mesh->GetPointData()->GetNormals();
    ASSERT_TRUE(normals);
    double worst = 1;
    for (vtkIdType n = 0; n < mesh->GetNumberOfPoints(); ++n) {
        Vec3 point{};
        Vec3 normal{};
        mesh->GetPoint(n, point.data());
        normals->GetTuple(n, normal.data());
        const Vec3 outwards = point - Vec3{59.5, 59.5, 59.5};
        worst = std::min(worst, dot(normal, outwards) / norm(outwards));
    }
    EXPECT_GT(worst, 0.97) << "cosine: within 14 degrees of the ball's own";
}

TEST(SurfaceDetail, smallPartsStay)
{
    // Metastases are one label: each is looked for.
    const auto isLesion = [](const Vec3& p) {
        return norm(p) < 30 || norm(p - Vec3{50, 50, 50}) < 4 || norm(p - Vec3{-50, 50, 0}) < 4 ||
               norm(p - Vec3{0, -50, -50}) < 4;
    };
    const LabelMapPtr labels = solid(isLesion);
    const SurfaceSetPtr whole = built(labels, 10'000'000);
    const SurfaceSetPtr less = built(labels, 2500);
    ASSERT_TRUE(whole && less);
    ASSERT_LT(less->triangleCount(), whole->triangleCount() / 2);
    EXPECT_LT(
        distance(whole->impl().surfaces.front().mesh, less->impl().surfaces.front().mesh).most,
        1.5);
}

TEST(SurfaceDetail, standInsAreFewAndNear)
{
    for (const Shape& shape : shapes()) {
        SurfaceOptions options;
        options.draftTriangles = 1500;
        const auto set = buildSurfaces(shape.labels, options, {});
        ASSERT_TRUE(set.ok());
        EXPECT_LE((*set)->draftTriangleCount(), 1500U) << shape.name;
        EXPECT_GT((*set)->draftTriangleCount(), 500U) << shape.name;
        const auto& surface = (*set)->impl().surfaces.front();
        ASSERT_TRUE(surface.draft->GetPointData()->GetNormals()) << shape.name;
        EXPECT_LT(distance(surface.draft, surface.mesh).most, 2.0) << shape.name;
    }
}

TEST(SurfaceDetail, rebuiltBesideTheOthersIsNoFiner)
{
    const LabelMapPtr labels = shapes().front().labels;
    const SurfaceSetPtr whole = built(labels, 6000);
    ASSERT_TRUE(whole);
    SurfaceOptions options;
    options.leastTriangleMm2 = whole->triangleMm2();
    const auto again = buildSurfaces(labels, options, {}, std::set<std::uint16_t>{1});
    ASSERT_TRUE(again.ok());
    const auto count = static_cast<double>(whole->triangleCount());
    EXPECT_NEAR(static_cast<double>((*again)->triangleCount()), count, 0.05 * count);
    EXPECT_LE(withRebuilt(whole, *again, {1})->triangleCount(), 6000U);
}

} // namespace
} // namespace fovea
