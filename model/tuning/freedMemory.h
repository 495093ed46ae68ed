#pragma once

namespace fovea {

/// Gives memory that was freed, and that the C library keeps, back to the system, where it is more
/// than 256 MB: for the end of something that took gigabytes, because prepareCpuForInference() has
/// glibc keep them all. Pages that are given back have to be had again; after every fourth step of
/// a tuning it cost a quarter of its time. With glibc; elsewhere it does nothing. Any thread.
void giveBackFreedMemory();

} // namespace fovea
