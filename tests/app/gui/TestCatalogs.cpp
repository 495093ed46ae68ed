#include "app/ask/Thumbnails.h"
#include "app/text/names.h"
#include "app/work/ownFindings.h"
#include "app/work/siteAnatomies.h"
#include "tests/app/gui/RegionFixture.h"

#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>

#include <fstream>

// Findings of a site's own, changed prompts and what else a site may change; pictures and scanners
// of the answer list.

namespace fovea {
namespace {

class CatalogTest : public RegionFixture {
protected:
    /// Row of the findings panel with that text; invalid: none.
    QModelIndex row(const QString& text)
    {
        const QAbstractItemModel* model = child<QTreeView>("findings")->model();
        for (int top = 0; top < model->rowCount(); ++top) {
            const QModelIndex anatomy = model->index(top, 0);
            for (int n = 0; n < model->rowCount(anatomy); ++n) {
                if (model->index(n, 0, anatomy).data().toString().contains(text))
                    return model->index(n, 0, anatomy);
            }
        }
        return {};
    }
    QString hint(const QString& text) { return row(text).data(Qt::ToolTipRole).toString(); }
    void openCatalogs()
    {
        trigger("catalogs");
        ASSERT_TRUE(waitFor(
            [this] { return child<QTreeWidget>("catalogFindings")->topLevelItemCount() > 0; }));
    }
    QTreeWidgetItem* entry(const QString& text)
    {
        auto* list = child<QTreeWidget>("catalogFindings");
        for (int i = 0; i < list->topLevelItemCount(); ++i) {
            if (list->topLevelItem(i)->text(0) == text)
                return list->topLevelItem(i);
        }
        return nullptr;
    }
    void choose(const QString& text)
    {
        QTreeWidgetItem* item = entry(text);
        ASSERT_NE(item, nullptr) << text.toStdString();
        child<QTreeWidget>("catalogFindings")->setCurrentItem(item);
    }
    QPushButton* button(const char* name) { return child<QPushButton>(name); }
    QString effusion() { return findingName("pleural_effusion"); }
};

TEST_F(CatalogTest, AQuestionBecomesAFindingThatIsReadByItsPercentile)
{
    open(7);
    ask(QStringLiteral("small pleural effusion on the left"));
    trigger("saveAsFinding");
    name(QStringLiteral("Small left effusion"));
    ASSERT_TRUE(waitFor([this] { return row(QStringLiteral("Small left effusion")).isValid(); }));
    EXPECT_TRUE(row(QStringLiteral("Small left effusion (own)")).isValid());
    EXPECT_TRUE(
        hint(QStringLiteral("Small left effusion")).contains(QStringLiteral("not calibrated")));
    trigger("saveAsFinding");
    name(QStringLiteral("SMALL left effusion"));
    EXPECT_TRUE(
        child<QLabel>("searchNameProblem")->text().contains(QStringLiteral("has this name")));

    // It stays with the archive, for studies that come later too.
    makeWindow();
    open(8);
    EXPECT_TRUE(waitFor([this] { return row(QStringLiteral("Small left effusion")).isValid(); }));
    openCatalogs();
    choose(QStringLiteral("Small left effusion"));
    EXPECT_TRUE(child<QPlainTextEdit>("positivePrompts")
                    ->toPlainText()
                    .contains(QStringLiteral("small left pleural effusion")));
    button("removeOwnFinding")->click();
    EXPECT_TRUE(waitFor([this] { return !row(QStringLiteral("Small left effusion")).isValid(); }));
    button("undoRemoveFinding")->click();
    EXPECT_TRUE(waitFor([this] { return row(QStringLiteral("Small left effusion")).isValid(); }));
}

TEST_F(CatalogTest, AFindingNeedsOneAnatomy)
{
    open(7);
    ask(QStringLiteral("cardiomegaly and pleural effusion"));
    trigger("saveAsFinding");
    EXPECT_FALSE(child<QLineEdit>("searchName")->isVisible());
}

TEST_F(CatalogTest, PromptsAreTriedOverTheArchiveBeforeTheyAreKept)
{
    open(7);
    open(8);
    openCatalogs();
    choose(effusion());
    auto* positive = child<QPlainTextEdit>("positivePrompts");
    const QString shipped = positive->toPlainText();
    ASSERT_FALSE(shipped.isEmpty());
    EXPECT_FALSE(button("keepPrompts")->isEnabled());
    EXPECT_FALSE(button("restoreFinding")->isEnabled());

    positive->setPlainText(QStringLiteral("  \n"));
    EXPECT_TRUE(child<QLabel>("promptProblem")->isVisible());
    EXPECT_FALSE(button("tryPrompts")->isEnabled());
    positive->setPlainText(child<QPlainTextEdit>("negativePrompts")->toPlainText());
    EXPECT_TRUE(child<QLabel>("promptProblem")->text().contains(QStringLiteral("both sides")));

    positive->setPlainText(QStringLiteral("Fluid beside the lung."));
    EXPECT_FALSE(button("keepPrompts")->isEnabled()) << "not tried yet";
    button("tryPrompts")->click();
    ASSERT_TRUE(waitFor([this] { return button("keepPrompts")->isEnabled(); }));
    EXPECT_TRUE(child<QLabel>("trialSummary")->text().contains(QStringLiteral("2 ")));
    auto* studies = child<QTreeWidget>("trialStudies");
    ASSERT_EQ(studies->topLevelItemCount(), 2);
    EXPECT_NE(studies->topLevelItem(0)->text(1), studies->topLevelItem(0)->text(2));
    positive->appendPlainText(QStringLiteral("Pleural fluid."));
    EXPECT_FALSE(button("keepPrompts")->isEnabled()) << "another text than was tried";
    button("discardPrompts")->click();
    EXPECT_EQ(positive->toPlainText(), shipped);

    positive->setPlainText(QStringLiteral("Fluid beside the lung."));
    button("tryPrompts")->click();
    ASSERT_TRUE(waitFor([this] { return button("keepPrompts")->isEnabled(); }));
    button("keepPrompts")->click();
    ASSERT_TRUE(waitFor([this] {
        return hint(effusion()).contains(QStringLiteral("this site's prompts"));
    })) << hint(effusion()).toStdString();
    EXPECT_EQ(entry(effusion())->text(2), QStringLiteral("changed"));
    button("restoreFinding")->click();
    EXPECT_EQ(positive->toPlainText(), shipped);
    EXPECT_TRUE(waitFor([this] { return hint(effusion()).contains(QStringLiteral("Raw score")); }));
}

TEST_F(CatalogTest, NamesOrderAndWhatIsShownHoldAtOnceAndStay)
{
    open(7);
    openCatalogs();
    choose(effusion());
    child<QLineEdit>("catalogFindingName")->setText(QStringLiteral("Water"));
    Q_EMIT child<QLineEdit>("catalogFindingName")->editingFinished();
    EXPECT_TRUE(waitFor([this] { return row(QStringLiteral("Water")).isValid(); }));
    auto* list = child<QTreeWidget>("catalogFindings");
    const int before = list->indexOfTopLevelItem(entry(QStringLiteral("Water")));
    ASSERT_GT(before, 0);
    button("findingUp")->click();
    EXPECT_EQ(list->indexOfTopLevelItem(entry(QStringLiteral("Water"))), before - 1);
    const QString other = findingName("emphysema");
    ASSERT_TRUE(row(other).isValid());
    entry(other)->setCheckState(0, Qt::Unchecked);
    EXPECT_TRUE(waitFor([&] { return !row(other).isValid(); }));

    makeWindow();
    open(8);
    EXPECT_TRUE(waitFor([this] { return row(QStringLiteral("Water")).isValid(); }));
    EXPECT_FALSE(row(other).isValid());
    openCatalogs();
    choose(QStringLiteral("Water"));
    button("restoreFinding")->click();
    EXPECT_NE(entry(findingName("pleural_effusion")), nullptr);
    EXPECT_EQ(entry(QStringLiteral("Water")), nullptr);
}

TEST_F(CatalogTest, AFileThatCannotBeReadIsSaidAndLeftAlone)
{
    window.reset();
    const auto file = ownFindingsFile(archive.folder());
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file) << "{";
    makeWindow();
    EXPECT_TRUE(waitFor([this] { return !dialogs.errors.isEmpty(); }));
    open(7);
    ask(QStringLiteral("pleural effusion"));
    trigger("saveAsFinding");
    EXPECT_FALSE(child<QLineEdit>("searchName")->isVisible());
    std::ifstream left(file);
    EXPECT_EQ(std::string(std::istreambuf_iterator<char>(left), {}), "{");
}

TEST_F(CatalogTest, AnatomiesAreChangedBesideTheArchive)
{
    openCatalogs();
    auto* list = child<QTreeWidget>("catalogAnatomies");
    ASSERT_TRUE(waitFor([&] { return list->topLevelItemCount() > 40; }));
    const auto liver = list->findItems(anatomyName("liver"), Qt::MatchExactly);
    ASSERT_EQ(liver.size(), 1);
    list->setCurrentItem(liver.front());
    auto* structures = child<QPlainTextEdit>("anatomyStructures");
    EXPECT_EQ(structures->toPlainText(), QStringLiteral("liver"));
    structures->setPlainText(QStringLiteral("liver\nspleen"));
    EXPECT_TRUE(child<QLabel>("anatomyProblem")->text().contains(QStringLiteral("two anatomies")));
    EXPECT_FALSE(button("keepAnatomy")->isEnabled());
    structures->setPlainText(QStringLiteral("liver"));
    dialogs.nextColor = QColor(1, 2, 3);
    button("anatomyColour")->click();
    child<QLineEdit>("anatomyName")->setText(QStringLiteral("Big gland"));
    button("keepAnatomy")->click();
    makeWindow(); // What waits is written.
    const auto read = readSiteAnatomies(archive.folder());
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, (std::vector<SiteAnatomy>{{"liver", "Big gland", Rgb{1, 2, 3}, {}}}));
    EXPECT_TRUE(waitFor([] { return anatomyName("liver") == QStringLiteral("Big gland"); }));
    openCatalogs();
    list = child<QTreeWidget>("catalogAnatomies");
    ASSERT_TRUE(waitFor([&] { return list->topLevelItemCount() > 40; }));
    list->setCurrentItem(list->findItems(QStringLiteral("Big gland"), Qt::MatchExactly).front());
    button("restoreAnatomy")->click();
    window.reset();
    EXPECT_TRUE(readSiteAnatomies(archive.folder())->empty());
}

