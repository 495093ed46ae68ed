#include "model/phantom/ReportWriter.h"

#include "model/phantom/PhrasesOfFinding.h"
#include "model/phantom/PhrasesOfOrgans.h"

#include <algorithm>
#include <string_view>

namespace fovea {

namespace {

using Sentences = std::vector<std::string>;

void append(std::string& text, const std::string& sentence)
{
    if (!sentence.empty())
        text += (text.empty() ? "" : " ") + sentence;
}

std::string joined(const Sentences& sentences)
{
    std::string text;
    for (const std::string& sentence : sentences)
        append(text, sentence);
    return text;
}

class Writer {
public:
    explicit Writer(const PhantomTruth& truth)
        : m_truth(truth)
        , m_book(phraseBook(truth.style))
        , m_writable(writableFindings(truth.style))
        , m_random(truth.seed, "report")
        , m_grammar(m_random)
    {
    }

    PhantomReport write()
    {
        PhantomReport report;
        for (const std::string_view id : m_book.anatomies)
            report.regions.push_back({std::string(id), regionText(id)});
        report.text = wholeText(report.regions);
        return report;
    }

private:
    std::vector<const ShownFinding*> shownIn(std::string_view anatomyId) const
    {
        std::vector<const ShownFinding*> shown;
        for (const WritableFinding& writable : m_writable) {
            const auto found =
                std::ranges::find(m_truth.findings, writable.findingId, &ShownFinding::findingId);
            if (writable.anatomyId == anatomyId && found != m_truth.findings.end())
                shown.push_back(&*found);
        }
        return shown;
    }

    /// What may be said to be absent: what is, and is not contradicted by the kind of another.
    std::vector<std::string_view> absentIn(std::string_view anatomyId) const
    {
        const auto subsolid = std::ranges::any_of(m_truth.findings, [](const ShownFinding& f) {
            return f.kind == "ground_glass" || f.kind == "part_solid";
        });
        std::vector<std::string_view> absent;
        for (const WritableFinding& writable : m_writable) {
            const bool shown =
                std::ranges::find(m_truth.findings, writable.findingId, &ShownFinding::findingId) !=
                m_truth.findings.end();
            const bool blurred = subsolid && writable.findingId == "lung_opacity";
            if (writable.anatomyId == anatomyId && !shown && !blurred)
                absent.push_back(writable.findingId);
        }
        return absent;
    }

    template <typename T> void shuffle(std::vector<T>& items)
    {
        for (std::size_t n = items.size(); n > 1; --n)
            std::swap(items[n - 1], items[m_random.index(n)]);
    }

    /// One or two sentences about absent findings, or none where all are present.
    Sentences negations(std::string_view anatomyId, std::size_t most)
    {
        std::vector<std::string_view> absent = absentIn(anatomyId);
        shuffle(absent);
        absent.resize(std::min(absent.size(), most));
        Sentences said;
        for (std::size_t n = 0; n < absent.size();) {
            const std::size_t count = n + 1 < absent.size() && m_random.chance(0.4) ? 2 : 1;
            said.push_back(negationSentence(
                {absent.begin() + std::ptrdiff_t(n), absent.begin() + std::ptrdiff_t(n + count)},
                m_book, m_grammar));
            n += count;
        }
        return said;
    }

    Sentences variants(std::string_view organ)
    {
        Sentences said;
        for (const NormalVariant& variant : m_truth.variants) {
            if (organOfVariant(variant.id, m_book) == organ && m_random.chance(0.5))
                said.push_back(variantSentence(variant, m_book, m_grammar));
        }
        return said;
    }

    std::string regionText(std::string_view id)
    {
        const std::vector<const ShownFinding*> shown = shownIn(id);
        Sentences besides = variants(id);
        if (shown.empty()) {
            const double kind = m_random.uniform();
            if (kind > 0.65)
                besides.insert(besides.end(), 1, normalOr(id, besides.empty()));
            else if (kind > 0.35)
                for (std::string& one : negations(id, 1 + m_random.index(3)))
                    besides.push_back(std::move(one));
            return fitted({}, {}, besides);
        }
        if (m_random.chance(0.4)) {
            for (std::string& one : negations(id, 1 + m_random.index(2)))
                besides.push_back(std::move(one));
        }
        Sentences told;
        Sentences names;
        for (const ShownFinding* finding : shown) {
            told.push_back(findingSentence(*finding, m_book, m_grammar));
            names.push_back(findingName(*finding, m_book, m_grammar));
        }
        return fitted(told, names, besides);
    }

