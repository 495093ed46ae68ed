#include "app/models/ModelsDialog.h"
#include "app/work/staleAnalyses.h"
#include "tests/app/gui/WindowFixture.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>

#include <algorithm>
#include <fstream>

// After another model was taken into use: the archive is analysed again, if a person agrees.

namespace fovea {
namespace {

class ReanalysisTest : public WindowFixture {
protected:
    ReanalysisTest()
        : WindowFixture(smallGrid, FOVEA_FAKE_MODEL_LIBRARY)
    {
        settings.setModelsFolder(folder.filePath(QStringLiteral("models")).toStdString());
        const auto before = makePackage("before");
        makePackage("tuned");
        use(before);
        openPhantom();
        waitForAnalysis();
        EXPECT_TRUE(waitFor([this] { return stored("before"); }));
        restart(); // Nothing is open: what is open is analysed anyway.
        use(before);
    }

    std::filesystem::path makePackage(const std::string& name) const
    {
        const std::filesystem::path package = settings.modelsFolder() / name;
        std::filesystem::create_directories(package);
        for (const char* file : {"vocab.txt", "answers"})
            std::ofstream(package / file) << '\n';
        std::ofstream(package / "model.json") << R"({"name": ")" + name + R"(", "demo": false,
            "licence": "", "provenance": "", "network": {"anatomies": ["lung", "heart"]},
            "findings": []})";
        return package;
    }
    void use(const std::filesystem::path& package)
    {
        model.load(package);
        ASSERT_TRUE(waitFor([&] { return model.package() == package && !model.isLoading(); }));
    }
    bool stored(const std::string& fingerprint) const
    {
        const auto database = StudyDatabase::open(archive.folder());
        EXPECT_TRUE(database) << (database ? std::string() : database.error().detail);
        if (!database)
            return false;
        const auto studies = database->studies();
        if (!studies || studies->size() != 1)
            return false;
        const auto series = database->seriesOf(studies->front().id);
        if (!series || series->empty())
            return false;
        const auto analyses = database->analysesOf(series->front().id);
        return analyses &&
               std::ranges::count(*analyses, fingerprint, &AnalysisRecord::modelFingerprint) == 1;
    }
    bool wished() const { return !reanalysisModel(archive.folder()).value().empty(); }
    /// Whatever the archive was asked before is answered.
    void settle()
    {
        for (int n = 0; n < 4; ++n) {
            bool answered = false;
            archive.run<Done>(
                window.get(), [](StudyDatabase&, const Progress&) { return Done{}; },
                [&](const Result<Done>&) { answered = true; });
            ASSERT_TRUE(waitFor([&] { return answered; }));
        }
    }
    void chooseTuned()
    {
        trigger("models");
        auto* dialog = child<ModelsDialog>("modelsDialog");
        auto* list = dialog->findChild<QListWidget*>(QStringLiteral("models"));
        const auto row = [&] {
            for (int n = 0; n < list->count(); ++n) {
                if (list->item(n)->text().startsWith(QStringLiteral("tuned")))
                    return n;
            }
            return -1;
        };
        ASSERT_TRUE(waitFor([&] { return row() >= 0; }));
        list->setCurrentRow(row());
        dialog->findChild<QPushButton*>(QStringLiteral("useModel"))->click();
        ASSERT_TRUE(waitFor([&] { return model.info() && model.info()->fingerprint == "tuned"; }));
    }
    bool asked() const { return !dialogs.questions.isEmpty(); }
};

TEST_F(ReanalysisTest, AgreedToTheArchiveIsAnalysedByTheNewModel)
{
    dialogs.nextAnswer = true;
    chooseTuned();
    ASSERT_TRUE(waitFor([this] { return asked(); }));
    EXPECT_TRUE(dialogs.questions.front().startsWith(QStringLiteral("1 ")))
        << dialogs.questions.front().toStdString();
    ASSERT_TRUE(waitFor([this] { return stored("tuned"); }));
    EXPECT_TRUE(stored("before")) << "what the other model said stays";
    ASSERT_TRUE(waitFor([this] { return !child<QLabel>("reanalysis")->isVisible(); }));
    EXPECT_TRUE(waitFor([this] { return !wished(); }));
}

TEST_F(ReanalysisTest, DeclinedItStaysAndNobodyIsAskedAgain)
{
    chooseTuned();
    ASSERT_TRUE(waitFor([this] { return asked(); }));
    restart();
    use(settings.modelPackage());
    settle();
    EXPECT_FALSE(stored("tuned"));
    EXPECT_EQ(dialogs.questions.size(), 1);
}

TEST_F(ReanalysisTest, WhatWasAgreedToGoesOnAtTheNextStart)
{
    ASSERT_TRUE(setReanalysisModel(archive.folder(), "tuned"));
    restart();
    use(settings.modelsFolder() / "tuned");
    ASSERT_TRUE(waitFor([this] { return stored("tuned"); }));
    EXPECT_FALSE(asked());
    EXPECT_TRUE(waitFor([this] { return !wished(); }));
}

} // namespace
} // namespace fovea
