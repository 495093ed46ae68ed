#include "storage/StructuredReport.h"

#include "tests/storage/SharedData.h"
#include "tests/storage/TemporaryFolder.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <gtest/gtest.h>

namespace fovea {
namespace {

DcmItem* newItem(DcmItem& parent, const DcmTagKey& sequence)
{
    DcmItem* item = nullptr;
    EXPECT_TRUE(parent.findOrCreateSequenceItem(sequence, item, -2).good());
    return item;
}

DcmItem* content(DcmItem& parent, const char* relation, const char* type, const char* name)
{
    DcmItem* item = newItem(parent, DCM_ContentSequence);
    item->putAndInsertString(DCM_RelationshipType, relation);
    item->putAndInsertString(DCM_ValueType, type);
    newItem(*item, DCM_ConceptNameCodeSequence)->putAndInsertString(DCM_CodeMeaning, name);
    return item;
}

class StructuredReportTest : public ::testing::Test {
protected:
    StructuredReportTest()
    {
        DcmDataset& data = *m_file.getDataset();
        data.putAndInsertString(DCM_SOPClassUID, UID_BasicTextSRStorage);
        data.putAndInsertString(DCM_SOPInstanceUID, "1.2.3.4");
        data.putAndInsertString(DCM_StudyInstanceUID, "1.2.3");
        data.putAndInsertString(DCM_AccessionNumber, "A7");
        data.putAndInsertString(DCM_ContentDate, "20240131");
        data.putAndInsertString(DCM_ContentTime, "1015");
    }

    DcmDataset& data() { return *m_file.getDataset(); }

    std::filesystem::path save()
    {
        const auto path = m_folder / "report";
        EXPECT_TRUE(m_file.saveFile(path.c_str(), EXS_LittleEndianExplicit).good());
        return path;
    }

    Result<std::optional<StructuredReport>> read() { return readStructuredReport(save()); }

    test::TemporaryFolder m_folder;
    DcmFileFormat m_file;
};

TEST_F(StructuredReportTest, IsReadAsItWasDictated)
{
    data().putAndInsertString(DCM_SpecificCharacterSet, "ISO_IR 100");
    content(data(), "HAS CONCEPT MOD", "CODE", "Language");
    content(data(), "HAS OBS CONTEXT", "TEXT", "Observer")
        ->putAndInsertString(DCM_TextValue, "Somebody");
    DcmItem* findings = content(data(), "CONTAINS", "CONTAINER", "Findings");
    content(*findings, "CONTAINS", "TEXT", "Finding")
        ->putAndInsertString(DCM_TextValue, "Nodule in the left lung. \xC9"
                                            "ffusion.");
    DcmItem* size = content(*findings, "CONTAINS", "NUM", "Diameter");
    DcmItem* measured = newItem(*size, DCM_MeasuredValueSequence);
    measured->putAndInsertString(DCM_NumericValue, "12");
    newItem(*measured, DCM_MeasurementUnitsCodeSequence)->putAndInsertString(DCM_CodeValue, "mm");
    newItem(*content(*findings, "CONTAINS", "CODE", "Finding"), DCM_ConceptCodeSequence)
        ->putAndInsertString(DCM_CodeMeaning, "Emphysema");
    content(data(), "CONTAINS", "TEXT", "Impression")->putAndInsertString(DCM_TextValue, "Nodule.");
    EXPECT_TRUE(isDicomFile(save()));
    const auto report = read();
    ASSERT_TRUE(report);
    ASSERT_TRUE(*report);
    EXPECT_EQ((*report)->studyInstanceUid, "1.2.3");
    EXPECT_EQ((*report)->accessionNumber, "A7");
    EXPECT_EQ((*report)->written, "202401311015");
    EXPECT_EQ((*report)->text, "Findings:\nNodule in the left lung. \xC3\x89"
                               "ffusion.\nDiameter: 12 mm\nFinding: Emphysema\n"
                               "Impression: Nodule.\n");
}

TEST_F(StructuredReportTest, OtherDocumentsAreNoReports)
{
    data().putAndInsertString(DCM_SOPClassUID, UID_XRayRadiationDoseSRStorage);
    content(data(), "CONTAINS", "TEXT", "Comment")->putAndInsertString(DCM_TextValue, "Dose.");
    const auto report = read();
    ASSERT_TRUE(report);
    EXPECT_FALSE(*report);
}

TEST_F(StructuredReportTest, NestingHasAnEnd)
{
    DcmItem* item = &data();
    for (int depth = 0; depth < 100; ++depth)
        item = content(*item, "CONTAINS", "CONTAINER", "Findings");
    EXPECT_EQ(read().error().code, ErrorCode::BrokenFile);
    EXPECT_EQ(readStructuredReport(m_folder / "none").error().code, ErrorCode::FileNotFound);
}

TEST_F(StructuredReportTest, RealOnesAreRead)
{
    FOVEA_NEEDS_SHARED_DATA();
    for (const char* name : {"nasty/pydicom/test-SR.dcm", "dicom-seg/sr-example/sr.dcm"}) {
        const auto report = readStructuredReport(test::sharedData(name));
        ASSERT_TRUE(report) << name;
        ASSERT_TRUE(*report) << name;
        EXPECT_FALSE((*report)->text.empty()) << name;
    }
}

} // namespace
} // namespace fovea
