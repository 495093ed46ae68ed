#include "model/phantom/PhrasesOfFinding.h"

#include "model/phantom/PhrasesOfPlace.h"
#include "model/phantom/PhrasesTables.h"

#include <algorithm>
#include <array>

namespace fovea {

namespace {

const std::string Seen = "{seen|noted|observed|present|identified}";

const FindingPhrases* phrasesOf(std::string_view id)
{
    const auto all = findingPhrases();
    const auto found = std::ranges::find(all, id, &FindingPhrases::findingId);
    return found == all.end() ? nullptr : &*found;
}

std::string choice(std::string_view alternatives)
{
    return "{" + std::string(alternatives) + "}";
}

std::size_t step(double severity)
{
    return severity < ModerateSeverity ? 0 : (severity < SevereSeverity ? 1 : 2);
}

std::string grade(PhraseGrading grading, double severity)
{
    using Words = std::array<const char*, 3>;
    static constexpr Words Degree{"{mild|mild|minimal|slight}", "moderate", "{severe|marked}"};
    static constexpr Words Extent{"{mild|minimal|limited}", "moderate", "{extensive|marked}"};
    static constexpr Words Amount{"{small|small|minimal|trace}", "moderate", "large"};
    static constexpr Words Size{"small", "{moderate|moderate-sized}", "large"};
    switch (grading) {
    case PhraseGrading::None:
        return {};
    case PhraseGrading::Degree:
        return Degree[step(severity)];
    case PhraseGrading::Extent:
        return Extent[step(severity)];
    case PhraseGrading::Amount:
        return Amount[step(severity)];
    case PhraseGrading::Size:
        return Size[step(severity)];
    }
    return {};
}

/// "mildly enlarged": of what is said with an adjective.
std::string adverb(double severity)
{
    static constexpr std::array<const char*, 3> Words{"{mildly|slightly}", "moderately",
                                                      "{severely|markedly}"};
    return Words[step(severity)];
}

std::string fluidAmount(double severity)
{
    static constexpr std::array<const char*, 3> Words{"{a small amount of|minimal|a trace of}",
                                                      "a moderate amount of", "a large amount of"};
    return Words[step(severity)];
}

bool severalNodules(const ShownFinding& finding)
{
    return finding.findingId == "lung_nodule" && finding.sites.size() > 1;
}

const std::string BareNodules =
    "{lung nodules|pulmonary nodules|there are lung nodules|nodules are seen in the lungs}.";

std::string nodulePlural(const ShownFinding& finding)
{
    static constexpr std::array<const char*, 2> Counts{"two", "three"};
    const std::size_t count = finding.sites.size();
    const std::string many = count < 4 ? Counts[count - 2] : "{several|multiple|a few}";
    const std::string verb = "are {seen|noted|observed|present}";
    const std::string nouns = many + " $k {nodules|pulmonary nodules|lung nodules}";
    const std::string largest = finding.sites.front().millimetres > 0
                                    ? "{|, the largest {measuring|of} $z|, the largest $z " +
                                          shortLungPlace({finding.sites.front()}) + "}"
                                    : "";
    return "{" + nouns + " $q" + largest + "|" + nouns + " " + verb + " $q" + largest +
           "|there are " + nouns + " $q" + largest + "|$k {nodules|pulmonary nodules} $q" +
           largest + "}";
}

std::string noduleAdjective(std::string_view kind)
{
    if (kind == "solid")
        return "{|solid}";
    if (kind == "spiculated")
        return "spiculated";
    if (kind == "part_solid")
        return "{part-solid|subsolid}";
    if (kind == "ground_glass")
        return "{ground-glass|nonsolid}";
    return kind == "calcified" ? "{calcified|densely calcified}" : "";
}

PhraseValues valuesOf(const ShownFinding& finding, const FindingPhrases& phrases)
{
    const bool pleural = finding.findingId == "pleural_effusion";
    const bool inLung = finding.anatomyId == "lung";
    const Side side = commonSide(finding.sites);
    const float mm = finding.sites.empty() ? 0 : finding.sites.front().millimetres;
    PhraseValues values;
    values["g"] = grade(phrases.grading, finding.severity);
    values["h"] = adverb(finding.severity);
    values["f"] = fluidAmount(finding.severity);
    values["k"] = noduleAdjective(finding.kind);
    if (inLung) {
        values["p"] = pleural ? pleuralPlace(finding.sites) : lungPlace(finding.sites);
        values["q"] = pleural ? pleuralPlace(finding.sites) : shortLungPlace(finding.sites);
        const std::string& where = values["q"];
        // "involving the right lower lobe"
        values["w"] = where.starts_with("in the ") ? "the " + where.substr(7) : "both lungs";
        values["l"] = sideAdjective(finding.sites);
        values["v"] =
            side == Side::None
                ? (values["l"].empty() ? "the pleural space" : "both pleural spaces")
                : (side == Side::Left ? "the left pleural space" : "the right pleural space");
    }
    if (mm > 0) {
        values["z"] = length(mm);
        values["s"] = "{measuring|measuring up to|up to} $z";
    }
    return values;
}

/// Sentences with a noun in each of its numbers.
std::vector<std::string> framesOf(const FindingPhrases& phrases, std::string_view kind)
{
    std::vector<std::string> frames;
    const auto add = [&frames](std::string_view nouns, const std::string& frame) {
        if (nouns.empty())
            return;
        std::string text = frame;
        for (auto at = text.find("$n"); at != std::string::npos; at = text.find("$n"))
            text.replace(at, 2, choice(nouns));
        frames.push_back(text);
    };
    const auto addAll = [&add](std::string_view mass, std::string_view one, std::string_view many) {
        add(mass, "{$g $n $p|$g $n $p|$g $n is " + Seen +
                      " $p|there is $g $n $p|note is made of $g $n $q}");
        add(one, "{@ $g $n $p|$g $n $p|@ $g $n is " + Seen +
                     " $p|there is @ $g $n $p|note is made of @ $g $n $q}");
        add(many, "{$n $p|$n $p|$n are " + Seen + " $p|there are $n $p}");
    };
    addAll(phrases.mass, phrases.one, phrases.many);
    for (const KindPhrases& k : kindPhrases()) {
        if (k.findingId == phrases.findingId && k.kind == kind)
            addAll(k.mass, k.one, k.many);
    }
    return frames;
}

/// The alternatives of a list, without those that need a length where there is none.
std::vector<std::string> sayable(std::string_view list, bool measured)
{
    std::vector<std::string> patterns;
    int depth = 0;
    std::size_t begin = 0;
    for (std::size_t n = 0; n <= list.size(); ++n) {
        const char c = n < list.size() ? list[n] : '|';
        depth += c == '{' ? 1 : 0;
        depth -= c == '}' ? 1 : 0;
        if (c != '|' || depth > 0)
            continue;
        const std::string one(list.substr(begin, n - begin));
        begin = n + 1;
        if (measured || one.find("$z") == std::string::npos)
            patterns.push_back(one);
    }
    return patterns;
}

} // namespace

const std::vector<WritableFinding>& writableFindings()
{
    static const std::vector<WritableFinding> all = [] {
        std::vector<WritableFinding> list;
        for (const FindingPhrases& f : findingPhrases())
            list.push_back({f.anatomyId, f.findingId});
        return list;
    }();
    return all;
}

std::string findingSentence(const ShownFinding& finding, const PhrasesGrammar& grammar)
{
    const FindingPhrases* phrases = phrasesOf(finding.findingId);
    if (phrases == nullptr)
        return {};
    const bool several = severalNodules(finding);
    if (grammar.chance(0.2))
        return grammar.write(several ? BareNodules : choice(phrases->bare) + ".");
    PhraseValues values = valuesOf(finding, *phrases);
    if (several)
        return grammar.write(nodulePlural(finding) + ".", values);
    std::vector<std::string> frames = framesOf(*phrases, finding.kind);
    frames.emplace_back(); // its own
    const std::size_t at = grammar.index(frames.size());
    std::string pattern = frames[at];
    if (at + 1 == frames.size()) {
        // A pattern that needs a length is no sentence without one.
        const std::vector<std::string> own = sayable(phrases->own, values.contains("z"));
        pattern = own.empty() ? choice(phrases->bare) : own[grammar.index(own.size())];
    }
    if (grammar.chance(0.3))
        values["g"] = values["h"] = {};
    if (grammar.chance(0.25))
        values["s"].clear();
    return grammar.write(pattern + ".", values);
}

std::string findingName(const ShownFinding& finding, const PhrasesGrammar& grammar)
{
    if (severalNodules(finding))
        return grammar.write("{pulmonary|lung} nodules.");
    const FindingPhrases* phrases = phrasesOf(finding.findingId);
    return phrases == nullptr ? std::string() : grammar.write(choice(phrases->name) + ".");
}

std::string impressionItem(const ShownFinding& finding, const PhrasesGrammar& grammar)
{
    const FindingPhrases* phrases = phrasesOf(finding.findingId);
    if (phrases == nullptr)
        return {};
    const PhraseValues values = valuesOf(finding, *phrases);
    const std::string name = choice(phrases->name);
    if (finding.findingId == "lung_nodule") {
        const bool several = severalNodules(finding);
        const std::string largest = values.contains("z") ? "{|, the largest $z}" : "";
        return grammar.write(several ? "{|multiple} $k {pulmonary|lung} nodules $q" + largest + "."
                                     : "{$z|} $k " + name + " $q.",
                             values);
    }
    if (finding.findingId == "pleural_effusion")
        return grammar.write("{$g|} {$l pleural effusion|pleural effusion $p}.", values);
    return grammar.write("{$g|} " + name + " $q.", values);
}

std::string negationSentence(const std::vector<std::string_view>& findingIds,
                             const PhrasesGrammar& grammar)
{
    std::string first;
    std::string second;
    for (const std::string_view id : findingIds) {
        const FindingPhrases* phrases = phrasesOf(id);
        if (phrases != nullptr)
            (first.empty() ? first : second) = choice(phrases->negated);
    }
    if (first.empty())
        return {};
    PhraseValues values{{"a", first}, {"b", second}};
    if (second.empty())
        return grammar.write("{no $a|no $a|no $a|there is no $a|there is no $a|"
                             "no $a is {seen|observed|present|identified}|no evidence of $a|"
                             "$a is {not seen|not observed|not present|absent}|"
                             "{without|without evidence of|negative for} $a}.",
                             values);
    return grammar.write("{no $a or $b|no $a or $b|there is no $a or $b|no $a or $b is seen|"
                         "neither $a nor $b is seen|no evidence of $a or $b}.",
                         values);
}

} // namespace fovea
