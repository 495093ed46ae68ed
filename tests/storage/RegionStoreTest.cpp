#include "storage/RegionStore.h"

#include "storage/RegionRecords.h"
#include "storage/updateRegionStore.h"
#include "tests/storage/Taken.h"
#include "tests/storage/TemporaryFolder.h"

#include <atomic>
#include <fstream>
#include <gmock/gmock.h>
#include <thread>

using namespace fovea;
using fovea::test::taken;
using fovea::test::TemporaryFolder;
using testing::ElementsAre;
using testing::FloatEq;

namespace {

constexpr std::size_t Dimension = 3;
const std::string Model = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

RegionEmbedding region(const std::string& anatomy, float value)
{
    RegionEmbedding embedding;
    embedding.anatomyId = anatomy;
    embedding.vector = {value, 0.0F, 1.0F};
    return embedding;
}

void fill(const std::filesystem::path& folder)
{
    auto store = RegionStore::open(folder, Model, Dimension);
    ASSERT_TRUE(store.ok());
    ASSERT_TRUE(store->add(7, 70, {region("lung", 0.1F), region("heart", 0.2F)}).ok());
    ASSERT_TRUE(store->add(9, 90, {region("aorta", 0.3F)}).ok());
    ASSERT_TRUE(store->flush().ok());
}

void append(const std::filesystem::path& file, const std::string& bytes)
{
    std::ofstream(file, std::ios::binary | std::ios::app) << bytes;
}

void damage(const std::filesystem::path& file, std::streamoff at)
{
    std::fstream stream(file, std::ios::binary | std::ios::in | std::ios::out);
    stream.seekg(at);
    const char byte = static_cast<char>(stream.get() ^ 0x40);
    stream.seekp(at);
    stream.put(byte);
}

/// A database on disk with one series, and a way to analyse it again and again.
struct Analysed {
    explicit Analysed(const std::filesystem::path& folder)
        : database(std::move(*StudyDatabase::open(folder)))
    {
    }

    void addSeries(const std::string& uid, const std::string& birth, const std::string& date)
    {
        SeriesEntry entry;
        entry.study.studyInstanceUid = uid;
        entry.study.patient = {0, "Name^Of", uid, birth, "F"};
        entry.study.date = date;
        entry.series.seriesInstanceUid = uid + ".1";
        entry.series.modality = "CT";
        entry.series.bodyPart = "CHEST";
        InstanceRecord instance;
        instance.sopInstanceUid = uid + ".1.1";
        instance.path = "/images/1";
        entry.instances.push_back(instance);
        const auto stored = database.addSeries(entry);
        ASSERT_TRUE(stored.ok());
        seriesId = stored->seriesId;
        studyId = stored->studyId;
    }

    std::int64_t addLabels(const std::string& path)
    {
        LabelMapRecord record;
        record.seriesId = seriesId;
        record.path = path;
        return database.addLabelMap(record)->id;
    }

    void analyse(std::int64_t labelMapId, float value, double seconds)
    {
        StudyAnalysis analysis;
        analysis.modelFingerprint = Model;
        analysis.embeddings = {region("lung", value)};
        analysis.embeddings[0].attention = {1.0F};
        analysis.embeddings[0].tokenGrid = {1, 1, 1};
        analysis.findings = {{"lung", "nodule", "Nodule", 0.6, {}, 0.5}};
        analysis.seconds = seconds;
        ASSERT_TRUE(database.saveAnalysis(seriesId, labelMapId, analysis).ok());
    }

    RegionStoreUpdate update()
    {
        return taken(
            updateRegionStore(database, Model, taken(database.currentAnalyses(Model)), Progress()));
    }

    std::vector<float> aliveValues()
    {
        const auto vectors =
            taken(readRegionVectors(regionStoreFolder(database.folder(), Model), Model));
        std::vector<float> values;
        for (std::size_t row = 0; vectors && row < vectors->rows.size(); ++row) {
            if (vectors->rows[row].alive)
                values.push_back(vectors->vector(row)[0]);
        }
        return values;
    }

