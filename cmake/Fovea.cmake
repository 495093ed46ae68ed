# Settings shared by every target: include root, warnings, sanitizers.
add_library(fovea_settings INTERFACE)
target_include_directories(fovea_settings INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(fovea_settings INTERFACE -Wall -Wextra)
# Qt's lower-case keywords clash with Torch's members (platform trap: `slots` in ivalue_inl.h).
target_compile_definitions(fovea_settings INTERFACE QT_NO_KEYWORDS QT_NO_CAST_TO_ASCII)
if(FOVEA_WERROR)
  target_compile_options(fovea_settings INTERFACE -Werror)
endif()
if(FOVEA_SANITIZE)
  target_compile_options(fovea_settings INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=undefined
                                                  -fno-omit-frame-pointer)
  target_link_options(fovea_settings INTERFACE -fsanitize=address,undefined)
endif()

if(FOVEA_FUZZ)
  # All that is ours is under coverage, which libFuzzer looks at.
  if(NOT CMAKE_CXX_COMPILER_ID MATCHES Clang)
    message(FATAL_ERROR "FOVEA_FUZZ needs clang and its libFuzzer (libclang-rt-dev)")
  endif()
  target_compile_options(fovea_settings INTERFACE -fsanitize=fuzzer-no-link)
endif()

# Third-party headers are system headers: their warnings are not ours.
function(fovea_link target)
  target_link_libraries(${target} PUBLIC fovea_settings)
  target_link_libraries(${target} ${ARGN})
endfunction()
