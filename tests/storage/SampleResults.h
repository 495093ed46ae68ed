#pragma once

#include "storage/CatalogFile.h"
#include "storage/StudyResults.h"
#include "tests/storage/SampleSeries.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <string>

namespace fovea::test {

inline AnatomyCatalog sampleCatalog()
{
    auto read = readCatalogFile(std::filesystem::path(FOVEA_SOURCE_DIR) /
                                "resources/catalog/anatomies.json");
    EXPECT_TRUE(read.ok());
    return read ? *read : AnatomyCatalog();
}

inline FindingReading sampleFinding(const std::string& id, const std::string& name, double score)
{
    FindingReading reading;
    reading.anatomyId = "lung";
    reading.findingId = id;
    reading.displayName = name;
    reading.score = score;
    return reading;
}

/// A CT of five slices written below `folder`, its two structures, a measure of each kind and four
/// findings: calibrated and accepted, withheld, rejected with a comment, asked with other prompts.
inline StudyResults sampleResults(const std::filesystem::path& folder)
{
    StudyResults results;
    const ImageGeometry geometry = smallGeometry();
    const VolumePtr volume = sampleVolume(geometry);
    const auto ct = writeCtSeries(*volume, folder / "ct", samplePatient(), seeded(7));
    EXPECT_TRUE(ct.ok());
    results.ctFiles = pathsOf(*ct);
    results.study.patient = {1, "Phantom^Sample", "SAMPLE-1", "19700102", "F"};
    results.study.studyInstanceUid = ct->studyInstanceUid;
    results.study.date = "20240131";
    results.study.description = "CT chest";
    results.series.seriesInstanceUid = ct->seriesInstanceUid;
    results.series.frameOfReferenceUid = ct->frameOfReferenceUid;
    results.series.description = "Thorax axial";
    results.model =
        ResultsModel{"Test model", "abcdef0123456789", "site_b", false, "2026-01-02T03:04:05Z"};
    const LabelMapPtr labels = sampleLabels(geometry);
    results.labelMap = LabelMapRecord();
    results.labelMap->label = "Boxes";
    const auto measured = measureStructures(*volume, *labels);
    for (std::size_t s = 0; s < measured.size(); ++s)
        results.structures.push_back({labels->structures()[s], measured[s], {}});

    const Vec3 origin = geometry.indexToPatient({0, 0, 2});
    const auto at = [&](double x, double y) { return origin + Vec3{x, y, 0}; };
    const auto add = [&](MeasureKind kind, std::vector<Vec3> points, const std::string& text) {
        Measure measure;
        measure.uid = "{0000000" + std::to_string(results.measures.size() + 1) +
                      "-0000-4000-8000-000000000000}";
        measure.kind = kind;
        measure.pointsMm = std::move(points);
        measure.text = text;
        measure.frameOfReferenceUid = ct->frameOfReferenceUid;
        results.measures.push_back({measure, measureValues(measure, *volume)});
    };
    add(MeasureKind::Length, {at(0, 0), at(3, 4)}, "Ganglion é");
    add(MeasureKind::Angle, {at(1, 0), at(0, 0), at(0, 2)}, {});
    // Its second axis is the longer one.
    add(MeasureKind::Ellipse, {at(1, 2), at(3, 2), at(2, 0.5), at(2, 3.5)}, {});
    add(MeasureKind::Polygon, {at(0.5, 0.5), at(3.5, 0.5), at(3.5, 2.5), at(0.5, 2.5)}, {});
    add(MeasureKind::Probe, {at(0.75, 0.8)}, {});
    add(MeasureKind::Arrow, {at(1, 1), at(3, 3)}, "look here");

    FindingReading sure = sampleFinding("pleural_effusion_small", "Small pleural effusion", 0.75);
    sure.probability = 0.625;
    sure.threshold = 0.5;
    sure.reference = "site_b";
    FindingReading withheld = sampleFinding("nodule", "Nodule", 0.875);
    withheld.withheld = true;
    FindingReading rejected = sampleFinding("emphysema", "Emphysema", 0.25);
    rejected.probability = 0.125;
    rejected.reference = siteReference;
    rejected.siteLabels = 42;
    FindingReading reworded = sampleFinding("atelectasis", "Atelectasis", 0.0625);
    reworded.reworded = true;
    results.readings = {{"lung", {sure, withheld, rejected, reworded}, 0.625}};
    const auto decide = [&](const FindingReading& reading, Verdict verdict,
                            const std::string& comment) {
        results.verdicts[reading.key()] = {1,       "lung",   reading.findingId,     verdict,
                                           comment, "reader", "2026-01-02T03:04:05Z"};
    };
    decide(sure, Verdict::Accepted, {});
    decide(rejected, Verdict::Rejected, "Motion.");
    results.skipped = {{"heart", SkippedAnatomy::Reason::TooSmall}};

    KeyImageRecord key;
    key.id = 1;
    key.positionMm = at(2, 2);
    key.window = {-600, 1500};
    results.keyImages.push_back(key);
    return results;
}

} // namespace fovea::test
