#include "storage/StructureRecognition.h"

namespace fovea {

namespace {

/// SNOMED CT codes, or the retired SRT ones, that say left or right.
Side sideOf(const DicomHeader& header, DcmItem& coded, DcmItem* type)
{
    for (DcmItem* owner : {type, &coded}) {
        DcmItem* modifier =
            owner ? itemAt(*owner, DCM_SegmentedPropertyTypeModifierCodeSequence) : nullptr;
        if (!modifier)
            continue;
        const std::string code = header.text(*modifier, DCM_CodeValue);
        if (code == "7771000" || code == "G-A101")
            return Side::Left;
        if (code == "24028007" || code == "G-A100")
            return Side::Right;
    }
    return Side::None;
}

/// By code and side; by a code that stands for one structure alone; by a code known as an alias.
const CatalogStructure* structureByCode(const AnatomyCatalog& catalog, const CodedConcept& code,
                                        Side side)
{
    if (code.value.empty())
        return nullptr;
    if (const CatalogStructure* found = catalog.structureCoded(code, side))
        return found;
    const CatalogStructure* only = nullptr;
    int count = 0;
    for (const CatalogStructure& structure : catalog.structures()) {
        if (structure.code.scheme == code.scheme && structure.code.value == code.value) {
            only = &structure;
            ++count;
        }
    }
    return count == 1 ? only : catalog.structureNamed(code.value);
}

} // namespace

const CatalogStructure* recogniseStructure(const AnatomyCatalog& catalog, const DicomHeader& header,
                                           DcmItem* coded, const DcmTagKey& typeSequence,
                                           const std::string& label)
{
    DcmItem* type = coded ? itemAt(*coded, typeSequence) : nullptr;
    const Side side = coded ? sideOf(header, *coded, type) : Side::None;
    const CodedConcept code =
        type ? CodedConcept{header.text(*type, DCM_CodingSchemeDesignator),
                            header.text(*type, DCM_CodeValue), header.text(*type, DCM_CodeMeaning)}
             : CodedConcept{};
    const CatalogStructure* byCode = structureByCode(catalog, code, side);
    const CatalogStructure* byLabel = catalog.structureNamed(label);
    const bool labelSaysMore = byCode && byLabel && byCode->anatomyId == byLabel->anatomyId &&
                               byCode->side == Side::None && byLabel->side != Side::None;
    return byCode && !labelSaysMore ? byCode : byLabel;
}

} // namespace fovea
