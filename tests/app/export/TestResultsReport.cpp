#include "app/export/ResultsReport.h"
#include "storage/SeriesReader.h"
#include "tests/storage/SampleResults.h"
#include "tests/storage/TemporaryFolder.h"

#include <gmock/gmock.h>

using namespace fovea;
using namespace fovea::test;

namespace {

class ResultsReportTest : public ::testing::Test {
protected:
    ResultsReportTest()
    {
        const auto series = readSeries(m_results.ctFiles, Progress());
        EXPECT_TRUE(series.ok());
        m_look.volume = series->volume;
        m_look.longestSide = 300;
        m_options.softwareVersion = QStringLiteral("1.2");
        m_options.writtenAt = QDateTime(QDate(2026, 1, 2), QTime(3, 4));
    }

    QString text()
    {
        return ResultsReport(m_results, keyPictures(m_results, m_look, Progress()), m_options)
            .plainText();
    }

    TemporaryFolder m_folder;
    StudyResults m_results = sampleResults(m_folder.path());
    SliceCapture m_look;
    ReportOptions m_options;
};

/// Dark pixels in the lowest part of a page, where its notice and number stand.
int footInk(const QImage& page)
{
    int count = 0;
    for (int y = page.height() * 92 / 100; y < page.height(); ++y) {
        for (int x = 0; x < page.width(); ++x)
            count += qGray(page.pixel(x, y)) < 128 ? 1 : 0;
    }
    return count;
}

TEST_F(ResultsReportTest, SaysWhoAndWhatItIsOf)
{
    const QString report = text();
    for (const char* expected :
         {"Sample", "SAMPLE-1", "CT chest", "Thorax axial", "Test model", "abcdef0123456789",
          "Fovea 1.2", "not a medical device", "5.0 mm", "90.0", "look here"})
        EXPECT_TRUE(report.contains(QLatin1String(expected))) << expected;
}

TEST_F(ResultsReportTest, CanBeWithoutThePatient)
{
    m_options.namesPatient = false;
    m_results.study.accessionNumber = "ACC-7";
    const QString report = text();
    for (const char* hidden : {"Sample", "SAMPLE-1", "ACC-7", "1970", "2024"})
        EXPECT_FALSE(report.contains(QLatin1String(hidden))) << hidden;
    EXPECT_TRUE(report.contains(QLatin1String("not named")));
    EXPECT_TRUE(report.contains(QLatin1String("5.0 mm")));
}

TEST_F(ResultsReportTest, HasProbabilitiesOnlyWhereTheyMeanSomething)
{
    const QString report = text();
    EXPECT_TRUE(report.contains(QLatin1String("Small pleural effusion")));
    EXPECT_TRUE(report.contains(QLatin1String("0.62")) || report.contains(QLatin1String("0.63")));
    EXPECT_TRUE(report.contains(QLatin1String("accepted")));
    EXPECT_TRUE(report.contains(QLatin1String("rejected: Motion.")));
    // Neither those without one nor anybody's raw score.
    for (const char* hidden : {"Nodule", "Atelectasis", "0.88", "0.875", "0.75"})
        EXPECT_FALSE(report.contains(QLatin1String(hidden))) << hidden;
    EXPECT_TRUE(report.contains(QLatin1String("2 further findings")));
}

TEST_F(ResultsReportTest, TakesTextsForTexts)
{
    m_results.measures[0].measure.text = "<b>bold</b> & more";
    EXPECT_TRUE(text().contains(QLatin1String("<b>bold</b> & more")));
}

TEST_F(ResultsReportTest, HasNoticeAndNumberOnEveryPage)
{
    for (int i = 0; i < 80; ++i)
        m_results.structures.push_back(m_results.structures[std::size_t(i % 2)]);
    const ResultsReport report(m_results, keyPictures(m_results, m_look, Progress()), m_options);
    const auto pages = report.pages(60);
    ASSERT_GT(pages.size(), 1u);
    for (const QImage& page : pages)
        EXPECT_GT(footInk(page), 50);
    const QByteArray pdf = report.pdf();
    EXPECT_TRUE(pdf.startsWith("%PDF-"));
    EXPECT_FALSE(pdf.contains("SAMPLE-1")) << "in the document's properties";
    qsizetype count = 0;
    for (qsizetype at = pdf.indexOf("/Type /Page\n"); at >= 0;
         at = pdf.indexOf("/Type /Page\n", at + 1))
        ++count;
    EXPECT_EQ(std::size_t(count), pages.size());
    if (const char* keep = std::getenv("FOVEA_KEEP")) {
        for (const QImage& page : report.pages(90))
            page.save(QStringLiteral("%1-%2.png").arg(QLatin1String(keep)).arg(footInk(page)));
    }
}

TEST_F(ResultsReportTest, ShowsKeyImagesInTheirWindow)
{
    const auto pictures = keyPictures(m_results, m_look, Progress());
    ASSERT_EQ(pictures.size(), 1u);
    EXPECT_EQ(pictures[0].slice.slices, 5);
    EXPECT_EQ(pictures[0].slice.slice, 3);
    EXPECT_TRUE(pictures[0].hasTypedText) << "Ganglion and an arrow's words lie in this slice";
    const CapturedPicture captured = capturedPicture(pictures[0]);
    EXPECT_EQ(captured.rgb.size(), std::size_t(captured.width) * std::size_t(captured.height) * 3);
    EXPECT_EQ(captured.description, "Axial slice 3 of 5, window center -600, width 1500 HU");
    const QColor middle = pictures[0].slice.image.pixelColor(captured.width / 2, 20);
    const std::size_t at =
        (std::size_t(20) * std::size_t(captured.width) + std::size_t(captured.width / 2)) * 3;
    EXPECT_EQ(captured.rgb[at], middle.red());
    EXPECT_EQ(captured.rgb[at + 1], middle.green());
    EXPECT_EQ(captured.rgb[at + 2], middle.blue());
}

} // namespace
