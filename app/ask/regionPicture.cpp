#include "app/ask/regionPicture.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace fovea {

namespace {

constexpr int Oversampling = 2; ///< Per side, so that thin structures are not missed.
constexpr double Margin = 1.25; ///< Side of the picture by the anatomy's own.
constexpr double SmallestMm = 40.0;
constexpr QRgb OutlineColour = qRgb(255, 190, 60);

struct Region {
    std::vector<bool> isLabel; ///< By label.
    Vec3 centreMm{0, 0, 0};    ///< Of its voxels.
    double sideMm = 0.0;
    bool air = false;
    bool empty = true;
};

Region regionOf(const Volume& volume, const LabelMap& labels, const std::string& anatomyId)
{
    Region region;
    region.isLabel.assign(std::size_t(labels.maxLabel()) + 1, false);
    Index3 low = labels.geometry().size;
    Index3 high{-1, -1, -1};
    for (const std::uint16_t label : labels.labelsOf(anatomyId)) {
        region.isLabel[label] = true;
        const Structure& structure = *labels.structure(label);
        for (std::size_t axis = 0; axis < 3; ++axis) {
            low[axis] = std::min(low[axis], structure.low[axis]);
            high[axis] = std::max(high[axis], structure.high[axis]);
        }
    }
    Vec3 sum{0, 0, 0};
    double hu = 0.0;
    double count = 0.0;
    for (int k = low[2]; k <= high[2]; ++k) {
        for (int j = low[1]; j <= high[1]; ++j) {
            for (int i = low[0]; i <= high[0]; ++i) {
                if (!region.isLabel[labels.at({i, j, k})])
                    continue;
                sum = sum + Vec3{double(i), double(j), double(k)};
                hu += volume.at({i, j, k});
                ++count;
            }
        }
    }
    if (count == 0.0)
        return region;
    region.empty = false;
    region.air = hu / count < -300.0;
    const ImageGeometry& grid = labels.geometry();
    region.centreMm = grid.indexToPatient(sum * (1.0 / count));
    // The middle of the box in the plane: a crescent's voxels lie beside the middle of its picture.
    Vec3 least{std::numeric_limits<double>::max(), std::numeric_limits<double>::max(), 0};
    Vec3 most = least * -1.0;
    for (int corner = 0; corner < 8; ++corner) {
        const Vec3 at = grid.indexToPatient({double(corner & 1 ? high[0] : low[0]),
                                             double(corner & 2 ? high[1] : low[1]),
                                             double(corner & 4 ? high[2] : low[2])});
        for (std::size_t axis = 0; axis < 2; ++axis) {
            least[axis] = std::min(least[axis], at[axis]);
            most[axis] = std::max(most[axis], at[axis]);
        }
    }
    region.centreMm[0] = 0.5 * (least[0] + most[0]);
    region.centreMm[1] = 0.5 * (least[1] + most[1]);
    region.sideMm =
        std::max({(most[0] - least[0]) * Margin, (most[1] - least[1]) * Margin, SmallestMm});
    return region;
}

} // namespace

QImage regionPicture(const Volume& volume, const LabelMap& labels, const std::string& anatomyId,
                     int side)
{
    const Region region = regionOf(volume, labels, anatomyId);
    if (region.empty)
        return {};
    const double level = region.air ? -600.0 : 40.0;
    const double width = region.air ? 1500.0 : 400.0;
    const int pixels = side * Oversampling;
    const double step = region.sideMm / pixels;
    QImage picture(pixels, pixels, QImage::Format_RGB32);
    std::vector<bool> inside(std::size_t(pixels) * std::size_t(pixels), false);
    const auto at = [&](int x, int y) {
        return std::size_t(y) * std::size_t(pixels) + std::size_t(x);
    };
    const ImageGeometry& grid = volume.geometry();
    for (int y = 0; y < pixels; ++y) {
        for (int x = 0; x < pixels; ++x) {
            const Vec3 place = region.centreMm + Vec3{(x + 0.5 - 0.5 * pixels) * step,
                                                      (y + 0.5 - 0.5 * pixels) * step, 0.0};
            const Vec3 index = grid.patientToIndex(place);
            const Index3 voxel{int(std::lround(index[0])), int(std::lround(index[1])),
                               int(std::lround(index[2]))};
            int grey = 0;
            if (grid.contains(voxel)) {
                grey = int(std::clamp((volume.at(voxel) - level) / width + 0.5, 0.0, 1.0) * 255.0);
                inside[at(x, y)] = region.isLabel[labels.at(voxel)];
            }
            picture.setPixel(x, y, qRgb(grey, grey, grey));
        }
    }
    for (int y = 1; y + 1 < pixels; ++y) {
        for (int x = 1; x + 1 < pixels; ++x) {
            const bool edge = inside[at(x, y)] && !(inside[at(x - 1, y)] && inside[at(x + 1, y)] &&
                                                    inside[at(x, y - 1)] && inside[at(x, y + 1)]);
            if (edge)
                picture.setPixel(x, y, OutlineColour);
        }
    }
    return picture.scaled(side, side, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

} // namespace fovea
