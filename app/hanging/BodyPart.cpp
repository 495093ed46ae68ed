#include "app/hanging/BodyPart.h"

#include <algorithm>
#include <cctype>
#include <utility>
#include <vector>

namespace fovea {

namespace {

enum class Match {
    Word,   ///< The whole word.
    Prefix, ///< A word that begins so.
    Inside, ///< Anywhere, also in the middle of a compound.
};

struct Term {
    std::string_view text; ///< As foldedText() makes it.
    Match match;
    std::set<BodyPart> parts;
};

const std::vector<Term>& terms()
{
    using enum BodyPart;
    using enum Match;
    static const std::vector<Term> all{
        {"head", Word, {Head}}, // Not the "headfirst" of a patient's position.
        {"headneck", Word, {Head, Neck}},
        {"brain", Inside, {Head}},
        {"skull", Inside, {Head}},
        {"cranial", Inside, {Head}},
        {"cranium", Inside, {Head}},
        {"cerebr", Inside, {Head}},
        {"sinus", Inside, {Head}},
        {"orbit", Prefix, {Head}},
        {"kopf", Prefix, {Head}},
        {"schädel", Inside, {Head}},
        {"schaedel", Inside, {Head}},
        {"hirn", Inside, {Head}},
        {"cct", Word, {Head}},
        {"ccta", Word, {Chest}}, // Of the coronary arteries.
        {"nnh", Word, {Head}},
        {"头", Inside, {Head}},
        {"颅", Inside, {Head}},
        {"脑", Inside, {Head}},
        {"neck", Inside, {Neck}},
        {"larynx", Inside, {Neck}},
        {"hals", Prefix, {Neck}},
        {"颈", Inside, {Neck}},
        {"chest", Inside, {Chest}},
        {"thora", Inside, {Chest}},
        {"lung", Prefix, {Chest}},
        {"pulmon", Prefix, {Chest}},
        {"mediastin", Inside, {Chest}},
        {"coronary", Word, {Chest}},
        {"heart", Prefix, {Chest}},
        {"cardiac", Inside, {Chest}},
        {"herz", Prefix, {Chest}},
        {"hrct", Word, {Chest}},
        {"胸", Inside, {Chest}},
        {"肺", Inside, {Chest}},
        {"abd", Inside, {Abdomen}},
        {"liver", Prefix, {Abdomen}},
        {"kidney", Prefix, {Abdomen}},
        {"renal", Word, {Abdomen}},
        {"pancrea", Inside, {Abdomen}},
        {"pankreas", Inside, {Abdomen}},
        {"leber", Prefix, {Abdomen}},
        {"niere", Inside, {Abdomen}},
        {"bauch", Inside, {Abdomen}},
        {"腹", Inside, {Abdomen}},
        {"肝", Inside, {Abdomen}},
        {"pelvi", Inside, {Pelvis}},
        {"pelv", Inside, {Pelvis}},
        {"becken", Inside, {Pelvis}},
        {"盆", Inside, {Pelvis}},
        {"spine", Inside, {Spine}},
        {"wirbels", Inside, {Spine}},
        {"hws", Word, {Spine}},
        {"bws", Word, {Spine}},
        {"lws", Word, {Spine}},
        {"脊", Inside, {Spine}},
        {"extremit", Inside, {Extremities}},
        {"knee", Prefix, {Extremities}},
        {"knie", Prefix, {Extremities}},
        {"ankle", Prefix, {Extremities}},
        {"shoulder", Prefix, {Extremities}},
        {"schulter", Prefix, {Extremities}},
        {"elbow", Prefix, {Extremities}},
        {"ellenbogen", Prefix, {Extremities}},
        {"wrist", Prefix, {Extremities}},
        {"hip", Word, {Extremities}},
        {"hüft", Prefix, {Extremities}},
        {"arm", Word, {Extremities}},
        {"leg", Word, {Extremities}},
        {"hand", Word, {Extremities}},
        {"foot", Word, {Extremities}},
        {"fuß", Word, {Extremities}},
        {"fuss", Word, {Extremities}},
        {"femur", Inside, {Extremities}},
        {"tibia", Inside, {Extremities}},
        {"四肢", Inside, {Extremities}},
        {"cap", Word, {Chest, Abdomen, Pelvis}},
        {"tap", Word, {Chest, Abdomen, Pelvis}},
        {"wholebody", Inside, {Head, Neck, Chest, Abdomen, Pelvis}},
        {"whole body", Inside, {Head, Neck, Chest, Abdomen, Pelvis}},
        {"ganzkörper", Inside, {Head, Neck, Chest, Abdomen, Pelvis}},
        {"ganzkoerper", Inside, {Head, Neck, Chest, Abdomen, Pelvis}},
        {"polytrauma", Inside, {Head, Neck, Chest, Abdomen, Pelvis}},
    };
    return all;
}

/// Part of a word: an ASCII letter or any byte of a character beyond ASCII.
bool isLetter(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || std::isalpha(byte);
}

bool occurs(const std::string& text, const Term& term)
{
    for (std::size_t at = text.find(term.text); at != std::string::npos;
         at = text.find(term.text, at + 1))
    {
        const bool begins = at == 0 || !isLetter(text[at - 1]);
        const std::size_t end = at + term.text.size();
        const bool ends = end == text.size() || !isLetter(text[end]);
        if (term.match == Match::Inside || (begins && (ends || term.match == Match::Prefix)))
            return true;
    }
    return false;
}

constexpr std::array<std::pair<BodyPart, std::string_view>, bodyParts.size()> ids{
    {{BodyPart::Head, "head"},
     {BodyPart::Neck, "neck"},
     {BodyPart::Chest, "chest"},
     {BodyPart::Abdomen, "abdomen"},
     {BodyPart::Pelvis, "pelvis"},
     {BodyPart::Spine, "spine"},
     {BodyPart::Extremities, "extremities"}}};

} // namespace

std::string_view bodyPartId(BodyPart part)
{
    return ids[static_cast<std::size_t>(part)].second;
}

std::optional<BodyPart> bodyPartFromId(std::string_view id)
{
    const auto* const found = std::ranges::find(ids, id, &decltype(ids)::value_type::second);
    return found == ids.end() ? std::nullopt : std::optional(found->first);
}

std::string foldedText(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t n = 0; n < text.size(); ++n) {
        const auto byte = static_cast<unsigned char>(text[n]);
        const auto before = n == 0 ? 0 : static_cast<unsigned char>(text[n - 1]);
        // U+00C0 to U+00DE in UTF-8 are C3 80 to C3 9E, 0x20 below their small letters.
        const bool latinCapital = before == 0xC3 && byte >= 0x80 && byte <= 0x9E && byte != 0x97;
        out += latinCapital  ? static_cast<char>(byte + 0x20)
               : byte < 0x80 ? static_cast<char>(std::tolower(byte))
                             : text[n];
    }
    return out;
}

std::set<BodyPart> bodyPartsIn(std::string_view text)
{
    std::string folded = foldedText(text);
    std::ranges::replace(folded, '_', ' ');
    std::set<BodyPart> found;
    for (const Term& term : terms()) {
        if (occurs(folded, term))
            found.insert(term.parts.begin(), term.parts.end());
    }
    // A cervical spine is asked for as a spine, whatever the words before it are.
    const bool spine = found.contains(BodyPart::Spine) && folded.find("spine") != std::string::npos;
    const bool joined = folded.find("tspine") != std::string::npos ||
                        folded.find("thoracic spine") != std::string::npos;
    if (spine && joined)
        found.erase(BodyPart::Chest);
    return found;
}

std::set<BodyPart> bodyPartsOf(const StudyRecord& study, const SeriesRecord& series)
{
    for (const std::string* text : {&series.bodyPart, &series.description, &study.description}) {
        if (auto found = bodyPartsIn(*text); !found.empty())
            return found;
    }
    return {};
}

} // namespace fovea
