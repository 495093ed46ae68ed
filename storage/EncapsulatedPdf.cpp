#include "storage/EncapsulatedPdf.h"

#include "storage/DerivedObject.h"

#include <limits>
#include <set>

namespace fovea {

namespace {

void putDocument(DcmItem& item, std::string_view pdf, const std::string& title, bool namesPatient)
{
    const ContentTime now = contentTimeNow();
    put(item, DCM_SOPClassUID, UID_EncapsulatedPDFStorage);
    put(item, DCM_ConversionType, "WSD");
    put(item, DCM_ContentDate, now.date);
    put(item, DCM_ContentTime, now.time);
    put(item, DCM_AcquisitionDateTime, "");
    put(item, DCM_BurnedInAnnotation, namesPatient ? "YES" : "NO");
    put(item, DCM_DocumentTitle, title);
    putCode(item, DCM_ConceptNameCodeSequence, {"DCM", "126000", "Imaging Measurement Report"});
    put(item, DCM_MIMETypeOfEncapsulatedDocument, "application/pdf");
    put(item, DCM_EncapsulatedDocumentLength, static_cast<std::uint32_t>(pdf.size()));
    // An element's length is even; PDF readers look for the end mark, not for the last byte.
    std::string padded(pdf);
    if (padded.size() % 2 != 0)
        padded.push_back('\0');
    if (item.putAndInsertUint8Array(DCM_EncapsulatedDocument,
                                    reinterpret_cast<const Uint8*>(padded.data()),
                                    static_cast<unsigned long>(padded.size()))
            .bad())
        throw DicomBuildFailure("encapsulated document");
}

/// What the document was made from: every image once.
void putSources(DcmItem& item, const SourceStudy& source)
{
    std::set<std::string> seen;
    for (const SourceImage& image : source.images) {
        if (seen.insert(image.sopInstanceUid).second)
            putReferencedImage(appendItem(item, DCM_SourceInstanceSequence), image);
    }
}

} // namespace

Result<std::string> writeEncapsulatedPdf(std::string_view pdf, const std::string& title,
                                         bool namesPatient,
                                         const std::vector<std::filesystem::path>& ctFiles,
                                         const std::filesystem::path& file,
                                         const DerivedOptions& options, const Progress& progress)
{
    if (Status checked = checkUidRoot(options.uids.root); !checked)
        return checked.error();
    if (!pdf.starts_with("%PDF-") || pdf.size() >= std::numeric_limits<Uint32>::max() - 1)
        return makeError(ErrorCode::BadOption, {"document", "not a PDF"});
    const auto source = readSource(ctFiles, progress);
    if (!source)
        return source.error();
    try {
        DcmFileFormat format;
        DcmDataset& dataset = *format.getDataset();
        const UidGenerator uids(options.uids.root, options.uids.seed.value_or(randomSeed()));
        putPatientAndStudy(dataset, source->header);
        putSeriesAndEquipment(dataset, "DOC", options, uids);
        putDocument(dataset, pdf, title, namesPatient);
        putSources(dataset, *source);
        OFString uid;
        dataset.findAndGetOFString(DCM_SOPInstanceUID, uid);
        if (Status done = writeDicomFile(format, file); !done)
            return done.error();
        return std::string(uid.c_str());
    } catch (const DicomBuildFailure& failure) {
        return makeError(ErrorCode::Internal, {}, failure.what());
    } catch (const std::bad_alloc&) {
        return makeError(ErrorCode::OutOfMemory, {"document"});
    }
}

} // namespace fovea
