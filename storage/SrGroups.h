#pragma once

#include "storage/MeasurementReport.h"
#include "storage/SrTree.h"

#include <optional>

// The measurement groups of a measurement report. Internal to storage/.

namespace fovea {

/// Appends groups below the container "Imaging Measurements", which is open in `tree`.
class SrGroups {
public:
    /// All outlive this object.
    SrGroups(SrTree& tree, const StudyResults& results, const AnatomyCatalog& catalog,
             const std::optional<SegmentationReference>& segmentation)
        : m_tree(tree)
        , m_results(results)
        , m_catalog(catalog)
        , m_segmentation(segmentation)
    {
    }

    void addStructure(std::size_t index);
    void addMeasure(std::size_t index);
    void addFinding(const FindingReading& reading);

private:
    void track(const std::string& identifier, const std::string& what);
    void site(const CodedConcept& code, Side side);
    void hounsfield(double value, const CodedConcept& derivation, const Measure* measure = nullptr);
    void inferred(const Measure& measure);
    void algorithm();
    void numbers(const FindingReading& reading);
    void verdict(const VerdictRecord& record);
    CodedConcept anatomyCode(const std::string& anatomyId) const;

    SrTree& m_tree;
    const StudyResults& m_results;
    const AnatomyCatalog& m_catalog;
    const std::optional<SegmentationReference>& m_segmentation;
};

/// "2.25." and the 128 bits of a UUID in decimal; empty where the text is none.
std::string uidOfUuid(const std::string& uuid);

} // namespace fovea