TEST_F(CatalogTest, MatchesHavePicturesThatAreKeptOnDisk)
{
    open(7);
    ask(QStringLiteral("pleural effusion"));
    auto* matches = child<QTreeWidget>("matches");
    ASSERT_EQ(matches->topLevelItemCount(), 1);
    EXPECT_TRUE(waitFor([&] { return !matches->topLevelItem(0)->icon(1).isNull(); }));
    const auto kept = Thumbnails::folder(archive.folder());
    const auto files = [&] { return std::distance(std::filesystem::directory_iterator(kept), {}); };
    EXPECT_EQ(files(), 1);
    ask(QStringLiteral("effusion"));
    EXPECT_TRUE(waitFor([&] { return !matches->topLevelItem(0)->icon(1).isNull(); }));
    EXPECT_EQ(files(), 1) << "the same";
    Thumbnails::trim(kept, 0);
    EXPECT_EQ(files(), 0);
}

TEST_F(CatalogTest, ATextOfTheReportAsks)
{
    open(7);
    auto* findings = child<QTreeView>("findings");
    ASSERT_TRUE(row(effusion()).isValid());
    findings->setCurrentIndex(row(effusion()));
    trigger("acceptFinding");
    trigger("reportDraft");
    auto* text = child<QPlainTextEdit>("reportText");
    EXPECT_FALSE(button("reportAsk")->isEnabled()) << "nothing is selected";
    text->setPlainText(QStringLiteral("FINDINGS\nThere is a left pleural effusion."));
    text->selectAll();
    button("reportAsk")->click();
    EXPECT_TRUE(child<QLineEdit>("question")->text().contains(QStringLiteral("pleural effusion")));
    EXPECT_TRUE(
        waitFor([this] { return child<QTreeWidget>("matches")->topLevelItemCount() == 1; }));
}

TEST_F(CatalogTest, StudiesAreFilteredByScanner)
{
    open(7);
    child<QToolButton>("showFilters")->setChecked(true);
    auto* scanners = child<QComboBox>("filterScanner");
    ASSERT_TRUE(waitFor([&] { return scanners->count() > 1; }));
    scanners->setCurrentIndex(1);
    ask(QStringLiteral("pleural effusion"));
    EXPECT_EQ(child<QTreeWidget>("matches")->topLevelItemCount(), 1);
    scanners->addItem(QStringLiteral("Another"), QStringList{QStringLiteral("Another"), {}});
    scanners->setCurrentIndex(scanners->count() - 1);
    ask(QStringLiteral("pleural effusion"));
    EXPECT_EQ(child<QTreeWidget>("matches")->topLevelItemCount(), 0);
}

} // namespace
} // namespace fovea
