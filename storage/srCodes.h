#pragma once

#include "model/domain/Anatomy.h"

#include <array>

// Codes of PS3.16 that structured reports of ours are made of. Internal to storage/.

namespace fovea::sr {

inline CodedConcept dcm(const char* value, const char* meaning)
{
    return {"DCM", value, meaning};
}
inline CodedConcept sct(const char* value, const char* meaning)
{
    return {"SCT", value, meaning};
}
inline CodedConcept ucum(const char* value, const char* meaning)
{
    return {"UCUM", value, meaning};
}
inline CodedConcept fovea(const char* value, const char* meaning)
{
    return {"99FOVEA", value, meaning};
}

// Documents
inline const CodedConcept measurementReport = dcm("126000", "Imaging Measurement Report");
inline const CodedConcept ofInterest = dcm("113000", "Of Interest");
inline const CodedConcept keyObjectDescription = dcm("113012", "Key Object Description");
inline const CodedConcept language = dcm("121049", "Language of Content Item and Descendants");
inline const CodedConcept english{"RFC5646", "en-US", "English (United States)"};
inline const CodedConcept observerType = dcm("121005", "Observer Type");
inline const CodedConcept device = dcm("121007", "Device");
inline const CodedConcept deviceUid = dcm("121012", "Device Observer UID");
inline const CodedConcept deviceName = dcm("121013", "Device Observer Name");
inline const CodedConcept deviceManufacturer = dcm("121014", "Device Observer Manufacturer");
inline const CodedConcept deviceModel = dcm("121015", "Device Observer Model Name");
inline const CodedConcept personName = dcm("121008", "Person Observer Name");
inline const CodedConcept procedureReported = dcm("121058", "Procedure reported");
inline const CodedConcept ctProcedure{"LN", "25045-6", "CT unspecified body region"};
inline const CodedConcept imageLibrary = dcm("111028", "Image Library");
inline const CodedConcept imageLibraryGroup = dcm("126200", "Image Library Group");
inline const CodedConcept modality = dcm("121139", "Modality");
inline const CodedConcept ct = dcm("CT", "Computed Tomography");
inline const CodedConcept frameOfReference = dcm("112227", "Frame of Reference UID");
inline const CodedConcept imagingMeasurements = dcm("126010", "Imaging Measurements");
inline const CodedConcept measurementGroup = dcm("125007", "Measurement Group");
inline const CodedConcept trackingId = dcm("112039", "Tracking Identifier");
inline const CodedConcept trackingUid = dcm("112040", "Tracking Unique Identifier");
inline const CodedConcept finding = dcm("121071", "Finding");
inline const CodedConcept findingAsked = fovea("finding-asked", "Finding asked for");
inline const CodedConcept findingSite = sct("363698007", "Finding Site");
inline const CodedConcept laterality = sct("272741003", "Laterality");
inline const CodedConcept left = sct("7771000", "Left");
inline const CodedConcept right = sct("24028007", "Right");
inline const CodedConcept anatomicalStructure = sct("91723000", "Anatomical structure");
inline const CodedConcept referencedSegment = dcm("121191", "Referenced Segment");
inline const CodedConcept sourceSeries = dcm("121232", "Source series for segmentation");
inline const CodedConcept imageRegion = dcm("111030", "Image Region");
inline const CodedConcept path = dcm("121055", "Path");
inline const CodedConcept comment = dcm("121106", "Comment");

// Quantities
inline const CodedConcept volume = sct("118565006", "Volume");
inline const CodedConcept attenuation = dcm("112031", "Attenuation Coefficient");
inline const CodedConcept length = sct("410668003", "Length");
inline const CodedConcept angle = sct("1483009", "Angle");
inline const CodedConcept area = sct("42798000", "Area");
inline const CodedConcept derivation = dcm("121401", "Derivation");
inline const CodedConcept mean = sct("373098007", "Mean");
inline const CodedConcept deviation = sct("386136009", "Standard Deviation");
inline const CodedConcept minimum = sct("255605001", "Minimum");
inline const CodedConcept maximum = sct("56851009", "Maximum");
inline const CodedConcept millilitre = ucum("mL", "milliliter");
inline const CodedConcept millimetre = ucum("mm", "millimeter");
inline const CodedConcept squareMillimetre = ucum("mm2", "square millimeter");
inline const CodedConcept degree = ucum("deg", "degree");
inline const CodedConcept hounsfield = ucum("[hnsf'U]", "Hounsfield unit");
inline const CodedConcept noUnits = ucum("1", "no units");

// What the model says
inline const CodedConcept rawScore = fovea("raw-score", "Raw score (not a probability)");
inline const CodedConcept margin = fovea("margin", "Cosine margin (not a probability)");
inline const CodedConcept probability = fovea("probability", "Calibrated probability");
inline const CodedConcept threshold = fovea("threshold", "Threshold of the raw score");
inline const CodedConcept calibratedOn = fovea("calibrated-on", "Calibrated on");
inline const CodedConcept verdict = fovea("verdict", "Reader's verdict");
inline const CodedConcept accepted = fovea("accepted", "Accepted by the reader");
inline const CodedConcept rejected = fovea("rejected", "Rejected by the reader");
/// All that is nobody's own finding.
inline const std::array ownCodes{findingAsked, rawScore, margin,   probability, threshold,
                                 calibratedOn, verdict,  accepted, rejected};
inline const CodedConcept algorithmName = dcm("111001", "Algorithm Name");
inline const CodedConcept algorithmVersion = dcm("111003", "Algorithm Version");

} // namespace fovea::sr
