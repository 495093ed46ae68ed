#include "model/tuning/StudyEncoder.h"

#include "model/checkpoint/AnatomyGrouping.h"
#include "model/checkpoint/Sha256.h"

#include <span>
#include <vector>

namespace fovea {

namespace {

template <typename T> std::string_view bytesOf(std::span<const T> values)
{
    return {reinterpret_cast<const char*>(values.data()), values.size_bytes()};
}

} // namespace

Result<std::string> StudyEncoder::key(const LabelledStudy& study) const
{
    const ImageGeometry& geometry = study.volume->geometry();
    std::vector<double> numbers;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        numbers.push_back(geometry.size[axis]);
        numbers.push_back(geometry.spacingMm[axis]);
        numbers.push_back(geometry.originMm[axis]);
        for (std::size_t n = 0; n < 3; ++n)
            numbers.push_back(geometry.axes[axis][n]);
    }
    Sha256 hash;
    hash.addText(m_made);
    hash.addText(bytesOf(std::span<const double>(numbers)));
    hash.addText(bytesOf(study.volume->voxels()));
    hash.addText(bytesOf(study.labels->labels()));
    for (const std::vector<std::uint16_t>& group : labelsByAnatomy(m_manifest, *study.labels))
        hash.addText(bytesOf(std::span<const std::uint16_t>(group)));
    return hash.hex();
}

} // namespace fovea
