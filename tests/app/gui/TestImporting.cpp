#include "storage/LabelMapFile.h"
#include "tests/app/gui/WindowFixture.h"
#include "tests/storage/SampleSeries.h"
#include "tests/storage/moveQform.h"
#include "tests/unpack/ZipWriter.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QStatusBar>
#include <QUrl>

#include <fstream>
#include <gtest/gtest.h>
#include <iterator>

// Every way in, driven as a person would: things dropped on the window, files chosen in a dialog.

namespace fovea {
namespace {

namespace fs = std::filesystem;

/// Keeps what is folded away, too.
class RememberingDialogs final : public FakeDialogs {
public:
    QStringList messageDetails;

    void showMessage(QWidget* parent, const QString& title, const QString& text,
                     const QString& details) override
    {
        FakeDialogs::showMessage(parent, title, text, details);
        messageDetails << details;
    }
};

class Importing : public WindowFixture {
protected:
    Importing()
    {
        fs::create_directories(in("."));
        window.reset(); // Its tasks end before the next begins.
        window = std::make_unique<MainWindow>(
            Workplace{tasks, archive, model, catalog(), settings, said});
    }
    void TearDown() override { window.reset(); } // Before the dialogs that it knows.

    fs::path in(const char* name) const
    {
        return fs::path(folder.filePath(QStringLiteral("in")).toStdString()) / name;
    }
    /// A small CT of its own, in a folder of its own.
    fs::path ct(const char* name, std::uint64_t seed, int slices = 5) const
    {
        const auto written =
            writeCtSeries(*test::sampleVolume(test::smallGeometry(slices)), in(name),
                          test::samplePatient(std::to_string(seed)), test::seeded(seed));
        EXPECT_TRUE(written);
        return in(name);
    }
    fs::path segmentation(const fs::path& images, const char* name) const
    {
        std::vector<fs::path> files;
        for (const auto& entry : fs::directory_iterator(images))
            files.push_back(entry.path());
        SegmentationOptions options;
        options.uids.seed = 9;
        EXPECT_TRUE(writeSegmentation(*test::sampleLabels(test::smallGeometry()), catalog(), files,
                                      in(name), options));
        return in(name);
    }
    fs::path map(const char* name) const
    {
        EXPECT_TRUE(writeLabelMapFile(in(name), *test::sampleLabels(test::smallGeometry())));
        return in(name);
    }
    fs::path text(const char* name) const
    {
        std::ofstream(in(name)) << "no image";
        return in(name);
    }
    fs::path zipOf(const fs::path& images, const char* name) const
    {
        std::vector<testing::ZipFile> files;
        for (const auto& entry : fs::directory_iterator(images)) {
            std::ifstream file(entry.path(), std::ios::binary);
            files.push_back({"series/" + entry.path().filename().string(),
                             {std::istreambuf_iterator<char>(file), {}},
                             true,
                             {},
                             {}});
        }
        std::ofstream(in(name), std::ios::binary) << testing::zipOf(files);
        return in(name);
    }

    /// As the window system does it.
    void drop(const std::vector<fs::path>& paths) const
    {
        QList<QUrl> urls;
        for (const fs::path& path : paths)
            urls << QUrl::fromLocalFile(QString::fromStdString(path.string()));
        QMimeData mime;
        mime.setUrls(urls);
        QDragEnterEvent enter({50, 50}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window.get(), &enter);
        EXPECT_TRUE(enter.isAccepted());
        QDropEvent event(QPointF(50, 50), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window.get(), &event);
        EXPECT_TRUE(event.isAccepted());
    }
    std::size_t studies() const
    {
        const auto database = StudyDatabase::open(archive.folder());
        return database ? database->studies()->size() : 0;
    }
    std::size_t mapsOfOpenSeries() const
    {
        const auto database = StudyDatabase::open(archive.folder());
        const auto& open = window->session().series();
        return database && open ? database->labelMapsOf(open->series.id)->size() : 0;
    }
    bool waitForMessage() const
    {
        const bool done =
            waitFor([this] { return !said.messages.isEmpty() || !said.errors.isEmpty(); });
        EXPECT_TRUE(said.errors.isEmpty()) << said.errors.join(QLatin1Char('\n')).toStdString();
        return done && !said.messages.isEmpty();
    }
    bool waitForLabels() const
    {
        return waitFor([this] { return window->session().labelMap().has_value(); });
    }
    QString told() const { return window->statusBar()->currentMessage(); }

