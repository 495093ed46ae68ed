#pragma once

#include "storage/StudyRecords.h"

#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace fovea {

/// The regions that studies are ordered and read by. No Qt here: for rules and choices, tested
/// alone.
enum class BodyPart { Head, Neck, Chest, Abdomen, Pelvis, Spine, Extremities };

inline constexpr std::array bodyParts{BodyPart::Head,       BodyPart::Neck,   BodyPart::Chest,
                                      BodyPart::Abdomen,    BodyPart::Pelvis, BodyPart::Spine,
                                      BodyPart::Extremities};

/// Stable word for files: "head", "neck", "chest", "abdomen", "pelvis", "spine", "extremities".
std::string_view bodyPartId(BodyPart part);
std::optional<BodyPart> bodyPartFromId(std::string_view id);

/// The body parts that a text names, in English, German or Chinese words and in what scanners write
/// into BodyPartExamined ("CHESTABDPELVIS", "CCT", "TAP"); empty where it names none. A word that
/// only begins like one counts where that is safe ("abdominal").
std::set<BodyPart> bodyPartsIn(std::string_view text);

/// What a series shows, by its BodyPartExamined (0018,0015); where that says nothing, by the
/// series' description, and then by the study's. Never from pixels: empty where nobody wrote it.
std::set<BodyPart> bodyPartsOf(const StudyRecord& study, const SeriesRecord& series);

/// Lower case for comparing texts: ASCII and the Latin letters of western Europe (UTF-8); the rest
/// stays as it is.
std::string foldedText(std::string_view text);

} // namespace fovea
