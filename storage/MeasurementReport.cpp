#include "storage/MeasurementReport.h"

#include "storage/DerivedObject.h"
#include "storage/SrGroups.h"
#include "storage/SrObserver.h"
#include "storage/srCodes.h"

#include <dcmtk/dcmsr/dsrdoc.h>

#include <algorithm>

namespace fovea {

namespace {

Result<SegmentationReference> referenceOf(const std::filesystem::path& file)
{
    const auto header = DicomHeader::load(file, DicomHeader::Extent::BeforePixelData);
    if (!header)
        return header.error();
    return SegmentationReference{header->sopClassUid(),
                                 header->sopInstanceUid(),
                                 header->seriesInstanceUid(),
                                 header->studyInstanceUid(),
                                 {}};
}

void check(const OFCondition& condition)
{
    if (condition.bad())
        throw DicomBuildFailure(condition.text());
}

void addImageLibrary(SrTree& tree, const SourceStudy& source)
{
    const auto library = tree.container(DSRTypes::RT_contains, sr::imageLibrary, "1600");
    const auto group = tree.container(DSRTypes::RT_contains, sr::imageLibraryGroup);
    tree.code(DSRTypes::RT_hasAcqContext, sr::modality, sr::ct);
    if (!source.series.frameOfReferenceUid.empty())
        tree.uid(DSRTypes::RT_hasAcqContext, sr::frameOfReference,
                 source.series.frameOfReferenceUid);
    for (const SourceImage& image : source.images)
        tree.image(DSRTypes::RT_contains, image.sopClassUid, image.sopInstanceUid);
}

void addTree(DSRDocumentTree& document, const StudyResults& results, const AnatomyCatalog& catalog,
             const std::optional<SegmentationReference>& segmentation, const std::string& notice,
             const SourceStudy& source, const DerivedOptions& options)
{
    SrTree tree(document);
    tree.root(sr::measurementReport, "1500");
    tree.code(DSRTypes::RT_hasConceptMod, sr::language, sr::english);
    addDeviceObserver(tree, options);
    tree.code(DSRTypes::RT_hasConceptMod, sr::procedureReported, sr::ctProcedure);
    addImageLibrary(tree, source);
    {
        const auto measurements = tree.container(DSRTypes::RT_contains, sr::imagingMeasurements);
        SrGroups groups(tree, results, catalog, segmentation);
        for (std::size_t s = 0; s < results.structures.size(); ++s)
            groups.addStructure(s);
        for (std::size_t m = 0; m < results.measures.size(); ++m)
            groups.addMeasure(m);
        for (const AnatomyReading& anatomy : results.readings) {
            for (const FindingReading& reading : anatomy.findings)
                groups.addFinding(reading);
        }
    }
    tree.text(DSRTypes::RT_contains, sr::comment, notice);
}

void addEvidence(DSRDocument& document, const SourceStudy& source,
                 const std::optional<SegmentationReference>& segmentation)
{
    auto& evidence = document.getCurrentRequestedProcedureEvidence();
    for (const SourceImage& image : source.images)
        check(evidence.addItem(source.studyInstanceUid.c_str(), image.seriesInstanceUid.c_str(),
                               image.sopClassUid.c_str(), image.sopInstanceUid.c_str()));
    if (segmentation)
        check(evidence.addItem(
            segmentation->studyInstanceUid.c_str(), segmentation->seriesInstanceUid.c_str(),
            segmentation->sopClassUid.c_str(), segmentation->sopInstanceUid.c_str()));
}

} // namespace

bool isSegmentation(const SegmentationReference& reference)
{
    return reference.sopClassUid == UID_SegmentationStorage ||
           reference.sopClassUid == "1.2.840.10008.5.1.4.1.1.66.7"; // Label Map Segmentation
}

Result<SegmentationReference> segmentationReference(const std::filesystem::path& file,
                                                    const StudyResults& results)
{
    Result<SegmentationReference> reference = referenceOf(file);
    if (reference) {
        for (const StructureResult& result : results.structures)
            reference->segments.push_back(result.structure.label);
    }
    return reference;
}

Result<SegmentationReference> writtenSegmentation(const std::filesystem::path& file,
                                                  const StudyResults& results)
{
    Result<SegmentationReference> reference = referenceOf(file);
    if (reference) {
        for (std::size_t s = 0; s < results.structures.size(); ++s)
            reference->segments.push_back(static_cast<int>(s) + 1);
    }
    return reference;
}

Result<std::string> writeMeasurementReport(const StudyResults& results,
                                           const AnatomyCatalog& catalog,
                                           const std::optional<SegmentationReference>& segmentation,
                                           const std::string& notice,
                                           const std::filesystem::path& file,
                                           const DerivedOptions& options, const Progress& progress)
{
    if (Status checked = checkUidRoot(options.uids.root); !checked)
        return checked.error();
    const auto source = readSource(results.ctFiles, progress.part(0.0, 0.8));
    if (!source)
        return source.error();
    try {
        DSRDocument document(DSRTypes::DT_Comprehensive3DSR);
        check(document.setSpecificCharacterSetType(DSRTypes::CS_UTF8));
        check(document.getCodingSchemeIdentification().addItem(privateScheme));
        check(document.getCodingSchemeIdentification().setCodingSchemeName(
            "Codes of the program Fovea"));
        addTree(document.getTree(), results, catalog, segmentation, notice, *source, options);
        addEvidence(document, *source, segmentation);
        check(document.completeDocument());

        DcmFileFormat format;
        DcmDataset& dataset = *format.getDataset();
        check(document.write(dataset));
        const UidGenerator uids(options.uids.root, options.uids.seed.value_or(randomSeed()));
        putPatientAndStudy(dataset, source->header);
        putSeriesAndEquipment(dataset, "SR", options, uids);
        OFString uid;
        check(dataset.findAndGetOFString(DCM_SOPInstanceUID, uid));
        if (Status done = writeDicomFile(format, file); !done)
            return done.error();
        progress.report(1.0);
        return std::string(uid.c_str());
    } catch (const DicomBuildFailure& failure) {
        return makeError(ErrorCode::Internal, {}, failure.what());
    } catch (const std::bad_alloc&) {
        return makeError(ErrorCode::OutOfMemory, {"structured report"});
    }
}

} // namespace fovea
