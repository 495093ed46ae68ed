#include "storage/anonymize/DataSetCleaner.h"

#include "storage/DicomBuilding.h"
#include "storage/anonymize/elementValues.h"
#include "storage/srCodes.h"

#include <algorithm>
#include <array>

namespace fovea {

namespace {

std::vector<DcmElement*> elementsOf(DcmItem& item)
{
    std::vector<DcmElement*> elements;
    for (DcmObject* object = item.nextInContainer(nullptr); object;
         object = item.nextInContainer(object))
        elements.push_back(static_cast<DcmElement*>(object));
    return elements;
}

} // namespace

DataSetCleaner::DataSetCleaner(const CleaningRules& rules, const DicomHeader& header,
                               CleanableKind kind, CleanedPatient patient,
                               std::vector<AttributeChange>* changes)
    : m_rules(rules)
    , m_header(header)
    , m_kind(kind)
    , m_patient(std::move(patient))
    , m_changes(changes)
{
}

void DataSetCleaner::clean()
{
    // Stand-ins for UIDs that the file lacks are made of what is about to go.
    const std::array<std::pair<DcmTagKey, std::string>, 3> identities{{
        {DCM_StudyInstanceUID, m_header.studyInstanceUid()},
        {DCM_SeriesInstanceUID, m_header.seriesInstanceUid()},
        {DCM_SOPInstanceUID, m_header.sopInstanceUid()},
    }};
    const std::string sopClass = m_header.sopClassUid();
    DcmDataset& data = m_header.dataset();
    forbidNames(data);
    cleanItem(data, {});
    put(data, DCM_SOPClassUID, sopClass);
    for (const auto& [tag, uid] : identities)
        put(data, tag, m_rules.pseudonyms.uid(uid));
    stamp();
}

void DataSetCleaner::forbidNames(DcmItem& item)
{
    for (DcmElement* element : elementsOf(item)) {
        const DcmTagKey tag = element->getTag();
        if (element->ident() == EVR_SQ && tag != DCM_PerFrameFunctionalGroupsSequence) {
            forEachItem(*element, [this](DcmItem& inner) { forbidNames(inner); });
        } else if (element->getVR() == EVR_PN || tag == DCM_PatientID ||
                   tag == DCM_AccessionNumber || tag == DCM_RETIRED_OtherPatientIDs)
        {
            for (const std::string& text : m_header.texts(item, tag))
                m_rules.text.forbid(text);
        }
    }
}

void DataSetCleaner::cleanItem(DcmItem& item, const std::string& path)
{
    cleanCode(item, path);
    const std::vector<DcmElement*> done = cleanSubject(item, path);
    for (DcmElement* element : elementsOf(item)) {
        if (std::ranges::find(done, element) == done.end())
            apply(item, *element, decide(item, *element), path);
    }
}

void DataSetCleaner::cleanCode(DcmItem& item, const std::string& path)
{
    if (!item.tagExists(DCM_CodeMeaning) && !item.tagExists(DCM_CodingSchemeDesignator))
        return;
    const std::string scheme = m_header.text(item, DCM_CodingSchemeDesignator);
    const std::string meaning = m_header.text(item, DCM_CodeMeaning);
    const bool own =
        std::ranges::find(sr::ownCodes, CodedConcept{scheme, m_header.text(item, DCM_CodeValue),
                                                     meaning}) != sr::ownCodes.end();
    if (own || (isPublicScheme(scheme) && !m_rules.text.mentionsForbidden(meaning)) ||
        (isCodedString(scheme) && m_rules.text.isSafe(meaning)))
        return;
    for (DcmElement* element : elementsOf(item)) {
        const DcmTagKey tag = element->getTag();
        if (tag == DCM_CodeMeaning)
            apply(item, *element, {Step::Set, "Removed"}, path);
        else if (tag == DCM_CodeValue || tag == DCM_LongCodeValue || tag == DCM_URNCodeValue) {
            // A long code has more than 16 characters (PS3.3 8.1).
            const int length = tag == DCM_CodeValue ? 12 : 20;
            apply(item, *element,
                  {Step::Set, m_rules.pseudonyms.token("code", valueText(*element), length)}, path);
        } else if (tag == DCM_CodingSchemeDesignator && !isCodedString(scheme))
            apply(item, *element, {Step::Set, "99REMOVED"}, path);
        else if (tag == DCM_CodingSchemeVersion)
            apply(item, *element, {Step::Remove, {}}, path);
    }
}

std::vector<DcmElement*> DataSetCleaner::cleanSubject(DcmItem& item, const std::string& path)
{
    std::vector<DcmElement*> done;
    DcmItem* name = itemAt(item, DCM_ConceptNameCodeSequence);
    if (!name || !item.tagExists(DCM_ValueType) ||
        m_header.text(*name, DCM_CodingSchemeDesignator) != "DCM")
        return done;
    // TID 1007: the subject of a report.
    const std::string code = m_header.text(*name, DCM_CodeValue);
    const bool keep = m_rules.options.keepPatientCharacteristics;
    for (DcmElement* element : elementsOf(item)) {
        const DcmTagKey tag = element->getTag();
        if (code == "121031" && tag == DCM_Date) // Birth date: never shifted.
            apply(item, *element, {Step::Set, dummyFor(EVR_DA)}, path);
        else if (code == "121033" && tag == DCM_MeasuredValueSequence && !keep) // Age
            apply(item, *element, {Step::Set, {}}, path);
        else if (code == "121032" && tag == DCM_ConceptCodeSequence && !keep) // Sex
            apply(item, *element, {Step::Set, {}}, path);
        else
            continue;
        done.push_back(element);
    }
    if (code == "121032" && !keep && item.tagExists(DCM_ConceptCodeSequence))
        putCode(item, DCM_ConceptCodeSequence, {"SCT", "261665006", "Unknown"});
    return done;
}

void DataSetCleaner::apply(DcmItem& item, DcmElement& element, const Decision& decision,
                           const std::string& path)
{
    if (decision.step == Step::Keep)
        return;
    if (decision.step == Step::Recurse) {
        const std::string inner =
            path.empty() ? tagText(element.getTag()) : path + " " + tagText(element.getTag());
        forEachItem(element, [&](DcmItem& below) { cleanItem(below, inner); });
        return;
    }
    note(item, element, decision, path);
    if (decision.step == Step::Remove) {
        delete item.remove(&element);
        return;
    }
    element.clear();
    if (decision.value.empty())
        return;
    if (const OFCondition set =
            element.putString(decision.value.c_str(), static_cast<Uint32>(decision.value.size()));
        set.bad())
        throw DicomBuildFailure(tagText(element.getTag()) + ": " + set.text());
}

void DataSetCleaner::note(DcmItem& item, DcmElement& element, const Decision& decision,
                          const std::string& path)
{
    if (!m_changes || element.getLength() == 0)
        return;
    const DcmTagKey tag = element.getTag();
    AttributeChange change;
    change.path = path.empty() ? tagText(tag) : path + " " + tagText(tag);
    change.keyword = keywordOf(tag);
    change.fate = decision.step == Step::Remove ? AttributeFate::Removed
                  : decision.value.empty()      ? AttributeFate::Emptied
                                                : AttributeFate::Replaced;
    if (element.ident() != EVR_SQ && !isBinaryVr(element.getVR()) && element.getVR() != EVR_UN)
        change.before = longString(m_header.text(item, tag));
    change.after = longString(decision.value);
    change.count = 1;
    const bool known = std::ranges::any_of(
        *m_changes, [&](const AttributeChange& other) { return other.path == change.path; });
    if (!known)
        m_changes->push_back(std::move(change));
}

void DataSetCleaner::stamp()
{
    DcmDataset& data = m_header.dataset();
    const AnonymizeOptions& options = m_rules.options;
    put(data, DCM_PatientName, m_patient.pseudonym);
    put(data, DCM_PatientID, m_patient.pseudonym);
    if (data.tagExists(DCM_VerificationFlag))
        put(data, DCM_VerificationFlag, "UNVERIFIED");
    put(data, DCM_PatientIdentityRemoved, "YES");
    put(data, DCM_DeidentificationMethod,
        std::string("Basic Application Level Confidentiality Profile\\") +
            ConfidentialityProfile::edition() + "\\Fovea");
    put(data, DCM_LongitudinalTemporalInformationModified,
        options.shiftDates ? "MODIFIED" : "REMOVED");
    // CID 7050 (PS3.16).
    const auto method = [&](const char* code, const char* meaning) {
        putCode(data, DCM_DeidentificationMethodCodeSequence, {"DCM", code, meaning});
    };
    method("113100", "Basic Application Confidentiality Profile");
    if (m_kind == CleanableKind::Report)
        method("113104", "Clean Structured Content Option");
    if (options.cleanDescriptors)
        method("113105", "Clean Descriptors Option");
    if (options.shiftDates)
        method("113107", "Retain Longitudinal Temporal Information Modified Dates Option");
    if (options.keepPatientCharacteristics)
        method("113108", "Retain Patient Characteristics Option");
    if (options.keepDeviceIdentity)
        method("113109", "Retain Device Identity Option");
}

} // namespace fovea
