#include "model/preprocess/PreparedStudy.h"

#include "model/preprocess/OrientedGrid.h"
#include "model/preprocess/ParallelRows.h"
#include "model/preprocess/Resample.h"

#include <algorithm>
#include <new>
#include <optional>

namespace fovea {
namespace {

/// Label value → 0 or 1 + position of its anatomy.
std::vector<std::uint8_t> anatomyTable(const LabelMap& labels, const AnatomyLabels& anatomies)
{
    std::vector<std::uint8_t> table(static_cast<std::size_t>(labels.maxLabel()) + 1, 0);
    for (std::size_t a = 0; a < anatomies.size(); ++a) {
        for (const std::uint16_t label : anatomies[a]) {
            if (label < table.size()) // else it has no voxel
                table[label] = static_cast<std::uint8_t>(a + 1);
        }
    }
    return table;
}

struct Box {
    Index3 low{0, 0, 0};
    Index3 high{0, 0, 0}; ///< Inclusive.
};

class Preparation {
public:
    Preparation(const Volume& volume, const LabelMap& labels, const PreprocessSettings& settings,
                const Progress& progress)
        : m_volume(volume)
        , m_labels(labels)
        , m_settings(settings)
        , m_progress(progress)
        , m_grid(orientedGrid(volume.geometry()))
    {
        for (int axis = 0; axis < 3; ++axis)
            m_study.resampledSize[axis] = resampledCount(m_grid.size[axis], m_grid.spacingMm[axis],
                                                         m_settings.spacingMm[axis]);
    }

    Result<PreparedStudy> run(const AnatomyLabels& anatomies, ImagePlace place)
    {
        const std::vector<std::uint8_t> table = anatomyTable(m_labels, anatomies);
        if (std::ranges::all_of(table, [](std::uint8_t anatomy) { return anatomy == 0; }))
            return makeError(ErrorCode::NoRegion);

        if (!resampleLabels(table))
            return makeError(ErrorCode::Cancelled);
        const std::optional<Box> box = labelBox();
        if (!box)
            return makeError(ErrorCode::NoRegion);
        placeCrop(*box);
        cropLabels();
        if (place == ImagePlace::Host && !resampleImage())
            return makeError(ErrorCode::Cancelled);
        placeInPatient();

        m_study.regions = findRegions(m_study.size, m_study.labels);
        for (const std::uint8_t anatomy : table) {
            const auto isIt = [anatomy](const PreparedRegion& r) {
                return r.anatomyIndex == anatomy - 1;
            };
            if (anatomy != 0 && std::ranges::none_of(m_study.regions, isIt))
                m_study.vanished.push_back(anatomy - 1);
        }
        std::ranges::sort(m_study.vanished);
        const auto repeated = std::ranges::unique(m_study.vanished);
        m_study.vanished.erase(repeated.begin(), repeated.end());
        return std::move(m_study);
    }

private:
    std::size_t rowOf(const Index3& size, int d, int h) const
    {
        return (static_cast<std::size_t>(d) * static_cast<std::size_t>(size[1]) +
                static_cast<std::size_t>(h)) *
               static_cast<std::size_t>(size[2]);
    }

    bool resampleLabels(const std::vector<std::uint8_t>& table)
    {
        const Index3& out = m_study.resampledSize;
        std::array<std::vector<int>, 3> source;
        for (int axis = 0; axis < 3; ++axis)
            source[axis] = nearestSamples(m_grid.size[axis], out[axis]);
        std::vector<std::ptrdiff_t> steps;
        for (const int w : source[2])
            steps.push_back(w * m_grid.stride[2]);
        m_resampled.resize(rowOf(out, out[0], 0));
        const std::uint16_t* voxels = m_labels.labels().data();
        return parallelRows(out[0], m_progress.part(0.0, 0.3), [&](int, int d) {
            std::uint8_t* to = m_resampled.data() + rowOf(out, d, 0);
            for (int h = 0; h < out[1]; ++h) {
                const std::uint16_t* row = voxels + m_grid.offset(source[0][d], source[1][h], 0);
                for (const std::ptrdiff_t step : steps)
                    *to++ = table[row[step]];
            }
        });
    }

    std::optional<Box> labelBox() const
    {
        const Index3& size = m_study.resampledSize;
        Box box{size, {-1, -1, -1}};
        for (int d = 0; d < size[0]; ++d) {
            for (int h = 0; h < size[1]; ++h) {
                const std::uint8_t* row = m_resampled.data() + rowOf(size, d, h);
                const std::uint8_t* end = row + size[2];
                const auto labelled = [](std::uint8_t v) { return v != 0; };
                const std::uint8_t* first = std::find_if(row, end, labelled);
                if (first == end)
                    continue;
                const std::uint8_t* last = end - 1;
                while (*last == 0)
                    --last;
                box.low = {std::min(box.low[0], d), std::min(box.low[1], h),
                           std::min(box.low[2], static_cast<int>(first - row))};
                box.high = {std::max(box.high[0], d), std::max(box.high[1], h),
                            std::max(box.high[2], static_cast<int>(last - row))};
            }
        }
        return box.high[0] < 0 ? std::nullopt : std::optional(box);
    }

