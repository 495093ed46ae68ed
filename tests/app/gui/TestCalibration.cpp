#include "app/findings/FindingsModel.h"
#include "app/findings/ReliabilityPlot.h"
#include "app/work/siteCalibrationFile.h"
#include "tests/app/gui/WindowFixture.h"

#include <QAbstractButton>
#include <QLabel>
#include <QTreeView>
#include <QTreeWidget>

#include <fstream>
#include <gtest/gtest.h>

// Calibrating in the real window, with a model library that needs no LibTorch.

namespace fovea {
namespace {

class CalibrationTest : public WindowFixture {
protected:
    CalibrationTest()
        : WindowFixture(smallGrid, FOVEA_FAKE_MODEL_LIBRARY)
    {
        const std::filesystem::path package =
            folder.filePath(QStringLiteral("model")).toStdString();
        std::filesystem::create_directories(package);
        for (const char* file : {"vocab.txt", "answers"})
            std::ofstream(package / file) << '\n';
        std::ofstream(package / "calibratedOn") << "ct_rate_validation\n";
        std::ofstream(package / "model.json") << R"({"name": "Small", "demo": false,
            "licence": "", "provenance": "", "network": {"anatomies": ["lung", "heart"]},
            "calibratedOn": "ct_rate_validation",
            "findings": [{"anatomy": "lung", "id": "effusion", "threshold": 0.3,
                          "calibration": {"a": 2.0, "b": -1.0}}]})";
        model.load(package);
        window->resize(1400, 1000);
        window->show();
        EXPECT_TRUE(waitFor([this] { return model.info().has_value(); }));
    }
    /// Studies 0 to count - 1, of a patient each; their lung's effusion has the score n / count,
    /// and a reader finds it where the score is high, with some exceptions.
    void addVerdicts(int count)
    {
        auto database = StudyDatabase::open(archive.folder());
        ASSERT_TRUE(database);
        for (int n = 0; n < count; ++n) {
            SeriesEntry entry;
            entry.study.studyInstanceUid = "1.2." + std::to_string(n);
            entry.study.patient.patientId = "P" + std::to_string(n);
            entry.series.seriesInstanceUid = entry.study.studyInstanceUid + ".1";
            const auto series = database->addSeries(entry);
            ASSERT_TRUE(series);
            LabelMapRecord labels;
            labels.seriesId = series->seriesId;
            labels.path = "/labels/" + std::to_string(n);
            const auto map = database->addLabelMap(labels);
            StudyAnalysis analysis;
            analysis.modelFingerprint = "model";
            analysis.findings = {{"lung", "effusion", "", double(n) / count, {}, {}, {}}};
            ASSERT_TRUE(database->saveAnalysis(series->seriesId, map->id, analysis));
            const bool present = n % 7 == 3 ? n < count / 2 : n >= count / 2;
            ASSERT_TRUE(database->saveVerdict({series->studyId, "lung", "effusion",
                                               present ? Verdict::Accepted : Verdict::Rejected, "",
                                               "reader", "2026-01-02T03:04:05Z"}));
        }
    }
    void openDialog()
    {
        child<QAbstractButton>("calibrationButton")->click();
        ASSERT_TRUE(waitFor([this] { return list().topLevelItemCount() > 0; })) << status();
    }
    QTreeWidget& list() { return *child<QTreeWidget>("calibrationFindings"); }
    QAbstractButton& button(const char* name) { return *child<QAbstractButton>(name); }
    std::string labelText(const char* name) { return child<QLabel>(name)->text().toStdString(); }
    std::string status() { return labelText("calibrationStatus"); }
    QString result(int row) { return list().topLevelItem(row)->text(5); }
    ReliabilityPlot& plot(const char* name) { return *child<ReliabilityPlot>(name); }
    bool kept()
    {
        const auto read = readSiteCalibration(archive.folder(), "model");
        return read && read->has_value();
    }
    static bool contains(const std::string& text, const char* part)
    {
        return text.find(part) != std::string::npos;
    }
};

TEST_F(CalibrationTest, TooFewLabelsAreRefusedInWords)
{
    addVerdicts(12);
    openDialog();
    EXPECT_TRUE(
        result(0).contains(QStringLiteral("Too few labels: 6 present and 6 absent, where 20")))
        << result(0).toStdString();
    EXPECT_EQ(result(1), QStringLiteral("No labels."));
    EXPECT_FALSE(button("calibrationKeep").isEnabled());
    EXPECT_FALSE(button("calibrationRevert").isEnabled());
    EXPECT_TRUE(contains(status(), "Nothing can be calibrated yet")) << status();
    EXPECT_TRUE(plot("beforePlot").bins().empty());
    EXPECT_TRUE(plot("beforePlot").caption().contains(QStringLiteral("Too few labels")));
    // Of the package there is what the package has: a curve, and no diagram.
    EXPECT_TRUE(contains(labelText("calibrationInUse"), "package's own calibration"));
    EXPECT_TRUE(plot("statedPlot").caption().contains(QStringLiteral("CT-RATE")));
    EXPECT_TRUE(plot("statedPlot").caption().contains(QStringLiteral("no reliability diagram")));
    list().setCurrentItem(list().topLevelItem(1));
    EXPECT_TRUE(plot("statedPlot").caption().contains(QStringLiteral("no calibration")));
}

