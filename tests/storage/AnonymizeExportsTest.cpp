#include "storage/EncapsulatedPdf.h"
#include "storage/KeyObjects.h"
#include "storage/MeasurementReport.h"
#include "storage/SecondaryCapture.h"
#include "storage/anonymize/Anonymizer.h"
#include "storage/ownSentences.h"
#include "tests/storage/DicomCheck.h"
#include "tests/storage/SampleResults.h"
#include "tests/storage/TemporaryFolder.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <array>
#include <fstream>
#include <gmock/gmock.h>
#include <map>
#include <set>

// What the program exports of a study goes through anonymization: report, segmentation, pictures
// and the selection of them still belong to each other and to the images, and say nobody's name.

using namespace fovea;
using namespace fovea::test;
using ::testing::HasSubstr;
using ::testing::Not;
namespace fs = std::filesystem;

namespace {

std::string bytesOf(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string value(DcmItem& item, const DcmTagKey& tag)
{
    OFString text;
    item.findAndGetOFStringArray(tag, text);
    return text.c_str();
}

/// All UIDs of this tag anywhere in the data set, in their order.
void collect(DcmItem& item, const DcmTagKey& wanted, std::vector<std::string>& into)
{
    for (DcmObject* object = item.nextInContainer(nullptr); object;
         object = item.nextInContainer(object))
    {
        if (object->getTag() == wanted) {
            OFString uid;
            if (static_cast<DcmElement*>(object)->getOFString(uid, 0).good())
                into.emplace_back(uid.c_str());
        } else if (object->ident() == EVR_SQ) {
            auto& sequence = static_cast<DcmSequenceOfItems&>(*object);
            for (unsigned long i = 0; i < sequence.card(); ++i)
                collect(*sequence.getItem(i), wanted, into);
        }
    }
}

struct ReadObject {
    std::string kind; ///< SOP class.
    std::string uid;
    std::map<std::string, std::vector<std::string>> references; ///< By attribute.
};

ReadObject readObject(const fs::path& path)
{
    DcmFileFormat file;
    EXPECT_TRUE(file.loadFile(path.c_str()).good()) << path;
    DcmDataset& data = *file.getDataset();
    ReadObject object{value(data, DCM_SOPClassUID), value(data, DCM_SOPInstanceUID), {}};
    const std::array<std::pair<const char*, DcmTagKey>, 5> attributes{{
        {"instance", DCM_ReferencedSOPInstanceUID},
        {"series", DCM_SeriesInstanceUID},
        {"study", DCM_StudyInstanceUID},
        {"frame of reference", DCM_FrameOfReferenceUID},
        {"frame of reference referred to", DCM_ReferencedFrameOfReferenceUID},
    }};
    for (const auto& [name, tag] : attributes)
        collect(data, tag, object.references[name]);
    return object;
}

CapturedPicture picture(const Vec3& positionMm, bool typed)
{
    CapturedPicture made;
    made.width = 4;
    made.height = 3;
    made.rgb.assign(36, 100);
    made.positionMm = positionMm;
    made.mmPerPixel = 0.5;
    made.description = "Axial slice 3";
    made.hasTypedText = typed;
    return made;
}

class AnonymizeExportsTest : public ::testing::Test {
protected:
    void SetUp() override
    {
        const fs::path in = m_folder / "in";
        fs::create_directories(in);
        m_results = sampleResults(in);
        m_results.measures[0].measure.text = "Marker^Reader measured this";
        for (auto& [finding, verdict] : m_results.verdicts)
            verdict.reader = "Marker";
        m_results.model->name = "Marker model";
        m_results.model->fingerprint = std::string(64, 'a');
        for (FindingReading& reading : m_results.readings.front().findings) {
            if (reading.findingId == "emphysema") // As a site words one.
                reading.displayName = "Marker's emphysema";
        }
        const AnatomyCatalog catalog = sampleCatalog();
        SegmentationOptions segmenting;
        segmenting.uids.seed = 11;
        ASSERT_TRUE(writeSegmentation(*sampleLabels(smallGeometry()), catalog, m_results.ctFiles,
                                      in / "seg.dcm", segmenting)
                        .ok());
        const auto segmentation = writtenSegmentation(in / "seg.dcm", m_results);
        ASSERT_TRUE(segmentation.ok());
        ASSERT_TRUE(writeMeasurementReport(m_results, catalog, *segmentation, englishResearchNotice,
                                           in / "sr.dcm", options(5, "Measurement report"))
                        .ok());
        const Vec3 at = smallGeometry().indexToPatient({1, 1, 2});
        const auto captures =
            writeSecondaryCaptures({picture(at, false), picture(at, true)}, m_results.ctFiles, in,
                                   options(6, "Key images"));
        ASSERT_TRUE(captures.ok());
        m_typedPicture = captures->back().sopInstanceUid;
        ASSERT_TRUE(writeKeyObjects({{at, {0, 0, 1}}}, *captures, m_results.ctFiles,
                                    "Marker^Reader chose these", in / "ko.dcm",
                                    options(7, "Key images"))
                        .ok());
        ASSERT_TRUE(writeEncapsulatedPdf("%PDF-1.4 Marker^Reader %%EOF", "Results", true,
                                         m_results.ctFiles, in / "pdf.dcm", options(8, "Report"))
                        .ok());
    }

    static DerivedOptions options(std::uint64_t seed, const char* description)
    {
        DerivedOptions made;
        made.uids.seed = seed;
        made.seriesDescription = description;
        made.softwareVersion = "1.2";
        return made;
    }

    /// The copies by the names of their originals.
    std::map<std::string, fs::path> anonymized(const AnonymizeOptions& how, const std::string& out)
    {
        const std::vector<fs::path> files = *filesBelow(m_folder / "in");
        std::vector<std::size_t> copied;
        const auto summary = anonymizeFiles(files, m_folder / out, how, m_key, {},
                                            [&](const std::vector<std::size_t>& those) -> Status {
                                                copied = those;
                                                return Done{};
                                            });
        EXPECT_TRUE(summary.ok());
        if (!summary)
            return {};
        EXPECT_EQ(summary->leftOut.size(), 2u);
        for (const NotAnonymized& left : summary->leftOut) {
            if (left.path.filename() == "pdf.dcm")
                EXPECT_EQ(left.kind, LeftOutKind::Document);
            else
                EXPECT_EQ(left.path.filename(), "capture-002.dcm") << "a reader typed into it";
        }
        std::map<std::string, fs::path> byUid;
        for (const fs::path& path : *filesBelow(m_folder / out))
            byUid[readObject(path).uid] = path;
        std::map<std::string, fs::path> made;
        for (const std::size_t file : copied)
            made[files[file].filename().string()] =
                byUid.at(m_key.uid(readObject(files[file]).uid));
        EXPECT_EQ(made.size(), byUid.size());
        return made;
    }
    fs::path original(const std::string& name) const
    {
        const fs::path beside = m_folder / "in" / name;
        return fs::exists(beside) ? beside : m_folder / "in/ct" / name;
    }

    TemporaryFolder m_folder;
    Pseudonyms m_key = Pseudonyms::withNewKey();
    StudyResults m_results;
    std::string m_typedPicture;
};

AnonymizeOptions everythingKept()
{
    AnonymizeOptions options;
    options.shiftDates = true;
    options.cleanDescriptors = true;
    options.keepPatientCharacteristics = true;
    options.keepDeviceIdentity = true;
    return options;
}

} // namespace

TEST_F(AnonymizeExportsTest, ReferencesAreThoseOfBefore)
{
    const auto made = anonymized({}, "out");
    std::set<std::string> exported;
    for (const auto& [name, path] : made)
        exported.insert(readObject(path).uid);
    int references = 0;
    for (const char* name : {"seg.dcm", "sr.dcm", "ko.dcm", "capture-001.dcm"}) {
        ASSERT_TRUE(made.contains(name)) << name;
        const ReadObject before = readObject(original(name));
        const ReadObject after = readObject(made.at(name));
        EXPECT_EQ(after.kind, before.kind);
        for (const auto& [attribute, uids] : before.references) {
            std::vector<std::string> expected;
            for (const std::string& uid : uids)
                expected.push_back(m_key.uid(uid));
            EXPECT_EQ(after.references.at(attribute), expected) << name << ' ' << attribute;
        }
        for (const std::string& uid : after.references.at("instance")) {
            // Nothing is missing but the picture that could not be cleaned.
            EXPECT_TRUE(exported.contains(uid) || uid == m_key.uid(m_typedPicture)) << name;
            ++references;
        }
    }
    EXPECT_GT(references, 20);
    // The report points at the segmentation, the selection at the picture.
    const auto refersTo = [&](const char* from, const char* to) {
        const auto uids = readObject(made.at(from)).references.at("instance");
        return std::ranges::find(uids, readObject(made.at(to)).uid) != uids.end();
    };
    EXPECT_TRUE(refersTo("sr.dcm", "seg.dcm"));
    EXPECT_TRUE(refersTo("ko.dcm", "capture-001.dcm"));
}

TEST_F(AnonymizeExportsTest, NoByteOfThePatientIsLeft)
{
    std::set<std::string> gone{"Phantom", "Sample",   "SAMPLE-1", "19700102", "20240131",  "101530",
                               "Marker",  "measured", "Ganglion", "Motion",   "look here", "chose"};
    gone.insert(m_results.study.studyInstanceUid);
    gone.insert(m_results.series.seriesInstanceUid);
    gone.insert(m_results.series.frameOfReferenceUid);
    for (const char* name : {"seg.dcm", "sr.dcm", "ko.dcm", "capture-001.dcm"})
        gone.insert(readObject(original(name)).uid);
    for (const fs::path& image : m_results.ctFiles)
        gone.insert(readObject(image).uid);
    std::string before;
    for (const fs::path& path : *filesBelow(m_folder / "in"))
        before += bytesOf(path);
    for (const char* marker : {"Phantom", "SAMPLE-1", "19700102", "20240131", "Marker", "Motion"})
        ASSERT_NE(before.find(marker), std::string::npos) << marker;
    for (const bool everything : {false, true}) {
        const auto made =
            anonymized(everything ? everythingKept() : AnonymizeOptions(), everything ? "b" : "a");
        for (const auto& [name, path] : made) {
            const std::string bytes = bytesOf(path);
            for (const std::string& marker : gone) {
                if (everything && marker == "101530")
                    continue; // Times of day stay.
                EXPECT_EQ(bytes.find(marker), std::string::npos) << name << ' ' << marker;
            }
        }
    }
}

TEST_F(AnonymizeExportsTest, CopiesAreValid)
{
    if (dciodvfy(original("sr.dcm")).empty())
        GTEST_SKIP() << "dciodvfy is not installed";
    for (const bool everything : {false, true}) {
        const auto made =
            anonymized(everything ? everythingKept() : AnonymizeOptions(), everything ? "b" : "a");
        for (const char* name : {"seg.dcm", "sr.dcm", "ko.dcm", "capture-001.dcm"})
            EXPECT_THAT(dciodvfy(made.at(name)), Not(HasSubstr("Error"))) << name;
        for (const char* name : {"sr.dcm", "ko.dcm"}) {
            const std::string dump = printedBy("dsrdump +Pl", made.at(name));
            EXPECT_THAT(dump, Not(HasSubstr("E: "))) << name;
            EXPECT_THAT(dump, HasSubstr("ANON-")) << name;
        }
        // What was measured is still there.
        const std::string report = printedBy("dsrdump +Pl", made.at("sr.dcm"));
        EXPECT_THAT(report, HasSubstr("Comprehensive 3D SR"));
        EXPECT_THAT(report, HasSubstr("(45653009,SCT,\"Upper lobe of lung\")"));
        EXPECT_THAT(report, HasSubstr("lung upper lobe left"));
        // And what the numbers of the model mean, and which one it was.
        EXPECT_THAT(report, HasSubstr("\"Calibrated probability\")=\"0.625\""));
        EXPECT_THAT(report, HasSubstr("\"Raw score (not a probability)\")=\"0.875\""));
        EXPECT_THAT(report, HasSubstr("(accepted,99FOVEA,\"Accepted by the reader\")"));
        EXPECT_THAT(report, HasSubstr("(nodule,99FOVEA,\"Nodule\")"));
        EXPECT_THAT(report, HasSubstr("(en-US,RFC5646,"));
        EXPECT_THAT(report, HasSubstr(std::string(64, 'a')));
        EXPECT_THAT(report, HasSubstr(englishResearchNotice));
        EXPECT_THAT(report, HasSubstr(noProbabilityNotice));
        EXPECT_THAT(report, HasSubstr("\"Length 1\""));
    }
    if (const char* keep = std::getenv("FOVEA_KEEP"))
        fs::copy(m_folder.path(), keep, fs::copy_options::recursive);
}
