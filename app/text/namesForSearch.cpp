#include "app/text/namesForSearch.h"

#include "app/text/names.h"

namespace fovea {

FindingNames namesForSearch()
{
    return {[](const std::string& id, const std::string& english) {
                return findingName(id, english).toStdString();
            },
            [](const std::string& id) { return anatomyName(id).toStdString(); }};
}

} // namespace fovea
