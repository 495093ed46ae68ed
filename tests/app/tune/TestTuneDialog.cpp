#include "app/tune/CurvePlot.h"
#include "app/tune/TuneDialog.h"
#include "app/work/tuning/judgementFile.h"
#include "app/work/tuning/pastedReports.h"
#include "tests/app/gui/WindowFixture.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableWidget>
#include <QTreeWidget>

#include <fstream>

// Fine-tuning in its window, with a model library that needs no LibTorch and a program that only
// pretends to learn.

namespace fovea {
namespace {

class TuneDialogTest : public WindowFixture {
protected:
    TuneDialogTest()
        : WindowFixture(smallGrid, FOVEA_FAKE_MODEL_LIBRARY)
        , m_package(folder.filePath(QStringLiteral("model")).toStdString())
        , m_program(folder.filePath(QStringLiteral("learn")))
    {
        std::filesystem::create_directories(m_package);
        for (const char* file : {"vocab.txt", "answers"})
            std::ofstream(m_package / file) << '\n';
        std::ofstream(m_package / "model.json") << R"({"name": "Small", "demo": false,
            "licence": "", "provenance": "", "network": {"anatomies": ["lung", "heart"]},
            "findings": [{"anatomy": "lung", "id": "effusion"}]})";
        model.load(m_package);
        EXPECT_TRUE(waitFor([this] { return model.info().has_value(); }));
        openPhantom();
    }

    void accept(const char* anatomy, const char* finding) const
    {
        auto database = StudyDatabase::open(archive.folder());
        ASSERT_TRUE(database);
        const auto studies = database->studies();
        ASSERT_TRUE(studies && studies->size() == 1);
        VerdictRecord verdict;
        verdict.studyId = studies->front().id;
        verdict.anatomyId = anatomy;
        verdict.findingId = finding;
        verdict.verdict = Verdict::Accepted;
        ASSERT_TRUE(database->saveVerdict(verdict));
    }

    /// The program: writes a line of log, makes a package with this judgement and says so.
    void writeProgram(const TuningJudgement& judgement, const std::string& last) const
    {
        const std::filesystem::path made = folder.filePath(QStringLiteral("made")).toStdString();
        ASSERT_TRUE(writeJudgement(made, judgement));
        std::ofstream(m_program.toStdString())
            << "#!/bin/sh\n"
               "while [ $# -gt 0 ]; do case $1 in --out) out=$2;; --log) log=$2;; esac; shift; "
               "done\n"
               "mkdir -p $out && cp "
            << (made / "judgement.json").string() << ' ' << m_package.string()
            << "/* $out/\n"
               "printf 'kind,network,step,loss,mean_auc,mean_calibration_error\\n"
               "steps,1,10,2.5,,\\nvalidation,1,10,,0.75,0.125\\n' > $log\n"
               "echo 'Training 70 %' >&2\n"
            << last << '\n';
        std::filesystem::permissions(m_program.toStdString(), std::filesystem::perms::owner_all);
    }

    std::unique_ptr<TuneDialog> dialog()
    {
        auto made = std::make_unique<TuneDialog>(
            TuneDialog::Parts{archive, model, m_library, settings, dialogs}, m_program, m_package);
        made->show();
        return made;
    }
    template <typename T> static T* in(TuneDialog& dialog, const char* name)
    {
        auto* found = dialog.findChild<T*>(QLatin1String(name));
        EXPECT_NE(found, nullptr) << name;
        return found;
    }
    static void lookThrough(TuneDialog& dialog)
    {
        in<QPushButton>(dialog, "tuneCheck")->click();
        ASSERT_TRUE(waitFor([&] {
            return in<QTreeWidget>(dialog, "tuneCounts")->topLevelItemCount() > 0;
        })) << in<QLabel>(dialog, "tuneSummary")->text().toStdString();
    }
    static void start(TuneDialog& dialog)
    {
        lookThrough(dialog);
        in<QLineEdit>(dialog, "tuneSite")->setText(QStringLiteral("Our chests"));
        ASSERT_TRUE(in<QPushButton>(dialog, "tuneStart")->isEnabled());
        in<QPushButton>(dialog, "tuneStart")->click();
        ASSERT_TRUE(waitFor([&] { return !dialog.job().isRunning(); }));
    }

    const LibraryWork m_library{tasks, FOVEA_FAKE_MODEL_LIBRARY};
    std::filesystem::path m_package;
    QString m_program;
};

