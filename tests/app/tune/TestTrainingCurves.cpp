#include "app/tune/CurvePlot.h"
#include "app/tune/TrainingCurves.h"

#include <QTemporaryDir>

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fovea {
namespace {

class TrainingCurvesTest : public ::testing::Test {
protected:
    void write(const std::string& text) const { std::ofstream(m_log, std::ios::binary) << text; }

    QTemporaryDir m_folder;
    std::filesystem::path m_log = m_folder.filePath(QStringLiteral("log.csv")).toStdString();
    const std::string m_heading =
        "kind,network,step,epoch,learning_rate,loss,mean_auc,auc_lung_emphysema\n";
};

TEST_F(TrainingCurvesTest, ALogIsReadWhileItIsWritten)
{
    const auto nothing = readTrainingCurves(m_log);
    ASSERT_TRUE(nothing);
    EXPECT_TRUE(nothing->loss.steps.empty());

    write(m_heading + "steps,1,10,1,0.1,2.5,,\n"
                      "steps,2,10,1,0.1,9.5,,\n"
                      "validation,1,16,1,0.1,,0.75,0.5\n"
                      "steps,1,20,2,0.1,2.25,,\n"
                      "steps,1,30,2,0.1,2.1"); // The end is not written yet.
    const auto curves = readTrainingCurves(m_log);
    ASSERT_TRUE(curves);
    EXPECT_EQ(curves->loss.steps, (std::vector<double>{10, 20}));
    EXPECT_EQ(curves->loss.values, (std::vector<double>{2.5, 2.25}));
    EXPECT_EQ(curves->meanAuc.steps, (std::vector<double>{16}));
    ASSERT_EQ(curves->auc.count("lung_emphysema"), 1U);
    EXPECT_EQ(curves->auc.at("lung_emphysema").values, (std::vector<double>{0.5}));
    EXPECT_TRUE(curves->calibrationError.steps.empty());
}

TEST_F(TrainingCurvesTest, CalibrationIsReadWhereItIsWritten)
{
    write("kind,network,step,epoch,learning_rate,loss,mean_auc,mean_calibration_error\n"
          "validation,1,0,1,0.1,,0.7,\n"
          "validation,1,16,1,0.1,,0.75,0.125\n");
    const auto curves = readTrainingCurves(m_log);
    ASSERT_TRUE(curves);
    EXPECT_EQ(curves->meanAuc.values, (std::vector<double>{0.7, 0.75}));
    EXPECT_EQ(curves->calibrationError.steps, (std::vector<double>{16}));
    EXPECT_EQ(curves->calibrationError.values, (std::vector<double>{0.125}));
    EXPECT_TRUE(curves->auc.empty());
}

TEST_F(TrainingCurvesTest, AnotherFileIsRefused)
{
    write("patient,finding\n1,2\n");
    const auto curves = readTrainingCurves(m_log);
    ASSERT_FALSE(curves);
    EXPECT_EQ(curves.error().code, ErrorCode::MetadataBroken);
}

TEST(CurvePlot, ItsAxesFollowTheValues)
{
    CurvePlot plot(QStringLiteral("Loss"), QStringLiteral("Nothing yet."));
    plot.resize(400, 300);
    EXPECT_EQ(plot.accessibleDescription(), QStringLiteral("Nothing yet."));
    plot.show({QStringLiteral("Loss"), {{10, 20, 40}, {4, 3, 2}}},
              {{QStringLiteral("Other"), {{40}, {6}}}});
    const QPointF first = plot.place(10, 4);
    const QPointF last = plot.place(40, 2);
    EXPECT_LT(first.x(), last.x());
    EXPECT_LT(first.y(), last.y());              // Downwards: smaller.
    EXPECT_GT(plot.place(40, 6).y(), 0);         // The other curve is inside,
    EXPECT_LT(plot.place(40, 6).y(), first.y()); // above the first.
    EXPECT_GT(first.x(), 0);
    EXPECT_LT(last.x(), 400);
    EXPECT_TRUE(plot.accessibleDescription().contains(QStringLiteral("2.000 after 40 steps")));
    plot.clear();
    EXPECT_EQ(plot.accessibleDescription(), QStringLiteral("Nothing yet."));
}

TEST(CurvePlot, AxesAreLabelledAtRoundNumbersWithinWhatIsPossible)
{
    CurvePlot plot(QStringLiteral("AUC"), QStringLiteral("Nothing yet."));
    plot.setLimits(0, 1);
    plot.resize(400, 300);
    using Ticks = std::vector<double>;
    const auto ticksOf = [&plot](std::vector<double> values) {
        std::vector<double> steps;
        for (std::size_t n = 0; n < values.size(); ++n)
            steps.push_back(static_cast<double>(n + 1));
        plot.show({QStringLiteral("Mean"), {steps, std::move(values)}});
        return plot.ticks();
    };
    EXPECT_THAT(ticksOf({0.62, 1.0}),
                ::testing::Pointwise(::testing::DoubleNear(1e-9), Ticks{0.7, 0.8, 0.9, 1.0}));
    EXPECT_THAT(ticksOf({0.0, 1.0}), ::testing::Pointwise(::testing::DoubleNear(1e-9),
                                                          Ticks{0, 0.2, 0.4, 0.6, 0.8, 1.0}));
    EXPECT_THAT(ticksOf({1.0, 1.0}).back(), ::testing::DoubleNear(1.0, 1e-9)); // Flat at its limit.
    for (const double low : {0.1, 0.5, 0.71, 0.9, 0.99, 0.999}) {
        const Ticks ticks = ticksOf({low, 0.9995});
        EXPECT_GE(ticks.size(), 3U) << low;
        EXPECT_LE(ticks.size(), 8U) << low;
        EXPECT_LE(ticks.back(), 1.0 + 1e-9) << low;
    }
}

} // namespace
} // namespace fovea
