#pragma once

#include "app/MainWindow.h"
#include "app/text/errorText.h"
#include "app/work/phantomWork.h"
#include "storage/CatalogFile.h"
#include "tests/app/gui/FakeDialogs.h"
#include "tests/app/gui/TestSettings.h"
#include "tests/app/gui/waitFor.h"

#include <QAction>
#include <QTemporaryDir>

#include <gtest/gtest.h>
#include <memory>

namespace fovea {

/// The real window over an archive of its own. Without a model unless it is given a library and
/// loads a package: reading needs none.
class WindowFixture : public ::testing::Test {
protected:
    static constexpr PhantomGrid smallGrid{{64, 56, 32}, {5.6, 5.6, 10.0}};

    explicit WindowFixture(const PhantomGrid& grid = smallGrid,
                           const std::filesystem::path& modelLibrary = {})
        : model(tasks, modelLibrary)
        , m_grid(grid)
    {
        makeWindow();
    }

    static const AnatomyCatalog& catalog()
    {
        static const auto read = readCatalogFile(std::filesystem::path(FOVEA_SOURCE_DIR) /
                                                 "resources/catalog/anatomies.json");
        return read.value();
    }
    /// A small phantom on disk, made once for all cases of a program, which have one grid.
    const std::filesystem::path& phantomFolder() const
    {
        static const QTemporaryDir folder;
        static const std::filesystem::path path = [this] {
            const std::filesystem::path root = folder.path().toStdString();
            const auto written = writePhantom(7, m_grid, root, catalog(), Progress());
            EXPECT_TRUE(written) << errorText(written.error()).toStdString();
            return root;
        }();
        return path;
    }

    /// Closes the window as a person would and starts another over the same archive and settings.
    void restart()
    {
        window->close();
        makeWindow();
    }
    void makeWindow()
    {
        window.reset(); // Its tasks end before the next begins.
        window = std::make_unique<MainWindow>(
            Workplace{tasks, archive, model, catalog(), settings, dialogs});
    }
    void openPhantom() { open(phantomFolder()); }
    void open(const std::filesystem::path& study)
    {
        bool shown = false;
        QObject::connect(&window->session(), &StudySession::labelsShown, window.get(),
                         [&shown] { shown = true; });
        window->importFolder(study);
        ASSERT_TRUE(waitFor([&shown] { return shown; }))
            << dialogs.errors.join(QLatin1Char('\n')).toStdString();
    }
    void trigger(const char* action)
    {
        QAction* found = child<QAction>(action);
        ASSERT_NE(found, nullptr);
        found->trigger();
    }
    void waitForAnalysis()
    {
        ASSERT_TRUE(waitFor([this] { return window->session().analysis().has_value(); }))
            << dialogs.errors.join(QLatin1Char('\n')).toStdString();
    }
    template <typename T> T* child(const char* name)
    {
        auto* found = window->findChild<T*>(QLatin1String(name));
        EXPECT_NE(found, nullptr) << name;
        return found;
    }

    QTemporaryDir folder;
    TestSettings settings{folder};
    FakeDialogs dialogs;
    TaskRunner tasks;
    Archive archive{tasks, folder.filePath(QStringLiteral("archive")).toStdString()};
    ModelService model;
    std::unique_ptr<MainWindow> window;

private:
    const PhantomGrid m_grid;
};

} // namespace fovea
