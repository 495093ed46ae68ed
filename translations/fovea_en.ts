<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>fovea::AnonymizeCommand</name>
    <message numerus="yes">
        <source>%n file(s) written</source>
        <translation>
            <numerusform>%n file written</numerusform>
            <numerusform>%n files written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n study(s)</source>
        <translation>
            <numerusform>%n study</numerusform>
            <numerusform>%n studies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n series</numerusform>
            <numerusform>%n series</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::AnonymizeDialog</name>
    <message numerus="yes">
        <source>%n file(s) written to %1.</source>
        <translation>
            <numerusform>%n file written to %1.</numerusform>
            <numerusform>%n files written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) left out.</source>
        <translation>
            <numerusform>%n file left out.</numerusform>
            <numerusform>%n files left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::AnonymizePreviewView</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n series</numerusform>
            <numerusform>%n series</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n study(s)</source>
        <translation>
            <numerusform>%n study</numerusform>
            <numerusform>%n studies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::AskBench</name>
    <message numerus="yes">
        <source>%n question(s), together %1 sentences, among %2 regions</source>
        <translation>
            <numerusform>%n question, together %1 sentences, among %2 regions</numerusform>
            <numerusform>%n questions, together %1 sentences, among %2 regions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::AskCommand</name>
    <message numerus="yes">
        <source>%n word(s) were not understood</source>
        <translation>
            <numerusform>%n word was not understood</numerusform>
            <numerusform>%n words were not understood</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::AskPanel</name>
    <message numerus="yes">
        <source>Most like the %1 chosen, of %n region(s). The order means something; the number is not a probability.</source>
        <translation>
            <numerusform>Most like the %1 chosen, of %n region. The order means something; the number is not a probability.</numerusform>
            <numerusform>Most like the %1 chosen, of %n regions. The order means something; the number is not a probability.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nearest to “%1”, of %n region(s). The order means something; the number is not a probability.</source>
        <translation>
            <numerusform>Nearest to “%1”, of %n region. The order means something; the number is not a probability.</numerusform>
            <numerusform>Nearest to “%1”, of %n regions. The order means something; the number is not a probability.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::AuditCommand</name>
    <message numerus="yes">
        <source>%n entry(s), none changed or missing.</source>
        <translation>
            <numerusform>%n entry, none changed or missing.</numerusform>
            <numerusform>%n entries, none changed or missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) written.</source>
        <translation>
            <numerusform>%n entry written.</numerusform>
            <numerusform>%n entries written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::AuditDialog</name>
    <message numerus="yes">
        <source>%n entry(s) in the log, none changed or missing.</source>
        <translation>
            <numerusform>%n entry in the log, none changed or missing.</numerusform>
            <numerusform>%n entries in the log, none changed or missing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::BenchCommand</name>
    <message numerus="yes">
        <source>%1, %n thread(s), LibTorch %2</source>
        <translation>
            <numerusform>%1, %n thread, LibTorch %2</numerusform>
            <numerusform>%1, %n threads, LibTorch %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n prompt(s), once per model: padded %1 s, ours %2 s (%3 times as fast)</source>
        <translation>
            <numerusform>%n prompt, once per model: padded %1 s, ours %2 s (%3 times as fast)</numerusform>
            <numerusform>%n prompts, once per model: padded %1 s, ours %2 s (%3 times as fast)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::CalibrateCommand</name>
    <message numerus="yes">
        <source>%n studies of the table have no score of this model here.</source>
        <translation>
            <numerusform>%n study of the table has no score of this model here.</numerusform>
            <numerusform>%n studies of the table have no score of this model here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::CalibrationDialog</name>
    <message numerus="yes">
        <source>Labels: findings that readers accepted or rejected, of %n patient(s) at this site.</source>
        <translation>
            <numerusform>Labels: findings that readers accepted or rejected, of %n patient at this site.</numerusform>
            <numerusform>Labels: findings that readers accepted or rejected, of %n patients at this site.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Labels: “%1”, of %n patient(s) at this site.</source>
        <translation>
            <numerusform>Labels: “%1”, of %n patient at this site.</numerusform>
            <numerusform>Labels: “%1”, of %n patients at this site.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n studies of the table have no score of this model here.</source>
        <translation>
            <numerusform>%n study of the table has no score of this model here.</numerusform>
            <numerusform>%n studies of the table have no score of this model here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>ECE %1, %n labels</source>
        <translation>
            <numerusform>ECE %1, %n label</numerusform>
            <numerusform>ECE %1, %n labels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::CalibrationText</name>
    <message numerus="yes">
        <source>In use: this site&apos;s own calibration of %n finding(s), fitted %1.</source>
        <translation>
            <numerusform>In use: this site&apos;s own calibration of %n finding, fitted %1.</numerusform>
            <numerusform>In use: this site&apos;s own calibration of %n findings, fitted %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::CompareText</name>
    <message numerus="yes">
        <source>%n day(s) earlier</source>
        <translation>
            <numerusform>%n day earlier</numerusform>
            <numerusform>%n days earlier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) later</source>
        <translation>
            <numerusform>%n day later</numerusform>
            <numerusform>%n days later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) earlier</source>
        <translation>
            <numerusform>%n month earlier</numerusform>
            <numerusform>%n months earlier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) later</source>
        <translation>
            <numerusform>%n month later</numerusform>
            <numerusform>%n months later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) earlier</source>
        <translation>
            <numerusform>%n year earlier</numerusform>
            <numerusform>%n years earlier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) later</source>
        <translation>
            <numerusform>%n year later</numerusform>
            <numerusform>%n years later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Prior: %1 (the closest match of %n earlier studies)</source>
        <translation>
            <numerusform>Prior: %1 (the closest match of %n earlier study)</numerusform>
            <numerusform>Prior: %1 (the closest match of %n earlier studies)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Linked by %n structure(s) that both segmentations have.</source>
        <translation>
            <numerusform>Linked by %n structure that both segmentations have.</numerusform>
            <numerusform>Linked by %n structures that both segmentations have.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The compared series has another frame of reference; its position was matched by %n structure(s), typically to within %1 mm.</source>
        <translation>
            <numerusform>The compared series has another frame of reference; its position was matched by %n structure, typically to within %1 mm.</numerusform>
            <numerusform>The compared series has another frame of reference; its position was matched by %n structures, typically to within %1 mm.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::ErrorText</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::ExportDesk</name>
    <message numerus="yes">
        <source>%n files are there already, “%1” among them. Replace them?</source>
        <translation>
            <numerusform>%n file is there already: “%1”. Replace it?</numerusform>
            <numerusform>%n files are there already, “%1” among them. Replace them?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files written to %1</source>
        <translation>
            <numerusform>%n file written to %1</numerusform>
            <numerusform>%n files written to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::ImportBench</name>
    <message numerus="yes">
        <source>%n file(s), %1 MB</source>
        <translation>
            <numerusform>%n file, %1 MB</numerusform>
            <numerusform>%n files, %1 MB</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::ImportCommand</name>
    <message numerus="yes">
        <source>(and %n more for this reason)</source>
        <translation>
            <numerusform>(and %n more for this reason)</numerusform>
            <numerusform>(and %n more for this reason)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::ImportController</name>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n series</numerusform>
            <numerusform>%n series</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) taken</source>
        <translation>
            <numerusform>%n image taken</numerusform>
            <numerusform>%n images taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) were already in the archive.</source>
        <translation>
            <numerusform>%n image was already in the archive.</numerusform>
            <numerusform>%n images were already in the archive.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segmentation(s) taken.</source>
        <translation>
            <numerusform>%n segmentation taken.</numerusform>
            <numerusform>%n segmentations taken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) left out; the details say why.</source>
        <translation>
            <numerusform>%n file left out; the details say why.</numerusform>
            <numerusform>%n files left out; the details say why.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segmentation(s) were already in the archive.</source>
        <translation>
            <numerusform>%n segmentation was already in the archive.</numerusform>
            <numerusform>%n segmentations were already in the archive.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(and %n more for this reason)</source>
        <translation>
            <numerusform>(and %n more for this reason)</numerusform>
            <numerusform>(and %n more for this reason)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::LoadBench</name>
    <message numerus="yes">
        <source>%n slice(s) of 512 x 512, %1 MB of pixels</source>
        <translation>
            <numerusform>%n slice of 512 x 512, %1 MB of pixels</numerusform>
            <numerusform>%n slices of 512 x 512, %1 MB of pixels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::NoteText</name>
    <message numerus="yes">
        <source>%n image(s) left out: another lies at the same place.</source>
        <translation>
            <numerusform>%n image left out: another lies at the same place.</numerusform>
            <numerusform>%n images left out: another lies at the same place.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slice(s) missing, filled with air (−1024 HU).</source>
        <translation>
            <numerusform>%n slice missing, filled with air (−1024 HU).</numerusform>
            <numerusform>%n slices missing, filled with air (−1024 HU).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) without rescale; stored values are taken for HU.</source>
        <translation>
            <numerusform>%n image without rescale; stored values are taken for HU.</numerusform>
            <numerusform>%n images without rescale; stored values are taken for HU.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n padding voxel(s) set to −1024 HU.</source>
        <translation>
            <numerusform>%n padding voxel set to −1024 HU.</numerusform>
            <numerusform>%n padding voxels set to −1024 HU.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n voxel(s) are claimed by two structures; the later one has them.</source>
        <translation>
            <numerusform>%n voxel is claimed by two structures; the later one has it.</numerusform>
            <numerusform>%n voxels are claimed by two structures; the later one has them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n structure(s) are not in the catalog.</source>
        <translation>
            <numerusform>%n structure is not in the catalog.</numerusform>
            <numerusform>%n structures are not in the catalog.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) went through a lossy compression.</source>
        <translation>
            <numerusform>%n image went through a lossy compression.</numerusform>
            <numerusform>%n images went through a lossy compression.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n structure(s) have no closed contours in this scan and were left out.</source>
        <translation>
            <numerusform>%n structure has no closed contours in this scan and was left out.</numerusform>
            <numerusform>%n structures have no closed contours in this scan and were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n structure(s) have slices without contours in between; those stay empty.</source>
        <translation>
            <numerusform>%n structure has slices without contours in between; those stay empty.</numerusform>
            <numerusform>%n structures have slices without contours in between; those stay empty.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::PackageDetails</name>
    <message numerus="yes">
        <source>Of %n finding(s), fitted on %1.</source>
        <translation>
            <numerusform>Of %n finding, fitted on %1.</numerusform>
            <numerusform>Of %n findings, fitted on %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::ReadingText</name>
    <message numerus="yes">
        <source>Percentile %1 among %n other studies in the archive.</source>
        <translation>
            <numerusform>Percentile %1 among %n other study in the archive.</numerusform>
            <numerusform>Percentile %1 among %n other studies in the archive.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No percentile: %n other studies in the archive, %1 are needed.</source>
        <translation>
            <numerusform>No percentile: %n other study in the archive, %1 are needed.</numerusform>
            <numerusform>No percentile: %n other studies in the archive, %1 are needed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unusual: farther from normal than %1 of 100, among %n normal ones in the archive.</source>
        <translation>
            <numerusform>Unusual: farther from normal than %1 of 100, among %n normal one in the archive.</numerusform>
            <numerusform>Unusual: farther from normal than %1 of 100, among %n normal ones in the archive.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>How unusual it is cannot be said: %n normal ones in the archive, %1 are needed.</source>
        <translation>
            <numerusform>How unusual it is cannot be said: %n normal one in the archive, %1 are needed.</numerusform>
            <numerusform>How unusual it is cannot be said: %n normal ones in the archive, %1 are needed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>this site&apos;s %n labels</source>
        <translation>
            <numerusform>this site&apos;s %n label</numerusform>
            <numerusform>this site&apos;s %n labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (percentile %2 of %n other studies)</source>
        <translation>
            <numerusform>%1 (percentile %2 of %n other study)</numerusform>
            <numerusform>%1 (percentile %2 of %n other studies)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Percentile %1 among %n other synthetic chests in the archive.</source>
        <translation>
            <numerusform>Percentile %1 among %n other synthetic chest in the archive.</numerusform>
            <numerusform>Percentile %1 among %n other synthetic chests in the archive.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No percentile: %n other synthetic chests in the archive, %1 are needed.</source>
        <translation>
            <numerusform>No percentile: %n other synthetic chest in the archive, %1 are needed.</numerusform>
            <numerusform>No percentile: %n other synthetic chests in the archive, %1 are needed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::ReanalysisDesk</name>
    <message numerus="yes">
        <source>%n studies of the archive were analyzed by another model.</source>
        <translation>
            <numerusform>%n study of the archive was analyzed by another model.</numerusform>
            <numerusform>%n studies of the archive were analyzed by another model.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::ReliabilityPlot</name>
    <message numerus="yes">
        <source>%1–%2: truly present %3 (%4–%5), %n studies</source>
        <translation>
            <numerusform>%1–%2: truly present %3 (%4–%5), %n study</numerusform>
            <numerusform>%1–%2: truly present %3 (%4–%5), %n studies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::ResultsReport</name>
    <message numerus="yes">
        <source>%n further findings have no probability that means anything on this study, and no verdict.</source>
        <translation>
            <numerusform>%n further finding has no probability that means anything on this study, and no verdict.</numerusform>
            <numerusform>%n further findings have no probability that means anything on this study, and no verdict.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::SearchBench</name>
    <message numerus="yes">
        <source>%n region(s) of %1 dimensions in %2 clusters</source>
        <translation>
            <numerusform>%n region of %1 dimensions in %2 clusters</numerusform>
            <numerusform>%n regions of %1 dimensions in %2 clusters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::SegmentBench</name>
    <message numerus="yes">
        <source>%1, %n thread(s), LibTorch %2</source>
        <translation>
            <numerusform>%1, %n thread, LibTorch %2</numerusform>
            <numerusform>%1, %n threads, LibTorch %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n window(s) of the network</source>
        <translation>
            <numerusform>%n window of the network</numerusform>
            <numerusform>%n windows of the network</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::SegmentCommand</name>
    <message numerus="yes">
        <source>Mean Dice of %n structure(s): %1</source>
        <translation>
            <numerusform>Mean Dice of %n structure: %1</numerusform>
            <numerusform>Mean Dice of %n structures: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::SegmentationDetails</name>
    <message numerus="yes">
        <source>%n: </source>
        <translation>
            <numerusform>%n: </numerusform>
            <numerusform>%n: </numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %n fold(s)</source>
        <translation>
            <numerusform>%1, %2, %n fold</numerusform>
            <numerusform>%1, %2, %n folds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::SegmentationPage</name>
    <message numerus="yes">
        <source>%n structure(s)</source>
        <translation>
            <numerusform>%n structure</numerusform>
            <numerusform>%n structures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::SegmenterText</name>
    <message numerus="yes">
        <source>%n parts of TotalSegmentator&apos;s “total”</source>
        <translation>
            <numerusform>%n part of TotalSegmentator&apos;s “total”</numerusform>
            <numerusform>%n parts of TotalSegmentator&apos;s “total”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::StatusLine</name>
    <message numerus="yes">
        <source>%n note(s) on this study</source>
        <translation>
            <numerusform>%n note on this study</numerusform>
            <numerusform>%n notes on this study</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::StudyPanel</name>
    <message numerus="yes">
        <source>%n slice(s)</source>
        <translation>
            <numerusform>%n slice</numerusform>
            <numerusform>%n slices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::StudyTablesExport</name>
    <message numerus="yes">
        <source>Tables of %n series written to %1</source>
        <translation>
            <numerusform>Tables of %n series written to %1</numerusform>
            <numerusform>Tables of %n series written to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n series could not be read and are missing in them; the details say why.</source>
        <translation>
            <numerusform>%n series could not be read and is missing in them; the details say why.</numerusform>
            <numerusform>%n series could not be read and are missing in them; the details say why.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::TrainSegmentCommand</name>
    <message numerus="yes">
        <source>Mean Dice of %n structure(s): %1</source>
        <translation>
            <numerusform>Mean Dice of %n structure: %1</numerusform>
            <numerusform>Mean Dice of %n structures: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::TrialView</name>
    <message numerus="yes">
        <source>%n study(ies) of the archive have this anatomy.</source>
        <translation>
            <numerusform>%n study of the archive has this anatomy.</numerusform>
            <numerusform>%n studies of the archive have this anatomy.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::TuneCommand</name>
    <message numerus="yes">
        <source>%n studies of the archive were analyzed by another model; searches find them once this one has analyzed them too, in about %1: &quot;fovea-cli analyze --all&quot;.</source>
        <translation>
            <numerusform>%n study of the archive was analyzed by another model; searches find it once this one has analyzed it too, in about %1: &quot;fovea-cli analyze --all&quot;.</numerusform>
            <numerusform>%n studies of the archive were analyzed by another model; searches find them once this one has analyzed them too, in about %1: &quot;fovea-cli analyze --all&quot;.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::TuneResultPage</name>
    <message numerus="yes">
        <source>%n studies</source>
        <translation>
            <numerusform>%n study</numerusform>
            <numerusform>%n studies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s)</source>
        <translation>
            <numerusform>%n text</numerusform>
            <numerusform>%n texts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::TuningText</name>
    <message numerus="yes">
        <source>%1: no score any more for %n case(s) %2.</source>
        <translation>
            <numerusform>%1: no score any more for %n case %2.</numerusform>
            <numerusform>%1: no score any more for %n cases %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: too few cases %2 to compare (%n of the rarer class).</source>
        <translation>
            <numerusform>%1: too few cases %2 to compare (%n of the rarer class).</numerusform>
            <numerusform>%1: too few cases %2 to compare (%n of the rarer class).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The probabilities of %n finding(s) are fitted to this site and no longer hold on the benchmark.</source>
        <translation>
            <numerusform>The probabilities of %n finding are fitted to this site and no longer hold on the benchmark.</numerusform>
            <numerusform>The probabilities of %n findings are fitted to this site and no longer hold on the benchmark.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::ViewBench</name>
    <message numerus="yes">
        <source>%1, %n thread(s)</source>
        <translation>
            <numerusform>%1, %n thread</numerusform>
            <numerusform>%1, %n threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slice(s) of 512 x 512, %1 structures; beside %2 (vtkImageReslice)</source>
        <translation>
            <numerusform>%n slice of 512 x 512, %1 structures; beside %2 (vtkImageReslice)</numerusform>
            <numerusform>%n slices of 512 x 512, %1 structures; beside %2 (vtkImageReslice)</numerusform>
        </translation>
    </message>
</context>
</TS>
