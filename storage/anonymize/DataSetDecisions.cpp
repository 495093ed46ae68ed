#include "storage/anonymize/DataSetCleaner.h"
#include "storage/anonymize/elementValues.h"
#include "storage/anonymize/shiftedTime.h"
#include "storage/ownSentences.h"
#include "storage/srCodes.h"

#include <algorithm>
#include <array>

// What becomes of one attribute; DataSetCleaner.cpp carries it out.

namespace fovea {

namespace {

/// What the standard or a type 1 or 2 of our objects wants to be there.
const std::array<DcmTagKey, 7> placesToKeep{DCM_ContentDate,
                                            DCM_ContentTime,
                                            DCM_ProtocolName,
                                            DCM_AcquisitionDateTime,
                                            DCM_DeviceSerialNumber,
                                            DCM_AcquisitionContextSequence,
                                            DCM_ReferencedPerformedProcedureStepSequence};

/// Written anew at the end.
const std::array<DcmTagKey, 4> stampedTags{DCM_PatientIdentityRemoved, DCM_DeidentificationMethod,
                                           DCM_DeidentificationMethodCodeSequence,
                                           DCM_LongitudinalTemporalInformationModified};

enum class TextWay { Keep, Clean, Token };

/// Texts that Table E.1-1 does not name and our objects need or are read by.
struct KeptText {
    DcmTagKey tag;
    TextWay way;
    const char* otherwise; ///< Where nothing safe is left; null: the attribute goes.
};

const std::array<KeptText, 18> keptTexts{{
    {DCM_Manufacturer, TextWay::Keep, ""},
    {DCM_ManufacturerModelName, TextWay::Keep, ""},
    {DCM_SoftwareVersions, TextWay::Keep, nullptr},
    {DCM_ConvolutionKernel, TextWay::Keep, ""},
    {DCM_FilterType, TextWay::Keep, nullptr},
    {DCM_RescaleType, TextWay::Keep, "US"},
    {DCM_ModalityLUTType, TextWay::Keep, "US"},
    {DCM_PositionReferenceIndicator, TextWay::Clean, ""},
    {DCM_WindowCenterWidthExplanation, TextWay::Clean, nullptr},
    {DCM_ContrastBolusRoute, TextWay::Clean, nullptr},
    {DCM_DimensionDescriptionLabel, TextWay::Clean, nullptr},
    {DCM_ContentDescription, TextWay::Clean, ""},
    {DCM_SegmentLabel, TextWay::Clean, "Segment"},
    {DCM_SegmentAlgorithmName, TextWay::Clean, "Algorithm"},
    {DCM_AlgorithmName, TextWay::Clean, "Algorithm"},
    {DCM_AlgorithmVersion, TextWay::Clean, "1"},
    {DCM_TrackingID, TextWay::Token, nullptr},
    {DCM_StackID, TextWay::Token, nullptr},
}};

/// A SHA-256 in hexadecimal digits.
bool isFingerprint(const std::string& text)
{
    return text.size() == 64 && std::ranges::all_of(text, [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

template <typename List, typename T> bool contains(const List& list, const T& wanted)
{
    return std::ranges::find(list, wanted) != list.end();
}

} // namespace

DataSetCleaner::Decision DataSetCleaner::decide(DcmItem& item, DcmElement& element) const
{
    const DcmTagKey tag = element.getTag();
    const std::uint16_t group = tag.getGroup();
    const bool repeating = (group & 0xFF00) == 0x5000 || (group & 0xFF00) == 0x6000;
    // DCMTK's dictionary has every element of the standard; what it lacks, nobody here can judge.
    if (group % 2 == 1 || repeating || tag.getElement() == 0 || !isStandardTag(tag) ||
        element.getVR() == EVR_UN)
        return {Step::Remove, {}};
    const bool root = &item == &m_header.dataset();
    if (root && (tag == DCM_PatientName || tag == DCM_PatientID))
        return {Step::Set, m_patient.pseudonym};
    if (contains(stampedTags, tag) || tag == DCM_ReferencedRequestSequence)
        return {Step::Remove, {}};
    const ProfileRule* rule = m_rules.profile.ruleOf(group, tag.getElement());
    return rule ? byRule(item, element, *rule) : byVr(item, element);
}

DataSetCleaner::Decision DataSetCleaner::byRule(DcmItem& item, DcmElement& element,
                                                const ProfileRule& rule) const
{
    const AnonymizeOptions& options = m_rules.options;
    if (rule.deviceIdentity && options.keepDeviceIdentity)
        return {element.ident() == EVR_SQ ? Step::Recurse : Step::Keep, {}};
    if (rule.patientCharacteristic && options.keepPatientCharacteristics)
        return characteristic(item, element);
    // The time since birth, and what a hanging protocol selects by, are no times of the study.
    const std::uint16_t group = element.getTag().getGroup();
    if (options.shiftDates && isTimeVr(element.getVR()) && group != 0x0010 && group != 0x0072) {
        const Decision decision = shifted(element);
        return decision.step == Step::Remove ? byTable(element, rule) : decision;
    }
    if (rule.descriptor && options.cleanDescriptors) {
        const std::string cleaned = m_rules.text.cleaned(m_header.text(item, element.getTag()));
        if (!cleaned.empty())
            return {Step::Set, cleaned};
    }
    return byTable(element, rule);
}

DataSetCleaner::Decision DataSetCleaner::byTable(DcmElement& element, const ProfileRule& rule) const
{
    const DcmTagKey tag = element.getTag();
    const bool sequence = element.ident() == EVR_SQ;
    if (rule.uid)
        return sequence ? Decision{Step::Recurse, {}} : uids(element);
    if (tag == DCM_ContentSequence)
        return {Step::Recurse, {}};
    const bool needed = needsPlace(tag);
    if (rule.removable && !needed)
        return {Step::Remove, {}};
    const std::string dummy = dummyFor(element.getVR());
    if (rule.dummy && !dummy.empty() && !sequence && (needed || !rule.emptiable))
        return {Step::Set, dummy};
    return {rule.emptiable || needed ? Step::Set : Step::Remove, {}};
}

bool DataSetCleaner::needsPlace(const DcmTagKey& tag) const
{
    const bool classic = m_kind == CleanableKind::Ct || m_kind == CleanableKind::SecondaryCapture;
    return !classic && contains(placesToKeep, tag);
}

DataSetCleaner::Decision DataSetCleaner::characteristic(DcmItem& item, DcmElement& element) const
{
    if (element.ident() == EVR_AS) {
        const std::string age = m_header.text(item, element.getTag());
        if (!isAge(age))
            return {Step::Remove, {}};
        // Very old people are few: 45 CFR 164.514(b)(2)(i)(C).
        return age[3] == 'Y' && age > "089Y" ? Decision{Step::Set, "090Y"} : Decision{};
    }
    if (element.ident() == EVR_SH || element.ident() == EVR_LO) {
        const std::string cleaned = m_rules.text.cleaned(m_header.text(item, element.getTag()));
        return cleaned.empty() ? Decision{Step::Remove, {}} : Decision{Step::Set, cleaned};
    }
    return byVr(item, element);
}

DataSetCleaner::Decision DataSetCleaner::shifted(DcmElement& element) const
{
    std::string out;
    for (const std::string& value : valuesOf(element)) {
        const DcmEVR vr = element.getVR();
        const std::string moved = vr == EVR_DA   ? earlierDate(value, m_patient.shiftDays)
                                  : vr == EVR_DT ? earlierDateTime(value, m_patient.shiftDays)
                                                 : checkedTime(value);
        if (moved.empty() && !value.empty())
            return {Step::Remove, {}};
        out += (out.empty() ? "" : "\\") + moved;
    }
    return out == valueText(element) ? Decision{} : Decision{Step::Set, out};
}

DataSetCleaner::Decision DataSetCleaner::uids(DcmElement& element) const
{
    if (element.getVR() != EVR_UI)
        return {Step::Remove, {}};
    std::string out;
    for (const std::string& uid : valuesOf(element))
        out += (out.empty() ? "" : "\\") + (isPublicUid(uid) ? uid : m_rules.pseudonyms.uid(uid));
    return out == valueText(element) ? Decision{} : Decision{Step::Set, out};
}

DataSetCleaner::Decision DataSetCleaner::byVr(DcmItem& item, DcmElement& element) const
{
    const DcmTagKey tag = element.getTag();
    switch (element.getVR()) {
    case EVR_SQ:
        return {Step::Recurse, {}};
    case EVR_UI:
        return uids(element);
    case EVR_CS:
        if (tag == DCM_BodyPartExamined)
            return m_rules.text.isSafe(valueText(element)) ? Decision{}
                                                           : Decision{Step::Remove, {}};
        if (tag == DCM_ContentLabel && !m_rules.text.isSafe(valueText(element)))
            return {Step::Set, dummyFor(EVR_CS)};
        if (std::ranges::all_of(valuesOf(element), isCodedString))
            return {};
        return tag == DCM_ImageType ? Decision{Step::Set, codedStringsOnly(element)}
                                    : Decision{Step::Remove, {}};
    case EVR_IS:
    case EVR_DS:
        return std::ranges::all_of(valuesOf(element), isNumber) ? Decision{}
                                                                : Decision{Step::Remove, {}};
    case EVR_DA:
    case EVR_DT:
    case EVR_TM:
        return m_rules.options.shiftDates ? shifted(element) : Decision{Step::Remove, {}};
    case EVR_LO:
    case EVR_SH:
    case EVR_ST:
    case EVR_LT:
    case EVR_UT:
    case EVR_UC:
    case EVR_UR:
        return textByTag(item, element);
    case EVR_PN:
    case EVR_AE:
    case EVR_AS:
        return {Step::Remove, {}};
    default:
        break;
    }
    if (isBinaryVr(element.getVR())) {
        const std::uint16_t group = tag.getGroup();
        const bool picture =
            group == 0x7FE0 || group == 0x0066 || (group == 0x0028 && tag != DCM_ICCProfile);
        return {picture ? Step::Keep : Step::Remove, {}};
    }
    return isNumberVr(element.getVR()) ? Decision{} : Decision{Step::Remove, {}};
}

DataSetCleaner::Decision DataSetCleaner::textByTag(DcmItem& item, DcmElement& element) const
{
    const DcmTagKey tag = element.getTag();
    if (tag == DCM_CodeValue || tag == DCM_LongCodeValue || tag == DCM_URNCodeValue ||
        tag == DCM_CodingSchemeDesignator || tag == DCM_CodingSchemeVersion ||
        tag == DCM_CodeMeaning)
        return {}; // cleanCode() has seen to them.
    const std::string text = m_header.text(item, tag);
    if (tag == DCM_TextValue)
        return textInTree(item, text);
    const auto kept = std::ranges::find(keptTexts, tag, &KeptText::tag);
    if (kept == keptTexts.end())
        return {Step::Remove, {}};
    if (text.empty())
        return {};
    if (kept->way == TextWay::Token)
        return {Step::Set, m_rules.pseudonyms.token(tagText(tag), text, 12)};
    if (kept->way == TextWay::Keep && !m_rules.text.mentionsForbidden(text))
        return {};
    const std::string cleaned = m_rules.text.cleaned(text);
    if (kept->way == TextWay::Clean && !cleaned.empty())
        return cleaned == text ? Decision{} : Decision{Step::Set, cleaned};
    if (!kept->otherwise)
        return {Step::Remove, {}};
    std::string otherwise = kept->otherwise;
    if (tag == DCM_SegmentLabel)
        otherwise += " " + std::to_string(integerAt(item, DCM_SegmentNumber).value_or(0));
    return {Step::Set, otherwise};
}

DataSetCleaner::Decision DataSetCleaner::textInTree(DcmItem& item, const std::string& text) const
{
    if (m_rules.text.isSafe(text) || std::ranges::find(ownSentences, text) != ownSentences.end())
        return {};
    DcmItem* name = itemAt(item, DCM_ConceptNameCodeSequence);
    const bool standard = name && m_header.text(*name, DCM_CodingSchemeDesignator) == "DCM";
    const std::string code = standard ? m_header.text(*name, DCM_CodeValue) : std::string();
    // Two of one name would be one thing.
    if (code == sr::trackingId.value)
        return {Step::Set, m_rules.pseudonyms.token("tracking", text, 12)};
    if (code == sr::algorithmVersion.value && isFingerprint(text))
        return {};
    return {Step::Set, "Removed"};
}

} // namespace fovea
