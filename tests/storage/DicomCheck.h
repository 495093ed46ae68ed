#pragma once

#include <array>
#include <cstdio>
#include <filesystem>
#include <string>

namespace fovea::test {

/// What dciodvfy, the validator of dicom3tools, prints about a file; empty where it is missing.
inline std::string dciodvfy(const std::filesystem::path& path)
{
    if (std::system("command -v dciodvfy > /dev/null 2>&1") != 0)
        return {};
    std::string output = "ran\n";
    FILE* pipe = popen(("dciodvfy '" + path.string() + "' 2>&1").c_str(), "r");
    std::array<char, 4096> line;
    while (pipe && fgets(line.data(), line.size(), pipe))
        output += line.data();
    if (pipe)
        pclose(pipe);
    return output;
}

} // namespace fovea::test
