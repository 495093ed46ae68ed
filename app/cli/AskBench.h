#pragma once

#include "app/cli/CommandContext.h"
#include "model/domain/Result.h"

#include <QCoreApplication>
#include <QString>

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace fovea {

/// `bench ask [--model PACKAGE] [--studies N] [--folder DIR]`: how long a typed question takes to
/// its first answer, as the window asks it (RegionSearcher): words understood, sentences encoded,
/// regions ranked, matches described. In an archive of N made-up studies of 20 regions each
/// (MadeUpRegions). Without --model, a network of the released size with random weights; its
/// answers mean nothing, but take as long.
///
/// The peer is the same question with every sentence encoded by itself, by a second engine on the
/// same weights, so that neither remembers what the other was asked.
class AskBench {
    Q_DECLARE_TR_FUNCTIONS(fovea::AskBench)

public:
    struct Options {
        std::string model;
        int studies = 2000;
        std::string folder; ///< For archive and model, removed afterwards; empty: the system's.
    };
    struct Report {
        std::size_t regions = 0;
        int questions = 0;
        int sentences = 0;                ///< Of all questions, encoded.
        double firstMilliseconds = 0.0;   ///< The first question, which opens the index as well.
        double milliseconds = 0.0;        ///< Median of the others.
        double slowestMilliseconds = 0.0; ///< Of the others.
        double againMilliseconds = 0.0;   ///< Median of the same questions, asked again.
        double peerMilliseconds = 0.0;    ///< Median of the others.
    };

    static Result<Report> run(CommandContext& context, const Options& options);
    static nlohmann::json json(const Report& report);
    static QString text(const Report& report);
};

} // namespace fovea
