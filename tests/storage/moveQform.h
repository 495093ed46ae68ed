#pragma once

#include <filesystem>
#include <fstream>

namespace fovea::test {

/// Moves the qform of an uncompressed NIfTI-1 file by so many mm to the patient's right (nifti1.h,
/// qoffset_x), and leaves the sform where it is.
inline void moveQform(const std::filesystem::path& file, float mm)
{
    std::fstream bytes(file, std::ios::binary | std::ios::in | std::ios::out);
    float offset = 0;
    bytes.seekg(268);
    bytes.read(reinterpret_cast<char*>(&offset), sizeof offset);
    offset += mm;
    bytes.seekp(268);
    bytes.write(reinterpret_cast<const char*>(&offset), sizeof offset);
}

} // namespace fovea::test
