#pragma once

#include "model/domain/Anatomy.h"
#include "model/domain/LabelMap.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

namespace fovea {

using LabelNames = std::map<std::uint16_t, std::string>;

/// A structure of a label map by the name a segmenter gave it; anatomy, side and colour from the
/// catalog where it knows the name, else a colour of its own by label.
Structure structureFor(std::uint16_t label, const std::string& name, const AnatomyCatalog& catalog);
/// The same where the catalog entry is known already. `entry` may be null.
Structure structureFor(std::uint16_t label, const std::string& name, const CatalogStructure* entry);

/// File name without folder and volume file ending: "lung_upper_lobe_left.nii.gz" → its name.
std::string structureNameOf(const std::filesystem::path& path);

/// Names that 3D Slicer leaves in a .seg.nrrd header: SegmentN_Name with SegmentN_LabelValue.
LabelNames slicerNames(const std::map<std::string, std::string>& header);

/// Names in the label table (Caret XML) of a NIfTI-1 header extension, as TotalSegmentator writes
/// it; empty where the file has none or is not NIfTI-1. Reads at most 1 MB of extensions.
LabelNames niftiNames(const std::filesystem::path& path);

} // namespace fovea
