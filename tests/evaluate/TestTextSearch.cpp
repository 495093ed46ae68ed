#include "model/evaluate/TextSearch.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace fovea {
namespace {

std::vector<double> falling(int count)
{
    std::vector<double> scores;
    for (int i = 0; i < count; ++i)
        scores.push_back(1.0 - 0.01 * i);
    return scores;
}

/// Of `count`, those at the given ranks (from 1).
std::vector<bool> relevantAt(int count, const std::vector<int>& ranks)
{
    std::vector<bool> relevant(static_cast<std::size_t>(count), false);
    for (const int rank : ranks)
        relevant[static_cast<std::size_t>(rank - 1)] = true;
    return relevant;
}

TEST(TextSearch, CountsAmongTheFirstTen)
{
    const RetrievalMetrics few = retrievalMetrics({0.6, 0.9, 0.7, 0.8}, {false, true, true, false});
    EXPECT_DOUBLE_EQ(few.recallAt1, 1.0) << "more than one cannot be there";
    EXPECT_DOUBLE_EQ(few.recallAt5, 1.0);
    EXPECT_DOUBLE_EQ(few.recallAt10, 1.0);
    EXPECT_DOUBLE_EQ(few.precisionAt10, 0.2);
    EXPECT_DOUBLE_EQ(few.averagePrecision, (1.0 / 1 + 2.0 / 3) / 2);

    const RetrievalMetrics late = retrievalMetrics(falling(12), relevantAt(12, {1, 11, 12}));
    EXPECT_DOUBLE_EQ(late.recallAt10, 1.0 / 3);
    const RetrievalMetrics fifth = retrievalMetrics(falling(12), relevantAt(12, {2, 5, 6, 7}));
    EXPECT_DOUBLE_EQ(fifth.recallAt1, 0.0);
    EXPECT_DOUBLE_EQ(fifth.recallAt5, 2.0 / 4);
    EXPECT_DOUBLE_EQ(fifth.recallAt10, 1.0);
    EXPECT_DOUBLE_EQ(late.precisionAt10, 0.1);
    EXPECT_DOUBLE_EQ(late.averagePrecision, (1.0 + 2.0 / 11 + 3.0 / 12) / 3);

    // More relevant ones than there are places: all places taken is all that can be.
    const RetrievalMetrics many =
        retrievalMetrics(falling(20), relevantAt(20, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}));
    EXPECT_DOUBLE_EQ(many.recallAt10, 1.0);
    EXPECT_DOUBLE_EQ(many.precisionAt10, 1.0);
    EXPECT_DOUBLE_EQ(many.averagePrecision, 1.0);
}

TEST(TextSearch, TiesHaveNoOrder)
{
    // Twelve equals, three relevant: 2.5 of them are among any ten on average.
    const std::vector<double> equal(12, 0.5);
    for (const std::vector<int>& ranks : {std::vector{1, 2, 3}, {10, 11, 12}}) {
        const RetrievalMetrics metrics = retrievalMetrics(equal, relevantAt(12, ranks));
        EXPECT_DOUBLE_EQ(metrics.recallAt10, 2.5 / 3);
        EXPECT_DOUBLE_EQ(metrics.precisionAt10, 0.25);
        EXPECT_DOUBLE_EQ(metrics.averagePrecision, 3.0 / 12);
    }
    // Ranks 10 to 12 are tied and one of them is relevant: a third of the tenth place, as is
    // rank 1.
    std::vector<double> scores = falling(12);
    scores[10] = scores[11] = scores[9];
    const RetrievalMetrics border = retrievalMetrics(scores, relevantAt(12, {1, 12}));
    EXPECT_DOUBLE_EQ(border.recallAt10, (1.0 + 1.0 / 3) / 2);
    EXPECT_DOUBLE_EQ(border.averagePrecision, (1.0 + 2.0 / 12) / 2);
}

TEST(TextSearch, ChanceIsTheMeanOverAllOrders)
{
    for (const auto& [count, relevant] : {std::pair{5, 2}, {12, 3}, {13, 12}, {1, 1}, {11, 1}}) {
        std::vector<bool> order(static_cast<std::size_t>(count), false);
        std::fill(order.end() - relevant, order.end(), true);
        RetrievalMetrics sum;
        int orders = 0;
        do {
            const RetrievalMetrics metrics = retrievalMetrics(falling(count), order);
            sum.recallAt1 += metrics.recallAt1;
            sum.recallAt5 += metrics.recallAt5;
            sum.recallAt10 += metrics.recallAt10;
            sum.precisionAt10 += metrics.precisionAt10;
            sum.averagePrecision += metrics.averagePrecision;
            ++orders;
        } while (std::next_permutation(order.begin(), order.end()));
        const RetrievalMetrics chance =
            retrievalByChance(static_cast<std::size_t>(count), static_cast<std::size_t>(relevant));
        EXPECT_NEAR(chance.recallAt1, sum.recallAt1 / orders, 1e-12) << count;
        EXPECT_NEAR(chance.recallAt5, sum.recallAt5 / orders, 1e-12) << count;
        EXPECT_NEAR(chance.recallAt10, sum.recallAt10 / orders, 1e-12) << count;
        EXPECT_NEAR(chance.precisionAt10, sum.precisionAt10 / orders, 1e-12) << count;
        EXPECT_NEAR(chance.averagePrecision, sum.averagePrecision / orders, 1e-12) << count;
    }
}

