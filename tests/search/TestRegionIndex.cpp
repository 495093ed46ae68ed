#include "model/search/RegionIndex.h"
#include "model/search/RegionLists.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <numeric>
#include <random>
#include <set>
#include <thread>

namespace fovea {
namespace {

constexpr std::size_t dimension = 32;

/// Unit vectors around a hundred centres; the anatomy of row i is anatomyTag(i % 3).
std::shared_ptr<RegionVectors> clusters(std::size_t count, std::uint64_t generation = 1)
{
    std::mt19937_64 random(5);
    std::normal_distribution<float> normal;
    std::vector<float> centres(100 * dimension);
    std::ranges::generate(centres, [&] { return normal(random); });
    auto values = std::make_shared<std::vector<float>>(count * dimension);
    auto vectors = std::make_shared<RegionVectors>();
    vectors->generation = generation;
    vectors->dimension = dimension;
    for (std::size_t row = 0; row < count; ++row) {
        float* vector = values->data() + row * dimension;
        const float* centre = &centres[random() % 100 * dimension];
        for (std::size_t i = 0; i < dimension; ++i)
            vector[i] = centre[i] + 0.5F * normal(random);
        const float norm = std::sqrt(std::inner_product(vector, vector + dimension, vector, 0.0F));
        std::for_each(vector, vector + dimension, [&](float& value) { value /= norm; });
        vectors->rows.push_back(
            {static_cast<std::int64_t>(row), 0, anatomyTag(std::to_string(row % 3)), 0, true});
    }
    vectors->values = values->data();
    vectors->owner = values;
    return vectors;
}

std::shared_ptr<const RegionIndex> indexOver(std::shared_ptr<const RegionVectors> vectors,
                                             const RegionIndexOptions& options)
{
    auto index = RegionIndex::create(std::move(vectors), options, Progress());
    EXPECT_TRUE(index.ok());
    return index ? *index : nullptr;
}

std::vector<float> vectorOf(const RegionVectors& vectors, std::size_t row)
{
    return {vectors.vector(row), vectors.vector(row + 1)};
}

std::vector<std::size_t> rowsOf(const RegionIndex& index, const RegionSearch& search)
{
    const auto hits = index.search(search);
    EXPECT_TRUE(hits.ok());
    std::vector<std::size_t> rows;
    if (hits) {
        for (const RegionHit& hit : *hits)
            rows.push_back(hit.row);
    }
    return rows;
}

/// What sorting all products gives.
std::vector<std::size_t> bestByHand(const RegionVectors& vectors, const std::vector<float>& query,
                                    std::size_t count)
{
    std::vector<float> scores(vectors.rows.size());
    for (std::size_t row = 0; row < scores.size(); ++row)
        scores[row] = std::inner_product(query.begin(), query.end(), vectors.vector(row), 0.0F);
    std::vector<std::size_t> rows(scores.size());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    std::ranges::sort(rows, [&](auto a, auto b) { return scores[a] > scores[b]; });
    rows.resize(count);
    return rows;
}

struct Folder {
    Folder()
    {
        std::string name = (std::filesystem::temp_directory_path() / "fovea-index-XXXXXX").string();
        EXPECT_NE(mkdtemp(name.data()), nullptr);
        path = name;
    }
    ~Folder() { std::filesystem::remove_all(path); }
    std::filesystem::path path;
};

TEST(RegionIndex, ComparesAllUpToALimit)
{
    const auto vectors = clusters(40'000); // more than one block
    const auto index = indexOver(vectors, {40'000, 0.3, {}});
    EXPECT_EQ(index->clustered(), 0U);
    for (const std::size_t row : {std::size_t{0}, std::size_t{32'768}, std::size_t{39'999}}) {
        const std::vector<float> query = vectorOf(*vectors, row);
        const auto hits = index->search({query, 10, 0, {}});
        ASSERT_TRUE(hits.ok());
        EXPECT_EQ((*hits)[0].row, row);
        EXPECT_NEAR((*hits)[0].score, 1.0F, 1e-5);
        EXPECT_EQ(rowsOf(*index, {query, 10, 0, {}}), bestByHand(*vectors, query, 10));
    }
}

TEST(RegionIndex, LeavesOutWhatIsNotAskedFor)
{
    const auto vectors = clusters(3000);
    for (std::size_t row = 0; row < 3000; row += 5)
        vectors->rows[row].alive = false;
    for (const std::size_t limit : {std::size_t{5000}, std::size_t{100}}) {
        const auto index = indexOver(vectors, {limit, 0.5, {}});
        const std::vector<float> query = vectorOf(*vectors, 10);
        for (const std::size_t row : rowsOf(*index, {query, 50, 0, {}}))
            EXPECT_NE(row % 5, 0U);
        const auto ones = rowsOf(*index, {query, 50, anatomyTag("1"), {}});
        EXPECT_EQ(ones.size(), 50U);
        for (const std::size_t row : ones)
            EXPECT_EQ(row % 3, 1U);
        EXPECT_THAT(rowsOf(*index, {query, 50, 0, std::vector<std::size_t>{3, 5, 8}}),
                    testing::UnorderedElementsAre(3, 8))
            << "5 is dead";
        std::vector<std::size_t> half(1500);
        std::iota(half.begin(), half.end(), std::size_t{1500});
        const auto late = rowsOf(*index, {query, 20, 0, half});
        EXPECT_EQ(late.size(), 20U);
        for (const std::size_t row : late)
            EXPECT_GE(row, 1500U);
        EXPECT_TRUE(rowsOf(*index, {query, 20, 0, std::vector<std::size_t>{}}).empty());
    }
}

TEST(RegionIndex, RefusesADirectionOfAnotherModel)
{
    const auto index = indexOver(clusters(10), {});
    const auto hits = index->search({{1.0F, 0.0F}, 3, 0, {}});
    ASSERT_FALSE(hits.ok());
    EXPECT_EQ(hits.error().code, ErrorCode::BadOption);
    EXPECT_FALSE(index->scores({1.0F}, {0}).ok());
}

TEST(RegionIndex, ScoresRowsExactly)
{
    const auto vectors = clusters(200);
    const auto index = indexOver(vectors, {});
    const std::vector<float> query = vectorOf(*vectors, 17);
    const auto scores = index->scores(query, {17, 3});
    ASSERT_TRUE(scores.ok());
    EXPECT_NEAR((*scores)[0], 1.0F, 1e-5);
    EXPECT_NEAR((*scores)[1],
                std::inner_product(query.begin(), query.end(), vectors->vector(3), 0.0F), 1e-6);
}

/// What the clusters give, against all: the share of the true 20 that is found.
double recall(const RegionIndex& index, const RegionVectors& vectors)
{
    std::size_t found = 0;
    for (std::size_t row = 0; row < 1000; row += 20) {
        const std::vector<float> query = vectorOf(vectors, row);
        const auto all = bestByHand(vectors, query, 20);
        for (const std::size_t hit : rowsOf(index, {query, 20, 0, {}}))
            found += static_cast<std::size_t>(std::ranges::count(all, hit));
    }
    return static_cast<double>(found) / (50.0 * 20.0);
}

class RegionListsTest : public testing::Test {
protected:
    void SetUp() override
    {
        if (!RegionLists::available())
            GTEST_SKIP() << "built without FAISS";
    }
    Folder m_folder;
    RegionIndexOptions m_options{1000, 0.3, m_folder.path / "lists.ivf"};
};

TEST_F(RegionListsTest, FindNearlyAllOfTheTrueBest)
{
    const auto vectors = clusters(20'000);
    const auto index = indexOver(vectors, m_options);
    EXPECT_EQ(index->clustered(), 20'000U);
    EXPECT_GE(recall(*index, *vectors), 0.97);
    EXPECT_EQ(index->bytesPerRegion(), dimension / 2 + 8 + 282 * dimension * 4 / 20'000);
    const std::vector<float> query = vectorOf(*vectors, 5);
    const auto hits = index->search({query, 5, 0, {}});
    EXPECT_EQ((*hits)[0].row, 5U);
    EXPECT_NEAR((*hits)[0].score, 1.0F, 1e-5) << "scores are the vectors' own";
}

TEST_F(RegionListsTest, AreKeptAndTakenAgain)
{
    const auto vectors = clusters(5000);
    indexOver(vectors, m_options);
    ASSERT_TRUE(std::filesystem::exists(m_options.listsFile));
    const auto written = std::filesystem::last_write_time(m_options.listsFile);
    const auto longer = clusters(5900);
    const auto index = indexOver(longer, m_options);
    EXPECT_EQ(std::filesystem::last_write_time(m_options.listsFile), written);
    EXPECT_EQ(index->clustered(), 5000U);
    EXPECT_EQ(rowsOf(*index, {vectorOf(*longer, 5899), 1, 0, {}}).front(), 5899U)
        << "rows that came since are compared";
}

TEST_F(RegionListsTest, GrowWithTheArchive)
{
    indexOver(clusters(5000), m_options);
    const auto longer = clusters(9000);
    const auto index = indexOver(longer, m_options);
    EXPECT_EQ(index->clustered(), 9000U);
    EXPECT_GE(recall(*index, *longer), 0.97);
    const auto much = clusters(40'000);
    EXPECT_EQ(indexOver(much, m_options)->clustered(), 40'000U);
}

TEST_F(RegionListsTest, OfOtherVectorsOrBrokenAreMadeAnew)
{
    const auto first = clusters(5000);
    indexOver(first, m_options);
    EXPECT_EQ(RegionLists::read(m_options.listsFile, *clusters(5000, 2)), nullptr)
        << "another generation";
    EXPECT_EQ(RegionLists::read(m_options.listsFile, *clusters(4000)), nullptr) << "fewer rows";
    EXPECT_NE(RegionLists::read(m_options.listsFile, *first), nullptr);
    for (const std::streamoff at : {10, 4100, 100'000}) {
        indexOver(first, m_options);
        std::fstream file(m_options.listsFile, std::ios::binary | std::ios::in | std::ios::out);
        file.seekg(at);
        const char byte = static_cast<char>(file.get() ^ 0x21);
        file.seekp(at);
        file.put(byte);
        file.close();
        EXPECT_EQ(RegionLists::read(m_options.listsFile, *first), nullptr) << at;
        EXPECT_EQ(indexOver(first, m_options)->clustered(), 5000U);
    }
    std::filesystem::resize_file(m_options.listsFile, 5000);
    EXPECT_EQ(RegionLists::read(m_options.listsFile, *first), nullptr);
}

TEST_F(RegionListsTest, MakingThemCanBeCancelled)
{
    std::stop_source stop;
    stop.request_stop();
    const auto index = RegionIndex::create(clusters(5000), m_options, Progress(stop.get_token()));
    ASSERT_FALSE(index.ok());
    EXPECT_EQ(index.error().code, ErrorCode::Cancelled);
}

TEST_F(RegionListsTest, AnswerSeveralThreadsAtOnce)
{
    const auto vectors = clusters(5000);
    const auto index = indexOver(vectors, m_options);
    const auto expected = rowsOf(*index, {vectorOf(*vectors, 9), 20, 0, {}});
    std::atomic<int> wrong = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&] {
                for (int round = 0; round < 20; ++round)
                    wrong += rowsOf(*index, {vectorOf(*vectors, 9), 20, 0, {}}) != expected;
            });
    }
    EXPECT_EQ(wrong, 0);
}

} // namespace
} // namespace fovea
