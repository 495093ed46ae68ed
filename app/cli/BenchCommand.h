#pragma once

#include "app/cli/AskBench.h"
#include "app/cli/Command.h"
#include "app/cli/ImportBench.h"
#include "app/cli/LabelBench.h"
#include "app/cli/ListBench.h"
#include "app/cli/SearchBench.h"
#include "app/cli/SegmentBench.h"
#include "model/bench/BenchReport.h"

#include <QCoreApplication>

#include <map>
#include <optional>

namespace fovea {

/// `bench analyze [--model PACKAGE] [--rounds N] [--in-process-only]`: how long an analysis takes
/// with the reference's order of work and with ours, and how far their answers are apart. Without
/// --model, a network of the released size with random weights.
///
/// The reference also runs in a process of its own (this program with --reference-process), with
/// LibTorch as users of the released code run it.
///
/// --json: {"processor", "threads", "torch", "cases": [{"kind", "variants": [{"name", "seconds",
///  "median_seconds", "passes", "ratio", "ratio_own_process", "vector_difference",
///  "smallest_cosine", "score_difference"}]}], "rates": [...], "prompts": {...},
///  "preprocess_seconds", "peak_device_bytes"}
///
/// `bench load [--slices N] [--rounds N]`: see LoadBench. `bench view [--slices N] [--frames N]`:
/// see ViewBench.
/// `bench import [--files N] [--folder DIR]`: see ImportBench. `bench labels [--slices N]
/// [--rounds N] [--folder DIR]`: see LabelBench.
/// `bench list [--studies N] [--instances N] [--folder DIR]`: see ListBench.
/// `bench ask [--model PACKAGE] [--studies N] [--folder DIR]`: see AskBench.
/// `bench segment [--model DIR] [--size D H W]`: see SegmentBench.
/// `bench search [--regions N] [--queries N] [--probed PERCENT] [--folder DIR]`: see SearchBench.
class BenchCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(fovea::BenchCommand)

public:
    BenchCommand(CommandParser& parent, CommonOptions& options);
    Status run(CommandContext& context) override;

    /// Whether these arguments ask for the reference with LibTorch's own settings: main() must then
    /// leave the environment alone.
    static bool wantsOwnSettings(int argc, char** argv);

private:
    /// Seconds of the reference per case, in a process of its own.
    using OwnProcess = std::map<std::string, double>;

    Status runAnalyze(CommandContext& context);
    Status runLoad(CommandContext& context);
    Status runView(CommandContext& context);
    Status runSearch(CommandContext& context);
    Status runAsk(CommandContext& context);
    Status runList(CommandContext& context);
    Status runSegment(CommandContext& context);
    Status runImport(CommandContext& context);
    Status runLabels(CommandContext& context);
    Result<OwnProcess> runOwnProcess(CommandContext& context) const;
    nlohmann::json json(const BenchReport& report, const OwnProcess& own) const;
    QString text(const BenchReport& report, const OwnProcess& own) const;

    CommandParser m_analyze;
    CommandParser m_load;
    CommandParser m_view;
    CommandParser m_search;
    CommandParser m_ask;
    CommandParser m_segment;
    CommandParser m_import;
    CommandParser m_labels;
    ImportBench::Options m_importOptions;
    LabelBench::Options m_labelOptions;
    CommandParser m_list;
    ListBench::Options m_listOptions;
    SegmentBench::Options m_segmentOptions;
    SearchBench::Options m_searchOptions;
    AskBench::Options m_askOptions;
    std::optional<int> m_probed;
    int m_slices = 1000;
    int m_loadRounds = 3;
    int m_viewSlices = 300;
    int m_frames = 100;
    std::string m_model;
    int m_rounds = 3;
    bool m_inProcessOnly = false;
    bool m_referenceProcess = false;
};

} // namespace fovea
