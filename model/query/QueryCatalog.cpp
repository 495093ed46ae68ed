#include "model/query/QueryCatalog.h"

#include "model/query/QueryWords.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <optional>
#include <utility>

namespace fovea {
namespace {

using nlohmann::json;

constexpr std::array<std::pair<const char*, QueryTermKind>, 9> kinds{
    {{"anatomies", QueryTermKind::Anatomy},
     {"signs", QueryTermKind::Sign},
     {"sides", QueryTermKind::Side},
     {"places", QueryTermKind::Place},
     {"degrees", QueryTermKind::Degree},
     {"negations", QueryTermKind::Negation},
     {"normal", QueryTermKind::Normal},
     {"fillers", QueryTermKind::Filler},
     {"ends", QueryTermKind::End}}};

struct Wrong {
    std::string what;
};

/// "verkalk*" keeps its star; "ground-glass" is two words.
std::vector<std::string> spelledWords(const std::string& spelling)
{
    std::vector<std::string> words;
    for (const QueryWord& word : queryWords(spelling)) {
        const bool prefix = word.end < spelling.size() && spelling[word.end] == '*';
        words.push_back(word.text + (prefix ? "*" : ""));
    }
    return words;
}

void readEntry(QueryCatalog& catalog, QueryTermKind kind, const json& entry)
{
    QueryConcept read;
    read.kind = kind;
    for (const auto& [key, value] : entry.items()) {
        if (key == "id")
            read.id = value.get<std::string>();
        else if (key == "english")
            read.english = value.get<std::string>();
        else if (key == "one")
            read.one = value.get<std::string>();
        else if (key == "anatomy")
            read.anatomyId = value.get<std::string>();
        else if (key == "means") {
            for (const json& meaning : value)
                read.meanings.push_back({meaning.at("in").get<std::string>(),
                                         meaning.at("finding").get<std::string>(),
                                         meaning.at("english").get<std::string>(),
                                         meaning.at("anatomy").get<std::string>()});
        } else if (key != "en" && key != "de" && key != "zh")
            throw Wrong{"unknown member \"" + key + "\""};
    }
    for (const char* language : {"en", "de", "zh"}) {
        for (const json& spelling : entry.value(language, json::array())) {
            const auto text = spelling.get<std::string>();
            QueryTerm term{kind, read.id, language, spelledWords(text)};
            if (term.words.empty())
                throw Wrong{"a term of \"" + read.id + "\" has no word"};
            catalog.terms.push_back(std::move(term));
        }
    }
    catalog.concepts.push_back(std::move(read));
}

} // namespace

const QueryConcept* QueryCatalog::find(QueryTermKind kind, std::string_view id) const
{
    const auto found = std::ranges::find_if(
        concepts, [&](const QueryConcept& one) { return one.kind == kind && one.id == id; });
    return found == concepts.end() ? nullptr : &*found;
}

Result<QueryCatalog> parseQueryCatalog(std::string_view text, const std::string& file)
{
    try {
        const json root = json::parse(text);
        QueryCatalog catalog;
        for (const auto& [key, value] : root.items()) {
            const auto kind = std::ranges::find(kinds, key, [](const auto& k) { return k.first; });
            if (key == "present")
                catalog.presentSentences = value.get<std::vector<std::string>>();
            else if (key == "absent")
                catalog.absentSentences = value.get<std::vector<std::string>>();
            else if (kind == kinds.end())
                throw Wrong{"unknown member \"" + key + "\""};
            else {
                for (const json& entry : value)
                    readEntry(catalog, kind->second, entry);
            }
        }
        if (catalog.presentSentences.empty() || catalog.absentSentences.empty())
            throw Wrong{"no sentences"};
        return catalog;
    } catch (const Wrong& wrong) {
        return makeError(ErrorCode::MetadataBroken, {file, wrong.what});
    } catch (const json::exception& e) {
        return makeError(ErrorCode::MetadataBroken, {file, e.what()});
    }
}

Result<QueryCatalog> readQueryCatalog(const std::filesystem::path& file)
{
    std::error_code error;
    if (!std::filesystem::exists(file, error))
        return makeError(ErrorCode::FileNotFound, {file.string()});
    std::ifstream in(file, std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(in)), {});
    if (!in)
        return makeError(ErrorCode::FileNotReadable, {file.string()});
    return parseQueryCatalog(text, file.filename().string());
}

} // namespace fovea
