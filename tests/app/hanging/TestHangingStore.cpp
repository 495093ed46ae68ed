#include "app/hanging/HangingStore.h"

#include <QTemporaryDir>

#include <fstream>
#include <gtest/gtest.h>

namespace fovea {
namespace {

const std::filesystem::path shippedFolder =
    std::filesystem::path(FOVEA_SOURCE_DIR) / "resources/hanging";

class HangingStoreTest : public ::testing::Test {
protected:
    std::filesystem::path own() const { return m_folder.filePath("own").toStdString(); }
    static std::vector<std::string> names(const HangingStore::Loaded& loaded)
    {
        std::vector<std::string> out;
        for (const HangingProtocol& protocol : loaded.protocols)
            out.push_back(protocol.name);
        return out;
    }
    std::size_t files() const
    {
        return std::size_t(std::distance(std::filesystem::directory_iterator(own()), {}));
    }

private:
    QTemporaryDir m_folder;
};

TEST_F(HangingStoreTest, WhatIsShippedIsRightAndInOrder)
{
    const auto loaded = HangingStore(shippedFolder, own()).load();
    EXPECT_TRUE(loaded.problems.isEmpty()) << loaded.problems.join('\n').toStdString();
    EXPECT_EQ(names(loaded),
              (std::vector<std::string>{"CT with prior", "CT chest", "CT abdomen", "CT head"}));
}

TEST_F(HangingStoreTest, OnesOwnReplaceTheShippedAndKeepTheirOrder)
{
    HangingStore store(shippedFolder, own());
    std::vector<HangingProtocol> protocols = store.load().protocols;
    std::swap(protocols.front(), protocols.back());
    protocols.erase(protocols.begin() + 1);
    protocols[1].name = "Mein Protokoll / §";
    ASSERT_TRUE(store.save(protocols));
    EXPECT_EQ(HangingStore(shippedFolder, own()).load().protocols, protocols);
    EXPECT_EQ(files(), 3u);
    // Fewer: the files of the others go.
    protocols.resize(1);
    ASSERT_TRUE(store.save(protocols));
    EXPECT_EQ(files(), 1u);
    ASSERT_TRUE(store.save({}));
    EXPECT_TRUE(HangingStore(shippedFolder, own()).load().protocols.empty())
        << "none is a choice, too";
    EXPECT_EQ(store.shipped().protocols.size(), 4u);
}

TEST_F(HangingStoreTest, ABrokenFileIsSaidAndKeptAndTheOthersWork)
{
    HangingStore store(shippedFolder, own());
    ASSERT_TRUE(store.save(store.load().protocols));
    std::ofstream(own() / "015-mine.json") << "{\"name\": \"mine\",\n\"layout\": grid}\n";
    const auto loaded = store.load();
    EXPECT_EQ(loaded.protocols.size(), 4u);
    ASSERT_EQ(loaded.problems.size(), 1);
    EXPECT_TRUE(loaded.problems.first().contains("015-mine.json"));
    EXPECT_TRUE(loaded.problems.first().contains("line 2"));
    ASSERT_TRUE(store.save({loaded.protocols.front()}));
    EXPECT_EQ(files(), 2u) << "what was not understood is its writer's to mend";
}

TEST_F(HangingStoreTest, AFolderThatCannotBeWrittenIsSaid)
{
    HangingStore store(shippedFolder, "/proc/none/hanging");
    const Status saved = store.save(store.load().protocols);
    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().code, ErrorCode::FileNotWritable);
}

} // namespace
} // namespace fovea
