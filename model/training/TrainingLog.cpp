#include "model/training/TrainingLog.h"

#include <cstdio>
#include <optional>

namespace fovea {

namespace {

std::string cell(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, ",%.6g", value);
    return text;
}

/// Of what would be stated as probabilities: scores calibrated on the other folds.
std::optional<double> meanCalibrationError(const Evaluation& evaluation)
{
    double sum = 0;
    int count = 0;
    for (const FindingMetrics& finding : evaluation.findings) {
        if (!finding.calibration || !finding.calibration->errorCalibrated)
            continue;
        sum += *finding.calibration->errorCalibrated;
        ++count;
    }
    return count > 0 ? std::optional(sum / count) : std::nullopt;
}

std::string begin(const char* kind, const TrainingLog::Moment& moment)
{
    return std::string(kind) + ',' + std::to_string(moment.network + 1) + ',' +
           std::to_string(moment.step) + ',' + std::to_string(moment.epoch) +
           cell(moment.learningRate);
}

} // namespace

Result<TrainingLog> TrainingLog::create(const std::filesystem::path& path, const Recipe& recipe,
                                        const std::string& rows)
{
    TrainingLog log;
    log.m_rows = rows;
    log.m_findings = recipe.findings.size();
    std::string heading = "kind,network,step,epoch,learning_rate,loss,gradient_norm,temperature,"
                          "samples_per_second";
    for (const std::string& anatomy : networkOf(recipe).anatomies) {
        heading += ",loss_" + anatomy;
        ++log.m_anatomies;
    }
    heading += ",mean_auc,mean_calibration_error";
    for (const FindingDefinition& finding : recipe.findings)
        heading += ",auc_" + finding.anatomyId + "_" + finding.id;
    if (path.empty())
        return log;
    log.m_file.open(path, std::ios::binary | std::ios::trunc);
    log.m_file << heading << '\n' << rows << std::flush;
    if (!log.m_file)
        return makeError(ErrorCode::FileNotWritable, {path.string()});
    return log;
}

void TrainingLog::addStep(const Moment& moment, const Learner::Step& step, double seconds)
{
    const auto network = static_cast<std::size_t>(moment.network);
    if (m_groups.size() <= network)
        m_groups.resize(network + 1);
    Group& group = m_groups[network];
    group.perAnatomy.resize(m_anatomies);
    group.perAnatomyCounted.resize(m_anatomies);
    ++group.steps;
    group.seconds += seconds;
    group.samples += static_cast<double>(step.samples);
    if (step.counted) {
        ++group.counted;
        group.loss += step.loss;
        group.norm += step.gradientNorm;
        for (const auto& [anatomy, loss] : step.perAnatomy) {
            group.perAnatomy[static_cast<std::size_t>(anatomy)] += loss;
            ++group.perAnatomyCounted[static_cast<std::size_t>(anatomy)];
        }
    }
    if (moment.step % LoggedSteps != 0)
        return;
    const auto mean = [](double sum, std::int64_t count) {
        return count > 0 ? cell(sum / static_cast<double>(count)) : std::string(",");
    };
    std::string row = begin("steps", moment) + mean(group.loss, group.counted) +
                      mean(group.norm, group.counted) + cell(moment.temperature) +
                      cell(group.seconds > 0 ? group.samples / group.seconds : 0);
    for (std::size_t a = 0; a < m_anatomies; ++a)
        row += mean(group.perAnatomy[a], group.perAnatomyCounted[a]);
    row.append(2 + m_findings, ',');
    write(row);
    group = {};
}

void TrainingLog::addValidation(const Moment& moment, const Evaluation& evaluation)
{
    std::string row = begin("validation", moment) + ",," + cell(moment.temperature) + ',';
    row.append(m_anatomies, ',');
    row += cell(evaluation.meanAuc);
    const std::optional<double> error = meanCalibrationError(evaluation);
    row += error ? cell(*error) : std::string(",");
    for (const FindingMetrics& finding : evaluation.findings)
        row += finding.auc ? cell(*finding.auc) : std::string(",");
    write(row);
}

void TrainingLog::write(const std::string& row)
{
    m_rows += row + '\n';
    if (m_file.is_open())
        m_file << row << '\n' << std::flush;
}

} // namespace fovea
