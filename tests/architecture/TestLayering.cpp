#include "tests/architecture/CodeText.h"
#include "tests/architecture/Layering.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <map>
#include <regex>
#include <sstream>
#include <string>

namespace fovea::architecture {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    EXPECT_TRUE(in) << file;
    return {std::istreambuf_iterator<char>(in), {}};
}

class Folder : public testing::TestWithParam<const char*> {};

TEST_P(Folder, BreaksNoArrow)
{
    const fs::path root(FOVEA_SOURCE_DIR);
    int files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(root / GetParam())) {
        const std::string extension = entry.path().extension().string();
        if (!entry.is_regular_file() || (extension != ".h" && extension != ".cpp"))
            continue;
        ++files;
        const std::string path = fs::relative(entry.path(), root).generic_string();
        for (const Violation& v : violations(path, read(entry.path())))
            ADD_FAILURE() << v.path << ':' << v.line << ": " << v.rule << " (" << v.text << ')';
    }
    EXPECT_GT(files, 0) << "nothing was looked at";
}

INSTANTIATE_TEST_SUITE_P(Layering, Folder, testing::Values("app", "viewer", "storage", "model"),
                         [](const auto& info) { return std::string(info.param); });

/// One program links all folders, and all are one namespace: a second type of a name in another
/// folder would be undefined behaviour that no compiler sees.
TEST(Names, ATypeOfAHeaderHasANameOfItsOwn)
{
    const fs::path root(FOVEA_SOURCE_DIR);
    const std::regex definition(
        R"(^(?:class|struct|enum class) (\w+)(?: final)?(?: : [^;{]*)? ?\{?$)");
    std::map<std::string, std::string> headers;
    for (const char* folder : {"app", "viewer", "storage", "model"}) {
        for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
            if (entry.path().extension() != ".h")
                continue;
            std::istringstream lines(read(entry.path()));
            std::smatch found;
            for (std::string line; std::getline(lines, line);) {
                if (!std::regex_match(line, found, definition))
                    continue;
                const std::string path = fs::relative(entry.path(), root).generic_string();
                const auto [known, added] = headers.emplace(found[1], path);
                EXPECT_TRUE(added) << found[1] << " is in " << known->second << " and in " << path;
            }
        }
    }
    EXPECT_GT(headers.size(), 200u) << "nothing was looked at";
    EXPECT_TRUE(headers.contains("SlicePlane"));
}

/// How many violations a file of one line has.
std::size_t count(const std::string& path, const std::string& line)
{
    return violations(path, line + "\n").size();
}

TEST(LayeringRules, ArrowsBetweenFolders)
{
    const std::string viewer = "#include \"viewer/SliceScene.h\"";
    const std::string storage = "#include \"storage/StudyStore.h\"";
    const std::string engine = "#include \"model/engine/Engine.h\"";
    const std::string volume = "#include \"model/domain/Volume.h\"";
    const std::string app = "#include \"app/MainWindow.h\"";
    for (const std::string& allowed : {viewer, storage, engine, volume, app})
        EXPECT_EQ(count("app/panel/Panel.cpp", allowed), 0u) << allowed;
    EXPECT_EQ(count("viewer/SliceScene.cpp", volume), 0u);
    EXPECT_EQ(count("viewer/SliceScene.cpp", viewer), 0u);
    EXPECT_EQ(count("storage/StudyStore.cpp", volume), 0u);
    EXPECT_EQ(count("model/engine/Engine.cpp", engine), 0u);

    EXPECT_EQ(count("viewer/SliceScene.cpp", storage), 1u);
    EXPECT_EQ(count("viewer/SliceScene.cpp", engine), 1u);
    EXPECT_EQ(count("viewer/SliceScene.h", app), 1u);
    EXPECT_EQ(count("storage/StudyStore.h", viewer), 1u);
    EXPECT_EQ(count("storage/StudyStore.h", engine), 1u);
    EXPECT_EQ(count("storage/StudyStore.h", app), 1u);
    EXPECT_EQ(count("model/engine/Engine.cpp", storage), 1u);
    EXPECT_EQ(count("model/engine/Engine.cpp", viewer), 1u);
    EXPECT_EQ(count("model/domain/Volume.h", engine), 1u);

    const std::string edit = "#include \"model/edit/LabelPatch.h\"";
    for (const char* user : {"app/a.cpp", "viewer/a.cpp", "storage/a.cpp", "model/engine/a.cpp"})
        EXPECT_EQ(count(user, edit), 0u) << user;
    EXPECT_EQ(count("model/edit/LabelPatch.h", volume), 0u);
    EXPECT_EQ(count("model/edit/LabelPatch.h", engine), 1u);
    EXPECT_EQ(count("model/edit/LabelPatch.h", "#include <nlohmann/json.hpp>"), 1u);
    EXPECT_EQ(count("model/domain/Volume.h", edit), 1u);
    EXPECT_EQ(count("app/main.cpp", "#include \"tests/support/FakeDialogs.h\""), 1u);
}

TEST(LayeringRules, TheDomainHasStandardHeadersOnly)
{
    EXPECT_EQ(count("model/domain/Volume.h", "#include <vector>"), 0u);
    EXPECT_EQ(count("model/domain/Volume.h", "#include <cstdint>"), 0u);
    EXPECT_EQ(count("model/domain/Volume.h", "#include <nlohmann/json.hpp>"), 1u);
    EXPECT_EQ(count("model/domain/Volume.h", "#include <unistd.h>"), 1u);
    EXPECT_EQ(count("model/domain/Volume.cpp", "#include <ATen/core/Tensor.h>"), 1u);
    EXPECT_EQ(count("model/domain/Volume.cpp", "#include <QString>"), 1u);
}

