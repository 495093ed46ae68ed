# Writes OUTPUT, a header with the tables in FOLDER as text:
# cmake -DOUTPUT=header -DFOLDER=folder -P EmbedTables.cmake
file(READ ${FOLDER}/profile.csv profile)
file(READ ${FOLDER}/safe-words.txt words)
file(WRITE ${OUTPUT}.new "// Made from anonymize/profile.csv and safe-words.txt by EmbedTables.cmake.
#pragma once

namespace fovea {

inline constexpr char confidentialityProfileText[] = R\"table(${profile})table\";
inline constexpr char safeWordsText[] = R\"table(${words})table\";

} // namespace fovea
")
file(COPY_FILE ${OUTPUT}.new ${OUTPUT})
