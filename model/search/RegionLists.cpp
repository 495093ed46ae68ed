#include "model/search/RegionLists.h"

#include "model/search/BestHits.h"
#include "model/search/CodeScores.h"
#include "model/search/ListsFile.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <faiss/Clustering.h>
#include <faiss/IndexFlat.h>
#include <faiss/IndexScalarQuantizer.h>
#include <faiss/index_io.h>
#include <mutex>
#include <new>
#include <random>
#include <tuple>

namespace fovea {
namespace {

constexpr std::size_t trainedPerCluster = 48; ///< FAISS asks for at least 39.
constexpr int trainingRounds = 6;
constexpr auto codeType = faiss::ScalarQuantizer::QT_4bit;
/// Numbers are kept within so many standard deviations of their mean, and further ones at the ends:
/// with the 16 steps that 4 bits are, more would be coarser for all.
constexpr float keptDeviations = 2.7F;
constexpr std::int64_t listsPerTask = 8;
constexpr std::size_t rowsPerStep = 32768; ///< Between looks at the progress.

using ByteLists = faiss::IndexIVFScalarQuantizer;

class FaissLists final : public RegionLists {
public:
    explicit FaissLists(std::unique_ptr<ByteLists> index)
        : m_index(std::move(index))
    {
    }

    std::size_t rows() const override { return static_cast<std::size_t>(m_index->ntotal); }
    std::size_t clusters() const override { return m_index->nlist; }
    std::size_t bytes() const override
    {
        return rows() * (m_index->code_size + sizeof(faiss::idx_t)) +
               m_index->nlist * static_cast<std::size_t>(m_index->d) * sizeof(float);
    }

    Status write(const std::filesystem::path& path, const RegionVectors& vectors) const override
    {
        const std::filesystem::path part = path.string() + ".part";
        const Error failed = makeError(ErrorCode::FileNotWritable, {path.string()});
        std::error_code error;
        try {
            OpenFile file = startListsFile(part);
            if (!file)
                return failed;
            faiss::write_index(m_index.get(), file.get());
            if (!finishListsFile(std::move(file), vectors, rows())) {
                std::filesystem::remove(part, error);
                return failed;
            }
        } catch (const std::exception& e) {
            std::filesystem::remove(part, error);
            return makeError(ErrorCode::FileNotWritable, {path.string()}, e.what());
        }
        std::filesystem::rename(part, path, error);
        return error ? Status(failed) : Status(Done{});
    }

    std::vector<std::size_t> candidates(std::span<const float> direction, std::size_t count,
                                        std::size_t probes,
                                        std::span<const std::uint8_t> allowed) const override
    {
        std::vector<faiss::idx_t> near(std::min(probes, m_index->nlist), -1);
        std::vector<float> distances(near.size());
        m_index->quantizer->search(1, direction.data(), static_cast<faiss::idx_t>(near.size()),
                                   distances.data(), near.data());
        const CodeScores compared(codeWeights(direction));
        BestHits best(count);
        std::mutex merging;
        at::parallel_for(
            0, static_cast<std::int64_t>(near.size()), listsPerTask,
            [&](std::int64_t begin, std::int64_t end) {
                BestHits own(count);
                for (std::int64_t i = begin; i < end; ++i) {
                    if (near[static_cast<std::size_t>(i)] >= 0)
                        scan(static_cast<std::size_t>(near[static_cast<std::size_t>(i)]), compared,
                             allowed, own);
                }
                const std::lock_guard lock(merging);
                for (const RegionHit& hit : std::move(own).sorted())
                    best.offer(hit);
            });
        std::vector<std::size_t> found;
        for (const RegionHit& hit : std::move(best).sorted())
            found.push_back(hit.row);
        return found;
    }

    /// False: cancelled.
    static bool addRows(ByteLists& index, const RegionVectors& vectors, const Progress& progress)
    {
        const auto first = static_cast<std::size_t>(index.ntotal);
        const std::size_t all = vectors.rows.size();
        for (std::size_t row = first; row < all; row += rowsPerStep) {
            if (progress.cancelled())
                return false;
            index.add(static_cast<faiss::idx_t>(std::min(rowsPerStep, all - row)),
                      vectors.vector(row));
            progress.report(static_cast<double>(row - first) / static_cast<double>(all - first));
        }
        return true;
    }

private:
    /// What one step of each number is worth: FAISS' codes are linear in it.
    std::vector<float> codeWeights(std::span<const float> direction) const
    {
        const std::vector<std::uint8_t> lowest(m_index->code_size, 0);
        const std::vector<std::uint8_t> highest(m_index->code_size, 255);
        std::vector<float> low(direction.size());
        std::vector<float> weights(direction.size());
        m_index->sq.decode(lowest.data(), low.data(), 1);
        m_index->sq.decode(highest.data(), weights.data(), 1);
        for (std::size_t i = 0; i < weights.size(); ++i)
            weights[i] = direction[i] * (weights[i] - low[i]) / 15.0F;
        return weights;
    }

