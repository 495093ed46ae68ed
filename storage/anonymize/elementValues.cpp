#include "storage/anonymize/elementValues.h"

#include "storage/dicomText.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>

namespace fovea {

std::string tagText(const DcmTagKey& tag)
{
    char text[16];
    std::snprintf(text, sizeof text, "(%04X,%04X)", tag.getGroup(), tag.getElement());
    return text;
}

std::string keywordOf(const DcmTagKey& tag)
{
    if (tag.getGroup() % 2 == 1 || !isStandardTag(tag))
        return {};
    DcmTag named(tag);
    return named.getTagName();
}

bool isStandardTag(const DcmTagKey& tag)
{
    return DcmTag(tag).error().good();
}

std::string valueText(DcmElement& element)
{
    OFString value;
    if (element.getOFStringArray(value).bad())
        return {};
    return withoutPadding(std::string(value.data(), value.size()));
}

std::vector<std::string> valuesOf(DcmElement& element)
{
    return valuesOfText(valueText(element));
}

void forEachItem(DcmElement& sequence, const std::function<void(DcmItem&)>& visit)
{
    // Gathered first: visiting moves the list's own cursor.
    std::vector<DcmItem*> items;
    for (DcmObject* object = sequence.nextInContainer(nullptr); object;
         object = sequence.nextInContainer(object))
    {
        if (auto* item = dynamic_cast<DcmItem*>(object))
            items.push_back(item);
    }
    for (DcmItem* item : items)
        visit(*item);
}

bool isTimeVr(DcmEVR vr)
{
    return vr == EVR_DA || vr == EVR_DT || vr == EVR_TM;
}

bool isNumberVr(DcmEVR vr)
{
    static constexpr std::array vrs{EVR_AT, EVR_SS, EVR_US, EVR_SL, EVR_UL, EVR_FL,
                                    EVR_FD, EVR_SV, EVR_UV, EVR_xs, EVR_up};
    return std::ranges::find(vrs, vr) != vrs.end();
}

bool isBinaryVr(DcmEVR vr)
{
    static constexpr std::array vrs{EVR_OB, EVR_OW, EVR_OF, EVR_OD,        EVR_OL,
                                    EVR_OV, EVR_ox, EVR_px, EVR_PixelData, EVR_lt};
    return std::ranges::find(vrs, vr) != vrs.end();
}

bool isNumber(const std::string& value)
{
    return value.size() <= 16 && std::ranges::all_of(value, [](char c) {
               return (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.' || c == 'e' ||
                      c == 'E' || c == ' ';
           });
}

bool isCodedString(const std::string& value)
{
    return value.size() <= 16 && std::ranges::all_of(value, [](char c) {
               return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == ' ';
           });
}

bool isAge(const std::string& value)
{
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    return value.size() == 4 && std::all_of(value.begin(), value.begin() + 3, digit) &&
           std::string("DWMY").find(value[3]) != std::string::npos;
}

std::string codedStringsOnly(DcmElement& element)
{
    std::string out;
    for (const std::string& value : valuesOf(element))
        out += (out.empty() ? "" : "\\") + (isCodedString(value) ? value : std::string("OTHER"));
    return out;
}

bool isPublicUid(const std::string& uid)
{
    // SNOMED CT, LOINC, UCUM, RadLex, FMA (PS3.16, 8).
    static constexpr std::array schemes{"2.16.840.1.113883.6.96", "2.16.840.1.113883.6.1",
                                        "2.16.840.1.113883.6.8", "2.16.840.1.113883.6.256",
                                        "2.16.840.1.113883.6.119"};
    return dcmFindNameOfUID(uid.c_str()) != nullptr ||
           std::ranges::find(schemes, uid) != schemes.end();
}

bool isPublicScheme(const std::string& designator)
{
    static constexpr std::array schemes{
        "SCT",  "SRT",        "SNM3", "99SDM", "DCM",  "LN",    "UCUM", "RADLEX", "FMA",    "UMLS",
        "NCIt", "RADELEMENT", "BI",   "MDC",   "IBSI", "ICDO3", "I10",  "I9C",    "RFC5646"};
    return std::ranges::find(schemes, designator) != schemes.end();
}

std::string dummyFor(DcmEVR vr)
{
    switch (vr) {
    case EVR_DA:
        return "19000101";
    case EVR_TM:
        return "000000";
    case EVR_DT:
        return "19000101000000";
    case EVR_PN:
        return "Anonymous";
    case EVR_AE:
    case EVR_CS:
        return "REMOVED";
    case EVR_AS:
        return "000Y";
    case EVR_LO:
    case EVR_SH:
    case EVR_ST:
    case EVR_LT:
    case EVR_UT:
    case EVR_UC:
        return "Removed";
    default:
        return {}; // No value of the original stays either way.
    }
}

} // namespace fovea
