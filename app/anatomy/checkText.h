#pragma once

#include "app/work/studyWork.h"
#include "model/domain/StructureCheck.h"

#include <QIcon>
#include <QString>

#include <map>
#include <string>

namespace fovea {

/// What a reader should know of a structure before trusting its numbers, a sentence per line; empty
/// where nothing speaks against it.
QString checkText(const StructureCheck& check);

/// How sure the network was of it, in numbers.
QString confidenceText(const StructureConfidence& confidence);

/// A warning sign, a mark of what the scan cuts, or a null icon.
QIcon checkIcon(const StructureCheck& check);

/// Why scores of an anatomy should be read with care.
struct AnatomyDoubt {
    StructureCheck check; ///< What speaks against any of its structures.
    QString text;         ///< The same in words, under the structures' names.

    bool operator==(const AnatomyDoubt& other) const { return text == other.text; }
};

/// By the anatomies' ids; those that nothing speaks against are not in it.
std::map<std::string, AnatomyDoubt> anatomyDoubts(const LoadedLabelMap& labels);

/// What speaks against either.
StructureCheck joined(const StructureCheck& a, const StructureCheck& b);

} // namespace fovea
