#include "storage/DicomWriter.h"
#include "storage/LabelMapFile.h"
#include "tests/fuzz/seeds.h"
#include "tests/storage/SampleSeries.h"
#include "tests/storage/SampleStructureSet.h"
#include "tests/storage/TemporaryFolder.h"

#include <dcmtk/dcmdata/dcrleerg.h>

#include <fstream>

namespace fovea::fuzz {
namespace {

namespace fs = std::filesystem;

std::string contents(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Two slices, and one of them in other transfer syntaxes.
std::vector<std::string> images(const fs::path& folder)
{
    const auto written = writeCtSeries(*test::sampleVolume(test::smallGeometry(2)), folder / "ct",
                                       test::samplePatient(), test::seeded(3));
    std::vector<std::string> out;
    if (!written)
        return out;
    for (const fs::path& path : test::pathsOf(*written))
        out.push_back(contents(path));
    DcmRLEEncoderRegistration::registerCodecs();
    for (const E_TransferSyntax syntax : {EXS_LittleEndianImplicit, EXS_BigEndianExplicit,
                                          EXS_RLELossless, EXS_DeflatedLittleEndianExplicit})
    {
        DcmFileFormat file;
        const fs::path other = folder / "other.dcm";
        if (file.loadFile(test::pathsOf(*written)[0].c_str()).good() &&
            file.getDataset()->chooseRepresentation(syntax, nullptr).good() &&
            file.saveFile(other.c_str(), syntax).good())
            out.push_back(contents(other));
    }
    return out;
}

std::vector<std::string> segmentations(const fs::path& folder)
{
    const ImageGeometry geometry = test::smallGeometry();
    const auto ct = writeCtSeries(*test::sampleVolume(geometry), folder / "ct",
                                  test::samplePatient(), test::seeded(3));
    SegmentationOptions options;
    options.uids.seed = 4;
    if (!ct || !writeSegmentation(*test::sampleLabels(geometry), AnatomyCatalog(),
                                  test::pathsOf(*ct), folder / "seg.dcm", options))
        return {};
    return {contents(folder / "seg.dcm")};
}

std::vector<std::string> structureSets(const fs::path& folder)
{
    const ImageGeometry geometry = test::smallGeometry();
    test::SampleStructureSet set;
    set.seriesUid = "2.25.15";
    set.regions = {{"Lung_R", {}}, {"Heart", {}}};
    for (int k = 1; k < 4; ++k) {
        set.regions[0].contours.push_back(test::rectangle(geometry, {0.5, 0.5, 4.5, 4.5}, k));
        set.regions[1].contours.push_back(test::rectangle(geometry, {1.5, 1.5, 3.5, 2.5}, k));
    }
    if (!test::writeStructureSet(set, folder / "rt.dcm"))
        return {};
    return {contents(folder / "rt.dcm")};
}

std::vector<std::string> directories(const fs::path& folder)
{
    DcmFileFormat file;
    DcmDataset& data = *file.getDataset();
    data.putAndInsertString(DCM_SOPClassUID, UID_MediaStorageDirectoryStorage);
    data.putAndInsertString(DCM_SOPInstanceUID, "2.25.7");
    for (const char* name : {"", "A\\B", "DICOMDIR", "..\\C"}) {
        DcmItem& record = test::newItem(data, DCM_DirectoryRecordSequence);
        record.putAndInsertString(DCM_DirectoryRecordType, *name ? "IMAGE" : "PATIENT");
        if (*name)
            record.putAndInsertString(DCM_ReferencedFileID, name);
    }
    if (file.saveFile((folder / "DICOMDIR").c_str(), EXS_LittleEndianExplicit).bad())
        return {};
    return {contents(folder / "DICOMDIR")};
}

DcmItem& contentItem(DcmItem& parent, const char* type, const char* name)
{
    DcmItem& item = test::newItem(parent, DCM_ContentSequence);
    item.putAndInsertString(DCM_RelationshipType, "CONTAINS");
    item.putAndInsertString(DCM_ValueType, type);
    test::newItem(item, DCM_ConceptNameCodeSequence).putAndInsertString(DCM_CodeMeaning, name);
    return item;
}

const char* const reportWords =
    "Findings: There is a 12 mm nodule in the left upper lobe. No pleural effusion. The heart is "
    "not "
    "enlarged; mild emphysema in both lungs.\nImpression: Nodule, new since the prior study.";

std::vector<std::string> reports(const fs::path& folder)
{
    DcmFileFormat file;
    DcmDataset& data = *file.getDataset();
    data.putAndInsertString(DCM_SOPClassUID, UID_BasicTextSRStorage);
    data.putAndInsertString(DCM_SOPInstanceUID, "2.25.8");
    data.putAndInsertString(DCM_StudyInstanceUID, "2.25.11");
    data.putAndInsertString(DCM_SpecificCharacterSet, "ISO_IR 100");
    DcmItem& findings = contentItem(data, "CONTAINER", "Findings");
    contentItem(findings, "TEXT", "Finding").putAndInsertString(DCM_TextValue, reportWords);
    DcmItem& measured =
        test::newItem(contentItem(findings, "NUM", "Diameter"), DCM_MeasuredValueSequence);
    measured.putAndInsertString(DCM_NumericValue, "12");
    if (file.saveFile((folder / "sr.dcm").c_str(), EXS_LittleEndianExplicit).bad())
        return {};
    return {contents(folder / "sr.dcm")};
}

std::vector<std::string> labelFiles(const fs::path& folder, const char* name)
{
    if (!writeLabelMapFile(folder / name, *test::sampleLabels(test::smallGeometry())))
        return {};
    return {contents(folder / name)};
}

/// MetaImage as other programs write it: text, then values as they are.
std::string plainMetaImage()
{
    return "ObjectType = Image\nNDims = 3\nBinaryData = True\nBinaryDataByteOrderMSB = False\n"
           "CompressedData = False\nTransformMatrix = 1 0 0 0 1 0 0 0 1\nOffset = -12.5 -30 101\n"
           "ElementSpacing = 0.75 0.8 2.5\nDimSize = 7 6 5\nElementType = MET_UCHAR\n"
           "ElementDataFile = LOCAL\n" +
           std::string(105, '\1') + std::string(105, '\0');
}

std::string plainNrrd()
{
    return "NRRD0004\ntype: unsigned char\ndimension: 3\nspace: left-posterior-superior\n"
           "sizes: 7 6 5\nspace directions: (0.75,0,0) (0,0.8,0) (0,0,2.5)\nkinds: domain domain "
           "domain\nencoding: raw\nspace origin: (-12.5,-30.25,101)\nSegment0_Name:=heart\n"
           "Segment0_LabelValue:=1\n\n" +
           std::string(105, '\1') + std::string(105, '\0');
}

} // namespace

std::vector<std::string> seeds(std::string_view target)
{
    const test::TemporaryFolder temporary;
    const fs::path folder = temporary / "seeds";
    fs::create_directories(folder);
    if (target == "dicomImage")
        return images(folder);
    if (target == "segmentation")
        return segmentations(folder);
    if (target == "structureSet")
        return structureSets(folder);
    if (target == "directory")
        return directories(folder);
    if (target == "nifti") {
        std::vector<std::string> both = labelFiles(folder, "labels.nii");
        for (const std::string& packed : labelFiles(folder, "labels.nii.gz"))
            both.push_back(packed);
        return both;
    }
    if (target == "nrrd") {
        std::vector<std::string> all = labelFiles(folder, "labels.nrrd");
        all.push_back(plainNrrd());
        return all;
    }
    if (target == "metaImage") {
        std::vector<std::string> all = labelFiles(folder, "labels.mha");
        all.push_back(plainMetaImage());
        return all;
    }
    if (target == "structuredReport")
        return reports(folder);
    if (target == "reportText")
        return {reportWords};
    return {};
}

} // namespace fovea::fuzz
