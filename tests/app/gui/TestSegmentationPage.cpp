// Segmentation networks among the models: imported as they are downloaded, listed, removed.

#include "app/ModelLibrary.h"
#include "app/models/SegmentationPage.h"
#include "app/models/segmentationText.h"
#include "tests/app/gui/FakeDialogs.h"
#include "tests/app/gui/waitFor.h"
#include "tests/unpack/ZipWriter.h"

#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QTemporaryDir>

#include <fstream>
#include <gtest/gtest.h>

namespace fovea {
namespace {

namespace fs = std::filesystem;

const std::string Training = "nnUNetTrainerNoMirroring__nnUNetPlans__3d_fullres";
const fs::path Tiny = fs::path(FOVEA_SHARED_DIR) / "golden/nnunet/Dataset901_Tiny" / Training;
/// Plans alone are part of the project.
const fs::path Plans =
    fs::path(FOVEA_SOURCE_DIR) / "tests/segment/golden/Dataset901_Tiny" / Training;

std::string contents(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

class SegmentationPageTest : public ::testing::Test {
protected:
    SegmentationPageTest() { settings.setModelsFolder(models); }

    fs::path writeZip(const std::string& name, const std::string& checkpoint)
    {
        const std::string prefix = name + "/" + Training + "/";
        const fs::path file = root / (name + ".zip");
        std::ofstream(file, std::ios::binary) << testing::zipOf(
            {{prefix + "plans.json", contents(Plans / "plans.json"), true, {}, {}},
             {prefix + "dataset.json", contents(Plans / "dataset.json"), true, {}, {}},
             {prefix + "fold_0/checkpoint_final.pth", checkpoint, true, {}, {}}});
        return file;
    }
    void open()
    {
        page = std::make_unique<SegmentationPage>(SegmentationPage::Parts{tasks, settings, dialogs},
                                                  ModelLibrary::installedLibrary());
        page->show();
    }
    void importZip(const fs::path& file)
    {
        dialogs.nextFile = QString::fromStdString(file.string());
        button("importSegmenterZip")->click();
    }
    template <typename Widget> Widget* child(const char* name)
    {
        auto* found = page->findChild<Widget*>(QLatin1String(name));
        EXPECT_NE(found, nullptr) << name;
        return found;
    }
    QPushButton* button(const char* name) { return child<QPushButton>(name); }
    QString text(const char* name) { return child<QLabel>(name)->text(); }
    int count() { return child<QListWidget>("segmenters")->count(); }
    bool isIdle() { return button("importSegmenterZip")->isEnabled(); }

    QTemporaryDir folder;
    const fs::path root = folder.path().toStdString();
    const fs::path models = root / "models";
    Settings settings{folder.filePath(QStringLiteral("settings.ini"))};
    FakeDialogs dialogs;
    TaskRunner tasks;
    std::unique_ptr<SegmentationPage> page;
};

TEST_F(SegmentationPageTest, AZipIsImportedListedAndRemoved)
{
    if (!fs::exists(Tiny))
        GTEST_SKIP() << "no shared sample data";
    open();
    EXPECT_TRUE(text("segmenterHint").contains(QLatin1String("TotalSegmentator")));
    EXPECT_FALSE(button("removeSegmenter")->isEnabled());
    importZip(writeZip("Dataset901_Tiny", contents(Tiny / "fold_0/checkpoint_final.pth")));
    EXPECT_FALSE(isIdle()) << "one at a time";
    ASSERT_TRUE(waitFor([this] { return count() == 1 || !dialogs.errors.isEmpty(); }));
    ASSERT_TRUE(dialogs.errors.isEmpty()) << dialogs.errors.first().toStdString();
    const QString row = child<QListWidget>("segmenters")->item(0)->text();
    EXPECT_TRUE(row.startsWith(QLatin1String("Dataset901_Tiny\n"))) << row.toStdString();
    EXPECT_TRUE(row.contains(QLatin1String("5 structure")));
    EXPECT_TRUE(row.contains(QLatin1String("1.5 mm")));
    EXPECT_TRUE(row.contains(QLatin1String("CC0"))) << row.toStdString();
    EXPECT_TRUE(text("segmenterStructures").contains(QLatin1String("kidney"), Qt::CaseInsensitive));
    EXPECT_EQ(text("segmenterLicence"), QStringLiteral("“CC0”, as its files say."));
    EXPECT_TRUE(fs::exists(models / "segmentation/Dataset901_Tiny" / Training / "plans.json"));

    button("removeSegmenter")->click();
    EXPECT_EQ(dialogs.questions.size(), 1);
    EXPECT_EQ(count(), 1) << "nobody agreed";
    dialogs.nextAnswer = true;
    button("removeSegmenter")->click();
    ASSERT_TRUE(waitFor([this] { return count() == 0; }));
    EXPECT_TRUE(fs::is_empty(models / "segmentation"));
}

TEST_F(SegmentationPageTest, AFolderIsImportedUnderAFreeName)
{
    if (!fs::exists(Tiny))
        GTEST_SKIP() << "no shared sample data";
    open();
    for (int n = 1; n <= 2; ++n) {
        dialogs.nextFolder = QString::fromStdString(Tiny.parent_path().string());
        button("importSegmenterFolder")->click();
        ASSERT_TRUE(waitFor([&] { return count() == n || !dialogs.errors.isEmpty(); }));
        ASSERT_TRUE(dialogs.errors.isEmpty()) << dialogs.errors.first().toStdString();
    }
    EXPECT_TRUE(fs::exists(models / "segmentation/Dataset901_Tiny-2"));
}

TEST_F(SegmentationPageTest, WhatIsBrokenIsRefusedReadablyAndLeavesNothing)
{
    open();
    const auto expectRefused = [&](const fs::path& file, const char* why) {
        dialogs.errors.clear();
        importZip(file);
        ASSERT_TRUE(waitFor([this] { return !dialogs.errors.isEmpty(); }));
        EXPECT_TRUE(dialogs.errors.first().contains(QLatin1String(why)))
            << dialogs.errors.first().toStdString();
        EXPECT_TRUE(isIdle());
        EXPECT_EQ(count(), 0);
        EXPECT_TRUE(fs::is_empty(models / "segmentation"));
    };
    std::ofstream(root / "page.zip") << "<html>Not found</html>";
    expectRefused(root / "page.zip", "not a zip file");
    const fs::path whole = writeZip("Dataset902_Cut", std::string(5000, 'x'));
    fs::resize_file(whole, fs::file_size(whole) / 2);
    expectRefused(whole, "cut off");
    // A whole zip whose weights are none: only reading them tells.
    expectRefused(writeZip("Dataset903_NoWeights", "not a checkpoint"), "cannot be read");
}

TEST_F(SegmentationPageTest, WhatIsDamagedOnDiskIsSaidAndCanBeRemoved)
{
    const fs::path damaged = models / "segmentation/Dataset904_Damaged" / Training;
    fs::create_directories(damaged / "fold_0");
    std::ofstream(damaged / "plans.json") << "{";
    std::ofstream(damaged / "dataset.json") << "{}";
    std::ofstream(damaged / "fold_0/checkpoint_final.pth") << "x";
    fs::create_directories(models / "segmentation/half.new-12"); // An import that was killed.
    open();
    ASSERT_TRUE(waitFor([this] { return count() == 1; }));
    EXPECT_TRUE(
        child<QListWidget>("segmenters")->item(0)->text().contains(QLatin1String("damaged")));
    EXPECT_TRUE(text("segmenterProblem").contains(QLatin1String("dataset.json")))
        << text("segmenterProblem").toStdString();
    EXPECT_TRUE(button("removeSegmenter")->isEnabled());
}

TEST(SegmentationLicences, AreWhatIsKnownAndNoMore)
{
    using L = SegmentationLicence;
    EXPECT_EQ(licenceByName("Dataset297_TotalSegmentator_total_3mm_1559subj"), L::OpenTotal);
    EXPECT_EQ(licenceByName("Dataset291_TotalSegmentator_part1_organs_1559subj"), L::OpenTotal);
    EXPECT_EQ(licenceByName("Dataset299_body_1559subj"), L::OpenTotal);
    EXPECT_EQ(licenceByName("Dataset297_OurOwn"), L::NotStated);
    EXPECT_EQ(licenceByName("Dataset301_heart_highres_1559subj"), L::PerhapsRestricted);
    EXPECT_EQ(licenceByName("Dataset913_lung_nodules"), L::PerhapsOpen);
    EXPECT_EQ(licenceByName("Dataset901_Tiny"), L::NotStated);
    EXPECT_EQ(licenceByName("Liver"), L::NotStated);
}

TEST(SegmentationLicences, WhatTheFilesSayComesFirst)
{
    const QTemporaryDir temporary;
    const fs::path model = fs::path(temporary.path().toStdString()) / "Dataset901_Tiny";
    fs::create_directories(model / Training / "fold_0");
    for (const char* name : {"plans.json", "dataset.json"})
        fs::copy(Plans / name, model / Training);
    std::ofstream(model / Training / "fold_0/checkpoint_final.pth") << "weights";
    std::ofstream(model / "LICENSE.txt") << "\n  CC BY-NC 4.0\nAttribution…";
    EXPECT_EQ(readSegmentationFacts(model)->statedLicence, "CC0") << "of the data set";
    std::string dataset = contents(model / Training / "dataset.json");
    dataset.replace(dataset.find("CC0"), 3, "");
    std::ofstream(model / Training / "dataset.json") << dataset;
    const auto facts = readSegmentationFacts(model);
    ASSERT_TRUE(facts);
    EXPECT_EQ(facts->licence, SegmentationLicence::Stated);
    EXPECT_EQ(facts->statedLicence, "CC BY-NC 4.0");
    EXPECT_TRUE(licenceText(*facts).contains(QLatin1String("CC BY-NC 4.0")));
    EXPECT_EQ(facts->folds, 1);
}

} // namespace
} // namespace fovea
