#pragma once

#include "app/cli/CommandContext.h"
#include "app/cli/CommandParser.h"

#include <QCoreApplication>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fovea {

/// `tune compare [--site NAME] [--new FILE] [--cases "20 50 200"] [--ways "heads lora"] [--test N]
/// [--benchmark N] [--seed S] [--co-teaching] [--wrong-labels SHARE] [--keep-old STRENGTH]
/// [--steps N] [--development] [--model PACKAGE] --work DIR`: what fine-tuning is worth, on
/// synthetic chests of a site that the model does not know (compareTunings.h). Every row is logged
/// as JSON as soon as it is there. --json: {"site", "test", "benchmark", "rows": […]}
/// (tuneComparisonReport.h).
class TuneCompare {
    Q_DECLARE_TR_FUNCTIONS(fovea::TuneCompare)

public:
    /// Declares its options on `parser`, which it outlives.
    explicit TuneCompare(CommandParser parser);
    bool chosen() const { return m_parser.parsed(); }
    Status run(CommandContext& context) const;

private:
    CommandParser m_parser;
    std::string m_site = "lakeside";
    std::string m_new;
    std::string m_cases = "20 50 200";
    std::string m_ways = "calibration heads queries lora all";
    int m_test = 200;
    int m_benchmark = 100;
    std::uint64_t m_seed = 1;
    bool m_coTeaching = false;
    bool m_development = false;
    std::vector<double> m_wrongLabels;
    std::vector<double> m_keepOld;
    std::optional<int> m_steps;
    std::string m_model;
    std::string m_work;
};

} // namespace fovea
