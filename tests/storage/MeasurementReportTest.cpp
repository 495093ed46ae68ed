#include "storage/MeasurementReport.h"

#include "storage/DicomHeader.h"
#include "storage/StructuredReport.h"
#include "tests/storage/DicomCheck.h"
#include "tests/storage/SampleResults.h"
#include "tests/storage/TemporaryFolder.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmsr/dsrdoc.h>

#include <gmock/gmock.h>

using namespace fovea;
using namespace fovea::test;
using ::testing::HasSubstr;
using ::testing::Not;

namespace {

constexpr const char* notice = "Research software, not a medical device.";

DerivedOptions options()
{
    DerivedOptions result;
    result.uids.seed = 5;
    result.seriesDescription = "Measurement report";
    result.softwareVersion = "1.2";
    return result;
}

/// A report of sampleResults() with its segmentation, written and read back with DCMTK.
class MeasurementReportTest : public ::testing::Test {
protected:
    void write()
    {
        m_results = sampleResults(m_folder.path());
        const AnatomyCatalog catalog = sampleCatalog();
        SegmentationOptions segmenting;
        segmenting.uids.seed = 11;
        ASSERT_TRUE(writeSegmentation(*sampleLabels(smallGeometry()), catalog, m_results.ctFiles,
                                      m_folder / "seg.dcm", segmenting)
                        .ok());
        const auto segmentation = writtenSegmentation(m_folder / "seg.dcm", m_results);
        ASSERT_TRUE(segmentation.ok());
        m_segmentationUid = segmentation->sopInstanceUid;
        const auto written = writeMeasurementReport(m_results, catalog, *segmentation, notice,
                                                    m_folder / "sr.dcm", options());
        ASSERT_TRUE(written.ok()) << written.error().detail;
        m_uid = *written;
        ASSERT_TRUE(m_file.loadFile((m_folder / "sr.dcm").c_str()).good());
        ASSERT_TRUE(m_document.read(*m_file.getDataset()).good());
    }

    /// The group tracked under this name, as the cursor's place.
    bool enter(const std::string& tracked)
    {
        DSRDocumentTree& tree = m_document.getTree();
        const DSRCodedEntryValue name("112039", "DCM", "Tracking Identifier");
        for (size_t node = tree.gotoNamedNode(name); node != 0; node = tree.gotoNextNamedNode(name))
        {
            if (tree.getCurrentContentItem().getStringValue() == tracked) {
                tree.goUp();
                return true;
            }
        }
        ADD_FAILURE() << "no group " << tracked;
        return false;
    }

    /// "value unit" of the numbers with this code in the group, by derivation where they have one.
    std::vector<std::string> numbers(const std::string& tracked, const char* code)
    {
        std::vector<std::string> found;
        if (!enter(tracked))
            return found;
        DSRDocumentTree& tree = m_document.getTree();
        tree.goDown();
        do {
            DSRContentItem& item = tree.getCurrentContentItem();
            if (item.getValueType() != DSRTypes::VT_Num ||
                item.getConceptName().getCodeValue() != code)
                continue;
            std::string text = item.getNumericValue().getNumericValue() + " " +
                               item.getNumericValue().getMeasurementUnit().getCodeValue();
            if (tree.goDown() != 0) {
                if (tree.getCurrentContentItem().getValueType() == DSRTypes::VT_Code)
                    text += " " + tree.getCurrentContentItem().getCodeValue().getCodeMeaning();
                tree.goUp();
            }
            found.push_back(text);
        } while (tree.gotoNext() != 0);
        return found;
    }

    /// Points of the first coordinates below the group.
    std::vector<Vec3> points(const std::string& tracked, DSRTypes::E_GraphicType3D type)
    {
        std::vector<Vec3> found;
        if (!enter(tracked))
            return found;
        DSRDocumentTree& tree = m_document.getTree();
        const size_t group = tree.getNodeID();
        while (tree.iterate() != 0 && tree.getNodeID() != group) {
            DSRContentItem& item = tree.getCurrentContentItem();
            if (item.getValueType() != DSRTypes::VT_SCoord3D)
                continue;
            DSRSpatialCoordinates3DValue value = item.getSpatialCoordinates3D();
            EXPECT_EQ(value.getGraphicType(), type);
            EXPECT_EQ(value.getFrameOfReferenceUID(), m_results.series.frameOfReferenceUid);
            const DSRGraphicData3DList& points = value.getGraphicDataList();
            for (size_t i = 1; i <= points.getNumberOfItems(); ++i) {
                const auto& point = points.getItem(i);
                found.push_back({point.XCoord, point.YCoord, point.ZCoord});
            }
            break;
        }
        return found;
    }

