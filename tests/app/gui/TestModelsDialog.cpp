#include "app/models/ModelsDialog.h"
#include "app/text/errorText.h"
#include "tests/app/gui/FakeDialogs.h"
#include "tests/app/gui/waitFor.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QTemporaryDir>

#include <fstream>
#include <gtest/gtest.h>

namespace fovea {
namespace {

namespace fs = std::filesystem;

const fs::path DemoPackage = fs::path(FOVEA_SOURCE_DIR) / "resources/model/demo";

class ModelsDialogTest : public ::testing::Test {
protected:
    ModelsDialogTest()
    {
        settings.setModelsFolder(models);
        model.load(DemoPackage);
        EXPECT_TRUE(waitFor([this] { return model.info().has_value(); }));
    }

    /// A package in the models folder; without vocabulary it cannot be loaded.
    fs::path addPackage(const std::string& name, bool loads = true)
    {
        const fs::path package = models / name;
        fs::create_directories(package);
        for (const char* file : {"model.json", "weights.safetensors"})
            fs::copy(DemoPackage / file, package);
        if (loads)
            fs::copy(DemoPackage / "vocab.txt", package);
        return package;
    }
    fs::path writeCheckpoint(const std::string& name, const std::string& line)
    {
        const fs::path file = root / name;
        std::ofstream(file) << line << '\n';
        return file;
    }
    void open(int packages)
    {
        dialog = std::make_unique<ModelsDialog>(
            ModelsDialog::Parts{tasks, model, library, settings, dialogs}, DemoPackage);
        dialog->show();
        expectPackages(packages);
    }
    void expectPackages(int count)
    {
        auto* list = child<QListWidget>("models");
        ASSERT_TRUE(waitFor([&] { return list->count() == count; }));
    }
    template <typename Widget> Widget* child(const char* name)
    {
        auto* found = dialog->findChild<Widget*>(QLatin1String(name));
        EXPECT_NE(found, nullptr) << name;
        return found;
    }
    QPushButton* button(const char* name) { return child<QPushButton>(name); }
    QString text(const char* name) { return child<QLabel>(name)->text(); }
    QString row(int n) { return child<QListWidget>("models")->item(n)->text(); }
    void select(int n) { child<QListWidget>("models")->setCurrentRow(n); }
    void import(const fs::path& checkpoint)
    {
        dialogs.nextFile = QString::fromStdString(checkpoint.string());
        dialogs.nextFolder = folder.path();
        button("importModel")->click();
    }

