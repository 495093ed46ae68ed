#include "storage/KeyObjects.h"

#include "storage/DerivedObject.h"
#include "storage/SrObserver.h"
#include "storage/SrTree.h"
#include "storage/srCodes.h"

#include <dcmtk/dcmsr/dsrdoc.h>

#include <algorithm>

namespace fovea {

namespace {

/// What the document points at.
struct KeyObject {
    std::string sopClassUid;
    std::string sopInstanceUid;
    std::string seriesInstanceUid;
    int frame = 0;
    bool operator==(const KeyObject&) const = default;
};

std::vector<KeyObject> objectsOf(const std::vector<KeyPlane>& planes,
                                 const std::vector<WrittenObject>& captures,
                                 const SourceStudy& source)
{
    std::vector<KeyObject> objects;
    for (const KeyPlane& plane : planes) {
        const auto place = source.imageAt(plane.positionMm, plane.normal);
        if (!place.image)
            continue;
        KeyObject object{place.image->sopClassUid, place.image->sopInstanceUid,
                         place.image->seriesInstanceUid, place.frame};
        if (std::ranges::find(objects, object) == objects.end())
            objects.push_back(std::move(object));
    }
    for (const WrittenObject& capture : captures)
        objects.push_back(
            {capture.sopClassUid, capture.sopInstanceUid, capture.seriesInstanceUid, 0});
    return objects;
}

void check(const OFCondition& condition)
{
    if (condition.bad())
        throw DicomBuildFailure(condition.text());
}

Result<std::string> writeObjects(const std::vector<KeyObject>& objects, const SourceStudy& source,
                                 const std::string& description, const std::filesystem::path& file,
                                 const DerivedOptions& options)
{
    DSRDocument document(DSRTypes::DT_KeyObjectSelectionDocument);
    check(document.setSpecificCharacterSetType(DSRTypes::CS_UTF8));
    SrTree tree(document.getTree());
    tree.root(sr::ofInterest, "2010");
    addDeviceObserver(tree, options);
    tree.text(DSRTypes::RT_contains, sr::keyObjectDescription, description);
    auto& evidence = document.getCurrentRequestedProcedureEvidence();
    for (const KeyObject& object : objects) {
        tree.image(DSRTypes::RT_contains, object.sopClassUid, object.sopInstanceUid, object.frame);
        check(evidence.addItem(source.studyInstanceUid.c_str(), object.seriesInstanceUid.c_str(),
                               object.sopClassUid.c_str(), object.sopInstanceUid.c_str()));
    }
    DcmFileFormat format;
    DcmDataset& dataset = *format.getDataset();
    check(document.write(dataset));
    const UidGenerator uids(options.uids.root, options.uids.seed.value_or(randomSeed()));
    putPatientAndStudy(dataset, source.header);
    putSeriesAndEquipment(dataset, "KO", options, uids);
    OFString uid;
    check(dataset.findAndGetOFString(DCM_SOPInstanceUID, uid));
    if (Status done = writeDicomFile(format, file); !done)
        return done.error();
    return std::string(uid.c_str());
}

} // namespace

Result<std::string> writeKeyObjects(const std::vector<KeyPlane>& planes,
                                    const std::vector<WrittenObject>& captures,
                                    const std::vector<std::filesystem::path>& ctFiles,
                                    const std::string& description,
                                    const std::filesystem::path& file,
                                    const DerivedOptions& options, const Progress& progress)
{
    if (Status checked = checkUidRoot(options.uids.root); !checked)
        return checked.error();
    const auto source = readSource(ctFiles, progress);
    if (!source)
        return source.error();
    const std::vector<KeyObject> objects = objectsOf(planes, captures, *source);
    if (objects.empty())
        return makeError(ErrorCode::BadOption, {"key images", "none lies on an image"});
    try {
        return writeObjects(objects, *source, description, file, options);
    } catch (const DicomBuildFailure& failure) {
        return makeError(ErrorCode::Internal, {}, failure.what());
    } catch (const std::bad_alloc&) {
        return makeError(ErrorCode::OutOfMemory, {"key object selection"});
    }
}

} // namespace fovea
