#pragma once

#include "storage/Importer.h"
#include "storage/LabelMapFile.h"
#include "storage/checkArchive.h"
#include "storage/updateRegionStore.h"
#include "tests/storage/SampleSeries.h"
#include "tests/storage/Taken.h"
#include "tests/storage/TemporaryFolder.h"

#include <sqlite3.h>

#include <optional>

namespace fovea::test {

inline std::vector<ArchiveProblemKind> problemKinds(const std::filesystem::path& folder,
                                                    ArchiveCheckDepth depth)
{
    std::vector<ArchiveProblemKind> kinds;
    for (const ArchiveProblem& problem : taken(checkArchive(folder, depth)).problems)
        kinds.push_back(problem.kind);
    return kinds;
}

/// An archive of two studies of copied images; the first one is segmented, analysed and measured.
class SampleArchive {
public:
    static constexpr int slices = 4;
    static constexpr const char* model = "sample-model";

    explicit SampleArchive(const std::filesystem::path& place)
        : m_folder(place / "archive")
    {
        m_database.emplace(opened(StudyDatabase::open(m_folder)));
        const ImageGeometry geometry = smallGeometry(slices);
        for (int s = 0; s < 2; ++s) {
            const auto source = place / ("source" + std::to_string(s));
            EXPECT_TRUE(writeCtSeries(*sampleVolume(geometry, s), source,
                                      samplePatient("SAMPLE-" + std::to_string(s)),
                                      seeded(static_cast<std::uint64_t>(s) + 40))
                            .ok());
            EXPECT_TRUE(
                importScan(*m_database, taken(scanFolder(source, Progress())), ImportMode::Copy)
                    .ok());
        }
        const auto labels = place / "labels.nii.gz";
        EXPECT_TRUE(writeLabelMapFile(labels, *sampleLabels(geometry)).ok());
        const auto map = taken(attachLabelMap(*m_database, 1, labels, ImportMode::Copy));
        m_labelMap = map.path;
        EXPECT_TRUE(m_database->saveAnalysis(1, map.id, analysis()).ok());
        Measure measure;
        measure.uid = "m1";
        measure.kind = MeasureKind::Length;
        measure.pointsMm = {{0, 0, 0}, {1, 2, 3}};
        measure.normal = {0, 0, 1};
        EXPECT_TRUE(m_database->changeMeasures(1, {{std::nullopt, measure}}).ok());
    }

    const std::filesystem::path& folder() const { return m_folder; }
    StudyDatabase& database() { return *m_database; }
    void close() { m_database.reset(); }
    const std::filesystem::path& labelMap() const { return m_labelMap; }
    std::vector<std::filesystem::path> images()
    {
        std::vector<std::filesystem::path> paths;
        for (const InstanceRecord& image : taken(m_database->instancesOf(1)))
            paths.push_back(image.path);
        return paths;
    }
    /// Any SQL, behind the program's back.
    void run(const std::string& sql) const
    {
        sqlite3* raw = nullptr;
        ASSERT_EQ(sqlite3_open((m_folder / "fovea.db").c_str(), &raw), SQLITE_OK);
        EXPECT_EQ(sqlite3_exec(raw, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK)
            << sqlite3_errmsg(raw);
        sqlite3_close(raw);
    }
    /// Makes the region store, as a search does.
    void search()
    {
        const auto analyses = taken(m_database->currentAnalyses(model));
        EXPECT_EQ(taken(updateRegionStore(*m_database, model, analyses, Progress())).added, 1u);
    }

private:
    static StudyDatabase opened(Result<StudyDatabase> database)
    {
        EXPECT_TRUE(database.ok());
        return std::move(*database);
    }
    static StudyAnalysis analysis()
    {
        StudyAnalysis analysis;
        analysis.modelFingerprint = model;
        Finding finding;
        finding.anatomyId = "lung";
        finding.findingId = "lung_nodule";
        finding.displayName = "Lung nodule";
        finding.score = 0.875;
        analysis.findings = {finding};
        RegionEmbedding region;
        region.anatomyId = "lung";
        region.vector.assign(16, 0.25F);
        analysis.embeddings = {region};
        return analysis;
    }

    std::filesystem::path m_folder;
    std::filesystem::path m_labelMap;
    std::optional<StudyDatabase> m_database;
};

} // namespace fovea::test