TEST_F(CalibrationTest, AFitIsShownKeptReadAndGivenUp)
{
    addVerdicts(80);
    bool shown = false;
    QObject::connect(&window->session(), &StudySession::analysisShown, window.get(),
                     [&shown] { shown = true; });
    window->importFolder(phantomFolder());
    ASSERT_TRUE(waitFor([&shown] { return shown; }));
    openDialog();
    EXPECT_EQ(result(0), QStringLiteral("Can be calibrated."));
    EXPECT_TRUE(list().topLevelItem(0)->text(3).contains(QLatin1Char('(')));
    EXPECT_TRUE(plot("beforePlot").caption().contains(QStringLiteral("80 labels")));
    int cases = 0;
    for (const ReliabilityBin& bin : plot("beforePlot").bins())
        cases += bin.cases;
    EXPECT_EQ(cases, 80);
    EXPECT_FALSE(plot("afterPlot").bins().empty());
    EXPECT_FALSE(kept());

    button("calibrationKeep").click();
    ASSERT_TRUE(waitFor([this] { return button("calibrationRevert").isEnabled(); })) << status();
    EXPECT_TRUE(kept());
    EXPECT_TRUE(contains(labelText("calibrationInUse"), "this site's own calibration of 1"));
    // The open study is read by it at once.
    ASSERT_TRUE(
        waitFor([this] { return contains(labelText("findingsNote"), "this site's 80 labels"); }));

    button("calibrationRevert").click(); // Asks, and is told no.
    EXPECT_EQ(dialogs.questions.size(), 1);
    EXPECT_TRUE(kept());
    dialogs.nextAnswer = true;
    button("calibrationRevert").click();
    ASSERT_TRUE(waitFor([this] { return !kept(); }));
    ASSERT_TRUE(
        waitFor([this] { return !contains(labelText("findingsNote"), "this site's 80 labels"); }));
    EXPECT_FALSE(button("calibrationRevert").isEnabled());
    EXPECT_TRUE(contains(labelText("calibrationInUse"), "package's own calibration"));
    EXPECT_TRUE(dialogs.errors.isEmpty());
}

TEST_F(CalibrationTest, LabelsComeFromATableToo)
{
    addVerdicts(80);
    openDialog();
    const QString table = folder.filePath(QStringLiteral("labels.csv"));
    {
        std::ofstream out(table.toStdString());
        out << "study,effusion\n";
        for (int n = 0; n < 60; ++n)
            out << "1.2." << n << ',' << (n % 5 == 0 ? n < 30 : n >= 30) << '\n';
        out << "9.9.9,1\n"; // Not in the archive.
    }
    dialogs.nextFile = table;
    button("calibrateTable").click();
    ASSERT_TRUE(waitFor([this] { return contains(labelText("calibrationSource"), "labels.csv"); }))
        << status();
    EXPECT_EQ(list().topLevelItem(0)->text(1).toInt() + list().topLevelItem(0)->text(2).toInt(),
              60);
    EXPECT_TRUE(contains(labelText("calibrationSource"), "have no score of this model"));
    // A table that cannot be read leaves what is shown.
    dialogs.nextFile = folder.filePath(QStringLiteral("none.csv"));
    button("calibrateTable").click();
    ASSERT_TRUE(waitFor([this] { return contains(status(), "none.csv"); })) << status();
    EXPECT_TRUE(contains(labelText("calibrationSource"), "labels.csv"));
    EXPECT_TRUE(button("calibrationKeep").isEnabled());
}

TEST_F(CalibrationTest, ThePlotDrawsEachBinWhereItIs)
{
    ReliabilityPlot diagram(QStringLiteral("Title"));
    diagram.resize(360, 380);
    diagram.showBins({}, QStringLiteral("nothing"));
    const QImage empty = diagram.grab().toImage();
    const std::vector<ReliabilityBin> bins{{0.1, 0.2, 12, 0.15, 0.4, {0.2, 0.65}},
                                           {0.8, 0.9, 30, 0.85, 0.9, {0.75, 0.97}}};
    diagram.showBins(bins, QStringLiteral("ECE 0.1"));
    const QImage drawn = diagram.grab().toImage();
    EXPECT_NE(drawn, empty);
    const QColor ink = diagram.palette().color(QPalette::Highlight);
    const auto inked = [&](double x, double y) {
        const QColor at = drawn.pixelColor(diagram.place(x, y).toPoint());
        return std::abs(at.red() - ink.red()) + std::abs(at.green() - ink.green()) +
                   std::abs(at.blue() - ink.blue()) <
               60;
    };
    for (const ReliabilityBin& bin : bins) {
        EXPECT_TRUE(inked(bin.meanScore, bin.observed));
        EXPECT_TRUE(inked(bin.meanScore, (bin.observed + bin.interval.high) / 2));
    }
    EXPECT_FALSE(inked(0.5, 0.2));
    EXPECT_TRUE(diagram.accessibleDescription().contains(QStringLiteral("12 studies")));
    diagram.showCurve({1.0, 0.0}, 0.3, QStringLiteral("curve"));
    const QImage curve = diagram.grab().toImage();
    EXPECT_NE(curve, drawn);
    EXPECT_TRUE(diagram.bins().empty());
}

} // namespace
} // namespace fovea
