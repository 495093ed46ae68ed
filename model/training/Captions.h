#pragma once

#include <random>
#include <string>
#include <string_view>
#include <vector>

// Standard C++ only.

namespace fovea {

/// "lung shows no significant abnormalities.": what fVLM writes of an anatomy that the report's
/// impression does not mention. Starts the caption of every normal anatomy.
std::string normalTemplate(std::string_view anatomyId);

/// One anatomy's text as training compares and reads it.
struct Caption {
    std::string whole;  ///< Template included: equal captions are positives of each other.
    std::string spoken; ///< What the text encoder reads: without the template if more follows it.
    bool normal = false;
};

/// Makes the caption of an anatomy from its report sentences: quotes, apostrophes and parentheses
/// removed, a full stop at the end; a normal anatomy's starts with the template. As the released
/// training data were made.
Caption makeCaption(std::string_view anatomyId, std::string_view text, bool normal);

/// Splits at full stops that end a word; each sentence keeps its own.
std::vector<std::string> sentencesOf(std::string_view text);

/// The same sentences in another order, each left out with probability `dropout`, at least one
/// kept.
std::string shuffleSentences(std::string_view text, double dropout, std::mt19937_64& random);

} // namespace fovea
