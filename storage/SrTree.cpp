#include "storage/SrTree.h"

#include <dcmtk/dcmsr/dsrimgvl.h>
#include <dcmtk/dcmsr/dsrnumvl.h>
#include <dcmtk/dcmsr/dsrsc3vl.h>

#include <cstdio>

namespace fovea {

namespace {

OFString of(const std::string& text)
{
    return {text.data(), text.size()};
}

void check(const OFCondition& condition, const CodedConcept* name)
{
    if (condition.bad())
        throw DicomBuildFailure((name ? name->meaning : std::string("item")) + ": " +
                                condition.text());
}

std::string rounded(double value, int decimals)
{
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", decimals, value);
    std::string out = text;
    if (out.find('.') != out.npos) {
        out.erase(out.find_last_not_of('0') + 1);
        if (out.back() == '.')
            out.pop_back();
    }
    // A DS holds 16 characters.
    return out.size() > 16 ? decimalString(value) : out == "-0" ? "0" : out;
}

} // namespace

DSRCodedEntryValue srCode(const CodedConcept& code)
{
    return DSRCodedEntryValue(of(code.value), of(code.scheme), of(longString(code.meaning)),
                              DSRTypes::CVT_auto, OFFalse);
}

SrTree::Scope::~Scope()
{
    m_tree.goUp();
}

DSRContentItem& SrTree::append(Relation relation, Type type, const CodedConcept* name)
{
    const auto where =
        relation == DSRTypes::RT_isRoot ? DSRTypes::AM_afterCurrent : DSRTypes::AM_belowCurrent;
    if (m_tree.addContentItem(relation, type, where) == 0)
        throw DicomBuildFailure("content item refused: " + (name ? name->meaning : std::string()));
    DSRContentItem& item = m_tree.getCurrentContentItem();
    if (name)
        check(item.setConceptName(srCode(*name)), name);
    return item;
}

void SrTree::close()
{
    m_tree.goUp();
}

void SrTree::root(const CodedConcept& title, const char* templateId)
{
    DSRContentItem& item = append(DSRTypes::RT_isRoot, DSRTypes::VT_Container, &title);
    check(item.setTemplateIdentification(templateId, "DCMR"), &title);
}

SrTree::Scope SrTree::container(Relation relation, const CodedConcept& name, const char* templateId)
{
    DSRContentItem& item = append(relation, DSRTypes::VT_Container, &name);
    if (templateId)
        check(item.setTemplateIdentification(templateId, "DCMR"), &name);
    return open();
}

void SrTree::text(Relation relation, const CodedConcept& name, const std::string& utf8)
{
    if (!utf8.empty())
        openText(relation, name, utf8);
}

void SrTree::code(Relation relation, const CodedConcept& name, const CodedConcept& value)
{
    openCode(relation, name, value);
}

void SrTree::uid(Relation relation, const CodedConcept& name, const std::string& uid)
{
    check(append(relation, DSRTypes::VT_UIDRef, &name).setStringValue(of(uid)), &name);
    close();
}

void SrTree::person(Relation relation, const CodedConcept& name, const std::string& personName)
{
    check(append(relation, DSRTypes::VT_PName, &name).setStringValue(of(longString(personName))),
          &name);
    close();
}

SrTree::Scope SrTree::openText(Relation relation, const CodedConcept& name, const std::string& utf8)
{
    check(append(relation, DSRTypes::VT_Text, &name).setStringValue(of(utf8)), &name);
    return open();
}

SrTree::Scope SrTree::openCode(Relation relation, const CodedConcept& name,
                               const CodedConcept& value)
{
    check(append(relation, DSRTypes::VT_Code, &name).setCodeValue(srCode(value)), &name);
    return open();
}

SrTree::Scope SrTree::openNumber(Relation relation, const CodedConcept& name, double value,
                                 int decimals, const CodedConcept& unit)
{
    DSRContentItem& item = append(relation, DSRTypes::VT_Num, &name);
    check(item.setNumericValue(
              DSRNumericMeasurementValue(of(rounded(value, decimals)), srCode(unit))),
          &name);
    return open();
}

void SrTree::image(Relation relation, const CodedConcept& name, const std::string& sopClassUid,
                   const std::string& sopInstanceUid, int segment, int frame)
{
    DSRImageReferenceValue reference(of(sopClassUid), of(sopInstanceUid), OFFalse);
    if (segment > 0)
        reference.getSegmentList().addItem(static_cast<Uint16>(segment));
    if (frame > 0)
        reference.getFrameList().addItem(frame);
    check(append(relation, DSRTypes::VT_Image, &name).setImageReference(reference, OFFalse), &name);
    close();
}

void SrTree::image(Relation relation, const std::string& sopClassUid,
                   const std::string& sopInstanceUid, int frame)
{
    DSRImageReferenceValue reference(of(sopClassUid), of(sopInstanceUid), OFFalse);
    if (frame > 0)
        reference.getFrameList().addItem(frame);
    check(append(relation, DSRTypes::VT_Image, nullptr).setImageReference(reference, OFFalse),
          nullptr);
    close();
}

void SrTree::coordinates(Relation relation, const CodedConcept& name,
                         DSRSpatialCoordinates3DValue value)
{
    check(append(relation, DSRTypes::VT_SCoord3D, &name).setSpatialCoordinates3D(value), &name);
    close();
}

} // namespace fovea
