#include "app/text/errorText.h"
#include "app/views/ViewGrid.h"
#include "storage/CatalogFile.h"
#include "storage/DicomWriter.h"
#include "storage/LabelMapReader.h"
#include "storage/SeriesReader.h"
#include "tests/viewer/support/markerVolume.h"

#include <QApplication>
#include <QPixmap>
#include <QTemporaryDir>

#include <cmath>
#include <gtest/gtest.h>

// The whole way of a voxel: a DICOM series and its SEG on disk, read back, shown in the window's
// views. A marker at a known patient position must appear there in every plane, with its HU and its
// structure, whatever way the series lies in the patient.

namespace fovea {
namespace {

constexpr Index3 Marker{29, 11, 25};

struct ReadBack {
    VolumePtr volume;
    LabelMapPtr labels;
};

ReadBack throughDicom(const ImageGeometry& geometry)
{
    const auto catalog = readCatalogFile(std::filesystem::path(FOVEA_SOURCE_DIR) /
                                         "resources/catalog/anatomies.json");
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.path().toStdString();
    PatientStudy study;
    study.patientName = "Phantom^Marker";
    study.patientId = "MARKER";
    const auto series = writeCtSeries(*test::markerVolume(geometry, Marker, 0), path / "ct", study,
                                      CtSeriesOptions{});
    EXPECT_TRUE(series) << errorText(series.error()).toStdString();
    std::vector<std::filesystem::path> files;
    for (const WrittenInstance& instance : series->instances)
        files.push_back(instance.path);
    const auto segmentation =
        writeSegmentation(*test::markerLabels(geometry, Marker, 0, 1, "lung"), *catalog, files,
                          path / "seg.dcm", SegmentationOptions{});
    EXPECT_TRUE(segmentation) << errorText(segmentation.error()).toStdString();

    const auto volume = readSeries(files, Progress());
    EXPECT_TRUE(volume) << errorText(volume.error()).toStdString();
    const auto labels = readLabelMap(
        path / "seg.dcm",
        {volume->volume->geometry(), series->studyInstanceUid, series->frameOfReferenceUid},
        *catalog, LabelMapOptions{}, Progress());
    EXPECT_TRUE(labels) << errorText(labels.error()).toStdString();
    return {volume->volume, labels->labels};
}

TEST(Marker, StandsAtItsPatientPositionInEveryView)
{
    for (const auto& [name, geometry] : test::gridCases()) {
        SCOPED_TRACE(name);
        const ReadBack read = throughDicom(geometry);
        const Vec3 at =
            geometry.indexToPatient({double(Marker[0]), double(Marker[1]), double(Marker[2])});

        ViewState state;
        state.window.set({0, 2000});
        state.overlaysVisible.set(false);
        state.show(read.volume, read.labels);
        state.cursorMm.set(at);
        ViewGrid views(state);
        views.resize(900, 800);
        views.show();
        QApplication::processEvents();
        for (const SliceOrientation orientation :
             {SliceOrientation::Axial, SliceOrientation::Coronal, SliceOrientation::Sagittal})
        {
            SliceWidget* view = views.slice(orientation);
            const QPointF p = view->toWidget(at);
            const QPoint pixel(int(std::floor(p.x())), int(std::floor(p.y())));
            EXPECT_GT(qGray(view->grab().toImage().pixel(pixel)), 180) << int(orientation);
            const SliceProbe probe = view->probe(p);
            EXPECT_EQ(probe.hu, 1000) << int(orientation);
            EXPECT_EQ(probe.label, 1) << int(orientation);
            // One voxel beside it there is air.
            const QPointF beside = p + QPointF(3.0 / view->mmPerPixel(), 0);
            EXPECT_LT(view->probe(beside).hu.value_or(0), 0) << int(orientation);
        }
    }
}

} // namespace
} // namespace fovea
