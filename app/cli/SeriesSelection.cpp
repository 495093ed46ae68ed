#include "app/cli/SeriesSelection.h"

#include <QCoreApplication>

#include <charconv>
#include <optional>

namespace fovea {

namespace {

struct SelectionText {
    Q_DECLARE_TR_FUNCTIONS(fovea::SeriesSelection)
};

/// UIDs have dots, so whole numbers can only be ids.
std::optional<std::int64_t> asId(const std::string& text)
{
    std::int64_t id = 0;
    const char* end = text.data() + text.size();
    const auto [rest, failed] = std::from_chars(text.data(), end, id);
    return failed == std::errc() && rest == end ? std::optional(id) : std::nullopt;
}

Result<SeriesRecord> only(std::vector<SeriesRecord> series, const std::string& asked)
{
    if (series.empty())
        return makeError(ErrorCode::NotInArchive, {asked});
    if (series.size() > 1)
        return makeError(ErrorCode::AmbiguousRequest, {asked});
    return std::move(series.front());
}

Result<SeriesRecord> seriesOfStudy(const StudyDatabase& database, const std::string& asked)
{
    const auto studyId = studyIdFor(database, asked);
    if (!studyId)
        return studyId.error();
    auto series = database.seriesOf(*studyId);
    if (!series)
        return series.error();
    std::erase_if(*series, [](const SeriesRecord& record) { return record.modality != "CT"; });
    return only(std::move(*series), asked);
}

} // namespace

Result<std::int64_t> studyIdFor(const StudyDatabase& database, const std::string& asked)
{
    if (const auto id = asId(asked)) {
        const auto study = database.study(*id);
        if (!study)
            return study.error();
        return study->id;
    }
    const auto study = database.studyByUid(asked);
    if (!study)
        return study.error();
    if (!*study)
        return makeError(ErrorCode::NotInArchive, {asked});
    return (*study)->id;
}

void SeriesSelection::declare(CommandParser& parser, const QString& allText)
{
    CommandParser group = parser.addExactlyOne();
    group.text("--series", series, SelectionText::tr("One series, by id or SeriesInstanceUID"),
               "ID");
    group.text("--study", study,
               SelectionText::tr("The only CT series of a study, by id or StudyInstanceUID"), "ID");
    group.flag("--all", all, allText);
}

Result<SeriesRecord> SeriesSelection::resolve(const StudyDatabase& database) const
{
    if (series.empty())
        return seriesOfStudy(database, study);
    if (const auto id = asId(series))
        return database.series(*id);
    auto parts = database.seriesByUid(series);
    if (!parts)
        return parts.error();
    return only(std::move(*parts), series);
}

} // namespace fovea
