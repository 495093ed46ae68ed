#include "storage/anonymize/Anonymizer.h"
#include "storage/anonymize/ConfidentialityProfile.h"
#include "tests/storage/DicomCheck.h"
#include "tests/storage/SampleSeries.h"
#include "tests/storage/SampleStructureSet.h"
#include "tests/storage/TemporaryFolder.h"

#include <array>
#include <cstring>
#include <fstream>
#include <gtest/gtest.h>

using namespace fovea;
using namespace fovea::test;
namespace fs = std::filesystem;

namespace {

// What must not be found in any byte of an export.
constexpr const char* textMarker = "XQMARK";
constexpr const char* numberMarker = "77441133";
constexpr const char* dateMarker = "19440611";
constexpr const char* timeMarker = "114411";
const std::string uidMarker = std::string("9.8.") + numberMarker;

std::string bytesOf(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// A value of this VR by which it is found again.
std::string markerFor(DcmEVR vr, int count)
{
    switch (vr) {
    case EVR_DA:
        return dateMarker;
    case EVR_TM:
        return timeMarker;
    case EVR_DT:
        return std::string(dateMarker) + timeMarker;
    case EVR_UI:
        return uidMarker + "." + std::to_string(count);
    case EVR_IS:
    case EVR_DS:
        return numberMarker;
    case EVR_AS:
        return "077Y";
    case EVR_PN:
        return std::string(textMarker) + "^Given";
    case EVR_AE:
    case EVR_CS:
    case EVR_LO:
    case EVR_SH:
    case EVR_LT:
    case EVR_ST:
    case EVR_UT:
    case EVR_UC:
    case EVR_UR:
        return textMarker;
    default:
        return {};
    }
}

void mark(DcmItem& item, const DcmTagKey& tag, int count)
{
    const DcmEVR vr = DcmTag(tag).getEVR();
    if (vr == EVR_SQ) {
        DcmItem& inner = newItem(item, tag);
        inner.putAndInsertString(DCM_PatientName, textMarker);
        inner.putAndInsertString(DCM_CodeValue, textMarker);
        inner.putAndInsertString(DCM_CodingSchemeDesignator, "99LOCAL");
        inner.putAndInsertString(DCM_CodeMeaning, textMarker);
        inner.putAndInsertString(DCM_ReferencedSOPInstanceUID, uidMarker.c_str());
        inner.putAndInsertString(DCM_ImageComments, textMarker);
        inner.putAndInsertString(DCM_ScheduledProcedureStepStartDate, dateMarker);
        inner.putAndInsertString(DcmTag(0x0011, 0x0010, EVR_LO), textMarker);
        inner.putAndInsertString(DcmTag(0x0011, 0x1001, EVR_LO), textMarker);
        newItem(inner, DCM_RequestAttributesSequence)
            .putAndInsertString(DCM_RequestedProcedureID, textMarker);
        return;
    }
    if (const std::string value = markerFor(vr, count); !value.empty()) {
        EXPECT_TRUE(item.putAndInsertString(DcmTag(tag), value.c_str()).good()) << tag.toString();
    } else if (vr == EVR_FD) {
        double bytes = 0;
        std::memcpy(&bytes, "XQMARK??", sizeof bytes);
        EXPECT_TRUE(item.putAndInsertFloat64(tag, bytes).good());
    } else if (vr == EVR_US) {
        EXPECT_TRUE(item.putAndInsertUint16(tag, 1).good());
    } else if (vr == EVR_UL) {
        EXPECT_TRUE(item.putAndInsertUint32(tag, 1).good());
    } else {
        EXPECT_TRUE(item.putAndInsertUint8Array(DcmTag(tag, EVR_OB),
                                                reinterpret_cast<const Uint8*>(textMarker), 6)
                        .good())
            << tag.toString();
    }
}

/// Every attribute of the table, and what the table does not name.
void markAll(DcmDataset& data)
{
    int count = 0;
    const ConfidentialityProfile profile;
    for (const ProfileRule& rule : profile.rules()) {
        const auto group = static_cast<Uint16>(rule.tag >> 16);
        const DcmTagKey tag(group, static_cast<Uint16>(rule.tag & 0xFFFF));
        // Command and directory elements have no place in a data set; what has a document is left
        // out as a whole.
        if (group < 8 || tag == DCM_EncapsulatedDocument)
            continue;
        if (group == 0x5000)
            data.putAndInsertString(DcmTag(0x5002, 0x0040, EVR_LO), textMarker);
        else
            mark(data, tag, ++count);
    }
    // Private: a block, a sequence, and one in a sequence.
    data.putAndInsertString(DcmTag(0x0009, 0x0010, EVR_LO), textMarker);
    data.putAndInsertString(DcmTag(0x0009, 0x1001, EVR_PN), textMarker);
    DcmItem* inner = nullptr;
    data.findOrCreateSequenceItem(DcmTag(0x0009, 0x1002, EVR_SQ), inner, -2);
    inner->putAndInsertString(DCM_PatientName, textMarker);
    // An overlay's description, an element of a later standard, one of unknown VR.
    data.putAndInsertString(DcmTag(0x6002, 0x0022, EVR_LO), textMarker);
    data.putAndInsertString(DcmTag(0x0010, 0xFF02, EVR_LO), textMarker);
    data.putAndInsertUint8Array(DcmTag(0x0018, 0xFF04, EVR_UN),
                                reinterpret_cast<const Uint8*>(textMarker), 6);
    // Names where none belong: UID-like, number-like and coded fields, texts of other attributes.
    data.putAndInsertString(DCM_IrradiationEventUID, "XQMARK.JOHN");
    data.putAndInsertString(DCM_ContextUID, (uidMarker + ".7").c_str());
    data.putAndInsertString(DCM_ReconstructionDiameter, textMarker);
    data.putAndInsertString(DCM_ScanOptions, "XqMARK");
    data.putAndInsertString(DCM_BodyPartExamined, textMarker);
    data.putAndInsertString(DCM_ImageType, "ORIGINAL\\PRIMARY\\AXIAL\\XQMARK^JOHN");
    data.putAndInsertString(DCM_LUTExplanation, textMarker);
    data.putAndInsertString(DCM_PositionReferenceIndicator, textMarker);
    data.putAndInsertString(DCM_WindowCenterWidthExplanation, textMarker);
    data.putAndInsertString(DCM_PatientSpeciesDescription, textMarker);
    data.putAndInsertString(DCM_Manufacturer, "Made for XQMARK");
    DcmItem& view = newItem(data, DCM_ViewCodeSequence);
    view.putAndInsertString(DCM_CodeValue, textMarker);
    view.putAndInsertString(DCM_CodingSchemeDesignator, "Xqmark");
    view.putAndInsertString(DCM_CodingSchemeVersion, textMarker);
    view.putAndInsertString(DCM_CodeMeaning, textMarker);
    view.putAndInsertString(DCM_StudyDate, dateMarker);
}

class AnonymizeMarkersTest : public ::testing::Test {
protected:
    AnonymizeMarkersTest()
    {
        const auto written = writeCtSeries(*sampleVolume(smallGeometry(1)), m_folder / "ct",
                                           samplePatient(), seeded(5));
        EXPECT_TRUE(written.ok());
        m_path = written->instances.front().path;
        DcmFileFormat file;
        EXPECT_TRUE(file.loadFile(m_path.c_str()).good());
        file.loadAllDataIntoMemory();
        markAll(*file.getDataset());
        file.getMetaInfo()->putAndInsertString(DCM_SourceApplicationEntityTitle, textMarker);
        m_path = m_folder / "marked.dcm";
        EXPECT_TRUE(file.saveFile(m_path.c_str(), EXS_LittleEndianExplicit).good());
        // A preamble may hold anything.
        std::fstream raw(m_path, std::ios::in | std::ios::out | std::ios::binary);
        raw.write(textMarker, 6);
    }

    fs::path exported(const AnonymizeOptions& options)
    {
        const fs::path target = m_folder / "out";
        const auto summary = anonymizeFiles({m_path}, target, options, Pseudonyms::withNewKey());
        EXPECT_TRUE(summary.ok());
        EXPECT_EQ(summary->files, 1);
        EXPECT_TRUE(summary->leftOut.empty());
        return target / "0001" / "0001" / "000001.dcm";
    }

    void expectNoMarker(const fs::path& path, bool timesStay = false)
    {
        const std::string bytes = bytesOf(path);
        ASSERT_GT(bytes.size(), 300u);
        EXPECT_EQ(bytes.find(timeMarker) != std::string::npos, timesStay);
        for (const char* marker : {textMarker, numberMarker, dateMarker, "Given", "JOHN", "Xqmark",
                                   "XqMARK", "077Y", "SAMPLE-1", "Phantom"})
            EXPECT_EQ(bytes.find(marker), std::string::npos) << marker;
    }

    TemporaryFolder m_folder;
    fs::path m_path;
};

TEST_F(AnonymizeMarkersTest, TheOriginalIsFullOfThem)
{
    const std::string bytes = bytesOf(m_path);
    std::size_t found = 0;
    for (std::size_t at = bytes.find(textMarker); at != std::string::npos;
         at = bytes.find(textMarker, at + 1))
        ++found;
    EXPECT_GT(found, 300u);
    EXPECT_NE(bytes.find(dateMarker), std::string::npos);
    EXPECT_NE(bytes.find(numberMarker), std::string::npos);
}

TEST_F(AnonymizeMarkersTest, NoByteOfThemIsLeft)
{
    expectNoMarker(exported({}));
}

TEST_F(AnonymizeMarkersTest, NorWithDatesShiftedAndDescriptorsCleaned)
{
    AnonymizeOptions options;
    options.shiftDates = true;
    options.cleanDescriptors = true;
    const fs::path path = exported(options);
    expectNoMarker(path, true); // Times of day are not shifted.
    DcmFileFormat file;
    ASSERT_TRUE(file.loadFile(path.c_str()).good());
    OFString date;
    EXPECT_TRUE(file.getDataset()->findAndGetOFString(DCM_StudyDate, date).good());
    EXPECT_EQ(date.size(), 8u);
    EXPECT_LT(date, OFString(dateMarker));
    // The birth date is never shifted.
    EXPECT_TRUE(file.getDataset()->findAndGetOFString(DCM_PatientBirthDate, date).good());
    EXPECT_TRUE(date.empty());
}

TEST_F(AnonymizeMarkersTest, WhatIsKeptIsWhatWasAskedFor)
{
    AnonymizeOptions options;
    options.keepPatientCharacteristics = true;
    options.keepDeviceIdentity = true;
    DcmFileFormat file;
    ASSERT_TRUE(file.loadFile(exported(options).c_str()).good());
    DcmDataset& data = *file.getDataset();
    OFString value;
    EXPECT_TRUE(data.findAndGetOFString(DCM_PatientAge, value).good());
    EXPECT_EQ(value, "077Y");
    EXPECT_TRUE(data.findAndGetOFString(DCM_DeviceSerialNumber, value).good());
    EXPECT_EQ(value, textMarker);
    EXPECT_FALSE(data.tagExists(DCM_EthnicGroup)); // Free text without a safe word.
    EXPECT_FALSE(data.tagExists(DCM_InstitutionName));
    EXPECT_TRUE(data.findAndGetOFString(DCM_PatientName, value).good());
    EXPECT_TRUE(value.substr(0, 5) == "ANON-");
}

TEST_F(AnonymizeMarkersTest, SaysWhatWasDone)
{
    AnonymizeOptions options;
    options.pseudonym = "Case 7";
    options.cleanDescriptors = true;
    const fs::path path = exported(options);
    DcmFileFormat file;
    ASSERT_TRUE(file.loadFile(path.c_str()).good());
    DcmDataset& data = *file.getDataset();
    OFString value;
    data.findAndGetOFString(DCM_PatientIdentityRemoved, value);
    EXPECT_EQ(value, "YES");
    data.findAndGetOFString(DCM_LongitudinalTemporalInformationModified, value);
    EXPECT_EQ(value, "REMOVED");
    data.findAndGetOFString(DCM_PatientName, value);
    EXPECT_EQ(value, "Case 7");
    data.findAndGetOFString(DCM_PatientID, value);
    EXPECT_EQ(value, "Case 7");
    DcmItem* item = nullptr;
    ASSERT_TRUE(
        data.findAndGetSequenceItem(DCM_DeidentificationMethodCodeSequence, item, 0).good());
    item->findAndGetOFString(DCM_CodeValue, value);
    EXPECT_EQ(value, "113100");
    ASSERT_TRUE(
        data.findAndGetSequenceItem(DCM_DeidentificationMethodCodeSequence, item, 1).good());
    item->findAndGetOFString(DCM_CodeValue, value);
    EXPECT_EQ(value, "113105");
    DcmMetaInfo& meta = *file.getMetaInfo();
    EXPECT_FALSE(meta.tagExists(DCM_SourceApplicationEntityTitle));
    OFString inMeta;
    meta.findAndGetOFString(DCM_MediaStorageSOPInstanceUID, inMeta);
    data.findAndGetOFString(DCM_SOPInstanceUID, value);
    EXPECT_EQ(inMeta, value);
    EXPECT_EQ(bytesOf(path).substr(0, 128), std::string(128, '\0'));
}

TEST_F(AnonymizeMarkersTest, ThePreviewSaysWhatGoes)
{
    const auto preview = previewAnonymization({m_path}, {}, Pseudonyms::withNewKey());
    ASSERT_TRUE(preview.ok());
    EXPECT_EQ(preview->files, 1);
    EXPECT_EQ(preview->series, 1);
    ASSERT_EQ(preview->pseudonyms.size(), 1u);
    const auto find = [&](const std::string& path) {
        const auto found = std::ranges::find(preview->changes, path, &AttributeChange::path);
        EXPECT_NE(found, preview->changes.end()) << path;
        return found == preview->changes.end() ? AttributeChange() : *found;
    };
    const AttributeChange name = find("(0010,0010)");
    EXPECT_EQ(name.keyword, "PatientName");
    EXPECT_EQ(name.fate, AttributeFate::Replaced);
    EXPECT_EQ(name.before, std::string(textMarker) + "^Given");
    EXPECT_EQ(name.after, preview->pseudonyms.front());
    EXPECT_EQ(find("(0020,4000)").fate, AttributeFate::Removed);
    EXPECT_EQ(find("(0008,0050)").fate, AttributeFate::Emptied);
    EXPECT_TRUE(find("(0009,1001)").keyword.empty());
    EXPECT_EQ(find("(0008,1140) (0011,1001)").fate, AttributeFate::Removed);
}

} // namespace
