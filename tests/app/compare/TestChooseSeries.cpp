#include "app/compare/chooseSeries.h"
#include "app/compare/kernelSharpness.h"
#include "app/hanging/BodyPart.h"

#include <gtest/gtest.h>

namespace fovea {
namespace {

/// A one millimetre chest CT of study 1, of 1 June 2024.
PatientSeries openSeries()
{
    PatientSeries open;
    open.study.id = 1;
    open.study.date = "20240601";
    open.study.time = "120000";
    open.series.id = 100;
    open.series.modality = "CT";
    open.series.bodyPart = "CHEST";
    open.series.convolutionKernel = "Br40d";
    open.series.sliceCount = 300;
    open.series.spacingMm = {0.7, 0.7, 1.0};
    return open;
}

PatientSeries prior(std::int64_t study, const char* date, double sliceMm = 1.0)
{
    PatientSeries one = openSeries();
    one.study.id = study;
    one.study.date = date;
    one.series.id = study * 100;
    one.series.spacingMm[2] = sliceMm;
    return one;
}

struct Case {
    const char* name;
    std::vector<PatientSeries> candidates;
    std::optional<std::size_t> wanted;
    NoPrior whyNot = NoPrior::NoOtherStudy;
};

std::vector<Case> cases()
{
    const auto with = [](PatientSeries one, auto change) {
        change(one);
        return one;
    };
    return {
        {"nothing else", {}, {}, NoPrior::NoOtherStudy},
        {"only the study itself", {prior(1, "20240101")}, {}, NoPrior::NoOtherStudy},
        {"the most recent", {prior(2, "20220101"), prior(3, "20240101"), prior(4, "20230101")}, 1},
        {"later ones are no prior", {prior(2, "20240801")}, {}, NoPrior::NoneEarlier},
        {"the same moment is no prior", {prior(2, "20240601")}, {}, NoPrior::NoneEarlier},
        {"earlier on the same day",
         {with(prior(2, "20240601"), [](auto& p) { p.study.time = "080000"; })},
         0},
        {"undated", {prior(2, "")}, {}, NoPrior::NoneEarlier},
        {"another modality",
         {with(prior(2, "20240101"), [](auto& p) { p.series.modality = "PT"; })},
         {},
         NoPrior::OtherModality},
        {"another body part",
         {with(prior(2, "20240101"), [](auto& p) { p.series.bodyPart = "HEAD"; })},
         {},
         NoPrior::OtherBodyPart},
        {"a localizer",
         {with(prior(2, "20240101"), [](auto& p) { p.series.sliceCount = 2; })},
         {},
         NoPrior::NoVolume},
        {"the reason nearest to a prior",
         {prior(2, "20240801"),
          with(prior(3, "20240101"), [](auto& p) { p.series.bodyPart = "HEAD"; }),
          with(prior(4, "20240101"), [](auto& p) { p.series.modality = "MR"; })},
         {},
         NoPrior::OtherBodyPart},
        {"the body part known before a newer unknown one",
         {with(prior(2, "20240501"), [](auto& p) { p.series.bodyPart = ""; }),
          prior(3, "20230101")},
         1},
        {"unknown rather than none",
         {with(prior(2, "20240501"), [](auto& p) { p.series.bodyPart = ""; })},
         0},
        {"the newer study before the thinner slices",
         {prior(2, "20230101", 1.0), prior(3, "20240101", 5.0)},
         1},
        {"the nearest slice distance of a study",
         {prior(2, "20240101", 5.0), prior(2, "20240101", 1.25), prior(2, "20240101", 0.5)},
         1},
        {"the same kernel",
         {with(prior(2, "20240101"), [](auto& p) { p.series.convolutionKernel = "Br59d"; }),
          with(prior(2, "20240101"), [](auto& p) { p.series.convolutionKernel = "Br36d"; }),
          with(prior(2, "20240101"), [](auto& p) { p.series.convolutionKernel = "Bl57d"; })},
         1},
        {"a little thicker of the same kernel before a sharp one",
         {with(prior(2, "20240101", 1.0), [](auto& p) { p.series.convolutionKernel = "LUNG"; }),
          prior(2, "20240101", 1.5)},
         1},
        {"axial before coronal",
         {with(prior(2, "20240101"), [](auto& p) { p.series.columnDirection = {0, 0, -1}; }),
          prior(2, "20240101", 5.0)},
         1},
        {"more slices",
         {with(prior(2, "20240101"), [](auto& p) { p.series.sliceCount = 40; }),
          prior(2, "20240101")},
         1},
    };
}

TEST(ChooseSeries, TakesTheMostComparableEarlierOne)
{
    for (const Case& one : cases()) {
        SCOPED_TRACE(one.name);
        const PriorChoice choice = chooseSeries(openSeries(), one.candidates);
        EXPECT_EQ(choice.index, one.wanted);
        if (!one.wanted) {
            EXPECT_EQ(choice.whyNot, one.whyNot);
            EXPECT_EQ(choice.comparableStudies, 0u);
        }
    }
}

TEST(ChooseSeries, SaysHowManyStudiesWouldDo)
{
    const PriorChoice choice =
        chooseSeries(openSeries(), {prior(2, "20230101"), prior(2, "20230101", 5), prior(3, "2024"),
                                    prior(4, "20220101")});
    EXPECT_EQ(choice.comparableStudies, 2u) << "a study counts once, one without a date never";
}

TEST(ChooseSeries, NeedsTheDateOfTheOpenStudy)
{
    PatientSeries open = openSeries();
    open.study.date.clear();
    const PriorChoice choice = chooseSeries(open, {prior(2, "20230101")});
    EXPECT_FALSE(choice.index);
    EXPECT_EQ(choice.whyNot, NoPrior::NoStudyDate);
}

TEST(DaysBetween, CountsOverLeapDaysAndRefusesWhatIsNoDate)
{
    EXPECT_EQ(daysBetween("20240228", "20240301"), 2);
    EXPECT_EQ(daysBetween("20240301", "20240228"), -2);
    for (const char* bad : {"", "20230229", "2024-1-1", "202401", "20241301"})
        EXPECT_FALSE(daysBetween(bad, "20240301")) << bad;
}

TEST(KernelSharpness, KnowsTheNamesOfFourVendors)
{
    using enum KernelSharpness;
    const std::pair<const char*, std::optional<KernelSharpness>> names[]{
        {"B30f", Soft},       {"Br40d\\3", Soft}, {"I70f", Sharp},    {"Bl57d", Sharp},
        {"FC08", Soft},       {"FC51", Sharp},    {"STANDARD", Soft}, {"LUNG", Sharp},
        {"bone plus", Sharp}, {"B", Soft},        {"YB", Sharp},      {"", {}},
        {"CUSTOM", {}},       {"B3", {}},         {"B123456789", {}},
    };
    for (const auto& [name, sharpness] : names)
        EXPECT_EQ(kernelSharpness(name), sharpness) << name;
}

TEST(BodyParts, AreReadFromWhatScannersAndPeopleWrite)
{
    using enum BodyPart;
    using Parts = std::set<BodyPart>;
    const std::pair<const char*, Parts> texts[]{
        {"CHEST", {Chest}},
        {"CHESTABDPELVIS", {Chest, Abdomen, Pelvis}},
        {"HEADNECK", {Head, Neck}},
        {"TSPINE", {Spine}},
        {"Thoracic spine", {Spine}},
        {"CT Thorax/Abdomen nativ", {Chest, Abdomen}},
        {"CCT nativ", {Head}},
        {"Schädel", {Head}},
        {"SCHÄDEL", {Head}},
        {"Oberbauch venös", {Abdomen}},
        {"LWS", {Spine}},
        {"CTA Becken-Bein", {Pelvis}},
        {"TAP with contrast", {Chest, Abdomen, Pelvis}},
        {"tape", {}},
        {"HeadFirst Supine", {}},
        {"Polytrauma_Spirale", {Head, Neck, Chest, Abdomen, Pelvis}},
        {"胸部平扫", {Chest}},
        {"Knie links", {Extremities}},
        {"Routine 1.0", {}},
        {"", {}},
    };
    for (const auto& [text, parts] : texts)
        EXPECT_EQ(bodyPartsIn(text), parts) << text;
}

TEST(BodyParts, ComeFromTheTagThenTheSeriesThenTheStudy)
{
    StudyRecord study;
    study.description = "CT Abdomen";
    SeriesRecord series;
    series.description = "Lung 1.0";
    series.bodyPart = "HEAD";
    EXPECT_EQ(bodyPartsOf(study, series), std::set{BodyPart::Head});
    series.bodyPart = "UNKNOWN";
    EXPECT_EQ(bodyPartsOf(study, series), std::set{BodyPart::Chest});
    series.description = "1.0 Br40";
    EXPECT_EQ(bodyPartsOf(study, series), std::set{BodyPart::Abdomen});
    study.description.clear();
    EXPECT_TRUE(bodyPartsOf(study, series).empty());
    for (const BodyPart part : bodyParts)
        EXPECT_EQ(bodyPartFromId(bodyPartId(part)), part);
    EXPECT_FALSE(bodyPartFromId("tail"));
}

} // namespace
} // namespace fovea