    void placeCrop(const Box& box)
    {
        for (int axis = 0; axis < 3; ++axis) {
            m_study.cropLow[axis] = std::max(0, box.low[axis] - m_settings.marginLow[axis]);
            m_study.cropHigh[axis] = std::min(m_study.resampledSize[axis],
                                              box.high[axis] + 1 + m_settings.marginHigh[axis]);
            m_crop[axis] = m_study.cropHigh[axis] - m_study.cropLow[axis];
            m_study.size[axis] = std::max(m_crop[axis], m_settings.minimumSize[axis]);
            m_front[axis] = (m_study.size[axis] - m_crop[axis]) / 2;
        }
    }

    void cropLabels()
    {
        m_study.labels.assign(rowOf(m_study.size, m_study.size[0], 0), 0);
        for (int d = 0; d < m_crop[0]; ++d) {
            for (int h = 0; h < m_crop[1]; ++h) {
                const auto from =
                    m_resampled.begin() +
                    static_cast<std::ptrdiff_t>(rowOf(m_study.resampledSize, d + m_study.cropLow[0],
                                                      h + m_study.cropLow[1])) +
                    m_study.cropLow[2];
                std::copy_n(from, m_crop[2],
                            m_study.labels.begin() +
                                static_cast<std::ptrdiff_t>(
                                    rowOf(m_study.size, d + m_front[0], h + m_front[1])) +
                                m_front[2]);
            }
        }
        m_resampled = {};
    }

    /// Source voxels along W of the crop: offsets of both neighbours and the weight of the second.
    struct RowSampling {
        std::vector<std::ptrdiff_t> low;
        std::vector<std::ptrdiff_t> high;
        std::vector<float> weightHigh;
    };

    RowSampling rowSampling() const
    {
        const std::vector<LinearSample> along =
            linearSamples(m_grid.size[2], m_study.resampledSize[2]);
        RowSampling sampling;
        for (int w = m_study.cropLow[2]; w < m_study.cropHigh[2]; ++w) {
            const LinearSample& s = along[static_cast<std::size_t>(w)];
            sampling.low.push_back(s.low * m_grid.stride[2]);
            sampling.high.push_back(s.high * m_grid.stride[2]);
            sampling.weightHigh.push_back(s.weightHigh);
        }
        return sampling;
    }

    /// One source row, interpolated along W over the crop.
    void interpolateRow(int d, int h, const RowSampling& along, float* to) const
    {
        const std::int16_t* row = m_volume.voxels().data() + m_grid.offset(d, h, 0);
        const std::size_t width = along.low.size();
        for (std::size_t w = 0; w < width; ++w) {
            const float weight = along.weightHigh[w];
            to[w] = static_cast<float>(row[along.low[w]]) * (1.0F - weight) +
                    static_cast<float>(row[along.high[w]]) * weight;
        }
    }

    bool resampleImage()
    {
        const std::vector<LinearSample> alongD =
            linearSamples(m_grid.size[0], m_study.resampledSize[0]);
        const std::vector<LinearSample> alongH =
            linearSamples(m_grid.size[1], m_study.resampledSize[1]);
        const RowSampling alongW = rowSampling();
        const auto width = static_cast<std::size_t>(m_crop[2]);
        std::vector<RowPairs> scratch(static_cast<std::size_t>(rowThreads(m_crop[0])),
                                      RowPairs(width));
        m_study.image.assign(rowOf(m_study.size, m_study.size[0], 0), 0.0F);
        return parallelRows(m_crop[0], m_progress.part(0.3, 1.0), [&](int thread, int d) {
            RowPairs& rows = scratch[static_cast<std::size_t>(thread)];
            rows.low.row = rows.high.row = -1;
            const LinearSample& sd = alongD[static_cast<std::size_t>(d + m_study.cropLow[0])];
            for (int h = 0; h < m_crop[1]; ++h) {
                const LinearSample& sh = alongH[static_cast<std::size_t>(h + m_study.cropLow[1])];
                // What was the lower row's upper neighbour is often the next row's lower one.
                if (rows.high.row == sh.low)
                    std::swap(rows.low, rows.high);
                for (const auto& [pair, row] :
                     {std::pair{&rows.low, sh.low}, {&rows.high, sh.high}})
                {
                    if (pair->row == row)
                        continue;
                    interpolateRow(sd.low, row, alongW, pair->near.data());
                    interpolateRow(sd.high, row, alongW, pair->far.data());
                    pair->row = row;
                }
                blend(rows, sh.weightHigh, sd.weightHigh,
                      m_study.image.data() + rowOf(m_study.size, d + m_front[0], h + m_front[1]) +
                          m_front[2]);
            }
        });
    }

    /// A source row in the two source slices that a resampled slice lies between.
    struct RowPair {
        int row = -1;
        std::vector<float> near;
        std::vector<float> far;
    };
    struct RowPairs {
        explicit RowPairs(std::size_t width)
            : low{-1, std::vector<float>(width), std::vector<float>(width)}
            , high(low)
        {
        }
        RowPair low;
        RowPair high;
    };

