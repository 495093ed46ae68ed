#include "app/cli/StudyOptions.h"

#include "app/ModelLibrary.h"
#include "app/work/phantomFolder.h"
#include "model/phantom/PhantomSource.h"

#include <QCoreApplication>

namespace fovea {

namespace {

struct StudyText {
    Q_DECLARE_TR_FUNCTIONS(fovea::StudyOptions)
};

} // namespace

void StudyOptions::declare(CommandParser& parser)
{
    parser.count("--phantoms", phantoms, StudyText::tr("How many phantoms"));
    parser.seed("--seed", seed, StudyText::tr("Seed of the first phantom"));
    parser.text("--data", data,
                StudyText::tr("Folder of studies: each a folder with ct, seg.dcm or seg.nii.gz, "
                              "and report.txt or truth.json"),
                "DIR");
    grid.declare(parser, TrainingDetail);
}

StudySource StudyOptions::phantomStudies() const
{
    return phantomSource(seed, static_cast<std::size_t>(phantoms), grid.sampling());
}

Result<StudySource> StudyOptions::dataStudies(const AnatomyCatalog& catalog,
                                              CommandContext& context) const
{
    StudySource source;
    if (const Status status = grid.check(); !status)
        return status.error();
    if (data.empty())
        return source;
    auto folders = studyFolders(data);
    if (!folders)
        return folders.error();
    auto rules = loadReportRules(ModelLibrary::resource("catalog/report-rules.json"));
    if (!rules)
        return rules.error();
    source.count = folders->size();
    source.load = [folders = std::move(*folders), rules = std::move(*rules), &catalog,
                   stop = context.stopToken()](std::size_t index) -> Result<LabelledStudy> {
        if (index >= folders.size())
            return makeError(ErrorCode::BadOption, {"study", std::to_string(index)});
        return readStudyFolder(folders[index], catalog, rules, Progress(stop));
    };
    return source;
}

StudySource joined(StudySource first, StudySource second)
{
    StudySource both;
    both.count = first.count + second.count;
    both.load = [first = std::move(first), second = std::move(second)](std::size_t index) {
        return index < first.count ? first.load(index) : second.load(index - first.count);
    };
    return both;
}

StudySource slice(StudySource source, std::size_t from, std::size_t count)
{
    StudySource part;
    part.count = count;
    part.load = [source = std::move(source), from](std::size_t index) {
        return source.load(from + index);
    };
    return part;
}

} // namespace fovea
