#include "tests/architecture/Layering.h"

#include "tests/architecture/CodeText.h"

#include <optional>
#include <regex>
#include <sstream>

namespace fovea::architecture {

namespace {

enum class Library { Standard, Qt, Vtk, Torch, Itk, Dcmtk, Other };

Library libraryOf(const std::string& header)
{
    static const std::regex qt("(Qt?[A-Z].*)|(q[a-z]+\\.h)");
    static const std::regex vtk("(vtk.*)|(QVTK.*)");
    static const std::regex torch("(torch|ATen|c10|caffe2)/.*");
    static const std::regex itk("(itk|gdcm).*");
    static const std::regex dcmtk("dcmtk/.*");
    static const std::regex standard("[a-z_0-9]+");
    if (std::regex_match(header, vtk))
        return Library::Vtk;
    if (std::regex_match(header, qt))
        return Library::Qt;
    if (std::regex_match(header, torch))
        return Library::Torch;
    if (std::regex_match(header, itk))
        return Library::Itk;
    if (std::regex_match(header, dcmtk))
        return Library::Dcmtk;
    return std::regex_match(header, standard) ? Library::Standard : Library::Other;
}

/// "app", "viewer", "storage", "model", "model/domain", "model/edit", "tests", or "" for none of
/// ours.
std::string layerOf(std::string_view path)
{
    if (path.starts_with("model/domain/"))
        return "model/domain";
    if (path.starts_with("model/edit/"))
        return "model/edit";
    for (const std::string_view layer : {"app", "viewer", "storage", "model", "tests"}) {
        if (path.starts_with(layer) && path.substr(layer.size()).starts_with('/'))
            return std::string(layer);
    }
    return {};
}

bool mayInclude(const std::string& from, const std::string& to)
{
    if (from == "tests" || to == from || to == "model/domain")
        return true;
    if (to == "model/edit")
        return from != "model/domain";
    return from == "app" && to != "tests";
}

std::optional<std::string> forbiddenInclude(std::string_view path, const std::string& layer,
                                            const std::string& header)
{
    if (const std::string to = layerOf(header); !to.empty()) {
        if (mayInclude(layer, to))
            return {};
        return layer + " must not include " + to;
    }
    const Library library = libraryOf(header);
    if (layer == "model/domain" || layer == "model/edit")
        return library == Library::Standard ? std::optional<std::string>()
                                            : layer + " includes standard headers only";
    const bool belowQt = layer == "model" || layer == "storage";
    if (belowQt && library == Library::Qt)
        return "no Qt under " + layer;
    if (library == Library::Torch && layer != "model")
        return "LibTorch belongs under model/";
    if ((library == Library::Itk || library == Library::Dcmtk) && layer != "storage")
        return "ITK and DCMTK belong under storage/";
    if (library == Library::Vtk) {
        if (layer != "viewer")
            return "VTK belongs under viewer/";
        if (path.ends_with(".h") && !path.ends_with("Internals.h") && !path.ends_with("Impl.h"))
            return "VTK in a public header of viewer/";
    }
    return {};
}

std::optional<std::string> forbiddenWord(std::string_view path, const std::string& layer,
                                         const std::string& line, std::string& word)
{
    static const std::regex dialog("\\b(QMessageBox|QFileDialog)\\b");
    static const std::regex concurrent("\\bQtConcurrent\\w*");
    static const std::regex translation("\\btr\\s*\\(");
    std::smatch match;
    if (path != "app/Dialogs.cpp" && std::regex_search(line, match, dialog)) {
        word = match.str();
        return "dialogs are opened by app/Dialogs.cpp only";
    }
    if (!path.starts_with("app/Task") && std::regex_search(line, match, concurrent)) {
        word = match.str();
        return "threads are started by app/Task only";
    }
    const bool belowText = layer.starts_with("model") || layer == "storage";
    if (belowText && std::regex_search(line, match, translation)) {
        word = match.str();
        return "text for people is made in app/ and viewer/";
    }
    return {};
}

} // namespace

std::vector<Violation> violations(std::string_view path, std::string_view source)
{
    static const std::regex include("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"].*");
    std::vector<Violation> found;
    const std::string layer = layerOf(path);
    if (layer.empty() || layer == "tests")
        return found;

    std::istringstream withIncludes(withoutComments(source));
    std::istringstream codeLines(codeOnly(source));
    std::string text;
    std::string code;
    for (int line = 1; std::getline(withIncludes, text) && std::getline(codeLines, code); ++line) {
        std::smatch match;
        std::string word;
        if (std::regex_match(text, match, include)) {
            if (const auto rule = forbiddenInclude(path, layer, match[1].str()))
                found.push_back({std::string(path), line, *rule, match[1].str()});
        }
        if (const auto rule = forbiddenWord(path, layer, code, word))
            found.push_back({std::string(path), line, *rule, word});
    }
    return found;
}

} // namespace fovea::architecture
