#include "tests/app/gui/RegionFixture.h"

#include <QComboBox>
#include <QLabel>
#include <QTreeWidget>

#include <algorithm>

// Questions that are kept, and studies that they mark by themselves, without LibTorch.

namespace fovea {
namespace {

class SavedSearchTest : public RegionFixture {
protected:
    QComboBox* searches() { return child<QComboBox>("savedSearches"); }
    bool lists(const QString& part)
    {
        for (int i = 1; i < searches()->count(); ++i) {
            if (searches()->itemText(i).contains(part))
                return true;
        }
        return false;
    }
    void save(const QString& question, const QString& called)
    {
        ask(question);
        trigger("saveSearch");
        name(called);
        ASSERT_TRUE(waitFor([&] { return lists(called); }));
    }
    /// Rows of the study list that carry a mark of that search.
    int marked(const QString& search)
    {
        int count = 0;
        auto* tree = child<QTreeWidget>("studies");
        for (int i = 0; i < tree->topLevelItemCount(); ++i)
            count += tree->topLevelItem(i)->text(1).contains(search) ? 1 : 0;
        return count;
    }
};

TEST_F(SavedSearchTest, AQuestionIsKeptAskedAgainRenamedAndDeletedWithAWayBack)
{
    open(7);
    child<QComboBox>("filterSex")->setCurrentIndex(1);
    save(QStringLiteral("left pleural effusion"), QStringLiteral("Effusions"));
    const QString sex = child<QComboBox>("filterSex")->currentText();

    // Another window over the same archive has it, with its filter.
    makeWindow();
    ASSERT_TRUE(waitFor([&] { return lists(QStringLiteral("Effusions")); }));
    searches()->setCurrentIndex(1);
    Q_EMIT searches()->activated(1);
    EXPECT_EQ(child<QLineEdit>("question")->text(), QStringLiteral("left pleural effusion"));
    EXPECT_EQ(child<QComboBox>("filterSex")->currentText(), sex);
    EXPECT_TRUE(waitFor([this] {
        return !child<QLabel>("askStatus")->text().startsWith(QStringLiteral("Ask in plain"));
    })) << "asked at once";

    trigger("renameSearch");
    name(QStringLiteral("  Left   effusions "));
    EXPECT_TRUE(waitFor([&] { return lists(QStringLiteral("Left effusions")); }));
    trigger("removeSearch");
    ASSERT_TRUE(waitFor([this] { return child<QPushButton>("undoRemoveSearch")->isVisible(); }));
    ASSERT_TRUE(waitFor([&] { return !lists(QStringLiteral("Left effusions")); }));
    child<QPushButton>("undoRemoveSearch")->click();
    EXPECT_TRUE(waitFor([&] { return lists(QStringLiteral("Left effusions")); }));
}

TEST_F(SavedSearchTest, ANameIsNeededAndBelongsToOne)
{
    open(7);
    save(QStringLiteral("pleural effusion"), QStringLiteral("Effusions"));
    ask(QStringLiteral("calcified aorta"));
    trigger("saveSearch");
    name(QStringLiteral("   "));
    EXPECT_TRUE(child<QLabel>("searchNameProblem")->isVisible());
    name(QStringLiteral("EFFUSIONS"));
    EXPECT_TRUE(
        child<QLabel>("searchNameProblem")->text().contains(QStringLiteral("has this name")));
    EXPECT_EQ(searches()->count(), 2);
    child<QPushButton>("cancelSearchName")->click();
    EXPECT_FALSE(child<QLineEdit>("searchName")->isVisible());
    ask(QStringLiteral("wobbly gizmo"));
    EXPECT_FALSE(child<QAction>("saveSearch")->isEnabled()) << "means nothing";
}

TEST_F(SavedSearchTest, AStandingSearchMarksStudiesUntilTheyAreLookedAt)
{
    const qint64 first = open(7);
    const std::int64_t study = window->session().series()->study.id;
    child<QComboBox>("askScope")->setCurrentIndex(2);
    ask(QStringLiteral("lung"));
    auto* matches = child<QTreeWidget>("matches");
    ASSERT_EQ(matches->topLevelItemCount(), 1);
    EXPECT_FALSE(child<QAction>("markSimilar")->isEnabled()) << "like which one?";
    matches->setCurrentItem(matches->topLevelItem(0));
    trigger("markSimilar");
    name(QStringLiteral("Watch"));
    ASSERT_TRUE(waitFor([&] { return lists(QStringLiteral("● Watch")); }));

    // The study that the limit is from reaches it itself, once it is analyzed again.
    trigger("analyzeAgain");
    ASSERT_TRUE(waitFor([&] { return marked(QStringLiteral("Watch")) == 1; }));
    auto* filter = child<QComboBox>("markedStudies");
    EXPECT_TRUE(filter->isVisible());
    const qint64 second = open(8);
    ASSERT_NE(first, second);
    filter->setCurrentIndex(filter->count() - 1);
    Q_EMIT filter->activated(filter->currentIndex());
    auto* studies = child<QTreeWidget>("studies");
    EXPECT_TRUE(waitFor([&] {
        return studies->topLevelItemCount() > 0 &&
               studies->topLevelItemCount() == marked(QStringLiteral("Watch"));
    })) << "marked ones alone";
    filter->setCurrentIndex(0);
    Q_EMIT filter->activated(0);
    ASSERT_TRUE(waitFor([&] { return studies->topLevelItemCount() == 2; }));

    // Not counted in the list: the other study may be marked at any moment.
    const auto isMarked = [&] {
        const auto database = StudyDatabase::open(archive.folder());
        const auto marks = database->searchMarks();
        return !marks || std::ranges::find(*marks, study, &SearchMark::studyId) != marks->end();
    };
    EXPECT_TRUE(isMarked());
    window->openSeries(first);
    EXPECT_TRUE(waitFor([&] { return !isMarked(); })) << "looked at";
    trigger("restSearch");
    EXPECT_TRUE(waitFor([&] { return !lists(QStringLiteral("●")); }));
}

TEST_F(SavedSearchTest, AStudyBelowTheLimitIsNotMarked)
{
    open(7);
    child<QComboBox>("askScope")->setCurrentIndex(2);
    ask(QStringLiteral("lung"));
    auto* matches = child<QTreeWidget>("matches");
    matches->setCurrentItem(matches->topLevelItem(0));
    matches->topLevelItem(0)->setData(0, Qt::UserRole + 3, 1.9); // More than any region reaches.
    trigger("markSimilar");
    name(QStringLiteral("Watch"));
    ASSERT_TRUE(waitFor([&] { return lists(QStringLiteral("● Watch")); }));
    open(8);
    ASSERT_TRUE(waitFor([&] { return child<QTreeWidget>("studies")->topLevelItemCount() == 2; }));
    ask(QStringLiteral("lung")); // On the model's thread behind the marking.
    EXPECT_EQ(marked(QStringLiteral("Watch")), 0);
}

} // namespace
} // namespace fovea
