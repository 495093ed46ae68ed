#include "app/segment/NewStudiesDesk.h"
#include "app/views/NoticeBar.h"
#include "storage/DicomScanner.h"
#include "storage/Importer.h"
#include "tests/app/gui/PatientStudies.h"
#include "tests/app/gui/WindowFixture.h"

#include <QLabel>
#include <QMenu>
#include <QToolButton>

#include <algorithm>
#include <fstream>
#include <gtest/gtest.h>

// Studies that arrive are segmented and analysed by themselves, where a person wants that. With a
// model library that needs no LibTorch.

namespace fovea {
namespace {

class NewStudies : public WindowFixture {
protected:
    NewStudies()
        : WindowFixture({{96, 84, 60}, {3.8, 3.8, 5.5}}, FOVEA_FAKE_MODEL_LIBRARY)
    {
        const std::filesystem::path package =
            folder.filePath(QStringLiteral("model")).toStdString();
        std::filesystem::create_directories(package);
        for (const char* file : {"vocab.txt", "answers"})
            std::ofstream(package / file) << '\n';
        model.load(package);
        EXPECT_TRUE(waitFor([this] { return model.info().has_value(); }));
    }
    /// The phantom's images alone.
    std::filesystem::path images()
    {
        const std::filesystem::path to = folder.filePath(QStringLiteral("images")).toStdString();
        std::filesystem::create_directories(to);
        for (const auto& entry : std::filesystem::recursive_directory_iterator(phantomFolder())) {
            if (entry.is_regular_file() && entry.path().extension() == ".dcm" &&
                entry.path().filename() != "seg.dcm")
                std::filesystem::copy_file(entry.path(), to / entry.path().filename());
        }
        return to;
    }
    /// As another program of the site would, or the command line.
    void arrive(const std::filesystem::path& study)
    {
        auto database = StudyDatabase::open(archive.folder());
        ASSERT_TRUE(database);
        const auto scan = scanFolder(study, Progress());
        ASSERT_TRUE(scan);
        ASSERT_TRUE(importScan(*database, *scan, ImportMode::Copy, Progress()));
        desk().archiveChanged();
    }
    NewStudiesDesk& desk() { return *window->findChild<NewStudiesDesk*>(); }
    void choose(const char* action)
    {
        trigger(action);
        ASSERT_TRUE(waitFor([&] {
            const auto wish = readNewSeriesWish(archive.folder());
            return wish &&
                   wish->segmenter == (std::string(action) == "segmentNew_chest" ? "chest" : "");
        }));
        settle();
    }
    /// Whatever the archive was asked before is answered.
    void settle()
    {
        for (const auto pool : {TaskRunner::Pool::Io, TaskRunner::Pool::Save}) {
            for (int n = 0; n < 3; ++n) {
                bool answered = false;
                archive.run<Done>(
                    window.get(), [](StudyDatabase&, const Progress&) { return Done{}; },
                    [&](const Result<Done>&) { answered = true; }, {}, pool);
                ASSERT_TRUE(waitFor([&] { return answered; }));
            }
        }
    }
    struct Stored {
        std::size_t labelMaps = 0;
        std::size_t analyses = 0;
    };
    Stored stored()
    {
        const auto database = StudyDatabase::open(archive.folder());
        Stored all;
        for (const StudyRecord& study : *database->studies()) {
            for (const SeriesRecord& series : *database->seriesOf(study.id)) {
                all.labelMaps += database->labelMapsOf(series.id)->size();
                all.analyses += database->analysesOf(series.id)->size();
            }
        }
        return all;
    }
    QString notices()
    {
        QStringList texts;
        for (const QLabel* label : window->findChild<NoticeBar*>()->findChildren<QLabel*>())
            texts << label->text();
        return texts.join(QLatin1Char('\n'));
    }
};

TEST_F(NewStudies, NothingHappensUnlessItIsWanted)
{
    EXPECT_TRUE(child<QAction>("segmentNew_off")->isChecked());
    arrive(images());
    settle();
    EXPECT_FALSE(desk().isRunning());
    EXPECT_EQ(stored().labelMaps, 0u);
    choose("segmentNew_chest");
    desk().archiveChanged();
    settle();
    EXPECT_EQ(stored().labelMaps, 0u) << "it was there before";
}

TEST_F(NewStudies, WhatArrivesIsSegmentedAndAnalyzed)
{
    choose("segmentNew_chest");
    EXPECT_TRUE(child<QAction>("segmentNew_chest")->isChecked());
    arrive(images());
    ASSERT_TRUE(waitFor([this] { return stored().analyses == 1; }));
    EXPECT_EQ(stored().labelMaps, 1u);
    ASSERT_TRUE(waitFor([this] { return !desk().isRunning(); }));
    EXPECT_TRUE(child<QLabel>("segmentingNew")->isHidden());
    EXPECT_TRUE(dialogs.errors.isEmpty());
    restart();
    ASSERT_TRUE(waitFor([this] { return child<QAction>("segmentNew_chest")->isChecked(); }))
        << "it is remembered";
    choose("segmentNew_off");
    EXPECT_FALSE(std::filesystem::exists(archive.folder() / "segment-new.json"));
}

TEST_F(NewStudies, WhatIsOpenedAsItArrivesIsShown)
{
    choose("segmentNew_chest");
    window->importFolder(images());
    waitForAnalysis();
    EXPECT_TRUE(window->session().labelMap().has_value());
    ASSERT_TRUE(waitFor([this] { return !desk().isRunning(); }));
    EXPECT_EQ(stored().labelMaps, 1u);
}

TEST_F(NewStudies, AFailureIsSaidOnceAndNotTriedAgain)
{
    choose("segmentNew_chest");
    const PatientStudies studies;
    arrive(studies.write({.segmented = false})); // No lungs.
    ASSERT_TRUE(waitFor([this] { return notices().contains(QLatin1String("no lungs")); }))
        << notices().toStdString();
    ASSERT_TRUE(waitFor([this] { return !desk().isRunning(); }));
    settle();
    EXPECT_EQ(readNewSeriesWish(archive.folder())->failed.size(), 1u);
    restart();
    settle();
    EXPECT_FALSE(desk().isRunning());
    EXPECT_FALSE(notices().contains(QLatin1String("no lungs")));
}

TEST_F(NewStudies, ItIsStopped)
{
    choose("segmentNew_chest");
    arrive(images());
    ASSERT_TRUE(waitFor([this] { return desk().isRunning(); }));
    child<QToolButton>("stopSegmentingNew")->click();
    EXPECT_FALSE(desk().isRunning());
    settle();
    EXPECT_EQ(stored().labelMaps, 0u);
    EXPECT_TRUE(readNewSeriesWish(archive.folder())->failed.empty()) << "no failure";
    desk().archiveChanged();
    ASSERT_TRUE(waitFor([this] { return stored().analyses == 1; })) << "with the next that arrives";
}

} // namespace
} // namespace fovea
