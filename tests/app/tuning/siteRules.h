#pragma once

#include "model/engine/Engine.h"
#include "model/report/ReportRules.h"

namespace fovea::test {

/// The program's own.
inline const ReportRules& siteRules()
{
    static const ReportRules rules = loadReportRules(std::filesystem::path(FOVEA_SOURCE_DIR) /
                                                     "resources/catalog/report-rules.json")
                                         .value();
    return rules;
}

/// Three findings that reports name, and one that they have no words for.
inline std::vector<ModelFinding> askedFindings()
{
    const auto finding = [](const char* anatomy, const char* id, const char* there,
                            const char* absent) {
        return ModelFinding{anatomy, id, there, {there}, {absent}};
    };
    return {finding("lung", "pleural_effusion", "Pleural effusion.", "No pleural effusion."),
            finding("lung", "emphysema", "Emphysema.", "No emphysema."),
            finding("lung", "gout", "Gout of the lung.", "No gout."),
            finding("heart", "cardiomegaly", "Cardiomegaly.", "No cardiomegaly.")};
}

} // namespace fovea::test
