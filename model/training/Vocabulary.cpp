#include "model/training/Vocabulary.h"

#include "model/training/Captions.h"

#include <set>

namespace fovea {

namespace {

bool isWordCharacter(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80;
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

} // namespace

std::string buildVocabulary(const std::vector<std::string>& texts)
{
    std::set<std::string> words;
    for (const std::string& text : texts) {
        std::string word;
        for (const char c : text + " ") {
            const char l = lower(c);
            if (isWordCharacter(static_cast<unsigned char>(l))) {
                word += l;
                continue;
            }
            if (word.size() > 1)
                words.insert(word);
            word.clear();
        }
    }
    std::string vocabulary = "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\n";
    for (char c = '!'; c <= '~'; ++c) {
        if (c >= 'A' && c <= 'Z')
            continue;
        vocabulary += std::string(1, c) + "\n";
    }
    for (const std::string range : {"0123456789", "abcdefghijklmnopqrstuvwxyz"}) {
        for (const char c : range)
            vocabulary += "##" + std::string(1, c) + "\n";
    }
    for (const std::string& word : words)
        vocabulary += word + "\n";
    return vocabulary;
}

std::string vocabularyOf(const Recipe& recipe, const std::vector<TrainingCase>& cases)
{
    std::vector<std::string> texts;
    for (const std::string& anatomy : recipe.network.anatomies)
        texts.push_back(normalTemplate(anatomy));
    const auto add = [&texts](const std::vector<std::string>& more) {
        texts.insert(texts.end(), more.begin(), more.end());
    };
    for (const FindingDefinition& finding : recipe.findings) {
        add(finding.positive);
        add(finding.negative);
    }
    for (const PromptAlternative& alternative : recipe.alternatives) {
        add(alternative.positive);
        add(alternative.negative);
    }
    for (const TrainingCase& oneCase : cases) {
        for (const TrainingCase::Region& region : oneCase.regions) {
            texts.push_back(region.text);
            add(region.rewordings);
            for (const FindingStatement& statement : region.statements)
                add(statement.wordings);
        }
    }
    return buildVocabulary(texts);
}

} // namespace fovea
