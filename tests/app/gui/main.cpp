#include "app/ModelLibrary.h"

#include <QApplication>

#include <gtest/gtest.h>

int main(int argc, char** argv)
{
    fovea::prepareModelEnvironment();
    ::setenv("QT_QPA_PLATFORM", "offscreen", 1);
    QApplication application(argc, argv);
    ::testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