    StudyDatabase database;
    std::int64_t seriesId = 0;
    std::int64_t studyId = 0;
};

TEST(RegionStore, GivesBackWhatWasAdded)
{
    const TemporaryFolder folder;
    EXPECT_EQ(taken(readRegionVectors(folder / "a", Model)), nullptr) << "there is no store";
    fill(folder / "a");
    const auto vectors = taken(readRegionVectors(folder / "a", Model));
    ASSERT_NE(vectors, nullptr);
    EXPECT_EQ(vectors->dimension, Dimension);
    ASSERT_EQ(vectors->rows.size(), 3U);
    EXPECT_EQ(vectors->rows[1].analysisId, 7);
    EXPECT_EQ(vectors->rows[1].ordinal, 1U);
    EXPECT_EQ(vectors->rows[1].anatomy, anatomyTag("heart"));
    EXPECT_THAT(std::vector(vectors->vector(2), vectors->vector(3)),
                ElementsAre(FloatEq(0.3F), FloatEq(0.0F), FloatEq(1.0F)));
    for (std::size_t row = 0; row < 3; ++row)
        EXPECT_TRUE(vectors->rows[row].alive && isIntact(*vectors, row)) << row;
    const auto again = RegionStore::open(folder / "a", Model, Dimension);
    ASSERT_TRUE(again.ok());
    EXPECT_EQ(again->analyses().at(7), (StoredStamp{70, 2}));
    EXPECT_EQ(again->rows(), 3U);
}

TEST(RegionStore, KeepsASnapshotWhileItGrows)
{
    const TemporaryFolder folder;
    fill(folder / "a");
    const auto before = taken(readRegionVectors(folder / "a", Model));
    {
        auto store = RegionStore::open(folder / "a", Model, Dimension);
        ASSERT_TRUE(store.ok());
        ASSERT_TRUE(store->add(7, 71, {region("lung", 0.8F)}).ok()) << "replaces";
        ASSERT_TRUE(store->remove(9).ok());
        EXPECT_EQ(store->rows(), 4U);
        EXPECT_EQ(store->aliveRows(), 1U);
    }
    const auto after = taken(readRegionVectors(folder / "a", Model));
    EXPECT_EQ(before->generation, after->generation);
    ASSERT_EQ(before->rows.size(), 3U);
    EXPECT_TRUE(before->rows[0].alive);
    EXPECT_FLOAT_EQ(before->vector(0)[0], 0.1F);
    ASSERT_EQ(after->rows.size(), 4U);
    EXPECT_FALSE(after->rows[0].alive || after->rows[1].alive || after->rows[2].alive);
    EXPECT_TRUE(after->rows[3].alive);
    EXPECT_FLOAT_EQ(after->vector(3)[0], 0.8F);
}

TEST(RegionStore, IsReadWhileAnotherThreadWrites)
{
    const TemporaryFolder folder;
    fill(folder / "a");
    std::atomic<bool> failed = false;
    std::jthread reader([&](const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            const auto vectors = readRegionVectors(folder / "a", Model);
            if (!vectors) {
                failed = true;
                return;
            }
            for (std::size_t row = 0; row < (*vectors)->rows.size(); ++row)
                failed = failed || !isIntact(**vectors, row);
        }
    });
    {
        auto store = RegionStore::open(folder / "a", Model, Dimension);
        ASSERT_TRUE(store.ok());
        for (int i = 0; i < 300; ++i)
            ASSERT_TRUE(store
                            ->add(100 + i % 50, static_cast<std::uint64_t>(i),
                                  {region("lung", 0.5F), region("heart", 0.25F)})
                            .ok());
    }
    reader.request_stop();
    reader.join();
    EXPECT_FALSE(failed);
}

TEST(RegionStore, OneWritesAtATime)
{
    const TemporaryFolder folder;
    const auto first = RegionStore::open(folder / "a", Model, Dimension);
    ASSERT_TRUE(first.ok());
    const auto second = RegionStore::open(folder / "a", Model, Dimension);
    ASSERT_FALSE(second.ok());
    EXPECT_EQ(second.error().code, ErrorCode::FileNotWritable);
}

TEST(RegionStore, ForgetsWhatADeadWriterLeft)
{
    const TemporaryFolder folder;
    fill(folder / "a");
    // Two regions of a third analysis without its last, half a record, and a vector too many.
    const RegionRecord half = sealed({11, 110, 0, 1, 2, RegionRecord::Region});
    const std::string bytes(reinterpret_cast<const char*>(&half), sizeof half);
    append(recordsFile(folder / "a"), bytes + bytes + bytes.substr(0, 13));
    append(vectorsFile(folder / "a"), std::string(5 * sizeof(float), 'x'));
    EXPECT_EQ(taken(readRegionVectors(folder / "a", Model))->rows.size(), 3U);
    {
        auto store = RegionStore::open(folder / "a", Model, Dimension);
        ASSERT_TRUE(store.ok());
        EXPECT_EQ(store->rows(), 3U);
        ASSERT_TRUE(store->add(12, 120, {region("liver", 0.6F)}).ok());
    }
    const auto vectors = taken(readRegionVectors(folder / "a", Model));
    ASSERT_EQ(vectors->rows.size(), 4U);
    EXPECT_FLOAT_EQ(vectors->vector(3)[0], 0.6F);
    EXPECT_TRUE(isIntact(*vectors, 3));
}

