#include "storage/anonymize/Anonymizer.h"

#include "storage/AtomicFile.h"
#include "storage/DicomBuilding.h"
#include "storage/anonymize/DataSetCleaner.h"
#include "storage/anonymize/cleanableKind.h"
#include "storage/anonymize/elementValues.h"

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <map>
#include <set>

namespace fovea {

namespace fs = std::filesystem;

namespace {

Status checkPseudonym(const std::string& pseudonym)
{
    const bool allowed = std::ranges::all_of(pseudonym, [](char c) {
        return (std::isalnum(static_cast<unsigned char>(c)) &&
                static_cast<unsigned char>(c) < 128) ||
               c == ' ' || c == '-' || c == '_' || c == '.' || c == '^';
    });
    if (!allowed || pseudonym.size() > 64)
        return makeError(ErrorCode::BadOption,
                         {"pseudonym", "at most 64 letters, digits, blanks, - _ . and ^"});
    return Done{};
}

/// Two people may have one id at two hospitals, hardly with one birth date.
std::string identityOf(const DicomHeader& header)
{
    const std::string id = header.text(DCM_PatientID);
    return id.empty() ? "study\n" + header.studyInstanceUid()
                      : id + "\n" + header.text(DCM_PatientBirthDate);
}

std::string number(int value, int digits)
{
    char text[16];
    std::snprintf(text, sizeof text, "%0*d", digits, value);
    return text;
}

/// Goes through the files of an export in order and knows what came before.
class Export {
public:
    Export(const AnonymizeOptions& options, const Pseudonyms& pseudonyms)
        : m_options(options)
        , m_pseudonyms(pseudonyms)
        , m_rules{m_profile, m_pseudonyms, m_options, SafeText()}
    {
    }

    struct Place {
        CleanableKind kind = CleanableKind::Ct;
        CleanedPatient patient;
        bool firstOfSeries = false;
        fs::path file; ///< Below the export's folder.
    };

    /// Empty where the file is left out.
    Result<std::optional<Place>> place(const fs::path& path, const DicomHeader& header);
    void leaveOut(NotAnonymized file) { m_leftOut.push_back(std::move(file)); }

    const CleaningRules& rules() const { return m_rules; }
    std::vector<NotAnonymized>& leftOut() { return m_leftOut; }
    std::vector<std::string>& pseudonyms() { return m_pseudonymsInOrder; }
    int files() const { return m_files; }
    int series() const { return static_cast<int>(m_series.size()); }
    int studies() const { return static_cast<int>(m_studies.size()); }

private:
    struct SeriesCount {
        int number = 0;
        int files = 0;
    };

