# Writes OUTPUT, a header with the SQL of FILES (schema/NNN_name.sql, in order of number):
# cmake -DOUTPUT=header -DFILES=list -P EmbedSchema.cmake
list(SORT FILES COMPARE NATURAL)
set(steps "")
foreach(file IN LISTS FILES)
  get_filename_component(name ${file} NAME)
  if(NOT name MATCHES "^([0-9]+)_[a-z0-9_]+\\.sql$")
    message(FATAL_ERROR "${name}: schema steps are called NNN_name.sql")
  endif()
  math(EXPR version "${CMAKE_MATCH_1}")
  file(READ ${file} sql)
  string(APPEND steps "    SchemaStep{${version}, R\"sql(${sql})sql\"},\n")
endforeach()
file(WRITE ${OUTPUT}.new "// Made from schema/*.sql by EmbedSchema.cmake.
#pragma once

namespace fovea {

struct SchemaStep {
    int version;
    const char* sql;
};

inline constexpr SchemaStep schemaSteps[] = {
${steps}};

} // namespace fovea
")
file(COPY_FILE ${OUTPUT}.new ${OUTPUT})
