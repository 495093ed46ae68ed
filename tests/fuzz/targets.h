#pragma once

#include <span>
#include <string_view>

namespace fovea::fuzz {

// What reads bytes that a stranger made. Each must come back, whatever the bytes are: refused or
// read, never crashed, never out of bounds, never without end.

void pickle(std::string_view bytes);        ///< readPickle()
void zip(std::string_view bytes);           ///< ZipDirectory
void compressedZip(std::string_view bytes); ///< ZipDirectory of deflated files, and their bytes
void checkpoint(std::string_view bytes);    ///< readTorchEntries(), and every byte of every tensor
void safetensors(std::string_view bytes);   ///< readSafetensorsEntries(), the same
void manifest(std::string_view bytes);      ///< model.json, and that what is read comes back
void plans(std::string_view bytes);         ///< nnU-Net's plans.json and dataset.json
void vocabulary(std::string_view bytes);    ///< vocab.txt, and a text of the bytes' own
/// adapter.json up to the first 0, then adapter.safetensors; and that what is read either makes a
/// whole package of a small parent or is refused.
void adapter(std::string_view bytes);

struct Target {
    const char* name;
    void (*run)(std::string_view bytes);
};

std::span<const Target> targets();

} // namespace fovea::fuzz
