#include "model/training/Captions.h"

#include <algorithm>

namespace fovea {

namespace {

std::string clean(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (std::string_view("\"'()").find(c) == std::string_view::npos)
            out += c;
    }
    const auto first = out.find_first_not_of(" \t\r\n");
    if (first == std::string::npos)
        return {};
    out = out.substr(first, out.find_last_not_of(" \t\r\n") - first + 1);
    if (out.back() != '.')
        out += '.';
    return out;
}

} // namespace

std::string normalTemplate(std::string_view anatomyId)
{
    std::string name(anatomyId);
    std::ranges::replace(name, '_', ' ');
    return name + " shows no significant abnormalities.";
}

Caption makeCaption(std::string_view anatomyId, std::string_view text, bool normal)
{
    const std::string said = clean(text);
    Caption caption;
    caption.normal = normal || said.empty();
    if (!caption.normal) {
        caption.whole = caption.spoken = said;
    } else {
        caption.whole = normalTemplate(anatomyId) + said;
        caption.spoken = said.empty() ? caption.whole : said;
    }
    return caption;
}

std::vector<std::string> sentencesOf(std::string_view text)
{
    std::vector<std::string> sentences;
    std::string current;
    for (std::size_t n = 0; n < text.size(); ++n) {
        if (current.empty() && text[n] == ' ')
            continue;
        current += text[n];
        if (text[n] == '.' && (n + 1 == text.size() || text[n + 1] == ' ')) {
            sentences.push_back(current);
            current.clear();
        }
    }
    if (!current.empty())
        sentences.push_back(current);
    return sentences;
}

std::string shuffleSentences(std::string_view text, double dropout, std::mt19937_64& random)
{
    // The standard's distributions and shuffle differ between libraries; its engine does not.
    const auto uniform = [&random] { return static_cast<double>(random() >> 11) * 0x1p-53; };
    std::vector<std::string> sentences = sentencesOf(text);
    for (std::size_t n = sentences.size(); n > 1; --n)
        std::swap(sentences[n - 1],
                  sentences[static_cast<std::size_t>(uniform() * static_cast<double>(n))]);
    std::string out;
    for (std::size_t n = 0; n < sentences.size(); ++n) {
        const bool last = n + 1 == sentences.size();
        if (uniform() < dropout && !(last && out.empty()))
            continue;
        out += (out.empty() ? "" : " ") + sentences[n];
    }
    return out;
}

} // namespace fovea
