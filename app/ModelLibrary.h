#pragma once

#include "model/domain/Result.h"
#include "model/engine/Engine.h"

#include <filesystem>

namespace fovea {

/// Loads the shared library fovea_model (and with it LibTorch, 0.4 s and 120 MB) when it is first
/// asked for, so that the window is there before. Call from the inference thread only.
class ModelLibrary {
public:
    /// `library`: path of libfovea_model.so.
    explicit ModelLibrary(std::filesystem::path library);

    /// The library of this installation: beside the program or in ../lib.
    static std::filesystem::path installedLibrary();
    /// The demo model package of this installation (or of the source tree it was built from).
    static std::filesystem::path demoPackage();
    /// A file or folder of resources/ as installed (or in the source tree it was built from).
    static std::filesystem::path resource(const std::filesystem::path& relative);

    /// The library's entry point. ErrorCode::ModelLibraryMissing names what could not be loaded.
    Result<ModelApi*> api();

private:
    std::filesystem::path m_library;
    ModelApi* m_api = nullptr;
};

/// Environment that LibTorch's OpenMP reads once, at load: call first thing in main().
/// OMP_WAIT_POLICY=passive: without it, passes of 15 s were seen beside a busy neighbour.
void prepareModelEnvironment();

} // namespace fovea
