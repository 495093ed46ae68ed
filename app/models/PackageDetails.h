#pragma once

#include "app/models/modelFolder.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace fovea {

/// All that is known of one model package. Texts can be selected and copied.
class PackageDetails : public QWidget {
    Q_OBJECT

public:
    explicit PackageDetails(QWidget* parent = nullptr);

    /// `fingerprint`: hex; empty while it is not known. `fingerprintProblem`: why it never will be.
    void show(const KnownPackage& package, const QString& fingerprint,
              const QString& fingerprintProblem);
    void clear();

private:
    void showFacts(const PackageFacts& facts);
    void showFingerprint(const QString& fingerprint, const QString& problem);

    QLabel* m_name;
    QLabel* m_warning;
    QWidget* m_form;
    QLabel* m_licence;
    QLabel* m_provenance;
    QLabel* m_anatomies;
    QLabel* m_thresholds;
    QLabel* m_fingerprint;
    QPushButton* m_copy;
    QLabel* m_size;
    QLabel* m_folder;
};

/// Bytes in decimal units and the user's language.
QString sizeText(std::uintmax_t bytes);

} // namespace fovea
