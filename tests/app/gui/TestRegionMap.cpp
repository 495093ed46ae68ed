#include "app/StatusLine.h"
#include "app/findings/FindingsModel.h"
#include "app/findings/RegionMapDesk.h"
#include "app/text/structureName.h"
#include "tests/app/gui/WindowFixture.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QProgressBar>
#include <QSlider>
#include <QTreeView>

#include <fstream>
#include <gtest/gtest.h>

// Where the model looked, in the real window, with a model library that needs no LibTorch: see
// FakeModelLibrary for its maps.

namespace fovea {
namespace {

class RegionMaps : public WindowFixture {
protected:
    RegionMaps()
        : WindowFixture(smallGrid, FOVEA_FAKE_MODEL_LIBRARY)
    {
        package = folder.filePath(QStringLiteral("model")).toStdString();
        std::filesystem::create_directories(package);
        for (const char* file : {"vocab.txt", "answers"})
            std::ofstream(package / file) << '\n';
        std::ofstream(package / "calibratedOn") << "phantoms\n";
        model.load(package);
        window->resize(1400, 1000);
        window->show();
    }
    void openPhantom()
    {
        window->importFolder(phantomFolder());
        ASSERT_TRUE(waitFor([this] {
            return window->session().analysis().has_value() && tree().model()->rowCount() > 1;
        }));
    }
    QTreeView& tree() { return *child<QTreeView>("findings"); }
    QModelIndex finding(int anatomy)
    {
        return tree().model()->index(0, 0, tree().model()->index(anatomy, 0));
    }
    std::string anatomyOf(int row)
    {
        return finding(row).data(FindingsModel::AnatomyIdRole).toString().toStdString();
    }
    void choose(int anatomy) { tree().setCurrentIndex(finding(anatomy)); }
    const RegionMapPtr& map() { return window->viewState().regionMap.get(); }
    bool waitForMap(int row)
    {
        return waitFor([&] { return map() && map()->anatomyId == anatomyOf(row); });
    }
    QString noteText() { return child<QLabel>("regionNote")->text(); }
    Vec3 peakOf(int row)
    {
        const ImageGeometry& grid = window->session().series()->volume->geometry();
        const std::size_t cell = 4 + anatomyOf(row).size() % 4;
        const std::array<std::size_t, 3> at{cell % 2, cell / 2 % 2, cell / 4}; // i, j, k
        Vec3 index{};
        for (std::size_t a = 0; a < 3; ++a)
            index[a] = grid.size[a] * (0.25 + 0.5 * static_cast<double>(at[a])) - 0.5;
        return grid.indexToPatient(index);
    }
    void expectCursorAt(const Vec3& positionMm)
    {
        EXPECT_LT(norm(window->viewState().cursorMm.get() - positionMm), 1e-6);
    }

