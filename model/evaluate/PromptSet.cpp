#include "model/evaluate/PromptSet.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <set>
#include <stdexcept>
#include <system_error>

namespace fovea {
namespace {

using nlohmann::json;

/// What is wrong with an entry; ends in promptSetFromJson().
[[noreturn]] void refuse(const std::string& where, const std::string& what)
{
    throw std::invalid_argument(where + ": " + what);
}

void checkMembers(const json& object, const std::string& where,
                  std::initializer_list<std::string_view> known)
{
    if (!object.is_object())
        refuse(where, "must be an object");
    for (const auto& [key, value] : object.items()) {
        if (std::ranges::find(known, key) == known.end())
            refuse(where, "unknown member \"" + key + "\"");
    }
}

std::string textOf(const json& object, const std::string& where, const char* key)
{
    const auto member = object.find(key);
    if (member == object.end() || !member->is_string())
        refuse(where, std::string("\"") + key + "\" must be a text");
    auto text = member->get<std::string>();
    if (std::ranges::all_of(text, [](unsigned char c) { return std::isspace(c) != 0; }))
        refuse(where, std::string("\"") + key + "\" is empty");
    return text;
}

const json& listOf(const json& object, const std::string& where, const char* key)
{
    const auto member = object.find(key);
    if (member == object.end() || !member->is_array() || member->empty())
        refuse(where, std::string("\"") + key + "\" must be a list with at least one entry");
    return *member;
}

std::vector<std::string> textsOf(const json& object, const std::string& where, const char* key)
{
    std::vector<std::string> texts;
    for (const json& text : listOf(object, where, key))
        texts.push_back(textOf({{key, text}}, where, key));
    return texts;
}

FindingPrompts findingOf(const json& object, const std::string& where)
{
    checkMembers(object, where, {"anatomy", "finding", "positive", "negative", "paraphrases"});
    FindingPrompts prompts{textOf(object, where, "anatomy"),
                           textOf(object, where, "finding"),
                           textsOf(object, where, "positive"),
                           textsOf(object, where, "negative"),
                           {}};
    for (const json& pair : listOf(object, where, "paraphrases")) {
        const std::string at =
            where + ".paraphrases[" + std::to_string(prompts.paraphrases.size()) + "]";
        checkMembers(pair, at, {"positive", "negative"});
        prompts.paraphrases.push_back({textOf(pair, at, "positive"), textOf(pair, at, "negative")});
    }
    return prompts;
}

std::string anatomyOf(const json& search, const std::string& where, const std::string& findingId,
                      const std::vector<FindingPrompts>& findings)
{
    if (search.contains("anatomy"))
        return textOf(search, where, "anatomy");
    const auto prompts = std::ranges::find(findings, findingId, &FindingPrompts::findingId);
    if (prompts == findings.end())
        refuse(where, "\"anatomy\" is needed, as no prompts have the finding");
    return prompts->anatomyId;
}

SearchPrompt queryOf(const json& object, const std::string& where,
                     const std::vector<FindingPrompts>& findings)
{
    checkMembers(object, where,
                 {"text", "paraphrases", "anatomy", "finding", "side", "lobe", "minimumSeverity"});
    SearchPrompt query;
    query.text = textOf(object, where, "text");
    if (object.contains("paraphrases"))
        query.paraphrases = textsOf(object, where, "paraphrases");
    query.findingId = textOf(object, where, "finding");
    query.anatomyId = anatomyOf(object, where, query.findingId, findings);
    if (object.contains("side")) {
        const std::string side = textOf(object, where, "side");
        if (side != "left" && side != "right")
            refuse(where, "\"side\" must be \"left\" or \"right\"");
        query.side = side == "left" ? Side::Left : Side::Right;
    }
    if (object.contains("lobe"))
        query.lobe = textOf(object, where, "lobe");
    if (const auto severity = object.find("minimumSeverity"); severity != object.end()) {
        if (!severity->is_number() || severity->get<double>() < 0.0 ||
            severity->get<double>() > 1.0)
            refuse(where, "\"minimumSeverity\" must be in [0, 1]");
        query.minimumSeverity = severity->get<double>();
    }
    return query;
}

PromptSet promptSetOf(const json& root)
{
    checkMembers(root, "the file", {"prompts", "searches"});
    PromptSet set;
    for (const char* key : {"prompts", "searches"}) {
        if (root.contains(key) && !root.at(key).is_array())
            refuse(key, "must be a list");
    }
    for (const json& entry : root.value("prompts", json::array())) {
        const std::string where = "prompts[" + std::to_string(set.findings.size()) + "]";
        FindingPrompts prompts = findingOf(entry, where);
        if (set.prompts(prompts.anatomyId, prompts.findingId))
            refuse(where, "is there twice");
        set.findings.push_back(std::move(prompts));
    }
    for (const json& entry : root.value("searches", json::array()))
        set.queries.push_back(
            queryOf(entry, "searches[" + std::to_string(set.queries.size()) + "]", set.findings));
    return set;
}

std::set<std::string> lobeWords(std::string_view name)
{
    std::set<std::string> words;
    std::string word;
    const auto end = [&] {
        if (!word.empty() && word != "lung" && word != "of")
            words.insert(word);
        word.clear();
    };
    for (const char letter : name) {
        const auto c = static_cast<unsigned char>(letter);
        if (std::isalnum(c) != 0)
            word += static_cast<char>(std::tolower(c));
        else
            end();
    }
    end();
    return words;
}

} // namespace

const FindingPrompts* PromptSet::prompts(std::string_view anatomyId,
                                         std::string_view findingId) const
{
    const auto found = std::ranges::find_if(findings, [&](const FindingPrompts& f) {
        return f.anatomyId == anatomyId && f.findingId == findingId;
    });
    return found == findings.end() ? nullptr : &*found;
}

Result<PromptSet> promptSetFromJson(std::string_view text, const std::string& name)
{
    try {
        return promptSetOf(json::parse(text));
    } catch (const json::exception& e) {
        return makeError(ErrorCode::MetadataBroken, {name, "not JSON"}, e.what());
    } catch (const std::invalid_argument& e) {
        return makeError(ErrorCode::MetadataBroken, {name, e.what()});
    }
}

Result<PromptSet> readPromptSet(const std::filesystem::path& file)
{
    std::error_code error;
    if (!std::filesystem::exists(file, error))
        return makeError(ErrorCode::FileNotFound, {file.string()});
    std::ifstream in(file, std::ios::binary);
    if (!in || !std::filesystem::is_regular_file(file, error))
        return makeError(ErrorCode::FileNotReadable, {file.string()});
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    if (in.bad())
        return makeError(ErrorCode::FileNotReadable, {file.string()});
    return promptSetFromJson(text, file.string());
}

bool sameLobe(std::string_view a, std::string_view b)
{
    return lobeWords(a) == lobeWords(b);
}

} // namespace fovea