TEST_F(TuneDialogTest, LabelsAreLookedThroughBeforeAnythingIsLearnt)
{
    accept("lung", "effusion");
    const auto tuning = dialog();
    EXPECT_FALSE(in<QPushButton>(*tuning, "tuneStart")->isEnabled());
    lookThrough(*tuning);
    const QTreeWidgetItem* row = in<QTreeWidget>(*tuning, "tuneCounts")->topLevelItem(0);
    int present = 0;
    for (const int column : {1, 2, 3})
        present += row->text(column).section(QStringLiteral(" / "), 0, 0).toInt();
    EXPECT_EQ(present, 1);
    EXPECT_GT(in<QListWidget>(*tuning, "tuneProblems")->count(), 0); // One study is very little.

    // Without a name for the studies it cannot begin, and with another choice it is looked again.
    EXPECT_FALSE(in<QPushButton>(*tuning, "tuneStart")->isEnabled());
    in<QLineEdit>(*tuning, "tuneSite")->setText(QStringLiteral("Our chests"));
    EXPECT_TRUE(in<QPushButton>(*tuning, "tuneStart")->isEnabled());
    in<QLineEdit>(*tuning, "tuneSearch")->setText(QStringLiteral("thorax"));
    EXPECT_FALSE(in<QPushButton>(*tuning, "tuneStart")->isEnabled());
    EXPECT_EQ(in<QTreeWidget>(*tuning, "tuneCounts")->topLevelItemCount(), 0);
}

TEST_F(TuneDialogTest, APastedReportIsTakenApartCorrectedAndKept)
{
    accept("lung", "effusion");
    const auto tuning = dialog();
    lookThrough(*tuning);
    in<QPushButton>(*tuning, "tunePaste")->click();
    auto* pasting = in<QDialog>(*tuning, "pastedReportDialog");
    ASSERT_NE(pasting, nullptr);
    auto* studies = pasting->findChild<QTreeWidget*>(QStringLiteral("pasteStudies"));
    auto* report = pasting->findChild<QPlainTextEdit*>(QStringLiteral("pasteReport"));
    auto* texts = pasting->findChild<QTableWidget*>(QStringLiteral("pasteTexts"));
    auto* save = pasting->findChild<QPushButton*>(QStringLiteral("pasteSave"));
    ASSERT_TRUE(waitFor([&] { return studies->topLevelItemCount() == 1; }));
    EXPECT_FALSE(save->isEnabled()); // No study is selected.
    EXPECT_FALSE(report->isEnabled());
    studies->setCurrentItem(studies->topLevelItem(0));
    ASSERT_TRUE(report->isEnabled());

    report->setPlainText(QStringLiteral("Good morning."));
    const auto* state = pasting->findChild<QLabel*>(QStringLiteral("pasteState"));
    ASSERT_TRUE(waitFor([&] { return state->text().contains(QStringLiteral("No anatomy")); }));
    report->setPlainText(QStringLiteral(
        "Findings: Small right pleural effusion. No emphysema. The heart is enlarged."));
    ASSERT_TRUE(waitFor([&] { return texts->rowCount() == 2; }));
    const auto rowOf = [&](const QString& words) {
        for (int row = 0; row < texts->rowCount(); ++row) {
            if (texts->item(row, 1)->text().contains(words))
                return row;
        }
        return -1;
    };
    const int lung = rowOf(QStringLiteral("emphysema"));
    ASSERT_GE(lung, 0);
    EXPECT_TRUE(texts->item(lung, 2)->text().contains(QStringLiteral("Present: Pleural effusion")));
    EXPECT_TRUE(texts->item(lung, 2)->text().contains(QStringLiteral("Absent: Emphysema")));
    EXPECT_FALSE(texts->item(lung, 2)->flags() & Qt::ItemIsEditable);

    texts->item(lung, 1)->setText(QStringLiteral("Emphysema."));
    EXPECT_EQ(texts->item(lung, 2)->text(), QStringLiteral("Present: Emphysema"));
    texts->item(1 - lung, 1)->setText(QString());
    save->click();
    ASSERT_TRUE(waitFor(
        [&] { return studies->topLevelItem(0) && !studies->topLevelItem(0)->text(3).isEmpty(); }));
    const std::string uid =
        studies->topLevelItem(0)->data(0, Qt::UserRole).toString().toStdString();
    const auto kept = readPastedReport(archive.folder(), uid);
    ASSERT_TRUE(kept);
    EXPECT_EQ(*kept, (std::vector<PastedText>{{"lung", "Emphysema."}}));
    // What was looked through before is not what there is now.
    EXPECT_EQ(in<QTreeWidget>(*tuning, "tuneCounts")->topLevelItemCount(), 0);

    // Another time they are there to be corrected, or taken away.
    pasting->close();
    ASSERT_TRUE(waitFor([&] { return !tuning->findChild<QDialog*>("pastedReportDialog"); }));
    in<QPushButton>(*tuning, "tunePaste")->click();
    pasting = in<QDialog>(*tuning, "pastedReportDialog");
    studies = pasting->findChild<QTreeWidget*>(QStringLiteral("pasteStudies"));
    texts = pasting->findChild<QTableWidget*>(QStringLiteral("pasteTexts"));
    ASSERT_TRUE(waitFor([&] { return studies->topLevelItemCount() == 1; }));
    studies->setCurrentItem(studies->topLevelItem(0));
    ASSERT_EQ(texts->rowCount(), 1);
    EXPECT_EQ(texts->item(0, 1)->text(), QStringLiteral("Emphysema."));
    texts->item(0, 1)->setText(QString());
    pasting->findChild<QPushButton*>(QStringLiteral("pasteSave"))->click();
    ASSERT_TRUE(waitFor(
        [&] { return studies->topLevelItem(0) && studies->topLevelItem(0)->text(3).isEmpty(); }));
    EXPECT_TRUE(readPastedReport(archive.folder(), uid)->empty());
}

