#include "app/cli/SegmenterLibrary.h"

#include <QLibrary>

namespace fovea {

Result<SegmenterApi*> segmenterApi(CommandContext& context)
{
    // Loads the library for good; what follows finds it loaded.
    if (const auto api = context.modelApi(); !api)
        return api.error();
    const std::string path = ModelLibrary::installedLibrary().string();
    QLibrary library(QString::fromStdString(path));
    library.setLoadHints(QLibrary::PreventUnloadHint);
    using EntryPoint = SegmenterApi* (*)();
    const auto entry = reinterpret_cast<EntryPoint>(library.resolve("foveaSegmenterApi"));
    if (!entry)
        return makeError(ErrorCode::ModelLibraryMissing, {path}, "no entry point for segmenters");
    return entry();
}

} // namespace fovea
