#pragma once

namespace fovea {

/// Whose words a report is written in. No sentence of one is a sentence of the other.
enum class ReportStyle {
    /// Free sentences: "There is mild emphysema in both lungs." On lung, heart, esophagus, aorta.
    Narrative,
    /// Terse items: "Low-grade parenchymal destruction by emphysema, both lungs." On the liver too.
    Structured,
};

} // namespace fovea
