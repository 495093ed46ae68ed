#include "app/segmentLibrary.h"

#include <QLibrary>

namespace fovea {

Result<SegmentApi*> loadSegmentApi(const std::filesystem::path& path)
{
    // Never unloaded: LibTorch does not survive it.
    QLibrary library(QString::fromStdString(path.string()));
    library.setLoadHints(QLibrary::PreventUnloadHint);
    if (!library.load()) {
        return makeError(ErrorCode::ModelLibraryMissing, {path.string()},
                         library.errorString().toStdString());
    }
    using EntryPoint = SegmentApi* (*)();
    const auto entry = reinterpret_cast<EntryPoint>(library.resolve("foveaSegmentApi"));
    if (!entry)
        return makeError(ErrorCode::ModelLibraryMissing, {path.string()}, "no entry point");
    return entry();
}

} // namespace fovea
