#include "app/work/siteFile.h"

#include "storage/AtomicFile.h"

#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

namespace fovea {

namespace fs = std::filesystem;

Result<std::optional<std::string>> readSiteFile(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    std::error_code error;
    // Asked afterwards: it may go at any moment.
    if (!stream.is_open() && !fs::exists(file, error))
        return std::optional<std::string>();
    std::string text((std::istreambuf_iterator<char>(stream)), {});
    if (!stream)
        return makeError(ErrorCode::FileNotReadable, {file.string()});
    return std::optional(std::move(text));
}

Status writeSiteFile(const fs::path& file, const std::string& text)
{
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    if (error)
        return makeError(ErrorCode::FileNotWritable, {file.string()}, error.message());
    return writeFileAtomically(file, text);
}

Status removeSiteFile(const fs::path& file)
{
    std::error_code error;
    fs::remove(file, error);
    if (error)
        return makeError(ErrorCode::FileNotWritable, {file.string()}, error.message());
    return Done{};
}

} // namespace fovea
