#pragma once

#include "app/hanging/HangingProtocol.h"

#include <QString>

#include <filesystem>
#include <string>
#include <variant>

namespace fovea {

/// What keeps a file from being a protocol.
struct HangingProblem {
    enum class Kind {
        NotReadable, ///< The file cannot be opened.
        NotJson,     ///< Syntax; `what` is empty.
        MissingName, ///< Without a name nobody could choose it.
        UnknownKey,  ///< `what` is the key: perhaps misspelled.
        WrongType,   ///< `what` is the key whose value is of another type.
        UnknownWord, ///< `what` is a value that is none of those known.
        OutOfRange,  ///< `what` is the key of a number that cannot be.
        TwiceShown,  ///< `what` is a view that two panes show.
    };
    Kind kind = Kind::NotJson;
    int line = 0; ///< From 1; 0: of the whole file.
    std::string what;

    bool operator==(const HangingProblem&) const = default;
};

/// Reads a protocol from JSON (UTF-8), the format of resources/hanging:
///
///     {"name": "CT chest",
///      "when": {"modality": "CT", "bodyParts": ["chest"], "descriptionContains": ["lung"],
///               "hasPrior": false, "acquired": "axial"},
///      "layout": "oneAndTwo",
///      "panes": [{"view": "axial", "window": "lung"},
///                {"view": "coronal", "window": {"level": 50, "width": 350},
///                 "slab": {"kind": "maximum", "mm": 10}},
///                {"view": "sagittal", "slab": {"kind": "thin"}}],
///      "overlay": true,
///      "compareWithPrior": false}
///
/// All but the name may be left out. Slabs are "maximum", "minimum", "average" or "thin"; windows
/// are ids of windowPresets or level and width in HU. Everything unknown is a problem: a protocol
/// that silently does something else would be worse than none.
std::variant<HangingProtocol, HangingProblem> parseHanging(const std::string& json);

/// As parseHanging() reads it, with a line for each pane.
std::string hangingJson(const HangingProtocol& protocol);

/// Of a file on disk.
std::variant<HangingProtocol, HangingProblem> readHanging(const std::filesystem::path& file);

/// What is wrong with a file, with its name and line, for people.
QString hangingProblemText(const HangingProblem& problem, const std::filesystem::path& file);

} // namespace fovea