    AnonymizeOptions m_options;
    Pseudonyms m_pseudonyms;
    ConfidentialityProfile m_profile;
    CleaningRules m_rules;
    std::vector<NotAnonymized> m_leftOut;
    std::map<std::string, std::string> m_patients; ///< Identity, pseudonym.
    std::vector<std::string> m_pseudonymsInOrder;
    std::map<std::string, int> m_studies;
    std::map<std::string, SeriesCount> m_series; ///< By study and series.
    int m_files = 0;
};

Result<std::optional<Export::Place>> Export::place(const fs::path& path, const DicomHeader& header)
{
    const CleaningVerdict verdict = cleaningVerdict(header);
    if (!verdict.kind) {
        leaveOut({path, verdict.leftOut, verdict.what, {}});
        return std::optional<Place>();
    }
    Place place;
    place.kind = *verdict.kind;
    const std::string identity = identityOf(header);
    auto [patient, newPatient] = m_patients.try_emplace(identity);
    if (newPatient) {
        if (!m_options.pseudonym.empty() && m_patients.size() > 1)
            return makeError(ErrorCode::BadOption, {"pseudonym", "several patients"});
        patient->second =
            m_options.pseudonym.empty() ? m_pseudonyms.patient(identity) : m_options.pseudonym;
        m_pseudonymsInOrder.push_back(patient->second);
    }
    place.patient = {patient->second, m_pseudonyms.shiftDays(identity)};
    const std::string study = header.studyInstanceUid();
    const int studyNumber =
        m_studies.try_emplace(study, static_cast<int>(m_studies.size()) + 1).first->second;
    auto [series, newSeries] = m_series.try_emplace(study + "\n" + header.seriesInstanceUid());
    if (newSeries) {
        series->second.number =
            1 + static_cast<int>(std::ranges::count_if(m_series, [&](const auto& entry) {
                return entry.second.number > 0 && entry.first.starts_with(study + "\n");
            }));
    }
    place.firstOfSeries = newSeries;
    ++m_files;
    place.file = fs::path(number(studyNumber, 4)) / number(series->second.number, 4) /
                 (number(++series->second.files, 6) + ".dcm");
    return std::optional<Place>(std::move(place));
}

/// The header, or nothing where the file was left out for what it is.
std::optional<DicomHeader> loaded(Export& plan, const fs::path& path, DicomHeader::Extent extent)
{
    auto header = DicomHeader::load(path, extent);
    if (header)
        return std::move(*header);
    const bool other = header.error().code == ErrorCode::NotDicom;
    plan.leaveOut({path,
                   other ? LeftOutKind::NotDicom : LeftOutKind::Unreadable,
                   {},
                   other ? std::optional<Error>() : header.error()});
    return std::nullopt;
}

Status writeClean(const Export::Place& place, const CleaningRules& rules, DicomHeader& header,
                  const fs::path& path)
{
    // A deflated data set is stored plain: DCMTK's buffer does not deflate, and pixels stay pixels.
    E_TransferSyntax transferSyntax = header.dataset().getOriginalXfer();
    if (transferSyntax == EXS_DeflatedLittleEndianExplicit)
        transferSyntax = EXS_LittleEndianExplicit;
    DataSetCleaner(rules, header, place.kind, place.patient, nullptr).clean();
    // A file of its own: without the preamble and meta information of the original.
    DcmFileFormat file(header.takeDataset().release(), OFFalse);
    return writeDicomFile(file, path, transferSyntax);
}

/// DCMTK's and the allocator's exceptions as errors.
Status guardedWrite(const Export::Place& place, const CleaningRules& rules, DicomHeader& header,
                    const fs::path& path)
{
    try {
        return writeClean(place, rules, header, path);
    } catch (const DicomBuildFailure& failure) {
        return makeError(ErrorCode::BrokenFile, {}, failure.what());
    } catch (const std::bad_alloc&) {
        return makeError(ErrorCode::OutOfMemory, {"DICOM object"});
    }
}

bool endsAll(const Error& error)
{
    return error.code == ErrorCode::FileNotWritable || error.code == ErrorCode::DiskFull ||
           error.code == ErrorCode::OutOfMemory;
}

/// Removes what it guards unless it was kept.
struct PartialFolder {
    fs::path path;
    bool kept = false;
    explicit PartialFolder(fs::path folder)
        : path(std::move(folder))
    {
    }
    PartialFolder(const PartialFolder&) = delete;
    PartialFolder& operator=(const PartialFolder&) = delete;
    ~PartialFolder()
    {
        std::error_code ignored;
        if (!kept)
            fs::remove_all(path, ignored);
    }
};

Status checkTarget(const fs::path& target, const fs::path& partial)
{
    std::error_code error;
    if (fs::exists(target, error) &&
        (!fs::is_directory(target, error) || !fs::is_empty(target, error)))
        return makeError(ErrorCode::BadOption, {"folder", "not empty"});
    // Of an export that was killed; its owner would have removed it.
    fs::remove_all(partial, error);
    fs::create_directories(partial, error);
    return error ? Status(writeError(partial, error.value())) : Status(Done{});
}

void mergeChanges(std::vector<AttributeChange>& all, std::vector<AttributeChange> more)
{
    for (AttributeChange& change : more) {
        const auto known = std::ranges::find_if(all, [&](const AttributeChange& other) {
            return other.path == change.path && other.before == change.before &&
                   other.after == change.after && other.fate == change.fate;
        });
        if (known != all.end())
            ++known->count;
        else
            all.push_back(std::move(change));
    }
}

} // namespace

Result<AnonymizePreview> previewAnonymization(const std::vector<fs::path>& files,
                                              const AnonymizeOptions& options,
                                              const Pseudonyms& pseudonyms,
                                              const Progress& progress)
{
    if (Status checked = checkPseudonym(options.pseudonym); !checked)
        return checked.error();
    Export plan(options, pseudonyms);
    AnonymizePreview preview;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        progress.report(static_cast<double>(i) / static_cast<double>(files.size()));
        const auto header = loaded(plan, files[i], DicomHeader::Extent::BeforePixelData);
        if (!header)
            continue;
        const auto place = plan.place(files[i], *header);
        if (!place)
            return place.error();
        if (!*place || !(*place)->firstOfSeries)
            continue;
        std::vector<AttributeChange> changes;
        try {
            DataSetCleaner(plan.rules(), *header, (*place)->kind, (*place)->patient, &changes)
                .clean();
        } catch (const DicomBuildFailure& failure) {
            plan.leaveOut({files[i],
                           LeftOutKind::Unreadable,
                           {},
                           makeError(ErrorCode::BrokenFile, {files[i].string()}, failure.what())});
        }
        mergeChanges(preview.changes, std::move(changes));
    }
    std::ranges::stable_sort(preview.changes, {}, &AttributeChange::path);
    preview.leftOut = std::move(plan.leftOut());
    preview.pseudonyms = std::move(plan.pseudonyms());
    preview.files = plan.files();
    preview.series = plan.series();
    preview.studies = plan.studies();
    return preview;
}

