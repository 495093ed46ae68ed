#include "storage/SeriesReader.h"

#include "storage/HounsfieldTable.h"
#include "storage/PixelDecoder.h"
#include "storage/SliceArrangement.h"
#include "storage/availableMemory.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <memory>
#include <mutex>
#include <new>
#include <span>
#include <thread>

namespace fovea {

namespace {

constexpr std::int16_t missingSliceHu = -1024;

Status checkRescale(const ScannedSeries& series, std::vector<SeriesNote>& notes)
{
    int assumed = 0;
    double rounded = 0;
    for (const ScannedInstance& instance : series.instances) {
        assumed += instance.rescaleStated ? 0 : 1;
        for (const ScannedFrame& frame : instance.frames) {
            if (!(frame.rescaleSlope >= 1.0 - 1e-6))
                return makeError(ErrorCode::NonIntegerRescale,
                                 {std::to_string(frame.rescaleSlope)});
            const auto isWhole = [](double value) {
                return std::abs(value - std::round(value)) < 1e-9;
            };
            if (!isWhole(frame.rescaleSlope) || !isWhole(frame.rescaleIntercept))
                rounded = frame.rescaleSlope;
        }
    }
    if (assumed > 0)
        notes.push_back({SeriesNote::Kind::AssumedRescale, assumed, 0.0});
    if (rounded > 0)
        notes.push_back({SeriesNote::Kind::RoundedRescale, 0, rounded});
    return Done{};
}

/// Decodes the instances of a series into one buffer, on two threads that take the next instance
/// from a common counter.
class SliceDecoder {
public:
    SliceDecoder(const ScannedSeries& series, const SliceArrangement& stack,
                 std::span<std::int16_t> voxels, const Progress& progress)
        : m_series(series)
        , m_stack(stack)
        , m_voxels(voxels)
        , m_progress(progress)
    {
    }

    Status run();
    int paddingReplaced() const { return m_paddingReplaced; }

private:
    void work(bool reports);
    Status decode(std::size_t instance, DecodedPixels& pixels, HounsfieldTable& table);
    void fail(Error error);

