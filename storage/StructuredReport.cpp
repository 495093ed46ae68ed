#include "storage/StructuredReport.h"

#include "storage/DicomBuilding.h"
#include "storage/DicomHeader.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>

namespace fovea {

namespace {

constexpr std::array<std::string_view, 5> reportClasses{
    "1.2.840.10008.5.1.4.1.1.88.11", // Basic Text SR
    "1.2.840.10008.5.1.4.1.1.88.22", // Enhanced SR
    "1.2.840.10008.5.1.4.1.1.88.33", // Comprehensive SR
    "1.2.840.10008.5.1.4.1.1.88.34", // Comprehensive 3D SR
    "1.2.840.10008.5.1.4.1.1.88.35", // Extensible SR
};

/// TID 1500, the deepest in use, comes to eight.
constexpr int deepest = 64;

class ContentReader {
public:
    explicit ContentReader(const DicomHeader& header)
        : m_header(header)
    {
    }

    /// False where the content is nested too deep.
    bool read(DcmItem& parent, int depth)
    {
        if (depth > deepest)
            return false;
        for (long i = 0; DcmItem* item = itemAt(parent, DCM_ContentSequence, i); ++i) {
            const std::string relation = m_header.text(*item, DCM_RelationshipType);
            if (relation == "HAS CONCEPT MOD" || relation == "HAS OBS CONTEXT" ||
                relation == "HAS ACQ CONTEXT")
                continue;
            if (!readItem(*item, depth))
                return false;
        }
        return true;
    }

    std::string text() && { return std::move(m_text); }

private:
    bool readItem(DcmItem& item, int depth)
    {
        const std::string type = m_header.text(item, DCM_ValueType);
        const std::string name = meaning(item, DCM_ConceptNameCodeSequence);
        const bool inContainer = depth > 0;
        if (type == "CONTAINER") {
            if (!name.empty())
                line(name + ":");
        } else if (type == "TEXT") {
            const std::string text = m_header.text(item, DCM_TextValue);
            if (!text.empty())
                line(inContainer || name.empty() ? text : name + ": " + text);
        } else if (type == "NUM") {
            number(item, name);
        } else if (type == "CODE" && inContainer) {
            const std::string code = meaning(item, DCM_ConceptCodeSequence);
            if (!code.empty())
                line(name.empty() ? code : name + ": " + code);
        }
        return read(item, depth + 1);
    }

    void number(DcmItem& item, const std::string& name)
    {
        DcmItem* measured = itemAt(item, DCM_MeasuredValueSequence);
        if (!measured)
            return;
        const std::string value = m_header.text(*measured, DCM_NumericValue);
        if (value.empty())
            return;
        DcmItem* unit = itemAt(*measured, DCM_MeasurementUnitsCodeSequence);
        std::string units = unit ? m_header.text(*unit, DCM_CodeValue) : std::string();
        if (units == "1") // UCUM's "no units".
            units.clear();
        line((name.empty() ? std::string() : name + ": ") + value +
             (units.empty() ? std::string() : " " + units));
    }

    std::string meaning(DcmItem& item, const DcmTagKey& sequence) const
    {
        DcmItem* code = itemAt(item, sequence);
        return code ? m_header.text(*code, DCM_CodeMeaning) : std::string();
    }

    void line(const std::string& text) { m_text += text + "\n"; }

    const DicomHeader& m_header;
    std::string m_text;
};

} // namespace

bool isDicomFile(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::array<char, 132> start{};
    file.read(start.data(), start.size());
    return hasDicomMark({start.data(), static_cast<std::size_t>(file.gcount())});
}

Result<std::optional<StructuredReport>> readStructuredReport(const std::filesystem::path& path)
{
    const auto header = DicomHeader::load(path, DicomHeader::Extent::BeforePixelData);
    if (!header)
        return header.error();
    if (std::ranges::find(reportClasses, header->sopClassUid()) == reportClasses.end())
        return std::optional<StructuredReport>();
    // What a model said, in a measurement report of ours, is nobody's word to learn from.
    if (header->text(DCM_Manufacturer) == ownManufacturer)
        return std::optional<StructuredReport>();
    ContentReader content(*header);
    if (!content.read(header->dataset(), 0))
        return makeError(ErrorCode::BrokenFile, {path.string()}, "content nested too deep");
    StructuredReport report;
    report.studyInstanceUid = header->studyInstanceUid();
    report.accessionNumber = header->text(DCM_AccessionNumber);
    report.written = header->text(DCM_ContentDate) + header->text(DCM_ContentTime);
    report.text = std::move(content).text();
    return std::optional(std::move(report));
}

} // namespace fovea
