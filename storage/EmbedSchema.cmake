# Writes OUTPUT, a header with the SQL scripts FILES (sorted by name) as string literals:
#   inline constexpr std::array<std::string_view, N> fovea::schemaScripts
# Script n brings a database from version n to version n + 1.
list(SORT FILES)
list(LENGTH FILES count)
set(body "")
foreach(file IN LISTS FILES)
  file(READ "${file}" text)
  string(APPEND body "    std::string_view(R\"sql(${text})sql\"),\n")
endforeach()
file(WRITE "${OUTPUT}.new"
  "#pragma once\n\n#include <array>\n#include <string_view>\n\nnamespace fovea {\n\n"
  "inline constexpr std::array<std::string_view, ${count}> schemaScripts{\n${body}};\n\n"
  "} // namespace fovea\n")
file(RENAME "${OUTPUT}.new" "${OUTPUT}")
