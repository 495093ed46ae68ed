#include "model/phantom/PhrasesOfFinding.h"

#include "model/phantom/PhrasesOfPlace.h"
#include "model/phantom/PhrasesTables.h"

#include <algorithm>
#include <array>

namespace fovea {

namespace {

const FindingPhrases* phrasesOf(std::string_view id, const PhraseBook& book)
{
    const auto all = book.findings;
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

std::string_view grade(PhraseGrading grading, double severity, const PhraseBook& book)
{
    switch (grading) {
    case PhraseGrading::None:
        return {};
    case PhraseGrading::Degree:
        return book.degree[step(severity)];
    case PhraseGrading::Extent:
        return book.extent[step(severity)];
    case PhraseGrading::Amount:
        return book.amount[step(severity)];
    case PhraseGrading::Size:
        return book.size[step(severity)];
    }
    return {};
}

bool inPleura(std::string_view findingId)
{
    return findingId == "pleural_effusion" || findingId == "pneumothorax";
}

bool severalNodules(const ShownFinding& finding)
{
    return finding.findingId == "lung_nodule" && finding.sites.size() > 1;
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

PhraseValues valuesOf(const ShownFinding& finding, const FindingPhrases& phrases,
                      const PhraseBook& book)
{
    const bool pleural = inPleura(finding.findingId);
    const bool inLung = finding.anatomyId == "lung";
    const Side side = commonSide(finding.sites);
    const float mm = finding.sites.empty() ? 0 : finding.sites.front().millimetres;
    PhraseValues values;
    values["g"] = grade(phrases.grading, finding.severity, book);
    values["h"] = book.adverb[step(finding.severity)];
    values["f"] = book.fluid[step(finding.severity)];
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

/// What needs a comma or a colon where the value is something.
void punctuate(PhraseValues& values)
{
    const auto after = [&values](const char* to, const char* from) {
        values[to] = values[from].empty() ? std::string() : std::string(", $") + from;
    };
    after("G", "g");
    after("P", "p");
    after("Q", "q");
    values["L"] = values["p"].empty() ? "" : "$p: ";
}

/// Which of several nodules, and how many.
void countNodules(PhraseValues& values, const ShownFinding& finding, const PhraseBook& book)
{
    static constexpr std::array<const char*, 2> Counts{"two", "three"};
    const std::size_t count = finding.sites.size();
    values["c"] = count < 4 ? std::string_view(Counts[count - 2]) : book.nodulesMany;
    if (finding.sites.front().millimetres > 0) {
        values["m"] = book.nodulesLargest;
        values["r"] = shortLungPlace({finding.sites.front()});
    }
}

/// Sentences with a noun in each of its numbers.
std::vector<std::string> framesOf(const FindingPhrases& phrases, std::string_view kind,
                                  const PhraseBook& book)
{
    std::vector<std::string> frames;
    const auto add = [&frames](std::string_view nouns, std::string_view frame) {
        if (nouns.empty())
            return;
        std::string text(frame);
        for (auto at = text.find("$n"); at != std::string::npos; at = text.find("$n"))
            text.replace(at, 2, choice(nouns));
        frames.push_back(text);
    };
    const auto addAll = [&](std::string_view mass, std::string_view one, std::string_view many) {
        add(mass, book.mass);
        add(one, book.one);
        add(many, book.many);
    };
    addAll(phrases.mass, phrases.one, phrases.many);
    for (const KindPhrases& k : book.kinds) {
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

std::vector<WritableFinding> writableFindings(ReportStyle style)
{
    std::vector<WritableFinding> list;
    for (const FindingPhrases& f : phraseBook(style).findings)
        list.push_back({f.anatomyId, f.findingId});
    return list;
}

std::string findingSentence(const ShownFinding& finding, const PhraseBook& book,
                            const PhrasesGrammar& grammar)
{
    const FindingPhrases* phrases = phrasesOf(finding.findingId, book);
    if (phrases == nullptr)
        return {};
    const bool several = severalNodules(finding);
    if (grammar.chance(0.2))
        return grammar.write((several ? std::string(book.nodulesBare) : choice(phrases->bare)) +
                             ".");
    PhraseValues values = valuesOf(finding, *phrases, book);
    if (several) {
        countNodules(values, finding, book);
        punctuate(values);
        return grammar.write(std::string(book.nodules) + ".", values);
    }
    std::vector<std::string> frames = framesOf(*phrases, finding.kind, book);
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
    punctuate(values);
    return grammar.write(pattern + ".", values);
}

std::string findingName(const ShownFinding& finding, const PhraseBook& book,
                        const PhrasesGrammar& grammar)
{
    if (severalNodules(finding))
        return grammar.write(std::string(book.nodulesName) + ".");
    const FindingPhrases* phrases = phrasesOf(finding.findingId, book);
    return phrases == nullptr ? std::string() : grammar.write(choice(phrases->name) + ".");
}

std::string impressionItem(const ShownFinding& finding, const PhraseBook& book,
                           const PhrasesGrammar& grammar)
{
    const FindingPhrases* phrases = phrasesOf(finding.findingId, book);
    if (phrases == nullptr)
        return {};
    PhraseValues values = valuesOf(finding, *phrases, book);
    values["n"] = choice(phrases->name);
    punctuate(values);
    std::string_view item = inPleura(finding.findingId) ? book.pleuralItem : book.item;
    if (finding.findingId == "lung_nodule") {
        item = severalNodules(finding) ? book.nodulesItem : book.noduleItem;
        if (values.contains("z"))
            values["m"] = book.nodulesItemLargest;
    }
    return grammar.write(std::string(item) + ".", values);
}

std::string negationSentence(const std::vector<std::string_view>& findingIds,
                             const PhraseBook& book, const PhrasesGrammar& grammar)
{
    std::string first;
    std::string second;
    for (const std::string_view id : findingIds) {
        const FindingPhrases* phrases = phrasesOf(id, book);
        if (phrases != nullptr)
            (first.empty() ? first : second) = choice(phrases->negated);
    }
    if (first.empty())
        return {};
    const PhraseValues values{{"a", first}, {"b", second}};
    return grammar.write(std::string(second.empty() ? book.negatedOne : book.negatedTwo) + ".",
                         values);
}

} // namespace fovea
