#include "storage/anonymize/Anonymizer.h"

#include "storage/CatalogFile.h"
#include "storage/DicomScanner.h"
#include "storage/Importer.h"
#include "storage/LabelMapReader.h"
#include "storage/SeriesReader.h"
#include "tests/storage/DicomCheck.h"
#include "tests/storage/SampleSeries.h"
#include "tests/storage/SampleStructureSet.h"
#include "tests/storage/SharedData.h"
#include "tests/storage/TemporaryFolder.h"

#include <chrono>
#include <fstream>
#include <gtest/gtest.h>
#include <set>

using namespace fovea;
using namespace fovea::test;
namespace fs = std::filesystem;

namespace {

Pseudonyms testKey()
{
    std::array<unsigned char, 32> key{};
    key.fill(42);
    return Pseudonyms(key);
}

AnatomyCatalog catalog()
{
    auto read = readCatalogFile(fs::path(FOVEA_SOURCE_DIR) / "resources/catalog/anatomies.json");
    return read ? *read : AnatomyCatalog();
}

std::string value(DcmItem& item, const DcmTagKey& tag)
{
    OFString text;
    item.findAndGetOFStringArray(tag, text);
    return text.c_str();
}

void put(DcmItem& item, const DcmTagKey& tag, const std::string& text)
{
    EXPECT_TRUE(item.putAndInsertString(tag, text.c_str()).good());
}

void putCode(DcmItem& parent, const DcmTagKey& tag, const std::string& code,
             const std::string& scheme, const std::string& meaning)
{
    DcmItem& item = newItem(parent, tag);
    put(item, DCM_CodeValue, code);
    put(item, DCM_CodingSchemeDesignator, scheme);
    put(item, DCM_CodeMeaning, meaning);
}

DcmItem& content(DcmItem& parent, const char* type, const char* code, const char* meaning)
{
    DcmItem& item = newItem(parent, DCM_ContentSequence);
    put(item, DCM_RelationshipType, "CONTAINS");
    put(item, DCM_ValueType, type);
    putCode(item, DCM_ConceptNameCodeSequence, code, "DCM", meaning);
    return item;
}

/// A report on an image of the series, with everything about the patient that reports say.
void writeReport(const WrittenSeries& ct, const char* sopClass, const fs::path& path)
{
    DcmFileFormat file;
    DcmDataset& data = *file.getDataset();
    put(data, DCM_SOPClassUID, sopClass);
    put(data, DCM_SOPInstanceUID, "1.2.3.77");
    put(data, DCM_StudyInstanceUID, ct.studyInstanceUid);
    put(data, DCM_SeriesInstanceUID, "1.2.3.78");
    put(data, DCM_Modality, "SR");
    put(data, DCM_PatientName, "Phantom^Sample");
    put(data, DCM_PatientID, "SAMPLE-1");
    put(data, DCM_PatientBirthDate, "19700102");
    put(data, DCM_ContentDate, "20240131");
    put(data, DCM_ContentTime, "101530");
    put(data, DCM_ValueType, "CONTAINER");
    put(data, DCM_ContinuityOfContent, "SEPARATE");
    put(data, DCM_CompletionFlag, "COMPLETE");
    put(data, DCM_VerificationFlag, "VERIFIED");
    putCode(data, DCM_ConceptNameCodeSequence, "126000", "DCM", "Imaging Measurement Report");
    put(newItem(data, DCM_VerifyingObserverSequence), DCM_VerifyingObserverName, "Secretname^Dr");
    DcmItem& study = newItem(data, DCM_CurrentRequestedProcedureEvidenceSequence);
    put(study, DCM_StudyInstanceUID, ct.studyInstanceUid);
    DcmItem& series = newItem(study, DCM_ReferencedSeriesSequence);
    put(series, DCM_SeriesInstanceUID, ct.seriesInstanceUid);
    DcmItem& instance = newItem(series, DCM_ReferencedSOPSequence);
    put(instance, DCM_ReferencedSOPClassUID, UID_CTImageStorage);
    put(instance, DCM_ReferencedSOPInstanceUID, ct.instances.front().sopInstanceUid);
    put(content(data, "PNAME", "121008", "Person Observer Name"), DCM_PersonName, "Secretname^Dr");
    put(content(data, "DATE", "121031", "Subject Birth Date"), DCM_Date, "19700102");
    put(content(data, "TEXT", "121106", "Comment"), DCM_TextValue,
        "Mrs Secretname called on 0123456789");
    put(content(data, "TEXT", "121106", "Comment"), DCM_TextValue, "lung nodule");
    DcmItem& image = content(data, "IMAGE", "121112", "Source of Measurement");
    DcmItem& reference = newItem(image, DCM_ReferencedSOPSequence);
    put(reference, DCM_ReferencedSOPClassUID, UID_CTImageStorage);
    put(reference, DCM_ReferencedSOPInstanceUID, ct.instances.front().sopInstanceUid);
    EXPECT_TRUE(file.saveFile(path.c_str(), EXS_LittleEndianExplicit).good());
}

std::string bytesOf(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string bytesOfAll(const fs::path& folder)
{
    std::string all;
    for (const fs::path& path : *filesBelow(folder))
        all += bytesOf(path);
    return all;
}

int errorsIn(const std::string& report)
{
    int count = 0;
    for (std::size_t at = report.find("Error"); at != std::string::npos;
         at = report.find("Error", at + 1))
        ++count;
    return count;
}

class AnonymizerTest : public ::testing::Test {
protected:
    WrittenSeries writeCt(const PatientStudy& patient, std::uint64_t seed,
                          const std::string& name = "ct")
    {
        auto written =
            writeCtSeries(*sampleVolume(smallGeometry()), m_folder / name, patient, seeded(seed));
        EXPECT_TRUE(written.ok());
        return *written;
    }

    AnonymizeSummary exported(const fs::path& from, const AnonymizeOptions& options = {},
                              const std::string& name = "out")
    {
        const auto summary = anonymizeFiles(*filesBelow(from), m_folder / name, options, testKey());
        EXPECT_TRUE(summary.ok());
        return summary ? *summary : AnonymizeSummary();
    }

    ScanReport scanned(const std::string& name = "out")
    {
        auto report = scanFolder(m_folder / name, Progress());
        EXPECT_TRUE(report.ok());
        return report ? *report : ScanReport();
    }

    TemporaryFolder m_folder;
};

TEST_F(AnonymizerTest, ReferencesStillResolveAndVoxelsAreTheSame)
{
    const WrittenSeries ct = writeCt(samplePatient(), 3, "in");
    const LabelMapPtr labels = sampleLabels(smallGeometry());
    const AnatomyCatalog anatomies = catalog();
    SegmentationOptions segmentation;
    segmentation.uids.seed = 4;
    segmentation.algorithmName = "Boxes";
    ASSERT_TRUE(writeSegmentation(*labels, anatomies, pathsOf(ct), m_folder / "in" / "seg.dcm",
                                  segmentation)
                    .ok());
    SampleStructureSet set;
    set.studyUid = ct.studyInstanceUid;
    set.frameOfReferenceUid = ct.frameOfReferenceUid;
    set.seriesUid = ct.seriesInstanceUid;
    set.regions.push_back({"Secretname tumor", {rectangle(smallGeometry(), {1, 1, 4, 4}, 2)}});
    ASSERT_TRUE(writeStructureSet(set, m_folder / "in" / "set.dcm"));

    const AnonymizeSummary summary = exported(m_folder / "in");
    EXPECT_EQ(summary.files, 7);
    EXPECT_EQ(summary.studies, 1);
    EXPECT_EQ(summary.series, 3);
    EXPECT_TRUE(summary.leftOut.empty());
    const ScanReport report = scanned();
    ASSERT_EQ(report.studies.size(), 1u);
    const ScannedStudy& study = report.studies.front();
    ASSERT_EQ(study.series.size(), 1u);
    const ScannedSeries& series = study.series.front();
    EXPECT_NE(series.seriesInstanceUid, ct.seriesInstanceUid);
    EXPECT_NE(series.frameOfReferenceUid, ct.frameOfReferenceUid);
    std::set<std::string> instances;
    for (const ScannedInstance& instance : series.instances)
        instances.insert(instance.sopInstanceUid);
    ASSERT_EQ(study.segmentations.size(), 2u);
    int references = 0;
    for (const ScannedSegmentation& found : study.segmentations) {
        EXPECT_EQ(found.frameOfReferenceUid, series.frameOfReferenceUid);
        EXPECT_EQ(found.referencedSeriesUids, std::vector{series.seriesInstanceUid});
        for (const std::string& uid : found.referencedInstanceUids) {
            EXPECT_TRUE(instances.contains(uid));
            ++references;
        }
    }
    EXPECT_GT(references, 0);

    const auto before = readSeries(pathsOf(ct), Progress());
    const auto after = readSeries(series, Progress());
    ASSERT_TRUE(before.ok() && after.ok());
    EXPECT_TRUE(std::ranges::equal(before->volume->voxels(), after->volume->voxels()));
    const std::string all = bytesOfAll(m_folder / "out");
    for (const char* gone : {"Phantom", "SAMPLE-1", "19700102", "20240131", "Secretname"})
        EXPECT_EQ(all.find(gone), std::string::npos) << gone;
    EXPECT_EQ(all.find(ct.studyInstanceUid), std::string::npos);
}

TEST_F(AnonymizerTest, AnExportCanBeImportedAndShowsThePseudonym)
{
    const WrittenSeries ct = writeCt(samplePatient(), 3, "in");
    SegmentationOptions segmentation;
    segmentation.uids.seed = 4;
    const AnatomyCatalog anatomies = catalog();
    ASSERT_TRUE(writeSegmentation(*sampleLabels(smallGeometry()), anatomies, pathsOf(ct),
                                  m_folder / "in" / "seg.dcm", segmentation)
                    .ok());
    AnonymizeOptions options;
    options.pseudonym = "Case-12";
    options.cleanDescriptors = true;
    exported(m_folder / "in", options);
    auto archive = StudyDatabase::open(m_folder / "archive");
    ASSERT_TRUE(archive.ok());
    const auto imported = importScan(*archive, scanned(), ImportMode::Copy);
    ASSERT_TRUE(imported.ok());
    EXPECT_EQ(imported->instancesTaken, 5);
    EXPECT_EQ(imported->labelMapsTaken, 1);
    const auto studies = archive->studies();
    ASSERT_TRUE(studies.ok() && studies->size() == 1);
    EXPECT_EQ(studies->front().patient.name, "Case-12");
    EXPECT_EQ(studies->front().patient.patientId, "Case-12");
    EXPECT_EQ(studies->front().patient.birthDate, "");
    EXPECT_EQ(studies->front().description, "CT chest");
    EXPECT_EQ(studies->front().date, "");
    const auto series = archive->seriesOf(studies->front().id);
    const auto maps = archive->labelMapsOf(series->front().id);
    ASSERT_TRUE(maps.ok() && maps->size() == 1);
    const ScanReport report = scanned();
    const auto volume = readSeries(report.studies.front().series.front(), Progress());
    const LabelMapTarget target{volume->volume->geometry(), studies->front().studyInstanceUid,
                                series->front().frameOfReferenceUid};
    const auto labels = readLabelMap(maps->front().path, target, anatomies, {}, Progress());
    ASSERT_TRUE(labels.ok());
    EXPECT_FALSE(labels->labels->labelsOf("heart").empty());
}

TEST_F(AnonymizerTest, FollowUpsStayTogetherAndKeepTheirDistance)
{
    PatientStudy first = samplePatient();
    PatientStudy second = samplePatient();
    second.studyDate = "20240305";
    second.patientName = "Phantom^S."; // Spelt otherwise the second time.
    PatientStudy other = samplePatient("SAMPLE-2");
    writeCt(first, 1, "in/a");
    writeCt(second, 2, "in/b");
    writeCt(other, 3, "in/c");
    AnonymizeOptions options;
    options.shiftDates = true;
    const AnonymizeSummary summary = exported(m_folder / "in", options);
    EXPECT_EQ(summary.pseudonyms.size(), 2u);
    const ScanReport report = scanned();
    ASSERT_EQ(report.studies.size(), 3u);
    const auto days = [](const std::string& date) {
        return std::chrono::sys_days(std::chrono::year_month_day(
            std::chrono::year(std::stoi(date.substr(0, 4))),
            std::chrono::month(static_cast<unsigned>(std::stoi(date.substr(4, 2)))),
            std::chrono::day(static_cast<unsigned>(std::stoi(date.substr(6, 2))))));
    };
    EXPECT_EQ((days(report.studies[1].date) - days(report.studies[0].date)).count(), 34);
    EXPECT_NE(report.studies[0].date, "20240131");
    EXPECT_EQ(report.studies[0].time, "101530");
    EXPECT_EQ(report.studies[0].patient.id, report.studies[1].patient.id);
    EXPECT_NE(report.studies[0].patient.id, report.studies[2].patient.id);
    EXPECT_NE(report.studies[0].date, report.studies[2].date); // Under this key.

    // The next export, under the same key, belongs to it; under another one it does not.
    exported(m_folder / "in" / "b", options, "again");
    EXPECT_EQ(scanned("again").studies[0].studyInstanceUid, report.studies[1].studyInstanceUid);
    EXPECT_EQ(scanned("again").studies[0].date, report.studies[1].date);
    ASSERT_TRUE(anonymizeFiles(*filesBelow(m_folder / "in" / "b"), m_folder / "apart", options,
                               Pseudonyms::withNewKey())
                    .ok());
    EXPECT_NE(scanned("apart").studies[0].studyInstanceUid, report.studies[1].studyInstanceUid);
    EXPECT_NE(scanned("apart").studies[0].patient.id, report.studies[1].patient.id);
}

TEST_F(AnonymizerTest, AReportKeepsItsTreeAndNobody)
{
    const WrittenSeries ct = writeCt(samplePatient(), 3, "in/0");
    writeReport(ct, UID_ComprehensiveSRStorage, m_folder / "in" / "1.dcm");
    AnonymizeOptions options;
    options.shiftDates = true;
    EXPECT_EQ(exported(m_folder / "in", options).files, 6);
    const fs::path path = m_folder / "out" / "0001" / "0002" / "000001.dcm";
    const std::string bytes = bytesOf(path);
    for (const char* gone : {"Secretname", "0123456789", "19700102", "Phantom", "SAMPLE-1"})
        EXPECT_EQ(bytes.find(gone), std::string::npos) << gone;
    DcmFileFormat file;
    ASSERT_TRUE(file.loadFile(path.c_str()).good());
    DcmDataset& data = *file.getDataset();
    EXPECT_EQ(value(data, DCM_VerificationFlag), "UNVERIFIED");
    EXPECT_FALSE(data.tagExists(DCM_VerifyingObserverSequence));
    DcmItem* item = nullptr;
    ASSERT_TRUE(data.findAndGetSequenceItem(DCM_ContentSequence, item, 0).good());
    EXPECT_EQ(value(*item, DCM_PersonName), "Anonymous");
    ASSERT_TRUE(data.findAndGetSequenceItem(DCM_ContentSequence, item, 1).good());
    EXPECT_EQ(value(*item, DCM_Date), "19000101");
    ASSERT_TRUE(data.findAndGetSequenceItem(DCM_ContentSequence, item, 2).good());
    EXPECT_EQ(value(*item, DCM_TextValue), "Removed");
    ASSERT_TRUE(data.findAndGetSequenceItem(DCM_ContentSequence, item, 3).good());
    EXPECT_EQ(value(*item, DCM_TextValue), "lung nodule");
    ASSERT_TRUE(data.findAndGetSequenceItem(DCM_ContentSequence, item, 4).good());
    DcmItem* reference = nullptr;
    ASSERT_TRUE(item->findAndGetSequenceItem(DCM_ReferencedSOPSequence, reference, 0).good());
    const std::string uid = value(*reference, DCM_ReferencedSOPInstanceUID);
    const ScanReport report = scanned();
    std::set<std::string> instances;
    for (const ScannedInstance& instance : report.studies[0].series[0].instances)
        instances.insert(instance.sopInstanceUid);
    EXPECT_TRUE(instances.contains(uid));
    ASSERT_TRUE(
        data.findAndGetSequenceItem(DCM_CurrentRequestedProcedureEvidenceSequence, item, 0).good());
    EXPECT_EQ(value(*item, DCM_StudyInstanceUID), scanned().studies[0].studyInstanceUid);
}

TEST_F(AnonymizerTest, TheValidatorFindsNoMoreThanBefore)
{
    const WrittenSeries ct = writeCt(samplePatient(), 3, "in/0");
    SegmentationOptions segmentation;
    segmentation.uids.seed = 4;
    segmentation.algorithmName = "Boxes";
    const AnatomyCatalog anatomies = catalog();
    ASSERT_TRUE(writeSegmentation(*sampleLabels(smallGeometry()), anatomies, pathsOf(ct),
                                  m_folder / "in" / "1.dcm", segmentation)
                    .ok());
    if (dciodvfy(m_folder / "in" / "1.dcm").empty())
        GTEST_SKIP() << "dciodvfy is not installed";
    for (const bool everything : {false, true}) {
        AnonymizeOptions options;
        options.shiftDates = everything;
        options.cleanDescriptors = everything;
        options.keepPatientCharacteristics = everything;
        options.keepDeviceIdentity = everything;
        const std::string out = everything ? "all" : "out";
        exported(m_folder / "in", options, out);
        const std::string image = dciodvfy(m_folder / out / "0001" / "0001" / "000001.dcm");
        EXPECT_LE(errorsIn(image), errorsIn(dciodvfy(ct.instances.front().path))) << image;
        const std::string mask = dciodvfy(m_folder / out / "0001" / "0002" / "000001.dcm");
        EXPECT_LE(errorsIn(mask), errorsIn(dciodvfy(m_folder / "in" / "1.dcm"))) << mask;
    }
}

TEST_F(AnonymizerTest, WhatCannotBeCleanedIsLeftOut)
{
    const WrittenSeries ct = writeCt(samplePatient(), 3, "in/z");
    const auto variant = [&](const std::string& name, const auto& change) {
        DcmFileFormat file;
        EXPECT_TRUE(file.loadFile(ct.instances.front().path.c_str()).good());
        change(*file.getDataset());
        EXPECT_TRUE(file.saveFile((m_folder / "in" / name).c_str()).good());
    };
    variant("a", [](DcmDataset& data) {
        put(data, DCM_SOPClassUID, UID_EncapsulatedPDFStorage);
        data.putAndInsertUint8Array(DCM_EncapsulatedDocument,
                                    reinterpret_cast<const Uint8*>("%PDF"), 4);
    });
    variant("b", [](DcmDataset& data) { put(data, DCM_BurnedInAnnotation, "YES"); });
    variant("c",
            [](DcmDataset& data) { put(data, DCM_SOPClassUID, UID_SecondaryCaptureImageStorage); });
    variant("d",
            [](DcmDataset& data) { put(data, DCM_ImageType, "DERIVED\\SECONDARY\\SCREEN SAVE"); });
    variant("e", [](DcmDataset& data) { put(data, DCM_SOPClassUID, UID_MRImageStorage); });
    variant("g", [](DcmDataset& data) {
        put(data, DCM_SOPClassUID, UID_SecondaryCaptureImageStorage);
        put(data, DCM_BurnedInAnnotation, "NO");
    });
    std::ofstream(m_folder / "in" / "f.txt") << "Phantom^Sample was here, on 31 January 2024, and "
                                                "this is a text that is long enough.";
    const AnonymizeSummary summary = exported(m_folder / "in");
    EXPECT_EQ(summary.files, 6);
    ASSERT_EQ(summary.leftOut.size(), 6u);
    const std::vector<LeftOutKind> kinds{LeftOutKind::Document,        LeftOutKind::BurnedIn,
                                         LeftOutKind::BurnedInUnknown, LeftOutKind::BurnedIn,
                                         LeftOutKind::NoCleaning,      LeftOutKind::NotDicom};
    for (std::size_t i = 0; i < kinds.size(); ++i)
        EXPECT_EQ(summary.leftOut[i].kind, kinds[i]) << summary.leftOut[i].path;
    const auto preview =
        previewAnonymization(*filesBelow(m_folder / "in"), {}, Pseudonyms::withNewKey());
    ASSERT_TRUE(preview.ok());
    EXPECT_EQ(preview->files, 6);
    EXPECT_EQ(preview->leftOut.size(), 6u);
}

TEST_F(AnonymizerTest, TheFolderIsThereWholeOrNotAtAll)
{
    writeCt(samplePatient(), 3, "in");
    const std::vector<fs::path> files = *filesBelow(m_folder / "in");
    std::stop_source stop;
    stop.request_stop();
    const auto cancelled =
        anonymizeFiles(files, m_folder / "out", {}, testKey(), Progress(stop.get_token()));
    ASSERT_FALSE(cancelled.ok());
    EXPECT_EQ(cancelled.error().code, ErrorCode::Cancelled);
    EXPECT_FALSE(fs::exists(m_folder / "out"));
    EXPECT_FALSE(fs::exists(m_folder / "out.partial"));

    fs::create_directories(m_folder / "full");
    std::ofstream(m_folder / "full" / "mine") << "mine";
    const auto full = anonymizeFiles(files, m_folder / "full", {}, testKey());
    ASSERT_FALSE(full.ok());
    EXPECT_EQ(full.error().code, ErrorCode::BadOption);
    EXPECT_EQ(bytesOf(m_folder / "full" / "mine"), "mine");

    fs::create_directories(m_folder / "empty");
    EXPECT_TRUE(anonymizeFiles(files, m_folder / "empty", {}, testKey()).ok());
    EXPECT_TRUE(fs::exists(m_folder / "empty" / "0001" / "0001" / "000005.dcm"));
}

TEST_F(AnonymizerTest, TellsOfWhatThereAreCopies)
{
    writeCt(samplePatient(), 3, "in");
    std::ofstream(m_folder / "in" / "0.txt") << "This is no image, and there is no copy of it; it "
                                                "is long enough to have a preamble, too, if it "
                                                "were a DICOM file of any kind.";
    const std::vector<fs::path> files = *filesBelow(m_folder / "in");
    std::vector<std::size_t> copied;
    const auto told = anonymizeFiles(files, m_folder / "out", {}, testKey(), {},
                                     [&](const std::vector<std::size_t>& those) -> Status {
                                         EXPECT_TRUE(fs::exists(m_folder / "out"));
                                         copied = those;
                                         return Done{};
                                     });
    ASSERT_TRUE(told.ok());
    EXPECT_EQ(copied.size(), files.size() - 1);
    EXPECT_EQ(copied.front(), 1u) << "the first is no image";
    // What cannot be told does not stay.
    const auto refused = anonymizeFiles(files, m_folder / "again", {}, testKey(), {},
                                        [](const std::vector<std::size_t>&) -> Status {
                                            return makeError(ErrorCode::DatabaseFailed, {"busy"});
                                        });
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, ErrorCode::DatabaseFailed);
    EXPECT_FALSE(fs::exists(m_folder / "again"));
    EXPECT_FALSE(fs::exists(m_folder / "again.partial"));
}

TEST_F(AnonymizerTest, OnePseudonymIsForOnePatient)
{
    writeCt(samplePatient("SAMPLE-1"), 1, "in/a");
    writeCt(samplePatient("SAMPLE-2"), 2, "in/b");
    AnonymizeOptions options;
    options.pseudonym = "Case 1";
    const auto two =
        anonymizeFiles(*filesBelow(m_folder / "in"), m_folder / "out", options, testKey());
    ASSERT_FALSE(two.ok());
    EXPECT_EQ(two.error().code, ErrorCode::BadOption);
    EXPECT_FALSE(fs::exists(m_folder / "out"));
    options.pseudonym = "M\xC3\xBCller";
    EXPECT_EQ(previewAnonymization({}, options, testKey()).error().code, ErrorCode::BadOption);
}

TEST_F(AnonymizerTest, PixelsAreCopiedInWhateverSyntaxTheyAre)
{
    FOVEA_NEEDS_SHARED_DATA();
    const std::vector<fs::path> originals = filesIn(sharedData("compressed/same-ct-slice"));
    ASSERT_GT(originals.size(), 10u);
    int compared = 0;
    for (std::size_t i = 0; i < originals.size(); ++i) {
        const fs::path out = m_folder / std::to_string(i);
        const auto summary = anonymizeFiles({originals[i]}, out, {}, testKey());
        ASSERT_TRUE(summary.ok()) << originals[i];
        ASSERT_EQ(summary->files, 1) << originals[i];
        DcmFileFormat before;
        DcmFileFormat after;
        ASSERT_TRUE(before.loadFile(originals[i].c_str()).good());
        ASSERT_TRUE(after.loadFile((out / "0001" / "0001" / "000001.dcm").c_str()).good())
            << originals[i];
        const E_TransferSyntax syntax = before.getDataset()->getOriginalXfer();
        EXPECT_EQ(after.getDataset()->getOriginalXfer(),
                  syntax == EXS_DeflatedLittleEndianExplicit ? EXS_LittleEndianExplicit : syntax)
            << originals[i];
        const auto volumeBefore = readSeries(std::vector{originals[i]}, Progress());
        const auto volumeAfter =
            readSeries(std::vector{out / "0001" / "0001" / "000001.dcm"}, Progress());
        ASSERT_EQ(volumeBefore.ok(), volumeAfter.ok()) << originals[i];
        if (!volumeBefore)
            continue;
        EXPECT_TRUE(
            std::ranges::equal(volumeBefore->volume->voxels(), volumeAfter->volume->voxels()))
            << originals[i];
        ++compared;
    }
    EXPECT_GT(compared, 5);
}

} // namespace
