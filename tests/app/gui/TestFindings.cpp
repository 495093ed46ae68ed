#include "app/MainWindow.h"
#include "app/findings/FindingsModel.h"
#include "app/text/errorText.h"
#include "app/work/phantomWork.h"
#include "app/work/siteCalibrationFile.h"
#include "storage/CatalogFile.h"
#include "tests/app/gui/FakeDialogs.h"
#include "tests/app/gui/waitFor.h"

#include <QAbstractButton>
#include <QAction>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTreeView>

#include <sqlite3.h>

#include <fstream>
#include <gtest/gtest.h>

// Reading findings in the real window, with a model library that needs no LibTorch.

namespace fovea {
namespace {

const AnatomyCatalog& catalog()
{
    static const auto read = readCatalogFile(std::filesystem::path(FOVEA_SOURCE_DIR) /
                                             "resources/catalog/anatomies.json");
    return read.value();
}

const std::filesystem::path& phantomFolder()
{
    static const QTemporaryDir folder;
    static const std::filesystem::path path = [] {
        const std::filesystem::path root = folder.path().toStdString();
        EXPECT_TRUE(writePhantom(7, {{64, 56, 32}, {5.6, 5.6, 10.0}}, root, catalog(), Progress()));
        return root;
    }();
    return path;
}

struct Program {
    Program(const QTemporaryDir& folder, FakeDialogs& dialogs, const char* calibratedOn)
        : settings(folder.filePath(QStringLiteral("settings.ini")))
        , archive(tasks, folder.filePath(QStringLiteral("archive")).toStdString())
        , model(tasks, FOVEA_FAKE_MODEL_LIBRARY)
        , window({tasks, archive, model, catalog(), settings, dialogs})
    {
        const std::filesystem::path package =
            folder.filePath(QStringLiteral("model")).toStdString();
        std::filesystem::create_directories(package);
        for (const char* file : {"vocab.txt", "answers"})
            std::ofstream(package / file) << '\n';
        std::ofstream(package / "calibratedOn") << calibratedOn << '\n';
        model.load(package);
        window.resize(1400, 1000);
        window.show();
    }
    Settings settings;
    TaskRunner tasks;
    Archive archive;
    ModelService model;
    MainWindow window;
};

class Findings : public ::testing::Test {
protected:
    void start(const char* calibratedOn)
    {
        program.reset();
        program = std::make_unique<Program>(folder, dialogs, calibratedOn);
    }
    MainWindow& window() { return program->window; }
    template <typename Widget> Widget* child(const char* name)
    {
        auto* found = window().findChild<Widget*>(QLatin1String(name));
        EXPECT_NE(found, nullptr) << name;
        return found;
    }
    void trigger(const char* action) { child<QAction>(action)->trigger(); }
    QString labelText(const char* label) { return child<QLabel>(label)->text(); }

    void openPhantom(const char* calibratedOn)
    {
        start(calibratedOn);
        window().importFolder(phantomFolder());
        waitForAnalysis();
    }
    void waitForAnalysis()
    {
        ASSERT_TRUE(waitFor([this] {
            return window().session().analysis().has_value() && rows() > 0;
        })) << dialogs.errors.join(QLatin1Char('\n')).toStdString();
    }
    QTreeView& tree() { return *child<QTreeView>("findings"); }
    int rows() { return tree().model()->rowCount(); }
    QModelIndex finding(int anatomy, int column = 0)
    {
        return tree().model()->index(0, column, tree().model()->index(anatomy, 0));
    }
    void choose(int anatomy) { tree().setCurrentIndex(finding(anatomy)); }
    QString verdict(int anatomy)
    {
        return finding(anatomy, FindingsModel::VerdictColumn).data().toString();
    }
    std::vector<VerdictRecord> stored()
    {
        const auto database = StudyDatabase::open(program->archive.folder());
        return *database->verdictsOf(window().session().series()->study.id);
    }

