#pragma once

#include <array>
#include <cstdio>
#include <filesystem>
#include <string>

namespace fovea::test {

/// What a program prints about a file, after "ran"; empty where the program is missing.
inline std::string printedBy(const std::string& program, const std::filesystem::path& path)
{
    if (std::system(("command -v " + program + " > /dev/null 2>&1").c_str()) != 0)
        return {};
    std::string output = "ran\n";
    FILE* pipe = popen((program + " '" + path.string() + "' 2>&1").c_str(), "r");
    std::array<char, 4096> line;
    while (pipe && fgets(line.data(), line.size(), pipe))
        output += line.data();
    if (pipe)
        pclose(pipe);
    return output;
}

/// What dciodvfy, the validator of dicom3tools, prints about a file; empty where it is missing.
inline std::string dciodvfy(const std::filesystem::path& path)
{
    return printedBy("dciodvfy", path);
}

} // namespace fovea::test
