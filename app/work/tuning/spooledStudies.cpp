#include "app/work/tuning/spooledStudies.h"

#include <cerrno>
#include <fstream>
#include <memory>
#include <optional>
#include <span>
#include <system_error>
#include <utility>
#include <vector>

namespace fovea {

namespace {

namespace fs = std::filesystem;

/// A study without its voxels and labels.
struct Known {
    ImageGeometry volume;
    ImageGeometry labels;
    std::vector<Structure> structures;
    std::vector<LabelledStudy::Region> regions;
};

template <typename T> void write(std::ofstream& file, std::span<const T> values)
{
    file.write(reinterpret_cast<const char*>(values.data()),
               static_cast<std::streamsize>(values.size_bytes()));
}

template <typename T> std::vector<T> read(std::ifstream& file, const ImageGeometry& geometry)
{
    std::vector<T> values(geometry.voxelCount());
    file.read(reinterpret_cast<char*>(values.data()),
              static_cast<std::streamsize>(values.size() * sizeof(T)));
    return values;
}

class Spool {
public:
    Spool(StudySource source, fs::path folder)
        : m_source(std::move(source))
        , m_folder(std::move(folder))
        , m_known(m_source.count)
    {
    }

    Result<LabelledStudy> load(std::size_t n)
    {
        if (n < m_known.size() && m_known[n])
            return fromDisk(n);
        Result<LabelledStudy> study = m_source.load(n);
        if (!study)
            return study;
        if (const Status kept = toDisk(n, *study); !kept)
            return kept.error();
        m_known[n] = Known{study->volume->geometry(), study->labels->geometry(),
                           study->labels->structures(), study->regions};
        return study;
    }

private:
    fs::path file(std::size_t n) const { return m_folder / std::to_string(n); }

    Status toDisk(std::size_t n, const LabelledStudy& study)
    {
        std::error_code ignored; // What cannot be made cannot be written to either.
        fs::create_directories(m_folder, ignored);
        errno = 0;
        std::ofstream stream(file(n), std::ios::binary | std::ios::trunc);
        write(stream, study.volume->voxels());
        write(stream, study.labels->labels());
        stream.close();
        if (stream)
            return Done{};
        const bool full = errno == ENOSPC || errno == EDQUOT;
        fs::remove(file(n), ignored);
        return makeError(full ? ErrorCode::DiskFull : ErrorCode::FileNotWritable,
                         {file(n).string()});
    }

    Result<LabelledStudy> fromDisk(std::size_t n) const
    {
        const Known& known = *m_known[n];
        std::ifstream stream(file(n), std::ios::binary);
        auto voxels = read<std::int16_t>(stream, known.volume);
        auto labels = read<std::uint16_t>(stream, known.labels);
        if (!stream)
            return makeError(ErrorCode::FileNotReadable, {file(n).string()});
        LabelledStudy study;
        study.volume = Volume::create(known.volume, std::move(voxels));
        study.labels = LabelMap::createMeasured(known.labels, std::move(labels), known.structures);
        study.regions = known.regions;
        return study;
    }

    StudySource m_source;
    fs::path m_folder;
    std::vector<std::optional<Known>> m_known;
};

} // namespace

StudySource spooled(StudySource source, const fs::path& folder)
{
    const std::size_t count = source.count;
    const auto spool = std::make_shared<Spool>(std::move(source), folder);
    return {count, [spool](std::size_t n) { return spool->load(n); }};
}

} // namespace fovea