    QTemporaryDir folder;
    FakeDialogs dialogs;
    std::unique_ptr<Program> program;
};

TEST_F(Findings, WhatWasCalibratedOnPhantomsIsSaidOfAPhantom)
{
    openPhantom("phantoms");
    choose(0);
    EXPECT_EQ(finding(0, FindingsModel::ProbabilityColumn).data().toString(), "0.90");
    EXPECT_TRUE(finding(0).data(FindingsModel::AboveRole).toBool());
    EXPECT_FALSE(finding(2).data(FindingsModel::AboveRole).toBool());
    const QString facts = labelText("findingFacts");
    EXPECT_TRUE(facts.contains(QStringLiteral("Probability 0.90, calibrated on synthetic chests")))
        << facts.toStdString();
    EXPECT_TRUE(facts.contains(QStringLiteral("0.050 to 0.950 by wording")));
    EXPECT_TRUE(facts.contains(QStringLiteral("No percentile: 0 other synthetic chests")));
    EXPECT_TRUE(labelText("findingsNote").contains(QStringLiteral("synthetic chests")));
    EXPECT_FALSE(window().viewState().abnormality.get().empty());
}

TEST_F(Findings, ItIsNotSaidOfAPatient)
{
    // The same study under another description is no phantom as far as anyone can tell.
    openPhantom("phantoms");
    const std::int64_t seriesId = window().session().series()->series.id;
    {
        LoadedSeries patient = *window().session().series();
        EXPECT_TRUE(isPhantomStudy(patient.study));
        patient.study.patient.patientId = "4711";
        EXPECT_FALSE(isPhantomStudy(patient.study));
    }
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open((program->archive.folder() / "fovea.db").c_str(), &database), SQLITE_OK);
    sqlite3_busy_timeout(database, 10000); // The window may be writing.
    EXPECT_EQ(sqlite3_exec(database, "UPDATE studies SET description = 'Chest CT'", nullptr,
                           nullptr, nullptr),
              SQLITE_OK);
    sqlite3_close(database);
    window().openSeries(seriesId);
    waitForAnalysis();
    choose(0);
    EXPECT_EQ(finding(0, FindingsModel::ProbabilityColumn).data().toString(), "–");
    EXPECT_FALSE(finding(0).data(FindingsModel::AboveRole).toBool());
    EXPECT_TRUE(labelText("findingFacts").contains(QStringLiteral("No probability")));
    EXPECT_TRUE(labelText("findingsNote").contains(QStringLiteral("says nothing of a patient")));
    EXPECT_TRUE(window().viewState().abnormality.get().empty());
    // And there is nothing to step through.
    choose(2);
    trigger("nextFinding");
    EXPECT_EQ(tree().currentIndex(), finding(2));
}

TEST_F(Findings, OneKeyStepsThroughWhatIsAboveItsThreshold)
{
    openPhantom("phantoms");
    trigger("nextFinding");
    EXPECT_EQ(tree().currentIndex(), finding(0));
    const auto underCursor = [this] {
        const LabelMap& map = *window().session().labelMap()->labels;
        const Vec3 at = map.geometry().patientToIndex(window().viewState().cursorMm.get());
        const Structure* structure = map.structure(
            map.at({int(std::lround(at[0])), int(std::lround(at[1])), int(std::lround(at[2]))}));
        return structure ? structure->anatomyId : std::string();
    };
    EXPECT_EQ(underCursor(),
              finding(0).data(FindingsModel::AnatomyIdRole).toString().toStdString());
    trigger("nextFinding");
    EXPECT_EQ(tree().currentIndex(), finding(1)); // 0.6
    EXPECT_EQ(underCursor(),
              finding(1).data(FindingsModel::AnatomyIdRole).toString().toStdString());
    trigger("nextFinding");
    EXPECT_EQ(tree().currentIndex(), finding(0)); // 0.3 is below: round again.
    trigger("previousFinding");
    EXPECT_EQ(tree().currentIndex(), finding(1));
}

TEST_F(Findings, AVerdictIsKeptAndTakenBack)
{
    openPhantom("phantoms");
    EXPECT_FALSE(child<QAction>("acceptFinding")->isEnabled()); // Nothing is chosen.
    choose(0);
    trigger("acceptFinding");
    EXPECT_EQ(verdict(0), "✓");
    EXPECT_TRUE(child<QAbstractButton>("acceptButton")->isChecked());
    ASSERT_TRUE(waitFor([this] { return stored().size() == 1; }));
    EXPECT_EQ(stored()[0].verdict, Verdict::Accepted);
    EXPECT_EQ(stored()[0].anatomyId,
              finding(0).data(FindingsModel::AnatomyIdRole).toString().toStdString());
    EXPECT_FALSE(stored()[0].reader.empty());
    EXPECT_EQ(stored()[0].decidedAt.size(), 20U);

    trigger("rejectFinding");
    EXPECT_EQ(verdict(0), "✗");
    trigger("undo");
    EXPECT_EQ(verdict(0), "✓");
    trigger("undo");
    EXPECT_EQ(verdict(0), "");
    ASSERT_TRUE(waitFor([this] { return stored().empty(); }));
    trigger("redo");
    EXPECT_EQ(verdict(0), "✓");
    child<QAbstractButton>("acceptButton")->click(); // Twice takes it back.
    EXPECT_EQ(verdict(0), "");
}

TEST_F(Findings, AVerdictOutlivesAnalyzingAgainAndTheProgram)
{
    openPhantom("phantoms");
    const std::int64_t seriesId = window().session().series()->series.id;
    choose(1);
    trigger("rejectFinding");
    auto* comment = child<QLineEdit>("findingComment");
    comment->setText(QStringLiteral("artefact"));
    Q_EMIT comment->editingFinished();
    EXPECT_EQ(verdict(1), "✗…");

    bool again = false;
    QObject::connect(&window().session(), &StudySession::analysisShown, &window(),
                     [&again] { again = true; });
    trigger("analyzeAgain");
    ASSERT_TRUE(waitFor([&again] { return again; }));
    EXPECT_EQ(verdict(1), "✗…");
    choose(1);
    EXPECT_EQ(comment->text(), "artefact");

    choose(0);
    trigger("acceptFinding");
    start("phantoms"); // At once: what was decided a moment ago is not lost.
    window().openSeries(seriesId);
    waitForAnalysis();
    ASSERT_TRUE(waitFor([this] { return verdict(0) == "✓"; }));
    EXPECT_EQ(verdict(1), "✗…");
    EXPECT_FALSE(child<QAction>("undo")->isEnabled());
}

TEST_F(Findings, AReportIsDraftedFromWhatWasAcceptedInTheOrderOfDictation)
{
    openPhantom("phantoms");
    trigger("reportDraft");
    EXPECT_EQ(window().findChild<QDialog*>(QStringLiteral("reportDialog")), nullptr);
    for (const int anatomy : {2, 0}) {
        choose(anatomy);
        trigger("acceptFinding");
    }
    choose(1);
    trigger("rejectFinding");
    choose(0);
    auto* comment = child<QLineEdit>("findingComment");
    comment->setText(QStringLiteral("small"));
    Q_EMIT comment->editingFinished();

    trigger("reportDraft");
    auto* text = child<QPlainTextEdit>("reportText");
    const QString draft = text->toPlainText();
    EXPECT_TRUE(draft.contains(QStringLiteral("Effusion. small."))) << draft.toStdString();
    EXPECT_TRUE(draft.contains(QStringLiteral("2. Effusion (")));
    EXPECT_FALSE(draft.contains(QStringLiteral("3. ")));
    const auto nameOf = [this](int anatomy) {
        return tree().model()->index(anatomy, 0).data().toString();
    };
    EXPECT_FALSE(draft.contains(nameOf(1) + QLatin1Char(':')));
    // The lung is dictated first, whatever its score.
    const QString lung = QStringLiteral("Lung: ");
    if (draft.contains(lung)) {
        for (const int other : {0, 2})
            EXPECT_LE(draft.indexOf(lung), draft.indexOf(nameOf(other) + QStringLiteral(": ")));
    }

    text->appendPlainText(QStringLiteral("Signed."));
    dialogs.nextSaveFile = folder.filePath(QStringLiteral("out.txt"));
    child<QAbstractButton>("reportSave")->click();
    EXPECT_EQ(dialogs.suggestedFile, "report.txt");
    ASSERT_TRUE(waitFor([this] { return labelText("reportStatus") == "Saved."; }));
    QFile saved(folder.filePath(QStringLiteral("out.txt")));
    ASSERT_TRUE(saved.open(QIODevice::ReadOnly));
    EXPECT_TRUE(QString::fromUtf8(saved.readAll()).endsWith(QStringLiteral("Signed.")));
}

TEST_F(Findings, TheScoreWithoutTheContentsStandsBesideTheScore)
{
    openPhantom("phantoms");
    // An anatomy has no verdict, but says what is known of it; the archive's answer keeps it
    // chosen.
    tree().setCurrentIndex(tree().model()->index(1, 0));
    window().session().analysisShown();
    EXPECT_EQ(tree().currentIndex(), tree().model()->index(1, 0));
    EXPECT_TRUE(labelText("findingFacts").contains(QStringLiteral("0 normal ones")));
    EXPECT_FALSE(child<QAction>("acceptFinding")->isEnabled());
    choose(1);
    child<QAbstractButton>("checkButton")->click();
    // The fake model scores anew what has other labels than before, which is this anatomy alone.
    ASSERT_TRUE(waitFor([this] { return labelText("findingCheck").contains("instead of 0.600"); }))
        << labelText("findingCheck").toStdString();
    choose(0);
    EXPECT_TRUE(labelText("findingCheck").isEmpty());
}

TEST_F(Findings, TheSitesOwnCalibrationComesFirst)
{
    start("phantoms");
    SiteCalibration calibration{"model", "2026-01-02T03:04:05Z", {}};
    calibration.findings[{"lung", "effusion"}] = {2.0, 0.0, 0.95, 64};
    ASSERT_TRUE(writeSiteCalibration(program->archive.folder(), calibration));
    window().importFolder(phantomFolder());
    waitForAnalysis();
    ASSERT_TRUE(waitFor([this] {
        return labelText("findingsNote").contains(QStringLiteral("this site's 64 labels"));
    })) << labelText("findingsNote").toStdString();
}

} // namespace
} // namespace fovea
