#pragma once

#include "storage/DicomWriter.h"
#include "tests/app/gui/WindowFixture.h"

#include <QTemporaryDir>

namespace fovea {

/// Small CT studies of one patient, written as files; each has a frame of reference of its own.
class PatientStudies {
public:
    struct Wanted {
        std::uint64_t seed = 1;
        const char* date = "20240601";
        double headwardsMm = 0; ///< The patient lies so much higher in the frame of reference.
        bool segmented = true;
        const char* bodyPart = "CHEST";
        const char* description = "Thorax axial";
        const char* patientId = "PRIOR-1";
    };

    /// The folder with the study.
    std::filesystem::path write(const Wanted& wanted) const
    {
        ImageGeometry geometry;
        geometry.size = {40, 36, 24};
        geometry.spacingMm = {5, 5, 5};
        geometry.originMm = {-100, -90, wanted.headwardsMm};
        std::vector<std::int16_t> voxels(geometry.voxelCount(), -1000);
        std::vector<std::uint16_t> labels(geometry.voxelCount(), 0);
        const auto fill = [&](std::uint16_t label, Index3 low, Index3 high) {
            for (int k = low[2]; k < high[2]; ++k) {
                for (int j = low[1]; j < high[1]; ++j) {
                    for (int i = low[0]; i < high[0]; ++i) {
                        const std::size_t at = geometry.offset({i, j, k});
                        labels[at] = label;
                        voxels[at] = std::int16_t(label * 10);
                    }
                }
            }
        };
        fill(5, {8, 10, 4}, {18, 20, 10});
        fill(51, {22, 10, 12}, {30, 18, 20});
        Structure liver;
        liver.label = 5;
        liver.name = "liver";
        Structure heart;
        heart.label = 51;
        heart.name = "heart";
        heart.anatomyId = "heart";

        const std::filesystem::path folder =
            m_folder.filePath(QString::number(wanted.seed)).toStdString();
        std::filesystem::create_directories(folder / "ct");
        PatientStudy study;
        study.patientName = "Phantom^Prior";
        study.patientId = wanted.patientId;
        study.birthDate = "19600101";
        study.studyDate = wanted.date;
        study.studyTime = "101500";
        CtSeriesOptions options;
        options.uids.seed = wanted.seed;
        options.seriesDescription = wanted.description;
        options.bodyPart = wanted.bodyPart;
        const auto series = writeCtSeries(*Volume::create(geometry, std::move(voxels)),
                                          folder / "ct", study, options);
        EXPECT_TRUE(series) << errorText(series.error()).toStdString();
        if (!wanted.segmented)
            return folder;
        std::vector<std::filesystem::path> files;
        for (const WrittenInstance& instance : series->instances)
            files.push_back(instance.path);
        SegmentationOptions segmentation;
        segmentation.uids.seed = wanted.seed;
        segmentation.algorithmName = "Test";
        const auto map = LabelMap::create(geometry, std::move(labels), {liver, heart});
        const auto uid = writeSegmentation(*map, {}, files, folder / "seg.dcm", segmentation);
        EXPECT_TRUE(uid) << errorText(uid.error()).toStdString();
        return folder;
    }

private:
    QTemporaryDir m_folder;
};

} // namespace fovea
