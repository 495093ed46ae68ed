#pragma once

#include "app/hanging/HangingProtocol.h"

#include <QString>

namespace fovea {

// Names of hanging protocols and their parts, for people.

/// Of a shipped protocol in the user's language, else as its writer called it.
QString protocolName(const HangingProtocol& protocol);
QString bodyPartName(BodyPart part);
/// A preset's name, or "W 1500  L −600".
QString windowName(const WindowLevel& window);
/// Text that stands as it is in a menu, where "&" means something.
QString menuText(QString text);

} // namespace fovea