    RememberingDialogs said;
};

TEST_F(Importing, AllThatIsDroppedGoesInWithOneSummary)
{
    const fs::path first = ct("first", 1);
    const fs::path second = zipOf(ct("second", 2), "second.zip");
    // The segmentation comes before its CT, and one more file of no use than can be missed.
    drop({segmentation(first, "seg.dcm"), text("readme.txt"), text("notes.txt"), first, second});
    ASSERT_TRUE(waitForMessage());
    EXPECT_TRUE(said.errors.isEmpty());
    ASSERT_EQ(said.messages.size(), 1);
    EXPECT_EQ(said.messages.first(), QStringLiteral("2 series, 10 image(s) taken\n"
                                                    "1 segmentation(s) taken.\n"
                                                    "2 file(s) left out; the details say why."));
    // One line for both, with the first of them.
    EXPECT_EQ(said.messageDetails.first().count(QLatin1Char('\n')), 0);
    EXPECT_TRUE(said.messageDetails.first().contains(QStringLiteral("readme.txt")));
    EXPECT_TRUE(said.messageDetails.first().contains(QStringLiteral("1 more")));
    EXPECT_EQ(studies(), 2u);
    ASSERT_TRUE(waitForLabels());
    EXPECT_EQ(mapsOfOpenSeries(), 1u);
}

TEST_F(Importing, TheSameAgainChangesNothingAndSaysSo)
{
    const fs::path images = ct("ct", 1);
    const fs::path labels = segmentation(images, "seg.dcm");
    drop({images, labels});
    ASSERT_TRUE(waitFor([this] { return told().contains(QStringLiteral("5 image(s) taken")); }));
    ASSERT_TRUE(waitForLabels());
    drop({images, labels});
    ASSERT_TRUE(waitFor([this] { return told().contains(QStringLiteral("Nothing was changed")); }));
    EXPECT_TRUE(told().contains(QStringLiteral("5 image(s) were already")));
    EXPECT_EQ(studies(), 1u);
    EXPECT_TRUE(said.messages.isEmpty());
    ASSERT_TRUE(waitForLabels());
    EXPECT_EQ(mapsOfOpenSeries(), 1u);
}

TEST_F(Importing, AMapThatComesWithAStudyIsItsSegmentation)
{
    drop({map("labels.nii.gz"), ct("ct", 1)});
    ASSERT_TRUE(waitForLabels());
    EXPECT_EQ(window->session().labelMap()->labels->structures().size(), 2u);
    EXPECT_TRUE(said.messages.isEmpty());
    // Several are shown one after the other; what is none is told, and the next comes all the same.
    std::ofstream(in("junk.nrrd")) << "junk";
    drop({in("junk.nrrd"), map("other.nrrd"), map("third.mha")});
    ASSERT_TRUE(waitFor([this] { return mapsOfOpenSeries() == 3u; }));
    EXPECT_EQ(said.errors.size(), 1);
}

TEST_F(Importing, AVolumeAloneIsAResearchStudy)
{
    const fs::path volume = map("volume.nii.gz");
    said.nextFile = QString::fromStdString(volume.string());
    trigger("importFile");
    ASSERT_TRUE(waitFor([this] { return window->session().series().has_value(); }));
    const auto& open = *window->session().series();
    EXPECT_EQ(open.series.description, "Research volume volume.nii.gz");
    EXPECT_TRUE(open.study.patient.name.empty());
    ASSERT_TRUE(waitFor([&] {
        const VolumePtr shown = window->viewState().volume.get();
        return shown && shown->geometry().size == (Index3{7, 6, 5});
    }));
    // Where the file has it, whatever the order of its planes.
    const VolumePtr shown = window->viewState().volume.get();
    const LabelMapPtr made = test::sampleLabels(test::smallGeometry());
    const Vec3 place = made->geometry().indexToPatient({1, 2, 3});
    const Vec3 index = shown->geometry().patientToIndex(place);
    EXPECT_EQ(shown->at({int(std::lround(index[0])), int(std::lround(index[1])),
                         int(std::lround(index[2]))}),
              51);
    // The same bytes are the same study.
    said.nextFile = QString::fromStdString(volume.string());
    trigger("importFile");
    ASSERT_TRUE(waitFor([this] { return told().contains(QStringLiteral("Nothing was changed")); }));
    EXPECT_EQ(studies(), 1u);
}

TEST_F(Importing, AVolumeThatSaysTwoPlacesIsToldInTheBar)
{
    const fs::path volume = map("volume.nii");
    test::moveQform(volume, 7);
    auto* bar = child<QLabel>("noticeText");
    drop({map("sound.nii")});
    ASSERT_TRUE(waitFor([this] { return window->session().series().has_value(); }));
    EXPECT_FALSE(bar->text().contains(QStringLiteral("sform")));
    drop({ct("ct", 1)}); // Volumes are segmentations from here on.
    ASSERT_TRUE(waitFor([this] {
        const auto& open = window->session().series();
        return open && !open->series.description.starts_with("Research volume");
    }));
    said.nextFile = QString::fromStdString(volume.string());
    trigger("importFile");
    ASSERT_TRUE(waitFor([bar] { return bar->text().contains(QStringLiteral("7.0 mm")); }));
    EXPECT_TRUE(bar->text().contains(QStringLiteral("sform")));
    EXPECT_FALSE(child<QWidget>("noticeBar")->isHidden());
    // Another study, another bar; as a segmentation the file says the same.
    drop({ct("other", 2)});
    ASSERT_TRUE(waitFor([bar] { return !bar->text().contains(QStringLiteral("sform")); }));
    ASSERT_TRUE(waitFor([this] { return studies() == 4u; }));
    drop({volume});
    ASSERT_TRUE(waitFor([bar] { return bar->text().contains(QStringLiteral("7.0 mm")); }));
}

TEST_F(Importing, WhatCannotBeReadLeavesTheRest)
{
    const fs::path images = ct("ct", 1, 3);
    std::ofstream(in("bad.zip"), std::ios::binary) << "PK\x03\x04 and no more";
    drop({in("gone.dcm"), images, in("bad.zip")});
    ASSERT_TRUE(waitForMessage());
    EXPECT_TRUE(said.errors.isEmpty());
    EXPECT_TRUE(said.messages.first().contains(QStringLiteral("3 image(s) taken")));
    EXPECT_TRUE(said.messageDetails.first().contains(QStringLiteral("gone.dcm")));
    EXPECT_TRUE(said.messageDetails.first().contains(QStringLiteral("bad.zip")));
    EXPECT_EQ(studies(), 1u);
    // Alone, it is an error.
    said.nextFile = QString::fromStdString(in("bad.zip").string());
    trigger("importFile");
    ASSERT_TRUE(waitFor([this] { return !said.errors.isEmpty(); }));
    EXPECT_EQ(studies(), 1u);
}

TEST_F(Importing, AMapWithoutItsSeriesIsLeftOutWithTheReason)
{
    drop({text("readme.txt"), map("labels.nii.gz")});
    ASSERT_TRUE(waitForMessage());
    EXPECT_TRUE(said.messageDetails.first().contains(QStringLiteral("labels.nii.gz")));
    EXPECT_EQ(studies(), 0u);
}

} // namespace
} // namespace fovea
