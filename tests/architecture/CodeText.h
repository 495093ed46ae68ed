#pragma once

#include <string>
#include <string_view>

namespace fovea::architecture {

/// C++ source without its comments; every line keeps its number.
std::string withoutComments(std::string_view source);

/// The same without the contents of string and character literals too.
std::string codeOnly(std::string_view source);

} // namespace fovea::architecture