    void expectPoints(const std::string& tracked, DSRTypes::E_GraphicType3D type,
                      const std::vector<Vec3>& expected)
    {
        const auto found = points(tracked, type);
        ASSERT_EQ(found.size(), expected.size()) << tracked;
        for (std::size_t i = 0; i < found.size(); ++i)
            EXPECT_LT(norm(found[i] - expected[i]), 1e-3) << tracked << ' ' << i;
    }

    TemporaryFolder m_folder;
    StudyResults m_results;
    std::string m_uid;
    std::string m_segmentationUid;
    DcmFileFormat m_file;
    DSRDocument m_document;
};

TEST_F(MeasurementReportTest, BelongsToTheStudyOfTheCt)
{
    ASSERT_NO_FATAL_FAILURE(write());
    const auto header = DicomHeader::load(m_folder / "sr.dcm", DicomHeader::Extent::WholeFile);
    ASSERT_TRUE(header.ok());
    EXPECT_EQ(header->sopClassUid(), UID_Comprehensive3DSRStorage);
    EXPECT_EQ(header->sopInstanceUid(), m_uid);
    EXPECT_EQ(header->studyInstanceUid(), m_results.study.studyInstanceUid);
    EXPECT_NE(header->seriesInstanceUid(), m_results.series.seriesInstanceUid);
    EXPECT_EQ(header->text(DCM_PatientName), "Phantom^Sample");
    EXPECT_EQ(header->text(DCM_PatientID), "SAMPLE-1");
    EXPECT_EQ(header->text(DCM_PatientBirthDate), "19700102");
    EXPECT_EQ(header->text(DCM_AccessionNumber), "A1");
    EXPECT_EQ(header->text(DCM_VerificationFlag), "UNVERIFIED");
    // Images and segmentation are the evidence.
    auto& evidence = m_document.getCurrentRequestedProcedureEvidence();
    EXPECT_EQ(evidence.getNumberOfInstances(), m_results.ctFiles.size() + 1);
    EXPECT_TRUE(evidence.gotoItem(UID_SegmentationStorage, m_segmentationUid.c_str()).good());
}

TEST_F(MeasurementReportTest, SaysVolumesWithCodesAndSides)
{
    ASSERT_NO_FATAL_FAILURE(write());
    const StructureMeasure& lobe = m_results.structures[0].measure;
    ASSERT_EQ(m_results.structures[0].structure.name, "lung_upper_lobe_left");
    const auto volume = numbers("lung upper lobe left", "118565006");
    ASSERT_EQ(volume.size(), 1u);
    EXPECT_NEAR(std::stod(volume[0]), lobe.volumeMl, 1e-3);
    EXPECT_THAT(volume[0], HasSubstr(" mL"));
    const auto hu = numbers("lung upper lobe left", "112031");
    ASSERT_EQ(hu.size(), 2u);
    EXPECT_NEAR(std::stod(hu[0]), lobe.meanHu, 0.01);
    EXPECT_THAT(hu[0], HasSubstr("[hnsf'U] Mean"));
    EXPECT_NEAR(std::stod(hu[1]), lobe.sdHu, 0.01);
    const std::string text = printedBy("dsrdump +Pl", m_folder / "sr.dcm");
    if (!text.empty()) {
        EXPECT_THAT(text, HasSubstr("(45653009,SCT,\"Upper lobe of lung\")"));
        EXPECT_THAT(text, HasSubstr("(7771000,SCT,\"Left\")"));
        EXPECT_THAT(text, Not(HasSubstr("\"Right\"")));
    }
}

TEST_F(MeasurementReportTest, SaysMeasuresWhereTheyLieInThePatient)
{
    ASSERT_NO_FATAL_FAILURE(write());
    EXPECT_THAT(numbers("Length 1", "410668003"), ::testing::ElementsAre("5 mm"));
    EXPECT_THAT(numbers("Angle 2", "1483009"), ::testing::ElementsAre("90 deg"));
    const auto area = numbers("Polygon 4", "42798000");
    ASSERT_EQ(area.size(), 1u);
    EXPECT_EQ(area[0], "6 mm2");
    EXPECT_EQ(numbers("Polygon 4", "112031").size(), 4u);
    const auto probe = numbers("Probe 5", "112031");
    ASSERT_EQ(probe.size(), 1u);
    EXPECT_EQ(probe[0], std::to_string(*m_results.measures[4].values.hu) + " [hnsf'U]");

    const auto& measures = m_results.measures;
    expectPoints("Length 1", DSRTypes::GT3_Polyline, measures[0].measure.pointsMm);
    // The longer axis first.
    const auto& ellipse = measures[2].measure.pointsMm;
    expectPoints("Ellipse 3", DSRTypes::GT3_Ellipse,
                 {ellipse[2], ellipse[3], ellipse[0], ellipse[1]});
    auto polygon = measures[3].measure.pointsMm;
    polygon.push_back(polygon.front());
    expectPoints("Polygon 4", DSRTypes::GT3_Polygon, polygon);
    expectPoints("Probe 5", DSRTypes::GT3_Point, measures[4].measure.pointsMm);
    expectPoints("Arrow 6", DSRTypes::GT3_Polyline, measures[5].measure.pointsMm);
}

TEST_F(MeasurementReportTest, GivesProbabilitiesOnlyWhereTheyMeanSomething)
{
    ASSERT_NO_FATAL_FAILURE(write());
    const char* sure = "lung: Small pleural effusion";
    EXPECT_THAT(numbers(sure, "raw-score"), ::testing::ElementsAre("0.75 1"));
    EXPECT_THAT(numbers(sure, "probability"), ::testing::ElementsAre("0.625 1"));
    EXPECT_THAT(numbers(sure, "threshold"), ::testing::ElementsAre("0.5 1"));
    EXPECT_THAT(numbers("lung: Nodule", "raw-score"), ::testing::ElementsAre("0.875 1"));
    EXPECT_TRUE(numbers("lung: Nodule", "probability").empty());
    EXPECT_TRUE(numbers("lung: Atelectasis", "raw-score").empty());
    EXPECT_THAT(numbers("lung: Atelectasis", "margin"), ::testing::ElementsAre("0.0625 1"));
    EXPECT_TRUE(numbers("lung: Atelectasis", "probability").empty());
}

TEST_F(MeasurementReportTest, CallsOnlyWhatAReaderAcceptedAFinding)
{
    ASSERT_NO_FATAL_FAILURE(write());
    const auto conceptOf = [this](const char* tracked, const char* value) -> std::string {
        if (!enter(tracked))
            return {};
        DSRDocumentTree& tree = m_document.getTree();
        for (tree.goDown();;) {
            DSRContentItem& item = tree.getCurrentContentItem();
            if (item.getValueType() == DSRTypes::VT_Code &&
                item.getCodeValue().getCodeValue() == value)
                return item.getConceptName().getCodeMeaning();
            if (tree.gotoNext() == 0)
                return {};
        }
    };
    // A code of more than 16 characters comes back whole.
    EXPECT_EQ(conceptOf("lung: Small pleural effusion", "pleural_effusion_small"), "Finding");
    EXPECT_EQ(conceptOf("lung: Small pleural effusion", "accepted"), "Reader's verdict");
    EXPECT_EQ(conceptOf("lung: Emphysema", "emphysema"), "Finding asked for");
    EXPECT_EQ(conceptOf("lung: Emphysema", "rejected"), "Reader's verdict");
    EXPECT_EQ(conceptOf("lung: Nodule", "nodule"), "Finding asked for");
    EXPECT_EQ(conceptOf("lung: Nodule", "39607008"), "Finding Site");
}

TEST_F(MeasurementReportTest, IsValid)
{
    ASSERT_NO_FATAL_FAILURE(write());
    const std::string verdict = dciodvfy(m_folder / "sr.dcm");
    if (verdict.empty())
        GTEST_SKIP() << "no dciodvfy";
    EXPECT_THAT(verdict, Not(HasSubstr("Error")));
    const std::string dump = printedBy("dsrdump +Pl", m_folder / "sr.dcm");
    EXPECT_THAT(dump, Not(HasSubstr("E: ")));
    EXPECT_THAT(dump, HasSubstr("Comprehensive 3D SR"));
    EXPECT_THAT(dump, HasSubstr(notice));
    EXPECT_THAT(dump, HasSubstr("abcdef0123456789"));
    EXPECT_THAT(dump, HasSubstr("Ganglion \xC3\xA9"));
    if (const char* keep = std::getenv("FOVEA_KEEP"))
        std::filesystem::copy(m_folder.path(), keep, std::filesystem::copy_options::recursive);
}

TEST_F(MeasurementReportTest, IsNothingThatARadiologistDictated)
{
    // What the model said must not come back as the truth that it is tuned with.
    ASSERT_NO_FATAL_FAILURE(write());
    const auto report = readStructuredReport(m_folder / "sr.dcm");
    ASSERT_TRUE(report.ok());
    EXPECT_FALSE(report->has_value());
}

TEST_F(MeasurementReportTest, NeedsItsImages)
{
    StudyResults none;
    EXPECT_EQ(
        writeMeasurementReport(none, {}, {}, notice, m_folder / "sr.dcm", options()).error().code,
        ErrorCode::EmptySeries);
    EXPECT_FALSE(std::filesystem::exists(m_folder / "sr.dcm"));
}

} // namespace