    QTemporaryDir folder;
    const fs::path root = folder.path().toStdString();
    const fs::path models = root / "models";
    Settings settings{folder.filePath(QStringLiteral("settings.ini"))};
    FakeDialogs dialogs;
    TaskRunner tasks;
    ModelService model{tasks, FOVEA_FAKE_MODEL_LIBRARY};
    const LibraryWork library{tasks, FOVEA_FAKE_MODEL_LIBRARY};
    std::unique_ptr<ModelsDialog> dialog;
};

TEST_F(ModelsDialogTest, TheBundledModelIsThereAndSpeaks)
{
    open(1);
    EXPECT_TRUE(row(0).contains(QStringLiteral("Fovea demo")));
    EXPECT_TRUE(row(0).contains(QStringLiteral("in use")));
    EXPECT_TRUE(row(0).contains(QStringLiteral("comes with Fovea")));
    EXPECT_TRUE(child<QLabel>("packageWarning")->isVisible());
    EXPECT_TRUE(text("packageWarning").contains(QStringLiteral("means nothing on a patient")));
    EXPECT_EQ(text("packageLicence"), QStringLiteral("Apache-2.0"));
    EXPECT_TRUE(text("packageAnatomies").contains(QStringLiteral("Lung")));
    EXPECT_TRUE(text("packageSize").endsWith(QStringLiteral("MB")));
    EXPECT_FALSE(button("useModel")->isEnabled());
    EXPECT_FALSE(button("removeModel")->isEnabled());
}

TEST_F(ModelsDialogTest, TheFingerprintIsShortOnTheFaceAndWholeOnTheClipboard)
{
    open(1);
    auto* copy = button("copyFingerprint");
    ASSERT_TRUE(waitFor([&] { return copy->isEnabled(); }));
    copy->click();
    const QString whole = QGuiApplication::clipboard()->text();
    EXPECT_EQ(whole.size(), 64);
    EXPECT_EQ(text("packageFingerprint"), whole.first(12) + QStringLiteral("…"));
    EXPECT_EQ(child<QLabel>("packageFingerprint")->toolTip(), whole);
}

TEST_F(ModelsDialogTest, AnotherModelIsUsedAndChosen)
{
    const fs::path other = addPackage("other");
    open(2);
    select(1);
    ASSERT_TRUE(button("useModel")->isEnabled());
    button("useModel")->click();
    EXPECT_TRUE(settings.modelPackage().empty()) << "not before it is ready";
    ASSERT_TRUE(waitFor([&] { return model.package() == other; }));
    EXPECT_EQ(settings.modelPackage(), other);
    EXPECT_TRUE(row(1).contains(QStringLiteral("in use")));
    EXPECT_FALSE(row(0).contains(QStringLiteral("in use")));
    EXPECT_FALSE(button("useModel")->isEnabled());
    EXPECT_FALSE(button("removeModel")->isEnabled()) << "the model in use stays";

    select(0);
    button("useModel")->click();
    ASSERT_TRUE(waitFor([&] { return model.package() == DemoPackage; }));
    EXPECT_TRUE(settings.modelPackage().empty()) << "the bundled model has no path";
}

TEST_F(ModelsDialogTest, AModelThatCannotBeLoadedChangesNothing)
{
    addPackage("half", false);
    open(2);
    select(1);
    std::optional<Error> failure;
    QObject::connect(&model, &ModelService::failed, dialog.get(),
                     [&](const Error& error) { failure = error; });
    button("useModel")->click();
    ASSERT_TRUE(waitFor([&] { return failure.has_value(); }));
    EXPECT_EQ(model.package(), DemoPackage);
    EXPECT_TRUE(settings.modelPackage().empty());
    EXPECT_TRUE(row(0).contains(QStringLiteral("in use")));
    EXPECT_TRUE(button("useModel")->isEnabled());
}

TEST_F(ModelsDialogTest, AnImportedModelIsAddedAndShown)
{
    open(1);
    import(writeCheckpoint("fvlm.v2.pth", "package " + DemoPackage.string()));
    EXPECT_TRUE(child<QProgressBar>("importProgress")->isVisible());
    expectPackages(2);
    EXPECT_FALSE(child<QProgressBar>("importProgress")->isVisible());
    EXPECT_TRUE(row(1).contains(QStringLiteral("fvlm-v2")));
    EXPECT_EQ(child<QListWidget>("models")->currentRow(), 1);
    EXPECT_EQ(model.package(), DemoPackage) << "importing is not using";
    EXPECT_TRUE(dialogs.errors.isEmpty());

    // The same name again does not overwrite.
    import(root / "fvlm.v2.pth");
    expectPackages(3);
    EXPECT_TRUE(isModelPackage(models / "fvlm-v2-2"));
}

/// Nobody but the person who imports it knows whether it is the released checkpoint: whose
/// thresholds come with it only then.
TEST_F(ModelsDialogTest, ThresholdsComeOnlyWithThePersonsWord)
{
    const auto manifestOf = [this](const char* package) {
        std::ifstream in(models / package / "manifest");
        std::string line;
        std::getline(in, line);
        return line;
    };
    open(1);
    EXPECT_TRUE(text("packageThresholds").contains(QStringLiteral("synthetic chests")));
    const fs::path bare = addPackage("bare");
    import(writeCheckpoint("other.pth", "package " + bare.string()));
    expectPackages(3);
    EXPECT_EQ(dialogs.questions.size(), 1);
    EXPECT_EQ(manifestOf("other"), "");
    dialogs.nextAnswer = true;
    import(writeCheckpoint("model.pth", "package " + bare.string()));
    expectPackages(4);
    EXPECT_EQ(manifestOf("model"), "released.json");
}

TEST_F(ModelsDialogTest, AFailedImportIsExplained)
{
    open(1);
    import(writeCheckpoint("bad.pth", "junk"));
    ASSERT_TRUE(waitFor([&] { return !dialogs.errors.isEmpty(); }));
    EXPECT_EQ(dialogs.errors.first(),
              errorText(makeError(ErrorCode::CheckpointBroken, {"no checkpoint"})));
    EXPECT_TRUE(button("importModel")->isEnabled());
    EXPECT_FALSE(child<QProgressBar>("importProgress")->isVisible());
    EXPECT_EQ(child<QListWidget>("models")->count(), 1);
}

TEST_F(ModelsDialogTest, AnImportCanBeCancelled)
{
    open(1);
    import(writeCheckpoint("slow.pth", "endless"));
    EXPECT_FALSE(button("importModel")->isEnabled());
    ASSERT_TRUE(waitFor([&] { return child<QProgressBar>("importProgress")->value() == 50; }));
    button("cancelImport")->click();
    ASSERT_TRUE(waitFor([&] { return button("importModel")->isEnabled(); }));
    EXPECT_TRUE(dialogs.errors.isEmpty());
    EXPECT_TRUE(text("modelsStatus").contains(QStringLiteral("cancelled")));
    EXPECT_FALSE(fs::exists(models / "slow"));
}

TEST_F(ModelsDialogTest, AnUnansweredQuestionImportsNothing)
{
    open(1);
    button("importModel")->click();
    dialogs.nextFile = folder.filePath(QStringLiteral("x.pth"));
    button("importModel")->click();
    EXPECT_TRUE(button("importModel")->isEnabled());
    EXPECT_TRUE(text("modelsStatus").isEmpty());
}

TEST_F(ModelsDialogTest, RemovingAsksFirst)
{
    const fs::path other = addPackage("other");
    const fs::path kept = addPackage("kept");
    open(3);
    select(2);
    ASSERT_TRUE(row(2).contains(QStringLiteral("other")));
    button("removeModel")->click();
    ASSERT_EQ(dialogs.questions.size(), 1);
    EXPECT_TRUE(dialogs.questions.first().contains(QString::fromStdString(other.string())));
    EXPECT_TRUE(fs::exists(other)) << "the answer was no";
    dialogs.nextAnswer = true;
    button("removeModel")->click();
    expectPackages(2);
    EXPECT_FALSE(fs::exists(other));
    EXPECT_TRUE(isModelPackage(kept));
}

TEST_F(ModelsDialogTest, ADamagedPackageIsShownAsSuch)
{
    fs::create_directories(models / "broken");
    std::ofstream(models / "broken" / "model.json") << "{}";
    open(2);
    select(1);
    EXPECT_TRUE(row(1).contains(QStringLiteral("damaged")));
    EXPECT_TRUE(text("packageWarning").contains(QStringLiteral("model.json")));
    EXPECT_FALSE(button("useModel")->isEnabled());
    EXPECT_TRUE(button("removeModel")->isEnabled());
}

class AdapterImportTest : public ModelsDialogTest {
protected:
    /// As `tune export` writes it.
    void writeAdapter(const std::string& parent)
    {
        const fs::path adapter = root / "adapter";
        fs::create_directories(adapter);
        std::ofstream(adapter / "adapter.json")
            << R"({"format": 1, "parent": ")" << parent
            << R"(", "parentName": "Their model", "model": {"name": "Tuned at Lakeside",
                "calibratedOn": "Chests of Lakeside"}})";
        std::ofstream(adapter / "adapter.safetensors") << '\n';
        dialogs.nextFolder = QString::fromStdString(adapter.string());
    }
};

