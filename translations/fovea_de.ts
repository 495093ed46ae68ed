<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ArgumentText</name>
    <message>
        <source>Reads CT studies. Research software, not a medical device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the synthetic sample study.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a picture of the window once the study is analyzed, then quit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive folder to use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CT folder, then segmentation, to open.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fovea::AnalysisReport</name>
    <message>
        <source>not segmented</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too small in this scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anatomy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abnormality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume (ml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean HU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SD HU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibrated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not scored: %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model: %1 (%2, on %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the demo model, trained on synthetic phantoms: its scores mean nothing on a patient.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fovea::AnalyzeCommand</name>
    <message>
        <source>Score and measure the segmented anatomies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every series that has a segmentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segmentation to attach first: NIfTI, NRRD, DICOM SEG or a folder of masks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute again what the archive has already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series %1 failed: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (stored answer)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fovea::Anatomy</name>
    <message>
        <source>Lung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esophagus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aorta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trachea</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulmonary artery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulmonary veins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supra-aortic arteries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Superior vena cava</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inferior vena cava</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portal and splenic vein</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iliac arteries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iliac veins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thyroid gland</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spleen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kidneys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adrenal glands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pancreas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gallbladder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stomach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duodenum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small bowel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large bowel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urinary bladder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prostate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ribs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sternum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clavicles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scapulae</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Humeri</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Femurs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sacrum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cervical vertebrae</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thoracic vertebrae</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lumbar vertebrae</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spinal cord</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skull</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deep muscles of the back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iliopsoas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gluteal muscles</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fovea::AnatomyPanel</name>
    <message>
        <source>Anatomy colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abnormality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlay opacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anatomies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anatomy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ml</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean HU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No segmentation is open.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fovea::AskCommand</name>
    <message>
        <source>Rank regions against a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to look for, e.g. &quot;pleural effusion&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every region of the archive that the model has seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many matches to print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anatomy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fovea::AskPanel</name>
    <message>
        <source>Ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>e.g. pleural effusion on the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question in plain words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regions ranked against the question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>#</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similarity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regions of this study by similarity with “%1”. The order means something; the number is not a probability.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask in plain words; the study&apos;s regions are ranked against the text.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fovea::Command</name>
    <message>
        <source>The archive&apos;s folder (default: yours)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the result as one JSON object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model package (default: yours, or the demo model)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fovea::CommandLine</name>
    <message>
        <source>Fovea reads CT with fVLM. Research software, not a medical device.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fovea::DemoCommand</name>
    <message>
        <source>Analyse a synthetic sample study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the sample study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anatomy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This study is a synthetic phantom, not a patient. Fovea is research software and not a medical device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for &quot;%1&quot;:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fovea::ErrorText</name>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory. Close other studies or programs and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An unexpected failure in a library. The details say which; please report it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file or folder “%1”. Check the path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be read. Check its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be written. Check the folder&apos;s permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full while writing “%1”. Free some space and try again; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a DICOM file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a CT image (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no CT series in “%1”. Choose the folder that holds the study&apos;s images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is damaged and cannot be read. Export it again from where it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This kind of image data is not supported: %1. Export the series uncompressed and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a localizer (scout view) and not part of a volume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images of this series do not form one volume: they differ in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slices are not evenly spaced: %1 mm expected, %2 mm found. Images may be missing; export the series again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gantry was tilted by %1°, which is not supported yet: the volume would be sheared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rescale slope %1 does not give whole Hounsfield units. This is not a CT in HU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value of %1 HU is outside what a CT can hold (−32768 to 32767).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The series has no images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The segmentation does not lie on this CT: %1 differs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a segmentation: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The segmentation belongs to another patient or scan: %1 differs. It was not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The segmentation “%1” is empty: it marks no voxel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive “%1” cannot be opened. Check that the folder exists and can be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive was written by a newer version of Fovea (format %1, this version knows %2). Update the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive did not accept a change; nothing was lost. The details say why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not in the archive. Import it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” matches more than one. Name it fully.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model library “%1” cannot be loaded. Install LibTorch and Fovea again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model package in “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model package is damaged: %1: %2. Import the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model has no tensor “%1”. It is not an fVLM checkpoint, or incomplete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tensor “%1” should have the shape %2 and has %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tensor “%1” holds values that are not numbers (NaN or infinite).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoint asks to run “%1”. It was refused and nothing was run. Do not trust this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoint cannot be read: %1. Download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vocabulary cannot be used: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the model&apos;s anatomies is segmented in this study. Open a segmentation that has them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a question first, for example “pleural effusion”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training diverged at step %1: the loss is no longer a number. Use a lower learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no studies to work on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be understood: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fovea::EvaluateCommand</name>
    <message>
        <source>Measure a model on studies with known truth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anatomy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AUC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean AUC over %1 studies: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fovea::Finding</name>
    <message>
        <source>Emphysema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Atelectasis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lung nodule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lung opacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulmonary fibrotic sequela</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pleural effusion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mosaic attenuation pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peribronchial thickening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consolidation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bronchiectasis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interlobular septal thickening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cardiomegaly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pericardial effusion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coronary artery wall calcification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hiatal hernia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arterial wall calcification</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fovea::FindingsModel</name>
    <message>
        <source>Raw score: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read against the model&apos;s threshold: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibrated probability: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not calibrated: the score is not a probability.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anatomy and finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fovea::FindingsPanel</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings by anatomy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the analysis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a study to see its findings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model: %1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ Demo model, trained on synthetic phantoms only. Its scores mean nothing on a patient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Research software, not a medical device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not scored, because not segmented: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fovea::GridOptions</name>
    <message>
        <source>Columns, rows and slices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between columns, rows and slices, in mm</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fovea::ImportCommand</name>
    <message>
        <source>Take DICOM studies into the archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files or folders with DICOM images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the files where they are and remember their place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segmentations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images: %1 taken, %2 already there; segmentations: %3 taken, %4 already there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out: %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fovea::ImportController</name>
    <message>
        <source>No CT series was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) taken</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) were already in the archive.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segmentation(s) taken.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) left out; the details say why.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::ListCommand</name>
    <message>
        <source>List the archive&apos;s studies and series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only studies in which these words occur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segmentations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analysed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No studies.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fovea::MainWindow</name>
    <message>
        <source>Fovea</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Studies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anatomy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Fovea</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;segmentation…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open segmentation &amp;folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open sa&amp;mple study (synthetic)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Analyze again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask a &amp;question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Search studies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This series has no segmentation.
