#include "storage/plainStudySearch.h"

#include "storage/ArchiveConnection.h"

namespace fovea {

Result<std::vector<std::int64_t>> plainStudySearch(const std::filesystem::path& archiveFolder,
                                                   const std::string& text)
{
    return guarded([&] {
        const ArchiveConnection connection(archiveFolder);
        Statement statement(
            connection.get(),
            "SELECT s.id FROM studies s JOIN patients p ON p.id = s.patient "
            "WHERE p.name LIKE ?1 OR p.patient_id LIKE ?1 OR s.description LIKE ?1 "
            "OR s.accession_number LIKE ?1 OR s.date LIKE ?1 "
            "OR EXISTS (SELECT 1 FROM series r WHERE r.study = s.id AND r.description LIKE ?1) "
            "OR EXISTS (SELECT 1 FROM study_tags t WHERE t.study = s.id AND t.tag LIKE ?1) "
            "OR EXISTS (SELECT 1 FROM study_notes n WHERE n.study = s.id AND n.note LIKE ?1) "
            "OR EXISTS (SELECT 1 FROM series r JOIN analyses a ON a.series = r.id "
            "JOIN findings f ON f.analysis = a.id WHERE r.study = s.id AND f.name LIKE ?1 "
            "AND f.score > f.threshold) "
            "ORDER BY s.date DESC, s.time DESC, s.id DESC");
        std::vector<std::int64_t> ids;
        Statement::Run run(statement, '%' + text + '%');
        while (run.step())
            ids.push_back(run.integer(0));
        return ids;
    });
}

} // namespace fovea