TEST_F(AdapterImportTest, AnotherSitesAdapterBecomesAModelOfItsParent)
{
    const fs::path parent = addPackage("parent");
    std::ofstream(parent / "vocab.txt", std::ios::app) << "word\n"; // Not the bundled one.
    writeAdapter(*packageFingerprint(parent, Progress()));
    open(2);
    button("importAdapter")->click();
    EXPECT_FALSE(button("importAdapter")->isEnabled());
    expectPackages(3);
    EXPECT_TRUE(dialogs.errors.isEmpty());
    EXPECT_TRUE(row(1).contains(QStringLiteral("Tuned at Lakeside"))) << row(1).toStdString();
    EXPECT_EQ(packageFingerprint(models / "Tuned at Lakeside", Progress()).value(),
              packageFingerprint(parent, Progress()).value());
    EXPECT_EQ(model.package(), DemoPackage) << "importing is not using";
    EXPECT_TRUE(text("modelsStatus").contains(QStringLiteral("Tuned at Lakeside")));
}

TEST_F(AdapterImportTest, WithoutItsParentItIsRefusedByName)
{
    writeAdapter(std::string(64, 'a'));
    open(1);
    button("importAdapter")->click();
    ASSERT_TRUE(waitFor([&] { return !dialogs.errors.isEmpty(); }));
    EXPECT_TRUE(dialogs.errors.first().contains(QStringLiteral("Their model")));
    EXPECT_TRUE(dialogs.errors.first().contains(QStringLiteral("aaaaaaaaaaaa…")));
    EXPECT_EQ(child<QListWidget>("models")->count(), 1);
    EXPECT_FALSE(fs::exists(models / "Tuned at Lakeside"));
    EXPECT_TRUE(button("importAdapter")->isEnabled());
    EXPECT_FALSE(child<QProgressBar>("importProgress")->isVisible());
}

