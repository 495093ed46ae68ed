#include "app/work/bytesBelow.h"

namespace fovea {

namespace fs = std::filesystem;

std::uintmax_t bytesBelow(const fs::path& folder)
{
    std::uintmax_t bytes = 0;
    std::error_code error;
    for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end;
         it.increment(error))
    {
        std::error_code ignored;
        if (it->is_regular_file(ignored))
            bytes += it->file_size(ignored);
    }
    return bytes;
}

} // namespace fovea
