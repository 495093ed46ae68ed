#include "app/cli/AskCommand.h"

#include "app/cli/Table.h"
#include "app/cli/seriesAnalysis.h"
#include "app/text/names.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <numeric>

namespace fovea {

AskCommand::AskCommand(CommandParser& parent, CommonOptions& options)
    : Command(parent, options, "ask", tr("Rank regions against a text"))
{
    parser().text("text", m_text, tr("What to look for, e.g. \"pleural effusion\""), "TEXT",
                  CommandParser::Needed::Required);
    m_selection.declare(parser(), tr("Every region of the archive that the model has seen"));
    parser().count("--top", m_top, tr("How many matches to print"));
    addModelOptions(parser(), options, m_model);
}

Result<std::vector<ArchiveMatch>>
AskCommand::rankSeries(CommandContext& context, StudyDatabase& database, Engine& engine) const
{
    const auto series = m_selection.resolve(database);
    if (!series)
        return series.error();
    const auto labelMap = newestLabelMap(database, series->id);
    if (!labelMap)
        return labelMap.error();
    std::optional<StudyAnalysis> analysis;
    if (*labelMap) {
        auto stored = database.analysis(series->id, (*labelMap)->id, engine.info().fingerprint);
        if (!stored)
            return stored.error();
        analysis = std::move(*stored);
    }
    if (!analysis) {
        const auto catalog = context.catalog();
        if (!catalog)
            return catalog.error();
        auto computed = analyzeSeries(context, database, *catalog, engine, series->id, {});
        if (!computed)
            return computed.error();
        analysis = std::move(computed->analysis);
    }
    const auto ranked = engine.rank(analysis->embeddings, m_text);
    if (!ranked)
        return ranked.error();
    std::vector<ArchiveMatch> matches;
    for (const RegionMatch& match : *ranked)
        matches.push_back({series->studyId, series->id, match.anatomyId, match.cosine});
    return matches;
}

Result<std::vector<ArchiveMatch>> AskCommand::rankArchive(const StudyDatabase& database,
                                                          Engine& engine) const
{
    const auto regions = database.embeddings(engine.info().fingerprint);
    if (!regions)
        return regions.error();
    if (regions->empty())
        return makeError(ErrorCode::NoCases, {}, "this model has analysed no series yet");
    const auto text = engine.embedText(m_text);
    if (!text)
        return text.error();
    std::vector<ArchiveMatch> matches;
    for (const ArchiveEmbedding& region : *regions) {
        if (region.vector.size() != text->size())
            return makeError(ErrorCode::Internal, {}, "embeddings of two sizes");
        // Both have norm 1, up to the rounding of floats.
        const double cosine = std::clamp(
            std::inner_product(text->begin(), text->end(), region.vector.begin(), 0.0), -1.0, 1.0);
        matches.push_back({region.studyId, region.seriesId, region.anatomyId, cosine});
    }
    std::ranges::stable_sort(matches, std::greater(), &ArchiveMatch::cosine);
    return matches;
}

Status AskCommand::run(CommandContext& context)
{
    auto database = context.openExistingArchive();
    if (!database)
        return database.error();
    const auto engine = context.engine(CommandContext::modelPackage(m_model));
    if (!engine)
        return engine.error();
    auto matches = m_selection.all ? rankArchive(*database, **engine)
                                   : rankSeries(context, *database, **engine);
    if (!matches)
        return matches.error();
    const std::size_t regions = matches->size();
    matches->resize(std::min(regions, static_cast<std::size_t>(m_top)));

    if (context.json()) {
        nlohmann::json out{{"model", modelJson((*engine)->info())},
                           {"text", m_text},
                           {"regions", regions},
                           {"matches", nlohmann::json::array()}};
        for (const ArchiveMatch& match : *matches) {
            out["matches"].push_back({{"rank", out["matches"].size() + 1},
                                      {"study_id", match.studyId},
                                      {"series_id", match.seriesId},
                                      {"anatomy", match.anatomyId},
                                      {"cosine", match.cosine}});
        }
        context.console().print(out);
        return Done{};
    }
    Table table({{tr("Rank"), Table::Align::Right},
                 {tr("Study"), Table::Align::Right},
                 {tr("Series"), Table::Align::Right},
                 {tr("Anatomy")},
                 {tr("Cosine"), Table::Align::Right}});
    int rank = 0;
    for (const ArchiveMatch& match : *matches) {
        table.addRow({QString::number(++rank), QString::number(match.studyId),
                      QString::number(match.seriesId), anatomyName(match.anatomyId),
                      number(match.cosine, 3)});
    }
    context.console().print(modelText((*engine)->info()) + QLatin1Char('\n') + table.text());
    return Done{};
}

} // namespace fovea
