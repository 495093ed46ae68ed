#pragma once

#include "model/domain/ImageGeometry.h"
#include "model/domain/Result.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

// The segmentation networks (nnU-Net) that a user imported, and what their files say about them,
// read without LibTorch. No Qt. Any thread.

namespace fovea {

/// What is known of a network's licence. Nothing here is legal advice; what the files themselves
/// say comes before what TotalSegmentator's README says of its own models.
enum class SegmentationLicence {
    Stated, ///< In its files: SegmentationFacts::statedLicence.
    /// One of TotalSegmentator's `total` and `body` models by number and name: Apache-2.0.
    OpenTotal,
    /// Has the number of another of TotalSegmentator's open models (Apache-2.0), but may be any.
    PerhapsOpen,
    /// Has the number of one that needs a licence and is free for non-commercial use only.
    PerhapsRestricted,
    NotStated,
};

struct SegmentationFacts {
    std::string name;          ///< Of the data set, e.g. "Dataset297_TotalSegmentator_total_3mm…".
    std::string trainer;       ///< E.g. "nnUNetTrainerNoMirroring"; empty where unknown.
    std::string configuration; ///< E.g. "3d_fullres".
    std::vector<std::string> structures; ///< As the network calls them, by rising label.
    Vec3 spacingMm{};                    ///< z, y, x.
    int folds = 0;
    SegmentationLicence licence = SegmentationLicence::NotStated;
    std::string statedLicence;
    std::uintmax_t bytes = 0; ///< Of all files below the folder.
    /// What is added to its labels as a part of TotalSegmentator's `total`; empty: it is none.
    std::optional<int> totalPart;
};

/// One network that the program knows.
struct KnownSegmenter {
    std::filesystem::path folder;
    std::optional<SegmentationFacts> facts;
    Error problem; ///< Where there are no facts.
};

/// Errors: those of chooseTraining(), chooseFolds() and configOfTraining(). That the weights fit is
/// only known once they are read.
Result<SegmentationFacts> readSegmentationFacts(const std::filesystem::path& folder);

/// By the data set's name and the files beside it.
SegmentationLicence licenceByName(const std::string& datasetName);

/// Where imported networks are kept: a folder of the user's models.
std::filesystem::path segmentersFolder(const std::filesystem::path& modelsFolder);

/// Folders of the imported networks, by name. Nothing in them is read.
std::vector<std::filesystem::path> segmenterFolders(const std::filesystem::path& modelsFolder);

/// The same with what they say.
std::vector<KnownSegmenter> knownSegmenters(const std::filesystem::path& modelsFolder);

/// Where to import a zip or folder to: its name, with a number where that is taken.
std::filesystem::path freeSegmenterFolder(const std::filesystem::path& modelsFolder,
                                          const std::filesystem::path& source);

/// Deletes an imported network. ModelNotFound for anything that is not directly in
/// segmentersFolder(); FileNotWritable.
Status removeSegmenter(const std::filesystem::path& folder,
                       const std::filesystem::path& modelsFolder);

} // namespace fovea
