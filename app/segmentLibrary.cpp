#include "app/segmentLibrary.h"

#include <QLibrary>

namespace fovea {

Result<SegmenterApi*> loadSegmenterApi(const std::filesystem::path& path)
{
    // Never unloaded: LibTorch does not survive it.
    QLibrary library(QString::fromStdString(path.string()));
    library.setLoadHints(QLibrary::PreventUnloadHint);
    if (!library.load()) {
        return makeError(ErrorCode::ModelLibraryMissing, {path.string()},
                         library.errorString().toStdString());
    }
    using EntryPoint = SegmenterApi* (*)();
    const auto entry = reinterpret_cast<EntryPoint>(library.resolve("foveaSegmenterApi"));
    if (!entry)
        return makeError(ErrorCode::ModelLibraryMissing, {path.string()}, "no entry point");
    return entry();
}

} // namespace fovea
