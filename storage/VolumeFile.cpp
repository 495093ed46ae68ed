#include "storage/VolumeFile.h"

#include "storage/ItkVolumeFile.h"
#include "storage/NiftiFile.h"

#include <cmath>
#include <limits>
#include <new>
#include <type_traits>

namespace fovea {

namespace {

constexpr std::int16_t airHu = -1024;

/// False where a value is above int16.
template <typename T> bool toHu(const T* from, std::size_t count, std::vector<std::int16_t>& to)
{
    constexpr double lowest = std::numeric_limits<std::int16_t>::min();
    constexpr double highest = std::numeric_limits<std::int16_t>::max();
    to.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto value = static_cast<double>(from[i]);
        if (std::isnan(value)) {
            to[i] = airHu;
            continue;
        }
        const double rounded = std::round(value);
        if (rounded > highest)
            return false;
        to[i] = static_cast<std::int16_t>(std::max(rounded, lowest));
    }
    return true;
}

Result<VolumeWithNotes> read(const std::filesystem::path& path, const Progress& progress)
{
    if (progress.cancelled())
        return makeError(ErrorCode::Cancelled);
    const Result<RawVolumeFile> raw = readRawVolumeFile(path);
    if (!raw)
        return raw.error();
    progress.report(0.8);
    if (progress.cancelled())
        return makeError(ErrorCode::Cancelled);
    std::vector<std::int16_t> voxels;
    const bool fits = raw->visit(
        [&](const auto* values, std::size_t count) { return toHu(values, count, voxels); });
    if (!fits)
        return makeError(ErrorCode::ValueOutOfRange, {"HU beyond 16 bits"});

    VolumeWithNotes out;
    if (raw->type == RawVolumeFile::Type::F32 || raw->type == RawVolumeFile::Type::F64)
        out.notes.push_back({SeriesNote::Kind::RoundedValues, 0, 0.0});
    out.volume = Volume::create(raw->geometry, std::move(voxels));
    progress.report(1.0);
    return out;
}

} // namespace

double niftiPlacesApartMm(const std::filesystem::path& path)
{
    constexpr double samePlace = 0.1;
    const auto size = niftiSize(path);
    const auto place = size ? readNiftiPlace(path, *size) : std::nullopt;
    return place && place->differenceMm > samePlace ? place->differenceMm : 0.0;
}

Result<VolumeWithNotes> readVolumeFile(const std::filesystem::path& path, const Progress& progress)
{
    try {
        return read(path, progress);
    } catch (const std::bad_alloc&) {
        return makeError(ErrorCode::OutOfMemory, {path.string()});
    }
}

} // namespace fovea