TEST(LayeringRules, LibrariesStayInTheirFolders)
{
    for (const char* qt : {"#include <QString>", "#include <QtCore/QObject>",
                           "#include <QtConcurrent>", "#include <qglobal.h>"})
    {
        EXPECT_GE(count("model/text/WordPiece.cpp", qt), 1u) << qt;
        EXPECT_GE(count("storage/StudyStore.cpp", qt), 1u) << qt;
    }
    EXPECT_EQ(count("viewer/SliceWidget.h", "#include <QWidget>"), 0u);

    EXPECT_EQ(count("viewer/VolumeScene.cpp", "#include <vtkRenderer.h>"), 0u);
    EXPECT_EQ(count("viewer/VolumeSceneInternals.h", "#include <vtkRenderer.h>"), 0u);
    EXPECT_EQ(count("viewer/VolumeSceneImpl.h", "#include <vtkRenderer.h>"), 0u);
    EXPECT_EQ(count("viewer/VolumeScene.h", "#include <vtkRenderer.h>"), 1u);
    EXPECT_EQ(count("app/MainWindow.cpp", "#include <vtkRenderer.h>"), 1u);
    EXPECT_EQ(count("model/engine/Engine.cpp", "#include <vtkImageData.h>"), 1u);
    EXPECT_EQ(count("storage/StudyStore.cpp", "#include <QVTKOpenGLWidget.h>"), 1u);

    EXPECT_EQ(count("model/network/Encoder.h", "#include <ATen/core/Tensor.h>"), 0u);
    for (const char* torch : {"#include <torch/torch.h>", "#include <c10/core/Device.h>",
                              "#include <caffe2/serialize/inline_container.h>"})
        EXPECT_EQ(count("app/MainWindow.cpp", torch), 1u) << torch;

    EXPECT_EQ(count("storage/SeriesReader.cpp", "#include <itkImage.h>"), 0u);
    EXPECT_EQ(count("storage/SeriesReader.cpp", "#include <dcmtk/dcmdata/dctk.h>"), 0u);
    EXPECT_EQ(count("app/MainWindow.h", "#include <itkImage.h>"), 1u);
    EXPECT_EQ(count("viewer/SliceScene.cpp", "#include <dcmtk/dcmdata/dctk.h>"), 1u);
    EXPECT_EQ(count("model/preprocess/Crop.cpp", "#include <gdcmReader.h>"), 1u);
}

TEST(LayeringRules, WordsStayInTheirFiles)
{
    EXPECT_EQ(count("app/Dialogs.cpp", "QMessageBox::warning(parent, title, text);"), 0u);
    EXPECT_EQ(count("app/MainWindow.cpp", "QMessageBox::warning(this, title, text);"), 1u);
    EXPECT_EQ(count("app/MainWindow.cpp", "#include <QFileDialog>"), 1u);
    EXPECT_EQ(count("app/Task.h", "QtConcurrent::run(pool, work);"), 0u);
    EXPECT_EQ(count("app/TaskPool.cpp", "#include <QtConcurrent>"), 0u);
    EXPECT_EQ(count("app/MainWindow.cpp", "QtConcurrent::run(work);"), 1u);
    EXPECT_EQ(count("app/MainWindow.cpp", "#include <QtConcurrentRun>"), 1u);
    EXPECT_EQ(count("app/MainWindow.cpp", "label->setText(tr(\"Lung\"));"), 0u);
    EXPECT_EQ(count("storage/StudyStore.cpp", "return tr(\"Lung\");"), 1u);
    EXPECT_EQ(count("model/domain/Error.h", "return QObject::tr(\"Lung\");"), 1u);
    EXPECT_EQ(count("model/network/Encoder.cpp", "const auto s = str(x) + attr(y);"), 0u);
}

TEST(LayeringRules, CommentsAndLiteralsDoNotCount)
{
    EXPECT_EQ(count("storage/StudyStore.cpp", "// #include <QString>, and tr( never"), 0u);
    EXPECT_EQ(count("storage/StudyStore.cpp", "/* tr(\n#include <QString> */"), 0u);
    EXPECT_EQ(count("storage/StudyStore.cpp", "log(\"tr(\");"), 0u);
    EXPECT_EQ(count("app/MainWindow.cpp", "auto s = R\"(QMessageBox)\";"), 0u);
    EXPECT_EQ(count("storage/StudyStore.cpp", "f(\"//\"); tr(x);"), 1u);
    EXPECT_EQ(count("storage/StudyStore.cpp", "f('\"'); tr(x); g('\"');"), 1u);
    EXPECT_EQ(count("storage/StudyStore.cpp", "f(1'000); tr(x); g(1'000);"), 1u);
}

TEST(LayeringRules, NamesTheLine)
{
    const auto found = violations("viewer/A.cpp", "/* a\n b */\n\n#include \"storage/B.h\"\n");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].line, 4);
    EXPECT_EQ(found[0].text, "storage/B.h");
}

TEST(CodeText, KeepsLinesAndCode)
{
    EXPECT_EQ(withoutComments("a // b\nc"), "a  \nc");
    EXPECT_EQ(withoutComments("\"// no comment\""), "\"// no comment\"");
    EXPECT_EQ(codeOnly("f(\"x\\\"y\") + g"), "f( ) + g");
    EXPECT_EQ(codeOnly("R\"d(a\n)\" )d\"; h"), "\n ; h");
}

} // namespace
} // namespace fovea::architecture
