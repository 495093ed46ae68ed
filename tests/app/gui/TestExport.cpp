#include "storage/AuditLog.h"
#include "tests/app/gui/WindowFixture.h"

#include <QApplication>
#include <QCheckBox>
#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QStatusBar>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace fovea {
namespace {

namespace fs = std::filesystem;

class ExportTest : public WindowFixture {
protected:
    fs::path out() const { return folder.filePath(QStringLiteral("out")).toStdString(); }

    /// Opens the dialog by a command and chooses where to.
    void ask(const char* action)
    {
        trigger(action);
        child<QLineEdit>("exportFolder")->setText(QString::fromStdString(out().string()));
    }
    void check(const char* part, bool on = true) { child<QCheckBox>(part)->setChecked(on); }
    void start()
    {
        child<QPushButton>("exportStart")->click();
        ASSERT_TRUE(waitFor([this] { return child<QAction>("exportReport")->isEnabled(); }));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    std::string bytes(const char* name)
    {
        std::ifstream file(out() / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    }
};

TEST_F(ExportTest, NeedsAStudy)
{
    for (const char* action : {"exportReport", "exportTables", "exportDicom"})
        EXPECT_FALSE(child<QAction>(action)->isEnabled()) << action;
    openPhantom();
    EXPECT_TRUE(child<QAction>("exportReport")->isEnabled());
}

TEST_F(ExportTest, WritesReportAndTables)
{
    openPhantom();
    ask("exportReport");
    EXPECT_TRUE(child<QCheckBox>("exportPdf")->isChecked());
    EXPECT_FALSE(child<QCheckBox>("exportCsv")->isChecked());
    check("exportCsv");
    start();
    EXPECT_TRUE(dialogs.errors.isEmpty()) << dialogs.errors.join(QLatin1Char('\n')).toStdString();
    EXPECT_EQ(bytes("report.pdf").substr(0, 5), "%PDF-");
    const std::string csv = bytes("results.csv");
    EXPECT_NE(csv.find("PHANTOM-7"), std::string::npos);
    EXPECT_NE(csv.find("\r\nstructure,"), std::string::npos);
    EXPECT_FALSE(fs::exists(out() / "measurement-report.dcm"));
    // The log says what left, and nothing of whom.
    const auto log = AuditLog::open(archive.folder());
    ASSERT_TRUE(log.ok());
    AuditQuery query;
    query.action = AuditAction::Exported;
    const auto entries = log->entries(query);
    ASSERT_TRUE(entries.ok());
    ASSERT_EQ(entries->size(), 2u);
    EXPECT_EQ(entries->back().details, "report");
    EXPECT_EQ(entries->front().details, "CSV");
    EXPECT_EQ(entries->front().studyId, window->session().series()->study.id);
    EXPECT_TRUE(window->statusBar()->currentMessage().contains(QLatin1String("2 files")));
}

TEST_F(ExportTest, KeyImagesGoOutWhereThereAreSome)
{
    openPhantom();
    ask("exportDicom");
    EXPECT_FALSE(child<QCheckBox>("exportCaptures")->isEnabled());
    EXPECT_FALSE(child<QCheckBox>("exportCaptures")->isChecked());
    EXPECT_FALSE(child<QCheckBox>("exportCaptures")->toolTip().isEmpty());
    child<QDialog>("exportDialog")->close();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);

    trigger("toggleKeyImage");
    ask("exportDicom");
    EXPECT_TRUE(child<QCheckBox>("exportCaptures")->isChecked());
    start();
    EXPECT_TRUE(dialogs.errors.isEmpty()) << dialogs.errors.join(QLatin1Char('\n')).toStdString();
    for (const char* name : {"capture-001.dcm", "key-objects.dcm", "measurement-report.dcm",
                             "segmentation.dcm", "report.dcm"})
    {
        const std::string file = bytes(name);
        EXPECT_EQ(file.substr(128, 4), "DICM") << name;
        EXPECT_NE(file.find(window->session().series()->study.studyInstanceUid), std::string::npos)
            << name;
        EXPECT_NE(file.find("PHANTOM-7"), std::string::npos) << name;
    }
}

TEST_F(ExportTest, AsksBeforeItReplaces)
{
    openPhantom();
    fs::create_directories(out());
    std::ofstream(out() / "results.csv") << "mine";
    ask("exportTables");
    start();
    ASSERT_EQ(dialogs.questions.size(), 1);
    EXPECT_EQ(bytes("results.csv"), "mine") << "the answer was no";
    EXPECT_FALSE(fs::exists(out() / "results.json"));

    dialogs.nextAnswer = true;
    ask("exportTables");
    start();
    EXPECT_NE(bytes("results.csv"), "mine");
    EXPECT_TRUE(fs::exists(out() / "results.json"));
}

TEST_F(ExportTest, SaysWhatWentWrong)
{
    openPhantom();
    std::ofstream(out()) << "a file where the folder should be";
    ask("exportTables");
    start();
    EXPECT_EQ(dialogs.errors.size(), 1);
    EXPECT_TRUE(child<QAction>("exportTables")->isEnabled());
}

TEST_F(ExportTest, NeedsSomethingToWriteAndSomewhere)
{
    openPhantom();
    trigger("exportReport");
    auto* start = child<QPushButton>("exportStart");
    child<QLineEdit>("exportFolder")->clear();
    EXPECT_FALSE(start->isEnabled());
    dialogs.nextFolder = QString::fromStdString(out().string());
    child<QPushButton>("exportChooseFolder")->click();
    EXPECT_TRUE(start->isEnabled());
    check("exportPdf", false);
    EXPECT_FALSE(start->isEnabled());
    EXPECT_FALSE(child<QCheckBox>("exportNamesPatient")->isEnabled());
}

} // namespace
} // namespace fovea
