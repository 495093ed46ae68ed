#include "app/work/EditJournal.h"
#include "app/work/correctedLabelMap.h"
#include "app/work/phantomWork.h"
#include "storage/CatalogFile.h"
#include "storage/Importer.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>

// Corrected segmentations on their way to the archive, and what outlives a crash before.

namespace fovea {
namespace {

namespace fs = std::filesystem;

class Corrections : public ::testing::Test {
protected:
    Corrections()
    {
        std::string name = (fs::temp_directory_path() / "fovea-corrections-XXXXXX").string();
        folder = ::mkdtemp(name.data());
    }
    ~Corrections() override { fs::remove_all(folder); }

    static std::string bytesOf(const fs::path& file)
    {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }

    fs::path folder;
};

TEST_F(Corrections, AreStoredBesideWhatTheyCorrect)
{
    const auto catalog =
        readCatalogFile(fs::path(FOVEA_SOURCE_DIR) / "resources/catalog/anatomies.json");
    ASSERT_TRUE(catalog);
    const PhantomGrid grid{{64, 56, 32}, {5.6, 5.6, 10.0}};
    ASSERT_TRUE(writePhantom(7, grid, folder / "phantom", *catalog, {}));
    auto database = StudyDatabase::open(folder / "archive");
    ASSERT_TRUE(database);
    const auto scan = scanFolder(folder / "phantom", {});
    ASSERT_TRUE(scan);
    const auto imported = importScan(*database, *scan, ImportMode::Copy, {});
    ASSERT_TRUE(imported);
    const auto series = loadSeries(*database, imported->seriesIds.front(), {});
    ASSERT_TRUE(series) << series.error().detail;
    const auto original = newestLabelMap(*database, series->series.id);
    ASSERT_TRUE(original && *original);
    const auto loaded = loadLabelMap(*series, **original, *catalog, {});
    ASSERT_TRUE(loaded) << loaded.error().detail;
    const std::string originalBytes = bytesOf((*original)->path);

    // Half of the first structure goes; a nodule comes, under a label with a gap before it.
    const LabelMap& before = *loaded->labels;
    std::vector<std::uint16_t> labels(before.labels().begin(), before.labels().end());
    const Structure first = before.structures().front();
    const auto nodule = static_cast<std::uint16_t>(before.maxLabel() + 40);
    for (int j = first.low[1]; j <= (first.low[1] + first.high[1]) / 2; ++j) {
        for (int k = first.low[2]; k <= first.high[2]; ++k) {
            for (int i = first.low[0]; i <= first.high[0]; ++i) {
                auto& label = labels[before.geometry().offset({i, j, k})];
                label = label == first.label ? 0 : label;
            }
        }
    }
    labels[before.geometry().offset({30, 30, 15})] = nodule;
    std::vector<Structure> structures = before.structures();
    structures.push_back(Structure{.label = nodule, .name = "Nodule 1", .anatomyId = {}});
    const LabelMapPtr corrected = LabelMap::create(before.geometry(), labels, structures);

    const auto record = storeCorrectedLabelMap(*database, *series, *corrected, *catalog, {});
    ASSERT_TRUE(record) << record.error().detail;
    EXPECT_NE(record->id, (*original)->id);
    EXPECT_EQ(record->kind, LabelMapKind::DicomSegmentation);
    EXPECT_TRUE(record->managed);
    EXPECT_NE(bytesOf(record->path).find("SEMIAUTOMATIC"), std::string::npos);
    EXPECT_EQ(bytesOf((*original)->path), originalBytes);
    ASSERT_EQ(database->labelMapsOf(series->series.id)->size(), 2U);
    EXPECT_EQ((*newestLabelMap(*database, series->series.id))->id, record->id);

    // What comes back has the same voxels under the same names.
    const auto back = loadLabelMap(*series, *record, *catalog, {});
    ASSERT_TRUE(back) << back.error().detail;
    ASSERT_EQ(back->labels->structures().size(), corrected->structures().size());
    for (std::size_t n = 0; n < corrected->structures().size(); ++n) {
        const Structure& expected = corrected->structures()[n];
        const Structure& found = back->labels->structures()[n];
        EXPECT_EQ(found.name, expected.name);
        EXPECT_EQ(found.anatomyId, expected.anatomyId);
        EXPECT_EQ(found.side, expected.side);
        EXPECT_TRUE(std::ranges::equal(
            corrected->labels(), back->labels->labels(), {},
            [&](std::uint16_t label) { return label == expected.label; },
            [&](std::uint16_t label) { return label == found.label; }))
            << expected.name;
    }

    // Nothing is not stored.
    const LabelMapPtr empty = LabelMap::create(
        before.geometry(), std::vector<std::uint16_t>(labels.size()), before.structures());
    const auto refused = storeCorrectedLabelMap(*database, *series, *empty, *catalog, {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::NoStructures);
    EXPECT_EQ(database->labelMapsOf(series->series.id)->size(), 2U);
}

/// A patch with all that one can have.
LabelPatch examplePatch(std::size_t offset)
{
    LabelPatch patch;
    patch.box = {{1, 2, 3}, {4, 2, 3}};
    patch.runs = {{offset, 3, 0, 7}, {offset + 3, 1, 5, 7}};
    patch.structures = {Structure{.label = 7,
                                  .name = "Knoten \xC3\xA4",
                                  .anatomyId = "lung",
                                  .side = Side::Left,
                                  .colour = {1, 2, 3}}};
    return patch;
}

void expectSame(const LabelPatch& found, const LabelPatch& expected)
{
    EXPECT_EQ(found.box, expected.box);
    EXPECT_EQ(found.runs, expected.runs);
    ASSERT_EQ(found.structures.size(), expected.structures.size());
    for (std::size_t n = 0; n < expected.structures.size(); ++n) {
        EXPECT_EQ(found.structures[n].label, expected.structures[n].label);
        EXPECT_EQ(found.structures[n].name, expected.structures[n].name);
        EXPECT_EQ(found.structures[n].anatomyId, expected.structures[n].anatomyId);
        EXPECT_EQ(found.structures[n].side, expected.structures[n].side);
        EXPECT_EQ(found.structures[n].colour, expected.structures[n].colour);
    }
}

constexpr Index3 grid{10, 8, 6};

TEST_F(Corrections, TheJournalKeepsEveryPatch)
{
    const EditJournal journal(folder, 3, 4);
    EXPECT_TRUE(journal.read(grid)->empty());
    ASSERT_TRUE(journal.append(examplePatch(21), grid, true));
    ASSERT_TRUE(journal.append(examplePatch(41), grid, false));
    const auto patches = journal.read(grid);
    ASSERT_TRUE(patches);
    ASSERT_EQ(patches->size(), 2U);
    expectSame((*patches)[0], examplePatch(21));
    expectSame((*patches)[1], examplePatch(41));
    EXPECT_TRUE(EditJournal(folder, 3, 5).read(grid)->empty()) << "of another label map";

    ASSERT_TRUE(journal.append(examplePatch(31), grid, true));
    EXPECT_EQ(journal.read(grid)->size(), 1U) << "begun anew";
    journal.remove();
    EXPECT_TRUE(journal.read(grid)->empty());
    EXPECT_FALSE(fs::exists(journal.path()));
}

TEST_F(Corrections, ACutOffOrDamagedJournalKeepsWhatIsWhole)
{
    const EditJournal journal(folder, 3, 4);
    ASSERT_TRUE(journal.append(examplePatch(21), grid, true));
    const std::size_t one = bytesOf(journal.path()).size();
    ASSERT_TRUE(journal.append(examplePatch(41), grid, false));
    const std::string whole = bytesOf(journal.path());
    const auto read = [&](const std::string& bytes) {
        std::ofstream(journal.path(), std::ios::binary | std::ios::trunc) << bytes;
        return journal.read(grid);
    };
    for (std::size_t length = one; length < whole.size(); ++length)
        EXPECT_EQ(read(whole.substr(0, length))->size(), 1U) << length;
    for (std::size_t at = one; at < whole.size(); ++at) {
        std::string damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x5a);
        EXPECT_EQ(read(damaged)->size(), 1U) << at;
    }
    EXPECT_EQ(read("something else").error().code, ErrorCode::BrokenFile);
    EXPECT_EQ(read(whole)->size(), 2U);
    EXPECT_EQ(journal.read({10, 8, 7}).error().code, ErrorCode::GridMismatch);
}

TEST_F(Corrections, ARunOutsideTheGridIsRefused)
{
    const EditJournal journal(folder, 3, 4);
    LabelPatch patch = examplePatch(10 * 8 * 6 - 2);
    ASSERT_TRUE(journal.append(patch, grid, true));
    EXPECT_TRUE(journal.read(grid)->empty());
}

TEST_F(Corrections, AJournalThatCannotBeWrittenSaysSo)
{
    std::ofstream(folder / "edits") << "a file in the way";
    const Status appended = EditJournal(folder, 3, 4).append(examplePatch(21), grid, true);
    ASSERT_FALSE(appended);
    EXPECT_EQ(appended.error().code, ErrorCode::FileNotWritable);
}

} // namespace
} // namespace fovea
