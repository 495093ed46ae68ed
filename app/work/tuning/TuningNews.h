#pragma once

#include "model/engine/Engine.h"

#include <filesystem>
#include <string>
#include <vector>

namespace fovea {

/// What a model is to learn that it does not know.
struct TuningNews {
    struct Anatomy {
        std::string id;
        std::string name; ///< English.
        /// What segmenters call its structures, for a model with its own grouping; see TuneOptions.
        std::vector<std::string> structures;
    };
    std::vector<Anatomy> anatomies;
    std::vector<ModelFinding> findings; ///< Each with at least one prompt of both kinds.
};

/// Reads JSON: {"anatomies"?: [{"id", "name", "structures"?: […]}, …],
///              "findings"?: [{"anatomy", "id", "name", "positive": […], "negative": […]}, …]}.
/// FileNotFound, FileNotReadable; MetadataBroken (file, what is wrong: an unknown member, an id
/// that is empty or repeated or that `model` has, a finding without prompts or on an anatomy that
/// neither has).
Result<TuningNews> readTuningNews(const std::filesystem::path& file, const ModelInfo& model);

/// What a tuning is told of it: appended to `options`.
void addNews(const TuningNews& news, TuneOptions& options);

} // namespace fovea
