#include <QApplication>

#include <gtest/gtest.h>
#include <memory>

namespace {

/// One QApplication for all cases, on the platform without a display.
class QtEnvironment : public ::testing::Environment {
public:
    void SetUp() override
    {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        m_application = std::make_unique<QApplication>(m_count, m_arguments);
    }
    void TearDown() override { m_application.reset(); }

private:
    char m_name[12] = "test_viewer";
    char* m_arguments[2] = {m_name, nullptr};
    int m_count = 1;
    std::unique_ptr<QApplication> m_application;
};

[[maybe_unused]] const auto* const environment =
    ::testing::AddGlobalTestEnvironment(new QtEnvironment);

} // namespace