    void scan(std::size_t list, const CodeScores& compared, std::span<const std::uint8_t> allowed,
              BestHits& best) const
    {
        constexpr std::size_t block = 1024;
        std::array<float, block> scores{};
        const std::size_t size = m_index->invlists->list_size(list);
        faiss::InvertedLists::ScopedCodes codes(m_index->invlists, list);
        faiss::InvertedLists::ScopedIds ids(m_index->invlists, list);
        for (std::size_t first = 0; first < size; first += block) {
            const std::size_t count = std::min(block, size - first);
            compared.of(codes.get() + first * m_index->code_size, count, scores.data());
            for (std::size_t i = 0; i < count; ++i) {
                if (!best.wants(scores[i]))
                    continue;
                const auto row = static_cast<std::size_t>(ids[first + i]);
                // The file's lists are not checked as a whole.
                if (row < rows() && (allowed.empty() || (allowed[row / 8] >> (row % 8) & 1U) != 0))
                    best.offer({row, scores[i]});
            }
        }
    }

    std::unique_ptr<ByteLists> m_index;
};

/// From anywhere: every so many rows might be one anatomy's alone.
std::vector<float> sample(const RegionVectors& vectors, std::size_t count)
{
    std::mt19937_64 random(1);
    std::uniform_int_distribution<std::size_t> anyRow(0, vectors.rows.size() - 1);
    std::vector<float> values(count * vectors.dimension);
    for (std::size_t i = 0; i < count; ++i)
        std::memcpy(&values[i * vectors.dimension], vectors.vector(anyRow(random)),
                    vectors.dimension * sizeof(float));
    return values;
}

std::unique_ptr<ByteLists> trained(const RegionVectors& vectors)
{
    const std::size_t rows = vectors.rows.size();
    const auto clusters = std::max<std::size_t>(
        1, static_cast<std::size_t>(2.0 * std::sqrt(static_cast<double>(rows))));
    const auto dimension = static_cast<faiss::idx_t>(vectors.dimension);
    auto quantizer = std::make_unique<faiss::IndexFlatIP>(dimension);
    auto index =
        std::make_unique<ByteLists>(quantizer.get(), static_cast<std::size_t>(dimension), clusters,
                                    codeType, faiss::METRIC_INNER_PRODUCT, false);
    index->sq.rangestat = faiss::ScalarQuantizer::RS_meanstd;
    index->sq.rangestat_arg = keptDeviations;
    index->own_fields = true;
    std::ignore = quantizer.release();
    index->cp.niter = trainingRounds;
    index->cp.spherical = true;
    index->cp.max_points_per_centroid = static_cast<int>(trainedPerCluster);
    const std::size_t trainOn = std::min(rows, clusters * trainedPerCluster);
    const std::vector<float> values = sample(vectors, trainOn);
    index->train(static_cast<faiss::idx_t>(trainOn), values.data());
    return index;
}

std::unique_ptr<ByteLists> readIndex(const std::filesystem::path& path,
                                     const RegionVectors& vectors, int flags)
{
    const std::optional<ReadListsFile> file = openListsFile(path, vectors);
    if (!file)
        return nullptr;
    std::unique_ptr<faiss::Index> read(faiss::read_index(file->file.get(), flags));
    auto* lists = dynamic_cast<ByteLists*>(read.get());
    if (lists == nullptr || static_cast<std::size_t>(lists->d) != vectors.dimension ||
        static_cast<std::uint64_t>(lists->ntotal) != file->head.rows || lists->by_residual ||
        lists->code_size != (vectors.dimension + 1) / 2 || lists->sq.qtype != codeType)
        return nullptr;
    std::ignore = read.release();
    return std::unique_ptr<ByteLists>(lists);
}

using Lists = std::shared_ptr<const RegionLists>;

template <typename Work> Result<Lists> withoutExceptions(const Work& work)
{
    try {
        return work();
    } catch (const std::bad_alloc&) {
        return makeError(ErrorCode::OutOfMemory, {"search index"});
    } catch (const std::exception& e) {
        return makeError(ErrorCode::Internal, {}, e.what());
    }
}

} // namespace

bool RegionLists::available()
{
    return true;
}

Result<Lists> RegionLists::make(const RegionVectors& vectors, const Progress& progress)
{
    return withoutExceptions([&]() -> Result<Lists> {
        std::unique_ptr<ByteLists> index = trained(vectors);
        if (!FaissLists::addRows(*index, vectors, progress.part(0.3, 1.0)))
            return makeError(ErrorCode::Cancelled);
        return Lists(std::make_shared<FaissLists>(std::move(index)));
    });
}

Lists RegionLists::read(const std::filesystem::path& file, const RegionVectors& vectors)
{
    try {
        auto index = readIndex(file, vectors, faiss::IO_FLAG_MMAP | faiss::IO_FLAG_READ_ONLY);
        return index ? std::make_shared<FaissLists>(std::move(index)) : nullptr;
    } catch (const std::exception&) {
        return nullptr; // no file of ours
    }
}

Result<Lists> RegionLists::extended(const std::filesystem::path& file, const RegionVectors& vectors,
                                    const Progress& progress)
{
    return withoutExceptions([&]() -> Result<Lists> {
        auto index = readIndex(file, vectors, 0);
        if (!index)
            return Lists();
        if (!FaissLists::addRows(*index, vectors, progress))
            return makeError(ErrorCode::Cancelled);
        return Lists(std::make_shared<FaissLists>(std::move(index)));
    });
}

} // namespace fovea