TEST(TextSearch, RanksByCosineAndByMargin)
{
    // Lengths mean nothing: cosines with (1, 0) are 0.8, 0.6 and 0.
    const std::vector<std::vector<float>> images{{8, 6}, {3, 4}, {0, 2}};
    TextSearchQuery query{"right effusion", {5, 0}, {}, {0, 1, 2}, {false, true, false}};
    TextSearchQuery opposed = query;
    opposed.against = {8, 6}; // Cosines 1, 0.96 and 0.6: the margins are -0.2, -0.36 and -0.6.
    opposed.relevant = {true, false, false};
    TextSearchQuery turned = opposed;
    turned.vector = {1, 2}; // Cosines 0.894, 0.984, 0.894; margins -0.106, 0.024, 0.294.
    turned.relevant = {false, false, true};
    const TextSearchQuery hopeless{"nothing", {1, 0}, {}, {0, 2}, {false, false}};

    const TextSearchMetrics one = measureTextSearch(images, {query, hopeless});
    EXPECT_EQ(one.measured, 1);
    ASSERT_EQ(one.queries.size(), 2U);
    EXPECT_EQ(one.queries[0].text, "right effusion");
    EXPECT_DOUBLE_EQ(one.queries[0].byCosine->averagePrecision, 0.5);
    EXPECT_DOUBLE_EQ(one.byCosine.averagePrecision, 0.5);
    EXPECT_FALSE(one.byMargin) << "it has no opposite";
    EXPECT_FALSE(one.queries[1].byCosine);
    EXPECT_EQ(one.queries[1].candidates, 2);
    EXPECT_EQ(one.queries[1].relevant, 0);
    EXPECT_DOUBLE_EQ(one.chance.averagePrecision, (1.0 + 1.0 / 2 + 1.0 / 3) / 3);

    const TextSearchMetrics two = measureTextSearch(images, {opposed, turned});
    EXPECT_EQ(two.measured, 2);
    ASSERT_TRUE(two.byMargin);
    EXPECT_DOUBLE_EQ(two.queries[0].byMargin->averagePrecision, 1.0);
    EXPECT_DOUBLE_EQ(two.queries[1].byMargin->averagePrecision, 1.0) << "the margin turns it";
    EXPECT_LT(two.queries[1].byCosine->averagePrecision, 0.6);
    EXPECT_DOUBLE_EQ(two.byMargin->averagePrecision, 1.0);
    EXPECT_EQ(measureTextSearch(images, {hopeless}).measured, 0);
}

TEST(TextSearch, RanksByAnAutomaticOppositeAndWithoutTheMeans)
{
    // All images lean far to (0, 0, 1), and texts to (0, 0, -1): without the means, the second
    // image is what the first text says.
    const std::vector<std::vector<float>> images{{1, 0, 10}, {0, 1, 2}, {-1, -1, 10}};
    TextSearchQuery up{"up", {0, 1, -3}, {}, {0, 1, 2}, {false, true, false}};
    TextSearchQuery right{"right", {1, -1, -3}, {}, {0, 1, 2}, {true, false, false}};
    up.automatic = {0, -1, -3};
    const TextSearchMetrics one = measureTextSearch(images, {up, right});
    ASSERT_TRUE(one.byCentred);
    EXPECT_DOUBLE_EQ(one.queries[0].byCentred->averagePrecision, 1.0);
    EXPECT_DOUBLE_EQ(one.queries[1].byCentred->averagePrecision, 1.0);
    EXPECT_DOUBLE_EQ(one.byCentred->averagePrecision, 1.0);
    ASSERT_TRUE(one.queries[0].byAutomaticMargin);
    EXPECT_DOUBLE_EQ(one.queries[0].byAutomaticMargin->averagePrecision, 1.0);
    EXPECT_FALSE(one.byAutomaticMargin) << "one of them has no opposite";
    EXPECT_FALSE(measureTextSearch(images, {up}).byCentred) << "one text has no mean";
}

TEST(TextSearch, RanksByEveryRelevantExample)
{
    // Three point up, lengths mean nothing, and two to the right; one lies between.
    const std::vector<std::vector<float>> images{{0, 1}, {0, 5}, {1, 9}, {1, 0}, {4, 1}, {1, 1}};
    const TextSearchQuery up{
        "up", {1, 0}, {}, {0, 1, 2, 3, 4, 5}, {true, true, true, false, false, false}};
    TextSearchQuery single = up;
    single.relevant = {true, false, false, false, false, false};
    // The two that point apart: each has the other as its very last.
    TextSearchQuery apart = up;
    apart.candidates = {0, 1, 3};
    apart.relevant = {true, false, true};

    const TextSearchMetrics metrics = measureTextSearch(images, {up, single, apart});
    ASSERT_TRUE(metrics.queries[0].byExample);
    EXPECT_DOUBLE_EQ(metrics.queries[0].byExample->averagePrecision, 1.0)
        << "though the text says the contrary";
    EXPECT_LT(metrics.queries[0].byCosine->averagePrecision, 1.0);
    EXPECT_FALSE(metrics.queries[1].byExample) << "no other one to find";
    ASSERT_TRUE(metrics.queries[2].byExample);
    // From (0, 1): (0, 5) first, then (1, 0). From (1, 0): both others tie.
    EXPECT_DOUBLE_EQ(metrics.queries[2].byExample->averagePrecision, 0.5);
    EXPECT_DOUBLE_EQ(metrics.queries[2].byExample->recallAt1, (0.0 + 0.5) / 2);
    EXPECT_EQ(metrics.measuredByExample, 2);
    EXPECT_DOUBLE_EQ(metrics.byExample->averagePrecision, 0.75);
    EXPECT_DOUBLE_EQ(metrics.queries[2].byExampleChance->recallAt1, 0.5) << "one of two";
    EXPECT_FALSE(measureTextSearch(images, {single}).byExample);
}

} // namespace
} // namespace fovea
