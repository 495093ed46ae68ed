#include "app/Icons.h"
#include "app/Theme.h"
#include "app/commands/Shortcuts.h"
#include "app/commands/fuzzyMatch.h"
#include "app/commands/menuActions.h"
#include "tests/app/gui/WindowFixture.h"

#include <QApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDir>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QTest>
#include <QToolBar>
#include <QToolButton>
#include <QTreeWidget>

#include <set>

namespace fovea {
namespace {

class CommandsTest : public WindowFixture {
protected:
    CommandsTest()
    {
        window->show();
        QApplication::processEvents();
    }
    QLineEdit* openPalette()
    {
        trigger("commandPalette");
        QApplication::processEvents();
        return child<QLineEdit>("commandQuery");
    }
    QString firstFound() { return child<QTreeWidget>("commandList")->topLevelItem(0)->text(0); }
    void openEditor()
    {
        trigger("shortcutEditor");
        QApplication::processEvents();
    }
    QPushButton* editorButton(QDialogButtonBox::StandardButton which)
    {
        return child<QDialog>("shortcutsDialog")->findChild<QDialogButtonBox*>()->button(which);
    }
    void closeEditor(QDialogButtonBox::StandardButton which)
    {
        editorButton(which)->click();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
};

TEST(FuzzyMatch, FindsWordsPartsAndLettersInThatOrder)
{
    const auto score = [](const char* query, const char* text) {
        return fuzzyMatch(QString::fromUtf8(query), QString::fromUtf8(text));
    };
    EXPECT_FALSE(score("zx", "Reset zoom"));
    EXPECT_FALSE(score("mooz", "Reset zoom"));
    EXPECT_TRUE(score("rszm", "Reset zoom"));
    EXPECT_TRUE(score("ZOOM reset", "Reset zoom"));
    EXPECT_GT(score("zo", "Reset zoom"), score("oo", "Reset zoom"));
    EXPECT_GT(score("oo", "Reset zoom"), score("rz", "Reset zoom"));
    EXPECT_GT(score("rz", "Arzt"), score("rz", "Reset zoom"));
    EXPECT_EQ(score("", "Reset zoom"), 0);
}

TEST_F(CommandsTest, EveryCommandOfTheMenuHasANameOfItsOwn)
{
    std::set<QString> names;
    const auto commands = menuActions(*window->menuBar());
    EXPECT_GT(commands.size(), 40u);
    for (const MenuAction& command : commands) {
        EXPECT_FALSE(command.text.isEmpty());
        EXPECT_FALSE(command.menu.isEmpty());
        EXPECT_TRUE(names.insert(command.action->objectName()).second &&
                    !command.action->objectName().isEmpty())
            << command.text.toStdString();
    }
    // What the window can do is in its menus.
    for (const QAction* action : window->findChildren<QAction*>()) {
        EXPECT_TRUE(action->shortcut().isEmpty() || names.contains(action->objectName()))
            << action->text().toStdString();
    }
}

TEST_F(CommandsTest, NoTwoStandardKeysAreTheSame)
{
    const Shortcuts shortcuts(*window->menuBar(), settings);
    for (const ShortcutConflict& conflict : shortcuts.conflicts(shortcuts.standard()))
        ADD_FAILURE() << conflict.key.toString().toStdString() << ": "
                      << conflict.first.toStdString() << ", " << conflict.second.toStdString();
}

TEST_F(CommandsTest, ThePaletteFindsAndRunsACommand)
{
    auto* query = openPalette();
    auto* list = child<QTreeWidget>("commandList");
    EXPECT_EQ(list->topLevelItemCount(),
              int(menuActions(*window->menuBar()).size()) -
                  int(std::ranges::count_if(
                      menuActions(*window->menuBar()),
                      [](const MenuAction& command) { return !command.action->isVisible(); })));
    QTest::keyClicks(query, QStringLiteral("brain"));
    ASSERT_EQ(list->topLevelItemCount(), 2) << "and “Calibration”, which has its letters";
    EXPECT_TRUE(firstFound().contains(QStringLiteral("Brain")));
    EXPECT_EQ(list->topLevelItem(0)->text(1), QStringLiteral("6"));
    QTest::keyClick(query, Qt::Key_Return);
    EXPECT_EQ(window->viewState().window.get(), (WindowLevel{40, 80}));
    EXPECT_FALSE(child<QDialog>("commandPaletteDialog")->isVisible());

    // It opens empty again, and the arrows choose.
    query = openPalette();
    EXPECT_TRUE(query->text().isEmpty());
    QTest::keyClicks(query, QStringLiteral("alone"));
    ASSERT_GT(list->topLevelItemCount(), 2);
    const QString second = list->topLevelItem(1)->text(0);
    QTest::keyClick(query, Qt::Key_Down);
    ASSERT_NE(list->currentItem(), nullptr);
    EXPECT_EQ(list->currentItem()->text(0), second);
    QTest::keyClick(query, Qt::Key_Escape);
    EXPECT_FALSE(child<QDialog>("commandPaletteDialog")->isVisible());
}

TEST_F(CommandsTest, ThePaletteDoesNotRunWhatCannotBeDone)
{
    auto* query = openPalette();
    query->setText(QStringLiteral("analyze again"));
    auto* list = child<QTreeWidget>("commandList");
    ASSERT_EQ(list->topLevelItemCount(), 1);
    EXPECT_TRUE(list->topLevelItem(0)->isDisabled());
    QTest::keyClick(query, Qt::Key_Return);
    EXPECT_TRUE(child<QDialog>("commandPaletteDialog")->isVisible());
    query->setText(QStringLiteral("no such command"));
    EXPECT_EQ(list->topLevelItemCount(), 0);
    QTest::keyClick(query, Qt::Key_Return); // Nothing to run.
}

TEST_F(CommandsTest, AKeyIsChangedRememberedAndReset)
{
    openEditor();
    child<QKeySequenceEdit>("key_window_lung")->setKeySequence(QKeySequence(Qt::Key_F3));
    closeEditor(QDialogButtonBox::Ok);
    EXPECT_EQ(child<QAction>("window_lung")->shortcut(), QKeySequence(Qt::Key_F3));
    restart();
    EXPECT_EQ(child<QAction>("window_lung")->shortcut(), QKeySequence(Qt::Key_F3));
    EXPECT_EQ(child<QAction>("window_bone")->shortcut(), QKeySequence(Qt::Key_3));

    openEditor();
    editorButton(QDialogButtonBox::RestoreDefaults)->click();
    closeEditor(QDialogButtonBox::Ok);
    EXPECT_EQ(child<QAction>("window_lung")->shortcut(), QKeySequence(Qt::Key_1));
    EXPECT_TRUE(settings.shortcuts().isEmpty());
}

TEST_F(CommandsTest, AKeyCanBeTakenAway)
{
    openEditor();
    child<QKeySequenceEdit>("key_window_lung")->clear();
    closeEditor(QDialogButtonBox::Ok);
    restart();
    EXPECT_TRUE(child<QAction>("window_lung")->shortcut().isEmpty());
}

TEST_F(CommandsTest, AConflictIsNamedAndNotAccepted)
{
    openEditor();
    auto* problem = child<QLabel>("shortcutProblem");
    EXPECT_TRUE(problem->isHidden());
    auto* lung = child<QKeySequenceEdit>("key_window_lung");
    lung->setKeySequence(QKeySequence(Qt::Key_3));
    EXPECT_FALSE(problem->isHidden());
    EXPECT_TRUE(problem->text().contains(QStringLiteral("Lung")));
    EXPECT_TRUE(problem->text().contains(QStringLiteral("Bone")));
    EXPECT_FALSE(editorButton(QDialogButtonBox::Ok)->isEnabled());
    lung->setKeySequence(QKeySequence(Qt::Key_Up)); // Scrolls in the views.
    EXPECT_FALSE(editorButton(QDialogButtonBox::Ok)->isEnabled());
    lung->setKeySequence(QKeySequence(Qt::Key_F3));
    EXPECT_TRUE(editorButton(QDialogButtonBox::Ok)->isEnabled());
    closeEditor(QDialogButtonBox::Cancel);
    EXPECT_EQ(child<QAction>("window_lung")->shortcut(), QKeySequence(Qt::Key_1));
}

TEST_F(CommandsTest, ToolBarButtonsHaveIconsNamesAndKeys)
{
    auto* bar = child<QToolBar>("toolBar");
    int buttons = 0;
    for (QAction* action : bar->actions()) {
        auto* button = qobject_cast<QToolButton*>(bar->widgetForAction(action));
        if (!button)
            continue;
        ++buttons;
        const std::string name = action->objectName().toStdString();
        EXPECT_FALSE(button->icon().isNull()) << name;
        EXPECT_FALSE(button->accessibleName().isEmpty()) << name;
        EXPECT_FALSE(button->accessibleName().contains(QLatin1Char('&'))) << name;
        EXPECT_FALSE(button->toolTip().isEmpty()) << name;
    }
    EXPECT_GE(buttons, 7);
    QAction* overlays = child<QAction>("overlaysVisible");
    QWidget* button = bar->widgetForAction(overlays);
    EXPECT_TRUE(button->toolTip().contains(QStringLiteral("(H)")));
    overlays->setShortcut(QKeySequence(Qt::Key_F3));
    QApplication::processEvents();
    EXPECT_TRUE(button->toolTip().contains(QStringLiteral("(F3)")));
}

TEST(MenuActions, PlainTextIsWhatAPersonReads)
{
    EXPECT_EQ(plainText(QStringLiteral("&File")), QStringLiteral("File"));
    EXPECT_EQ(plainText(QStringLiteral("Look && see")), QStringLiteral("Look & see"));
    EXPECT_EQ(plainText(QString::fromUtf8("文件(&F)")), QString::fromUtf8("文件"));
    EXPECT_EQ(plainText(QStringLiteral("P&oint (HU)")), QStringLiteral("Point (HU)"));
}

TEST(Icons, FollowTheTheme)
{
    const auto brightness = [](const QString& name) {
        const QImage image =
            icon(name).pixmap(48, 48).toImage().convertToFormat(QImage::Format_ARGB32);
        double sum = 0;
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor colour = image.pixelColor(x, y);
                if (colour.alpha() > 200) {
                    sum += colour.lightness();
                    ++count;
                }
            }
        }
        EXPECT_GT(count, 50) << name.toStdString(); // There is something to see.
        return count > 0 ? sum / count : 0;
    };
    const QStringList files = QDir(QStringLiteral(FOVEA_SOURCE_DIR "/resources/icons"))
                                  .entryList({QStringLiteral("*.svg")});
    EXPECT_GT(files.size(), 20);
    for (const QString& file : files) {
        const QString name = file.chopped(4);
        applyTheme(*qApp, Settings::Theme::Dark);
        EXPECT_GT(brightness(name), 180) << name.toStdString();
        applyTheme(*qApp, Settings::Theme::Light);
        EXPECT_LT(brightness(name), 80) << name.toStdString();
    }
    EXPECT_TRUE(icon(QStringLiteral("none of that name")).isNull());
}

} // namespace
} // namespace fovea