TEST_F(TuneDialogTest, AModelThatIsWorseIsUsedOnlyKnowingly)
{
    accept("lung", "effusion");
    TuningJudgement judgement;
    FindingJudgement finding;
    finding.key = {"lung", "effusion"};
    finding.positives = 20;
    finding.negatives = 30;
    finding.aucBefore = 0.9;
    finding.aucAfter = 0.7;
    finding.auc = Change{0.9, 0.7, {}, 0.001, 0.001};
    finding.calibrationError = Change{0.045, 0.125, {}, {}, {}};
    judgement.test.findings = {finding};
    judgement.test.recallAt10 = Change{0.5, 0.4, {}, 0.25, {}};
    judgement.test.queries = 12;
    judgement.refusals = {{TuningConcern::Code::AucWorse, false, finding.key, *finding.auc, 0}};
    writeProgram(judgement, "echo '{\"improved\": true}'");
    const auto tuning = dialog();
    start(*tuning);
    ASSERT_EQ(tuning->job().state(), TuneJob::State::Done) << tuning->job().message().toStdString();
    ASSERT_TRUE(waitFor(
        [&] { return in<QTreeWidget>(*tuning, "tuneJudgement")->topLevelItemCount() == 1; }));
    const QTreeWidgetItem* row =
        in<QTreeWidget>(*tuning, "tuneJudgement")->topLevelItem(0)->child(0);
    EXPECT_EQ(row->text(2), QStringLiteral("0.900"));
    EXPECT_EQ(row->text(3), QStringLiteral("0.700"));
    EXPECT_EQ(row->text(6), QStringLiteral("0.045 → 0.125"));
    row = in<QTreeWidget>(*tuning, "tuneJudgement")->topLevelItem(0)->child(1); // Searches.
    EXPECT_TRUE(row->text(1).startsWith(QStringLiteral("12 ")));
    EXPECT_EQ(row->text(4), QStringLiteral("-0.100"));
    EXPECT_EQ(row->text(5), QStringLiteral("0.250"));
    EXPECT_EQ(in<QListWidget>(*tuning, "tuneConcerns")->count(), 1);
    const auto* plot = static_cast<CurvePlot*>(in<QWidget>(*tuning, "tuneAuc"));
    EXPECT_EQ(plot->main().curve.values, (std::vector<double>{0.75}));
    const auto* error = static_cast<CurvePlot*>(in<QWidget>(*tuning, "tuneCalibration"));
    EXPECT_EQ(error->main().curve.values, (std::vector<double>{0.125}));
    EXPECT_EQ(TuneJob::percentIn(tuning->job().message()), 70);

    in<QPushButton>(*tuning, "tuneUse")->click();
    ASSERT_EQ(dialogs.questions.size(), 1);
    EXPECT_TRUE(dialogs.questions.front().contains(
        in<QListWidget>(*tuning, "tuneConcerns")->item(0)->text()));
    EXPECT_FALSE(model.isLoading());
    EXPECT_EQ(model.package(), m_package);
}