TEST_F(AdapterImportTest, WhatIsNoAdapterIsSaid)
{
    open(1);
    dialogs.nextFolder = folder.path();
    button("importAdapter")->click();
    ASSERT_EQ(dialogs.errors.size(), 1);
    writeAdapter(*packageFingerprint(DemoPackage, Progress()));
    fs::remove(root / "adapter" / "adapter.safetensors");
    button("importAdapter")->click();
    ASSERT_TRUE(waitFor([&] { return dialogs.errors.size() == 2; }));
    EXPECT_EQ(child<QListWidget>("models")->count(), 1);
}

TEST_F(ModelsDialogTest, OnlyPackagesInsideTheModelsFolderCanBeRemoved)
{
    const fs::path package = addPackage("real");
    const fs::path outside = root / "elsewhere" / "package";
    fs::create_directories(outside.parent_path());
    fs::copy(package, outside);
    fs::create_directory_symlink(outside, models / "link");
    fs::create_directories(models / "no-package");
    for (const fs::path& other : {outside, models / "link", models / "no-package", models,
                                  models / "real" / "..", fs::path()})
    {
        EXPECT_FALSE(isRemovable(other, models)) << other;
        EXPECT_FALSE(removePackage(other, models)) << other;
    }
    EXPECT_TRUE(isModelPackage(outside));
    EXPECT_TRUE(removePackage(package, models));
    EXPECT_FALSE(fs::exists(package));

    // A package from elsewhere is listed once, and stays.
    settings.setModelPackage(outside);
    open(2);
    select(1);
    EXPECT_FALSE(button("removeModel")->isEnabled());
}

TEST_F(ModelsDialogTest, ClosingWhileImportingIsClean)
{
    open(1);
    import(writeCheckpoint("slow.pth", "endless"));
    // The fixture's destructors run now: the import is asked to stop and nobody hears of it.
}

TEST(PackageFacts, TheFingerprintIsTheOneThatTheModelGives)
{
    TaskRunner tasks;
    ModelService model(tasks, FOVEA_MODEL_LIBRARY);
    model.load(DemoPackage);
    ASSERT_TRUE(waitFor([&] { return model.info().has_value(); }));
    const auto facts = readPackageFacts(DemoPackage);
    ASSERT_TRUE(facts);
    EXPECT_EQ(*packageFingerprint(DemoPackage, Progress()), model.info()->fingerprint);
    EXPECT_EQ(facts->name, model.info()->name);
    EXPECT_EQ(facts->demo, model.info()->demo);
    EXPECT_EQ(facts->licence, model.info()->licence);
    EXPECT_EQ(facts->provenance, model.info()->provenance);
    EXPECT_EQ(facts->anatomyIds, model.info()->anatomyIds);
}

} // namespace
} // namespace fovea
