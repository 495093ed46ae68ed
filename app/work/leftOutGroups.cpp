#include "app/work/leftOutGroups.h"

#include <map>
#include <string>
#include <utility>

namespace fovea {

std::vector<LeftOutGroup> groupLeftOut(const std::vector<LeftOutFile>& files)
{
    using Reason = std::pair<ErrorCode, std::vector<std::string>>;
    std::map<Reason, std::size_t> places;
    std::vector<LeftOutGroup> groups;
    for (const LeftOutFile& file : files) {
        Reason reason{file.reason.code, file.reason.arguments};
        const std::string path = file.path.string();
        std::erase(reason.second, path);
        const auto [place, isNew] = places.emplace(std::move(reason), groups.size());
        if (isNew)
            groups.push_back({&file, 0});
        ++groups[place->second].count;
    }
    return groups;
}

} // namespace fovea
