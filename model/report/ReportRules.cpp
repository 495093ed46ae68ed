#include "model/report/ReportRules.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <initializer_list>
#include <sstream>
#include <stdexcept>

namespace fovea {

namespace {

using nlohmann::json;

// Thrown and caught in this file alone: what nlohmann throws for the rest of what can be wrong.
void allowOnly(const json& object, std::initializer_list<std::string_view> members)
{
    for (const auto& [key, value] : object.items()) {
        if (std::ranges::find(members, key) == members.end())
            throw std::invalid_argument("unknown member " + key);
    }
}

std::vector<std::string> strings(const json& object, const char* member)
{
    return object.at(member).get<std::vector<std::string>>();
}

ReportTerms terms(const json& object, const char* member, bool required = true)
{
    ReportTerms compiled;
    if (!required && !object.contains(member))
        return compiled;
    for (const std::string& spelling : strings(object, member)) {
        auto term = ReportTerm::compile(spelling);
        if (!term)
            throw std::invalid_argument("term \"" + spelling + "\"");
        compiled.push_back(std::move(*term));
    }
    return compiled;
}

ReportRules read(const json& root)
{
    allowOnly(root, {"abbreviations", "headings", "separators", "negation", "continuations",
                     "predicates", "anatomies", "findings"});
    ReportRules rules;
    rules.abbreviations = strings(root, "abbreviations");
    const json& headings = root.at("headings");
    allowOnly(headings, {"findings", "impression", "other"});
    rules.findingsHeadings = strings(headings, "findings");
    rules.impressionHeadings = strings(headings, "impression");
    rules.otherHeadings = strings(headings, "other");
    rules.separators = strings(root, "separators");
    std::ranges::stable_sort(rules.separators, std::greater(), &std::string::size);
    const json& negation = root.at("negation");
    allowOnly(negation, {"before", "after", "seeming", "ends", "openers", "asserted"});
    rules.negation = {terms(negation, "before"),  terms(negation, "after"),
                      terms(negation, "seeming"), terms(negation, "ends"),
                      terms(negation, "openers"), terms(negation, "asserted")};
    rules.continuations = terms(root, "continuations");
    rules.predicates = terms(root, "predicates");
    for (const json& a : root.at("anatomies")) {
        allowOnly(a, {"id", "terms", "ignored"});
        rules.anatomies.push_back(
            {a.at("id").get<std::string>(), terms(a, "terms"), terms(a, "ignored", false)});
    }
    for (const json& f : root.at("findings")) {
        allowOnly(f, {"id", "anatomy", "terms", "ignored", "unless", "bound"});
        rules.findings.push_back({f.at("id").get<std::string>(), f.value("anatomy", std::string()),
                                  terms(f, "terms"), terms(f, "ignored", false),
                                  terms(f, "unless", false), f.value("bound", false)});
    }
    for (const FindingRule& f : rules.findings) {
        if (!f.anatomyId.empty() &&
            std::ranges::find(rules.anatomies, f.anatomyId, &AnatomyRule::anatomyId) ==
                rules.anatomies.end())
            throw std::invalid_argument("anatomy " + f.anatomyId + " of " + f.findingId);
    }
    return rules;
}

} // namespace

Result<ReportRules> parseReportRules(std::string_view text, const std::string& file)
{
    try {
        return read(json::parse(text));
    } catch (const std::exception& e) { // nlohmann's, and the checks' above
        return makeError(ErrorCode::MetadataBroken, {file, e.what()});
    }
}

Result<ReportRules> loadReportRules(const std::filesystem::path& path)
{
    std::error_code error;
    if (!std::filesystem::exists(path, error))
        return makeError(ErrorCode::FileNotFound, {path.string()});
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    if (!file || !text)
        return makeError(ErrorCode::FileNotReadable, {path.string()});
    return parseReportRules(text.str(), path.string());
}

} // namespace fovea
