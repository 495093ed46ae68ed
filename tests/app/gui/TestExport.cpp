#include "app/export/ExportDialog.h"
#include "app/studies/StudyPanel.h"
#include "app/studies/studyItems.h"
#include "storage/AuditLog.h"
#include "tests/app/gui/WindowFixture.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStatusBar>
#include <QToolButton>
#include <QTreeWidget>

#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

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
    for (const char* action : {"exportReport", "exportTables", "exportDicom", "exportStudyTables"})
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

/// Tables of the studies in the list: two phantoms, of which the first is open.
class StudyTablesTest : public ExportTest {
protected:
    StudyTablesTest()
    {
        const fs::path second = folder.filePath(QStringLiteral("second")).toStdString();
        EXPECT_TRUE(writePhantom(8, smallGrid, second, catalog(), Progress()));
        open(second);
        openPhantom();
        EXPECT_TRUE(waitFor([this] { return panel().listedCount() == 2; }));
        dialogs.messages.clear(); // Of the imports.
    }
    StudyPanel& panel() { return *window->findChild<StudyPanel*>(); }
    void selectOpenStudy()
    {
        auto* tree = child<QTreeWidget>("studies");
        for (int s = 0; s < tree->topLevelItemCount(); ++s) {
            if (tree->topLevelItem(s)->data(0, StudyIdRole).toLongLong() ==
                window->session().series()->study.id)
                tree->setCurrentItem(tree->topLevelItem(s));
        }
    }
    void choose(ExportScope scope)
    {
        auto* scopes = child<QComboBox>("exportScope");
        const int index = scopes->findData(int(scope));
        ASSERT_GE(index, 0);
        scopes->setCurrentIndex(index);
    }
    bool isRunning() { return !child<QLabel>("exportingTables")->isHidden(); }
    void startTables()
    {
        child<QPushButton>("exportStart")->click();
        ASSERT_TRUE(waitFor([this] { return !isRunning(); }));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        EXPECT_TRUE(dialogs.errors.isEmpty())
            << dialogs.errors.join(QLatin1Char('\n')).toStdString();
    }
    std::set<std::string> patients()
    {
        std::set<std::string> ids;
        const nlohmann::json table = nlohmann::json::parse(bytes("results.json"), nullptr, false);
        EXPECT_TRUE(table.is_object());
        for (const auto& series : table["studies"])
            ids.insert(series["study"]["patient_id"]);
        return ids;
    }
    std::vector<AuditEntry> exported()
    {
        const auto log = AuditLog::open(archive.folder());
        AuditQuery query;
        query.action = AuditAction::Exported;
        const auto entries = log->entries(query);
        EXPECT_TRUE(entries.ok());
        return *entries;
    }
};

TEST_F(StudyTablesTest, HaveAllThatIsListedOrSelected)
{
    ask("exportTables");
    EXPECT_EQ(child<QComboBox>("exportScope")->currentData().toInt(), int(ExportScope::OpenSeries));
    check("exportPdf");
    choose(ExportScope::ListedStudies);
    EXPECT_FALSE(child<QCheckBox>("exportPdf")->isEnabled()) << "of several studies tables alone";
    EXPECT_FALSE(child<QCheckBox>("exportPdf")->isChecked());
    startTables();
    EXPECT_EQ(patients(), (std::set<std::string>{"PHANTOM-7", "PHANTOM-8"}));
    const std::string csv = bytes("results.csv");
    EXPECT_NE(csv.find("PHANTOM-7"), std::string::npos);
    EXPECT_NE(csv.find("PHANTOM-8"), std::string::npos);
    EXPECT_FALSE(fs::exists(out() / "report.pdf"));
    EXPECT_TRUE(window->statusBar()->currentMessage().contains(QLatin1String("2 series")));
    // Each study left in each table.
    std::map<std::int64_t, std::set<std::string>> left;
    for (const AuditEntry& entry : exported())
        left[entry.studyId].insert(entry.details);
    ASSERT_EQ(left.size(), 2u);
    for (const auto& [study, details] : left) {
        EXPECT_GT(study, 0);
        EXPECT_EQ(details, (std::set<std::string>{"CSV", "JSON"}));
    }

    child<QLineEdit>("studySearch")->setText(QStringLiteral("PHANTOM-8"));
    ASSERT_TRUE(waitFor([this] { return panel().listedCount() == 1; }));
    dialogs.nextAnswer = true; // Replace.
    ask("exportTables");
    choose(ExportScope::ListedStudies);
    startTables();
    EXPECT_EQ(patients(), (std::set<std::string>{"PHANTOM-8"}));
    EXPECT_EQ(dialogs.questions.size(), 1);

    child<QLineEdit>("studySearch")->clear();
    ASSERT_TRUE(waitFor([this] { return panel().listedCount() == 2; }));
    selectOpenStudy();
    EXPECT_EQ(panel().selectedStudies().size(), 1u);
    dialogs.nextAnswer = true;
    ask("exportStudyTables");
    EXPECT_EQ(child<QComboBox>("exportScope")->currentData().toInt(),
              int(ExportScope::SelectedStudies));
    startTables();
    EXPECT_EQ(patients(), (std::set<std::string>{"PHANTOM-7"}));
}

TEST_F(StudyTablesTest, NeedNoOpenSeries)
{
    restart();
    ASSERT_TRUE(waitFor([this] { return child<QAction>("exportTables")->isEnabled(); }));
    EXPECT_FALSE(child<QAction>("exportReport")->isEnabled());
    ask("exportTables");
    EXPECT_EQ(child<QComboBox>("exportScope")->currentData().toInt(),
              int(ExportScope::ListedStudies));
    startTables();
    EXPECT_EQ(patients().size(), 2u);
}

TEST_F(StudyTablesTest, SayWhatTheyLack)
{
    {
        auto database = StudyDatabase::open(archive.folder());
        for (const InstanceRecord& image : *database->instancesOf(1)) // Of the second phantom.
            fs::remove(image.path);
    }
    ask("exportTables");
    choose(ExportScope::ListedStudies);
    startTables();
    EXPECT_EQ(patients(), (std::set<std::string>{"PHANTOM-7"}));
    ASSERT_EQ(dialogs.messages.size(), 1);
    EXPECT_TRUE(dialogs.messages.first().contains(QLatin1String("missing in them")));
    for (const AuditEntry& entry : exported())
        EXPECT_EQ(entry.studyId, window->session().series()->study.id) << "the other never left";
}

TEST_F(StudyTablesTest, AreNotWrittenWhereTheyAreStopped)
{
    ask("exportTables");
    choose(ExportScope::ListedStudies);
    child<QPushButton>("exportStart")->click();
    ASSERT_TRUE(isRunning());
    child<QToolButton>("stopExportingTables")->click();
    ASSERT_TRUE(waitFor([this] { return !isRunning(); }));
    EXPECT_FALSE(fs::exists(out() / "results.csv"));
    EXPECT_TRUE(exported().empty());
    EXPECT_TRUE(dialogs.errors.isEmpty());
    EXPECT_TRUE(window->statusBar()->currentMessage().contains(QLatin1String("cancelled")));
}

} // namespace
} // namespace fovea