    std::filesystem::path package;
};

TEST_F(RegionMaps, AreAskedForOnDemandAndFollowTheFinding)
{
    openPhantom();
    EXPECT_FALSE(child<QAction>("regionMap")->isEnabled()); // No finding is chosen.
    choose(0);
    EXPECT_EQ(map(), nullptr);
    trigger("regionMap");
    ASSERT_TRUE(waitForMap(0)) << noteText().toStdString();
    EXPECT_EQ(map()->findingId, "effusion");
    EXPECT_EQ(map()->method, regionMapMethod);
    EXPECT_NEAR(map()->peakShare, 0.8 / 1.6, 1e-6);
    EXPECT_FALSE(map()->title.empty());
    EXPECT_EQ(map()->values[0], 0.0F); // Speaks against it.
    EXPECT_TRUE(child<QAbstractButton>("regionButton")->isChecked());
    EXPECT_EQ(shownRegionMap(window->viewState()), map().get());

    const RegionMapPtr first = map();
    choose(1);
    EXPECT_EQ(map(), nullptr); // Never another finding's.
    ASSERT_TRUE(waitForMap(1));
    choose(0);
    EXPECT_EQ(map(), first); // Kept.
    tree().setCurrentIndex(tree().model()->index(0, 0));
    EXPECT_EQ(map(), nullptr); // An anatomy is no finding.
    choose(0);
    child<QAbstractButton>("regionButton")->click();
    EXPECT_EQ(map(), nullptr);
    EXPECT_FALSE(window->viewState().regionMapVisible.get());
    EXPECT_TRUE(dialogs.errors.isEmpty());
}

TEST_F(RegionMaps, AnotherFindingEndsTheQuestion)
{
    openPhantom();
    const std::filesystem::path wait = package / "relevanceWaits";
    std::ofstream{wait};
    choose(0);
    trigger("regionMap");
    auto* busy = child<QLabel>("busyText");
    EXPECT_FALSE(busy->isHidden());
    EXPECT_TRUE(noteText().contains(QStringLiteral("Asking the model")));
    ASSERT_TRUE(waitFor([this] { return child<QProgressBar>("busy")->value() == 500; }));
    tree().setCurrentIndex(tree().model()->index(0, 0));
    EXPECT_TRUE(busy->isHidden());
    ASSERT_TRUE(waitFor([&] {
        std::ifstream in(wait);
        std::string line;
        return std::getline(in, line) && line == "cancelled";
    }));
    std::filesystem::remove(wait);
    choose(1);
    ASSERT_TRUE(waitForMap(1));
    EXPECT_TRUE(busy->isHidden());
    EXPECT_TRUE(dialogs.errors.isEmpty());
}

TEST_F(RegionMaps, AreNotShownOfACorrectedSegmentation)
{
    openPhantom();
    choose(0);
    trigger("regionMap");
    ASSERT_TRUE(waitForMap(0));
    const LabelMapPtr labels = window->viewState().labels.get();
    const Structure& structure = *labels->structure(labels->labelsOf(anatomyOf(0)).front());
    auto* combo = child<QComboBox>("editStructure");
    combo->setCurrentIndex(combo->findText(structureName(structure)));
    Q_EMIT combo->activated(combo->currentIndex());
    child<QDoubleSpinBox>("operationSize")->setValue(12.0);
    child<QAbstractButton>("growStructure")->click();
    ASSERT_TRUE(waitFor([&] { return window->viewState().labels.get() != labels; }))
        << child<QLabel>("editStatus")->text().toStdString();
    EXPECT_EQ(map(), nullptr);
    EXPECT_TRUE(noteText().contains(QStringLiteral("was corrected")));
    EXPECT_FALSE(child<QAction>("regionMapPeak")->isEnabled());
    child<QAbstractButton>("editUndo")->click();
    ASSERT_TRUE(waitForMap(0)); // As it was analyzed again.
    EXPECT_TRUE(
        noteText().contains(QStringLiteral("50 % of the total. Method: leave neighbors out")));
}

TEST_F(RegionMaps, TheCursorGoesToTheStrongestCell)
{
    openPhantom();
    choose(0);
    trigger("regionMapPeak"); // Asks for the map first.
    ASSERT_TRUE(waitForMap(0));
    expectCursorAt(peakOf(0));
    EXPECT_TRUE(window->viewState().regionMapVisible.get());
    choose(1);
    ASSERT_TRUE(waitForMap(1));
    // Stepping goes there, too, where the maps are there.
    trigger("previousFinding");
    EXPECT_EQ(tree().currentIndex(), finding(0));
    expectCursorAt(peakOf(0));
    trigger("nextFinding");
    expectCursorAt(peakOf(1));
}

TEST_F(RegionMaps, OpacityIsSetBesideTheFinding)
{
    openPhantom();
    choose(0);
    auto* slider = child<QSlider>("regionOpacity");
    EXPECT_TRUE(slider->isHidden());
    trigger("regionMap");
    EXPECT_FALSE(slider->isHidden());
    EXPECT_EQ(slider->value(), 50);
    slider->setValue(80);
    EXPECT_EQ(window->viewState().regionMapOpacity.get(), 0.8);
    window->viewState().regionMapOpacity.set(0.3);
    EXPECT_EQ(slider->value(), 30);
}

} // namespace
} // namespace fovea