    const ScannedSeries& m_series;
    const SliceArrangement& m_stack;
    std::span<std::int16_t> m_voxels;
    const Progress& m_progress;
    std::atomic<std::size_t> m_next{0};
    std::atomic<std::size_t> m_finished{0};
    std::atomic<int> m_paddingReplaced{0};
    std::atomic<bool> m_stop{false};
    std::mutex m_errorMutex;
    std::optional<Error> m_error;
};

Status SliceDecoder::run()
{
    if (m_series.instances.size() > 1) {
        const std::jthread helper([this] { work(false); });
        work(true);
    } else {
        work(true);
    }
    if (m_error)
        return *m_error;
    return Done{};
}

void SliceDecoder::work(bool reports)
{
    DecodedPixels pixels;
    HounsfieldTable table;
    const std::size_t count = m_series.instances.size();
    for (std::size_t i = m_next++; i < count && !m_stop; i = m_next++) {
        if (m_progress.cancelled())
            return fail(makeError(ErrorCode::Cancelled));
        const Status decoded = decode(i, pixels, table);
        if (!decoded)
            return fail(decoded.error());
        ++m_finished;
        if (reports)
            m_progress.report(static_cast<double>(m_finished) / static_cast<double>(count));
    }
}

void SliceDecoder::fail(Error error)
{
    m_stop = true;
    const std::scoped_lock lock(m_errorMutex);
    if (!m_error)
        m_error = std::move(error);
}

Status SliceDecoder::decode(std::size_t index, DecodedPixels& pixels, HounsfieldTable& table)
{
    const ScannedInstance& instance = m_series.instances[index];
    const std::vector<int>& slices = m_stack.slices[index];
    if (std::ranges::all_of(slices, [](int k) { return k == SliceArrangement::leftOut; }))
        return Done{};
    Result<DecodedPixels> result = decodePixels(
        instance.path, {m_series.columns, m_series.rows, static_cast<int>(instance.frames.size())},
        std::move(pixels));
    if (!result)
        return result.error();
    pixels = std::move(*result);

    const std::size_t sliceSize =
        static_cast<std::size_t>(m_series.columns) * static_cast<std::size_t>(m_series.rows);
    const auto convert = [&]<typename T>(T, std::size_t frame) {
        const std::span<const T> from(
            reinterpret_cast<const T*>(pixels.bytes.data()) + frame * sliceSize, sliceSize);
        const std::span<std::int16_t> to(
            m_voxels.data() + static_cast<std::size_t>(slices[frame]) * sliceSize, sliceSize);
        return table.convert(from, to);
    };
    for (std::size_t frame = 0; frame < slices.size(); ++frame) {
        if (slices[frame] == SliceArrangement::leftOut)
            continue;
        if (!table.isFor(instance, instance.frames[frame]))
            table.build(instance, instance.frames[frame]);
        HounsfieldTable::Outcome outcome;
        switch (pixels.type) {
        case DecodedPixels::Type::Unsigned8:
            outcome = convert(std::uint8_t{}, frame);
            break;
        case DecodedPixels::Type::Signed8:
            outcome = convert(std::int8_t{}, frame);
            break;
        case DecodedPixels::Type::Unsigned16:
            outcome = convert(std::uint16_t{}, frame);
            break;
        case DecodedPixels::Type::Signed16:
            outcome = convert(std::int16_t{}, frame);
            break;
        }
        if (outcome.outOfRange)
            return makeError(ErrorCode::ValueOutOfRange, {"HU beyond 16 bits"});
        m_paddingReplaced += outcome.paddingReplaced;
    }
    return Done{};
}

Result<VolumeWithNotes> read(const ScannedSeries& series, const Progress& progress)
{
    Result<SliceArrangement> stack = stackSlices(series);
    if (!stack)
        return stack.error();
    VolumeWithNotes out;
    out.notes = stack->notes;
    out.windows = series.windows;
    const auto lossy = std::ranges::count_if(series.instances, &ScannedInstance::lossy);
    if (lossy > 0)
        out.notes.push_back({SeriesNote::Kind::LossyCompression, static_cast<int>(lossy), 0.0});
    const Status rescale = checkRescale(series, out.notes);
    if (!rescale)
        return rescale.error();

    // Not set to anything first, which one thread would do alone: each slice below is decoded or
    // missing.
    const std::size_t sliceSize =
        static_cast<std::size_t>(series.columns) * static_cast<std::size_t>(series.rows);
    const std::size_t gridSize = stack->geometry.voxelCount();
    const std::size_t count =
        stack->resampling ? stack->resampling->slices.size() * sliceSize : gridSize;
    const std::size_t needed = stack->resampling ? gridSize + count : count;
    if (const Status fits = checkMemory("volume", needed * sizeof(std::int16_t), availableMemory());
        !fits)
        return fits.error();
    const std::shared_ptr<std::int16_t[]> buffer =
        std::make_shared_for_overwrite<std::int16_t[]>(count);
    const std::span<std::int16_t> voxels(buffer.get(), count);
    for (const int k : stack->missing)
        std::ranges::fill(voxels.subspan(static_cast<std::size_t>(k) * sliceSize, sliceSize),
                          missingSliceHu);
    const Progress decoding = progress.part(0.0, stack->resampling ? 0.7 : 1.0);
    SliceDecoder decoder(series, *stack, voxels, decoding);
    const Status decoded = decoder.run();
    if (!decoded)
        return decoded.error();
    if (decoder.paddingReplaced() > 0)
        out.notes.push_back({SeriesNote::Kind::PaddingReplaced, decoder.paddingReplaced(), 0.0});
    if (stack->resampling) {
        std::vector<std::int16_t> grid(gridSize);
        if (const Status done = resample(*stack->resampling, voxels, grid, progress.part(0.7, 1.0));
            !done)
            return done.error();
        out.volume = Volume::create(stack->geometry, std::move(grid));
    } else {
        out.volume = Volume::share(stack->geometry, voxels, buffer);
    }
    progress.report(1.0);
    return out;
}

} // namespace

Result<VolumeWithNotes> readSeries(const ScannedSeries& series, const Progress& progress)
{
    try {
        return read(series, progress);
    } catch (const std::bad_alloc&) {
        return makeError(ErrorCode::OutOfMemory, {"volume"});
    } catch (const std::exception& exception) {
        return makeError(ErrorCode::Internal, {}, exception.what());
    }
}

Result<VolumeWithNotes> readSeries(const std::vector<std::filesystem::path>& files,
                                   const Progress& progress)
{
    const Result<ScanReport> report = scanFiles(files, progress.part(0.0, 0.1));
    if (!report)
        return report.error();
    // A slice that silently stays out would be a hole in the patient.
    if (!report->leftOut.empty())
        return report->leftOut.front().reason;
    const std::vector<const ScannedSeries*> series = report->allSeries();
    if (series.empty())
        return makeError(ErrorCode::EmptySeries);
    if (series.size() > 1) {
        const bool oneUid = std::ranges::all_of(series, [&](const ScannedSeries* each) {
            return each->seriesInstanceUid == series.front()->seriesInstanceUid;
        });
        return makeError(ErrorCode::InconsistentSeries,
                         {oneUid ? "orientation, matrix or pixel spacing" : "SeriesInstanceUID"});
    }
    return readSeries(*series.front(), progress.part(0.1, 1.0));
}

} // namespace fovea
