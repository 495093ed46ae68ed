#pragma once

#include "app/anatomy/checkText.h"
#include "model/domain/FindingReading.h"
#include "storage/VerdictRecords.h"

#include <QStandardItemModel>
#include <QString>

#include <map>
#include <optional>
#include <string>

namespace fovea {

/// What readers decided about the findings of the open study.
using VerdictMap = std::map<FindingKey, VerdictRecord>;

/// Anatomies that need a look first, under each its findings likewise, as readFindings() sorts
/// them.
class FindingsModel : public QStandardItemModel {
    Q_OBJECT

public:
    enum Role {
        AnatomyIdRole = Qt::UserRole + 1, ///< QString, on every row.
        FindingIdRole,                    ///< QString; empty on an anatomy's row.
        ScoreRole,                        ///< double in [0, 1]: the probability. Invalid: none.
        PercentileRole,                   ///< double in [0, 100]. Invalid: none.
        AboveRole,                        ///< bool: above the threshold it is read against.
        VerdictRole,                      ///< int: Verdict. Invalid on an anatomy's row.
        DoubtRole,                        ///< QString: what speaks against the anatomy's
                                          ///< segmentation; empty: nothing.
    };
    enum Column { NameColumn, ProbabilityColumn, PercentileColumn, VerdictColumn, ColumnCount };

    explicit FindingsModel(QObject* parent = nullptr);

    void setReadings(const std::vector<AnatomyReading>& anatomies, const VerdictMap& verdicts);
    /// The rows stay; only what is said of verdicts changes.
    void setVerdicts(const VerdictMap& verdicts);
    /// Why scores of an anatomy are to be read with care, by its id; for what is shown and what
    /// will be. Marked with an icon; the reason is in the tool tip.
    void setDoubts(std::map<std::string, AnatomyDoubt> doubts);
    void clearReadings();

    /// Empty on an anatomy's row.
    static std::optional<FindingKey> keyOf(const QModelIndex& index);
    /// Invalid where no row has it.
    QModelIndex indexOf(const FindingKey& key) const;

private:
    void showDoubts();

    std::map<std::string, AnatomyDoubt> m_doubts;
};

} // namespace fovea
