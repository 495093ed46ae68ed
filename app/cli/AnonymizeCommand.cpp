#include "app/cli/AnonymizeCommand.h"

#include "app/cli/SeriesSelection.h"
#include "app/cli/Table.h"
#include "app/text/anonymizeText.h"
#include "app/work/anonymizedExport.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace fovea {

namespace {

template <typename Outcome> nlohmann::json json(const Outcome& outcome)
{
    nlohmann::json out{{"files", outcome.files},
                       {"series", outcome.series},
                       {"studies", outcome.studies},
                       {"pseudonyms", outcome.pseudonyms},
                       {"left_out", nlohmann::json::array()}};
    for (const NotAnonymized& file : outcome.leftOut)
        out["left_out"].push_back(
            {{"path", file.path.string()}, {"reason", notAnonymizedText(file).toStdString()}});
    return out;
}

const char* fateName(AttributeFate fate)
{
    switch (fate) {
    case AttributeFate::Removed:
        return "removed";
    case AttributeFate::Emptied:
        return "emptied";
    case AttributeFate::Replaced:
        return "replaced";
    }
    return "";
}

} // namespace

AnonymizeCommand::AnonymizeCommand(CommandParser& parent, CommonOptions& options)
    : Command(parent, options, "anonymize",
              tr("Write de-identified copies of DICOM studies (PS3.15 Annex E)"))
{
    CommandParser which = parser().addExactlyOne();
    which.texts("--study", m_studies, tr("Studies of the archive: ids or StudyInstanceUIDs"), "ID");
    which.flag("--all", m_all, tr("All studies of the archive"));
    which.text("--folder", m_folder, tr("The DICOM files below this folder"), "DIR");
    parser().text("--out", m_out, tr("Folder to make; must not exist or be empty"), "DIR");
    parser().flag("--preview", m_preview,
                  tr("Write nothing; list every attribute that would change, with its value"));
    parser().flag("--shift-dates", m_how.shiftDates,
                  tr("Move all dates of a patient by the same random number of days instead of "
                     "removing them"));
    parser().flag("--keep-descriptors", m_how.cleanDescriptors,
                  tr("Keep descriptions as far as their words are known to be no names"));
    parser().flag("--keep-patient-characteristics", m_how.keepPatientCharacteristics,
                  tr("Keep sex, age (at most 90), size and weight"));
    parser().flag("--keep-device-identity", m_how.keepDeviceIdentity,
                  tr("Keep serial numbers and names of devices"));
    parser().text("--pseudonym", m_how.pseudonym,
                  tr("Name and id of the patient afterwards; by default derived from the key"),
                  "NAME");
    parser().flag("--new-key", m_newKey,
                  tr("A key of this export's own: later exports cannot be joined with it"));
}

Result<std::vector<std::int64_t>>
AnonymizeCommand::chosenStudies(const StudyDatabase& archive) const
{
    std::vector<std::int64_t> ids;
    if (m_all) {
        const auto all = archive.studies();
        if (!all)
            return all.error();
        for (const StudyRecord& study : *all)
            ids.push_back(study.id);
        return ids;
    }
    for (const std::string& asked : m_studies) {
        const auto id = studyIdFor(archive, asked);
        if (!id)
            return id.error();
        if (std::ranges::find(ids, *id) == ids.end())
            ids.push_back(*id);
    }
    return ids;
}

Result<Pseudonyms> AnonymizeCommand::pseudonyms(const CommandContext& context) const
{
    if (m_newKey)
        return Pseudonyms::withNewKey();
    // Opening makes the archive's folder, where the key is to lie.
    if (const auto archive = context.openArchive(); !archive)
        return archive.error();
    return Pseudonyms::ofArchive(context.archiveFolder());
}

