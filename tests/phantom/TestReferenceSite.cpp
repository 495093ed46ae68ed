#include "model/phantom/PhantomSource.h"

#include <cstdint>
#include <gtest/gtest.h>
#include <span>
#include <string>

// Models that are in use were trained on the phantoms of the reference: those stay what they were,
// whatever other sites learn to do.

using namespace fovea;

namespace {

/// FNV-1a (Fowler, Noll, Vo; RFC 9923), 64 bits.
class Fingerprint {
public:
    void add(std::uint64_t value)
    {
        for (int shift = 0; shift < 64; shift += 8)
            addByte(static_cast<unsigned char>(value >> shift));
    }
    void add(const std::string& text)
    {
        for (const char c : text)
            addByte(static_cast<unsigned char>(c));
        addByte(0);
    }
    template <typename T> void add(std::span<const T> values)
    {
        for (const T value : values)
            add(static_cast<std::uint64_t>(value));
    }
    std::uint64_t value() const { return m_value; }

private:
    void addByte(unsigned char byte) { m_value = (m_value ^ byte) * 0x100000001B3ULL; }

    std::uint64_t m_value = 0xCBF29CE484222325ULL;
};

std::uint64_t imageOf(const Phantom& phantom)
{
    Fingerprint print;
    print.add(phantom.volume->voxels());
    print.add(phantom.labels->labels());
    return print.value();
}

void addSites(Fingerprint& print, const std::vector<FindingSite>& sites)
{
    for (const FindingSite& site : sites) {
        print.add(site.structure);
        print.add(static_cast<std::uint64_t>(site.side));
        print.add(static_cast<std::uint64_t>(site.millimetres * 1000));
    }
}

std::uint64_t wordsOf(const Phantom& phantom)
{
    Fingerprint print;
    for (const ShownFinding& finding : phantom.truth.findings) {
        print.add(finding.anatomyId + finding.findingId + finding.kind);
        print.add(static_cast<std::uint64_t>(finding.severity * 1e6));
        addSites(print, finding.sites);
    }
    for (const NormalVariant& variant : phantom.truth.variants) {
        print.add(variant.id);
        addSites(print, {variant.site});
    }
    print.add(phantom.report.text);
    for (const LabelledStudy::Region& region : labelledStudy(phantom).regions) {
        print.add(region.anatomyId);
        print.add(region.text);
        for (const std::string& text : region.rewordings)
            print.add(text);
        for (const FindingStatement& statement : region.statements) {
            print.add(statement.findingId);
            print.add(statement.present ? 1 : 0);
            for (const std::string& text : statement.wordings)
                print.add(text);
        }
    }
    return print.value();
}

struct Known {
    std::uint64_t seed;
    std::uint64_t image;
    std::uint64_t words;
};

class ReferenceSite : public testing::TestWithParam<Known> {};

TEST_P(ReferenceSite, isWhatModelsWereTrainedOn)
{
    const Known& known = GetParam();
    const Result<Phantom> phantom = makePhantom(known.seed, {{88, 70, 38}, {4, 4, 8}}, {});
    ASSERT_TRUE(phantom.ok());
    EXPECT_EQ(imageOf(*phantom), known.image);
    EXPECT_EQ(wordsOf(*phantom), known.words);
}

INSTANTIATE_TEST_SUITE_P(
    Seeds, ReferenceSite,
    testing::Values(Known{1, 3039085243785158829ULL, 4046839946070446801ULL},
                    Known{7, 17500945070114416025ULL, 718690528754159707ULL},
                    Known{42, 10095243797249423851ULL, 13798278446416298227ULL},
                    Known{2026, 1560625403315024641ULL, 4477991976684960199ULL},
                    Known{1000003, 3065002684731898140ULL, 5606411211586073480ULL},
                    Known{4000001, 16896354644241913410ULL, 8180881409750883293ULL}),
    [](const auto& info) { return std::to_string(info.param.seed); });

TEST(ReferenceSites, areAllTheSame)
{
    Fingerprint images, words;
    for (std::uint64_t seed = 100; seed < 140; ++seed) {
        const Result<Phantom> phantom = makePhantom(seed, {{44, 35, 19}, {8, 8, 16}}, {});
        ASSERT_TRUE(phantom.ok());
        images.add(imageOf(*phantom));
        words.add(wordsOf(*phantom));
    }
    EXPECT_EQ(images.value(), 10850675296836657885ULL);
    EXPECT_EQ(words.value(), 13858842422588526509ULL);
}

} // namespace
