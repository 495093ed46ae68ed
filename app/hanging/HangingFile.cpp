#include "app/hanging/HangingFile.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <string_view>
#include <utility>

namespace fovea {

namespace {

using nlohmann::ordered_json;
using Kind = HangingProblem::Kind;

struct HangingText {
    Q_DECLARE_TR_FUNCTIONS(fovea::HangingText)
};

constexpr std::pair<SlabMode, std::string_view> slabIds[]{{SlabMode::Off, "thin"},
                                                          {SlabMode::Maximum, "maximum"},
                                                          {SlabMode::Minimum, "minimum"},
                                                          {SlabMode::Average, "average"}};

/// Thrown and caught in this file alone: JSON is read deep inside lists and objects.
struct Problem {
    Kind kind;
    std::string what;
};

int lineAt(const std::string& text, std::size_t at)
{
    return 1 + static_cast<int>(std::count(
                   text.begin(), text.begin() + std::ptrdiff_t(std::min(at, text.size())), '\n'));
}

class Reader {
public:
    static HangingProtocol protocol(const ordered_json& json);

private:
    static const ordered_json& object(const ordered_json& json, const char* key,
                                      std::initializer_list<std::string_view> known);
    static std::string text(const ordered_json& json, const char* key);
    static bool truth(const ordered_json& json, const char* key);
    static double number(const ordered_json& json, const char* key, double least, double most);
    static std::vector<std::string> texts(const ordered_json& json, const char* key);
    static View view(const std::string& id);
    static HangingCondition condition(const ordered_json& json);
    static HangingPane pane(const ordered_json& json);
    static WindowLevel window(const ordered_json& json);
    static Slab slab(const ordered_json& json);
};

const ordered_json& Reader::object(const ordered_json& json, const char* key,
                                   std::initializer_list<std::string_view> known)
{
    if (!json.is_object())
        throw Problem{Kind::WrongType, key};
    for (const auto& item : json.items()) {
        if (std::ranges::find(known, item.key()) == known.end())
            throw Problem{Kind::UnknownKey, item.key()};
    }
    return json;
}

std::string Reader::text(const ordered_json& json, const char* key)
{
    if (!json.contains(key))
        return {};
    if (!json[key].is_string())
        throw Problem{Kind::WrongType, key};
    return json[key].get<std::string>();
}

bool Reader::truth(const ordered_json& json, const char* key)
{
    if (!json[key].is_boolean())
        throw Problem{Kind::WrongType, key};
    return json[key].get<bool>();
}

double Reader::number(const ordered_json& json, const char* key, double least, double most)
{
    if (!json.contains(key) || !json[key].is_number())
        throw Problem{Kind::WrongType, key};
    const double value = json[key].get<double>();
    if (!(value >= least && value <= most))
        throw Problem{Kind::OutOfRange, key};
    return value;
}

std::vector<std::string> Reader::texts(const ordered_json& json, const char* key)
{
    std::vector<std::string> out;
    if (!json.contains(key))
        return out;
    if (!json[key].is_array())
        throw Problem{Kind::WrongType, key};
    for (const ordered_json& one : json[key]) {
        if (!one.is_string())
            throw Problem{Kind::WrongType, key};
        out.push_back(one.get<std::string>());
    }
    return out;
}

View Reader::view(const std::string& id)
{
    const auto* const found = std::ranges::find(views, QString::fromStdString(id), viewId);
    if (found == views.end())
        throw Problem{Kind::UnknownWord, id};
    return *found;
}

HangingCondition Reader::condition(const ordered_json& json)
{
    object(json, "when", {"modality", "bodyParts", "descriptionContains", "hasPrior", "acquired"});
    HangingCondition condition;
    condition.modality = text(json, "modality");
    for (const std::string& id : texts(json, "bodyParts")) {
        const auto part = bodyPartFromId(id);
        if (!part)
            throw Problem{Kind::UnknownWord, id};
        condition.bodyParts.insert(*part);
    }
    condition.words = texts(json, "descriptionContains");
    if (json.contains("hasPrior"))
        condition.hasPrior = truth(json, "hasPrior");
    if (json.contains("acquired")) {
        const std::string id = text(json, "acquired");
        const View plane = view(id);
        if (plane == View::Volume)
            throw Problem{Kind::UnknownWord, id};
        condition.acquired = static_cast<SliceOrientation>(plane);
    }
    return condition;
}

WindowLevel Reader::window(const ordered_json& json)
{
    if (json.is_string()) {
        const std::string id = json.get<std::string>();
        const auto* const preset = std::ranges::find(windowPresets, id, &WindowPreset::id);
        if (preset == windowPresets.end())
            throw Problem{Kind::UnknownWord, id};
        return preset->window;
    }
    object(json, "window", {"level", "width"});
    return {number(json, "level", -32768, 32767), number(json, "width", 1, 65536)};
}

Slab Reader::slab(const ordered_json& json)
{
    object(json, "slab", {"kind", "mm"});
    const std::string id = text(json, "kind");
    const auto* const kind =
        std::ranges::find(slabIds, id, &std::pair<SlabMode, std::string_view>::second);
    if (kind == std::end(slabIds))
        throw Problem{Kind::UnknownWord, id};
    Slab slab{kind->first};
    if (slab.isThick() || json.contains("mm"))
        slab.thicknessMm = number(json, "mm", minSlabMm, maxSlabMm);
    return slab;
}

HangingPane Reader::pane(const ordered_json& json)
{
    object(json, "panes", {"view", "window", "slab"});
    HangingPane pane;
    pane.view = view(text(json, "view"));
    if (json.contains("window"))
        pane.window = window(json["window"]);
    if (json.contains("slab"))
        pane.slab = slab(json["slab"]);
    return pane;
}

HangingProtocol Reader::protocol(const ordered_json& json)
{
    object(json, "{}", {"name", "when", "layout", "panes", "overlay", "compareWithPrior"});
    HangingProtocol protocol;
    protocol.name = text(json, "name");
    if (protocol.name.empty())
        throw Problem{Kind::MissingName, {}};
    if (json.contains("when"))
        protocol.when = condition(json["when"]);
    protocol.layout = text(json, "layout");
    const QString layout = QString::fromStdString(protocol.layout);
    if (!protocol.layout.empty() && layoutCalled(layout).id != layout)
        throw Problem{Kind::UnknownWord, protocol.layout};
    if (json.contains("panes") && !json["panes"].is_array())
        throw Problem{Kind::WrongType, "panes"};
    for (const ordered_json& one : json.value("panes", ordered_json::array())) {
        HangingPane next = pane(one);
        if (std::ranges::find(protocol.panes, next.view, &HangingPane::view) !=
            protocol.panes.end())
            throw Problem{Kind::TwiceShown, viewId(next.view).toStdString()};
        protocol.panes.push_back(std::move(next));
    }
    if (json.contains("overlay"))
        protocol.overlay = truth(json, "overlay");
    if (json.contains("compareWithPrior"))
        protocol.compareWithPrior = truth(json, "compareWithPrior");
    return protocol;
}

/// Where a key or value stands; of several places the last: what is wrong twice was right before.
int lineOf(const std::string& json, const Problem& problem)
{
    const std::size_t at = json.rfind('"' + problem.what + '"');
    return problem.what.empty() || at == std::string::npos ? 0 : lineAt(json, at);
}

ordered_json windowJson(const WindowLevel& window)
{
    if (const auto preset = windowPresetOf(window))
        return preset->id;
    return {{"level", window.centreHu}, {"width", window.widthHu}};
}

ordered_json slabJson(const Slab& slab)
{
    const auto* const kind =
        std::ranges::find(slabIds, slab.mode, &std::pair<SlabMode, std::string_view>::first);
    ordered_json json{{"kind", kind->second}};
    if (slab.isThick())
        json["mm"] = slab.thicknessMm;
    return json;
}

ordered_json conditionJson(const HangingCondition& when)
{
    ordered_json json = ordered_json::object();
    if (!when.modality.empty())
        json["modality"] = when.modality;
    for (const BodyPart part : when.bodyParts)
        json["bodyParts"].push_back(bodyPartId(part));
    if (!when.words.empty())
        json["descriptionContains"] = when.words;
    if (when.hasPrior)
        json["hasPrior"] = *when.hasPrior;
    if (when.acquired)
        json["acquired"] = viewId(viewOf(*when.acquired)).toStdString();
    return json;
}

} // namespace

std::variant<HangingProtocol, HangingProblem> parseHanging(const std::string& json)
{
    try {
        return Reader::protocol(ordered_json::parse(json));
    } catch (const ordered_json::parse_error& error) {
        return HangingProblem{Kind::NotJson, lineAt(json, error.byte > 0 ? error.byte - 1 : 0), {}};
    } catch (const Problem& problem) {
        return HangingProblem{problem.kind, lineOf(json, problem), problem.what};
    } catch (const ordered_json::exception&) {
        return HangingProblem{Kind::NotJson, 0, {}};
    }
}

std::string hangingJson(const HangingProtocol& protocol)
{
    ordered_json json{{"name", protocol.name}};
    if (auto when = conditionJson(protocol.when); !when.empty())
        json["when"] = std::move(when);
    if (!protocol.layout.empty())
        json["layout"] = protocol.layout;
    for (const HangingPane& pane : protocol.panes) {
        ordered_json one{{"view", viewId(pane.view).toStdString()}};
        if (pane.window)
            one["window"] = windowJson(*pane.window);
        if (pane.slab)
            one["slab"] = slabJson(*pane.slab);
        json["panes"].push_back(std::move(one));
    }
    if (protocol.overlay)
        json["overlay"] = *protocol.overlay;
    if (protocol.compareWithPrior)
        json["compareWithPrior"] = true;
    // What is not UTF-8 cannot come from here, but must not throw either.
    return json.dump(2, ' ', false, ordered_json::error_handler_t::replace) + '\n';
}

std::variant<HangingProtocol, HangingProblem> readHanging(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    const std::string json{std::istreambuf_iterator<char>(in), {}};
    if (!in)
        return HangingProblem{Kind::NotReadable, 0, {}};
    return parseHanging(json);
}

QString hangingProblemText(const HangingProblem& problem, const std::filesystem::path& file)
{
    const QString what = QString::fromStdString(problem.what);
    const auto reason = [&]() -> QString {
        switch (problem.kind) {
        case Kind::NotReadable:
            return HangingText::tr("the file cannot be read");
        case Kind::NotJson:
            return HangingText::tr("this is not JSON: look for a missing comma, quotation mark or "
                                   "bracket here or just before");
        case Kind::MissingName:
            return HangingText::tr("the protocol has no “name”");
        case Kind::UnknownKey:
            return HangingText::tr("“%1” is not known; perhaps it is misspelled").arg(what);
        case Kind::WrongType:
            return HangingText::tr("the value of “%1” is missing or of the wrong kind").arg(what);
        case Kind::UnknownWord:
            return HangingText::tr("“%1” is none of the words that can stand here").arg(what);
        case Kind::OutOfRange:
            return HangingText::tr("the number of “%1” is out of range").arg(what);
        case Kind::TwiceShown:
            return HangingText::tr("two panes show “%1”; each view exists once").arg(what);
        }
        return {};
    };
    const QString name = QString::fromStdString(file.string());
    if (problem.line == 0)
        return HangingText::tr("Hanging protocol “%1” is left out: %2.").arg(name, reason());
    return HangingText::tr("Hanging protocol “%1” is left out; line %2: %3.")
        .arg(name)
        .arg(problem.line)
        .arg(reason());
}

} // namespace fovea
