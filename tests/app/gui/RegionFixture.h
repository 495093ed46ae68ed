#pragma once

#include "app/MainWindow.h"
#include "app/text/errorText.h"
#include "app/work/phantomWork.h"
#include "storage/CatalogFile.h"
#include "tests/app/gui/FakeDialogs.h"
#include "tests/app/gui/waitFor.h"

#include <QAction>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>

#include <gtest/gtest.h>
#include <memory>

namespace fovea {

/// The real window over an archive of its own, with a model library that needs no LibTorch
/// (RegionModelLibrary.cpp; FOVEA_MODEL_LIBRARY).
class RegionFixture : public ::testing::Test {
protected:
    RegionFixture()
    {
        model.load("regions");
        makeWindow();
    }
    /// Another one over the same archive.
    void makeWindow()
    {
        window.reset();
        window = std::make_unique<MainWindow>(
            Workplace{tasks, archive, model, catalog(), settings, dialogs});
        window->show();
        EXPECT_TRUE(waitFor([this] { return model.info().has_value(); }));
    }

    static const AnatomyCatalog& catalog()
    {
        static const auto read = readCatalogFile(std::filesystem::path(FOVEA_SOURCE_DIR) /
                                                 "resources/catalog/anatomies.json");
        return read.value();
    }
    /// Small phantoms on disk, made once for all cases.
    static std::filesystem::path phantomFolder(int seed)
    {
        static const QTemporaryDir made;
        const std::filesystem::path root =
            std::filesystem::path(made.path().toStdString()) / std::to_string(seed);
        if (!std::filesystem::exists(root)) {
            std::filesystem::create_directories(root);
            const PhantomGrid grid{{96, 84, 48}, {3.7, 3.7, 6.7}};
            const auto written =
                writePhantom(static_cast<std::uint64_t>(seed), grid, root, catalog(), Progress());
            EXPECT_TRUE(written) << errorText(written.error()).toStdString();
        }
        return root;
    }
    template <typename T> T* child(const char* name)
    {
        auto* found = window->findChild<T*>(QLatin1String(name));
        EXPECT_NE(found, nullptr) << name;
        return found;
    }
    qint64 openSeries()
    {
        return window->session().series() ? window->session().series()->series.id : 0;
    }
    /// Imports a phantom and waits until what the model says of it is in the archive.
    qint64 open(int seed)
    {
        const qint64 before = openSeries();
        bool saved = false;
        const auto connection = QObject::connect(&window->session(), &StudySession::analysisSaved,
                                                 [&saved] { saved = true; });
        window->importFolder(phantomFolder(seed));
        EXPECT_TRUE(waitFor([&] { return saved && openSeries() != before; }))
            << dialogs.errors.join(QLatin1Char('\n')).toStdString();
        QObject::disconnect(connection);
        return openSeries();
    }
    void ask(const QString& question)
    {
        child<QLineEdit>("question")->setText(question);
        child<QPushButton>("ask")->click();
        EXPECT_TRUE(waitFor([this] { return child<QPushButton>("ask")->isEnabled(); }));
    }
    void trigger(const char* action)
    {
        auto* found = child<QAction>(action);
        ASSERT_TRUE(found->isEnabled()) << action;
        found->trigger();
    }
    /// Into the line that asks for a name.
    void name(const QString& text)
    {
        child<QLineEdit>("searchName")->setText(text);
        child<QPushButton>("keepSearchName")->click();
    }

    QTemporaryDir folder;
    Settings settings{folder.filePath(QStringLiteral("settings.ini"))};
    FakeDialogs dialogs;
    TaskRunner tasks;
    Archive archive{tasks, folder.filePath(QStringLiteral("archive")).toStdString()};
    ModelService model{tasks, FOVEA_MODEL_LIBRARY};
    std::unique_ptr<MainWindow> window;
};

} // namespace fovea
