#include "storage/anonymize/cleanableKind.h"

#include <algorithm>
#include <array>
#include <utility>

namespace fovea {

namespace {

std::optional<CleanableKind> kindOf(const std::string& sopClass)
{
    // Label Map Segmentation (supplement 243) is younger than DCMTK's list.
    static const std::array<std::pair<const char*, CleanableKind>, 21> kinds{{
        {UID_CTImageStorage, CleanableKind::Ct},
        {UID_EnhancedCTImageStorage, CleanableKind::EnhancedCt},
        {UID_LegacyConvertedEnhancedCTImageStorage, CleanableKind::EnhancedCt},
        {UID_SegmentationStorage, CleanableKind::Segmentation},
        {"1.2.840.10008.5.1.4.1.1.66.7", CleanableKind::Segmentation},
        {UID_RTStructureSetStorage, CleanableKind::StructureSet},
        {UID_BasicTextSRStorage, CleanableKind::Report},
        {UID_EnhancedSRStorage, CleanableKind::Report},
        {UID_ComprehensiveSRStorage, CleanableKind::Report},
        {UID_Comprehensive3DSRStorage, CleanableKind::Report},
        {UID_ExtensibleSRStorage, CleanableKind::Report},
        {UID_ChestCADSRStorage, CleanableKind::Report},
        {UID_XRayRadiationDoseSRStorage, CleanableKind::Report},
        {UID_KeyObjectSelectionDocumentStorage, CleanableKind::Report},
        {UID_SecondaryCaptureImageStorage, CleanableKind::SecondaryCapture},
        {UID_MultiframeSingleBitSecondaryCaptureImageStorage, CleanableKind::SecondaryCapture},
        {UID_MultiframeGrayscaleByteSecondaryCaptureImageStorage, CleanableKind::SecondaryCapture},
        {UID_MultiframeGrayscaleWordSecondaryCaptureImageStorage, CleanableKind::SecondaryCapture},
        {UID_MultiframeTrueColorSecondaryCaptureImageStorage, CleanableKind::SecondaryCapture},
        {UID_MammographyCADSRStorage, CleanableKind::Report},
        {UID_ColonCADSRStorage, CleanableKind::Report},
    }};
    const auto found =
        std::ranges::find_if(kinds, [&](const auto& entry) { return sopClass == entry.first; });
    return found == kinds.end() ? std::nullopt : std::optional(found->second);
}

bool isDocument(const std::string& sopClass)
{
    // Encapsulated PDF, CDA, STL, OBJ, MTL (PS3.4 B.5).
    return sopClass.starts_with("1.2.840.10008.5.1.4.1.1.104.");
}

bool isPictureOfScreen(const DicomHeader& header)
{
    static constexpr std::array words{"SCREEN", "DOSE", "PROTOCOL", "SAVED"};
    const auto values = header.texts(header.dataset(), DCM_ImageType);
    return std::ranges::any_of(values, [](const std::string& value) {
        return std::ranges::any_of(
            words, [&](const char* word) { return value.find(word) != std::string::npos; });
    });
}

} // namespace

CleaningVerdict cleaningVerdict(const DicomHeader& header)
{
    CleaningVerdict verdict;
    verdict.what = header.kind();
    if (header.isDirectory()) {
        verdict.leftOut = LeftOutKind::Directory;
        return verdict;
    }
    const std::string sopClass = header.sopClassUid();
    if (isDocument(sopClass) || header.dataset().tagExists(DCM_EncapsulatedDocument)) {
        verdict.leftOut = LeftOutKind::Document;
        return verdict;
    }
    const std::optional<CleanableKind> kind = kindOf(sopClass);
    if (!kind)
        return verdict;
    const std::string burnedIn = header.text(DCM_BurnedInAnnotation);
    const bool image = *kind == CleanableKind::Ct || *kind == CleanableKind::EnhancedCt ||
                       *kind == CleanableKind::SecondaryCapture;
    if (image && burnedIn != "NO" && (!burnedIn.empty() || isPictureOfScreen(header))) {
        verdict.leftOut = LeftOutKind::BurnedIn;
        return verdict;
    }
    if (*kind == CleanableKind::SecondaryCapture && burnedIn != "NO") {
        verdict.leftOut = LeftOutKind::BurnedInUnknown;
        return verdict;
    }
    verdict.kind = kind;
    return verdict;
}

} // namespace fovea
