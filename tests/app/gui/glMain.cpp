#include "app/ModelLibrary.h"
#include "viewer/volume/VolumeWidget.h"

#include <QApplication>

#include <cstdio>
#include <cstdlib>
#include <gtest/gtest.h>

/// As main.cpp, but on a display with OpenGL.
int main(int argc, char** argv)
{
    ::testing::InitGoogleTest(&argc, argv);
    if (!std::getenv("DISPLAY")) {
        std::puts("skipped: no display for OpenGL");
        return 77;
    }
    fovea::prepareModelEnvironment();
    fovea::VolumeWidget::setDefaultSurfaceFormat();
    const QApplication application(argc, argv);
    return RUN_ALL_TESTS();
}
