#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fovea::architecture {

/// A line that breaks an arrow of ARCHITECTURE.md.
struct Violation {
    std::string path; ///< From the repository's root, with forward slashes.
    int line = 0;     ///< From 1.
    std::string rule; ///< What is not allowed, in words.
    std::string text; ///< The header or word that breaks it.
};

/// Everything in one source file that the architecture forbids. `path` decides which rules hold.
///
/// Between folders: app → viewer, storage, model; viewer → model/domain; storage → model/domain;
/// model → model; model/domain → model/domain and the standard library. Of libraries: Qt and VTK
/// not under model/ or storage/; LibTorch only under model/; ITK and DCMTK only under storage/; VTK
/// only under viewer/, and there in no header but *Internals.h and *Impl.h. Of words: dialogs only
/// in app/Dialogs.cpp, QtConcurrent only in app/Task*, tr() not under model/ or storage/.
std::vector<Violation> violations(std::string_view path, std::string_view source);

} // namespace fovea::architecture
