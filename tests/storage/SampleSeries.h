#pragma once

#include "model/domain/LabelMap.h"
#include "model/domain/Volume.h"
#include "storage/DicomWriter.h"

#include <filesystem>
#include <string>
#include <vector>

namespace fovea::test {

/// A volume whose every voxel differs from its neighbours: HU from the index.
inline VolumePtr sampleVolume(const ImageGeometry& geometry, int shift = 0)
{
    std::vector<std::int16_t> voxels(geometry.voxelCount());
    for (std::size_t i = 0; i < voxels.size(); ++i)
        voxels[i] =
            static_cast<std::int16_t>(static_cast<int>((i * 37 + 11) % 3000) - 1000 + shift);
    return Volume::create(geometry, std::move(voxels));
}

inline ImageGeometry smallGeometry(int slices = 5)
{
    ImageGeometry geometry;
    geometry.size = {7, 6, slices};
    geometry.spacingMm = {0.75, 0.8, 2.5};
    geometry.originMm = {-12.5, -30.25, 101.0};
    return geometry;
}

inline PatientStudy samplePatient(const std::string& id = "SAMPLE-1")
{
    PatientStudy study;
    study.patientName = "Phantom^Sample";
    study.patientId = id;
    study.birthDate = "19700102";
    study.sex = "F";
    study.studyDate = "20240131";
    study.studyTime = "101530";
    study.studyId = "1";
    study.studyDescription = "CT chest";
    study.accessionNumber = "A1";
    return study;
}

inline CtSeriesOptions seeded(std::uint64_t seed, int seriesNumber = 1)
{
    CtSeriesOptions options;
    options.uids.seed = seed;
    options.seriesNumber = seriesNumber;
    options.seriesDescription = "Thorax axial";
    options.convolutionKernel = "B30f";
    return options;
}

/// Two boxes and nothing on the outer slices: "heart" as label 51, "lung_upper_lobe_left" as 10.
inline LabelMapPtr sampleLabels(const ImageGeometry& geometry)
{
    std::vector<std::uint16_t> labels(geometry.voxelCount(), 0);
    for (int k = 1; k < geometry.size[2] - 1; ++k) {
        for (int j = 1; j < geometry.size[1] - 1; ++j) {
            for (int i = 0; i < geometry.size[0] - 2; ++i)
                labels[geometry.offset({i, j, k})] = i < 2 ? 51 : 10;
        }
    }
    Structure heart;
    heart.label = 51;
    heart.name = "heart";
    heart.anatomyId = "heart";
    heart.colour = {200, 60, 60};
    Structure lobe;
    lobe.label = 10;
    lobe.name = "lung_upper_lobe_left";
    lobe.anatomyId = "lung";
    lobe.side = Side::Left;
    lobe.colour = {90, 140, 220};
    return LabelMap::create(geometry, std::move(labels), {lobe, heart});
}

inline std::vector<std::filesystem::path> pathsOf(const WrittenSeries& series)
{
    std::vector<std::filesystem::path> paths;
    for (const WrittenInstance& instance : series.instances)
        paths.push_back(instance.path);
    return paths;
}

} // namespace fovea::test
