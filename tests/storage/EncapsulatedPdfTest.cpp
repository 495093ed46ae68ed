#include "storage/EncapsulatedPdf.h"

#include "storage/DicomHeader.h"
#include "tests/storage/DicomCheck.h"
#include "tests/storage/SampleResults.h"
#include "tests/storage/TemporaryFolder.h"

#include <gmock/gmock.h>

using namespace fovea;
using namespace fovea::test;
using ::testing::HasSubstr;
using ::testing::Not;

namespace {

DerivedOptions options()
{
    DerivedOptions result;
    result.uids.seed = 5;
    return result;
}

} // namespace

TEST(EncapsulatedPdf, HoldsTheBytesOfTheDocument)
{
    const TemporaryFolder folder;
    const StudyResults results = sampleResults(folder.path());
    const std::string pdf = "%PDF-1.4\nodd %%EOF";
    ASSERT_EQ(pdf.size() % 2, 0u);
    for (const std::string& document : {pdf, pdf + "\n"}) {
        const auto written = writeEncapsulatedPdf(document, "Results", true, results.ctFiles,
                                                  folder / "pdf.dcm", options());
        ASSERT_TRUE(written.ok()) << written.error().detail;
        const auto header = DicomHeader::load(folder / "pdf.dcm", DicomHeader::Extent::WholeFile);
        ASSERT_TRUE(header.ok());
        EXPECT_EQ(header->sopInstanceUid(), *written);
        EXPECT_EQ(header->studyInstanceUid(), results.study.studyInstanceUid);
        EXPECT_EQ(header->text(DCM_PatientName), "Phantom^Sample");
        EXPECT_EQ(header->text(DCM_DocumentTitle), "Results");
        EXPECT_EQ(header->text(DCM_BurnedInAnnotation), "YES");
        const Uint8* bytes = nullptr;
        unsigned long count = 0;
        ASSERT_TRUE(
            header->dataset().findAndGetUint8Array(DCM_EncapsulatedDocument, bytes, &count).good());
        Uint32 length = 0;
        ASSERT_TRUE(
            header->dataset().findAndGetUint32(DCM_EncapsulatedDocumentLength, length).good());
        EXPECT_EQ(count % 2, 0u);
        EXPECT_EQ(std::string(reinterpret_cast<const char*>(bytes), length), document);
        EXPECT_THAT(dciodvfy(folder / "pdf.dcm"), Not(HasSubstr("Error")));
    }
}

TEST(EncapsulatedPdf, IsNothingButAPdf)
{
    const TemporaryFolder folder;
    const StudyResults results = sampleResults(folder.path());
    const auto written = writeEncapsulatedPdf("<html>", "Results", false, results.ctFiles,
                                              folder / "pdf.dcm", options());
    ASSERT_FALSE(written.ok());
    EXPECT_EQ(written.error().code, ErrorCode::BadOption);
    EXPECT_FALSE(std::filesystem::exists(folder / "pdf.dcm"));
}
