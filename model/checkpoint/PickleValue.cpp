#include "model/checkpoint/PickleValue.h"

namespace fovea {

const PickleValue* PickleValue::find(std::string_view name) const
{
    if (kind != Kind::Dict)
        return nullptr;
    for (std::size_t i = 0; i + 1 < items.size(); i += 2) {
        if (items[i]->kind == Kind::Text && items[i]->text == name)
            return items[i + 1];
    }
    return nullptr;
}

} // namespace fovea
