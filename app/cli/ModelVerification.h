#pragma once

#include "app/cli/CommandContext.h"
#include "app/cli/CommandParser.h"
#include "model/verify/Verification.h"

#include <QCoreApplication>

#include <string>
#include <vector>

namespace fovea {

/// `model verify FILE…`: compares this program with files of reference figures, and checks model
/// packages' folders.
///
/// Per file a table: quantity, number of values, largest difference, tolerance, result and where
/// the difference is; then what was not compared. All files are looked at; the command fails with
/// the first file that could not be read, else with the first that differs (VerificationFailed).
///
/// --json: {"passed", "files": [{"file", "kind", "passed", "comparisons": [{"quantity", "measure",
/// "values", "beyond", "largest_difference" (null: infinite), "tolerance", "passed", "where"}],
/// "not_compared", "fingerprint"}]}; a file that could not be read has "error" instead of the last
/// five.
class ModelVerification {
    Q_DECLARE_TR_FUNCTIONS(fovea::ModelVerification)

public:
    /// Declares the arguments on the subcommand's parser.
    explicit ModelVerification(CommandParser parser);

    bool chosen() const { return m_parser.parsed(); }
    Status run(CommandContext& context) const;

private:
    static QString text(const std::string& file, const Verification& verification);

    CommandParser m_parser;
    std::vector<std::string> m_files;
};

} // namespace fovea