TEST_F(TuneDialogTest, WhatAWayTakesIsSaidBeforeAndALimitIsKept)
{
    accept("lung", "effusion");
    // What an analysis took is what the time is known by.
    ASSERT_TRUE(waitFor([this] {
        const auto database = StudyDatabase::open(archive.folder());
        const auto series = database->seriesOf(database->studies()->front().id);
        return database->analysesOf(series->front().id)->size() == 1;
    }));
    const auto tuning = dialog();
    lookThrough(*tuning);
    const auto* ways = in<QTreeWidget>(*tuning, "tuneWays");
    ASSERT_TRUE(waitFor([&] { return ways->topLevelItemCount() == 3; })); // No new anatomies.
    EXPECT_EQ(ways->topLevelItem(0)->text(1), QStringLiteral("48 s"));
    EXPECT_EQ(ways->topLevelItem(0)->text(2), QStringLiteral("2.0 GB"));
    EXPECT_FALSE(ways->topLevelItem(0)->text(4).isEmpty());

    in<QLineEdit>(*tuning, "tuneSite")->setText(QStringLiteral("Our chests"));
    const auto* start = in<QPushButton>(*tuning, "tuneStart");
    EXPECT_TRUE(start->isEnabled());
    auto* way = in<QComboBox>(*tuning, "tuneWay");
    way->setCurrentIndex(way->findData(QStringLiteral("lora")));
    in<QSpinBox>(*tuning, "tuneMemory")->setValue(2);
    EXPECT_FALSE(start->isEnabled());
    const QString why = in<QLabel>(*tuning, "tuneState")->text();
    EXPECT_TRUE(why.contains(QStringLiteral("3.0 GB"))) << why.toStdString();
    EXPECT_TRUE(why.contains(QStringLiteral("Heads"))) << why.toStdString();
    EXPECT_FALSE(why.contains(QStringLiteral("Everything"))) << why.toStdString();
    way->setCurrentIndex(way->findData(QStringLiteral("heads")));
    EXPECT_TRUE(start->isEnabled());
    in<QSpinBox>(*tuning, "tuneMemory")->setValue(1);
    EXPECT_TRUE(in<QLabel>(*tuning, "tuneState")->text().contains(QStringLiteral("No way")));

    in<QSpinBox>(*tuning, "tuneMemory")->setValue(3);
    writeProgram({}, "echo '{\"improved\": false}'");
    in<QPushButton>(*tuning, "tuneStart")->click();
    ASSERT_TRUE(waitFor([&] { return !tuning->job().isRunning(); }));
    const QStringList arguments = tuning->job().arguments();
    EXPECT_EQ(arguments.value(arguments.indexOf(QStringLiteral("--memory")) + 1),
              QStringLiteral("3"));
}

TEST_F(TuneDialogTest, BackToTheBundledModelIsNotBackToItsFolder)
{
    accept("lung", "effusion");
    writeProgram({}, "echo '{\"improved\": true}'");
    const auto tuning = dialog();
    start(*tuning);
    ASSERT_EQ(tuning->job().state(), TuneJob::State::Done) << tuning->job().message().toStdString();
    ASSERT_TRUE(
        waitFor([&] { return in<QLabel>(*tuning, "tuneVerdict")->text().startsWith("Nothing"); }));
    in<QPushButton>(*tuning, "tuneUse")->click();
    ASSERT_TRUE(waitFor([&] { return in<QPushButton>(*tuning, "tuneBack")->isEnabled(); }));
    EXPECT_NE(model.package(), m_package);
    EXPECT_EQ(settings.modelPackage(), model.package());

    in<QPushButton>(*tuning, "tuneBack")->click();
    ASSERT_TRUE(waitFor([&] { return model.package() == m_package; }));
    EXPECT_TRUE(settings.modelPackage().empty());
}

TEST_F(TuneDialogTest, NothingBetterLeavesAllAsItIs)
{
    accept("lung", "effusion");
    writeProgram({}, "echo '{\"improved\": false}'");
    const auto tuning = dialog();
    start(*tuning);
    ASSERT_EQ(tuning->job().state(), TuneJob::State::Done);
    EXPECT_FALSE(in<QPushButton>(*tuning, "tuneUse")->isEnabled());
    EXPECT_FALSE(in<QPushButton>(*tuning, "tuneExport")->isEnabled());
    EXPECT_TRUE(
        in<QLabel>(*tuning, "tuneVerdict")->text().contains(QStringLiteral("no new model")));
}

TEST_F(TuneDialogTest, AStoppedOneIsThereTheNextTime)
{
    accept("lung", "effusion");
    writeProgram({}, "echo too little memory >&2; exit 1");
    {
        const auto tuning = dialog();
        start(*tuning);
        EXPECT_EQ(tuning->job().state(), TuneJob::State::Failed);
        EXPECT_TRUE(tuning->job().message().contains(QStringLiteral("too little memory")));
    }
    const auto later = dialog();
    EXPECT_EQ(later->job().state(), TuneJob::State::Resting);
    EXPECT_EQ(in<QTabWidget>(*later, "tuneTabs")->currentIndex(), 1);
    EXPECT_TRUE(later->job().arguments().contains(QStringLiteral("Our chests")));
    EXPECT_TRUE(in<QPushButton>(*later, "tuneStart")->isEnabled());
}

TEST_F(TuneDialogTest, TheMenuOpensIt)
{
    trigger("tuning");
    EXPECT_TRUE(child<QDialog>("tuneDialog")->isVisible());
}

} // namespace
} // namespace fovea
