#include "app/ModelLibrary.h"

#include <QCoreApplication>
#include <QLibrary>

#include <cstdlib>

namespace fovea {

ModelLibrary::ModelLibrary(std::filesystem::path library)
    : m_library(std::move(library))
{
}

std::filesystem::path ModelLibrary::installedLibrary()
{
    const std::filesystem::path bin = QCoreApplication::applicationDirPath().toStdString();
    return bin / ".." / "lib" / "libfovea_model.so";
}

std::filesystem::path ModelLibrary::resource(const std::filesystem::path& relative)
{
    const std::filesystem::path bin = QCoreApplication::applicationDirPath().toStdString();
    const std::filesystem::path installed = bin / ".." / "share" / "fovea" / relative;
    std::error_code ignored;
    if (std::filesystem::exists(installed, ignored))
        return installed;
    return std::filesystem::path(FOVEA_RESOURCES_DIR) / relative;
}

std::filesystem::path ModelLibrary::demoPackage()
{
    return resource("model/demo");
}

Result<ModelApi*> ModelLibrary::api()
{
    if (m_api)
        return m_api;
    // Never unloaded: LibTorch does not survive it.
    QLibrary library(QString::fromStdString(m_library.string()));
    library.setLoadHints(QLibrary::PreventUnloadHint);
    if (!library.load()) {
        return makeError(ErrorCode::ModelLibraryMissing, {m_library.string()},
                         library.errorString().toStdString());
    }
    using EntryPoint = ModelApi* (*)();
    const auto entry = reinterpret_cast<EntryPoint>(library.resolve("foveaModelApi"));
    if (!entry)
        return makeError(ErrorCode::ModelLibraryMissing, {m_library.string()}, "no entry point");
    m_api = entry();
    return m_api;
}

void prepareModelEnvironment()
{
    ::setenv("OMP_WAIT_POLICY", "passive", 0);
}

} // namespace fovea
