#pragma once

#include "app/work/tuning/estimateWays.h"

#include <QTreeWidget>

#include <vector>

namespace fovea {

/// What each way of tuning would take here, and what of the model it can change.
class WayTable : public QTreeWidget {
    Q_OBJECT

public:
    explicit WayTable(QWidget* parent = nullptr);

    /// `limit`: of memory, in bytes; what may take more is shown as too large. 0: none.
    void show(const std::vector<WayEstimate>& ways, std::uint64_t limit);
};

} // namespace fovea
