#pragma once

#include "model/domain/Result.h"
#include "model/evaluate/Evaluation.h"
#include "model/training/Learner.h"
#include "model/training/Recipe.h"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace fovea {

/// What training writes down: a CSV with one row per group of LoggedSteps steps and one per
/// validation, of each network that learns (two with co-teaching).
///
/// Columns: kind ("steps" or "validation"), network (from 1), step (done so far), epoch (from 1),
/// learning_rate, loss, gradient_norm, temperature, samples_per_second, loss_<anatomy> …,
/// mean_auc, mean_calibration_error, auc_<anatomy>_<finding> …. Losses, norm and speed are means
/// over the group; the calibration error is CalibrationMetrics::errorCalibrated over the findings
/// that have one; a cell that says nothing is empty. A row is on its way to the disk when add…()
/// returns.
class TrainingLog {
public:
    static constexpr std::int64_t LoggedSteps = 10;

    /// Nothing is written where `path` is empty. `rows` are those of an interrupted training.
    /// FileNotWritable.
    static Result<TrainingLog> create(const std::filesystem::path& path, const Recipe& recipe,
                                      const std::string& rows);

    struct Moment {
        int network = 0;
        std::int64_t step = 0;
        int epoch = 0;
        double learningRate = 0;
        double temperature = 0;
    };
    void addStep(const Moment& moment, const Learner::Step& step, double seconds);
    void addValidation(const Moment& moment, const Evaluation& evaluation);

    /// All rows so far, without the heading. Steps that do not fill a group yet are not among them.
    const std::string& rows() const { return m_rows; }

private:
    struct Group {
        std::int64_t steps = 0;
        std::int64_t counted = 0;
        double loss = 0;
        double norm = 0;
        double seconds = 0;
        double samples = 0;
        std::vector<double> perAnatomy;
        std::vector<std::int64_t> perAnatomyCounted;
    };
    TrainingLog() = default;
    void write(const std::string& row);

    std::ofstream m_file;
    std::size_t m_anatomies = 0;
    std::size_t m_findings = 0;
    std::string m_rows;
    std::vector<Group> m_groups; ///< By network.
};

} // namespace fovea
