#include "model/phantom/PhrasesOfOrgans.h"

#include "model/phantom/PhrasesOfPlace.h"

#include <algorithm>
#include <span>
#include <utility>

namespace fovea {

namespace {

const OrganPhrases* named(std::span<const OrganPhrases> all, std::string_view id)
{
    const auto found = std::ranges::find(all, id, &OrganPhrases::id);
    return found == all.end() ? nullptr : &*found;
}

std::string sentence(std::string_view alternatives, const PhrasesGrammar& grammar,
                     const PhraseValues& values = {})
{
    return grammar.write("{" + std::string(alternatives) + "}.", values);
}

} // namespace

std::string normalSentence(std::string_view anatomyId, const PhraseBook& book,
                           const PhrasesGrammar& grammar)
{
    const OrganPhrases* words = named(book.normals, anatomyId);
    return words == nullptr ? std::string() : sentence(words->pattern, grammar);
}

std::string_view organOfVariant(std::string_view variantId, const PhraseBook& book)
{
    const OrganPhrases* words = named(book.variants, variantId);
    return words == nullptr ? std::string_view() : words->organ;
}

std::string variantSentence(const NormalVariant& variant, const PhraseBook& book,
                            const PhrasesGrammar& grammar)
{
    const OrganPhrases* words = named(book.variants, variant.id);
    if (words == nullptr)
        return {};
    const std::vector<FindingSite> sites{variant.site};
    PhraseValues values{{"l", commonSide(sites) == Side::None ? "" : sideAdjective(sites)},
                        {"z", length(variant.site.millimetres)}};
    const bool placed = variant.site.structure != 0 || variant.site.side != Side::None;
    values["p"] = !placed                          ? ""
                  : variant.id == "pleural_plaque" ? pleuralPlace(sites)
                                                   : shortLungPlace(sites);
    values["P"] = placed ? ", $p" : "";
    return sentence(words->pattern, grammar, values);
}

OtherOrgans otherOrgans(const PhantomTruth& truth, const PhraseBook& book,
                        const PhrasesGrammar& grammar)
{
    OtherOrgans said;
    said.technique = sentence(truth.contrast ? book.enhanced : book.unenhanced, grammar);
    for (const auto& [organ, pattern] :
         {std::pair{&said.airways, book.airways}, std::pair{&said.mediastinum, book.mediastinum},
          std::pair{&said.abdomen, book.abdomen}, std::pair{&said.bones, book.bones}})
    {
        if (grammar.chance(0.8))
            *organ = sentence(pattern, grammar);
    }
    return said;
}

std::string normalImpression(const PhraseBook& book, const PhrasesGrammar& grammar)
{
    return sentence(book.normalImpression, grammar);
}

} // namespace fovea
