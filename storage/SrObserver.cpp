#include "storage/SrObserver.h"

#include "storage/srCodes.h"

namespace fovea {

void addDeviceObserver(SrTree& tree, const DerivedOptions& options)
{
    constexpr auto Context = DSRTypes::RT_hasObsContext;
    tree.code(Context, sr::observerType, sr::device);
    tree.uid(Context, sr::deviceUid,
             UidGenerator("2.25", 0).uid("Fovea " + options.softwareVersion));
    tree.text(Context, sr::deviceName, "Fovea");
    tree.text(Context, sr::deviceManufacturer, "Fovea");
    tree.text(Context, sr::deviceModel,
              options.softwareVersion.empty() ? "Fovea" : "Fovea " + options.softwareVersion);
}

} // namespace fovea