    void blend(const RowPairs& rows, float weightH, float weightD, float* to) const
    {
        const auto low = static_cast<float>(m_settings.windowLow);
        const auto range = static_cast<float>(m_settings.windowHigh - m_settings.windowLow);
        const float* corners[4] = {rows.low.near.data(), rows.high.near.data(), rows.low.far.data(),
                                   rows.high.far.data()};
        const std::size_t width = rows.low.near.size();
        for (std::size_t w = 0; w < width; ++w) {
            const float near = corners[0][w] * (1.0F - weightH) + corners[1][w] * weightH;
            const float far = corners[2][w] * (1.0F - weightH) + corners[3][w] * weightH;
            const float hu = near * (1.0F - weightD) + far * weightD;
            to[w] = std::min(std::max((hu - low) / range, 0.0F), 1.0F);
        }
    }

    void placeInPatient()
    {
        m_study.originMm = m_grid.originMm;
        for (int axis = 0; axis < 3; ++axis) {
            const double scale =
                static_cast<double>(m_grid.size[axis]) / m_study.resampledSize[axis];
            const double firstSource = (m_study.cropLow[axis] - m_front[axis] + 0.5) * scale - 0.5;
            m_study.stepMm[axis] = m_grid.axes[axis] * (m_grid.spacingMm[axis] * scale);
            m_study.originMm =
                m_study.originMm + m_grid.axes[axis] * (m_grid.spacingMm[axis] * firstSource);
        }
    }

    const Volume& m_volume;
    const LabelMap& m_labels;
    const PreprocessSettings& m_settings;
    const Progress& m_progress;
    OrientedGrid m_grid;
    PreparedStudy m_study;
    std::vector<std::uint8_t> m_resampled; ///< Anatomies over the whole resampled grid.
    Index3 m_crop{0, 0, 0};
    Index3 m_front{0, 0, 0}; ///< Padding before the crop.
};

} // namespace

std::vector<PreparedRegion> findRegions(const Index3& size, const std::vector<std::uint8_t>& labels)
{
    std::array<PreparedRegion, 256> found{};
    std::size_t at = 0;
    for (int d = 0; d < size[0]; ++d) {
        for (int h = 0; h < size[1]; ++h) {
            for (int w = 0; w < size[2];) {
                // Labels come in runs.
                const std::uint8_t label = labels[at];
                const int first = w;
                do {
                    ++w;
                    ++at;
                } while (w < size[2] && labels[at] == label);
                if (label == 0)
                    continue;
                PreparedRegion& region = found[label];
                if (region.voxelCount == 0)
                    region = {label - 1, {d, h, first}, {d, h, first}, 0};
                region.voxelCount += static_cast<std::size_t>(w - first);
                region.low[1] = std::min(region.low[1], h);
                region.low[2] = std::min(region.low[2], first);
                region.high[0] = d;
                region.high[1] = std::max(region.high[1], h);
                region.high[2] = std::max(region.high[2], w - 1);
            }
        }
    }
    std::vector<PreparedRegion> regions;
    for (const PreparedRegion& region : found) {
        if (region.voxelCount > 0)
            regions.push_back(region);
    }
    return regions;
}

Result<PreparedStudy> prepareStudy(const Volume& volume, const LabelMap& labels,
                                   const AnatomyLabels& anatomies,
                                   const PreprocessSettings& settings, const Progress& progress,
                                   ImagePlace place)
{
    if (!volume.geometry().sameGrid(labels.geometry()))
        return makeError(ErrorCode::GridMismatch, {"geometry"});
    if (const std::string problem = settings.problem(); !problem.empty())
        return makeError(ErrorCode::BadOption, {"preprocess", problem});
    if (anatomies.size() > 254)
        return makeError(ErrorCode::BadOption, {"anatomies", "more than 254"});
    if (volume.geometry().voxelCount() == 0)
        return makeError(ErrorCode::NoRegion);

    try {
        if (isAxisAligned(volume.geometry()))
            return Preparation(volume, labels, settings, progress).run(anatomies, place);
        const Result<AlignedStudy> aligned =
            alignToPatient(volume, labels, progress.part(0.0, 0.5));
        if (!aligned)
            return aligned.error();
        Result<PreparedStudy> study =
            Preparation(*aligned->volume, *aligned->labels, settings, progress.part(0.5, 1.0))
                .run(anatomies, place);
        if (study && place == ImagePlace::Device)
            study->aligned = aligned->volume;
        return study;
    } catch (const std::bad_alloc&) {
        return makeError(ErrorCode::OutOfMemory, {"network input"});
    }
}

Result<PreparedStudy> prepareStudy(const Volume& volume, const LabelMap& labels,
                                   const std::vector<std::string>& anatomyIds,
                                   const PreprocessSettings& settings, const Progress& progress,
                                   ImagePlace place)
{
    AnatomyLabels anatomies;
    for (const std::string& id : anatomyIds)
        anatomies.push_back(labels.labelsOf(id));
    return prepareStudy(volume, labels, anatomies, settings, progress, place);
}

} // namespace fovea
