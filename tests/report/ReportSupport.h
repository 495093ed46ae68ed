#pragma once

#include "model/report/DecomposeReport.h"

#include <fstream>
#include <gtest/gtest.h>
#include <sstream>
#include <string>
#include <vector>

namespace fovea::test {

/// The rules that the program ships.
inline const ReportRules& shippedRules()
{
    static const ReportRules rules = [] {
        auto loaded = loadReportRules(FOVEA_SOURCE_DIR "/resources/catalog/report-rules.json");
        if (!loaded) {
            ADD_FAILURE() << loaded.error().arguments.at(0) << ": "
                          << loaded.error().arguments.back();
            return ReportRules();
        }
        return std::move(loaded).value();
    }();
    return rules;
}

inline std::string textOf(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// Rows of a CSV text, with quoted cells as RFC 4180 has them.
inline std::vector<std::vector<std::string>> csvRows(const std::string& text)
{
    std::vector<std::vector<std::string>> rows(1, {""});
    bool quoted = false;
    for (std::size_t n = 0; n < text.size(); ++n) {
        const char c = text[n];
        if (c == '"') {
            if (quoted && n + 1 < text.size() && text[n + 1] == '"') {
                rows.back().back() += '"';
                ++n;
            } else {
                quoted = !quoted;
            }
        } else if (c == ',' && !quoted) {
            rows.back().emplace_back();
        } else if (c == '\n' && !quoted) {
            rows.push_back({""});
        } else if (c != '\r' || quoted) {
            rows.back().back() += c;
        }
    }
    if (rows.back() == std::vector<std::string>{""})
        rows.pop_back();
    return rows;
}

} // namespace fovea::test