Result<AnonymizeSummary> anonymizeFiles(const std::vector<fs::path>& files, const fs::path& target,
                                        const AnonymizeOptions& options,
                                        const Pseudonyms& pseudonyms, const Progress& progress,
                                        const CopiesWritten& told)
{
    if (Status checked = checkPseudonym(options.pseudonym); !checked)
        return checked.error();
    fs::path partialPath = target.has_filename() ? target : target.parent_path();
    partialPath += ".partial";
    if (Status checked = checkTarget(target, partialPath); !checked)
        return checked.error();
    PartialFolder partial(partialPath);
    Export plan(options, pseudonyms);
    AnonymizeSummary summary;
    std::vector<std::size_t> copied;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        auto header = loaded(plan, files[i], DicomHeader::Extent::WholeFile);
        if (header) {
            const auto place = plan.place(files[i], *header);
            if (!place)
                return place.error();
            if (*place) {
                const fs::path path = partial.path / (*place)->file;
                std::error_code error;
                fs::create_directories(path.parent_path(), error);
                if (error)
                    return writeError(path.parent_path(), error.value());
                const Status written = guardedWrite(**place, plan.rules(), *header, path);
                if (!written && endsAll(written.error()))
                    return written.error();
                if (written)
                    copied.push_back(i);
                else
                    plan.leaveOut({files[i], LeftOutKind::Unreadable, {}, written.error()});
            }
        }
        progress.report(static_cast<double>(i + 1) / static_cast<double>(files.size()));
    }
    summary.files = static_cast<int>(copied.size());
    summary.leftOut = std::move(plan.leftOut());
    summary.pseudonyms = std::move(plan.pseudonyms());
    summary.series = plan.series();
    summary.studies = plan.studies();
    if (summary.files == 0)
        return summary;
    std::error_code error;
    fs::rename(partial.path, target, error);
    if (error)
        return writeError(target, error.value());
    partial.path = target;
    if (Status synced = syncToDisk(fs::absolute(target).parent_path()); !synced)
        return synced.error();
    if (Status noted = told ? told(copied) : Status(Done{}); !noted)
        return noted.error();
    partial.kept = true;
    return summary;
}

Result<std::vector<fs::path>> filesBelow(const fs::path& folder)
{
    std::error_code error;
    if (!fs::exists(folder, error))
        return makeError(ErrorCode::FileNotFound, {folder.string()});
    if (!fs::is_directory(folder, error))
        return std::vector<fs::path>{folder};
    std::vector<fs::path> files;
    for (fs::recursive_directory_iterator entry(
             folder, fs::directory_options::skip_permission_denied, error);
         !error && entry != fs::recursive_directory_iterator(); entry.increment(error))
    {
        std::error_code ignored;
        if (entry->is_regular_file(ignored))
            files.push_back(entry->path());
    }
    if (error)
        return makeError(ErrorCode::FileNotReadable, {folder.string()}, error.message());
    std::ranges::sort(files);
    return files;
}

} // namespace fovea