TEST(RegionStore, RefusesWhatIsBroken)
{
    const TemporaryFolder folder;
    const auto codeOf = [&](const std::string& name) {
        const auto vectors = readRegionVectors(folder / name, Model);
        return vectors ? ErrorCode::Internal : vectors.error().code;
    };
    fill(folder / "record");
    damage(recordsFile(folder / "record"), sizeof(RegionLogHead) + 3);
    EXPECT_EQ(codeOf("record"), ErrorCode::MetadataBroken);
    fill(folder / "head");
    damage(recordsFile(folder / "head"), 20);
    EXPECT_EQ(codeOf("head"), ErrorCode::MetadataBroken);
    fill(folder / "short");
    std::filesystem::resize_file(vectorsFile(folder / "short"), 20);
    EXPECT_EQ(codeOf("short"), ErrorCode::MetadataBroken);
    fill(folder / "other");
    EXPECT_FALSE(readRegionVectors(folder / "other", "another model").ok());
    EXPECT_FALSE(RegionStore::open(folder / "other", Model, Dimension + 1).ok());

    fill(folder / "vector");
    damage(vectorsFile(folder / "vector"), 14);
    const auto vectors = taken(readRegionVectors(folder / "vector", Model));
    EXPECT_TRUE(isIntact(*vectors, 0));
    EXPECT_FALSE(isIntact(*vectors, 1)) << "it is told when it is looked at";
}

TEST(RegionStore, FollowsTheDatabase)
{
    const TemporaryFolder folder;
    Analysed archive(folder.path());
    archive.addSeries("1.1", "19500601", "20200531");
    EXPECT_EQ(archive.update().added, 0U);
    const std::int64_t first = archive.addLabels("/labels1");
    archive.analyse(first, 0.1F, 1.0);
    EXPECT_EQ(archive.update().added, 1U);
    EXPECT_THAT(archive.aliveValues(), ElementsAre(FloatEq(0.1F)));
    const RegionStoreUpdate nothing = archive.update();
    EXPECT_EQ(nothing.added + nothing.removed, 0U);
    EXPECT_FALSE(nothing.begunAnew);

    archive.analyse(first, 0.2F, 2.0); // SQLite uses the id again
    const RegionStoreUpdate changed = archive.update();
    EXPECT_EQ(changed.added, 1U);
    EXPECT_EQ(changed.removed, 1U);
    EXPECT_THAT(archive.aliveValues(), ElementsAre(FloatEq(0.2F)));

    const std::int64_t corrected = archive.addLabels("/labels2");
    archive.analyse(corrected, 0.3F, 3.0);
    archive.update();
    EXPECT_THAT(archive.aliveValues(), ElementsAre(FloatEq(0.3F))) << "the newest label map's";

    damage(recordsFile(regionStoreFolder(folder.path(), Model)), sizeof(RegionLogHead) + 3);
    EXPECT_TRUE(archive.update().begunAnew);
    EXPECT_THAT(archive.aliveValues(), ElementsAre(FloatEq(0.3F)));

    ASSERT_TRUE(archive.database.removeStudy(archive.studyId).ok());
    archive.update();
    EXPECT_FALSE(std::filesystem::exists(regionStoreFolder(folder.path(), Model)))
        << "nothing of removed studies stays";
}

TEST(RegionStore, SourcesSayWhatIsKnownOfThePatient)
{
    const TemporaryFolder folder;
    Analysed archive(folder.path());
    archive.addSeries("1.1", "19500601", "20200531");
    archive.analyse(archive.addLabels("/labels1"), 0.1F, 1.0);
    archive.addSeries("1.2", "", "20200601");
    archive.analyse(archive.addLabels("/labels1"), 0.1F, 1.0);
    archive.addSeries("1.3", "19500601", "20200601");
    archive.analyse(archive.addLabels("/labels1"), 0.1F, 1.0);
    const auto sources = taken(archive.database.currentAnalyses(Model));
    ASSERT_EQ(sources.size(), 3U);
    EXPECT_EQ(sources[0].ageYears, 69) << "the day before the birthday";
    EXPECT_EQ(sources[1].ageYears, std::nullopt);
    EXPECT_EQ(sources[2].ageYears, 70);
    EXPECT_EQ(sources[0].sex, "F");
    EXPECT_EQ(sources[0].bodyPart, "CHEST");
    EXPECT_EQ(sources[0].studyDate, "20200531");
    EXPECT_NE(sources[0].patientId, sources[2].patientId);

    const auto with = [&](std::optional<double> above) {
        return taken(archive.database.analysesWithFinding(Model, "lung", "nodule", above)).size();
    };
    EXPECT_EQ(with({}), 3U) << "0.6 is above the threshold 0.5";
    EXPECT_EQ(with(0.55), 3U);
    EXPECT_EQ(with(0.7), 0U);
    EXPECT_TRUE(taken(archive.database.currentAnalyses("another")).empty());
}

} // namespace
