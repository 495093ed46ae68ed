#include "storage/AuditLog.h"
#include "storage/DicomScanner.h"
#include "tests/app/gui/WindowFixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTreeWidget>

#include <sqlite3.h>

namespace fovea {
namespace {

/// Exporting without names, and the log of who did what, through the menu and the widgets.
class AnonymizeTest : public WindowFixture {
protected:
    std::vector<AuditEntry> entries(std::optional<AuditAction> action = {})
    {
        const auto log = AuditLog::open(archive.folder());
        EXPECT_TRUE(log.ok());
        AuditQuery query;
        query.action = action;
        const auto read = log->entries(query);
        EXPECT_TRUE(read.ok());
        return read ? *read : std::vector<AuditEntry>();
    }
    bool noted(AuditAction action, std::size_t count)
    {
        return waitFor([&] { return entries(action).size() == count; });
    }
    QTreeWidgetItem* change(const QString& attribute)
    {
        const auto found =
            child<QTreeWidget>("anonymizeChanges")->findItems(attribute, Qt::MatchExactly, 0);
        return found.isEmpty() ? nullptr : found.first();
    }
    bool previewed()
    {
        return waitFor([this] { return child<QPushButton>("anonymizeExport")->isEnabled(); });
    }
};

TEST_F(AnonymizeTest, ShowsWhatGoesAndExportsTheOpenStudy)
{
    openPhantom();
    trigger("exportAnonymized");
    ASSERT_TRUE(previewed());
    EXPECT_EQ(child<QComboBox>("anonymizeScope")->currentText().toStdString(), "The open study");
    QTreeWidgetItem* name = change(QStringLiteral("(0010,0010)"));
    ASSERT_TRUE(name);
    const std::string patient = window->session().series()->study.patient.name;
    EXPECT_EQ(name->text(3).toStdString(), patient);
    EXPECT_TRUE(name->text(4).startsWith(QLatin1String("ANON-")));
    EXPECT_TRUE(change(QStringLiteral("(0008,1030)"))) << "the description goes";

    // Options change what goes, and the preview says so.
    child<QCheckBox>("anonymizeDescriptors")->setChecked(true);
    child<QLineEdit>("anonymizePseudonym")->setText(QStringLiteral("Case 3"));
    EXPECT_FALSE(child<QPushButton>("anonymizeExport")->isEnabled());
    ASSERT_TRUE(previewed());
    EXPECT_EQ(change(QStringLiteral("(0010,0010)"))->text(4), QStringLiteral("Case 3"));
    EXPECT_TRUE(child<QLabel>("anonymizeSummary")->text().contains(QLatin1String("Case 3")));

    dialogs.nextFolder = folder.path();
    child<QPushButton>("anonymizeChooseFolder")->click();
    const QString target = child<QLineEdit>("anonymizeFolder")->text();
    EXPECT_TRUE(target.endsWith(QLatin1String("anonymized")));
    dialogs.messages.clear(); // Of the import.
    child<QPushButton>("anonymizeExport")->click();
    ASSERT_TRUE(
        waitFor([this] { return !dialogs.messages.isEmpty() || !dialogs.errors.isEmpty(); }));
    EXPECT_TRUE(dialogs.errors.isEmpty()) << dialogs.errors.join(QLatin1Char(' ')).toStdString();
    const auto report = scanFolder(target.toStdString(), Progress());
    ASSERT_TRUE(report.ok());
    ASSERT_EQ(report->studies.size(), 1u);
    EXPECT_EQ(report->studies[0].patient.name, "Case 3");
    EXPECT_EQ(report->studies[0].segmentations.size(), 1u);
    EXPECT_EQ(report->studies[0].series.size(), 1u);
    ASSERT_EQ(entries(AuditAction::Exported).size(), 1u);
    EXPECT_EQ(entries(AuditAction::Exported)[0].studyId, window->session().series()->study.id);

    // The same folder a second time is refused, and nothing in it changes.
    child<QPushButton>("anonymizeExport")->click();
    ASSERT_TRUE(waitFor([this] { return !dialogs.errors.isEmpty(); }));
}

TEST_F(AnonymizeTest, WhatCannotBeUsedAsAPseudonymIsSaid)
{
    openPhantom();
    trigger("exportAnonymized");
    ASSERT_TRUE(previewed());
    child<QLineEdit>("anonymizePseudonym")->setText(QStringLiteral("M\u00FCller"));
    ASSERT_TRUE(waitFor([this] {
        return child<QLabel>("anonymizeSummary")->text().contains(QLatin1String("pseudonym"));
    }));
    EXPECT_FALSE(child<QPushButton>("anonymizeExport")->isEnabled());
    child<QLineEdit>("anonymizePseudonym")->clear();
    EXPECT_TRUE(previewed());
}

TEST_F(AnonymizeTest, OpeningAndImportingAreInTheLog)
{
    openPhantom();
    ASSERT_TRUE(noted(AuditAction::Opened, 1));
    EXPECT_EQ(entries(AuditAction::Imported).size(), 1u);
    EXPECT_GE(entries(AuditAction::Segmented).size(), 1u);
    const AuditEntry opened = entries(AuditAction::Opened)[0];
    EXPECT_EQ(opened.studyId, window->session().series()->study.id);
    EXPECT_EQ(opened.studyKey.size(), 32u);

    trigger("auditLog");
    auto* list = child<QTreeWidget>("auditList");
    ASSERT_TRUE(waitFor([&] { return list->topLevelItemCount() >= 3; }));
    EXPECT_TRUE(child<QLabel>("auditState")->text().contains(QLatin1String("none changed")));
    auto* action = child<QComboBox>("auditAction");
    action->setCurrentIndex(action->findData(static_cast<int>(AuditAction::Opened)));
    ASSERT_TRUE(waitFor([&] { return list->topLevelItemCount() == 1; }));
    const std::string patient = window->session().series()->study.patient.name;
    for (int column = 0; column < list->columnCount(); ++column)
        EXPECT_NE(list->topLevelItem(0)->text(column).toStdString(), patient);

    const QString csv = folder.filePath(QStringLiteral("log.csv"));
    dialogs.nextSaveFile = csv;
    child<QPushButton>("auditSave")->click();
    ASSERT_TRUE(waitFor([&] { return QFile::exists(csv); }));
    QFile file(csv);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    EXPECT_TRUE(text.startsWith("id,time,action,study_key,study_id,user,details\r\n"));
    EXPECT_EQ(text.count('\n'), 2);
    EXPECT_TRUE(text.contains(opened.studyKey.c_str()));
    EXPECT_FALSE(text.contains(patient.c_str()));
}

TEST_F(AnonymizeTest, ABrokenLogIsSaid)
{
    openPhantom();
    ASSERT_TRUE(noted(AuditAction::Opened, 1));
    sqlite3* raw = nullptr;
    ASSERT_EQ(sqlite3_open((archive.folder() / "fovea.db").c_str(), &raw), SQLITE_OK);
    sqlite3_busy_timeout(raw, 10'000); // The window may be writing.
    ASSERT_EQ(sqlite3_exec(raw,
                           "DROP TRIGGER audit_log_unchanged; "
                           "UPDATE audit_log SET user = 'nobody' WHERE id = 1",
                           nullptr, nullptr, nullptr),
              SQLITE_OK);
    sqlite3_close(raw);
    trigger("auditLog");
    ASSERT_TRUE(waitFor(
        [this] { return child<QLabel>("auditState")->text().contains(QLatin1String("entry 1")); }));
}

} // namespace
} // namespace fovea