Status AnonymizeCommand::run(CommandContext& context)
{
    if (m_out.empty() && !m_preview)
        return makeError(ErrorCode::BadOption, {"--out", "a folder to make"});
    std::optional<StudyDatabase> archive;
    if (m_folder.empty()) {
        auto opened = context.openExistingArchive();
        if (!opened)
            return opened.error();
        archive.emplace(std::move(*opened));
    }
    const auto key = pseudonyms(context);
    if (!key)
        return key.error();
    if (m_preview)
        return preview(context, *key);
    const Progress progress = context.timedProgress(tr("Anonymizing"));
    Result<AnonymizeSummary> summary = makeError(ErrorCode::Internal);
    if (archive) {
        const auto ids = chosenStudies(*archive);
        if (!ids)
            return ids.error();
        summary = exportAnonymized(*archive, *ids, m_out, m_how, *key, progress);
    } else {
        const auto files = filesBelow(m_folder);
        if (!files)
            return files.error();
        summary = anonymizeFiles(*files, m_out, m_how, *key, progress);
    }
    if (!summary)
        return summary.error();
    if (context.json()) {
        context.console().print(json(*summary));
    } else {
        QString text = tr("%n file(s) written", nullptr, summary->files) + QLatin1String(": ") +
                       tr("%n study(s)", nullptr, summary->studies) + QLatin1String(", ") +
                       tr("%n series", nullptr, summary->series) + QLatin1Char('\n');
        for (const std::string& name : summary->pseudonyms)
            text += QLatin1String("  ") + printable(name) + QLatin1Char('\n');
        if (!summary->leftOut.empty())
            text += tr("Left out:") + QLatin1Char('\n');
        for (const NotAnonymized& file : summary->leftOut)
            text += QLatin1String("  ") + printable(file.path.string()) + QLatin1String(": ") +
                    notAnonymizedText(file) + QLatin1Char('\n');
        context.console().print(text);
    }
    if (summary->files == 0)
        return makeError(ErrorCode::EmptySeries);
    const auto broken = std::ranges::find_if(
        summary->leftOut, [](const NotAnonymized& file) { return file.error.has_value(); });
    return broken == summary->leftOut.end() ? Status(Done{}) : Status(*broken->error);
}

Status AnonymizeCommand::preview(CommandContext& context, const Pseudonyms& pseudonyms)
{
    Result<std::vector<std::filesystem::path>> files = std::vector<std::filesystem::path>();
    if (m_folder.empty()) {
        const auto archive = context.openExistingArchive();
        if (!archive)
            return archive.error();
        const auto ids = chosenStudies(*archive);
        if (!ids)
            return ids.error();
        files = studyFiles(*archive, *ids);
    } else {
        files = filesBelow(m_folder);
    }
    if (!files)
        return files.error();
    const auto found =
        previewAnonymization(*files, m_how, pseudonyms, context.progress(tr("Reading headers")));
    if (!found)
        return found.error();
    if (context.json()) {
        nlohmann::json out = json(*found);
        out["changes"] = nlohmann::json::array();
        for (const AttributeChange& change : found->changes)
            out["changes"].push_back({{"attribute", change.path},
                                      {"keyword", change.keyword},
                                      {"fate", fateName(change.fate)},
                                      {"before", change.before},
                                      {"after", change.after},
                                      {"series", change.count}});
        context.console().print(out);
        return Done{};
    }
    Table table({{tr("Attribute")},
                 {tr("Name")},
                 {tr("Fate")},
                 {tr("Before")},
                 {tr("After")},
                 {tr("Series"), Table::Align::Right}});
    for (const AttributeChange& change : found->changes)
        table.addRow({printable(change.path), printable(change.keyword),
                      attributeFateText(change.fate), printable(change.before),
                      printable(change.after), QString::number(change.count)});
    QString text = table.text();
    for (const NotAnonymized& file : found->leftOut)
        text += tr("Left out: %1").arg(printable(file.path.string())) + QLatin1String(": ") +
                notAnonymizedText(file) + QLatin1Char('\n');
    context.console().print(text);
    return Done{};
}

} // namespace fovea
