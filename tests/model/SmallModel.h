#pragma once

#include "model/checkpoint/ModelPackage.h"

#include <string>

namespace fovea::testing {

/// A network of a few thousand parameters with another patch, grid and levels than the released
/// one.
inline NetworkConfig smallNetwork()
{
    NetworkConfig c;
    c.hidden = 24;
    c.mlp = 40;
    c.heads = 3;
    c.layers = 6;
    c.patch = {4, 8, 8};
    c.grid = {4, 3, 3};
    c.levels = {1, 3};
    c.poolingHeads = 2;
    c.textHidden = 16;
    c.textLayers = 2;
    c.textHeads = 2;
    c.textIntermediate = 20;
    c.vocabulary = 12;
    c.maxPositions = 16;
    c.embedding = 12;
    c.anatomies = {"lung", "heart", "esophagus"};
    return c;
}

inline std::string smallVocabulary()
{
    return "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\n."
           "\nnot\neffusion\npericardial\nhernia\nlung\nlarge\n";
}

/// A package around it, not written anywhere.
inline ModelPackage smallPackage()
{
    ModelPackage package;
    package.manifest.name = "Small";
    package.manifest.demo = true;
    package.manifest.licence = "Apache-2.0";
    package.manifest.provenance = "Random numbers.";
    package.manifest.network = smallNetwork();
    package.manifest.preprocess.spacingMm = {2, 1, 1};
    package.manifest.preprocess.minimumSize = {16, 24, 24};
    package.manifest.preprocess.roi = {16, 24, 24};
    package.manifest.preprocess.marginLow = {1, 2, 2};
    package.manifest.preprocess.marginHigh = {1, 2, 2};
    package.manifest.findings = {
        {"lung",
         "pleural_effusion",
         "Pleural effusion",
         {"Effusion.", "Large effusion."},
         {"Not effusion."},
         0.4,
         {}},
        {"heart",
         "pericardial_effusion",
         "Pericardial effusion",
         {"Pericardial effusion."},
         {"Not pericardial effusion."},
         {},
         Calibration{2.0, -0.5}},
        {"esophagus", "hiatal_hernia", "Hiatal hernia", {"Hernia."}, {"Not hernia."}, {}, {}}};
    package.parameters = initialParameters(package.manifest.network, 11);
    package.vocabulary = smallVocabulary();
    return package;
}

} // namespace fovea::testing