Open one: Ctrl+Shift+O, or drop it on the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings need the segmented anatomy. Open a segmentation of this series.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analyzing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No segmentation is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the sample study…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder with a CT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a segmentation of this series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segmentations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Fovea</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fovea %1

A workstation for reading CT with a fine-grained vision-language model.

Research software, not a medical device: not for diagnosis or treatment. Nothing is sent anywhere.

Licence: Apache-2.0</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fovea::ModelCommand</name>
    <message>
        <source>Show or import model packages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a model package is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model package (default: yours, or the demo model)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a package out of a released fVLM checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoint (.pth)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder with the text encoder&apos;s vocab.txt and config.json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Package folder to make</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Package: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anatomies: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provenance: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fovea::NoteText</name>
    <message numerus="yes">
        <source>%n image(s) left out: another lies at the same place.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slice(s) missing, filled with air (−1024 HU).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Slices lie up to %1 mm from their even place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A single slice; its thickness is taken as %1 mm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) without rescale; stored values are taken for HU.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Rescale slope %1 is not whole; HU are rounded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n padding voxel(s) set to −1024 HU.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Floating point values were rounded to whole HU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The segmentation has another grid and was resampled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The segmentation covers %1 % of the volume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n voxel(s) are claimed by two structures; the later one has them.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n structure(s) are not in the catalog.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Some labels have no name; they are shown by their number.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fovea::PhantomCommand</name>
    <message>
        <source>Write synthetic chest CTs with their truth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder to write into</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing phantoms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fovea::SeriesAnalysis</name>
    <message>
        <source>Reading segmentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analysing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fovea::SeriesSelection</name>
    <message>
        <source>One series, by id or SeriesInstanceUID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The only CT series of a study, by id or StudyInstanceUID</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fovea::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundled demo model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language and archive folder take effect when Fovea is started again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fovea::SliceOverlay</name>
    <message>
        <source>%1 / %2
%3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W %1  L %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom %1%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 HU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No study open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fovea::SliceWidget</name>
    <message>
        <source>%1 slices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slice %1 of %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No study open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 mm</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fovea::StatusLine</name>
    <message>
        <source>Model: loading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Research software – not a medical device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 HU</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) on this study</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fovea::StudyOptions</name>
    <message>
        <source>How many phantoms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of the first phantom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of studies as the phantom command writes them</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fovea::StudyPanel</name>
    <message>
        <source>(no name)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n slice(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 × %2 × %3 voxels, %4 mm between slices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, segmented</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search patient, id, description…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search studies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Studies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient and study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date and size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No studies yet. Open a folder with a CT (Ctrl+O), or drop one here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No study matches.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fovea::TrainCommand</name>
    <message>
        <source>Train a model package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many studies to validate with (default: a tenth)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Architecture, preprocessing, prompts and schedule, as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Package folder to make</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instead of the recipe&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fovea::ViewActions</name>
    <message>
        <source>&amp;Window level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anatomy &amp;overlay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;3D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show anatomy and &amp;AI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;crosshair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Interpolate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset zoom and position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anatomy &amp;colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Abnormality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As out&amp;lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Surfaces only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From &amp;anterior</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From &amp;posterior</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From &amp;left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From &amp;right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From &amp;head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From &amp;feet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;All four</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;xial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Coronal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sagittal</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fovea::ViewGrid</name>
    <message>
        <source>3D needs OpenGL, which this display does not offer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fovea::Viewer</name>
    <message>
        <source>Lung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soft tissue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mediastinum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coronal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sagittal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  %2  %3 mm</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fovea::VolumeWidget</name>
    <message>
        <source>3D view</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
