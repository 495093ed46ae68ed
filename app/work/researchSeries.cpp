#include "app/work/researchSeries.h"

#include "storage/ContentHash.h"
#include "storage/DicomWriter.h"
#include "storage/VolumeFile.h"

#include <fstream>
#include <vector>

namespace fovea {

namespace {

Result<std::uint64_t> hashOf(const std::filesystem::path& file)
{
    ContentHash hash;
    std::ifstream stream(file, std::ios::binary);
    std::vector<char> buffer(std::size_t{1} << 20);
    while (stream) {
        stream.read(buffer.data(), std::ssize(buffer));
        hash.add({buffer.data(), static_cast<std::size_t>(stream.gcount())});
    }
    if (!stream.eof())
        return makeError(ErrorCode::FileNotReadable, {file.string()});
    return hash.high() ^ hash.low();
}

/// The file's name as far as it fits behind "Research volume " into 64 bytes (LO, PS3.5 6.2),
/// without half a character at its end.
std::string shortName(const std::filesystem::path& file)
{
    constexpr std::size_t longest = 48;
    std::string name = file.filename().string();
    if (name.size() <= longest)
        return name;
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0u) == 0x80u)
        --end;
    name.resize(end);
    return name;
}

} // namespace

Status writeResearchSeries(const std::filesystem::path& file, const std::filesystem::path& folder,
                           const Progress& progress)
{
    const auto read = readVolumeFile(file, progress.part(0.0, 0.5));
    if (!read)
        return read.error();
    const auto hash = hashOf(file);
    if (!hash)
        return hash.error();
    PatientStudy study;
    study.studyDescription = "Research volume";
    CtSeriesOptions options;
    options.uids.seed = *hash;
    options.seriesDescription = "Research volume " + shortName(file);
    options.bodyPart.clear(); // The file does not say.
    options.manufacturer.clear();
    const auto written =
        writeCtSeries(*read->volume, folder, study, options, progress.part(0.5, 1.0));
    if (!written)
        return written.error();
    return Done{};
}

} // namespace fovea
