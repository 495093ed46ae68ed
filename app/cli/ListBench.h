#pragma once

#include "app/cli/CommandContext.h"
#include "model/domain/Result.h"

#include <QCoreApplication>
#include <QString>

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace fovea {

/// `bench list [--studies N] [--instances N] [--folder DIR]`: how long the study list takes, as the
/// window asks for it (a connection of its own, listStudies()), in an archive of made-up studies
/// with names in several scripts, tags, notes and one analysis of 60 findings each. Searches are
/// typed letter by letter; each state of the box is one search.
///
/// The peer is a LIKE over all columns (plainStudySearch()), on the same archive in the same run;
/// it knows neither accents nor scores.
class ListBench {
    Q_DECLARE_TR_FUNCTIONS(fovea::ListBench)

public:
    struct Options {
        int studies = 5000;
        int instances = 1'000'000;
        std::string folder; ///< For the archive, removed afterwards; empty: the system's.
    };
    struct Search {
        std::string text; ///< When all of it is typed.
        std::size_t matching = 0;
        double milliseconds = 0.0;        ///< Median over what was typed on the way.
        double slowestMilliseconds = 0.0; ///< Likewise.
        double peerMilliseconds = 0.0;    ///< Median; 0 where the peer cannot ask that.
    };
    struct Report {
        int studies = 0;
        std::int64_t instances = 0;
        std::int64_t findings = 0;
        double databaseBytes = 0;
        double firstMilliseconds = 0.0; ///< The first list after the archive was made.
        double listMilliseconds = 0.0;  ///< As the window lists: the first 500 with their series.
        double allMilliseconds = 0.0;   ///< All studies with their series.
        std::vector<Search> searches;
    };

    static Result<Report> run(CommandContext& context, const Options& options);
    static nlohmann::json json(const Report& report);
    static QString text(const Report& report);
};

} // namespace fovea
