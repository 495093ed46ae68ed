#pragma once

namespace fovea {

class AnatomyCatalog;
class Archive;
class Dialogs;
class ModelService;
class Settings;
class TaskRunner;

/// What the window works with; everything outlives the window.
struct Workplace {
    TaskRunner& tasks;
    const Archive& archive;
    ModelService& model;
    const AnatomyCatalog& catalog;
    Settings& settings;
    Dialogs& dialogs;
};

} // namespace fovea
