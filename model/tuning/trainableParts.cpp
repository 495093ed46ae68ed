#include "model/tuning/trainableParts.h"

#include <charconv>

namespace fovea {

int anatomyOfParameter(std::string_view name)
{
    for (const std::string_view prefix : {"vision_projs.", "statistics_projs.", "statistics_norm."})
    {
        int anatomy = -1;
        if (name.starts_with(prefix) &&
            std::from_chars(name.data() + prefix.size(), name.data() + name.size(), anatomy).ec ==
                std::errc())
            return anatomy;
    }
    return -1;
}

bool learns(std::string_view name, TuneWay way, std::size_t knownAnatomies)
{
    if (way == TuneWay::Calibration || name.starts_with("statistics_norm."))
        return false;
    if (way == TuneWay::All)
        return true;
    if (name == "query_tokens")
        return true;
    const int anatomy = anatomyOfParameter(name);
    if (way == TuneWay::Queries)
        return anatomy >= static_cast<int>(knownAnatomies);
    return anatomy >= 0 || name.starts_with("text_proj.");
}

bool hasAdapter(std::string_view name)
{
    if (!name.ends_with(".weight"))
        return false;
    if (name.starts_with("visual_encoder.blocks."))
        return name.find(".attn.") != std::string_view::npos ||
               name.find(".mlp.") != std::string_view::npos;
    return name.starts_with("text_encoder.encoder.layer.") &&
           (name.find(".dense.") != std::string_view::npos ||
            name.find(".self.") != std::string_view::npos);
}

} // namespace fovea
