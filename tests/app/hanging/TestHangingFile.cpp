#include "app/hanging/HangingFile.h"

#include <gtest/gtest.h>

namespace fovea {
namespace {

using Kind = HangingProblem::Kind;

HangingProtocol parsed(const std::string& json)
{
    const auto read = parseHanging(json);
    const auto* protocol = std::get_if<HangingProtocol>(&read);
    EXPECT_NE(protocol, nullptr) << json;
    return protocol ? *protocol : HangingProtocol();
}

TEST(HangingFile, IsReadAsItIsDescribed)
{
    const HangingProtocol protocol = parsed(R"({"name": "Chest",
        "when": {"modality": "CT", "bodyParts": ["chest", "abdomen"],
                 "descriptionContains": ["lung"], "hasPrior": false, "acquired": "axial"},
        "layout": "oneAndTwo",
        "panes": [{"view": "axial", "window": "lung"},
                  {"view": "coronal", "window": {"level": 50, "width": 333},
                   "slab": {"kind": "maximum", "mm": 8}},
                  {"view": "sagittal", "slab": {"kind": "thin"}}],
        "overlay": true, "compareWithPrior": true})");
    EXPECT_EQ(protocol.name, "Chest");
    EXPECT_EQ(protocol.when.modality, "CT");
    EXPECT_EQ(protocol.when.bodyParts, (std::set{BodyPart::Chest, BodyPart::Abdomen}));
    EXPECT_EQ(protocol.when.words, std::vector<std::string>{"lung"});
    EXPECT_EQ(protocol.when.hasPrior, false);
    EXPECT_EQ(protocol.when.acquired, SliceOrientation::Axial);
    EXPECT_EQ(protocol.layout, "oneAndTwo");
    ASSERT_EQ(protocol.panes.size(), 3u);
    EXPECT_EQ(protocol.panes[0], (HangingPane{View::Axial, WindowLevel{-600, 1500}, {}}));
    EXPECT_EQ(protocol.panes[1],
              (HangingPane{View::Coronal, WindowLevel{50, 333}, Slab{SlabMode::Maximum, 8}}));
    EXPECT_EQ(protocol.panes[2], (HangingPane{View::Sagittal, {}, Slab{}}));
    EXPECT_EQ(protocol.overlay, true);
    EXPECT_TRUE(protocol.compareWithPrior);
    EXPECT_EQ(parsed(hangingJson(protocol)), protocol) << hangingJson(protocol);
}

TEST(HangingFile, NeedsNothingButAName)
{
    HangingProtocol protocol;
    protocol.name = "Übersicht";
    EXPECT_EQ(parsed(R"({"name": "Übersicht"})"), protocol);
    EXPECT_EQ(parsed(hangingJson(protocol)), protocol);
}

TEST(HangingFile, SaysWhatIsWrongAndInWhichLine)
{
    struct Case {
        const char* json;
        HangingProblem problem;
    };
    const Case cases[]{
        {"", {Kind::NotJson, 1, {}}},
        {"{\"name\": \"a\"\n \"layout\": \"grid\"}", {Kind::NotJson, 2, {}}},
        {"{\"name\": \"a\",\n\n \"layout\": \"grid\"", {Kind::NotJson, 3, {}}},
        {"[]", {Kind::WrongType, 0, "{}"}},
        {"{\"layout\": \"grid\"}", {Kind::MissingName, 0, {}}},
        {"{\"name\": \"a\",\n \"layot\": \"grid\"}", {Kind::UnknownKey, 2, "layot"}},
        {"{\"name\": \"a\",\n\"layout\":\n\"gird\"}", {Kind::UnknownWord, 3, "gird"}},
        {"{\"name\": \"a\",\n\"layout\": 4}", {Kind::WrongType, 2, "layout"}},
        {"{\"name\": \"a\",\n\"when\": {\"bodyParts\": [\"tail\"]}}",
         {Kind::UnknownWord, 2, "tail"}},
        {"{\"name\": \"a\",\n\"when\": {\"bodyParts\": \"chest\"}}",
         {Kind::WrongType, 2, "bodyParts"}},
        {"{\"name\": \"a\",\n\"when\": {\"acquired\": \"volume\"}}",
         {Kind::UnknownWord, 2, "volume"}},
        {"{\"name\": \"a\",\n\"panes\": [{\"view\": \"axial\"},\n{\"view\": \"axial\"}]}",
         {Kind::TwiceShown, 3, "axial"}},
        {"{\"name\": \"a\",\n\"panes\": [{\"view\": \"axial\", \"window\": \"lungs\"}]}",
         {Kind::UnknownWord, 2, "lungs"}},
        {"{\"name\": \"a\",\n\"panes\": [{\"view\": \"axial\",\n\"window\": {\"level\": 0, "
         "\"width\": 0}}]}",
         {Kind::OutOfRange, 3, "width"}},
        {"{\"name\": \"a\",\n\"panes\": [{\"view\": \"axial\",\n\"slab\": {\"kind\": "
         "\"average\"}}]}",
         {Kind::WrongType, 0, "mm"}},
        {"{\"name\": \"a\",\n\"panes\": [{\"view\": \"axial\",\n\"slab\": {\"kind\": \"mip\", "
         "\"mm\": 5}}]}",
         {Kind::UnknownWord, 3, "mip"}},
        {"{\"name\": \"a\", \"overlay\": \"yes\"}", {Kind::WrongType, 1, "overlay"}},
        {"{\"name\": \"a\xff\"}", {Kind::NotJson, 1, {}}},
    };
    for (const Case& one : cases) {
        const auto read = parseHanging(one.json);
        const auto* problem = std::get_if<HangingProblem>(&read);
        ASSERT_NE(problem, nullptr) << one.json;
        EXPECT_EQ(int(problem->kind), int(one.problem.kind)) << one.json;
        EXPECT_EQ(problem->line, one.problem.line) << one.json;
        EXPECT_EQ(problem->what, one.problem.what) << one.json;
        const QString text = hangingProblemText(*problem, "/x/bad.json");
        EXPECT_TRUE(text.contains(QStringLiteral("/x/bad.json"))) << text.toStdString();
        if (problem->line > 0) {
            EXPECT_TRUE(text.contains(QStringLiteral("line %1").arg(problem->line)))
                << text.toStdString();
        }
    }
}

} // namespace
} // namespace fovea
