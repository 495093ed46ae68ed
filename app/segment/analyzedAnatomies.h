#pragma once

#include <string>
#include <vector>

namespace fovea {

class Settings;

/// Ids of the anatomies that the model package in use looks at, from its model.json; empty where
/// that cannot be read.
std::vector<std::string> analyzedAnatomies(const Settings& settings);

} // namespace fovea