    /// That all is normal; with a variant told, what is not there instead.
    std::string normalOr(std::string_view id, bool plain)
    {
        if (plain)
            return normalSentence(id, m_book, m_grammar);
        const Sentences said = negations(id, 1);
        return said.empty() ? std::string() : said.front();
    }

    /// In any order, within the limit: negations go first, then long sentences become names.
    std::string fitted(Sentences told, const Sentences& names, Sentences besides)
    {
        const auto total = [&] {
            return phraseLength(joined(told)) + phraseLength(joined(besides));
        };
        while (total() > LongestRegionText && !besides.empty())
            besides.pop_back();
        while (total() > LongestRegionText) {
            std::size_t longest = told.size();
            int gain = 0;
            for (std::size_t n = 0; n < told.size(); ++n) {
                if (const int g = phraseLength(told[n]) - phraseLength(names[n]); g > gain) {
                    gain = g;
                    longest = n;
                }
            }
            if (longest == told.size())
                break;
            told[longest] = names[longest];
        }
        shuffle(told);
        told.insert(told.end(), besides.begin(), besides.end());
        return joined(told);
    }

    std::string wholeText(const std::vector<PhantomRegionText>& regions)
    {
        OtherOrgans others = otherOrgans(m_truth, m_book, m_grammar);
        for (const std::string& one : variants("mediastinum"))
            append(others.mediastinum, one);
        for (const std::string& one : variants("bones"))
            append(others.bones, one);

        std::string text;
        if (m_truth.ageYears > 0) {
            const PhraseValues who{{"y", std::to_string(m_truth.ageYears)},
                                   {"x", m_truth.female ? "woman" : "man"}};
            text += std::string(m_book.patientHeading) + ": " +
                    m_grammar.write(std::string(m_book.patient) + ".", who) + "\n";
        }
        text += std::string(m_book.techniqueHeading) + ": " + others.technique + "\n\n";
        const std::size_t spelling = m_random.chance(0.7) ? 0 : 1;
        text += std::string(m_book.findingsHeading[spelling]) + ":\n";
        std::string paragraphs;
        for (const ReportParagraph& paragraph : m_book.paragraphs) {
            const std::string said = contentOf(paragraph.content, regions, others);
            if (!said.empty())
                paragraphs += std::string(paragraph.label) + said + "\n";
        }
        text += paragraphs.empty() ? std::string(m_book.nothing) + "\n" : paragraphs;
        text += "\n" + std::string(m_book.impressionHeading[spelling]) + ":\n";
        return text + impression();
    }

    static std::string contentOf(std::string_view content,
                                 const std::vector<PhantomRegionText>& regions,
                                 const OtherOrgans& others)
    {
        const auto region = std::ranges::find(regions, content, &PhantomRegionText::anatomyId);
        if (region != regions.end())
            return region->text;
        return content == "airways"       ? others.airways
               : content == "mediastinum" ? others.mediastinum
               : content == "abdomen"     ? others.abdomen
                                          : others.bones;
    }

    std::string impression()
    {
        std::vector<const ShownFinding*> shown;
        for (const std::string_view id : m_book.anatomies) {
            for (const ShownFinding* finding : shownIn(id))
                shown.push_back(finding);
        }
        if (shown.empty())
            return normalImpression(m_book, m_grammar) + "\n";
        std::ranges::stable_sort(shown, std::greater(), &ShownFinding::severity);
        std::string text;
        const bool numbered = shown.size() > 1 && m_random.chance(0.6);
        for (std::size_t n = 0; n < shown.size(); ++n)
            text += (numbered ? std::to_string(n + 1) + ". " : std::string(m_book.unnumbered)) +
                    impressionItem(*shown[n], m_book, m_grammar) + "\n";
        return text;
    }

    const PhantomTruth& m_truth;
    const PhraseBook& m_book;
    const std::vector<WritableFinding> m_writable;
    CounterRandom m_random;
    PhrasesGrammar m_grammar;
};

} // namespace

PhantomReport writeReport(const PhantomTruth& truth)
{
    return Writer(truth).write();
}

} // namespace fovea
