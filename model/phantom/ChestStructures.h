#pragma once

#include "model/domain/LabelMap.h"

#include <cstdint>
#include <vector>

namespace fovea {

/// Label values of the phantom's structures: those of TotalSegmentator v2's `total` task, so that
/// a phantom's label map reads like a real segmentation.
namespace ChestLabel {
inline constexpr std::uint16_t Background = 0;
inline constexpr std::uint16_t Spleen = 1;
inline constexpr std::uint16_t KidneyRight = 2;
inline constexpr std::uint16_t KidneyLeft = 3;
inline constexpr std::uint16_t Liver = 5;
inline constexpr std::uint16_t Stomach = 6;
inline constexpr std::uint16_t LungUpperLeft = 10;
inline constexpr std::uint16_t LungLowerLeft = 11;
inline constexpr std::uint16_t LungUpperRight = 12;
inline constexpr std::uint16_t LungMiddleRight = 13;
inline constexpr std::uint16_t LungLowerRight = 14;
inline constexpr std::uint16_t Esophagus = 15;
inline constexpr std::uint16_t Trachea = 16;
inline constexpr std::uint16_t VertebraL1 = 31; ///< T12 is 32, and so on up to T1, 43.
inline constexpr std::uint16_t Heart = 51;
inline constexpr std::uint16_t Aorta = 52;
inline constexpr std::uint16_t PulmonaryVein = 53;
inline constexpr std::uint16_t BrachiocephalicTrunk = 54;
inline constexpr std::uint16_t SubclavianRight = 55;
inline constexpr std::uint16_t SubclavianLeft = 56;
inline constexpr std::uint16_t CarotidRight = 57;
inline constexpr std::uint16_t CarotidLeft = 58;
inline constexpr std::uint16_t BrachiocephalicVeinLeft = 59;
inline constexpr std::uint16_t BrachiocephalicVeinRight = 60;
inline constexpr std::uint16_t SuperiorVenaCava = 62;
inline constexpr std::uint16_t InferiorVenaCava = 63;
inline constexpr std::uint16_t HumerusLeft = 69;
inline constexpr std::uint16_t HumerusRight = 70;
inline constexpr std::uint16_t ScapulaLeft = 71;
inline constexpr std::uint16_t ScapulaRight = 72;
inline constexpr std::uint16_t ClavicleLeft = 73;
inline constexpr std::uint16_t ClavicleRight = 74;
inline constexpr std::uint16_t SpinalCord = 79;
inline constexpr std::uint16_t AutochthonLeft = 86;
inline constexpr std::uint16_t AutochthonRight = 87;
inline constexpr std::uint16_t RibLeft1 = 92;   ///< Rib n is this + n - 1.
inline constexpr std::uint16_t RibRight1 = 104; ///< Rib n is this + n - 1.
inline constexpr std::uint16_t Sternum = 116;
inline constexpr std::uint16_t CostalCartilages = 117;
// Numbers of our own: TotalSegmentator has these in tasks of their own.
inline constexpr std::uint16_t HeartMyocardium = 201;
inline constexpr std::uint16_t HeartAtriumLeft = 202;
inline constexpr std::uint16_t HeartVentricleLeft = 203;
inline constexpr std::uint16_t HeartAtriumRight = 204;
inline constexpr std::uint16_t HeartVentricleRight = 205;
inline constexpr std::uint16_t PulmonaryArtery = 206;

inline constexpr bool isLung(std::uint16_t label)
{
    return label >= LungUpperLeft && label <= LungLowerRight;
}
inline constexpr bool isHeart(std::uint16_t label)
{
    return label == Heart || (label >= HeartMyocardium && label <= HeartVentricleRight);
}
inline constexpr bool isLeftLung(std::uint16_t label)
{
    return label == LungUpperLeft || label == LungLowerLeft;
}
} // namespace ChestLabel

/// Every structure a phantom can have, named as TotalSegmentator v2 names it, with its catalog
/// anatomy, side and colour.
std::vector<Structure> chestStructures();

} // namespace fovea
