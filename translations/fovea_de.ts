<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ArgumentText</name>
    <message>
        <source>Reads CT studies. Research software, not a medical device.</source>
        <translation>Wertet CT-Studien aus. Forschungssoftware, kein Medizinprodukt.</translation>
    </message>
    <message>
        <source>Open the synthetic sample study.</source>
        <translation>Die synthetische Beispielstudie öffnen.</translation>
    </message>
    <message>
        <source>Save a picture of the window once the study is analyzed, then quit.</source>
        <translation>Nach der Analyse der Studie ein Bild des Fensters speichern und das Programm beenden.</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Archive folder to use.</source>
        <translation>Zu verwendender Archivordner.</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>CT folder, then segmentation, to open.</source>
        <translation>Zu öffnender CT-Ordner, danach Segmentierung.</translation>
    </message>
    <message>
        <source>Unsaved corrections of one window may be lost by the other.</source>
        <translation>Nicht gespeicherte Korrekturen eines Fensters können durch das andere verloren gehen.</translation>
    </message>
    <message>
        <source>Open anyway</source>
        <translation>Trotzdem öffnen</translation>
    </message>
</context>
<context>
    <name>FindingsDesk</name>
    <message>
        <source>Unknown reader</source>
        <translation>Unbekannter Befunder</translation>
    </message>
</context>
<context>
    <name>fovea::AdapterImport</name>
    <message>
        <source>Choose the folder of another site&apos;s adapter (with adapter.json)</source>
        <translation>Ordner des Adapters eines anderen Standorts wählen (mit adapter.json)</translation>
    </message>
    <message>
        <source>“%1” was made of another model, which is not here: %2. Import that model first; nothing was added.</source>
        <translation>„%1“ wurde aus einem anderen Modell gemacht, das hier nicht vorhanden ist: %2. Importieren Sie zuerst dieses Modell; es wurde nichts hinzugefügt.</translation>
    </message>
    <message>
        <source>“%1” (%2)</source>
        <comment>a model and its fingerprint</comment>
        <translation>„%1“ (%2)</translation>
    </message>
</context>
<context>
    <name>fovea::AnalysisReport</name>
    <message>
        <source>not segmented</source>
        <translation>nicht segmentiert</translation>
    </message>
    <message>
        <source>too small in this scan</source>
        <translation>in dieser Aufnahme zu klein</translation>
    </message>
    <message>
        <source>Anatomy</source>
        <translation>Anatomie</translation>
    </message>
    <message>
        <source>Abnormality</source>
        <translation>Auffälligkeit</translation>
    </message>
    <message>
        <source>Volume (ml)</source>
        <translation>Volumen (ml)</translation>
    </message>
    <message>
        <source>Mean HU</source>
        <translation>Mittel HU</translation>
    </message>
    <message>
        <source>SD HU</source>
        <translation>SD HU</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Calibrated</source>
        <translation>Kalibriert</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Vorhanden</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Not scored: %1 (%2)</source>
        <translation>Nicht bewertet: %1 (%2)</translation>
    </message>
    <message>
        <source>This is the demo model, trained on synthetic phantoms: its scores mean nothing on a patient.</source>
        <translation>Dies ist das Demomodell, trainiert an synthetischen Phantomen: Seine Scores haben bei Patienten keine Aussagekraft.</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Hinweis: %1</translation>
    </message>
    <message>
        <source>Model: %1 (%2, on %3, %4)</source>
        <translation>Modell: %1 (%2, auf %3, %4)</translation>
    </message>
</context>
<context>
    <name>fovea::AnalyzeCommand</name>
    <message>
        <source>Score and measure the segmented anatomies</source>
        <translation>Segmentierte anatomische Regionen bewerten und vermessen</translation>
    </message>
    <message>
        <source>Every series that has a segmentation</source>
        <translation>Jede Serie mit Segmentierung</translation>
    </message>
    <message>
        <source>Segmentation to attach first: NIfTI, NRRD, DICOM SEG or a folder of masks</source>
        <translation>Zuerst zuzuordnende Segmentierung: NIfTI, NRRD, DICOM SEG oder ein Ordner mit Masken</translation>
    </message>
    <message>
        <source>Compute again what the archive has already</source>
        <translation>Im Archiv bereits Vorhandenes neu berechnen</translation>
    </message>
    <message>
        <source>Series %1 failed: %2</source>
        <translation>Serie %1 fehlgeschlagen: %2</translation>
    </message>
    <message>
        <source>Series %1: %2</source>
        <translation>Serie %1: %2</translation>
    </message>
    <message>
        <source> (stored answer)</source>
        <translation> (gespeichertes Ergebnis)</translation>
    </message>
</context>
<context>
    <name>fovea::AnatomiesPage</name>
    <message>
        <source>Color…</source>
        <translation>Farbe…</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Restore shipped</source>
        <translation>Standard wiederherstellen</translation>
    </message>
    <message>
        <source>Anatomies of the catalog</source>
        <translation>Anatomische Regionen des Katalogs</translation>
    </message>
    <message>
        <source>Anatomy</source>
        <translation>Anatomie</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Name of the anatomy</source>
        <translation>Name der anatomischen Region</translation>
    </message>
    <message>
        <source>Structures that make up the anatomy</source>
        <translation>Strukturen, aus denen die anatomische Region besteht</translation>
    </message>
    <message>
        <source>Changes hold from the next start on. Studies that were analyzed before keep their scores until they are analyzed again.</source>
        <translation>Änderungen gelten ab dem nächsten Start. Bereits analysierte Studien behalten ihre Scores, bis sie erneut analysiert werden.</translation>
    </message>
    <message>
        <source>Structures, as segmenters name them, one a line:</source>
        <translation>Strukturen, wie Segmentierprogramme sie benennen, eine je Zeile:</translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>mitgeliefert</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>Color of the anatomy</source>
        <translation>Farbe der anatomischen Region</translation>
    </message>
</context>
<context>
    <name>fovea::Anatomy</name>
    <message>
        <source>Lung</source>
        <translation>Lunge</translation>
    </message>
    <message>
        <source>Heart</source>
        <translation>Herz</translation>
    </message>
    <message>
        <source>Esophagus</source>
        <translation>Ösophagus</translation>
    </message>
    <message>
        <source>Aorta</source>
        <translation>Aorta</translation>
    </message>
    <message>
        <source>Trachea</source>
        <translation>Trachea</translation>
    </message>
    <message>
        <source>Pulmonary artery</source>
        <translation>Pulmonalarterie</translation>
    </message>
    <message>
        <source>Pulmonary veins</source>
        <translation>Pulmonalvenen</translation>
    </message>
    <message>
        <source>Supra-aortic arteries</source>
        <translation>Supraaortale Arterien</translation>
    </message>
    <message>
        <source>Superior vena cava</source>
        <translation>Vena cava superior</translation>
    </message>
    <message>
        <source>Inferior vena cava</source>
        <translation>Vena cava inferior</translation>
    </message>
    <message>
        <source>Portal and splenic vein</source>
        <translation>Pfortader und Milzvene</translation>
    </message>
    <message>
        <source>Iliac arteries</source>
        <translation>Iliakalarterien</translation>
    </message>
    <message>
        <source>Iliac veins</source>
        <translation>Iliakalvenen</translation>
    </message>
    <message>
        <source>Thyroid gland</source>
        <translation>Schilddrüse</translation>
    </message>
    <message>
        <source>Liver</source>
        <translation>Leber</translation>
    </message>
    <message>
        <source>Spleen</source>
        <translation>Milz</translation>
    </message>
    <message>
        <source>Kidneys</source>
        <translation>Nieren</translation>
    </message>
    <message>
        <source>Adrenal glands</source>
        <translation>Nebennieren</translation>
    </message>
    <message>
        <source>Pancreas</source>
        <translation>Pankreas</translation>
    </message>
    <message>
        <source>Gallbladder</source>
        <translation>Gallenblase</translation>
    </message>
    <message>
        <source>Stomach</source>
        <translation>Magen</translation>
    </message>
    <message>
        <source>Duodenum</source>
        <translation>Duodenum</translation>
    </message>
    <message>
        <source>Small bowel</source>
        <translation>Dünndarm</translation>
    </message>
    <message>
        <source>Large bowel</source>
        <translation>Dickdarm</translation>
    </message>
    <message>
        <source>Urinary bladder</source>
        <translation>Harnblase</translation>
    </message>
    <message>
        <source>Prostate</source>
        <translation>Prostata</translation>
    </message>
    <message>
        <source>Ribs</source>
        <translation>Rippen</translation>
    </message>
    <message>
        <source>Sternum</source>
        <translation>Sternum</translation>
    </message>
    <message>
        <source>Clavicles</source>
        <translation>Klavikulae</translation>
    </message>
    <message>
        <source>Scapulae</source>
        <translation>Skapulae</translation>
    </message>
    <message>
        <source>Humeri</source>
        <translation>Humeri</translation>
    </message>
    <message>
        <source>Femurs</source>
        <translation>Femora</translation>
    </message>
    <message>
        <source>Hips</source>
        <translation>Hüftbeine</translation>
    </message>
    <message>
        <source>Sacrum</source>
        <translation>Sakrum</translation>
    </message>
    <message>
        <source>Cervical vertebrae</source>
        <translation>Halswirbel</translation>
    </message>
    <message>
        <source>Thoracic vertebrae</source>
        <translation>Brustwirbel</translation>
    </message>
    <message>
        <source>Lumbar vertebrae</source>
        <translation>Lendenwirbel</translation>
    </message>
    <message>
        <source>Spinal cord</source>
        <translation>Rückenmark</translation>
    </message>
    <message>
        <source>Brain</source>
        <translation>Gehirn</translation>
    </message>
    <message>
        <source>Skull</source>
        <translation>Schädel</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>Gesicht</translation>
    </message>
    <message>
        <source>Deep muscles of the back</source>
        <translation>Autochthone Rückenmuskulatur</translation>
    </message>
    <message>
        <source>Iliopsoas</source>
        <translation>Iliopsoas</translation>
    </message>
    <message>
        <source>Gluteal muscles</source>
        <translation>Glutealmuskulatur</translation>
    </message>
</context>
<context>
    <name>fovea::AnatomyPanel</name>
    <message>
        <source>Anatomy colours</source>
        <translation>Anatomiefarben</translation>
    </message>
    <message>
        <source>Abnormality</source>
        <translation>Auffälligkeit</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Overlay opacity</source>
        <translation>Deckkraft der Überlagerung</translation>
    </message>
    <message>
        <source>Anatomies</source>
        <translation>Anatomische Regionen</translation>
    </message>
    <message>
        <source>Anatomy</source>
        <translation>Anatomie</translation>
    </message>
    <message>
        <source>ml</source>
        <translation>ml</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>Überlagerung</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <source>No segmentation is open.</source>
        <translation>Keine Segmentierung geöffnet.</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>Ähnliche suchen</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>HU</source>
        <translation>HU</translation>
    </message>
    <message>
        <source>Mean density</source>
        <translation>Mittlere Dichte</translation>
    </message>
    <message>
        <source>What speaks against a structure</source>
        <translation>Was gegen eine Struktur spricht</translation>
    </message>
</context>
<context>
    <name>fovea::AnonymizeCommand</name>
    <message>
        <source>Write de-identified copies of DICOM studies (PS3.15 Annex E)</source>
        <translation>Anonymisierte Kopien von DICOM-Studien schreiben (PS3.15 Annex E)</translation>
    </message>
    <message>
        <source>Studies of the archive: ids or StudyInstanceUIDs</source>
        <translation>Studien des Archivs: IDs oder StudyInstanceUIDs</translation>
    </message>
    <message>
        <source>All studies of the archive</source>
        <translation>Alle Studien des Archivs</translation>
    </message>
    <message>
        <source>The DICOM files below this folder</source>
        <translation>Die DICOM-Dateien unterhalb dieses Ordners</translation>
    </message>
    <message>
        <source>Folder to make; must not exist or be empty</source>
        <translation>Anzulegender Ordner; darf noch nicht vorhanden oder muss leer sein</translation>
    </message>
    <message>
        <source>Write nothing; list every attribute that would change, with its value</source>
        <translation>Nichts schreiben; jedes Attribut, das geändert würde, mit seinem Wert auflisten</translation>
    </message>
    <message>
        <source>Move all dates of a patient by the same random number of days instead of removing them</source>
        <translation>Alle Datumsangaben eines Patienten um dieselbe zufällige Anzahl von Tagen verschieben, statt sie zu entfernen</translation>
    </message>
    <message>
        <source>Keep descriptions as far as their words are known to be no names</source>
        <translation>Beschreibungen erhalten, soweit ihre Wörter bekanntermaßen keine Namen sind</translation>
    </message>
    <message>
        <source>Keep sex, age (at most 90), size and weight</source>
        <translation>Geschlecht, Alter (höchstens 90), Größe und Gewicht erhalten</translation>
    </message>
    <message>
        <source>Keep serial numbers and names of devices</source>
        <translation>Seriennummern und Namen von Geräten erhalten</translation>
    </message>
    <message>
        <source>Name and id of the patient afterwards; by default derived from the key</source>
        <translation>Name und ID des Patienten danach; ohne Angabe aus dem Schlüssel abgeleitet</translation>
    </message>
    <message>
        <source>A key of this export&apos;s own: later exports cannot be joined with it</source>
        <translation>Eigener Schlüssel für diesen Export: Spätere Exporte lassen sich nicht mit ihm verknüpfen</translation>
    </message>
    <message>
        <source>Anonymizing</source>
        <translation>Anonymisierung läuft</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written</source>
        <translation>
            <numerusform>%n Datei geschrieben</numerusform>
            <numerusform>%n Dateien geschrieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n study(s)</source>
        <translation>
            <numerusform>%n Studie</numerusform>
            <numerusform>%n Studien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n Serie</numerusform>
            <numerusform>%n Serien</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out:</source>
        <translation>Ausgelassen:</translation>
    </message>
    <message>
        <source>Reading headers</source>
        <translation>Header werden gelesen</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>Attribut</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Fate</source>
        <translation>Maßnahme</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Serie</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>Ausgelassen: %1</translation>
    </message>
</context>
<context>
    <name>fovea::AnonymizeDialog</name>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>&amp;Cancel export</source>
        <translation>Export &amp;abbrechen</translation>
    </message>
    <message>
        <source>Export anonymized DICOM</source>
        <translation>Anonymisiertes DICOM exportieren</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message>
        <source>By DICOM PS3.15, Basic Application Level Confidentiality Profile. What the voxels show stays: a head CT still shows a face.</source>
        <translation>Nach DICOM PS3.15, Basic Application Level Confidentiality Profile. Was die Voxel zeigen, bleibt: Ein Kopf-CT zeigt weiterhin ein Gesicht.</translation>
    </message>
    <message>
        <source>&amp;Studies:</source>
        <translation>&amp;Studien:</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen…</translation>
    </message>
    <message>
        <source>&amp;Into the new folder:</source>
        <translation>In den &amp;neuen Ordner:</translation>
    </message>
    <message>
        <source>The open study</source>
        <translation>Die geöffnete Studie</translation>
    </message>
    <message>
        <source>All studies of the open patient</source>
        <translation>Alle Studien des geöffneten Patienten</translation>
    </message>
    <message>
        <source>All studies of the archive</source>
        <translation>Alle Studien des Archivs</translation>
    </message>
    <message>
        <source>Reading headers…</source>
        <translation>Header werden gelesen…</translation>
    </message>
    <message>
        <source>Where to export to</source>
        <translation>Ziel des Exports</translation>
    </message>
    <message>
        <source>The export was cancelled; nothing was written.</source>
        <translation>Der Export wurde abgebrochen; es wurde nichts geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written to %1.</source>
        <translation>
            <numerusform>%n Datei nach %1 geschrieben.</numerusform>
            <numerusform>%n Dateien nach %1 geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) left out.</source>
        <translation>
            <numerusform>%n Datei ausgelassen.</numerusform>
            <numerusform>%n Dateien ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Studies selected in the list: %1</source>
        <translation>In der Liste ausgewählte Studien: %1</translation>
    </message>
</context>
<context>
    <name>fovea::AnonymizeOptionsBox</name>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Keep time &amp;intervals: shift dates</source>
        <translation>Zeit&amp;intervalle erhalten: Datumsangaben verschieben</translation>
    </message>
    <message>
        <source>All dates of a patient move back by the same random number of days. Otherwise dates are removed. The birth date is always removed.</source>
        <translation>Alle Datumsangaben eines Patienten werden um dieselbe zufällige Anzahl von Tagen zurückverlegt. Andernfalls werden sie entfernt. Das Geburtsdatum wird immer entfernt.</translation>
    </message>
    <message>
        <source>Keep cleaned &amp;descriptions</source>
        <translation>&amp;Bereinigte Beschreibungen erhalten</translation>
    </message>
    <message>
        <source>Descriptions of studies, series and regions keep words that are known to be no names; any other word becomes *. Otherwise descriptions are removed.</source>
        <translation>In Beschreibungen von Studien, Serien und Regionen bleiben Wörter, die bekanntermaßen keine Namen sind; jedes andere Wort wird zu *. Andernfalls werden Beschreibungen entfernt.</translation>
    </message>
    <message>
        <source>Keep patient &amp;characteristics</source>
        <translation>Patienten&amp;merkmale erhalten</translation>
    </message>
    <message>
        <source>Sex, age (over 89 years: 90), size and weight.</source>
        <translation>Geschlecht, Alter (über 89 Jahre: 90), Größe und Gewicht.</translation>
    </message>
    <message>
        <source>Keep device i&amp;dentity</source>
        <translation>&amp;Geräteidentität erhalten</translation>
    </message>
    <message>
        <source>Serial numbers and names of scanners and stations.</source>
        <translation>Seriennummern und Namen von Scannern und Stationen.</translation>
    </message>
    <message>
        <source>&amp;Unlinkable to other exports</source>
        <translation>Nicht mit anderen Exporten verkn&amp;üpfbar</translation>
    </message>
    <message>
        <source>Follow-ups that are exported later get another pseudonym. Otherwise they stay together, by a key that is kept in the archive&apos;s folder.</source>
        <translation>Später exportierte Verlaufskontrollen erhalten ein anderes Pseudonym. Andernfalls bleiben sie zusammen, durch einen Schlüssel, der im Ordner des Archivs aufbewahrt wird.</translation>
    </message>
    <message>
        <source>Made from the key</source>
        <translation>Aus dem Schlüssel gebildet</translation>
    </message>
    <message>
        <source>&amp;Pseudonym:</source>
        <translation>&amp;Pseudonym:</translation>
    </message>
</context>
<context>
    <name>fovea::AnonymizePreviewView</name>
    <message>
        <source>Attribute</source>
        <translation>Attribut</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Fate</source>
        <translation>Maßnahme</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Serie</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Changed and removed</source>
        <translation>Geändert und entfernt</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Private or unknown</source>
        <translation>Privat oder unbekannt</translation>
    </message>
    <message>
        <source>Left out (%1)</source>
        <translation>Ausgelassen (%1)</translation>
    </message>
    <message>
        <source>Nothing can be exported; the reasons are under “Left out”.</source>
        <translation>Es kann nichts exportiert werden; die Gründe stehen unter „Ausgelassen“.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n Serie</numerusform>
            <numerusform>%n Serien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n study(s)</source>
        <translation>
            <numerusform>%n Studie</numerusform>
            <numerusform>%n Studien</numerusform>
        </translation>
    </message>
    <message>
        <source>Patients: %1</source>
        <translation>Patienten: %1</translation>
    </message>
</context>
<context>
    <name>fovea::AnonymizeText</name>
    <message>
        <source>Not a DICOM file.</source>
        <translation>Keine DICOM-Datei.</translation>
    </message>
    <message>
        <source>A DICOMDIR: the files it names are called otherwise afterwards.</source>
        <translation>Ein DICOMDIR: Die Dateien, die es nennt, heißen danach anders.</translation>
    </message>
    <message>
        <source>The file cannot be understood.</source>
        <translation>Der Inhalt der Datei ist nicht verständlich.</translation>
    </message>
    <message>
        <source>An encapsulated document: names in it cannot be removed.</source>
        <translation>Ein eingebettetes Dokument: Namen darin lassen sich nicht entfernen.</translation>
    </message>
    <message>
        <source>Text may be burned into the image.</source>
        <translation>In das Bild ist möglicherweise Text eingebrannt.</translation>
    </message>
    <message>
        <source>A secondary capture that does not state that no text is burned in.</source>
        <translation>Ein Secondary Capture ohne die Angabe, dass kein Text eingebrannt ist.</translation>
    </message>
    <message>
        <source>The file does not say what kind of object it is.</source>
        <translation>Die Datei gibt nicht an, um welche Art von Objekt es sich handelt.</translation>
    </message>
    <message>
        <source>Objects of this kind cannot be anonymized: %1.</source>
        <translation>Objekte dieser Art lassen sich nicht anonymisieren: %1.</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>emptied</source>
        <translation>geleert</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>ersetzt</translation>
    </message>
    <message>
        <source>Study opened</source>
        <translation>Studie geöffnet</translation>
    </message>
    <message>
        <source>Question asked</source>
        <translation>Frage gestellt</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>Exportiert</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importiert</translation>
    </message>
    <message>
        <source>Analyzed</source>
        <translation>Analysiert</translation>
    </message>
    <message>
        <source>Segmentation added</source>
        <translation>Segmentierung hinzugefügt</translation>
    </message>
    <message>
        <source>Finding judged</source>
        <translation>Befund beurteilt</translation>
    </message>
    <message>
        <source>Setting changed</source>
        <translation>Einstellung geändert</translation>
    </message>
</context>
<context>
    <name>fovea::ArchiveCommand</name>
    <message>
        <source>Check, repair, back up and restore the archive</source>
        <translation>Das Archiv prüfen, reparieren, sichern und wiederherstellen</translation>
    </message>
    <message>
        <source>Say whether records and files are whole</source>
        <translation>Sagen, ob Einträge und Dateien heil sind</translation>
    </message>
    <message>
        <source>Mend what can be mended without a loss</source>
        <translation>Reparieren, was sich ohne Verlust reparieren lässt</translation>
    </message>
    <message>
        <source>Copy the archive, and compare the copy</source>
        <translation>Das Archiv kopieren und die Kopie vergleichen</translation>
    </message>
    <message>
        <source>Make an archive of a backup</source>
        <translation>Aus einer Sicherung ein Archiv machen</translation>
    </message>
    <message>
        <source>Read every image&apos;s header and every segmentation</source>
        <translation>Den Kopf jedes Bildes und jede Segmentierung lesen</translation>
    </message>
    <message>
        <source>Remove records of files that are gone (the database is kept as it was)</source>
        <translation>Einträge von Dateien entfernen, die es nicht mehr gibt (die Datenbank bleibt daneben, wie sie war)</translation>
    </message>
    <message>
        <source>Folder for backups</source>
        <translation>Ordner für Sicherungen</translation>
    </message>
    <message>
        <source>Folder of the backup</source>
        <translation>Ordner der Sicherung</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Repairing</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <source>Problems repaired: %1.</source>
        <translation>Behobene Probleme: %1.</translation>
    </message>
    <message>
        <source>Files without records are now in %1</source>
        <translation>Dateien ohne Einträge liegen jetzt in %1</translation>
    </message>
    <message>
        <source>The database as it was is kept as %1</source>
        <translation>Die Datenbank, wie sie war, liegt als %1 bereit</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>%1: files: %2 (%3)</source>
        <translation>%1: Dateien: %2 (%3)</translation>
    </message>
    <message>
        <source>Not there: %1</source>
        <translation>Nicht vorhanden: %1</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>%1: files: %2 (%3), backed up at %4</source>
        <translation>%1: Dateien: %2 (%3), gesichert am %4</translation>
    </message>
    <message>
        <source>What was there is kept in %1</source>
        <translation>Was dort war, liegt in %1</translation>
    </message>
</context>
<context>
    <name>fovea::ArchiveDesk</name>
    <message>
        <source>&amp;Check and repair…</source>
        <translation>&amp;Prüfen und reparieren…</translation>
    </message>
    <message>
        <source>Whether every file and record of the archive is there and whole</source>
        <translation>Ob jede Datei und jeder Eintrag des Archivs vorhanden und unversehrt ist</translation>
    </message>
    <message>
        <source>&amp;Back up…</source>
        <translation>&amp;Sichern…</translation>
    </message>
    <message>
        <source>Copies the archive to another folder; reading goes on meanwhile</source>
        <translation>Kopiert das Archiv in einen anderen Ordner; das Befunden geht währenddessen weiter</translation>
    </message>
    <message>
        <source>&amp;Restore a backup…</source>
        <translation>Sicherung &amp;wiederherstellen…</translation>
    </message>
    <message>
        <source>Folder for backups, best on another drive</source>
        <translation>Ordner für Sicherungen, am besten auf einem anderen Laufwerk</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Sicherung wiederherstellen</translation>
    </message>
    <message>
        <source>Makes an archive of a backup in a folder of your choice; the one in use stays as it is</source>
        <translation>Macht aus einer Sicherung ein Archiv in einem Ordner Ihrer Wahl; das verwendete bleibt, wie es ist</translation>
    </message>
    <message>
        <source>Folder of the backup, or of all backups for the newest</source>
        <translation>Ordner der Sicherung, oder der aller Sicherungen für die neueste</translation>
    </message>
    <message>
        <source>“%1” is no backup of an archive and holds none. Choose the folder that was given for backups, or one in it whose name begins with “fovea-backup-”.</source>
        <translation>„%1“ ist keine Sicherung eines Archivs und enthält keine. Wählen Sie den Ordner, der für Sicherungen angegeben wurde, oder einen darin, dessen Name mit „fovea-backup-“ beginnt.</translation>
    </message>
    <message>
        <source>Empty folder for the archive restored from the backup of %1 (%2)</source>
        <translation>Leerer Ordner für das Archiv aus der Sicherung vom %1 (%2)</translation>
    </message>
    <message>
        <source>Open the restored archive now? Fovea closes and starts again with it. The archive that is open now stays where it is: “%1”. Settings (File menu) can change between them.</source>
        <translation>Das wiederhergestellte Archiv jetzt öffnen? Fovea wird beendet und startet damit neu. Das jetzt geöffnete Archiv bleibt, wo es ist: „%1“. In den Einstellungen (Menü Datei) kann zwischen ihnen gewechselt werden.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>fovea::ArchiveDialog</name>
    <message>
        <source>Read every image&apos;s header and every segmentation (slower)</source>
        <translation>Header jedes Bildes und jede Segmentierung lesen (langsamer)</translation>
    </message>
    <message>
        <source>Remove records of files that are gone (a copy is kept)</source>
        <translation>Einträge fehlender Dateien entfernen (eine Kopie bleibt erhalten)</translation>
    </message>
    <message>
        <source>&amp;Check again</source>
        <translation>Erneut &amp;prüfen</translation>
    </message>
    <message>
        <source>&amp;Repair</source>
        <translation>&amp;Reparieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Problems of the archive</source>
        <translation>Probleme des Archivs</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>What can be done</source>
        <translation>Mögliche Abhilfe</translation>
    </message>
    <message>
        <source>A series stays listed where it has a segmentation, measurements or key images.</source>
        <translation>Eine Serie bleibt in der Liste, wenn sie eine Segmentierung, Messungen oder Schlüsselbilder hat.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Check and repair the archive</source>
        <translation>Archiv prüfen und reparieren</translation>
    </message>
    <message>
        <source>Checking the archive “%1”…</source>
        <translation>Archiv „%1“ wird geprüft…</translation>
    </message>
    <message>
        <source>Repairing the archive…</source>
        <translation>Archiv wird repariert…</translation>
    </message>
    <message>
        <source>Problems repaired: %1.</source>
        <translation>Behobene Probleme: %1.</translation>
    </message>
    <message>
        <source>Files without records are now in “%1”.</source>
        <translation>Dateien ohne Eintrag liegen jetzt in „%1“.</translation>
    </message>
    <message>
        <source>The database as it was is kept as “%1”.</source>
        <translation>Die Datenbank im vorherigen Zustand ist als „%1“ aufbewahrt.</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Back up the archive</source>
        <translation>Archiv sichern</translation>
    </message>
    <message>
        <source>Backing up the archive to “%1”…</source>
        <translation>Archiv wird nach „%1“ gesichert…</translation>
    </message>
    <message>
        <source>The archive is backed up in “%1”. Files: %2 (%3), read again and compared.</source>
        <translation>Das Archiv ist in „%1“ gesichert. Dateien: %2 (%3), erneut gelesen und verglichen.</translation>
    </message>
    <message>
        <source>Shared with the backup before, so that they take no space: %1.</source>
        <translation>Mit der vorherigen Sicherung gemeinsam und daher ohne Platzbedarf: %1.</translation>
    </message>
    <message>
        <source>Files were missing in the archive itself; check it.</source>
        <translation>Im Archiv selbst fehlten Dateien; prüfen Sie es.</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Sicherung wiederherstellen</translation>
    </message>
    <message>
        <source>Restoring the backup to “%1”…</source>
        <translation>Sicherung wird nach „%1“ wiederhergestellt…</translation>
    </message>
    <message>
        <source>The backup of %1 is restored in “%2”. Files: %3 (%4).</source>
        <translation>Die Sicherung vom %1 ist in „%2“ wiederhergestellt. Dateien: %3 (%4).</translation>
    </message>
</context>
<context>
    <name>fovea::ArchiveReport</name>
    <message>
        <source>Not saved, trying again: %1. %2</source>
        <translation>Nicht gespeichert, neuer Versuch läuft: %1. %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>What was changed could not be saved and will be lost: %1.</source>
        <translation>Änderungen konnten nicht gespeichert werden und gehen verloren: %1.</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>Trotzdem schließen</translation>
    </message>
</context>
<context>
    <name>fovea::ArchiveText</name>
    <message>
        <source>The database is damaged</source>
        <translation>Die Datenbank ist beschädigt</translation>
    </message>
    <message>
        <source>Damaged indexes of the database</source>
        <translation>Beschädigte Indizes der Datenbank</translation>
    </message>
    <message>
        <source>Records that belong to nothing</source>
        <translation>Einträge ohne Zugehörigkeit</translation>
    </message>
    <message>
        <source>Missing images</source>
        <translation>Fehlende Bilder</translation>
    </message>
    <message>
        <source>Images that were cut off or changed</source>
        <translation>Abgeschnittene oder veränderte Bilder</translation>
    </message>
    <message>
        <source>Images that cannot be read, or are others</source>
        <translation>Bilder, die nicht lesbar oder andere sind</translation>
    </message>
    <message>
        <source>Missing segmentations</source>
        <translation>Fehlende Segmentierungen</translation>
    </message>
    <message>
        <source>Segmentations that were cut off or changed</source>
        <translation>Abgeschnittene oder veränderte Segmentierungen</translation>
    </message>
    <message>
        <source>Files outside the archive that cannot be found</source>
        <translation>Nicht auffindbare Dateien außerhalb des Archivs</translation>
    </message>
    <message>
        <source>Files that no record names</source>
        <translation>Dateien, die kein Eintrag nennt</translation>
    </message>
    <message>
        <source>Series with a wrong number of slices</source>
        <translation>Serien mit falscher Anzahl von Schichten</translation>
    </message>
    <message>
        <source>Series without images</source>
        <translation>Serien ohne Bilder</translation>
    </message>
    <message>
        <source>Studies without series</source>
        <translation>Studien ohne Serien</translation>
    </message>
    <message>
        <source>Patients without studies</source>
        <translation>Patienten ohne Studien</translation>
    </message>
    <message>
        <source>Incomplete analyses</source>
        <translation>Unvollständige Analysen</translation>
    </message>
    <message>
        <source>Search indexes that do not fit the database</source>
        <translation>Suchindizes, die nicht zur Datenbank passen</translation>
    </message>
    <message>
        <source>Connect the drive they lie on.</source>
        <translation>Schließen Sie das Laufwerk an, auf dem sie liegen.</translation>
    </message>
    <message>
        <source>Repair makes it anew; nothing is lost.</source>
        <translation>Reparieren legt dies neu an; es geht nichts verloren.</translation>
    </message>
    <message>
        <source>Repair moves them to “lost+found” in the archive; nothing is deleted.</source>
        <translation>Reparieren verschiebt sie nach „lost+found“ im Archiv; es wird nichts gelöscht.</translation>
    </message>
    <message>
        <source>Repair removes the records where you allow it, and keeps a copy of the database.</source>
        <translation>Reparieren entfernt die Einträge, wo Sie es erlauben, und behält eine Kopie der Datenbank.</translation>
    </message>
    <message>
        <source>Restore a backup, or import it again.</source>
        <translation>Stellen Sie eine Sicherung wieder her oder importieren Sie es erneut.</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>Studies: %1, files: %2 (%3).</source>
        <translation>Studien: %1, Dateien: %2 (%3).</translation>
    </message>
    <message>
        <source>%1 Everything is as recorded.</source>
        <translation>%1 Alles ist wie verzeichnet.</translation>
    </message>
    <message>
        <source>%1 Problems found: %2.</source>
        <translation>%1 Gefundene Probleme: %2.</translation>
    </message>
</context>
<context>
    <name>fovea::AskBench</name>
    <message>
        <source>Making studies</source>
        <translation>Studien werden erzeugt</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s), together %1 sentences, among %2 regions</source>
        <translation>
            <numerusform>%n Frage, zusammen %1 Sätze, unter %2 Regionen</numerusform>
            <numerusform>%n Fragen, zusammen %1 Sätze, unter %2 Regionen</numerusform>
        </translation>
    </message>
    <message>
        <source>To the answer</source>
        <translation>Bis zur Antwort</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>First question, which opens the index</source>
        <translation>Erste Frage, die den Index öffnet</translation>
    </message>
    <message>
        <source>Median of the others</source>
        <translation>Median der übrigen</translation>
    </message>
    <message>
        <source>Slowest of the others</source>
        <translation>Langsamste der übrigen</translation>
    </message>
    <message>
        <source>Median, asked again</source>
        <translation>Median, erneut gefragt</translation>
    </message>
    <message>
        <source>Median, sentences one by one</source>
        <translation>Median, Sätze einzeln</translation>
    </message>
    <message>
        <source>%1 times as fast as one by one</source>
        <translation>%1-mal so schnell wie einzeln</translation>
    </message>
</context>
<context>
    <name>fovea::AskCommand</name>
    <message>
        <source>How many matches to print</source>
        <translation>Anzahl der auszugebenden Treffer</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Serie</translation>
    </message>
    <message>
        <source>Anatomy</source>
        <translation>Anatomie</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>Rank regions against a text or a region</source>
        <translation>Regionen nach Ähnlichkeit mit einem Text oder einer Region ordnen</translation>
    </message>
    <message>
        <source>the model knows none of these words</source>
        <translation>das Modell kennt keines dieser Wörter</translation>
    </message>
    <message>
        <source>it names neither an anatomy nor a finding</source>
        <translation>es ist weder eine Anatomie noch ein Befund genannt</translation>
    </message>
    <message>
        <source>this model does not look at: %1</source>
        <translation>dieses Modell beurteilt nicht: %1</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Suche läuft</translation>
    </message>
    <message>
        <source>Understood: no %1</source>
        <translation>Verstanden: ohne %1</translation>
    </message>
    <message>
        <source>Understood: %1</source>
        <translation>Verstanden: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) were not understood</source>
        <translation>
            <numerusform>%n Wort wurde nicht verstanden</numerusform>
            <numerusform>%n Wörter wurden nicht verstanden</numerusform>
        </translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Percentile</source>
        <translation>Perzentil</translation>
    </message>
    <message>
        <source>Nearest prompt</source>
        <translation>Nächstliegender Prompt</translation>
    </message>
    <message>
        <source>No region fits the question and the filters.</source>
        <translation>Keine Region passt zu Frage und Filtern.</translation>
    </message>
    <message>
        <source>Looking up scanners</source>
        <translation>Scanner werden ermittelt</translation>
    </message>
</context>
<context>
    <name>fovea::AskDesk</name>
    <message>
        <source>This model has analyzed no series yet: open a study with a segmentation.</source>
        <translation>Dieses Modell hat noch keine Serie analysiert: Öffnen Sie eine Studie mit einer Segmentierung.</translation>
    </message>
</context>
<context>
    <name>fovea::AskOptions</name>
    <message>
        <source>What to look for, e.g. &quot;pleural effusion&quot;</source>
        <translation>Wonach gesucht wird (auf Englisch), z. B. „pleural effusion“</translation>
    </message>
    <message>
        <source>Regions like this one, instead of a text</source>
        <translation>Regionen, die dieser ähnlich sind, anstelle eines Textes</translation>
    </message>
    <message>
        <source>One series, by id or SeriesInstanceUID</source>
        <translation>Eine Serie, per ID oder SeriesInstanceUID</translation>
    </message>
    <message>
        <source>A study, by id or StudyInstanceUID</source>
        <translation>Eine Studie, per ID oder StudyInstanceUID</translation>
    </message>
    <message>
        <source>All studies of the patient of this study</source>
        <translation>Alle Studien des Patienten dieser Studie</translation>
    </message>
    <message>
        <source>Every region of the archive that the model has seen</source>
        <translation>Jede Region des Archivs, die das Modell gesehen hat</translation>
    </message>
    <message>
        <source>Studies of this day or later</source>
        <translation>Studien von diesem Tag oder später</translation>
    </message>
    <message>
        <source>Studies of this day or earlier</source>
        <translation>Studien von diesem Tag oder früher</translation>
    </message>
    <message>
        <source>Patients of this sex</source>
        <translation>Patienten dieses Geschlechts</translation>
    </message>
    <message>
        <source>Patients of at least so many years</source>
        <translation>Patienten mit mindestens so vielen Jahren</translation>
    </message>
    <message>
        <source>Patients of at most so many years</source>
        <translation>Patienten mit höchstens so vielen Jahren</translation>
    </message>
    <message>
        <source>Series of this body part, e.g. CHEST</source>
        <translation>Serien dieser Körperregion, z. B. CHEST</translation>
    </message>
    <message>
        <source>Series with findings above a raw score, or above the model&apos;s own threshold</source>
        <translation>Serien mit Befunden über einem Rohscore oder über der Schwelle des Modells</translation>
    </message>
    <message>
        <source>Series of this maker&apos;s scanners</source>
        <translation>Serien von Scannern dieses Herstellers</translation>
    </message>
    <message>
        <source>Series of this model of scanner</source>
        <translation>Serien von Scannern dieses Modells</translation>
    </message>
</context>
<context>
    <name>fovea::AskPanel</name>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>e.g. pleural effusion on the left</source>
        <translation>z. B. Pleuraerguss links</translation>
    </message>
    <message>
        <source>Question in plain words</source>
        <translation>Frage in einfachen Worten</translation>
    </message>
    <message>
        <source>Regions ranked against the question</source>
        <translation>Regionen, nach der Frage geordnet</translation>
    </message>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Where to look</source>
        <translation>Suchbereich</translation>
    </message>
    <message>
        <source>This study</source>
        <translation>Diese Studie</translation>
    </message>
    <message>
        <source>This patient&apos;s studies</source>
        <translation>Studien dieses Patienten</translation>
    </message>
    <message>
        <source>All studies</source>
        <translation>Alle Studien</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>Percentile</source>
        <translation>Perzentil</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Filters ●</source>
        <translation>Filter ●</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Dorthin springen</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>Ähnliche suchen</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>In another series: a click opens it there.</source>
        <translation>In einer anderen Serie: Ein Klick öffnet sie an dieser Stelle.</translation>
    </message>
    <message>
        <source>A click goes there.</source>
        <translation>Ein Klick springt dorthin.</translation>
    </message>
    <message>
        <source>Nearest prompt: %1</source>
        <translation>Nächstliegender Prompt: %1</translation>
    </message>
    <message>
        <source>%1 % of the archive&apos;s regions of this anatomy fit less well.</source>
        <translation>%1 % der Regionen dieser Anatomie im Archiv passen weniger gut.</translation>
    </message>
    <message>
        <source>The model knows none of these words. Name a finding or an anatomy.</source>
        <translation>Das Modell kennt keines dieser Wörter. Nennen Sie einen Befund oder eine Anatomie.</translation>
    </message>
    <message>
        <source>The question names neither an anatomy nor a finding.</source>
        <translation>Die Frage nennt weder eine Anatomie noch einen Befund.</translation>
    </message>
    <message>
        <source>This model does not look at: %1.</source>
        <translation>Dieses Modell beurteilt nicht: %1.</translation>
    </message>
    <message>
        <source>No region fits the question and the filters.</source>
        <translation>Keine Region passt zu Frage und Filtern.</translation>
    </message>
    <message numerus="yes">
        <source>Most like the %1 chosen, of %n region(s). The order means something; the number is not a probability.</source>
        <translation>
            <numerusform>Nach Ähnlichkeit mit der gewählten Region (%1), aus %n Region. Aussagekräftig ist die Reihenfolge; die Zahl ist keine Wahrscheinlichkeit.</numerusform>
            <numerusform>Nach Ähnlichkeit mit der gewählten Region (%1), aus %n Regionen. Aussagekräftig ist die Reihenfolge; die Zahl ist keine Wahrscheinlichkeit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nearest to “%1”, of %n region(s). The order means something; the number is not a probability.</source>
        <translation>
            <numerusform>Nach Ähnlichkeit mit „%1“, aus %n Region. Aussagekräftig ist die Reihenfolge; die Zahl ist keine Wahrscheinlichkeit.</numerusform>
            <numerusform>Nach Ähnlichkeit mit „%1“, aus %n Regionen. Aussagekräftig ist die Reihenfolge; die Zahl ist keine Wahrscheinlichkeit.</numerusform>
        </translation>
    </message>
    <message>
        <source>no %1</source>
        <translation>ohne %1</translation>
    </message>
    <message>
        <source>Ask in plain words, in English, German or Chinese; regions are ranked against the text.</source>
        <translation>Fragen Sie in einfachen Worten, auf Deutsch, Englisch oder Chinesisch; die Regionen werden nach Ähnlichkeit mit dem Text geordnet.</translation>
    </message>
    <message>
        <source>Mark new studies at least as similar as this one…</source>
        <translation>Neue Studien markieren, die mindestens so ähnlich sind wie dieser Treffer…</translation>
    </message>
</context>
<context>
    <name>fovea::AuditCommand</name>
    <message>
        <source>Read the archive&apos;s log of who did what</source>
        <translation>Das Protokoll des Archivs lesen: wer was getan hat</translation>
    </message>
    <message>
        <source>List entries, newest first</source>
        <translation>Einträge auflisten, neueste zuerst</translation>
    </message>
    <message>
        <source>Check that no entry was changed or is missing</source>
        <translation>Prüfen, dass kein Eintrag geändert wurde oder fehlt</translation>
    </message>
    <message>
        <source>Write entries as a CSV file</source>
        <translation>Einträge als CSV-Datei schreiben</translation>
    </message>
    <message>
        <source>Only the newest so many</source>
        <translation>Nur so viele der neuesten</translation>
    </message>
    <message>
        <source>The file to write</source>
        <translation>Zu schreibende Datei</translation>
    </message>
    <message>
        <source>From this day on (UTC)</source>
        <translation>Ab diesem Tag (UTC)</translation>
    </message>
    <message>
        <source>Up to this day (UTC)</source>
        <translation>Bis zu diesem Tag (UTC)</translation>
    </message>
    <message>
        <source>Only one kind: opened, queried, exported, deleted, imported, analyzed, segmented, verdict, setting</source>
        <translation>Nur eine Art: opened, queried, exported, deleted, imported, analyzed, segmented, verdict, setting</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>Zeit (UTC)</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>Study key</source>
        <translation>Studienschlüssel</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>No entries.</source>
        <translation>Keine Einträge.</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s), none changed or missing.</source>
        <translation>
            <numerusform>%n Eintrag, nicht geändert, keiner fehlt.</numerusform>
            <numerusform>%n Einträge, keiner geändert, keiner fehlt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Entry %1 is missing or was changed.</source>
        <translation>Eintrag %1 fehlt oder wurde geändert.</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) written.</source>
        <translation>
            <numerusform>%n Eintrag geschrieben.</numerusform>
            <numerusform>%n Einträge geschrieben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::AuditDialog</name>
    <message>
        <source>&amp;Days (UTC):</source>
        <translation>&amp;Tage (UTC):</translation>
    </message>
    <message>
        <source>&amp;Export as CSV…</source>
        <translation>Als CSV &amp;exportieren…</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Prüfprotokoll</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>All actions</source>
        <translation>Alle Aktionen</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>Study key</source>
        <translation>Studienschlüssel</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) in the log, none changed or missing.</source>
        <translation>
            <numerusform>%n Eintrag im Protokoll, nicht geändert, keiner fehlt.</numerusform>
            <numerusform>%n Einträge im Protokoll, keiner geändert, keiner fehlt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The log is not as it was written: entry %1 is missing or was changed.</source>
        <translation>Das Protokoll ist nicht so, wie es geschrieben wurde: Eintrag %1 fehlt oder wurde geändert.</translation>
    </message>
    <message>
        <source>Export the audit log</source>
        <translation>Prüfprotokoll exportieren</translation>
    </message>
    <message>
        <source>CSV tables</source>
        <translation>CSV-Tabellen</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
</context>
<context>
    <name>fovea::BenchCommand</name>
    <message>
        <source>Time an analysis, and say how far the answers are apart</source>
        <translation>Eine Analyse stoppen und sagen, wie weit die Antworten auseinanderliegen</translation>
    </message>
    <message>
        <source>Rounds; the fastest counts</source>
        <translation>Runden; die schnellste zählt</translation>
    </message>
    <message>
        <source>Without the reference in a process of its own</source>
        <translation>Ohne die Referenz in einem eigenen Prozess</translation>
    </message>
    <message>
        <source>Only the reference, with LibTorch&apos;s own settings</source>
        <translation>Nur die Referenz, mit den Einstellungen von LibTorch</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>Messen</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n thread(s), LibTorch %2</source>
        <translation>
            <numerusform>%1, %n Thread, LibTorch %2</numerusform>
            <numerusform>%1, %n Threads, LibTorch %2</numerusform>
        </translation>
    </message>
    <message>
        <source>A study whose anatomies share one window</source>
        <translation>Eine Studie, deren Anatomien sich ein Fenster teilen</translation>
    </message>
    <message>
        <source>A study whose anatomies have a window each</source>
        <translation>Eine Studie, deren Anatomien je ein Fenster haben</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>Durchläufe</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>Times as fast</source>
        <translation>Mal so schnell</translation>
    </message>
    <message>
        <source>… as a process of its own</source>
        <translation>… wie ein eigener Prozess</translation>
    </message>
    <message>
        <source>Vectors apart</source>
        <translation>Abstand der Vektoren</translation>
    </message>
    <message>
        <source>Smallest cosine</source>
        <translation>Kleinster Kosinus</translation>
    </message>
    <message>
        <source>Scores apart</source>
        <translation>Abstand der Scores</translation>
    </message>
    <message>
        <source>The reference in a process of its own: %1 s</source>
        <translation>Die Referenz in einem eigenen Prozess: %1 s</translation>
    </message>
    <message>
        <source>Encoder, %1: %2 s a pass, %3 GFLOP/s, %4 % of the %5 GFLOP/s that its products reach alone</source>
        <translation>Encoder, %1: %2 s je Durchlauf, %3 GFLOP/s, %4 % der %5 GFLOP/s, die seine Produkte allein erreichen</translation>
    </message>
    <message numerus="yes">
        <source>%n prompt(s), once per model: padded %1 s, ours %2 s (%3 times as fast)</source>
        <translation>
            <numerusform>%n Prompt, einmal je Modell: aufgefüllt %1 s, unserer %2 s (%3-mal so schnell)</numerusform>
            <numerusform>%n Prompts, einmal je Modell: aufgefüllt %1 s, unsere %2 s (%3-mal so schnell)</numerusform>
        </translation>
    </message>
    <message>
        <source>Preprocessing 512 x 512 x 600 voxels: %1 s</source>
        <translation>Vorverarbeitung von 512 x 512 x 600 Voxeln: %1 s</translation>
    </message>
    <message>
        <source>Most device memory: %1 MB</source>
        <translation>Höchster Gerätespeicher: %1 MB</translation>
    </message>
    <message>
        <source>Model package (default: the released size with random weights)</source>
        <translation>Modellpaket (sonst: die veröffentlichte Größe mit zufälligen Gewichten)</translation>
    </message>
    <message>
        <source>Measure speed against others</source>
        <translation>Geschwindigkeit mit anderen Programmen vergleichen</translation>
    </message>
    <message>
        <source>Time the opening of a series</source>
        <translation>Die Zeit zum Öffnen einer Serie messen</translation>
    </message>
    <message>
        <source>Slices of 512 x 512</source>
        <translation>Schichten mit 512 x 512</translation>
    </message>
    <message>
        <source>Time slices, labels and surfaces on the screen</source>
        <translation>Die Zeit für Schichten, Labels und Oberflächen auf dem Bildschirm messen</translation>
    </message>
    <message>
        <source>Time searches among many regions</source>
        <translation>Die Zeit für Suchen unter vielen Regionen messen</translation>
    </message>
    <message>
        <source>Frames per way of moving</source>
        <translation>Bilder je Art der Bewegung</translation>
    </message>
    <message>
        <source>Made-up regions</source>
        <translation>Künstlich erzeugte Regionen</translation>
    </message>
    <message>
        <source>Queries of each kind</source>
        <translation>Anfragen jeder Art</translation>
    </message>
    <message>
        <source>Where the regions are put meanwhile</source>
        <translation>Ordner, in dem die Regionen währenddessen liegen</translation>
    </message>
    <message>
        <source>Time typed questions to their first answer</source>
        <translation>Die Zeit von getippten Fragen bis zur ersten Antwort messen</translation>
    </message>
    <message>
        <source>Time a segmentation network, and say how many voxels are labelled alike</source>
        <translation>Die Zeit eines Segmentierungsnetzes messen und angeben, wie viele Voxel gleich gelabelt sind</translation>
    </message>
    <message>
        <source>Percent of the clusters that a search looks into</source>
        <translation>Anteil der Cluster in Prozent, die eine Suche durchsieht</translation>
    </message>
    <message>
        <source>Made-up studies of 20 regions</source>
        <translation>Künstlich erzeugte Studien mit je 20 Regionen</translation>
    </message>
    <message>
        <source>Where the studies are put meanwhile</source>
        <translation>Wo die Studien währenddessen liegen</translation>
    </message>
    <message>
        <source>Model folder (default: the size of TotalSegmentator&apos;s 3 mm model with made-up weights)</source>
        <translation>Modellordner (Vorgabe: die Größe des 3-mm-Modells von TotalSegmentator mit künstlich erzeugten Gewichten)</translation>
    </message>
    <message>
        <source>Voxels of the made-up image along D, H and W</source>
        <translation>Voxel des künstlich erzeugten Bildes entlang D, H und W</translation>
    </message>
    <message>
        <source>Only one way, in this process: reference, full or ours</source>
        <translation>Nur ein Weg, in diesem Prozess: reference, full oder ours</translation>
    </message>
    <message>
        <source>File for the labels of --way</source>
        <translation>Datei für die Labels von --way</translation>
    </message>
    <message>
        <source>Time the opening of a large DICOM SEG</source>
        <translation>Die Zeit zum Öffnen eines großen DICOM SEG messen</translation>
    </message>
    <message>
        <source>Where the images are put meanwhile</source>
        <translation>Wo die Bilder währenddessen liegen</translation>
    </message>
    <message>
        <source>Where the files are put meanwhile</source>
        <translation>Wo die Dateien währenddessen liegen</translation>
    </message>
    <message>
        <source>Time the study list and its search</source>
        <translation>Die Studienliste und ihre Suche messen</translation>
    </message>
    <message>
        <source>Made-up studies</source>
        <translation>Erfundene Studien</translation>
    </message>
    <message>
        <source>Made-up images of all studies</source>
        <translation>Erfundene Bilder aller Studien</translation>
    </message>
    <message>
        <source>Time finding, reading and taking many files, all in the system&apos;s cache, against DCMTK parsing the same files as dcmdump does</source>
        <translation>Messen, wie lange das Finden, Lesen und Aufnehmen vieler Dateien dauert, alle im Zwischenspeicher des Systems, gegenüber DCMTK, das dieselben Dateien wie dcmdump liest</translation>
    </message>
    <message>
        <source>Made-up images</source>
        <translation>Erfundene Bilder</translation>
    </message>
    <message>
        <source>Their rows and columns; 512 makes the 525 kB of a real slice</source>
        <translation>Ihre Zeilen und Spalten; 512 ergibt die 525 kB einer echten Schicht</translation>
    </message>
</context>
<context>
    <name>fovea::CalibrateCommand</name>
    <message>
        <source>calibrated</source>
        <translation>kalibriert</translation>
    </message>
    <message>
        <source>too few labels</source>
        <translation>zu wenige Labels</translation>
    </message>
    <message>
        <source>the score does not rise with the labels</source>
        <translation>der Score steigt nicht mit den Labels</translation>
    </message>
    <message>
        <source>no fit was found</source>
        <translation>keine Anpassung gefunden</translation>
    </message>
    <message>
        <source>Anatomy</source>
        <translation>Anatomie</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Vorhanden</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>Abwesend</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>Studien</translation>
    </message>
    <message>
        <source>Mean score</source>
        <translation>Mittlerer Score</translation>
    </message>
    <message>
        <source>Truly present (95 % CI)</source>
        <translation>Tatsächlich vorhanden (95-%-KI)</translation>
    </message>
    <message>
        <source>%1: %2, as the model scores</source>
        <translation>%1: %2, Scores des Modells</translation>
    </message>
    <message>
        <source>Calibrated, each study by a fit to other patients</source>
        <translation>Kalibriert, jede Studie durch eine Anpassung an andere Patienten</translation>
    </message>
    <message>
        <source>Fit a model&apos;s scores to this site&apos;s verdicts or labels</source>
        <translation>Die Scores eines Modells an die Urteile oder Labels dieses Standorts anpassen</translation>
    </message>
    <message>
        <source>CSV of labels 0 or 1: the first column is the StudyInstanceUID, the others findings; without it, what readers accepted and rejected</source>
        <translation>CSV mit Labels 0 oder 1: Die erste Spalte ist die StudyInstanceUID, die anderen sind Befunde; ohne diese Datei zählt, was Befunder akzeptiert und abgelehnt haben</translation>
    </message>
    <message>
        <source>Say what would come of it, and keep nothing</source>
        <translation>Zeigen, was dabei herauskäme, und nichts speichern</translation>
    </message>
    <message numerus="yes">
        <source>%n studies of the table have no score of this model here.</source>
        <translation>
            <numerusform>%n Studie der Tabelle hat hier keinen Score dieses Modells.</numerusform>
            <numerusform>%n Studien der Tabelle haben hier keinen Score dieses Modells.</numerusform>
        </translation>
    </message>
    <message>
        <source>Written to %1. The window uses it from the next study on.</source>
        <translation>Geschrieben nach %1. Das Fenster verwendet es ab der nächsten Studie.</translation>
    </message>
    <message>
        <source>ECE before (95 % CI)</source>
        <translation>ECE vorher (95-%-KI)</translation>
    </message>
    <message>
        <source>ECE after (95 % CI)</source>
        <translation>ECE nachher (95-%-KI)</translation>
    </message>
    <message>
        <source>Calibrating</source>
        <translation>Kalibrierung läuft</translation>
    </message>
</context>
<context>
    <name>fovea::CalibrationDialog</name>
    <message>
        <source>The package&apos;s calibration</source>
        <translation>Kalibrierung des Pakets</translation>
    </message>
    <message>
        <source>As the model scores</source>
        <translation>Scores des Modells</translation>
    </message>
    <message>
        <source>Calibrated to this site</source>
        <translation>Für diesen Standort kalibriert</translation>
    </message>
    <message>
        <source>Calibration of “%1”</source>
        <translation>Kalibrierung von „%1“</translation>
    </message>
    <message>
        <source>Findings and their labels</source>
        <translation>Befunde und ihre Labels</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Vorhanden</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>Abwesend</translation>
    </message>
    <message>
        <source>ECE before (95 % CI)</source>
        <translation>ECE vorher (95-%-KI)</translation>
    </message>
    <message>
        <source>ECE after (95 % CI)</source>
        <translation>ECE nachher (95-%-KI)</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>ECE: expected calibration error, how far predictions are from what is true, on average. After: each study by a fit to other patients.</source>
        <translation>ECE: erwarteter Kalibrierungsfehler, d. h. wie weit Vorhersagen im Mittel von der Wahrheit abweichen. Nachher: jede Studie durch eine Anpassung an andere Patienten.</translation>
    </message>
    <message>
        <source>From &amp;verdicts</source>
        <translation>Aus &amp;Urteilen</translation>
    </message>
    <message>
        <source>From a &amp;table (CSV)…</source>
        <translation>Aus &amp;Tabelle (CSV)…</translation>
    </message>
    <message>
        <source>&amp;Use this calibration</source>
        <translation>Diese Kalibrierung &amp;verwenden</translation>
    </message>
    <message>
        <source>&amp;Back to the package&apos;s</source>
        <translation>&amp;Zurück zu der des Pakets</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Reading labels…</source>
        <translation>Labels werden gelesen…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>Labels: findings that readers accepted or rejected, of %n patient(s) at this site.</source>
        <translation>
            <numerusform>Labels: Befunde, die Befunder akzeptiert oder abgelehnt haben, von %n Patienten an diesem Standort.</numerusform>
            <numerusform>Labels: Befunde, die Befunder akzeptiert oder abgelehnt haben, von %n Patienten an diesem Standort.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Labels: “%1”, of %n patient(s) at this site.</source>
        <translation>
            <numerusform>Labels: „%1“, von %n Patienten an diesem Standort.</numerusform>
            <numerusform>Labels: „%1“, von %n Patienten an diesem Standort.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n studies of the table have no score of this model here.</source>
        <translation>
            <numerusform>%n Studie der Tabelle hat hier keinen Score dieses Modells.</numerusform>
            <numerusform>%n Studien der Tabelle haben hier keinen Score dieses Modells.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing can be calibrated yet: a finding needs %1 studies with it, as many without, and a score that rises with them.</source>
        <translation>Noch kann nichts kalibriert werden: Nötig sind je Befund %1 Studien mit ihm, ebenso viele ohne ihn und ein Score, der mit ihm steigt.</translation>
    </message>
    <message>
        <source>The package has no calibration of this finding.</source>
        <translation>Das Paket hat keine Kalibrierung für diesen Befund.</translation>
    </message>
    <message>
        <source>Fitted on %1. The package has no reliability diagram.</source>
        <translation>Angepasst an %1. Das Paket hat kein Zuverlässigkeitsdiagramm.</translation>
    </message>
    <message numerus="yes">
        <source>ECE %1, %n labels</source>
        <translation>
            <numerusform>ECE %1, %n Label</numerusform>
            <numerusform>ECE %1, %n Labels</numerusform>
        </translation>
    </message>
    <message>
        <source>ECE %1, each study by a fit to other patients</source>
        <translation>ECE %1, jede Studie durch eine Anpassung an andere Patienten</translation>
    </message>
    <message>
        <source>Too few patients to judge a fit by others.</source>
        <translation>Zu wenige Patienten, um eine Anpassung anhand anderer zu prüfen.</translation>
    </message>
    <message>
        <source>Choose a table of labels (first column StudyInstanceUID, then findings)</source>
        <translation>Tabelle mit Labels wählen (erste Spalte StudyInstanceUID, dann Befunde)</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>This site&apos;s calibration is in use now.</source>
        <translation>Die Kalibrierung dieses Standorts wird jetzt verwendet.</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>Give up this site&apos;s calibration of the model? It can be fitted again to the labels.</source>
        <translation>Die Kalibrierung des Modells für diesen Standort verwerfen? Sie lässt sich erneut an die Labels anpassen.</translation>
    </message>
    <message>
        <source>Give it up</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>The package&apos;s own calibration is in use again.</source>
        <translation>Die Kalibrierung des Pakets wird wieder verwendet.</translation>
    </message>
</context>
<context>
    <name>fovea::CalibrationText</name>
    <message>
        <source>No labels.</source>
        <translation>Keine Labels.</translation>
    </message>
    <message>
        <source>Can be calibrated.</source>
        <translation>Kalibrierung möglich.</translation>
    </message>
    <message>
        <source>Too few labels: %1 present and %2 absent, where %3 of each are needed.</source>
        <translation>Zu wenige Labels: %1 vorhanden und %2 abwesend; nötig sind je %3.</translation>
    </message>
    <message>
        <source>The score does not rise with the labels.</source>
        <translation>Der Score steigt nicht mit den Labels.</translation>
    </message>
    <message>
        <source>No fit was found.</source>
        <translation>Keine Anpassung gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>In use: this site&apos;s own calibration of %n finding(s), fitted %1.</source>
        <translation>
            <numerusform>In Verwendung: eigene Kalibrierung dieses Standorts für %n Befund, angepasst am %1.</numerusform>
            <numerusform>In Verwendung: eigene Kalibrierung dieses Standorts für %n Befunde, angepasst am %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>In use: none. The model&apos;s package has no calibration.</source>
        <translation>In Verwendung: keine. Das Paket des Modells hat keine Kalibrierung.</translation>
    </message>
    <message>
        <source>In use: the package&apos;s own calibration, fitted on %1.</source>
        <translation>In Verwendung: Kalibrierung des Pakets, angepasst an %1.</translation>
    </message>
</context>
<context>
    <name>fovea::CatalogsDialog</name>
    <message>
        <source>Catalogs</source>
        <translation>Kataloge</translation>
    </message>
    <message>
        <source>Findings and prompts</source>
        <translation>Befunde und Prompts</translation>
    </message>
    <message>
        <source>Anatomies</source>
        <translation>Anatomische Regionen</translation>
    </message>
</context>
<context>
    <name>fovea::CheckText</name>
    <message>
        <source>Left and right may be mixed up: it lies on the other side of its counterpart.</source>
        <translation>Links und rechts sind möglicherweise vertauscht: Die Struktur liegt auf der anderen Seite ihres Gegenstücks.</translation>
    </message>
    <message>
        <source>It lies above or below structures where it should not be.</source>
        <translation>Die Struktur liegt ober- oder unterhalb von Strukturen, wo sie nicht liegen sollte.</translation>
    </message>
    <message>
        <source>Its volume is far from that of any adult.</source>
        <translation>Das Volumen liegt weit außerhalb dessen, was bei Erwachsenen vorkommt.</translation>
    </message>
    <message>
        <source>It reaches the border of the scan: the volume is that of the part inside.</source>
        <translation>Die Struktur reicht bis an den Rand der Aufnahme: Das Volumen ist das des Teils innerhalb.</translation>
    </message>
    <message>
        <source>The network was unsure of it.</source>
        <translation>Das Netz war sich bei der Struktur unsicher.</translation>
    </message>
    <message>
        <source>Mean probability inside %1, entropy at the rim %2 bit</source>
        <translation>Mittlere Wahrscheinlichkeit innen %1, Entropie am Rand %2 bit</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a structure and what speaks against it</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>fovea::ChipBar</name>
    <message>
        <source>anatomy</source>
        <translation>Anatomie</translation>
    </message>
    <message>
        <source>absent finding</source>
        <translation>Befund nicht vorhanden</translation>
    </message>
    <message>
        <source>finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>part</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>size or severity</source>
        <translation>Größe oder Schweregrad</translation>
    </message>
    <message>
        <source>negation</source>
        <translation>Verneinung</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>%1 ✕</source>
        <comment>a part of the question that a click takes away</comment>
        <translation>%1 ✕</translation>
    </message>
    <message>
        <source>%1: %2. Click to ask without it.</source>
        <translation>%1: %2. Klicken, um ohne diesen Teil zu fragen.</translation>
    </message>
    <message>
        <source>Remove “%1” (%2)</source>
        <translation>„%1“ (%2) entfernen</translation>
    </message>
    <message>
        <source>not understood: %1</source>
        <translation>nicht verstanden: %1</translation>
    </message>
</context>
<context>
    <name>fovea::Command</name>
    <message>
        <source>The archive&apos;s folder (default: yours)</source>
        <translation>Ordner des Archivs (Vorgabe: Ihr eigenes)</translation>
    </message>
    <message>
        <source>Print the result as one JSON object</source>
        <translation>Das Ergebnis als ein JSON-Objekt ausgeben</translation>
    </message>
    <message>
        <source>Model package (default: yours, or the demo model)</source>
        <translation>Modellpaket (Vorgabe: Ihr eigenes oder das Demomodell)</translation>
    </message>
    <message>
        <source>Compute in fp32, as the reference does, where half precision would be faster</source>
        <translation>In fp32 rechnen wie die Referenz, auch wo halbe Genauigkeit schneller wäre</translation>
    </message>
</context>
<context>
    <name>fovea::CommandActions</name>
    <message>
        <source>&amp;Find a command…</source>
        <translation>&amp;Befehl suchen…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts…</source>
        <translation>&amp;Tastenkürzel…</translation>
    </message>
</context>
<context>
    <name>fovea::CommandContext</name>
    <message>
        <source>, %1 left</source>
        <translation>, noch %1</translation>
    </message>
</context>
<context>
    <name>fovea::CommandLine</name>
    <message>
        <source>Fovea reads CT with fVLM. Research software, not a medical device.</source>
        <translation>Fovea wertet CT mit fVLM aus. Forschungssoftware, kein Medizinprodukt.</translation>
    </message>
</context>
<context>
    <name>fovea::CommandPalette</name>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation>Befehl suchen…</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
</context>
<context>
    <name>fovea::CompareActions</name>
    <message>
        <source>Co&amp;mpare with the selected series</source>
        <translation>&amp;Mit der ausgewählten Serie vergleichen</translation>
    </message>
    <message>
        <source>&amp;End the comparison</source>
        <translation>Ve&amp;rgleich beenden</translation>
    </message>
    <message>
        <source>Compare with &amp;prior</source>
        <translation>Mit Vor&amp;untersuchung vergleichen</translation>
    </message>
    <message>
        <source>Scroll the two toge&amp;ther</source>
        <translation>Beide gemeinsam b&amp;lättern</translation>
    </message>
    <message>
        <source>Lin&amp;k the slices shown now</source>
        <translation>Angezeigte Schichten &amp;koppeln</translation>
    </message>
    <message>
        <source>Link by anat&amp;omy</source>
        <translation>Über die Ana&amp;tomie koppeln</translation>
    </message>
    <message>
        <source>Link equal posit&amp;ions (no offset)</source>
        <translation>Gleiche Pos&amp;itionen koppeln (kein Versatz)</translation>
    </message>
</context>
<context>
    <name>fovea::CompareCommand</name>
    <message>
        <source>Train fvlm, clip and supervised alike and measure which does best</source>
        <translation>fvlm, clip und supervised gleich trainieren und messen, was am besten ist</translation>
    </message>
    <message>
        <source>Architecture, preprocessing, prompts and schedule, as JSON</source>
        <translation>Architektur, Vorverarbeitung, Prompts und Ablauf, als JSON</translation>
    </message>
    <message>
        <source>How many phantoms to train on</source>
        <translation>Anzahl der Phantome zum Trainieren</translation>
    </message>
    <message>
        <source>Seed of the first phantom</source>
        <translation>Seed des ersten Phantoms</translation>
    </message>
    <message>
        <source>How many further phantoms to validate with</source>
        <translation>Anzahl weiterer Phantome zum Validieren</translation>
    </message>
    <message>
        <source>How many further phantoms to measure on</source>
        <translation>Anzahl weiterer Phantome zum Messen</translation>
    </message>
    <message>
        <source>Steps of the optimiser in each run</source>
        <translation>Schritte des Optimierers je Lauf</translation>
    </message>
    <message>
        <source>Runs of each objective</source>
        <translation>Läufe je Zielfunktion</translation>
    </message>
    <message>
        <source>File for the result, JSON or CSV; named again, its runs are not repeated</source>
        <translation>Datei für das Ergebnis, JSON oder CSV; erneut genannt, werden ihre Läufe nicht wiederholt</translation>
    </message>
</context>
<context>
    <name>fovea::ComparePane</name>
    <message>
        <source>End the comparison</source>
        <translation>Vergleich beenden</translation>
    </message>
    <message>
        <source>Compared: %1</source>
        <translation>Vergleich: %1</translation>
    </message>
    <message>
        <source>Scroll together. Off: move one alone; on again: keep the two slices shown side by side.</source>
        <translation>Gemeinsam blättern. Aus: eine Serie allein bewegen; wieder ein: Die beiden angezeigten Schichten bleiben nebeneinander.</translation>
    </message>
</context>
<context>
    <name>fovea::CompareText</name>
    <message>
        <source>%1%2 mm</source>
        <extracomment>An offset along the scroll axis; %1 is its sign.</extracomment>
        <translation>%1%2 mm</translation>
    </message>
    <message>
        <source>on the same day</source>
        <translation>am selben Tag</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) earlier</source>
        <translation>
            <numerusform>%n Tag früher</numerusform>
            <numerusform>%n Tage früher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) later</source>
        <translation>
            <numerusform>%n Tag später</numerusform>
            <numerusform>%n Tage später</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) earlier</source>
        <translation>
            <numerusform>%n Monat früher</numerusform>
            <numerusform>%n Monate früher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) later</source>
        <translation>
            <numerusform>%n Monat später</numerusform>
            <numerusform>%n Monate später</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) earlier</source>
        <translation>
            <numerusform>%n Jahr früher</numerusform>
            <numerusform>%n Jahre früher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) later</source>
        <translation>
            <numerusform>%n Jahr später</numerusform>
            <numerusform>%n Jahre später</numerusform>
        </translation>
    </message>
    <message>
        <source>No prior: the archive has no other study of this patient.</source>
        <translation>Keine Voruntersuchung: Das Archiv hat keine andere Studie dieses Patienten.</translation>
    </message>
    <message>
        <source>No prior: the open study has no date, so that nothing is known to be earlier.</source>
        <translation>Keine Voruntersuchung: Die geöffnete Studie hat kein Datum, daher ist nicht bekannt, was früher war.</translation>
    </message>
    <message>
        <source>No prior: the archive has no earlier study of this patient.</source>
        <translation>Keine Voruntersuchung: Das Archiv hat keine frühere Studie dieses Patienten.</translation>
    </message>
    <message>
        <source>No prior: earlier studies of this patient have no series of the modality %1.</source>
        <translation>Keine Voruntersuchung: Frühere Studien dieses Patienten haben keine Serie der Modalität %1.</translation>
    </message>
    <message>
        <source>No prior: earlier studies of this patient show other parts of the body. One that is selected in the list of studies can be compared all the same.</source>
        <translation>Keine Voruntersuchung: Frühere Studien dieses Patienten zeigen andere Körperregionen. Eine in der Studienliste ausgewählte lässt sich dennoch vergleichen.</translation>
    </message>
    <message>
        <source>No prior: earlier series of this patient have less than three slices.</source>
        <translation>Keine Voruntersuchung: Frühere Serien dieses Patienten haben weniger als drei Schichten.</translation>
    </message>
    <message>
        <source>Prior: %1</source>
        <translation>Voruntersuchung: %1</translation>
    </message>
    <message numerus="yes">
        <source>Prior: %1 (the closest match of %n earlier studies)</source>
        <translation>
            <numerusform>Voruntersuchung: %1 (die am besten passende von %n früheren Studie)</numerusform>
            <numerusform>Voruntersuchung: %1 (die am besten passende von %n früheren Studien)</numerusform>
        </translation>
    </message>
    <message>
        <source>Not linked</source>
        <translation>Nicht gekoppelt</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>Gekoppelt</translation>
    </message>
    <message>
        <source>Linked, %1</source>
        <translation>Gekoppelt, %1</translation>
    </message>
    <message>
        <source>The compared slice lies %1 mm further to %2.</source>
        <extracomment>%1: how far; %2: letters of the patient&apos;s directions, such as S.</extracomment>
        <translation>Die Vergleichsschicht liegt %1 mm weiter in Richtung %2.</translation>
    </message>
    <message>
        <source>Equal positions are side by side.</source>
        <translation>Gleiche Positionen liegen nebeneinander.</translation>
    </message>
    <message>
        <source>The two volumes do not overlap: their middles are side by side.</source>
        <translation>Die beiden Volumen überlappen sich nicht: Ihre Mitten liegen nebeneinander.</translation>
    </message>
    <message>
        <source>Linked by hand.</source>
        <translation>Von Hand gekoppelt.</translation>
    </message>
    <message numerus="yes">
        <source>Linked by %n structure(s) that both segmentations have.</source>
        <translation>
            <numerusform>Gekoppelt über %n Struktur, die beide Segmentierungen enthalten.</numerusform>
            <numerusform>Gekoppelt über %n Strukturen, die beide Segmentierungen enthalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>The compared series has another frame of reference and lies elsewhere: its middle was put beside the middle. Link two slices that belong together.</source>
        <translation>Die Vergleichsserie hat ein anderes Bezugssystem (Frame of Reference) und liegt an anderer Stelle: Ihre Mitte wurde neben die Mitte gelegt. Koppeln Sie zwei Schichten, die zusammengehören.</translation>
    </message>
    <message>
        <source>The compared series has another frame of reference; its slices were linked by hand.</source>
        <translation>Die Vergleichsserie hat ein anderes Bezugssystem (Frame of Reference); ihre Schichten wurden von Hand gekoppelt.</translation>
    </message>
    <message numerus="yes">
        <source>The compared series has another frame of reference; its position was matched by %n structure(s), typically to within %1 mm.</source>
        <translation>
            <numerusform>Die Vergleichsserie hat ein anderes Bezugssystem (Frame of Reference); ihre Position wurde über %n Struktur angeglichen, typischerweise auf %1 mm genau.</numerusform>
            <numerusform>Die Vergleichsserie hat ein anderes Bezugssystem (Frame of Reference); ihre Position wurde über %n Strukturen angeglichen, typischerweise auf %1 mm genau.</numerusform>
        </translation>
    </message>
    <message>
        <source>The compared series has another frame of reference: equal positions need not be equal anatomy.</source>
        <translation>Die Vergleichsserie hat ein anderes Bezugssystem (Frame of Reference): Gleiche Positionen müssen nicht gleicher Anatomie entsprechen.</translation>
    </message>
</context>
<context>
    <name>fovea::ComparisonReport</name>
    <message>
        <source>Objective</source>
        <translation>Zielfunktion</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Mean AUC</source>
        <translation>Mittlere AUC</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>Over clip</source>
        <translation>Über clip</translation>
    </message>
    <message>
        <source>Over supervised</source>
        <translation>Über supervised</translation>
    </message>
    <message>
        <source>Recall at 10</source>
        <translation>Recall@10</translation>
    </message>
    <message>
        <source>A random order has a recall of %1.</source>
        <translation>Eine zufällige Reihenfolge hat einen Recall von %1.</translation>
    </message>
</context>
<context>
    <name>fovea::CropBox</name>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>anterior</source>
        <translation>anterior</translation>
    </message>
    <message>
        <source>posterior</source>
        <translation>posterior</translation>
    </message>
    <message>
        <source>inferior</source>
        <translation>kaudal</translation>
    </message>
    <message>
        <source>superior</source>
        <translation>kranial</translation>
    </message>
    <message>
        <source>Clipping box</source>
        <translation>Clipping-Box</translation>
    </message>
    <message>
        <source>Reset crop</source>
        <translation>Zuschnitt zurücksetzen</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Anterior</source>
        <translation>Anterior</translation>
    </message>
    <message>
        <source>Posterior</source>
        <translation>Posterior</translation>
    </message>
    <message>
        <source>Inferior</source>
        <translation>Kaudal</translation>
    </message>
    <message>
        <source>Superior</source>
        <translation>Kranial</translation>
    </message>
    <message>
        <source>%1 face of the clipping box</source>
        <translation>Fläche der Clipping-Box: %1</translation>
    </message>
    <message>
        <source>Clipping plane</source>
        <translation>Clipping-Ebene</translation>
    </message>
    <message>
        <source>Lies as the slice view does, through the cursor, oblique ones too</source>
        <translation>Liegt wie die Schichtansicht und durch das Fadenkreuz, auch bei schräger Ebene</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Side of the clipping plane that is kept</source>
        <translation>Seite der Clipping-Ebene, die erhalten bleibt</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>Anatomy to crop to</source>
        <translation>Anatomie, auf die zugeschnitten wird</translation>
    </message>
    <message>
        <source>Margin around the anatomy</source>
        <translation>Rand um die Anatomie</translation>
    </message>
    <message>
        <source>+ </source>
        <translation>+ </translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>Crop to anatomy</source>
        <translation>Auf Anatomie zuschneiden</translation>
    </message>
    <message>
        <source>The open series has no segmentation to crop to.</source>
        <translation>Die geöffnete Serie hat keine Segmentierung, auf die zugeschnitten werden kann.</translation>
    </message>
    <message>
        <source>Anatomy</source>
        <translation>Anatomie</translation>
    </message>
    <message>
        <source>Keep %1</source>
        <translation>Behalten: %1</translation>
    </message>
</context>
<context>
    <name>fovea::CurvePlot</name>
    <message>
        <source>%1: %2 after %3 steps</source>
        <translation>%1: %2 nach %3 Schritten</translation>
    </message>
    <message>
        <source>0</source>
        <translation>0</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
</context>
<context>
    <name>fovea::DemoCommand</name>
    <message>
        <source>Analyse a synthetic sample study</source>
        <translation>Eine synthetische Beispielstudie analysieren</translation>
    </message>
    <message>
        <source>Making the sample study</source>
        <translation>Beispielstudie wird erzeugt</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Anatomy</source>
        <translation>Anatomie</translation>
    </message>
    <message>
        <source>This study is a synthetic phantom, not a patient. Fovea is research software and not a medical device.</source>
        <translation>Diese Studie ist ein synthetisches Phantom, kein Patient. Fovea ist Forschungssoftware und kein Medizinprodukt.</translation>
    </message>
    <message>
        <source>Asked for &quot;%1&quot;:</source>
        <translation>Gefragt nach „%1“:</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Suche läuft</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
</context>
<context>
    <name>fovea::DurationText</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
</context>
<context>
    <name>fovea::EditDesk</name>
    <message>
        <source>Erase</source>
        <translation>Radieren</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>Malen</translation>
    </message>
    <message>
        <source>Corrections are not saved automatically: %1 Save them soon.</source>
        <translation>Korrekturen werden nicht automatisch gespeichert: %1 Speichern Sie sie bald.</translation>
    </message>
    <message>
        <source>Stopped; nothing was changed.</source>
        <translation>Abgebrochen; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Corrected segmentation</source>
        <translation>Korrigierte Segmentierung</translation>
    </message>
    <message>
        <source>When Fovea ended, corrections of this segmentation were not saved. Restore them?</source>
        <translation>Als Fovea beendet wurde, waren Korrekturen an dieser Segmentierung nicht gespeichert. Wiederherstellen?</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Restore corrections</source>
        <translation>Korrekturen wiederherstellen</translation>
    </message>
    <message>
        <source>The corrections of the segmentation are not saved and will be lost. To keep them, go back and save them as a corrected segmentation.</source>
        <translation>Die Korrekturen an der Segmentierung sind nicht gespeichert und gehen verloren. Um sie zu behalten, kehren Sie zurück und speichern Sie sie als korrigierte Segmentierung.</translation>
    </message>
    <message>
        <source>Discard corrections</source>
        <translation>Korrekturen verwerfen</translation>
    </message>
</context>
<context>
    <name>fovea::EditPanel</name>
    <message>
        <source> HU</source>
        <translation> HU</translation>
    </message>
    <message>
        <source>%L1 voxels changed.</source>
        <translation>%L1 Voxel geändert.</translation>
    </message>
    <message>
        <source>There was nothing to change.</source>
        <translation>Es gab nichts zu ändern.</translation>
    </message>
    <message>
        <source>Stored in the archive. The findings of what changed are new.</source>
        <translation>Im Archiv gespeichert. Die Befunde zu den geänderten Regionen sind neu.</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>Struktur</translation>
    </message>
    <message>
        <source>Name of a new structure</source>
        <translation>Name einer neuen Struktur</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>[ and ] or Shift+wheel: radius. Ctrl: the other way round. Escape: end.</source>
        <translation>[ und ] oder Shift+Mausrad: Radius. Ctrl: umgekehrt. Esc: beenden.</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>Malen</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Radieren</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Paints only voxels in the HU range.</source>
        <translation>Malt nur auf Voxel im HU-Bereich.</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>Disc (this slice)</source>
        <translation>Scheibe (diese Schicht)</translation>
    </message>
    <message>
        <source>Sphere</source>
        <translation>Kugel</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>Radius</source>
        <translation>Radius</translation>
    </message>
    <message>
        <source>Lowest HU</source>
        <translation>Niedrigster HU-Wert</translation>
    </message>
    <message>
        <source>Highest HU</source>
        <translation>Höchster HU-Wert</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>HU range</source>
        <translation>HU-Bereich</translation>
    </message>
    <message>
        <source>May take voxels of other structures</source>
        <translation>Darf Voxel anderer Strukturen übernehmen</translation>
    </message>
    <message>
        <source>Erases every structure</source>
        <translation>Radiert alle Strukturen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Save as corrected segmentation</source>
        <translation>Als korrigierte Segmentierung speichern</translation>
    </message>
    <message>
        <source>Stores a new DICOM segmentation of this series; the one that was opened stays. Anatomies that changed are scored again.</source>
        <translation>Speichert eine neue DICOM-Segmentierung dieser Serie; die geöffnete bleibt erhalten. Geänderte anatomische Regionen werden neu bewertet.</translation>
    </message>
    <message>
        <source>The segmentation has no label left for a new structure.</source>
        <translation>In der Segmentierung ist kein Label mehr für eine neue Struktur frei.</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>Wird bearbeitet…</translation>
    </message>
    <message>
        <source>Save as corrected segmentation *</source>
        <translation>Als korrigierte Segmentierung speichern *</translation>
    </message>
</context>
<context>
    <name>fovea::ErrorText</name>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>There is not enough memory. Close other studies or programs and try again.</source>
        <translation>Der Arbeitsspeicher reicht nicht aus. Schließen Sie andere Studien oder Programme und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>An unexpected failure in a library. The details say which; please report it.</source>
        <translation>Unerwarteter Fehler in einer Bibliothek. Die Details nennen ihn; bitte melden Sie ihn.</translation>
    </message>
    <message>
        <source>There is no file or folder “%1”. Check the path.</source>
        <translation>Es gibt keine Datei und keinen Ordner „%1“. Prüfen Sie den Pfad.</translation>
    </message>
    <message>
        <source>“%1” cannot be read. Check its permissions.</source>
        <translation>„%1“ lässt sich nicht lesen. Prüfen Sie die Zugriffsrechte.</translation>
    </message>
    <message>
        <source>“%1” cannot be written. Check the folder&apos;s permissions.</source>
        <translation>„%1“ lässt sich nicht schreiben. Prüfen Sie die Zugriffsrechte des Ordners.</translation>
    </message>
    <message>
        <source>The disk is full while writing “%1”. Free some space and try again; nothing was changed.</source>
        <translation>Beim Schreiben von „%1“ ist der Datenträger voll. Geben Sie Speicherplatz frei und versuchen Sie es erneut; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>“%1” is not a DICOM file.</source>
        <translation>„%1“ ist keine DICOM-Datei.</translation>
    </message>
    <message>
        <source>“%1” is not a CT image (%2).</source>
        <translation>„%1“ ist kein CT-Bild (%2).</translation>
    </message>
    <message>
        <source>There is no CT series in “%1”. Choose the folder that holds the study&apos;s images.</source>
        <translation>In „%1“ gibt es keine CT-Serie. Wählen Sie den Ordner mit den Bildern der Studie.</translation>
    </message>
    <message>
        <source>“%1” is damaged and cannot be read. Export it again from where it came.</source>
        <translation>„%1“ ist beschädigt und nicht lesbar. Exportieren Sie die Datei erneut aus dem Ursprungssystem.</translation>
    </message>
    <message>
        <source>This kind of image data is not supported: %1. Export the series uncompressed and try again.</source>
        <translation>Diese Art von Bilddaten wird nicht unterstützt: %1. Exportieren Sie die Serie unkomprimiert und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>“%1” is a localizer (scout view) and not part of a volume.</source>
        <translation>„%1“ ist ein Localizer (Topogramm) und nicht Teil eines Volumens.</translation>
    </message>
    <message>
        <source>The images of this series do not form one volume: they differ in %1.</source>
        <translation>Die Bilder dieser Serie bilden kein einheitliches Volumen: Sie unterscheiden sich in %1.</translation>
    </message>
    <message>
        <source>The slices are not evenly spaced: %1 mm expected, %2 mm found. Images may be missing; export the series again.</source>
        <translation>Die Schichten haben keinen gleichmäßigen Abstand: %1 mm erwartet, %2 mm gefunden. Möglicherweise fehlen Bilder; exportieren Sie die Serie erneut.</translation>
    </message>
    <message>
        <source>The rescale slope %1 does not give whole Hounsfield units. This is not a CT in HU.</source>
        <translation>Der Rescale-Slope %1 ergibt keine ganzen Hounsfield-Einheiten. Dies ist kein CT in HU.</translation>
    </message>
    <message>
        <source>A value of %1 HU is outside what a CT can hold (−32768 to 32767).</source>
        <translation>Ein Wert von %1 HU liegt außerhalb dessen, was ein CT enthalten kann (−32768 bis 32767).</translation>
    </message>
    <message>
        <source>The series has no images.</source>
        <translation>Die Serie enthält keine Bilder.</translation>
    </message>
    <message>
        <source>The segmentation does not lie on this CT: %1 differs.</source>
        <translation>Die Segmentierung liegt nicht auf diesem CT: Abweichung bei „%1“.</translation>
    </message>
    <message>
        <source>“%1” is not a segmentation: %2.</source>
        <translation>„%1“ ist keine Segmentierung: %2.</translation>
    </message>
    <message>
        <source>The segmentation belongs to another patient or scan: %1 differs. It was not opened.</source>
        <translation>Die Segmentierung gehört zu einem anderen Patienten oder einer anderen Aufnahme: Abweichung bei „%1“. Sie wurde nicht geöffnet.</translation>
    </message>
    <message>
        <source>The segmentation “%1” is empty: it marks no voxel.</source>
        <translation>Die Segmentierung „%1“ ist leer: Sie markiert kein Voxel.</translation>
    </message>
    <message>
        <source>The archive “%1” cannot be opened. Check that the folder exists and can be written.</source>
        <translation>Das Archiv „%1“ lässt sich nicht öffnen. Prüfen Sie, ob der Ordner vorhanden und beschreibbar ist.</translation>
    </message>
    <message>
        <source>The archive was written by a newer version of Fovea (format %1, this version knows %2). Update the program.</source>
        <translation>Das Archiv wurde von einer neueren Fovea-Version geschrieben (Format %1, diese Version kennt %2). Aktualisieren Sie das Programm.</translation>
    </message>
    <message>
        <source>The archive did not accept a change; nothing was lost. The details say why.</source>
        <translation>Das Archiv hat eine Änderung nicht angenommen; es ging nichts verloren. Die Details nennen den Grund.</translation>
    </message>
    <message>
        <source>“%1” is not in the archive. Import it first.</source>
        <translation>„%1“ ist nicht im Archiv. Importieren Sie es zuerst.</translation>
    </message>
    <message>
        <source>“%1” matches more than one. Name it fully.</source>
        <translation>„%1“ ist nicht eindeutig. Geben Sie den vollständigen Namen an.</translation>
    </message>
    <message>
        <source>The model library “%1” cannot be loaded. Install LibTorch and Fovea again.</source>
        <translation>Die Modellbibliothek „%1“ lässt sich nicht laden. Installieren Sie LibTorch und Fovea erneut.</translation>
    </message>
    <message>
        <source>There is no model package in “%1”.</source>
        <translation>In „%1“ gibt es kein Modellpaket.</translation>
    </message>
    <message>
        <source>The model package is damaged: %1: %2. Import the model again.</source>
        <translation>Das Modellpaket ist beschädigt: %1: %2. Importieren Sie das Modell erneut.</translation>
    </message>
    <message>
        <source>The checkpoint asks to run “%1”. It was refused and nothing was run. Do not trust this file.</source>
        <translation>Der Checkpoint verlangt, „%1“ auszuführen. Dies wurde verweigert, es wurde nichts ausgeführt. Vertrauen Sie dieser Datei nicht.</translation>
    </message>
    <message>
        <source>The checkpoint cannot be read: %1. Download it again.</source>
        <translation>Der Checkpoint lässt sich nicht lesen: %1. Laden Sie ihn erneut herunter.</translation>
    </message>
    <message>
        <source>The vocabulary cannot be used: %1.</source>
        <translation>Das Vokabular ist nicht verwendbar: %1.</translation>
    </message>
    <message>
        <source>None of the model&apos;s anatomies is segmented in this study. Open a segmentation that has them.</source>
        <translation>Keine der anatomischen Regionen des Modells ist in dieser Studie segmentiert. Öffnen Sie eine Segmentierung, die solche enthält.</translation>
    </message>
    <message>
        <source>Type a question first, for example “pleural effusion”.</source>
        <translation>Geben Sie zuerst eine Frage ein (auf Englisch), zum Beispiel „pleural effusion“.</translation>
    </message>
    <message>
        <source>The training diverged at step %1: the loss is no longer a number. Use a lower learning rate.</source>
        <translation>Das Training ist bei Schritt %1 divergiert: Der Verlust (Loss) ist keine Zahl mehr. Verwenden Sie eine kleinere Lernrate.</translation>
    </message>
    <message>
        <source>There are no studies to work on.</source>
        <translation>Es gibt keine Studien zum Bearbeiten.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>“%1” cannot be understood: %2.</source>
        <translation>„%1“ ist nicht auswertbar: %2.</translation>
    </message>
    <message>
        <source>“%1” is missing</source>
        <translation>„%1“ fehlt</translation>
    </message>
    <message>
        <source>“%1” should have the shape %2 and has %3</source>
        <translation>„%1“ sollte die Form %2 haben und hat %3</translation>
    </message>
    <message>
        <source>“%1” is cut off</source>
        <translation>„%1“ ist abgeschnitten</translation>
    </message>
    <message>
        <source>“%1” is damaged</source>
        <translation>„%1“ ist beschädigt</translation>
    </message>
    <message>
        <source>“%1” is of an unsupported type (%2)</source>
        <translation>„%1“ hat einen nicht unterstützten Typ (%2)</translation>
    </message>
    <message>
        <source>“%1” holds values that are not numbers (NaN or infinite)</source>
        <translation>„%1“ enthält Werte, die keine Zahlen sind (NaN oder unendlich)</translation>
    </message>
    <message>
        <source>The model&apos;s tensors cannot be used:</source>
        <translation>Die Tensoren des Modells sind nicht verwendbar:</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>The checkpoint has %1 anatomies and %2 are named. Name them in a manifest (model.json).</source>
        <translation>Der Checkpoint hat %1 Anatomien, und %2 sind benannt. Benennen Sie sie in einem Manifest (model.json).</translation>
    </message>
    <message>
        <source>This is not the released network, and its tensors do not tell the number “%1”. Give it in a manifest (model.json).</source>
        <translation>Dies ist nicht das veröffentlichte Netz, und seine Tensoren verraten die Zahl „%1“ nicht. Geben Sie sie in einem Manifest (model.json) an.</translation>
    </message>
    <message>
        <source>This program does not agree with “%1”: %2 differ by up to %3 (tolerance: %4).</source>
        <translation>Dieses Programm stimmt nicht mit „%1“ überein: %2 weichen um bis zu %3 ab (Toleranz: %4).</translation>
    </message>
    <message>
        <source>“%1”, line %2: the row does not have one cell for each column, or a quotation mark is not closed.</source>
        <translation>„%1“, Zeile %2: Die Zeile hat nicht für jede Spalte eine Zelle, oder ein Anführungszeichen ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>“%1”, line %2: this volume is already in line %3.</source>
        <translation>„%1“, Zeile %2: Dieses Volumen steht schon in Zeile %3.</translation>
    </message>
    <message>
        <source>“%1” has no column but the volume&apos;s name. It must be a comma-separated table with one column for each finding.</source>
        <translation>„%1“ hat außer dem Namen des Volumens keine Spalte. Nötig ist eine durch Kommas getrennte Tabelle mit einer Spalte je Befund.</translation>
    </message>
    <message>
        <source>“%1” has two columns for “%2”.</source>
        <translation>„%1“ hat zwei Spalten für „%2“.</translation>
    </message>
    <message>
        <source>“%1”, line 1, column “%2”: “%3” has no column for this finding.</source>
        <translation>„%1“, Zeile 1, Spalte „%2“: „%3“ hat keine Spalte für diesen Befund.</translation>
    </message>
    <message>
        <source>“%1”, line %2, column “%3”: the value must be in %4.</source>
        <translation>„%1“, Zeile %2, Spalte „%3“: Der Wert muss in %4 liegen.</translation>
    </message>
    <message>
        <source>“%1”, line %2, column “%3”: the cell is empty.</source>
        <translation>„%1“, Zeile %2, Spalte „%3“: Die Zelle ist leer.</translation>
    </message>
    <message>
        <source>No volume is in both “%1” and “%2”. Check that both name the volumes in the same way.</source>
        <translation>Kein Volumen steht in „%1“ und in „%2“. Prüfen Sie, ob beide die Volumen gleich benennen.</translation>
    </message>
    <message>
        <source>The images need %1 GB of memory, %2 GB more than is free. Close other studies or programs and try again.</source>
        <translation>Die Bilder brauchen %1 GB Speicher, %2 GB mehr als frei sind. Schließen Sie andere Studien oder Programme und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>%1 studies are too few to validate on: it takes at least %2. Choose more studies.</source>
        <translation>%1 Studien sind zu wenige zum Validieren: Nötig sind mindestens %2. Wählen Sie mehr Studien.</translation>
    </message>
    <message>
        <source>%1 studies are too few to learn from: it takes at least %2. Choose more studies.</source>
        <translation>%1 Studien sind zu wenige zum Lernen: Nötig sind mindestens %2. Wählen Sie mehr Studien.</translation>
    </message>
    <message>
        <source>No finding is present in some of the studies for validation and absent in others. Add studies of both kinds.</source>
        <translation>Kein Befund ist in einigen der Studien zur Validierung vorhanden und in anderen abwesend. Nehmen Sie Studien beider Arten hinzu.</translation>
    </message>
    <message>
        <source>No finding is present in some of the studies for training and absent in others. Add studies of both kinds.</source>
        <translation>Kein Befund ist in einigen der Studien zum Training vorhanden und in anderen abwesend. Nehmen Sie Studien beider Arten hinzu.</translation>
    </message>
    <message>
        <source>There are no lungs in this scan, or too little of them: only a chest CT can be segmented this way.</source>
        <translation>Diese Aufnahme enthält keine Lunge oder zu wenig davon: Nur ein Thorax-CT lässt sich so segmentieren.</translation>
    </message>
    <message>
        <source>“%1” does not say what kind of image it is.</source>
        <translation>„%1“ gibt nicht an, um welche Art von Bild es sich handelt.</translation>
    </message>
    <message>
        <source>“%1” does not say where in the patient it lies, or how large its pixels are, so that it is no part of a volume.</source>
        <translation>„%1“ gibt nicht an, wo im Patienten das Bild liegt oder wie groß seine Pixel sind, und ist daher nicht Teil eines Volumens.</translation>
    </message>
    <message>
        <source>It is there twice: another file has the same SOP Instance UID.</source>
        <translation>Das Bild ist doppelt vorhanden: Eine andere Datei hat dieselbe SOP Instance UID.</translation>
    </message>
    <message>
        <source>The slices are shifted against each other as if the gantry had been tilted by %1°, which none can: their positions are wrong.</source>
        <translation>Die Schichten sind gegeneinander verschoben, als wäre die Gantry um %1° gekippt gewesen, was keine Gantry kann: Ihre Positionen sind falsch.</translation>
    </message>
    <message>
        <source>“%1” is not a segmentation.</source>
        <translation>„%1“ ist keine Segmentierung.</translation>
    </message>
    <message>
        <source>The CT that the segmentation belongs to is not in the archive. Import it first.</source>
        <translation>Das CT, zu dem die Segmentierung gehört, ist nicht im Archiv. Importieren Sie es zuerst.</translation>
    </message>
    <message>
        <source>The archive&apos;s folder is no longer there. Connect its drive again; what was not saved is tried again.</source>
        <translation>Der Ordner des Archivs ist nicht mehr vorhanden. Schließen Sie sein Laufwerk wieder an; nicht Gespeichertes wird erneut versucht.</translation>
    </message>
    <message>
        <source>The folder holds images but no database. Restore a backup of the archive, or choose another folder.</source>
        <translation>Der Ordner enthält Bilder, aber keine Datenbank. Stellen Sie eine Sicherung des Archivs wieder her oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The archive has problems; the list says which.</source>
        <translation>Das Archiv hat Probleme; die Liste nennt sie.</translation>
    </message>
    <message>
        <source>Another program has the archive open. Close it there first.</source>
        <translation>Ein anderes Programm hat das Archiv geöffnet. Schließen Sie es dort zuerst.</translation>
    </message>
    <message>
        <source>Another program is writing to the archive and did not end in time. Nothing was lost; try again.</source>
        <translation>Ein anderes Programm schreibt in das Archiv und wurde nicht rechtzeitig fertig. Es ging nichts verloren; versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The archive cannot be written: its folder or drive is read-only. Change that, or choose another folder.</source>
        <translation>Das Archiv lässt sich nicht beschreiben: Sein Ordner oder Laufwerk ist schreibgeschützt. Ändern Sie das oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The archive&apos;s database is damaged. Check the archive (File menu), or restore a backup.</source>
        <translation>Die Datenbank des Archivs ist beschädigt. Prüfen Sie das Archiv (Menü Datei) oder stellen Sie eine Sicherung wieder her.</translation>
    </message>
    <message>
        <source>The archive&apos;s files cannot be reached. Check its drive and that there is space on it.</source>
        <translation>Die Dateien des Archivs sind nicht erreichbar. Prüfen Sie das Laufwerk und ob darauf Platz frei ist.</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <comment>archive, what is wrong</comment>
        <translation>„%1“: %2</translation>
    </message>
</context>
<context>
    <name>fovea::EvaluateCommand</name>
    <message>
        <source>Evaluating</source>
        <translation>Auswertung läuft</translation>
    </message>
    <message>
        <source>Measure a model on studies with known truth, or scores in a file</source>
        <translation>Ein Modell an Studien mit bekannter Wahrheit messen, oder Scores in einer Datei</translation>
    </message>
    <message>
        <source>Folder with predictions.csv and labels.csv</source>
        <translation>Ordner mit predictions.csv und labels.csv</translation>
    </message>
    <message>
        <source>CSV of scores from 0 to 1: the first column names the volume, each other a finding (the truth&apos;s title, or fVLM&apos;s organ_finding_negative_positive)</source>
        <translation>CSV mit Scores von 0 bis 1: Die erste Spalte nennt das Volumen, jede weitere einen Befund (wie in der Wahrheit, oder organ_finding_negative_positive von fVLM)</translation>
    </message>
    <message>
        <source>CSV of labels 0 or 1: the first column names the volume; a column &quot;patient&quot; says whose it is, else CT-RATE&apos;s names do</source>
        <translation>CSV mit Labels 0 oder 1: Die erste Spalte nennt das Volumen; eine Spalte &quot;patient&quot; sagt, wessen es ist, sonst die Namen von CT-RATE</translation>
    </message>
    <message>
        <source>A volume without a score counts as score 0 (zero, CT-RATE&apos;s rule and the default) or not at all (leave-out)</source>
        <translation>Ein Volumen ohne Score zählt als Score 0 (zero, die Regel von CT-RATE und Vorgabe) oder gar nicht (leave-out)</translation>
    </message>
    <message>
        <source>JSON of paraphrases and searches to measure the model with</source>
        <translation>JSON mit Umschreibungen und Suchen, mit denen das Modell gemessen wird</translation>
    </message>
    <message>
        <source>Without --prompts, paraphrases and searches were not measured.</source>
        <translation>Ohne --prompts wurden Umschreibungen und Suchen nicht gemessen.</translation>
    </message>
</context>
<context>
    <name>fovea::EvaluationReport</name>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Positiv</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>Negativ</translation>
    </message>
    <message>
        <source>AUC (95 % CI)</source>
        <translation>AUC (95-%-KI)</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Sensitivität</translation>
    </message>
    <message>
        <source>Specificity</source>
        <translation>Spezifität</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Präzision</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>F1 weighted</source>
        <translation>F1 gewichtet</translation>
    </message>
    <message>
        <source>ECE</source>
        <translation>ECE</translation>
    </message>
    <message>
        <source>ECE calibrated</source>
        <translation>ECE kalibriert</translation>
    </message>
    <message>
        <source>Platt a</source>
        <translation>Platt a</translation>
    </message>
    <message>
        <source>Platt b</source>
        <translation>Platt b</translation>
    </message>
    <message>
        <source>No score</source>
        <translation>Ohne Score</translation>
    </message>
    <message>
        <source>No finding is both present and absent among %1 studies.</source>
        <translation>Kein Befund ist unter %1 Studien sowohl vorhanden als auch abwesend.</translation>
    </message>
    <message>
        <source>Mean AUC over %1 studies: %2</source>
        <translation>Mittlere AUC über %1 Studien: %2</translation>
    </message>
    <message>
        <source>Intervals: 95 %, from %1 bootstrap resamples of %2 patients (fixed seed), at the threshold shown.</source>
        <translation>Intervalle: 95 %, aus %1 Bootstrap-Stichproben von %2 Patienten (fester Startwert), am gezeigten Schwellenwert.</translation>
    </message>
    <message>
        <source>Thresholds are chosen on the same cases (closest to sensitivity and specificity 1), so what depends on them is optimistic.</source>
        <translation>Schwellenwerte sind an denselben Fällen gewählt (am nächsten an Sensitivität und Spezifität 1); was von ihnen abhängt, ist optimistisch.</translation>
    </message>
    <message>
        <source>%1 volumes of %2 patients.</source>
        <translation>%1 Volumen von %2 Patienten.</translation>
    </message>
    <message>
        <source>%1 volumes do not say whose they are: each counts as a patient of its own.</source>
        <translation>%1 Volumen sagen nicht, wessen sie sind: Jedes zählt als eigener Patient.</translation>
    </message>
    <message>
        <source>%1 volumes have predictions and no truth: left out.</source>
        <translation>%1 Volumen haben Vorhersagen und keine Wahrheit: ausgelassen.</translation>
    </message>
    <message>
        <source>%1 volumes have truth and no predictions: left out.</source>
        <translation>%1 Volumen haben Wahrheit und keine Vorhersagen: ausgelassen.</translation>
    </message>
    <message>
        <source>%1 labels are empty: left out.</source>
        <translation>%1 Labels sind leer: ausgelassen.</translation>
    </message>
    <message>
        <source>A volume without a score counts as score 0 (CT-RATE&apos;s rule), and for calibration not at all.</source>
        <translation>Ein Volumen ohne Score zählt als Score 0 (Regel von CT-RATE), für die Kalibrierung gar nicht.</translation>
    </message>
    <message>
        <source>A volume without a score is left out.</source>
        <translation>Ein Volumen ohne Score wird ausgelassen.</translation>
    </message>
    <message>
        <source>Labels without predictions: %1.</source>
        <translation>Labels ohne Vorhersagen: %1.</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>Aufmerksamkeit</translation>
    </message>
    <message>
        <source>attention-weighted value</source>
        <translation>aufmerksamkeitsgewichteter Wert</translation>
    </message>
    <message>
        <source>gradient x input</source>
        <translation>Gradient × Eingabe</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>finding and side</source>
        <translation>Befund und Seite</translation>
    </message>
    <message>
        <source>finding and lobe</source>
        <translation>Befund und Lappen</translation>
    </message>
    <message>
        <source>mean HU</source>
        <translation>mittlere HU</translation>
    </message>
    <message>
        <source>standard deviation of HU</source>
        <translation>Standardabweichung der HU</translation>
    </message>
    <message>
        <source>5th percentile of HU</source>
        <translation>5. Perzentil der HU</translation>
    </message>
    <message>
        <source>95th percentile of HU</source>
        <translation>95. Perzentil der HU</translation>
    </message>
    <message>
        <source>volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>%1 of %2: %3 (%4–%5)</source>
        <translation>%1 von %2: %3 (%4–%5)</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Fälle</translation>
    </message>
    <message>
        <source>Calibration as the package states it (nothing refitted)</source>
        <translation>Kalibrierung, wie das Paket sie angibt (nichts neu angepasst)</translation>
    </message>
    <message>
        <source>Mean ECE: %1; worst: %2 (%3)</source>
        <translation>Mittlerer ECE: %1; schlechtester: %2 (%3)</translation>
    </message>
    <message>
        <source>AUC, own prompts</source>
        <translation>AUC, eigene Prompts</translation>
    </message>
    <message>
        <source>Mean of paraphrases</source>
        <translation>Mittel der Umschreibungen</translation>
    </message>
    <message>
        <source>Worst</source>
        <translation>Schlechteste</translation>
    </message>
    <message>
        <source>Each</source>
        <translation>Einzeln</translation>
    </message>
    <message>
        <source>The same findings in other words</source>
        <translation>Dieselben Befunde mit anderen Worten</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Gefragt nach</translation>
    </message>
    <message>
        <source>Correct side (95 % CI)</source>
        <translation>Richtige Seite (95-%-KI)</translation>
    </message>
    <message>
        <source>Correct lobe (95 % CI)</source>
        <translation>Richtiger Lappen (95-%-KI)</translation>
    </message>
    <message>
        <source>a token at random</source>
        <translation>ein zufälliges Token</translation>
    </message>
    <message>
        <source>Where the findings are (studies that have them on one side)</source>
        <translation>Wo die Befunde sind (Studien, die sie auf einer Seite haben)</translation>
    </message>
    <message>
        <source>Whether the map&apos;s highest token lies on the finding&apos;s side, and in one of its lobes. Wilson intervals.</source>
        <translation>Ob das höchste Token der Karte auf der Seite des Befunds und in einem seiner Lappen liegt. Wilson-Intervalle.</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>True</source>
        <translation>Richtig</translation>
    </message>
    <message>
        <source>Recall@10</source>
        <translation>Recall@10</translation>
    </message>
    <message>
        <source>Searching studies by text</source>
        <translation>Studien mit Text suchen</translation>
    </message>
    <message>
        <source>No query has a true study among them.</source>
        <translation>Keine Anfrage hat eine zutreffende Studie darunter.</translation>
    </message>
    <message>
        <source>Ranked by</source>
        <translation>Sortiert nach</translation>
    </message>
    <message>
        <source>mAP</source>
        <translation>mAP</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>margin against the negative prompts</source>
        <translation>Abstand zu den negativen Prompts</translation>
    </message>
    <message>
        <source>chance</source>
        <translation>Zufall</translation>
    </message>
    <message>
        <source>Best statistic</source>
        <translation>Beste Kennzahl</translation>
    </message>
    <message>
        <source>Present when</source>
        <translation>Vorhanden, wenn</translation>
    </message>
    <message>
        <source>AUC, fitted half</source>
        <translation>AUC, angepasste Hälfte</translation>
    </message>
    <message>
        <source>AUC, other half</source>
        <translation>AUC, andere Hälfte</translation>
    </message>
    <message>
        <source>higher</source>
        <translation>höher</translation>
    </message>
    <message>
        <source>lower</source>
        <translation>niedriger</translation>
    </message>
    <message>
        <source>What one number about the region gives away</source>
        <translation>Was eine einzige Zahl über die Region verrät</translation>
    </message>
    <message>
        <source>Statistic and direction are chosen on half of the studies and measured on the other half. A model should do clearly better.</source>
        <translation>Kennzahl und Richtung werden auf der einen Hälfte der Studien gewählt und auf der anderen gemessen. Ein Modell sollte deutlich besser sein.</translation>
    </message>
    <message>
        <source>leave one out</source>
        <translation>Auslassen eines Tokens</translation>
    </message>
    <message>
        <source>ECE (95 % CI)</source>
        <translation>ECE (95-%-KI)</translation>
    </message>
    <message>
        <source>ECE: expected calibration error; calibrated: by Platt scaling, 5-fold, no patient on both sides. Resampling raises it, so its intervals lean upwards.</source>
        <translation>ECE: erwarteter Kalibrierungsfehler; kalibriert: durch Platt-Skalierung, 5-fach, kein Patient auf beiden Seiten. Resampling erhöht ihn, daher liegen seine Intervalle eher zu hoch.</translation>
    </message>
    <message>
        <source>margin against “Not …”</source>
        <translation>Abstand zu „Not …“</translation>
    </message>
    <message>
        <source>cosine without each modality&apos;s mean</source>
        <translation>Kosinus ohne den Mittelwert jeder Modalität</translation>
    </message>
    <message>
        <source>Anatomy</source>
        <translation>Anatomie</translation>
    </message>
    <message>
        <source>Nearest</source>
        <translation>Nächster</translation>
    </message>
    <message>
        <source>Nearest, whitened</source>
        <translation>Nächster, geweißt</translation>
    </message>
    <message>
        <source>Mahalanobis</source>
        <translation>Mahalanobis</translation>
    </message>
    <message>
        <source>Normal in the bank</source>
        <translation>Normale in der Bank</translation>
    </message>
    <message>
        <source>Unusual organs: AUC of any finding against none</source>
        <translation>Ungewöhnliche Organe: AUC für irgendeinen Befund gegenüber keinem</translation>
    </message>
    <message>
        <source>Distance of the embedding from normal ones of half of the studies, measured on the other half.</source>
        <translation>Abstand des Embeddings von den normalen der einen Hälfte der Studien, gemessen an der anderen Hälfte.</translation>
    </message>
    <message>
        <source>AUC, one prompt</source>
        <translation>AUC, ein Prompt</translation>
    </message>
    <message>
        <source>Ensemble</source>
        <translation>Ensemble</translation>
    </message>
    <message>
        <source>With scalars</source>
        <translation>Mit Messwerten</translation>
    </message>
    <message>
        <source>What the ensemble of prompts and measured scalars add</source>
        <translation>Was das Ensemble der Prompts und die Messwerte beitragen</translation>
    </message>
    <message>
        <source>Volume, mean HU, share below -950 HU, volume above 130 HU, in a logistic regression with the score; fitted on half of the studies, measured on the other half. A mean takes the ensemble where a column has none.</source>
        <translation>Volumen, mittlere HU, Anteil unter -950 HU, Volumen über 130 HU, in einer logistischen Regression mit dem Score; angepasst an der einen Hälfte der Studien, gemessen an der anderen. Wo eine Spalte keinen Wert hat, geht in das Mittel der des Ensembles ein.</translation>
    </message>
    <message>
        <source>leave neighbors out</source>
        <translation>Auslassen eines Tokens mit Nachbarn</translation>
    </message>
    <message>
        <source>Recall@10 by query</source>
        <translation>Recall@10 je Anfrage</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>“Not …”</source>
        <translation>„Not …“</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>Zufall</translation>
    </message>
    <message>
        <source>Region to region</source>
        <translation>Region zu Region</translation>
    </message>
    <message>
        <source>Recall@1</source>
        <translation>Recall@1</translation>
    </message>
    <message>
        <source>Recall@5</source>
        <translation>Recall@5</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>In other words:</source>
        <translation>Mit anderen Worten:</translation>
    </message>
    <message>
        <source>Region to region:</source>
        <translation>Region zu Region:</translation>
    </message>
    <message>
        <source>Means over the queries with a true study; region to region, over every true study as the example. Recall@k: true studies among the first k, of as many as could be there.</source>
        <translation>Mittelwerte über die Anfragen mit einer zutreffenden Studie; Region zu Region: über jede zutreffende Studie als Beispiel. Recall@k: zutreffende Studien unter den ersten k, von so vielen, wie dort sein könnten.</translation>
    </message>
</context>
<context>
    <name>fovea::ExportActions</name>
    <message>
        <source>&amp;Copy the view</source>
        <translation>Ansicht &amp;kopieren</translation>
    </message>
    <message>
        <source>Save the view as a pict&amp;ure…</source>
        <translation>Ansicht als &amp;Bild speichern…</translation>
    </message>
    <message>
        <source>The %1 view is on the clipboard.</source>
        <translation>Die Ansicht „%1“ ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Save the view as a picture</source>
        <translation>Ansicht als Bild speichern</translation>
    </message>
    <message>
        <source>PNG pictures</source>
        <translation>PNG-Bilder</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
</context>
<context>
    <name>fovea::ExportCommand</name>
    <message>
        <source>Write what is known of a series: DICOM objects, a report, tables</source>
        <translation>Schreiben, was zu einer Serie bekannt ist: DICOM-Objekte, Bericht, Tabellen</translation>
    </message>
    <message>
        <source>Every CT series of the archive, or of the studies that --search finds; tables only</source>
        <translation>Jede CT-Serie des Archivs oder der Studien, die --search findet; nur Tabellen</translation>
    </message>
    <message>
        <source>Folder to write into; made where missing</source>
        <translation>Zielordner; wird angelegt, wenn er fehlt</translation>
    </message>
    <message>
        <source>Measurement report (DICOM SR, TID 1500)</source>
        <translation>Messbericht (DICOM SR, TID 1500)</translation>
    </message>
    <message>
        <source>Segmentation (DICOM SEG)</source>
        <translation>Segmentierung (DICOM SEG)</translation>
    </message>
    <message>
        <source>Key images (DICOM secondary captures)</source>
        <translation>Schlüsselbilder (DICOM Secondary Capture)</translation>
    </message>
    <message>
        <source>Selection of the key images (DICOM key object selection)</source>
        <translation>Auswahl der Schlüsselbilder (DICOM Key Object Selection)</translation>
    </message>
    <message>
        <source>Report (PDF)</source>
        <translation>Bericht (PDF)</translation>
    </message>
    <message>
        <source>Report (DICOM encapsulated PDF)</source>
        <translation>Bericht (DICOM Encapsulated PDF)</translation>
    </message>
    <message>
        <source>Table of everything (CSV)</source>
        <translation>Tabelle mit allem (CSV)</translation>
    </message>
    <message>
        <source>Table of everything (JSON)</source>
        <translation>Tabelle mit allem (JSON)</translation>
    </message>
    <message>
        <source>The report does not say who the patient is</source>
        <translation>Der Bericht nennt den Patienten nicht</translation>
    </message>
    <message>
        <source>Replace files that are there</source>
        <translation>Vorhandene Dateien ersetzen</translation>
    </message>
    <message>
        <source>Reading images</source>
        <translation>Bilder werden gelesen</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Export läuft</translation>
    </message>
    <message>
        <source>What the studies must have, with --all: words, dates, tags, findings</source>
        <translation>Was die Studien haben müssen, mit --all: Wörter, Daten, Schlagwörter, Befunde</translation>
    </message>
    <message>
        <source>Series %1 left out: %2</source>
        <translation>Serie %1 ausgelassen: %2</translation>
    </message>
</context>
<context>
    <name>fovea::ExportDesk</name>
    <message>
        <source>&amp;Report (PDF)…</source>
        <translation>&amp;Bericht (PDF)…</translation>
    </message>
    <message>
        <source>&amp;Tables (CSV, JSON)…</source>
        <translation>&amp;Tabellen (CSV, JSON)…</translation>
    </message>
    <message>
        <source>Results as &amp;DICOM…</source>
        <translation>Ergebnisse als &amp;DICOM…</translation>
    </message>
    <message>
        <source>Export results</source>
        <translation>Ergebnisse exportieren</translation>
    </message>
    <message>
        <source>The segmentation has corrections that are not saved. Save or discard them first: what is exported is what is stored.</source>
        <translation>Die Segmentierung hat nicht gespeicherte Korrekturen. Speichern oder verwerfen Sie diese zuerst: Exportiert wird, was gespeichert ist.</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Export läuft…</translation>
    </message>
    <message numerus="yes">
        <source>%n files are there already, “%1” among them. Replace them?</source>
        <translation>
            <numerusform>%n Datei ist bereits vorhanden: „%1“. Ersetzen?</numerusform>
            <numerusform>%n Dateien sind bereits vorhanden, darunter „%1“. Ersetzen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message numerus="yes">
        <source>%n files written to %1</source>
        <translation>
            <numerusform>%n Datei nach %1 geschrieben</numerusform>
            <numerusform>%n Dateien nach %1 geschrieben</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Export tables…</source>
        <translation>&amp;Tabellen exportieren…</translation>
    </message>
    <message>
        <source>The export was cancelled. Files written before stay.</source>
        <translation>Der Export wurde abgebrochen. Zuvor geschriebene Dateien bleiben.</translation>
    </message>
</context>
<context>
    <name>fovea::ExportDialog</name>
    <message>
        <source>The report &amp;names the patient</source>
        <translation>Bericht &amp;nennt den Patienten</translation>
    </message>
    <message>
        <source>Export results</source>
        <translation>Ergebnisse exportieren</translation>
    </message>
    <message>
        <source>To read</source>
        <translation>Zum Lesen</translation>
    </message>
    <message>
        <source>&amp;Report (PDF)</source>
        <translation>&amp;Bericht (PDF)</translation>
    </message>
    <message>
        <source>Table (&amp;CSV)</source>
        <translation>Tabelle (&amp;CSV)</translation>
    </message>
    <message>
        <source>Table (&amp;JSON)</source>
        <translation>Tabelle (&amp;JSON)</translation>
    </message>
    <message>
        <source>For an archive (DICOM)</source>
        <translation>Für ein Archiv (DICOM)</translation>
    </message>
    <message>
        <source>&amp;Measurement report (SR, TID 1500)</source>
        <translation>&amp;Messbericht (SR, TID 1500)</translation>
    </message>
    <message>
        <source>&amp;Segmentation (SEG)</source>
        <translation>&amp;Segmentierung (SEG)</translation>
    </message>
    <message>
        <source>&amp;Key images (secondary captures)</source>
        <translation>Sch&amp;lüsselbilder (Secondary Capture)</translation>
    </message>
    <message>
        <source>Selection of the key &amp;images (KO)</source>
        <translation>A&amp;uswahl der Schlüsselbilder (KO)</translation>
    </message>
    <message>
        <source>Report (&amp;encapsulated PDF)</source>
        <translation>Bericht (&amp;Encapsulated PDF)</translation>
    </message>
    <message>
        <source>DICOM objects carry the patient&apos;s name and the study&apos;s UIDs, and tables the patient ID: they belong to the study. Nothing is sent anywhere.</source>
        <translation>DICOM-Objekte enthalten den Namen des Patienten und die UIDs der Studie, Tabellen die Patienten-ID: Sie gehören zur Studie. Es wird nichts versendet.</translation>
    </message>
    <message>
        <source>Folder to write into</source>
        <translation>Zielordner</translation>
    </message>
    <message>
        <source>&amp;Folder…</source>
        <translation>&amp;Ordner…</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>E&amp;xportieren</translation>
    </message>
    <message>
        <source>The series has no segmentation.</source>
        <translation>Die Serie hat keine Segmentierung.</translation>
    </message>
    <message>
        <source>The series has no key images.</source>
        <translation>Die Serie hat keine Schlüsselbilder.</translation>
    </message>
    <message>
        <source>Results &amp;of:</source>
        <translation>Ergebnisse &amp;von:</translation>
    </message>
    <message>
        <source>The open series</source>
        <translation>Geöffnete Serie</translation>
    </message>
    <message>
        <source>Studies selected in the list: %1</source>
        <translation>In der Liste ausgewählte Studien: %1</translation>
    </message>
    <message>
        <source>All studies that the list finds: %1</source>
        <translation>Alle Studien, die die Liste findet: %1</translation>
    </message>
    <message>
        <source>The list finds studies by its search and its filter, also those that it has no room to show. Of several studies there are tables.</source>
        <translation>Die Liste findet Studien durch ihre Suche und ihren Filter, auch solche, für deren Anzeige kein Platz ist. Von mehreren Studien gibt es Tabellen.</translation>
    </message>
    <message>
        <source>Of several studies there are tables alone.</source>
        <translation>Von mehreren Studien gibt es nur Tabellen.</translation>
    </message>
</context>
<context>
    <name>fovea::FileWindows</name>
    <message>
        <source>From the file</source>
        <translation>Aus der Datei</translation>
    </message>
    <message>
        <source>W %1  L %2</source>
        <translation>W %1  L %2</translation>
    </message>
    <message>
        <source>From the file: %1</source>
        <translation>Aus der Datei: %1</translation>
    </message>
    <message>
        <source>From the file: %1 (%2)</source>
        <translation>Aus der Datei: %1 (%2)</translation>
    </message>
</context>
<context>
    <name>fovea::FilterBox</name>
    <message>
        <source>any</source>
        <comment>age</comment>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>from YYYY-MM-DD</source>
        <translation>ab JJJJ-MM-TT</translation>
    </message>
    <message>
        <source>to YYYY-MM-DD</source>
        <translation>bis JJJJ-MM-TT</translation>
    </message>
    <message>
        <source>e.g. CHEST</source>
        <translation>z. B. CHEST</translation>
    </message>
    <message>
        <source>Studies from this day</source>
        <translation>Studien ab diesem Tag</translation>
    </message>
    <message>
        <source>Studies until this day</source>
        <translation>Studien bis zu diesem Tag</translation>
    </message>
    <message>
        <source>Youngest age</source>
        <translation>Mindestalter</translation>
    </message>
    <message>
        <source>Oldest age</source>
        <translation>Höchstalter</translation>
    </message>
    <message>
        <source>any</source>
        <comment>sex</comment>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>female</source>
        <translation>weiblich</translation>
    </message>
    <message>
        <source>male</source>
        <translation>männlich</translation>
    </message>
    <message>
        <source>other</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>Only series in which the model scores this finding above its threshold</source>
        <translation>Nur Serien, in denen der Score des Modells für diesen Befund über der Schwelle liegt</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter zurücksetzen</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Geschlecht</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Body part</source>
        <translation>Körperregion</translation>
    </message>
    <message>
        <source>With finding</source>
        <translation>Mit Befund</translation>
    </message>
    <message>
        <source>any</source>
        <comment>finding</comment>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>write a date as YYYY-MM-DD</source>
        <translation>geben Sie das Datum als JJJJ-MM-TT ein</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>any</source>
        <comment>scanner</comment>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>%1, any model</source>
        <translation>%1, jedes Gerätemodell</translation>
    </message>
</context>
<context>
    <name>fovea::Finding</name>
    <message>
        <source>Emphysema</source>
        <translation>Lungenemphysem</translation>
    </message>
    <message>
        <source>Atelectasis</source>
        <translation>Atelektase</translation>
    </message>
    <message>
        <source>Lung nodule</source>
        <translation>Lungenrundherd</translation>
    </message>
    <message>
        <source>Lung opacity</source>
        <translation>Lungenverschattung</translation>
    </message>
    <message>
        <source>Pulmonary fibrotic sequela</source>
        <translation>Fibrotische Residuen der Lunge</translation>
    </message>
    <message>
        <source>Pleural effusion</source>
        <translation>Pleuraerguss</translation>
    </message>
    <message>
        <source>Mosaic attenuation pattern</source>
        <translation>Mosaikmuster der Lungendichte</translation>
    </message>
    <message>
        <source>Peribronchial thickening</source>
        <translation>Peribronchiale Verdickung</translation>
    </message>
    <message>
        <source>Consolidation</source>
        <translation>Konsolidierung</translation>
    </message>
    <message>
        <source>Bronchiectasis</source>
        <translation>Bronchiektasen</translation>
    </message>
    <message>
        <source>Interlobular septal thickening</source>
        <translation>Verdickung der Interlobularsepten</translation>
    </message>
    <message>
        <source>Cardiomegaly</source>
        <translation>Kardiomegalie</translation>
    </message>
    <message>
        <source>Pericardial effusion</source>
        <translation>Perikarderguss</translation>
    </message>
    <message>
        <source>Coronary artery wall calcification</source>
        <translation>Koronararterienwandverkalkung</translation>
    </message>
    <message>
        <source>Hiatal hernia</source>
        <translation>Hiatushernie</translation>
    </message>
    <message>
        <source>Arterial wall calcification</source>
        <translation>Arterienwandverkalkung</translation>
    </message>
    <message>
        <source>Pneumothorax</source>
        <translation>Pneumothorax</translation>
    </message>
    <message>
        <source>Thoracic aortic dilatation</source>
        <translation>Dilatation der thorakalen Aorta</translation>
    </message>
    <message>
        <source>Hepatic steatosis</source>
        <translation>Steatosis hepatis</translation>
    </message>
</context>
<context>
    <name>fovea::FindingDetails</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Without its contents</source>
        <translation>Ohne Inhalt</translation>
    </message>
    <message>
        <source>✓ Accept</source>
        <translation>✓ Akzeptieren</translation>
    </message>
    <message>
        <source>✗ Reject</source>
        <translation>✗ Ablehnen</translation>
    </message>
    <message>
        <source>Comment on this finding</source>
        <translation>Kommentar zu diesem Befund</translation>
    </message>
    <message>
        <source>Scores again with every voxel of the anatomy at its median density. What is left of the score comes from its size, its shape and what lies around it.</source>
        <translation>Bewertet erneut, wobei jedes Voxel der Anatomie deren mediane Dichte erhält. Was vom Score übrig bleibt, kommt von Größe, Form und Umgebung.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>fovea::FindingEditor</name>
    <message>
        <source>Try over the archive</source>
        <translation>Am Archiv testen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Restore shipped</source>
        <translation>Standard wiederherstellen</translation>
    </message>
    <message>
        <source>Name of the finding</source>
        <translation>Name des Befunds</translation>
    </message>
    <message>
        <source>Prompts are kept once they were tried over the archive.</source>
        <translation>Prompts lassen sich übernehmen, sobald sie am Archiv getestet wurden.</translation>
    </message>
    <message>
        <source>Own finding: not calibrated, read by its percentile in the archive.</source>
        <translation>Eigener Befund: nicht kalibriert; richten Sie sich nach seinem Perzentil im Archiv.</translation>
    </message>
    <message>
        <source>Asked with this site&apos;s prompts: the package&apos;s calibration and threshold do not apply; read it by its percentile.</source>
        <translation>Mit den Prompts dieses Standorts gefragt: Kalibrierung und Schwelle des Pakets gelten nicht; richten Sie sich nach dem Perzentil.</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>Test läuft…</translation>
    </message>
    <message>
        <source>This model has analyzed no study of the archive: there is nothing to compare with.</source>
        <translation>Dieses Modell hat noch keine Studie des Archivs analysiert: Es gibt nichts zu vergleichen.</translation>
    </message>
</context>
<context>
    <name>fovea::FindingsDesk</name>
    <message>
        <source>Next finding above its &amp;threshold</source>
        <translation>Nächster Befund über seiner Sch&amp;welle</translation>
    </message>
    <message>
        <source>P&amp;revious finding above its threshold</source>
        <translation>&amp;Vorheriger Befund über seiner Schwelle</translation>
    </message>
    <message>
        <source>A&amp;ccept the finding</source>
        <translation>Befund ak&amp;zeptieren</translation>
    </message>
    <message>
        <source>Re&amp;ject the finding</source>
        <translation>Befund able&amp;hnen</translation>
    </message>
    <message>
        <source>Report &amp;draft from accepted findings…</source>
        <translation>&amp;Berichtsentwurf aus akzeptierten Befunden…</translation>
    </message>
    <message>
        <source>Not scored, because not segmented or too small: %1.</source>
        <translation>Nicht bewertet, da nicht segmentiert oder zu klein: %1.</translation>
    </message>
    <message>
        <source>Scoring without its contents…</source>
        <translation>Bewertung ohne Inhalt läuft…</translation>
    </message>
    <message>
        <source>Without its contents: raw score %1 instead of %2.</source>
        <translation>Ohne Inhalt: Rohscore %1 statt %2.</translation>
    </message>
    <message>
        <source>A report draft needs accepted findings: none is accepted yet.</source>
        <translation>Ein Berichtsentwurf braucht akzeptierte Befunde: Noch ist keiner akzeptiert.</translation>
    </message>
    <message>
        <source>No finding is above a threshold that applies to this study.</source>
        <translation>Kein Befund liegt über einer Schwelle, die für diese Studie gilt.</translation>
    </message>
    <message>
        <source>Cali&amp;bration…</source>
        <translation>Kalibrierun&amp;g…</translation>
    </message>
    <message>
        <source>How far scores are from what is true, and this site&apos;s own calibration</source>
        <translation>Wie weit Scores von der Wahrheit abweichen, und die eigene Kalibrierung dieses Standorts</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>fovea::FindingsModel</name>
    <message>
        <source>accepted</source>
        <translation>akzeptiert</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Pct.</source>
        <translation>Perz.</translation>
    </message>
    <message>
        <source>✓</source>
        <translation>✓</translation>
    </message>
    <message>
        <source>Percentile among the other studies in the archive</source>
        <translation>Perzentil unter den anderen Studien im Archiv</translation>
    </message>
    <message>
        <source>Verdict of the reader</source>
        <translation>Urteil des Befunders</translation>
    </message>
    <message>
        <source>%1 (own)</source>
        <comment>a finding of the site</comment>
        <translation>%1 (eigener)</translation>
    </message>
</context>
<context>
    <name>fovea::FindingsPage</name>
    <message>
        <source>Findings of the catalog</source>
        <translation>Befunde des Katalogs</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Angezeigt</translation>
    </message>
    <message>
        <source>Anatomy</source>
        <translation>Anatomie</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>Prompts</translation>
    </message>
    <message>
        <source>Anatomy of a new finding</source>
        <translation>Anatomische Region eines neuen Befunds</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Add own finding</source>
        <translation>Eigenen Befund hinzufügen</translation>
    </message>
    <message>
        <source>own</source>
        <translation>eigener</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>mitgeliefert</translation>
    </message>
    <message>
        <source>Finding %1</source>
        <translation>Befund %1</translation>
    </message>
</context>
<context>
    <name>fovea::FindingsPanel</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Findings by anatomy</source>
        <translation>Befunde nach Anatomie</translation>
    </message>
    <message>
        <source>Progress of the analysis</source>
        <translation>Fortschritt der Analyse</translation>
    </message>
    <message>
        <source>Open a study to see its findings.</source>
        <translation>Öffnen Sie eine Studie, um ihre Befunde zu sehen.</translation>
    </message>
    <message>
        <source>Model: %1 · %2</source>
        <translation>Modell: %1 · %2</translation>
    </message>
    <message>
        <source>⚠ Demo model, trained on synthetic phantoms only. Its scores mean nothing on a patient.</source>
        <translation>⚠ Demomodell, nur an synthetischen Phantomen trainiert. Seine Scores haben bei Patienten keine Aussagekraft.</translation>
    </message>
    <message>
        <source>Research software, not a medical device.</source>
        <translation>Forschungssoftware, kein Medizinprodukt.</translation>
    </message>
    <message>
        <source>The segmentation is being corrected. These scores are of the saved one; save the correction to score it anew.</source>
        <translation>Die Segmentierung wird gerade korrigiert. Diese Scores gehören zur gespeicherten; speichern Sie die Korrektur, um sie neu bewerten zu lassen.</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>Ähnliche suchen</translation>
    </message>
</context>
<context>
    <name>fovea::GridOptions</name>
    <message>
        <source>Between columns, rows and slices, in mm</source>
        <translation>Abstand der Spalten, Zeilen und Schichten in mm</translation>
    </message>
    <message>
        <source>Rows and columns of each phantom&apos;s own protocol</source>
        <translation>Zeilen und Spalten im eigenen Protokoll jedes Phantoms</translation>
    </message>
    <message>
        <source>Columns, rows and slices, with --spacing: one grid for all</source>
        <translation>Spalten, Zeilen und Schichten, mit --spacing: ein Raster für alle</translation>
    </message>
    <message>
        <source>Whose phantoms: %1</source>
        <translation>Wessen Phantome: %1</translation>
    </message>
</context>
<context>
    <name>fovea::HangingActions</name>
    <message>
        <source>&amp;Next protocol</source>
        <translation>&amp;Nächstes Protokoll</translation>
    </message>
    <message>
        <source>&amp;Previous protocol</source>
        <translation>&amp;Vorheriges Protokoll</translation>
    </message>
    <message>
        <source>&amp;Apply when a series is opened</source>
        <translation>Beim Öffnen einer Serie &amp;anwenden</translation>
    </message>
    <message>
        <source>&amp;Edit protocols…</source>
        <translation>Protokolle &amp;bearbeiten…</translation>
    </message>
    <message>
        <source>Protocol %1</source>
        <extracomment>A hanging protocol that is not there; only the editor of shortcuts shows it.</extracomment>
        <translation>Protokoll %1</translation>
    </message>
    <message>
        <source>Hanging protocol: %1</source>
        <translation>Hanging-Protokoll: %1</translation>
    </message>
</context>
<context>
    <name>fovea::HangingDialog</name>
    <message>
        <source>Hanging protocols</source>
        <translation>Hanging-Protokolle</translation>
    </message>
    <message>
        <source>When a series is opened, the first protocol that matches it says how it is shown.</source>
        <translation>Beim Öffnen einer Serie bestimmt das erste passende Protokoll, wie sie angezeigt wird.</translation>
    </message>
    <message>
        <source>Hanging protocols, in the order in which they are tried</source>
        <translation>Hanging-Protokolle in der Reihenfolge, in der sie geprüft werden</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Do&amp;wn</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>Dupli&amp;cate</source>
        <translation>&amp;Duplizieren</translation>
    </message>
    <message>
        <source>D&amp;elete</source>
        <translation>Lös&amp;chen</translation>
    </message>
    <message>
        <source>Restore s&amp;hipped</source>
        <translation>&amp;Standard laden</translation>
    </message>
    <message>
        <source>&amp;Take from the window as it is now</source>
        <translation>Aus dem aktuellen &amp;Fenster übernehmen</translation>
    </message>
    <message>
        <source>T&amp;ry on the open study</source>
        <translation>An der geöffneten Studie &amp;testen</translation>
    </message>
    <message>
        <source>Every protocol needs a name.</source>
        <translation>Jedes Protokoll braucht einen Namen.</translation>
    </message>
    <message>
        <source>New protocol</source>
        <translation>Neues Protokoll</translation>
    </message>
    <message>
        <source>Copy of %1</source>
        <translation>Kopie von %1</translation>
    </message>
    <message>
        <source>Replace all protocols of the list by those that come with the program? Nothing is kept until Save.</source>
        <translation>Alle Protokolle der Liste durch die mitgelieferten ersetzen? Bis zum Speichern wird nichts übernommen.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
</context>
<context>
    <name>fovea::HangingForm</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>Series it is for</source>
        <translation>Für welche Serien</translation>
    </message>
    <message>
        <source>&amp;Modality:</source>
        <translation>&amp;Modalität:</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Beliebig</translation>
    </message>
    <message>
        <source>Body part:</source>
        <translation>Körperregion:</translation>
    </message>
    <message>
        <source>From the series&apos; BodyPartExamined, else from its description or the study&apos;s. None marked: any.</source>
        <translation>Nach BodyPartExamined der Serie, sonst nach ihrer Beschreibung oder der der Studie. Nichts angekreuzt: beliebig.</translation>
    </message>
    <message>
        <source>&amp;Description has:</source>
        <translation>&amp;Beschreibung enthält:</translation>
    </message>
    <message>
        <source>One of these, separated by commas</source>
        <translation>Eines davon, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>P&amp;rior:</source>
        <translation>&amp;Voruntersuchung:</translation>
    </message>
    <message>
        <source>With or without</source>
        <translation>Mit oder ohne</translation>
    </message>
    <message>
        <source>There is one</source>
        <translation>Vorhanden</translation>
    </message>
    <message>
        <source>There is none</source>
        <translation>Nicht vorhanden</translation>
    </message>
    <message>
        <source>&amp;Acquired as:</source>
        <translation>&amp;Aufnahmeebene:</translation>
    </message>
    <message>
        <source>Any plane</source>
        <translation>Beliebige Ebene</translation>
    </message>
    <message>
        <source>How it is shown</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>&amp;Layout:</source>
        <translation>&amp;Layout:</translation>
    </message>
    <message>
        <source>Pane %1:</source>
        <translation>Feld %1:</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Eingeblendet</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Ausgeblendet</translation>
    </message>
    <message>
        <source>Anatomy and A&amp;I:</source>
        <translation>Anatomie und K&amp;I:</translation>
    </message>
    <message>
        <source>&amp;Compare with the prior, where there is one</source>
        <translation>Mit der Voruntersuchung ver&amp;gleichen, falls vorhanden</translation>
    </message>
</context>
<context>
    <name>fovea::HangingPaneRow</name>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Window level</source>
        <translation>Fensterung</translation>
    </message>
    <message>
        <source>Window as it is</source>
        <translation>Fensterung unverändert</translation>
    </message>
    <message>
        <source>Slice thickness</source>
        <translation>Schichtdicke</translation>
    </message>
    <message>
        <source>Thickness as it is</source>
        <translation>Schichtdicke unverändert</translation>
    </message>
    <message>
        <source>Thin slice</source>
        <translation>Dünnschicht</translation>
    </message>
    <message>
        <source>Thickness, mm</source>
        <translation>Schichtdicke, mm</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
</context>
<context>
    <name>fovea::HangingText</name>
    <message>
        <source>the file cannot be read</source>
        <translation>die Datei lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>this is not JSON: look for a missing comma, quotation mark or bracket here or just before</source>
        <translation>dies ist kein JSON: Suchen Sie hier oder kurz davor nach einem fehlenden Komma, Anführungszeichen oder einer fehlenden Klammer</translation>
    </message>
    <message>
        <source>the protocol has no “name”</source>
        <translation>das Protokoll hat keinen Eintrag „name“</translation>
    </message>
    <message>
        <source>“%1” is not known; perhaps it is misspelled</source>
        <translation>„%1“ ist nicht bekannt; vielleicht ist es falsch geschrieben</translation>
    </message>
    <message>
        <source>the value of “%1” is missing or of the wrong kind</source>
        <translation>der Wert von „%1“ fehlt oder ist von der falschen Art</translation>
    </message>
    <message>
        <source>“%1” is none of the words that can stand here</source>
        <translation>„%1“ ist keines der Wörter, die hier stehen können</translation>
    </message>
    <message>
        <source>the number of “%1” is out of range</source>
        <translation>die Zahl bei „%1“ liegt außerhalb des zulässigen Bereichs</translation>
    </message>
    <message>
        <source>two panes show “%1”; each view exists once</source>
        <translation>zwei Felder zeigen „%1“; jede Ansicht gibt es nur einmal</translation>
    </message>
    <message>
        <source>Hanging protocol “%1” is left out: %2.</source>
        <translation>Hanging-Protokoll „%1“ wird ausgelassen: %2.</translation>
    </message>
    <message>
        <source>Hanging protocol “%1” is left out; line %2: %3.</source>
        <translation>Hanging-Protokoll „%1“ wird ausgelassen; Zeile %2: %3.</translation>
    </message>
    <message>
        <source>CT with prior</source>
        <translation>CT mit Voruntersuchung</translation>
    </message>
    <message>
        <source>CT chest</source>
        <translation>CT Thorax</translation>
    </message>
    <message>
        <source>CT abdomen</source>
        <translation>CT Abdomen</translation>
    </message>
    <message>
        <source>CT head</source>
        <translation>CT Kopf</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>Neck</source>
        <translation>Hals</translation>
    </message>
    <message>
        <source>Chest</source>
        <translation>Thorax</translation>
    </message>
    <message>
        <source>Abdomen</source>
        <translation>Abdomen</translation>
    </message>
    <message>
        <source>Pelvis</source>
        <translation>Becken</translation>
    </message>
    <message>
        <source>Spine</source>
        <translation>Wirbelsäule</translation>
    </message>
    <message>
        <source>Extremities</source>
        <translation>Extremitäten</translation>
    </message>
    <message>
        <source>W %1  L %2</source>
        <translation>W %1  L %2</translation>
    </message>
</context>
<context>
    <name>fovea::ImportBench</name>
    <message>
        <source>Measuring</source>
        <translation>Messen</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1 MB</source>
        <translation>
            <numerusform>%n Datei, %1 MB</numerusform>
            <numerusform>%n Dateien, %1 MB</numerusform>
        </translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>Files per second</source>
        <translation>Dateien pro Sekunde</translation>
    </message>
    <message>
        <source>Importing, of that rate</source>
        <translation>Import, Anteil dieser Rate</translation>
    </message>
    <message>
        <source>… with copies</source>
        <translation>… mit Kopien</translation>
    </message>
    <message>
        <source>DCMTK, as dcmdump</source>
        <translation>DCMTK, wie dcmdump</translation>
    </message>
    <message>
        <source>DCMTK, all values (dcmdump +M)</source>
        <translation>DCMTK, alle Werte (dcmdump +M)</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Durchsuchen</translation>
    </message>
    <message>
        <source>Scan, then import with the files left where they are</source>
        <translation>Durchsuchen, dann importieren, die Dateien bleiben an ihrem Ort</translation>
    </message>
    <message>
        <source>Scan, then import with copies</source>
        <translation>Durchsuchen, dann importieren mit Kopien</translation>
    </message>
    <message>
        <source>Scan, then the same again</source>
        <translation>Durchsuchen, dann dasselbe erneut</translation>
    </message>
    <message>
        <source>Images taken: %1, when imported again: %2</source>
        <translation>Übernommene Bilder: %1, bei erneutem Import: %2</translation>
    </message>
    <message>
        <source>Memory at its peak: %1 MB</source>
        <translation>Höchster Speicherbedarf: %1 MB</translation>
    </message>
    <message>
        <source>Processor seconds</source>
        <translation>Prozessorsekunden</translation>
    </message>
</context>
<context>
    <name>fovea::ImportCommand</name>
    <message>
        <source>Take DICOM studies into the archive</source>
        <translation>DICOM-Studien in das Archiv aufnehmen</translation>
    </message>
    <message>
        <source>Leave the files where they are and remember their place</source>
        <translation>Die Dateien an ihrem Ort belassen und nur den Ort merken</translation>
    </message>
    <message>
        <source>Reading headers</source>
        <translation>Header werden gelesen</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Import läuft</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Serie</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Slices</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Segmentations</source>
        <translation>Segmentierungen</translation>
    </message>
    <message>
        <source>Images: %1 taken, %2 already there; segmentations: %3 taken, %4 already there</source>
        <translation>Bilder: %1 übernommen, %2 bereits vorhanden; Segmentierungen: %3 übernommen, %4 bereits vorhanden</translation>
    </message>
    <message>
        <source>Left out:</source>
        <translation>Ausgelassen:</translation>
    </message>
    <message>
        <source>Files, folders, DICOMDIRs or zip files with DICOM images, or research volumes</source>
        <translation>Dateien, Ordner, DICOMDIRs oder ZIP-Dateien mit DICOM-Bildern, oder Forschungsvolumen</translation>
    </message>
    <message numerus="yes">
        <source>(and %n more for this reason)</source>
        <translation>
            <numerusform>(und %n weitere aus diesem Grund)</numerusform>
            <numerusform>(und %n weitere aus diesem Grund)</numerusform>
        </translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Hinweis: %1</translation>
    </message>
</context>
<context>
    <name>fovea::ImportController</name>
    <message>
        <source>No CT series was found.</source>
        <translation>Es wurde keine CT-Serie gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n Serie</numerusform>
            <numerusform>%n Serien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) taken</source>
        <translation>
            <numerusform>%n Bild übernommen</numerusform>
            <numerusform>%n Bilder übernommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) were already in the archive.</source>
        <translation>
            <numerusform>%n Bild war bereits im Archiv.</numerusform>
            <numerusform>%n Bilder waren bereits im Archiv.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segmentation(s) taken.</source>
        <translation>
            <numerusform>%n Segmentierung übernommen.</numerusform>
            <numerusform>%n Segmentierungen übernommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) left out; the details say why.</source>
        <translation>
            <numerusform>%n Datei ausgelassen; die Details nennen den Grund.</numerusform>
            <numerusform>%n Dateien ausgelassen; die Details nennen die Gründe.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was changed: the archive has all of this already.</source>
        <translation>Es wurde nichts geändert: Das Archiv enthält all dies bereits.</translation>
    </message>
    <message numerus="yes">
        <source>%n segmentation(s) were already in the archive.</source>
        <translation>
            <numerusform>%n Segmentierung war bereits im Archiv.</numerusform>
            <numerusform>%n Segmentierungen waren bereits im Archiv.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(and %n more for this reason)</source>
        <translation>
            <numerusform>(und %n weitere aus diesem Grund)</numerusform>
            <numerusform>(und %n weitere aus diesem Grund)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::ImportRow</name>
    <message>
        <source>&amp;Cancel import</source>
        <translation>Import &amp;abbrechen</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>Fortschritt des Imports</translation>
    </message>
</context>
<context>
    <name>fovea::KeyImageActions</name>
    <message>
        <source>&amp;Key image on or off</source>
        <translation>Schlüsselbild &amp;ein/aus</translation>
    </message>
    <message>
        <source>&amp;Next key image</source>
        <translation>&amp;Nächstes Schlüsselbild</translation>
    </message>
    <message>
        <source>&amp;Previous key image</source>
        <translation>&amp;Vorheriges Schlüsselbild</translation>
    </message>
</context>
<context>
    <name>fovea::KeyImagesPanel</name>
    <message>
        <source>%1 %2   W %3  L %4</source>
        <translation>%1 %2   W %3  L %4</translation>
    </message>
    <message>
        <source>No key images. K gives the slice a star.</source>
        <translation>Keine Schlüsselbilder. K versieht die Schicht mit einem Stern.</translation>
    </message>
    <message>
        <source>Key images</source>
        <translation>Schlüsselbilder</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Take the star away (Delete)</source>
        <translation>Stern entfernen (Entf)</translation>
    </message>
</context>
<context>
    <name>fovea::KeyPictures</name>
    <message>
        <source>%1, slice %2 of %3</source>
        <translation>%1, Schicht %2 von %3</translation>
    </message>
</context>
<context>
    <name>fovea::LabelBench</name>
    <message>
        <source>Measuring</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>A DICOM SEG of %1 structures on %2 slices of 512 x 512, %3 MB</source>
        <translation>Ein DICOM SEG mit %1 Strukturen auf %2 Schichten von 512 x 512, %3 MB</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>File to label map</source>
        <translation>Von der Datei zur Labelkarte</translation>
    </message>
    <message>
        <source>DCMTK, as dcmdump</source>
        <translation>DCMTK, wie dcmdump</translation>
    </message>
    <message>
        <source>DCMTK, all values (dcmdump +M)</source>
        <translation>DCMTK, alle Werte (dcmdump +M)</translation>
    </message>
    <message>
        <source>Memory at its peak: %1 label maps</source>
        <translation>Höchster Speicherbedarf: %1 Labelkarten</translation>
    </message>
    <message>
        <source>Voxels that came out otherwise: %1</source>
        <translation>Abweichende Voxel: %1</translation>
    </message>
</context>
<context>
    <name>fovea::LayoutActions</name>
    <message>
        <source>Show or hide &amp;panels</source>
        <translation>Bedien&amp;felder ein- oder ausblenden</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>Vo&amp;llbild</translation>
    </message>
    <message>
        <source>Views in their &amp;usual places</source>
        <translation>Ansichten in Standardan&amp;ordnung</translation>
    </message>
    <message>
        <source>&amp;All views of the layout</source>
        <translation>&amp;Alle Ansichten des Layouts</translation>
    </message>
    <message>
        <source>A&amp;xial alone</source>
        <translation>Nur a&amp;xial</translation>
    </message>
    <message>
        <source>&amp;Coronal alone</source>
        <translation>Nur &amp;koronar</translation>
    </message>
    <message>
        <source>&amp;Sagittal alone</source>
        <translation>Nur &amp;sagittal</translation>
    </message>
    <message>
        <source>&amp;3D alone</source>
        <translation>Nur &amp;3D</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Layout</translation>
    </message>
    <message>
        <source>Slices of the light &amp;box</source>
        <translation>Schichten im Leuch&amp;tkasten</translation>
    </message>
    <message>
        <source>&amp;Every slice</source>
        <translation>&amp;Jede Schicht</translation>
    </message>
    <message>
        <source>Every %1 slices</source>
        <translation>Jede %1. Schicht</translation>
    </message>
</context>
<context>
    <name>fovea::LayoutText</name>
    <message>
        <source>Axial</source>
        <translation>Axial</translation>
    </message>
    <message>
        <source>Coronal</source>
        <translation>Koronar</translation>
    </message>
    <message>
        <source>Sagittal</source>
        <translation>Sagittal</translation>
    </message>
    <message>
        <source>3D</source>
        <translation>3D</translation>
    </message>
    <message>
        <source>&amp;One view</source>
        <translation>&amp;Eine Ansicht</translation>
    </message>
    <message>
        <source>&amp;Two side by side</source>
        <translation>&amp;Zwei nebeneinander</translation>
    </message>
    <message>
        <source>T&amp;wo, one above the other</source>
        <translation>Zwei ü&amp;bereinander</translation>
    </message>
    <message>
        <source>&amp;Four in a grid</source>
        <translation>&amp;Vier im Raster</translation>
    </message>
    <message>
        <source>One &amp;large and three small</source>
        <translation>Eine &amp;große und drei kleine</translation>
    </message>
    <message>
        <source>Th&amp;ree side by side</source>
        <translation>&amp;Drei nebeneinander</translation>
    </message>
    <message>
        <source>One large and two s&amp;mall</source>
        <translation>Eine große und z&amp;wei kleine</translation>
    </message>
    <message>
        <source>&amp;Nine slices (light box)</source>
        <translation>&amp;Neun Schichten (Leuchtkasten)</translation>
    </message>
</context>
<context>
    <name>fovea::Lightbox</name>
    <message>
        <source>Slice</source>
        <translation>Schicht</translation>
    </message>
</context>
<context>
    <name>fovea::ListBench</name>
    <message>
        <source>Making studies</source>
        <translation>Studien werden erzeugt</translation>
    </message>
    <message>
        <source>%1 studies, %2 instances, %3 findings; database %4 MB</source>
        <translation>%1 Studien, %2 Instanzen, %3 Befunde; Datenbank %4 MB</translation>
    </message>
    <message>
        <source>List of the first 500 with their series: %1 ms (the first time %2 ms); of all: %3 ms</source>
        <translation>Liste der ersten 500 mit ihren Serien: %1 ms (beim ersten Mal %2 ms); aller: %3 ms</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>Getippt</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>Studien</translation>
    </message>
    <message>
        <source>Median ms</source>
        <translation>Median ms</translation>
    </message>
    <message>
        <source>Slowest ms</source>
        <translation>Längste ms</translation>
    </message>
    <message>
        <source>LIKE ms</source>
        <translation>LIKE ms</translation>
    </message>
</context>
<context>
    <name>fovea::ListCommand</name>
    <message>
        <source>List the archive&apos;s studies and series</source>
        <translation>Studien und Serien des Archivs auflisten</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Serie</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Slices</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Segmentations</source>
        <translation>Segmentierungen</translation>
    </message>
    <message>
        <source>Analysed</source>
        <translation>Analysiert</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>No studies.</source>
        <translation>Keine Studien.</translation>
    </message>
    <message>
        <source>Only studies in which these words occur, or for example &quot;nodule &gt; 0.8&quot;</source>
        <translation>Nur Studien, in denen diese Wörter vorkommen, oder zum Beispiel „nodule &gt; 0.8“</translation>
    </message>
</context>
<context>
    <name>fovea::LoadBench</name>
    <message>
        <source>Measuring</source>
        <translation>Messen</translation>
    </message>
    <message numerus="yes">
        <source>%n slice(s) of 512 x 512, %1 MB of pixels</source>
        <translation>
            <numerusform>%n Schicht mit 512 x 512, %1 MB Pixeldaten</numerusform>
            <numerusform>%n Schichten mit 512 x 512, %1 MB Pixeldaten</numerusform>
        </translation>
    </message>
    <message>
        <source>First slice ready to be shown: %1 ms</source>
        <translation>Erste Schicht anzeigebereit: %1 ms</translation>
    </message>
    <message>
        <source>The whole series</source>
        <translation>Die ganze Serie</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>Fovea is … times as fast</source>
        <translation>Fovea ist …-mal so schnell</translation>
    </message>
    <message>
        <source>DCMTK, pixels alone</source>
        <translation>DCMTK, nur Pixel</translation>
    </message>
    <message>
        <source>Memory at its peak: %1 times the pixels</source>
        <translation>Höchster Speicherbedarf: das %1-Fache der Pixeldaten</translation>
    </message>
    <message>
        <source>%1 is not installed and was left out.</source>
        <translation>%1 ist nicht installiert und wurde ausgelassen.</translation>
    </message>
</context>
<context>
    <name>fovea::MainDialogs</name>
    <message>
        <source>Anatomies</source>
        <translation>Anatomische Regionen</translation>
    </message>
    <message>
        <source>About Fovea</source>
        <translation>Über Fovea</translation>
    </message>
    <message>
        <source>Fovea %1

A workstation for reading CT with a fine-grained vision-language model.

Research software, not a medical device: not for diagnosis or treatment. Nothing is sent anywhere.

Licence: Apache-2.0</source>
        <translation>Fovea %1

Eine Workstation zur Auswertung von CT mit einem feingranularen Bild-Sprach-Modell.

Forschungssoftware, kein Medizinprodukt: nicht für Diagnose oder Behandlung. Es werden keinerlei Daten versendet.

Lizenz: Apache-2.0</translation>
    </message>
    <message>
        <source>Fine-tuning</source>
        <translation>Feinabstimmung</translation>
    </message>
    <message>
        <source>A model is being tuned. If Fovea is closed, that stops; it can go on where it was the next time.</source>
        <translation>Ein Modell wird gerade feinabgestimmt. Wird Fovea geschlossen, so stoppt das; beim nächsten Mal kann es dort weitergehen, wo es war.</translation>
    </message>
    <message>
        <source>Close Fovea</source>
        <translation>Fovea schließen</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Prüfprotokoll</translation>
    </message>
</context>
<context>
    <name>fovea::MainMenus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>S&amp;lice</source>
        <translation>S&amp;chicht</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>&amp;Messen</translation>
    </message>
    <message>
        <source>&amp;Study</source>
        <translation>&amp;Studie</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>&amp;About Fovea</source>
        <translation>&amp;Über Fovea</translation>
    </message>
    <message>
        <source>&amp;Open folder…</source>
        <translation>&amp;Ordner öffnen…</translation>
    </message>
    <message>
        <source>Open &amp;segmentation…</source>
        <translation>&amp;Segmentierung öffnen…</translation>
    </message>
    <message>
        <source>Open segmentation &amp;folder…</source>
        <translation>Seg&amp;mentierungsordner öffnen…</translation>
    </message>
    <message>
        <source>Open sa&amp;mple study (synthetic)</source>
        <translation>Beis&amp;pielstudie öffnen (synthetisch)</translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>Mo&amp;dels…</source>
        <translation>Mo&amp;delle…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Analyze again</source>
        <translation>Erneut &amp;analysieren</translation>
    </message>
    <message>
        <source>Ask a &amp;question</source>
        <translation>&amp;Frage stellen</translation>
    </message>
    <message>
        <source>&amp;Search studies</source>
        <translation>Studien &amp;suchen</translation>
    </message>
    <message>
        <source>Catalo&amp;gs…</source>
        <translation>Kata&amp;loge…</translation>
    </message>
    <message>
        <source>&amp;Fine-tuning…</source>
        <translation>&amp;Feinabstimmung…</translation>
    </message>
    <message>
        <source>&amp;Import file…</source>
        <translation>Datei &amp;importieren…</translation>
    </message>
    <message>
        <source>Import a DICOM file, a DICOMDIR, a zip file, or a research volume (NIfTI, NRRD, MetaImage)</source>
        <translation>Eine DICOM-Datei, ein DICOMDIR, eine ZIP-Datei oder ein Forschungsvolumen (NIfTI, NRRD, MetaImage) importieren</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>E&amp;xport</translation>
    </message>
    <message>
        <source>&amp;Anonymized DICOM…</source>
        <translation>&amp;Anonymisiertes DICOM…</translation>
    </message>
    <message>
        <source>A&amp;udit log…</source>
        <translation>Prüfprotoko&amp;ll…</translation>
    </message>
    <message>
        <source>A&amp;rchive</source>
        <translation>A&amp;rchiv</translation>
    </message>
</context>
<context>
    <name>fovea::MainPanels</name>
    <message>
        <source>Studies</source>
        <translation>Studien</translation>
    </message>
    <message>
        <source>Anatomy</source>
        <translation>Anatomie</translation>
    </message>
    <message>
        <source>Key images</source>
        <translation>Schlüsselbilder</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>Messungen</translation>
    </message>
    <message>
        <source>Edit segmentation</source>
        <translation>Segmentierung bearbeiten</translation>
    </message>
    <message>
        <source>3D</source>
        <translation>3D</translation>
    </message>
</context>
<context>
    <name>fovea::MainWindow</name>
    <message>
        <source>Fovea</source>
        <translation>Fovea</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>&amp;Bedienfelder</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>Key images</source>
        <translation>Schlüsselbilder</translation>
    </message>
    <message>
        <source>Key images could not be kept: %1</source>
        <translation>Schlüsselbilder konnten nicht gespeichert werden: %1</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>Messungen</translation>
    </message>
    <message>
        <source>&amp;Layout</source>
        <translation>&amp;Layout</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Wird geöffnet…</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>An oblique plane cannot be a key image: reset the planes (Slice menu) first.</source>
        <translation>Eine schräge Ebene kann kein Schlüsselbild sein: Setzen Sie zuerst die Ebenen zurück (Menü Schicht).</translation>
    </message>
    <message>
        <source>Window levels</source>
        <translation>Fensterungen</translation>
    </message>
    <message>
        <source>&amp;Hanging protocol</source>
        <translation>&amp;Hanging-Protokoll</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Gespeicherte Suchen</translation>
    </message>
    <message>
        <source>Own findings</source>
        <translation>Eigene Befunde</translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Segmentation</source>
        <translation>Segmentierung</translation>
    </message>
    <message>
        <source>Archive analyzed; series that could not be: %1 of %2.</source>
        <translation>Archiv analysiert; nicht analysierbare Serien: %1 von %2.</translation>
    </message>
    <message>
        <source>The whole archive is analyzed by the model in use.</source>
        <translation>Das gesamte Archiv ist vom verwendeten Modell analysiert.</translation>
    </message>
    <message>
        <source>Tags and notes</source>
        <translation>Schlagwörter und Notizen</translation>
    </message>
</context>
<context>
    <name>fovea::MeasureActions</name>
    <message>
        <source>&amp;Select and move</source>
        <translation>&amp;Auswählen und verschieben</translation>
    </message>
    <message>
        <source>&amp;Length</source>
        <translation>&amp;Länge</translation>
    </message>
    <message>
        <source>&amp;Angle</source>
        <translation>&amp;Winkel</translation>
    </message>
    <message>
        <source>&amp;Ellipse</source>
        <translation>&amp;Ellipse</translation>
    </message>
    <message>
        <source>&amp;Polygon</source>
        <translation>&amp;Polygon</translation>
    </message>
    <message>
        <source>P&amp;oint (HU)</source>
        <translation>P&amp;unkt (HU)</translation>
    </message>
    <message>
        <source>A&amp;rrow</source>
        <translation>Pfe&amp;il</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>&amp;Text</translation>
    </message>
    <message>
        <source>E&amp;nd measuring</source>
        <translation>Messen &amp;beenden</translation>
    </message>
    <message>
        <source>&amp;Delete selected</source>
        <translation>Auswahl lö&amp;schen</translation>
    </message>
    <message>
        <source>&amp;Copy as text</source>
        <translation>Als Text &amp;kopieren</translation>
    </message>
    <message>
        <source>S&amp;how measurements</source>
        <translation>&amp;Messungen anzeigen</translation>
    </message>
    <message>
        <source>Measure on the slices</source>
        <translation>Auf den Schichten messen</translation>
    </message>
</context>
<context>
    <name>fovea::MeasureCommand</name>
    <message>
        <source>new %1</source>
        <translation>Neue Messung (%1)</translation>
    </message>
    <message>
        <source>deletion of %1</source>
        <translation>Löschen der Messung (%1)</translation>
    </message>
    <message>
        <source>change of %1</source>
        <translation>Änderung der Messung (%1)</translation>
    </message>
    <message>
        <source>text of %1</source>
        <translation>Text der Messung (%1)</translation>
    </message>
</context>
<context>
    <name>fovea::MeasureDesk</name>
    <message>
        <source>Earlier measurements could not be read: %1</source>
        <translation>Frühere Messungen konnten nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>Measurements could not be saved; trying again: %1</source>
        <translation>Messungen konnten nicht gespeichert werden; neuer Versuch läuft: %1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
</context>
<context>
    <name>fovea::MeasurePanel</name>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>Messungen</translation>
    </message>
    <message>
        <source>Measurement</source>
        <translation>Messung</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Nothing measured yet. The Measure menu has the tools: L measures a length, E an ellipse.</source>
        <translation>Noch nichts gemessen. Das Menü „Messen“ enthält die Werkzeuge: L misst eine Länge, E eine Ellipse.</translation>
    </message>
    <message>
        <source>Text of the selected measurement</source>
        <translation>Text der ausgewählten Messung</translation>
    </message>
</context>
<context>
    <name>fovea::MeasureTextEdit</name>
    <message>
        <source>Text of the measurement</source>
        <translation>Text der Messung</translation>
    </message>
    <message>
        <source>Text, then Enter</source>
        <translation>Text, dann Eingabetaste</translation>
    </message>
</context>
<context>
    <name>fovea::MeasureTexts</name>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Winkel</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Polygon</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Pfeil</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>%1 mm²</source>
        <translation>%1 mm²</translation>
    </message>
    <message>
        <source>%1 cm²</source>
        <translation>%1 cm²</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 mm</translation>
    </message>
    <message>
        <source>%1°</source>
        <translation>%1°</translation>
    </message>
    <message>
        <source>Mean %1 HU   SD %2</source>
        <translation>Mittel %1 HU   SD %2</translation>
    </message>
    <message>
        <source>Min %1   Max %2 HU</source>
        <translation>Min %1   Max %2 HU</translation>
    </message>
    <message>
        <source>No pixel inside</source>
        <translation>Kein Pixel innerhalb</translation>
    </message>
    <message>
        <source>The outline crosses itself</source>
        <translation>Die Kontur überschneidet sich selbst</translation>
    </message>
    <message>
        <source>%1 HU</source>
        <translation>%1 HU</translation>
    </message>
    <message>
        <source>Outside the image</source>
        <translation>Außerhalb des Bildes</translation>
    </message>
</context>
<context>
    <name>fovea::ModelCommand</name>
    <message>
        <source>What a model package is</source>
        <translation>Angaben zu einem Modellpaket</translation>
    </message>
    <message>
        <source>Model package (default: yours, or the demo model)</source>
        <translation>Modellpaket (Vorgabe: Ihr eigenes oder das Demomodell)</translation>
    </message>
    <message>
        <source>Folder with the text encoder&apos;s vocab.txt and config.json</source>
        <translation>Ordner mit vocab.txt und config.json des Textencoders</translation>
    </message>
    <message>
        <source>Package folder to make</source>
        <translation>Anzulegender Paketordner</translation>
    </message>
    <message>
        <source>Importing model</source>
        <translation>Modell wird importiert</translation>
    </message>
    <message>
        <source>Package: %1</source>
        <translation>Paket: %1</translation>
    </message>
    <message>
        <source>Fingerprint: %1</source>
        <translation>Fingerabdruck: %1</translation>
    </message>
    <message>
        <source>Anatomies: %1</source>
        <translation>Anatomische Regionen: %1</translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>Lizenz: %1</translation>
    </message>
    <message>
        <source>Provenance: %1</source>
        <translation>Herkunft: %1</translation>
    </message>
    <message>
        <source>Show, import or verify model packages</source>
        <translation>Modellpakete zeigen, importieren oder prüfen</translation>
    </message>
    <message>
        <source>Make a package out of an fVLM checkpoint</source>
        <translation>Ein Paket aus einem fVLM-Checkpoint machen</translation>
    </message>
    <message>
        <source>The checkpoint (PyTorch or safetensors)</source>
        <translation>Der Checkpoint (PyTorch oder safetensors)</translation>
    </message>
    <message>
        <source>A model.json of your own (anatomies, prompts, preprocessing); default: the released model&apos;s</source>
        <translation>Eine eigene model.json (Anatomien, Prompts, Vorverarbeitung); sonst die des veröffentlichten Modells</translation>
    </message>
    <message>
        <source>Compare this program with reference figures, or check model packages</source>
        <translation>Dieses Programm mit Referenzwerten vergleichen oder Modellpakete prüfen</translation>
    </message>
    <message>
        <source>The checkpoint is the released fVLM model: use the thresholds and calibrations that were fitted on its answers for CT-RATE&apos;s validation set</source>
        <translation>Der Checkpoint ist das veröffentlichte fVLM-Modell: Schwellen und Kalibrierungen verwenden, die an seinen Antworten für den Validierungsdatensatz von CT-RATE bestimmt wurden</translation>
    </message>
</context>
<context>
    <name>fovea::ModelVerification</name>
    <message>
        <source>Files of reference figures (JSON), or folders of model packages</source>
        <translation>Dateien mit Referenzwerten (JSON) oder Ordner von Modellpaketen</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Largest difference</source>
        <translation>Größte Abweichung</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>Toleranz</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Fingerprint: %1</source>
        <translation>Fingerabdruck: %1</translation>
    </message>
    <message>
        <source>Not compared: %1</source>
        <translation>Nicht verglichen: %1</translation>
    </message>
    <message>
        <source>Result: %1</source>
        <translation>Ergebnis: %1</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>Prüfen</translation>
    </message>
</context>
<context>
    <name>fovea::ModelsDialog</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Model packages</source>
        <translation>Modellpakete</translation>
    </message>
    <message>
        <source>&amp;Use this model</source>
        <translation>Dieses Modell &amp;verwenden</translation>
    </message>
    <message>
        <source>&amp;Import checkpoint…</source>
        <translation>Checkpoint &amp;importieren…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Entfernen…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>loading…</source>
        <translation>wird geladen…</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Verwendung</translation>
    </message>
    <message>
        <source>comes with Fovea</source>
        <translation>gehört zu Fovea</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>“%1” is loaded once the import has ended.</source>
        <translation>„%1“ wird geladen, sobald der Import beendet ist.</translation>
    </message>
    <message>
        <source>Loading “%1”…</source>
        <translation>„%1“ wird geladen…</translation>
    </message>
    <message>
        <source>Choose the checkpoint of an fVLM</source>
        <translation>Checkpoint eines fVLM wählen</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>Checkpoints</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Choose the text encoder&apos;s folder (vocab.txt and config.json)</source>
        <translation>Ordner des Text-Encoders wählen (vocab.txt und config.json)</translation>
    </message>
    <message>
        <source>Importing “%1”…</source>
        <translation>„%1“ wird importiert…</translation>
    </message>
    <message>
        <source>“%1” was imported.</source>
        <translation>„%1“ wurde importiert.</translation>
    </message>
    <message>
        <source>The import was cancelled; nothing was added.</source>
        <translation>Der Import wurde abgebrochen; nichts wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>The checkpoint was not imported.</source>
        <translation>Der Checkpoint wurde nicht importiert.</translation>
    </message>
    <message>
        <source>Import checkpoint</source>
        <translation>Checkpoint importieren</translation>
    </message>
    <message>
        <source>Remove model</source>
        <translation>Modell entfernen</translation>
    </message>
    <message>
        <source>Remove “%1”? Its folder is deleted:
%2

Results that were stored with it stay in the archive.</source>
        <translation>„%1“ entfernen? Der Ordner wird gelöscht:
%2

Ergebnisse, die damit gespeichert wurden, bleiben im Archiv.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>“%1” was removed.</source>
        <translation>„%1“ wurde entfernt.</translation>
    </message>
    <message>
        <source>Is this the released fVLM checkpoint (model.pth of arXiv 2501.14548), unchanged?

Only then do thresholds and probabilities apply that were fitted on its answers for CT-RATE&apos;s validation set. Of any other checkpoint, findings are read by their percentile in the archive until you calibrate it.</source>
        <translation>Ist dies der veröffentlichte fVLM-Checkpoint (model.pth von arXiv 2501.14548), unverändert?

Nur dann gelten Schwellen und Wahrscheinlichkeiten, die an seinen Antworten für den Validierungsdatensatz von CT-RATE bestimmt wurden. Bei jedem anderen Checkpoint richtet man sich bei Befunden nach ihrem Perzentil im Archiv, bis Sie ihn kalibrieren.</translation>
    </message>
    <message>
        <source>It is the released one</source>
        <translation>Es ist der veröffentlichte</translation>
    </message>
    <message>
        <source>Import &amp;adapter…</source>
        <translation>A&amp;dapter importieren…</translation>
    </message>
    <message>
        <source>What another site exported of a model that it tuned</source>
        <translation>Was ein anderer Standort aus einem von ihm feinabgestimmten Modell exportiert hat</translation>
    </message>
    <message>
        <source>The adapter was not imported.</source>
        <translation>Der Adapter wurde nicht importiert.</translation>
    </message>
    <message>
        <source>Import adapter</source>
        <translation>Adapter importieren</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Segmentation</source>
        <translation>Segmentierung</translation>
    </message>
</context>
<context>
    <name>fovea::NameRow</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Geben Sie einen Namen ein.</translation>
    </message>
</context>
<context>
    <name>fovea::NewStudiesDesk</name>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Stop segmenting new studies until the next one arrives</source>
        <translation>Segmentierung neuer Studien stoppen, bis die nächste eintrifft</translation>
    </message>
    <message>
        <source>New &amp;studies by themselves</source>
        <translation>Neue &amp;Studien automatisch</translation>
    </message>
    <message>
        <source>Leave them as they are</source>
        <translation>Unverändert lassen</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>Mit: %1</translation>
    </message>
    <message>
        <source>New studies are not segmented: what they were to be segmented with is not there any more. Choose again: Study &gt; Segment.</source>
        <translation>Neue Studien werden nicht segmentiert: Das dafür gewählte Netz oder Programm ist nicht mehr vorhanden. Wählen Sie erneut: Studie &gt; Segmentieren.</translation>
    </message>
    <message>
        <source>A new study was not segmented and analyzed by itself: %1 It is not tried again; segment it in the Study menu.</source>
        <translation>Eine neue Studie wurde nicht automatisch segmentiert und analysiert: %1 Es wird nicht erneut versucht; segmentieren Sie sie im Menü Studie.</translation>
    </message>
    <message>
        <source>New studies: segmenting series %1 of %2</source>
        <translation>Neue Studien: Serie %1 von %2 wird segmentiert</translation>
    </message>
</context>
<context>
    <name>fovea::NoteText</name>
    <message numerus="yes">
        <source>%n image(s) left out: another lies at the same place.</source>
        <translation>
            <numerusform>%n Bild ausgelassen: Ein anderes liegt an derselben Position.</numerusform>
            <numerusform>%n Bilder ausgelassen: Andere liegen an denselben Positionen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slice(s) missing, filled with air (−1024 HU).</source>
        <translation>
            <numerusform>%n Schicht fehlt und wurde mit Luft (−1024 HU) gefüllt.</numerusform>
            <numerusform>%n Schichten fehlen und wurden mit Luft (−1024 HU) gefüllt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Slices lie up to %1 mm from their even place.</source>
        <translation>Schichten liegen bis zu %1 mm neben ihrer Sollposition bei gleichmäßigem Abstand.</translation>
    </message>
    <message>
        <source>A single slice; its thickness is taken as %1 mm.</source>
        <translation>Nur eine Schicht; als Schichtdicke werden %1 mm angenommen.</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) without rescale; stored values are taken for HU.</source>
        <translation>
            <numerusform>%n Bild ohne Rescale-Angaben; gespeicherte Werte gelten als HU.</numerusform>
            <numerusform>%n Bilder ohne Rescale-Angaben; gespeicherte Werte gelten als HU.</numerusform>
        </translation>
    </message>
    <message>
        <source>Rescale slope %1 is not whole; HU are rounded.</source>
        <translation>Der Rescale-Slope %1 ist nicht ganzzahlig; HU werden gerundet.</translation>
    </message>
    <message numerus="yes">
        <source>%n padding voxel(s) set to −1024 HU.</source>
        <translation>
            <numerusform>%n Füllvoxel auf −1024 HU gesetzt.</numerusform>
            <numerusform>%n Füllvoxel auf −1024 HU gesetzt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Floating point values were rounded to whole HU.</source>
        <translation>Gleitkommawerte wurden auf ganze HU gerundet.</translation>
    </message>
    <message>
        <source>The segmentation has another grid and was resampled.</source>
        <translation>Die Segmentierung hat ein anderes Raster und wurde umgerechnet (Resampling).</translation>
    </message>
    <message>
        <source>The segmentation covers %1 % of the volume.</source>
        <translation>Die Segmentierung deckt %1 % des Volumens ab.</translation>
    </message>
    <message numerus="yes">
        <source>%n voxel(s) are claimed by two structures; the later one has them.</source>
        <translation>
            <numerusform>%n Voxel wird von zwei Strukturen beansprucht; die spätere erhält es.</numerusform>
            <numerusform>%n Voxel werden von zwei Strukturen beansprucht; die jeweils spätere erhält sie.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n structure(s) are not in the catalog.</source>
        <translation>
            <numerusform>%n Struktur ist nicht im Katalog.</numerusform>
            <numerusform>%n Strukturen sind nicht im Katalog.</numerusform>
        </translation>
    </message>
    <message>
        <source>Some labels have no name; they are shown by their number.</source>
        <translation>Einige Labels haben keinen Namen; sie werden mit ihrer Nummer angezeigt.</translation>
    </message>
    <message>
        <source>The GPU&apos;s memory did not do for all windows at once; they were taken in smaller batches.</source>
        <translation>Der Speicher der GPU reichte nicht für alle Fenster auf einmal; sie wurden in kleineren Stapeln berechnet.</translation>
    </message>
    <message>
        <source>The GPU&apos;s memory did not do; the processor did the rest.</source>
        <translation>Der Speicher der GPU reichte nicht; den Rest hat der Prozessor berechnet.</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) went through a lossy compression.</source>
        <translation>
            <numerusform>%n Bild wurde verlustbehaftet komprimiert.</numerusform>
            <numerusform>%n Bilder wurden verlustbehaftet komprimiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>The gantry was tilted by %1°; the images were resampled to a straight volume.</source>
        <translation>Die Gantry war um %1° gekippt; die Bilder wurden in ein gerades Volumen umgerechnet (Resampling).</translation>
    </message>
    <message>
        <source>Slices are unevenly spaced; they were interpolated to %1 mm.</source>
        <translation>Die Schichtabstände sind ungleichmäßig; die Schichten wurden auf %1 mm interpoliert.</translation>
    </message>
    <message numerus="yes">
        <source>%n structure(s) have no closed contours in this scan and were left out.</source>
        <translation>
            <numerusform>%n Struktur hat in dieser Aufnahme keine geschlossenen Konturen und wurde ausgelassen.</numerusform>
            <numerusform>%n Strukturen haben in dieser Aufnahme keine geschlossenen Konturen und wurden ausgelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n structure(s) have slices without contours in between; those stay empty.</source>
        <translation>
            <numerusform>%n Struktur hat zwischendurch Schichten ohne Konturen; diese bleiben leer.</numerusform>
            <numerusform>%n Strukturen haben zwischendurch Schichten ohne Konturen; diese bleiben leer.</numerusform>
        </translation>
    </message>
    <message>
        <source>The NIfTI file says in two ways (sform and qform) where in the patient it lies, up to %1 mm apart. Check that it lies where it should.</source>
        <translation>Die NIfTI-Datei gibt auf zwei Arten (sform und qform) an, wo im Patienten sie liegt, bis zu %1 mm voneinander entfernt. Prüfen Sie, ob sie richtig liegt.</translation>
    </message>
</context>
<context>
    <name>fovea::NoticeBar</name>
    <message>
        <source>Notices about these images</source>
        <translation>Hinweise zu diesen Bildern</translation>
    </message>
    <message>
        <source>Close the notices</source>
        <translation>Hinweise schließen</translation>
    </message>
    <message>
        <source>Close; the notes stay in the status bar</source>
        <translation>Schließen; die Hinweise bleiben in der Statusleiste</translation>
    </message>
</context>
<context>
    <name>fovea::OperationsBox</name>
    <message>
        <source>Whole structure</source>
        <translation>Ganze Struktur</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Um</translation>
    </message>
    <message>
        <source>Grow</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Takes what lies within this distance.</source>
        <translation>Nimmt hinzu, was innerhalb dieses Abstands liegt.</translation>
    </message>
    <message>
        <source>Shrink</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Gives up what lies within this distance of its surface.</source>
        <translation>Gibt ab, was innerhalb dieses Abstands von der Oberfläche liegt.</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>Glätten</translation>
    </message>
    <message>
        <source>Takes away bumps and dents smaller than about this.</source>
        <translation>Entfernt Vorsprünge und Dellen, die kleiner als etwa dieses Maß sind.</translation>
    </message>
    <message>
        <source>Keep largest part</source>
        <translation>Größten Teil behalten</translation>
    </message>
    <message>
        <source>Erases all parts but the largest.</source>
        <translation>Löscht alle Teile außer dem größten.</translation>
    </message>
    <message>
        <source>Fill between slices</source>
        <translation>Zwischen Schichten füllen</translation>
    </message>
    <message>
        <source>Fills empty slices between painted ones.</source>
        <translation>Füllt leere Schichten zwischen bemalten.</translation>
    </message>
    <message>
        <source>Slices to fill between</source>
        <translation>Schichten, zwischen denen gefüllt wird</translation>
    </message>
</context>
<context>
    <name>fovea::OwnFindings</name>
    <message>
        <source>Give it a name.</source>
        <translation>Geben Sie einen Namen ein.</translation>
    </message>
    <message>
        <source>Another own finding of this anatomy has this name.</source>
        <translation>Ein anderer eigener Befund dieser Anatomie trägt diesen Namen.</translation>
    </message>
</context>
<context>
    <name>fovea::PackageDetails</name>
    <message>
        <source>C&amp;opy</source>
        <translation>K&amp;opieren</translation>
    </message>
    <message>
        <source>Copy the whole fingerprint</source>
        <translation>Den ganzen Fingerabdruck kopieren</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Provenance</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Anatomies</source>
        <translation>Anatomische Regionen</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>Size on disk</source>
        <translation>Größe auf der Platte</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Trained on phantoms: means nothing on a patient.</source>
        <translation>An Phantomen trainiert: bedeutet nichts am Patienten.</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Wird berechnet…</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Schwellen</translation>
    </message>
    <message>
        <source>None: findings are read by their percentile in the archive until a site calibrates the model.</source>
        <translation>Keine: Für Befunde zählt ihr Perzentil im Archiv, bis ein Standort das Modell kalibriert.</translation>
    </message>
    <message numerus="yes">
        <source>Of %n finding(s), fitted on %1.</source>
        <translation>
            <numerusform>Für %n Befund, bestimmt an %1.</numerusform>
            <numerusform>Für %n Befunde, bestimmt an %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::PastedReportDialog</name>
    <message>
        <source>&amp;Keep for this study</source>
        <translation>Für diese Studie &amp;behalten</translation>
    </message>
    <message>
        <source>Paste reports</source>
        <translation>Berichte einfügen</translation>
    </message>
    <message>
        <source>All studies; or words of patient, ID or description</source>
        <translation>Alle Studien; oder Wörter aus Patient, ID oder Beschreibung</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>Studien</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>Pasted</source>
        <translation>Eingefügt</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Paste the report of the selected study here (English).</source>
        <translation>Fügen Sie hier den Bericht der gewählten Studie ein (Englisch).</translation>
    </message>
    <message>
        <source>Texts by anatomy</source>
        <translation>Texte nach Anatomie</translation>
    </message>
    <message>
        <source>Anatomy</source>
        <translation>Anatomie</translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation>Sätze</translation>
    </message>
    <message>
        <source>Understood as</source>
        <translation>Verstanden als</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>No anatomy was recognized in this text.</source>
        <translation>In diesem Text wurde keine Anatomie erkannt.</translation>
    </message>
    <message>
        <source>Look through what was understood. The sentences can be corrected.</source>
        <translation>Sehen Sie durch, was verstanden wurde. Die Sätze lassen sich korrigieren.</translation>
    </message>
    <message>
        <source>Present: %1</source>
        <translation>Vorhanden: %1</translation>
    </message>
    <message>
        <source>Absent: %1</source>
        <translation>Abwesend: %1</translation>
    </message>
    <message>
        <source>No finding</source>
        <translation>Kein Befund</translation>
    </message>
    <message>
        <source>Select a study, then paste its report.</source>
        <translation>Wählen Sie eine Studie und fügen Sie dann ihren Bericht ein.</translation>
    </message>
</context>
<context>
    <name>fovea::PatientSpinBox</name>
    <message>
        <source>%1 %2 mm</source>
        <translation>%1 %2 mm</translation>
    </message>
</context>
<context>
    <name>fovea::PhantomCommand</name>
    <message>
        <source>Write synthetic chest CTs with their truth</source>
        <translation>Synthetische Thorax-CTs mit ihrer Referenz schreiben</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Seed of the first</source>
        <translation>Startwert des ersten Phantoms</translation>
    </message>
    <message>
        <source>Folder to write into</source>
        <translation>Zielordner</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Writing phantoms</source>
        <translation>Phantome werden geschrieben</translation>
    </message>
</context>
<context>
    <name>fovea::PromptEditor</name>
    <message>
        <source>Prompts that say the finding is there</source>
        <translation>Prompts, die den Befund bejahen</translation>
    </message>
    <message>
        <source>Prompts that say it is not there</source>
        <translation>Prompts, die den Befund verneinen</translation>
    </message>
    <message>
        <source>Says that it is there, one prompt a line:</source>
        <translation>Bejaht den Befund, ein Prompt je Zeile:</translation>
    </message>
    <message>
        <source>Says that it is not there:</source>
        <translation>Verneint den Befund:</translation>
    </message>
    <message>
        <source>Write at least one prompt that says the finding is there.</source>
        <translation>Schreiben Sie mindestens einen Prompt, der den Befund bejaht.</translation>
    </message>
    <message>
        <source>Write at least one prompt that says it is not there.</source>
        <translation>Schreiben Sie mindestens einen Prompt, der den Befund verneint.</translation>
    </message>
    <message>
        <source>“%1” stands on both sides.</source>
        <translation>„%1“ steht auf beiden Seiten.</translation>
    </message>
    <message>
        <source>“%1…” is longer than %2 characters.</source>
        <translation>„%1…“ ist länger als %2 Zeichen.</translation>
    </message>
    <message>
        <source>“%1” has no words.</source>
        <translation>„%1“ enthält keine Wörter.</translation>
    </message>
</context>
<context>
    <name>fovea::ReadingArea</name>
    <message>
        <source>The compared series is of ANOTHER PATIENT.</source>
        <translation>Die Vergleichsserie gehört zu einem ANDEREN PATIENTEN.</translation>
    </message>
    <message>
        <source>Compared series: %1</source>
        <translation>Vergleichsserie: %1</translation>
    </message>
    <message>
        <source>No structure lies whole in both segmentations. Link two slices that belong together by hand.</source>
        <translation>Keine Struktur ist in beiden Segmentierungen vollständig enthalten. Koppeln Sie zwei zusammengehörende Schichten von Hand.</translation>
    </message>
</context>
<context>
    <name>fovea::ReadingText</name>
    <message>
        <source>Probability %1, calibrated on %2.</source>
        <translation>Wahrscheinlichkeit %1, kalibriert an %2.</translation>
    </message>
    <message>
        <source>No probability: the model was calibrated on synthetic chests, and this study is not one.</source>
        <translation>Keine Wahrscheinlichkeit: Das Modell wurde an synthetischen Thorax-CTs kalibriert, und diese Studie ist keines.</translation>
    </message>
    <message>
        <source>No probability: the model is not calibrated for this finding.</source>
        <translation>Keine Wahrscheinlichkeit: Das Modell ist für diesen Befund nicht kalibriert.</translation>
    </message>
    <message numerus="yes">
        <source>Percentile %1 among %n other studies in the archive.</source>
        <translation>
            <numerusform>Perzentil %1 unter %n anderer Studie im Archiv.</numerusform>
            <numerusform>Perzentil %1 unter %n anderen Studien im Archiv.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No percentile: %n other studies in the archive, %1 are needed.</source>
        <translation>
            <numerusform>Kein Perzentil: %n andere Studie im Archiv, nötig sind %1.</numerusform>
            <numerusform>Kein Perzentil: %n andere Studien im Archiv, nötig sind %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Raw score %1, with one wording.</source>
        <translation>Rohscore %1, mit einer einzigen Formulierung.</translation>
    </message>
    <message>
        <source>Raw score %1; %2 to %3 by wording of the prompt.</source>
        <translation>Rohscore %1; %2 bis %3 je nach Formulierung des Prompts.</translation>
    </message>
    <message>
        <source>No threshold applies.</source>
        <translation>Es gilt keine Schwelle.</translation>
    </message>
    <message>
        <source>Threshold of the raw score %1, from %2.</source>
        <translation>Schwelle des Rohscores %1, bestimmt an %2.</translation>
    </message>
    <message numerus="yes">
        <source>Unusual: farther from normal than %1 of 100, among %n normal ones in the archive.</source>
        <translation>
            <numerusform>Ungewöhnlich: weiter vom Normalen entfernt als %1 von 100, verglichen mit %n normalen Region im Archiv.</numerusform>
            <numerusform>Ungewöhnlich: weiter vom Normalen entfernt als %1 von 100, verglichen mit %n normalen Regionen im Archiv.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>How unusual it is cannot be said: %n normal ones in the archive, %1 are needed.</source>
        <translation>
            <numerusform>Wie ungewöhnlich sie ist, lässt sich nicht sagen: %n normale Region im Archiv, nötig sind %1.</numerusform>
            <numerusform>Wie ungewöhnlich sie ist, lässt sich nicht sagen: %n normale Regionen im Archiv, nötig sind %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Volume %1 ml</source>
        <translation>Volumen %1 ml</translation>
    </message>
    <message>
        <source>Mean %1 HU</source>
        <translation>Mittel %1 HU</translation>
    </message>
    <message>
        <source>%1 % below -950 HU</source>
        <translation>%1 % unter -950 HU</translation>
    </message>
    <message>
        <source>%1 ml above 130 HU (calcium only without contrast medium)</source>
        <translation>%1 ml über 130 HU (nur ohne Kontrastmittel als Kalk zu werten)</translation>
    </message>
    <message numerus="yes">
        <source>this site&apos;s %n labels</source>
        <translation>
            <numerusform>%n Label dieses Standorts</numerusform>
            <numerusform>%n Labels dieses Standorts</numerusform>
        </translation>
    </message>
    <message>
        <source>synthetic chests</source>
        <translation>synthetischen Thorax-CTs</translation>
    </message>
    <message>
        <source>CT-RATE&apos;s validation set with the released fVLM checkpoint</source>
        <translation>dem Validierungsdatensatz von CT-RATE mit dem veröffentlichten fVLM-Checkpoint</translation>
    </message>
    <message>
        <source>studies that the model package does not name</source>
        <translation>Studien, die das Modellpaket nicht nennt</translation>
    </message>
    <message numerus="yes">
        <source>%1 (percentile %2 of %n other studies)</source>
        <translation>
            <numerusform>%1 (Perzentil %2 von %n anderer Studie)</numerusform>
            <numerusform>%1 (Perzentil %2 von %n anderen Studien)</numerusform>
        </translation>
    </message>
    <message>
        <source>Probabilities are calibrated on %1.</source>
        <translation>Wahrscheinlichkeiten sind kalibriert an %1.</translation>
    </message>
    <message>
        <source>Calibrated on synthetic chests, which says nothing of a patient: no probabilities, no thresholds, only percentiles in the archive.</source>
        <translation>An synthetischen Thorax-CTs kalibriert, was bei Patienten keine Aussagekraft hat: keine Wahrscheinlichkeiten, keine Schwellen, nur Perzentile im Archiv.</translation>
    </message>
    <message>
        <source>Findings without a probability are not calibrated: read their percentile in the archive.</source>
        <translation>Befunde ohne Wahrscheinlichkeit sind nicht kalibriert: Richten Sie sich nach ihrem Perzentil im Archiv.</translation>
    </message>
    <message>
        <source>▲ above its threshold.</source>
        <translation>▲ über der jeweiligen Schwelle.</translation>
    </message>
    <message>
        <source>U: farther from normal than so many of 100 normal ones in the archive, whatever the finding.</source>
        <translation>U: weiter vom Normalen entfernt als so viele von 100 normalen Regionen im Archiv, unabhängig vom Befund.</translation>
    </message>
    <message>
        <source>P %1</source>
        <translation>P %1</translation>
    </message>
    <message>
        <source>U %1</source>
        <translation>U %1</translation>
    </message>
    <message>
        <source>Own finding, not calibrated: its percentile alone means something.</source>
        <translation>Eigener Befund, nicht kalibriert: Aussagekräftig ist nur sein Perzentil.</translation>
    </message>
    <message>
        <source>No probability: asked with this site&apos;s prompts, which nothing was calibrated with.</source>
        <translation>Keine Wahrscheinlichkeit: mit den Prompts dieses Standorts abgefragt, mit denen nichts kalibriert wurde.</translation>
    </message>
    <message numerus="yes">
        <source>Percentile %1 among %n other synthetic chests in the archive.</source>
        <translation>
            <numerusform>Perzentil %1 unter %n anderen synthetischen Thorax-CT im Archiv.</numerusform>
            <numerusform>Perzentil %1 unter %n anderen synthetischen Thorax-CTs im Archiv.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No percentile: %n other synthetic chests in the archive, %1 are needed.</source>
        <translation>
            <numerusform>Kein Perzentil: %n anderes synthetisches Thorax-CT im Archiv, nötig sind %1.</numerusform>
            <numerusform>Kein Perzentil: %n andere synthetische Thorax-CTs im Archiv, nötig sind %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nearer to its prompts than to their contrary by %1 (cosine).</source>
        <translation>Um %1 (Kosinus) näher an seinen Prompts als an deren Gegenteil.</translation>
    </message>
</context>
<context>
    <name>fovea::ReanalysisDesk</name>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Stop analyzing the archive with the model in use</source>
        <translation>Analyse des Archivs mit dem verwendeten Modell stoppen</translation>
    </message>
    <message numerus="yes">
        <source>%n studies of the archive were analyzed by another model.</source>
        <translation>
            <numerusform>%n Studie des Archivs wurde von einem anderen Modell analysiert.</numerusform>
            <numerusform>%n Studien des Archivs wurden von einem anderen Modell analysiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>That takes about %1, and reading goes on.</source>
        <translation>Das dauert etwa %1, und das Befunden geht weiter.</translation>
    </message>
    <message>
        <source>Reading goes on meanwhile.</source>
        <translation>Das Befunden geht währenddessen weiter.</translation>
    </message>
    <message>
        <source>Analyze the archive</source>
        <translation>Archiv analysieren</translation>
    </message>
    <message>
        <source>Searches and percentiles find them only once this one has analyzed them too: answers of two models are never mixed.</source>
        <translation>Suchen und Perzentile berücksichtigen sie erst, wenn auch das verwendete Modell sie analysiert hat: Antworten zweier Modelle werden nie vermischt.</translation>
    </message>
    <message>
        <source>Analyze now</source>
        <translation>Jetzt analysieren</translation>
    </message>
    <message>
        <source>Archive: series %1 of %2 by the model in use</source>
        <translation>Archiv: Serie %1 von %2 mit dem verwendeten Modell</translation>
    </message>
</context>
<context>
    <name>fovea::RegionMapBox</name>
    <message>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <source>Opacity of the regions considered</source>
        <translation>Deckkraft der berücksichtigten Bereiche</translation>
    </message>
</context>
<context>
    <name>fovea::RegionMapDesk</name>
    <message>
        <source>Regions considered</source>
        <translation>Berücksichtigte Bereiche</translation>
    </message>
    <message>
        <source>Show where it looked most</source>
        <translation>Zeigen, wohin es am meisten geschaut hat</translation>
    </message>
    <message>
        <source>Colors the cells of the anatomy that the score of the finding comes from. They are as coarse as the model sees, and no lesion outline.</source>
        <translation>Färbt die Zellen der Anatomie, aus denen der Score des Befunds stammt. Sie sind so grob, wie das Modell sieht, und keine Läsionskontur.</translation>
    </message>
    <message>
        <source>Goes to the middle of the strongest cell.</source>
        <translation>Springt in die Mitte der stärksten Zelle.</translation>
    </message>
    <message>
        <source>No map: the segmentation was corrected since it was analyzed. Save the correction to see one.</source>
        <translation>Keine Karte: Die Segmentierung wurde seit der Analyse korrigiert. Speichern Sie die Korrektur, um eine zu sehen.</translation>
    </message>
    <message>
        <source>Asking the model where it looked…</source>
        <translation>Das Modell wird gefragt, wohin es geschaut hat…</translation>
    </message>
    <message>
        <source>The model could not say where it looked.</source>
        <translation>Das Modell konnte nicht angeben, wohin es geschaut hat.</translation>
    </message>
    <message>
        <source>No cell of the anatomy speaks for this finding.</source>
        <translation>Keine Zelle der Anatomie spricht für diesen Befund.</translation>
    </message>
    <message>
        <source>Strongest cell: %1 % of the total. Method: %2.</source>
        <translation>Stärkste Zelle: %1 % der Summe. Methode: %2.</translation>
    </message>
    <message>
        <source>Where it looked…</source>
        <translation>Wohin es geschaut hat…</translation>
    </message>
</context>
<context>
    <name>fovea::RegionMapLegend</name>
    <message>
        <source>Cells %1 × %2 × %3 mm (R-L, A-P, S-I)</source>
        <translation>Zellen %1 × %2 × %3 mm (R-L, A-P, S-I)</translation>
    </message>
    <message>
        <source>attention-weighted values</source>
        <translation>Attention-gewichtete Werte</translation>
    </message>
    <message>
        <source>gradient × input</source>
        <translation>Gradient × Eingabe</translation>
    </message>
    <message>
        <source>leave one out</source>
        <translation>Auslassen eines Tokens</translation>
    </message>
    <message>
        <source>leave neighbors out</source>
        <translation>Nachbarn auslassen</translation>
    </message>
    <message>
        <source>low</source>
        <translation>niedrig</translation>
    </message>
    <message>
        <source>high</source>
        <translation>hoch</translation>
    </message>
    <message>
        <source>Regions considered,</source>
        <translation>Berücksichtigte Bereiche,</translation>
    </message>
    <message>
        <source>not a lesion outline</source>
        <translation>keine Läsionskontur</translation>
    </message>
    <message>
        <source>Strongest cell: %1 % of the total</source>
        <translation>Stärkste Zelle: %1 % der Summe</translation>
    </message>
    <message>
        <source>Method: %1</source>
        <translation>Methode: %1</translation>
    </message>
</context>
<context>
    <name>fovea::ReliabilityPlot</name>
    <message numerus="yes">
        <source>%1–%2: truly present %3 (%4–%5), %n studies</source>
        <translation>
            <numerusform>%1–%2: tatsächlich vorhanden %3 (%4–%5), %n Studie</numerusform>
            <numerusform>%1–%2: tatsächlich vorhanden %3 (%4–%5), %n Studien</numerusform>
        </translation>
    </message>
    <message>
        <source>Raw score</source>
        <translation>Rohscore</translation>
    </message>
    <message>
        <source>Predicted (n: studies)</source>
        <translation>Vorhergesagt (n: Studien)</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Truly present</source>
        <translation>Tatsächlich vorhanden</translation>
    </message>
</context>
<context>
    <name>fovea::ReportCommand</name>
    <message>
        <source>Take a report apart into anatomies and findings</source>
        <translation>Einen Bericht in Anatomien und Befunde zerlegen</translation>
    </message>
    <message>
        <source>The report, English plain text in UTF-8</source>
        <translation>Der Bericht, englischer Klartext in UTF-8</translation>
    </message>
    <message>
        <source>Anatomy</source>
        <translation>Anatomie</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Vorhanden</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>Verneint</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>abnormal</source>
        <translation>auffällig</translation>
    </message>
</context>
<context>
    <name>fovea::ReportDialog</name>
    <message>
        <source>Report draft</source>
        <translation>Berichtsentwurf</translation>
    </message>
    <message>
        <source>&amp;Copy all</source>
        <translation>Alles &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Save as text…</source>
        <translation>Als Text &amp;speichern…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Save the report draft</source>
        <translation>Berichtsentwurf speichern</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>&amp;Find regions like the selected text</source>
        <translation>&amp;Regionen suchen, die dem markierten Text ähneln</translation>
    </message>
</context>
<context>
    <name>fovea::ReportDraft</name>
    <message>
        <source>%1. %2 (%3).</source>
        <translation>%1. %2 (%3).</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>DRAFT. Lists only findings that a reader accepted; to be completed, checked and signed.</source>
        <translation>ENTWURF. Enthält nur Befunde, die ein Befunder akzeptiert hat; zu ergänzen, zu prüfen und zu unterschreiben.</translation>
    </message>
    <message>
        <source>FINDINGS</source>
        <translation>BEFUND</translation>
    </message>
    <message>
        <source>IMPRESSION</source>
        <translation>BEURTEILUNG</translation>
    </message>
</context>
<context>
    <name>fovea::ResultsReport</name>
    <message>
        <source>female</source>
        <translation>weiblich</translation>
    </message>
    <message>
        <source>male</source>
        <translation>männlich</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>akzeptiert</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Patient ID</source>
        <translation>Patienten-ID</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Geburtsdatum</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Geschlecht</translation>
    </message>
    <message>
        <source>Study date</source>
        <translation>Studiendatum</translation>
    </message>
    <message>
        <source>Accession number</source>
        <translation>Accession-Nummer</translation>
    </message>
    <message>
        <source>not named</source>
        <translation>nicht genannt</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Serie</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>Slices</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>%1, voxels of %2 × %3 × %4 mm</source>
        <translation>%1, Voxel von %2 × %3 × %4 mm</translation>
    </message>
    <message>
        <source>Findings of the model</source>
        <translation>Befunde des Modells</translation>
    </message>
    <message>
        <source>Probabilities are the model&apos;s, not a diagnosis; those above the threshold are bold. A reader&apos;s verdict stands beside them.</source>
        <translation>Die Wahrscheinlichkeiten stammen vom Modell und sind keine Diagnose; Werte über der Schwelle sind fett. Daneben steht das Urteil eines Befunders.</translation>
    </message>
    <message>
        <source>Anatomy</source>
        <translation>Anatomie</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Calibrated on</source>
        <translation>Kalibriert an</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Befunder</translation>
    </message>
    <message numerus="yes">
        <source>%n further findings have no probability that means anything on this study, and no verdict.</source>
        <translation>
            <numerusform>%n weiterer Befund hat in dieser Studie keine aussagekräftige Wahrscheinlichkeit und kein Urteil.</numerusform>
            <numerusform>%n weitere Befunde haben in dieser Studie keine aussagekräftige Wahrscheinlichkeit und kein Urteil.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not scored, because not segmented or too small: %1.</source>
        <translation>Nicht bewertet, da nicht segmentiert oder zu klein: %1.</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>Messungen</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>Struktur</translation>
    </message>
    <message>
        <source>Volume (ml)</source>
        <translation>Volumen (ml)</translation>
    </message>
    <message>
        <source>Mean HU</source>
        <translation>Mittel HU</translation>
    </message>
    <message>
        <source>SD HU</source>
        <translation>SD HU</translation>
    </message>
    <message>
        <source>≥: the structure reaches the border of the scan.</source>
        <translation>≥: Die Struktur reicht bis an den Rand der Aufnahme.</translation>
    </message>
    <message>
        <source>†: place, size or certainty speak against this segmentation; it should be looked at.</source>
        <translation>†: Lage, Größe oder Sicherheit sprechen gegen diese Segmentierung; sie sollte angesehen werden.</translation>
    </message>
    <message>
        <source>Key images</source>
        <translation>Schlüsselbilder</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>Analyzed</source>
        <translation>Analysiert</translation>
    </message>
    <message>
        <source>Segmentation</source>
        <translation>Segmentierung</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>How this was made</source>
        <translation>Wie dies entstand</translation>
    </message>
    <message>
        <source>The demo model was trained on synthetic chests alone: its findings mean nothing on a patient.</source>
        <translation>Das Demomodell wurde nur an synthetischen Thorax-CTs trainiert: Seine Befunde haben bei Patienten keine Aussagekraft.</translation>
    </message>
    <message>
        <source>Research software, not a medical device. Not for diagnosis or treatment.</source>
        <translation>Forschungssoftware, kein Medizinprodukt. Nicht für Diagnose oder Behandlung.</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>CT results</source>
        <translation>CT-Ergebnisse</translation>
    </message>
</context>
<context>
    <name>fovea::SavedSearchBar</name>
    <message>
        <source>Saved searches</source>
        <translation>Gespeicherte Suchen</translation>
    </message>
    <message>
        <source>Choosing a saved search asks it again.</source>
        <translation>Beim Auswählen einer gespeicherten Suche wird die Frage erneut gestellt.</translation>
    </message>
    <message>
        <source>Save this question, or change a saved one</source>
        <translation>Diese Frage speichern oder eine gespeicherte ändern</translation>
    </message>
    <message>
        <source>What to do with searches</source>
        <translation>Aktionen für Suchen</translation>
    </message>
    <message>
        <source>Save this question…</source>
        <translation>Diese Frage speichern…</translation>
    </message>
    <message>
        <source>Mark new studies as similar as the selected match…</source>
        <translation>Neue Studien markieren, die so ähnlich sind wie der ausgewählte Treffer…</translation>
    </message>
    <message>
        <source>Add to the findings of the catalog…</source>
        <translation>Zu den Befunden des Katalogs hinzufügen…</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Erneut fragen</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Stop marking new studies</source>
        <translation>Neue Studien nicht mehr markieren</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>● %1</source>
        <comment>a saved search that marks new studies</comment>
        <translation>● %1</translation>
    </message>
    <message>
        <source>Marks new studies that score at least %1.</source>
        <translation>Markiert neue Studien mit einem Score von mindestens %1.</translation>
    </message>
    <message>
        <source>Marks nothing at present: its limit was set with another model.</source>
        <translation>Markiert derzeit nichts: Der Grenzwert wurde mit einem anderen Modell festgelegt.</translation>
    </message>
</context>
<context>
    <name>fovea::SavedSearchDesk</name>
    <message>
        <source>Another search has this name.</source>
        <translation>Eine andere Suche trägt diesen Namen.</translation>
    </message>
    <message>
        <source>“%1” was deleted.</source>
        <translation>„%1“ wurde gelöscht.</translation>
    </message>
    <message>
        <source>This study was marked by: %1.</source>
        <translation>Diese Studie wurde markiert von: %1.</translation>
    </message>
</context>
<context>
    <name>fovea::SearchBench</name>
    <message>
        <source>Making regions</source>
        <translation>Regionen werden erzeugt</translation>
    </message>
    <message>
        <source>Making the index</source>
        <translation>Index wird erstellt</translation>
    </message>
    <message>
        <source>Comparing all</source>
        <translation>Alle werden verglichen</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Suche läuft</translation>
    </message>
    <message numerus="yes">
        <source>%n region(s) of %1 dimensions in %2 clusters</source>
        <translation>
            <numerusform>%n Region mit %1 Dimensionen in %2 Clustern</numerusform>
            <numerusform>%n Regionen mit %1 Dimensionen in %2 Clustern</numerusform>
        </translation>
    </message>
    <message>
        <source>No index: every search compares all</source>
        <translation>Kein Index: Jede Suche vergleicht alle</translation>
    </message>
    <message>
        <source>Index: %1 s to make (%2 s of processor time), %3 s to open, %4 bytes per region</source>
        <translation>Index: %1 s zum Erstellen (%2 s Prozessorzeit), %3 s zum Öffnen, %4 Byte je Region</translation>
    </message>
    <message>
        <source>Store: %1 s to write, %2 s to open, %3 bytes per region</source>
        <translation>Speicher: %1 s zum Schreiben, %2 s zum Öffnen, %3 Byte je Region</translation>
    </message>
    <message>
        <source>Queries like a</source>
        <translation>Anfragen nach Art von</translation>
    </message>
    <message>
        <source>Recall@20</source>
        <translation>Recall@20</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>ms, 95 %</source>
        <translation>ms, 95 %</translation>
    </message>
    <message>
        <source>Processor ms</source>
        <translation>Prozessor-ms</translation>
    </message>
    <message>
        <source>All, ms</source>
        <translation>Alle, ms</translation>
    </message>
    <message>
        <source>All, processor ms</source>
        <translation>Alle, Prozessor-ms</translation>
    </message>
    <message>
        <source>Times as fast</source>
        <translation>Mal so schnell</translation>
    </message>
    <message>
        <source>Best score</source>
        <translation>Bester Score</translation>
    </message>
    <message>
        <source>20th</source>
        <translation>20.</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>region</source>
        <translation>Region</translation>
    </message>
</context>
<context>
    <name>fovea::SegmentArchive</name>
    <message>
        <source>Reading the network</source>
        <translation>Netz wird gelesen</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Serie</translation>
    </message>
    <message>
        <source>Segmentation</source>
        <translation>Segmentierung</translation>
    </message>
    <message>
        <source>Structures</source>
        <translation>Strukturen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Segmenting series %1</source>
        <translation>Serie %1 wird segmentiert</translation>
    </message>
    <message>
        <source>was there already</source>
        <translation>war schon vorhanden</translation>
    </message>
</context>
<context>
    <name>fovea::SegmentBench</name>
    <message>
        <source>Measuring</source>
        <translation>Messen</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n thread(s), LibTorch %2</source>
        <translation>
            <numerusform>%1, %n Thread, LibTorch %2</numerusform>
            <numerusform>%1, %n Threads, LibTorch %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n window(s) of the network</source>
        <translation>
            <numerusform>%n Fenster des Netzes</numerusform>
            <numerusform>%n Fenster des Netzes</numerusform>
        </translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>Processor seconds</source>
        <translation>Prozessorsekunden</translation>
    </message>
    <message>
        <source>Times as fast</source>
        <translation>Mal so schnell</translation>
    </message>
    <message>
        <source>… by processor time</source>
        <translation>… nach Prozessorzeit</translation>
    </message>
    <message>
        <source>Most memory, MB</source>
        <translation>Speicher höchstens, MB</translation>
    </message>
    <message>
        <source>Voxels as in fp32, %</source>
        <translation>Voxel wie in fp32, %</translation>
    </message>
    <message>
        <source>reference, sums in fp32</source>
        <translation>Referenz, Summen in fp32</translation>
    </message>
    <message>
        <source>reference, sums in half precision</source>
        <translation>Referenz, Summen in halber Genauigkeit</translation>
    </message>
    <message>
        <source>ours</source>
        <translation>unserer</translation>
    </message>
</context>
<context>
    <name>fovea::SegmentCommand</name>
    <message>
        <source>CT to segment: NIfTI, NRRD or MetaImage, in HU</source>
        <translation>Zu segmentierendes CT: NIfTI, NRRD oder MetaImage, in HU</translation>
    </message>
    <message>
        <source>Lungs, airways and body of a chest CT, found without a network</source>
        <translation>Lunge, Atemwege und Körper eines Thorax-CT, ohne Netz gefunden</translation>
    </message>
    <message>
        <source>Label map to write: .nii.gz, .nii, .nrrd or .mha</source>
        <translation>Zu schreibende Labelkarte: .nii.gz, .nii, .nrrd oder .mha</translation>
    </message>
    <message>
        <source>Another segmentation of the same CT: print how far each structure agrees</source>
        <translation>Eine andere Segmentierung desselben CT: ausgeben, wie weit jede Struktur übereinstimmt</translation>
    </message>
    <message>
        <source>Name of the training folder, where the model folder has several</source>
        <translation>Name des Trainingsordners, wenn der Modellordner mehrere enthält</translation>
    </message>
    <message>
        <source>Whose order of work: automatic, totalsegmentator or nnunet</source>
        <translation>Wessen Arbeitsablauf gilt: automatic, totalsegmentator oder nnunet</translation>
    </message>
    <message>
        <source>Step of the sliding window in patches (default: the model&apos;s makers&apos;)</source>
        <translation>Schrittweite des gleitenden Fensters in Patches (Vorgabe: die der Modellentwickler)</translation>
    </message>
    <message>
        <source>TotalSegmentator&apos;s spline for the image: 1 (default), or 3 as before 2.16</source>
        <translation>Spline von TotalSegmentator für das Bild: 1 (Vorgabe) oder 3 wie vor 2.16</translation>
    </message>
    <message>
        <source>Add up windows in half precision, as the reference does</source>
        <translation>Fenster in halber Genauigkeit aufsummieren, wie die Referenz</translation>
    </message>
    <message>
        <source>See windows mirrored too, where training did (slower)</source>
        <translation>Fenster auch gespiegelt auswerten, wenn das Training es tat (langsamer)</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Wird gelesen</translation>
    </message>
    <message>
        <source>Segmenting</source>
        <translation>Segmentierung läuft</translation>
    </message>
    <message>
        <source>Reading the other segmentation</source>
        <translation>Andere Segmentierung wird gelesen</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>Struktur</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Dice</source>
        <translation>Dice</translation>
    </message>
    <message>
        <source>only in the other map</source>
        <translation>nur in der anderen Karte</translation>
    </message>
    <message>
        <source>%1 ml</source>
        <translation>%1 ml</translation>
    </message>
    <message>
        <source>No structure was found.</source>
        <translation>Es wurde keine Struktur gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>Mean Dice of %n structure(s): %1</source>
        <translation>
            <numerusform>Dice von %n Struktur: %1</numerusform>
            <numerusform>Mittlerer Dice von %n Strukturen: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Segment a volume file or series of the archive, with an nnU-Net or without a network</source>
        <translation>Eine Volumendatei oder Serien des Archivs segmentieren, mit einem nnU-Net oder ohne Netz</translation>
    </message>
    <message>
        <source>One series of the archive, by id or SeriesInstanceUID</source>
        <translation>Eine Serie des Archivs, nach ID oder SeriesInstanceUID</translation>
    </message>
    <message>
        <source>Every CT series of the archive without a segmentation</source>
        <translation>Jede CT-Serie des Archivs ohne Segmentierung</translation>
    </message>
    <message>
        <source>The bundled network: it knows synthetic chests (phantoms) alone, and is not for patients</source>
        <translation>Das mitgelieferte Netz: Es kennt nur synthetische Thorax-CTs (Phantome) und ist nicht für Patienten bestimmt</translation>
    </message>
    <message>
        <source>nnU-Net as it is downloaded (zip or folder), or the name of an imported one; several: parts of TotalSegmentator&apos;s “total”</source>
        <translation>nnU-Net, wie heruntergeladen (ZIP-Datei oder Ordner), oder der Name eines importierten; mehrere: Teile von „total“ von TotalSegmentator</translation>
    </message>
    <message>
        <source>Reading the network</source>
        <translation>Netz wird gelesen</translation>
    </message>
    <message>
        <source>This network knows synthetic chests alone. What it says of a patient means nothing.</source>
        <translation>Dieses Netz kennt nur synthetische Thorax-CTs. Was es zu einem Patienten angibt, hat keine Aussagekraft.</translation>
    </message>
    <message>
        <source>Outlines that follow the anatomy instead of the model&apos;s voxels (more memory)</source>
        <translation>Konturen, die der Anatomie statt den Voxeln des Modells folgen (mehr Speicherbedarf)</translation>
    </message>
    <message>
        <source>Leave out pieces of a structure of no more than so many mm³ (TotalSegmentator&apos;s own option has 200)</source>
        <translation>Stücke einer Struktur von höchstens so vielen mm³ weglassen (die Option von TotalSegmentator selbst hat 200)</translation>
    </message>
    <message>
        <source>Only this structure, by the network&apos;s name; networks without any that are wanted are not run</source>
        <translation>Nur diese Struktur, mit dem Namen im Netz; Netze ohne eine gewünschte laufen nicht</translation>
    </message>
    <message>
        <source>nnU-Net that finds those structures roughly first; only their surroundings are then segmented (TotalSegmentator&apos;s of 6 or 3 mm)</source>
        <translation>nnU-Net, das diese Strukturen zuerst grob findet; nur ihre Umgebung wird dann segmentiert (das von TotalSegmentator mit 6 oder 3 mm)</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Hinweis: %1</translation>
    </message>
</context>
<context>
    <name>fovea::SegmentDesk</name>
    <message>
        <source>Se&amp;gment</source>
        <translation>Se&amp;gmentieren</translation>
    </message>
    <message>
        <source>&amp;Lungs, airways and body (no network)</source>
        <translation>&amp;Lunge, Atemwege und Körper (ohne Netz)</translation>
    </message>
    <message>
        <source>With an &amp;nnU-Net folder…</source>
        <translation>Mit einem &amp;nnU-Net-Ordner…</translation>
    </message>
    <message>
        <source>&amp;With “%1”</source>
        <translation>&amp;Mit „%1“</translation>
    </message>
    <message>
        <source>nnU-Net folder, as it is downloaded and unpacked</source>
        <translation>nnU-Net-Ordner, wie heruntergeladen und entpackt</translation>
    </message>
    <message>
        <source>Segmenting…</source>
        <translation>Segmentierung läuft…</translation>
    </message>
    <message>
        <source>Segmenting, %1 min left</source>
        <translation>Segmentierung läuft, noch %1 min</translation>
    </message>
    <message>
        <source>Segmenting, %1 s left</source>
        <translation>Segmentierung läuft, noch %1 s</translation>
    </message>
    <message>
        <source>The segmentation was stopped.</source>
        <translation>Die Segmentierung wurde gestoppt.</translation>
    </message>
    <message>
        <source>The segmentation of the other series is in the archive.</source>
        <translation>Die Segmentierung der anderen Serie ist im Archiv.</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>Mit: %1</translation>
    </message>
</context>
<context>
    <name>fovea::SegmentationDetails</name>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Voxel size</source>
        <translation>Voxelgröße</translation>
    </message>
    <message>
        <source>Structures</source>
        <translation>Strukturen</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Gehört zu</translation>
    </message>
    <message>
        <source>Size on disk</source>
        <translation>Größe auf der Platte</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
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
            <numerusform>%1, %2, %n Fold</numerusform>
            <numerusform>%1, %2, %n Folds</numerusform>
        </translation>
    </message>
    <message>
        <source>TotalSegmentator&apos;s “total”, whose parts can be run together</source>
        <translation>„total“ von TotalSegmentator, dessen Teile gemeinsam ausgeführt werden können</translation>
    </message>
    <message>
        <source>Nothing else: it is run by itself</source>
        <translation>Nichts anderem: Es wird für sich allein ausgeführt</translation>
    </message>
</context>
<context>
    <name>fovea::SegmentationPage</name>
    <message>
        <source>Segmentation networks</source>
        <translation>Segmentierungsnetze</translation>
    </message>
    <message>
        <source>Import &amp;zip…</source>
        <translation>&amp;ZIP-Datei importieren…</translation>
    </message>
    <message>
        <source>A released nnU-Net as it is downloaded, such as TotalSegmentator&apos;s</source>
        <translation>Ein veröffentlichtes nnU-Net, wie heruntergeladen, etwa eines von TotalSegmentator</translation>
    </message>
    <message>
        <source>Import &amp;folder…</source>
        <translation>&amp;Ordner importieren…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Entfernen…</translation>
    </message>
    <message>
        <source>“%1” was imported. Study &gt; Segment offers it.</source>
        <translation>„%1“ wurde importiert. Es steht unter Studie &gt; Segmentieren zur Wahl.</translation>
    </message>
    <message>
        <source>The import was cancelled; nothing was added.</source>
        <translation>Der Import wurde abgebrochen; nichts wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>The network was not imported.</source>
        <translation>Das Netz wurde nicht importiert.</translation>
    </message>
    <message>
        <source>Import segmentation network</source>
        <translation>Segmentierungsnetz importieren</translation>
    </message>
    <message numerus="yes">
        <source>%n structure(s)</source>
        <translation>
            <numerusform>%n Struktur</numerusform>
            <numerusform>%n Strukturen</numerusform>
        </translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>No segmentation network is imported. TotalSegmentator&apos;s open models can be downloaded as zips (Dataset297_TotalSegmentator_total_3mm_….zip finds 117 structures) and imported as they are.</source>
        <translation>Es ist kein Segmentierungsnetz importiert. Die offenen Modelle von TotalSegmentator lassen sich als ZIP-Dateien herunterladen (Dataset297_TotalSegmentator_total_3mm_….zip findet 117 Strukturen) und unverändert importieren.</translation>
    </message>
    <message>
        <source>Choose the zip of a segmentation network</source>
        <translation>ZIP-Datei eines Segmentierungsnetzes wählen</translation>
    </message>
    <message>
        <source>Zip files</source>
        <translation>ZIP-Dateien</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Choose the folder of a segmentation network (nnU-Net)</source>
        <translation>Ordner eines Segmentierungsnetzes (nnU-Net) wählen</translation>
    </message>
    <message>
        <source>Importing “%1”…</source>
        <translation>„%1“ wird importiert…</translation>
    </message>
    <message>
        <source>Remove segmentation network</source>
        <translation>Segmentierungsnetz entfernen</translation>
    </message>
    <message>
        <source>Remove “%1”? Its folder is deleted:
%2

Segmentations that were made with it stay in the archive.</source>
        <translation>„%1“ entfernen? Der Ordner wird gelöscht:
%2

Segmentierungen, die damit erstellt wurden, bleiben im Archiv.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>“%1” was removed.</source>
        <translation>„%1“ wurde entfernt.</translation>
    </message>
</context>
<context>
    <name>fovea::SegmentationText</name>
    <message>
        <source>“%1”, as its files say.</source>
        <translation>„%1“, laut den Dateien des Netzes.</translation>
    </message>
    <message>
        <source>Apache-2.0, as TotalSegmentator states of these weights. Its files say nothing.</source>
        <translation>Apache-2.0, wie TotalSegmentator zu diesen Gewichten angibt. Die Dateien selbst sagen nichts dazu.</translation>
    </message>
    <message>
        <source>Licence not stated. TotalSegmentator&apos;s model of this number is under Apache-2.0.</source>
        <translation>Lizenz nicht angegeben. Das Modell von TotalSegmentator mit dieser Nummer steht unter Apache-2.0.</translation>
    </message>
    <message>
        <source>Licence not stated. TotalSegmentator&apos;s model of this number needs a licence and is free for non-commercial use only.</source>
        <translation>Lizenz nicht angegeben. Das Modell von TotalSegmentator mit dieser Nummer braucht eine Lizenz und ist nur für nichtkommerzielle Nutzung kostenlos.</translation>
    </message>
    <message>
        <source>Licence not stated.</source>
        <translation>Lizenz nicht angegeben.</translation>
    </message>
    <message>
        <source>may need a licence</source>
        <translation>möglicherweise lizenzpflichtig</translation>
    </message>
    <message>
        <source>licence not stated</source>
        <translation>Lizenz nicht angegeben</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 mm</translation>
    </message>
    <message>
        <source>%1 × %2 × %3 mm</source>
        <translation>%1 × %2 × %3 mm</translation>
    </message>
    <message>
        <source>There is no segmentation network in “%1”: an nnU-Net has a plans.json, a dataset.json and fold_0/checkpoint_final.pth.</source>
        <translation>In „%1“ gibt es kein Segmentierungsnetz: Ein nnU-Net hat plans.json, dataset.json und fold_0/checkpoint_final.pth.</translation>
    </message>
    <message>
        <source>The segmentation network cannot be used: %1: %2.</source>
        <translation>Das Segmentierungsnetz ist nicht verwendbar: %1: %2.</translation>
    </message>
    <message>
        <source>“%1” holds several networks. Choose the folder of one.</source>
        <translation>„%1“ enthält mehrere Netze. Wählen Sie den Ordner eines davon.</translation>
    </message>
</context>
<context>
    <name>fovea::SegmenterText</name>
    <message>
        <source>Lungs, airways and body (no network)</source>
        <translation>Lunge, Atemwege und Körper (ohne Netz)</translation>
    </message>
    <message>
        <source>TotalSegmentator of this computer, 3 mm</source>
        <translation>TotalSegmentator dieses Computers, 3 mm</translation>
    </message>
    <message>
        <source>TotalSegmentator of this computer, 1.5 mm</source>
        <translation>TotalSegmentator dieses Computers, 1.5 mm</translation>
    </message>
    <message numerus="yes">
        <source>%n parts of TotalSegmentator&apos;s “total”</source>
        <translation>
            <numerusform>%n Teil von „total“ von TotalSegmentator</numerusform>
            <numerusform>%n Teile von „total“ von TotalSegmentator</numerusform>
        </translation>
    </message>
    <message>
        <source>TotalSegmentator&apos;s “total”: what is analyzed alone</source>
        <translation>„total“ von TotalSegmentator: nur was analysiert wird</translation>
    </message>
    <message>
        <source>TotalSegmentator&apos;s “total”: what is analyzed alone, found roughly first</source>
        <translation>„total“ von TotalSegmentator: nur was analysiert wird, zuerst grob gefunden</translation>
    </message>
</context>
<context>
    <name>fovea::SeriesAnalysis</name>
    <message>
        <source>Reading segmentation</source>
        <translation>Segmentierung wird gelesen</translation>
    </message>
    <message>
        <source>Reading images</source>
        <translation>Bilder werden gelesen</translation>
    </message>
    <message>
        <source>Analysing</source>
        <translation>Analyse läuft</translation>
    </message>
</context>
<context>
    <name>fovea::SeriesSelection</name>
    <message>
        <source>One series, by id or SeriesInstanceUID</source>
        <translation>Eine Serie, per ID oder SeriesInstanceUID</translation>
    </message>
    <message>
        <source>The only CT series of a study, by id or StudyInstanceUID</source>
        <translation>Die einzige CT-Serie einer Studie, per ID oder StudyInstanceUID</translation>
    </message>
</context>
<context>
    <name>fovea::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>System language</source>
        <translation>Systemsprache</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>The bundled demo model</source>
        <translation>Das mitgelieferte Demomodell</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Archive folder</source>
        <translation>Archivordner</translation>
    </message>
    <message>
        <source>Model package</source>
        <translation>Modellpaket</translation>
    </message>
    <message>
        <source>Language and archive folder take effect when Fovea is started again.</source>
        <translation>Sprache und Archivordner werden beim nächsten Start von Fovea wirksam.</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>Nicht verwendet</translation>
    </message>
    <message>
        <source>Offered at 3 mm (--fast)</source>
        <translation>Angeboten mit 3 mm (--fast)</translation>
    </message>
    <message>
        <source>Offered at 1.5 mm</source>
        <translation>Angeboten mit 1.5 mm</translation>
    </message>
    <message>
        <source>The program “TotalSegmentator” on the PATH of this computer. It gets the images without anything of the patient.</source>
        <translation>Das Programm „TotalSegmentator“ im PATH dieses Computers. Es erhält die Bilder ohne jede Angabe zum Patienten.</translation>
    </message>
    <message>
        <source>TotalSegmentator</source>
        <translation>TotalSegmentator</translation>
    </message>
</context>
<context>
    <name>fovea::ShortcutsDialog</name>
    <message>
        <source>%1 is a fixed key of the views and wanted for “%2”.</source>
        <translation>%1 ist in den Ansichten fest belegt und für „%2“ gewünscht.</translation>
    </message>
    <message>
        <source>%1 is wanted for “%2” and for “%3”.</source>
        <translation>%1 ist sowohl für „%2“ als auch für „%3“ gewünscht.</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation>Befehl suchen…</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Key for %1</source>
        <translation>Taste für %1</translation>
    </message>
</context>
<context>
    <name>fovea::SiteFindingsDesk</name>
    <message>
        <source>The file of own findings cannot be read: nothing can be added to it.</source>
        <translation>Die Datei der eigenen Befunde lässt sich nicht lesen: Es kann nichts hinzugefügt werden.</translation>
    </message>
    <message>
        <source>A finding belongs to one anatomy: name one in the question.</source>
        <translation>Ein Befund gehört zu genau einer Anatomie: Nennen Sie eine in der Frage.</translation>
    </message>
    <message>
        <source>No %1</source>
        <translation>Ohne %1</translation>
    </message>
    <message>
        <source>“%1” is a finding of %2 now: not calibrated, read by its percentile.</source>
        <translation>„%1“ ist jetzt ein Befund der Anatomie %2: nicht kalibriert, es zählt das Perzentil.</translation>
    </message>
</context>
<context>
    <name>fovea::SliceActions</name>
    <message>
        <source>&amp;Left mouse button</source>
        <translation>&amp;Linke Maustaste</translation>
    </message>
    <message>
        <source>&amp;Thick slice</source>
        <translation>&amp;Dickschicht (Slab)</translation>
    </message>
    <message>
        <source>&amp;Reset planes</source>
        <translation>&amp;Ebenen zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Invert gray scale</source>
        <translation>Graustufen &amp;invertieren</translation>
    </message>
    <message>
        <source>&amp;Crosshair</source>
        <translation>&amp;Fadenkreuz</translation>
    </message>
    <message>
        <source>&amp;Scroll</source>
        <translation>&amp;Blättern</translation>
    </message>
    <message>
        <source>&amp;Window level</source>
        <translation>F&amp;ensterung</translation>
    </message>
    <message>
        <source>&amp;Zoom</source>
        <translation>&amp;Zoom</translation>
    </message>
    <message>
        <source>&amp;Pan</source>
        <translation>&amp;Verschieben</translation>
    </message>
    <message>
        <source>Flip &amp;horizontally</source>
        <translation>&amp;Horizontal spiegeln</translation>
    </message>
    <message>
        <source>Flip &amp;vertically</source>
        <translation>&amp;Vertikal spiegeln</translation>
    </message>
    <message>
        <source>Rotate cloc&amp;kwise</source>
        <translation>Im &amp;Uhrzeigersinn drehen</translation>
    </message>
    <message>
        <source>Rotate counterclock&amp;wise</source>
        <translation>&amp;Gegen den Uhrzeigersinn drehen</translation>
    </message>
    <message>
        <source>Un&amp;do flips and rotations</source>
        <translation>&amp;Spiegelungen und Drehungen aufheben</translation>
    </message>
    <message>
        <source>&amp;Thin slice</source>
        <translation>&amp;Dünnschicht</translation>
    </message>
    <message>
        <source>Ma&amp;ximum (MIP)</source>
        <translation>Ma&amp;ximum (MIP)</translation>
    </message>
    <message>
        <source>Mi&amp;nimum (MinIP)</source>
        <translation>Mi&amp;nimum (MinIP)</translation>
    </message>
    <message>
        <source>&amp;Average</source>
        <translation>&amp;Mittelwert</translation>
    </message>
    <message>
        <source>N&amp;ext of these</source>
        <translation>Nä&amp;chster dieser Modi</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 mm</translation>
    </message>
    <message>
        <source>Thi&amp;cker</source>
        <translation>Dic&amp;ker</translation>
    </message>
    <message>
        <source>Thinne&amp;r</source>
        <translation>Dünne&amp;r</translation>
    </message>
    <message>
        <source>&amp;Cine</source>
        <translation>&amp;Cine</translation>
    </message>
    <message>
        <source>Plays through the slices until the reader scrolls</source>
        <translation>Spielt die Schichten ab, bis geblättert wird</translation>
    </message>
    <message>
        <source>Cine &amp;speed</source>
        <translation>Cine-Gesch&amp;windigkeit</translation>
    </message>
    <message>
        <source>%1 frames per second</source>
        <translation>%1 Bilder pro Sekunde</translation>
    </message>
</context>
<context>
    <name>fovea::SliceOverlay</name>
    <message>
        <source>W %1  L %2</source>
        <translation>W %1  L %2</translation>
    </message>
    <message>
        <source>Zoom %1%</source>
        <translation>Zoom %1 %</translation>
    </message>
    <message>
        <source>%1 HU</source>
        <translation>%1 HU</translation>
    </message>
    <message>
        <source>%1 cm</source>
        <translation>%1 cm</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 mm</translation>
    </message>
    <message>
        <source>No study open</source>
        <translation>Keine Studie geöffnet</translation>
    </message>
    <message>
        <source>%1, oblique</source>
        <translation>%1, schräg</translation>
    </message>
    <message>
        <source>Cine %1 fps</source>
        <translation>Cine %1 fps</translation>
    </message>
    <message>
        <source>Inverted</source>
        <translation>Invertiert</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>fovea::SliceWidget</name>
    <message>
        <source>%1 slices</source>
        <translation>Schichten: %1</translation>
    </message>
    <message>
        <source>Slice %1 of %2, %3</source>
        <translation>Schicht %1 von %2, %3</translation>
    </message>
    <message>
        <source>No study open</source>
        <translation>Keine Studie geöffnet</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>Schicht</translation>
    </message>
</context>
<context>
    <name>fovea::StandingMarks</name>
    <message>
        <source>Standing searches</source>
        <translation>Dauersuchen</translation>
    </message>
</context>
<context>
    <name>fovea::StatusLine</name>
    <message>
        <source>Model: loading…</source>
        <translation>Modell: wird geladen…</translation>
    </message>
    <message>
        <source>Research software – not a medical device</source>
        <translation>Forschungssoftware – kein Medizinprodukt</translation>
    </message>
    <message>
        <source>%1 HU</source>
        <translation>%1 HU</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) on this study</source>
        <translation>
            <numerusform>%n Hinweis zu dieser Studie</numerusform>
            <numerusform>%n Hinweise zu dieser Studie</numerusform>
        </translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Kein Modell</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>fovea::Structure</name>
    <message>
        <source>Left lung</source>
        <translation>Linke Lunge</translation>
    </message>
    <message>
        <source>Right lung</source>
        <translation>Rechte Lunge</translation>
    </message>
    <message>
        <source>Left upper lobe</source>
        <translation>Linker Oberlappen</translation>
    </message>
    <message>
        <source>Left lower lobe</source>
        <translation>Linker Unterlappen</translation>
    </message>
    <message>
        <source>Right upper lobe</source>
        <translation>Rechter Oberlappen</translation>
    </message>
    <message>
        <source>Right middle lobe</source>
        <translation>Mittellappen</translation>
    </message>
    <message>
        <source>Right lower lobe</source>
        <translation>Rechter Unterlappen</translation>
    </message>
    <message>
        <source>Left atrial appendage</source>
        <translation>Linkes Herzohr</translation>
    </message>
    <message>
        <source>Myocardium</source>
        <translation>Myokard</translation>
    </message>
    <message>
        <source>Left atrium</source>
        <translation>Linker Vorhof</translation>
    </message>
    <message>
        <source>Right atrium</source>
        <translation>Rechter Vorhof</translation>
    </message>
    <message>
        <source>Left ventricle</source>
        <translation>Linker Ventrikel</translation>
    </message>
    <message>
        <source>Right ventricle</source>
        <translation>Rechter Ventrikel</translation>
    </message>
    <message>
        <source>Brachiocephalic trunk</source>
        <translation>Truncus brachiocephalicus</translation>
    </message>
    <message>
        <source>Left subclavian artery</source>
        <translation>Linke A. subclavia</translation>
    </message>
    <message>
        <source>Right subclavian artery</source>
        <translation>Rechte A. subclavia</translation>
    </message>
    <message>
        <source>Left common carotid artery</source>
        <translation>Linke A. carotis communis</translation>
    </message>
    <message>
        <source>Right common carotid artery</source>
        <translation>Rechte A. carotis communis</translation>
    </message>
    <message>
        <source>Left brachiocephalic vein</source>
        <translation>Linke V. brachiocephalica</translation>
    </message>
    <message>
        <source>Right brachiocephalic vein</source>
        <translation>Rechte V. brachiocephalica</translation>
    </message>
    <message>
        <source>Left iliac artery</source>
        <translation>Linke Beckenarterie</translation>
    </message>
    <message>
        <source>Right iliac artery</source>
        <translation>Rechte Beckenarterie</translation>
    </message>
    <message>
        <source>Left iliac vein</source>
        <translation>Linke Beckenvene</translation>
    </message>
    <message>
        <source>Right iliac vein</source>
        <translation>Rechte Beckenvene</translation>
    </message>
    <message>
        <source>Left kidney</source>
        <translation>Linke Niere</translation>
    </message>
    <message>
        <source>Right kidney</source>
        <translation>Rechte Niere</translation>
    </message>
    <message>
        <source>Cyst of the left kidney</source>
        <translation>Zyste der linken Niere</translation>
    </message>
    <message>
        <source>Cyst of the right kidney</source>
        <translation>Zyste der rechten Niere</translation>
    </message>
    <message>
        <source>Left adrenal gland</source>
        <translation>Linke Nebenniere</translation>
    </message>
    <message>
        <source>Right adrenal gland</source>
        <translation>Rechte Nebenniere</translation>
    </message>
    <message>
        <source>Costal cartilages</source>
        <translation>Rippenknorpel</translation>
    </message>
    <message>
        <source>Left clavicle</source>
        <translation>Linkes Schlüsselbein</translation>
    </message>
    <message>
        <source>Right clavicle</source>
        <translation>Rechtes Schlüsselbein</translation>
    </message>
    <message>
        <source>Left scapula</source>
        <translation>Linkes Schulterblatt</translation>
    </message>
    <message>
        <source>Right scapula</source>
        <translation>Rechtes Schulterblatt</translation>
    </message>
    <message>
        <source>Left humerus</source>
        <translation>Linker Humerus</translation>
    </message>
    <message>
        <source>Right humerus</source>
        <translation>Rechter Humerus</translation>
    </message>
    <message>
        <source>Left femur</source>
        <translation>Linker Femur</translation>
    </message>
    <message>
        <source>Right femur</source>
        <translation>Rechter Femur</translation>
    </message>
    <message>
        <source>Left hip bone</source>
        <translation>Linkes Hüftbein</translation>
    </message>
    <message>
        <source>Right hip bone</source>
        <translation>Rechtes Hüftbein</translation>
    </message>
    <message>
        <source>Left deep back muscles</source>
        <translation>Linke autochthone Rückenmuskulatur</translation>
    </message>
    <message>
        <source>Right deep back muscles</source>
        <translation>Rechte autochthone Rückenmuskulatur</translation>
    </message>
    <message>
        <source>Left iliopsoas</source>
        <translation>Linker M. iliopsoas</translation>
    </message>
    <message>
        <source>Right iliopsoas</source>
        <translation>Rechter M. iliopsoas</translation>
    </message>
    <message>
        <source>Left gluteus maximus</source>
        <translation>Linker M. gluteus maximus</translation>
    </message>
    <message>
        <source>Right gluteus maximus</source>
        <translation>Rechter M. gluteus maximus</translation>
    </message>
    <message>
        <source>Left gluteus medius</source>
        <translation>Linker M. gluteus medius</translation>
    </message>
    <message>
        <source>Right gluteus medius</source>
        <translation>Rechter M. gluteus medius</translation>
    </message>
    <message>
        <source>Left gluteus minimus</source>
        <translation>Linker M. gluteus minimus</translation>
    </message>
    <message>
        <source>Right gluteus minimus</source>
        <translation>Rechter M. gluteus minimus</translation>
    </message>
    <message>
        <source>Left rib %1</source>
        <translation>Linke Rippe %1</translation>
    </message>
    <message>
        <source>Right rib %1</source>
        <translation>Rechte Rippe %1</translation>
    </message>
    <message>
        <source>Vertebra %1</source>
        <translation>Wirbel %1</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Körper</translation>
    </message>
</context>
<context>
    <name>fovea::StudyFilterBar</name>
    <message>
        <source>Which studies to list</source>
        <translation>Welche Studien aufgelistet werden</translation>
    </message>
    <message>
        <source>List only unread studies, those with a note, or those with a tag</source>
        <translation>Nur ungelesene Studien, solche mit einer Notiz oder solche mit einem Stichwort auflisten</translation>
    </message>
    <message>
        <source>Order of the studies</source>
        <translation>Reihenfolge der Studien</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Last arrived first</source>
        <translation>Zuletzt eingetroffene zuerst</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Nach Name</translation>
    </message>
    <message>
        <source>All studies</source>
        <translation>Alle Studien</translation>
    </message>
    <message>
        <source>Unread (%1)</source>
        <translation>Ungelesen (%1)</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>With a note</source>
        <translation>Mit Notiz</translation>
    </message>
    <message>
        <source>Tag “%1” (%2)</source>
        <translation>Stichwort „%1“ (%2)</translation>
    </message>
</context>
<context>
    <name>fovea::StudyNoteDialog</name>
    <message>
        <source>Tags and note</source>
        <translation>Stichwörter und Notiz</translation>
    </message>
    <message>
        <source>for example: teaching, follow-up</source>
        <translation>zum Beispiel: Lehre, Verlaufskontrolle</translation>
    </message>
    <message>
        <source>Words to find and filter studies by, with commas between them</source>
        <translation>Wörter, nach denen sich Studien finden und filtern lassen, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>The search of the study list looks in here, too</source>
        <translation>Die Suche der Studienliste sieht auch hier nach</translation>
    </message>
    <message>
        <source>Add this tag</source>
        <translation>Dieses Stichwort hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>&amp;Stichwörter</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Notiz</translation>
    </message>
</context>
<context>
    <name>fovea::StudyOpener</name>
    <message>
        <source>Importing…</source>
        <translation>Wird importiert…</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Making the sample study…</source>
        <translation>Beispielstudie wird erzeugt…</translation>
    </message>
    <message>
        <source>Sample study</source>
        <translation>Beispielstudie</translation>
    </message>
    <message>
        <source>Open a folder with a CT</source>
        <translation>Ordner mit einem CT öffnen</translation>
    </message>
    <message>
        <source>Open a segmentation of this series</source>
        <translation>Segmentierung dieser Serie öffnen</translation>
    </message>
    <message>
        <source>Segmentations</source>
        <translation>Segmentierungen</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Another import is running. Wait until it is done, or cancel it.</source>
        <translation>Ein anderer Import läuft. Warten Sie, bis er fertig ist, oder brechen Sie ihn ab.</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Datei importieren</translation>
    </message>
    <message>
        <source>Zip files</source>
        <translation>ZIP-Dateien</translation>
    </message>
    <message>
        <source>DICOM files</source>
        <translation>DICOM-Dateien</translation>
    </message>
    <message>
        <source>Research volumes</source>
        <translation>Forschungsvolumen</translation>
    </message>
    <message>
        <source>The import was cancelled. Studies taken before stay in the archive.</source>
        <translation>Der Import wurde abgebrochen. Zuvor aufgenommene Studien bleiben im Archiv.</translation>
    </message>
</context>
<context>
    <name>fovea::StudyOptions</name>
    <message>
        <source>How many phantoms</source>
        <translation>Anzahl der Phantome</translation>
    </message>
    <message>
        <source>Seed of the first phantom</source>
        <translation>Startwert des ersten Phantoms</translation>
    </message>
    <message>
        <source>Folder of studies: each a folder with ct, seg.dcm or seg.nii.gz, and report.txt or truth.json</source>
        <translation>Ordner mit Studien: je ein Ordner mit ct, seg.dcm oder seg.nii.gz und report.txt oder truth.json</translation>
    </message>
</context>
<context>
    <name>fovea::StudyPanel</name>
    <message>
        <source>(no name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>Series %1</source>
        <translation>Serie %1</translation>
    </message>
    <message numerus="yes">
        <source>%n slice(s)</source>
        <translation>
            <numerusform>%n Schicht</numerusform>
            <numerusform>%n Schichten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 × %2 × %3 voxels, %4 mm between slices</source>
        <translation>%1 × %2 × %3 Voxel, Schichtabstand %4 mm</translation>
    </message>
    <message>
        <source>, segmented</source>
        <translation>, segmentiert</translation>
    </message>
    <message>
        <source>Search studies</source>
        <translation>Studien suchen</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>Studien</translation>
    </message>
    <message>
        <source>Patient and study</source>
        <translation>Patient und Studie</translation>
    </message>
    <message>
        <source>Date and size</source>
        <translation>Datum und Umfang</translation>
    </message>
    <message>
        <source>No studies yet. Open a folder with a CT (Ctrl+O), or drop one here.</source>
        <translation>Noch keine Studien. Öffnen Sie einen Ordner mit einem CT (Ctrl+O) oder ziehen Sie einen hierher.</translation>
    </message>
    <message>
        <source>No study matches.</source>
        <translation>Keine passende Studie.</translation>
    </message>
    <message>
        <source>Marked by “%1”: %2, score %3.</source>
        <translation>Markiert von „%1“: %2, Score %3.</translation>
    </message>
    <message>
        <source>%1  ● %2</source>
        <comment>date of a study, searches that marked it</comment>
        <translation>%1  ● %2</translation>
    </message>
    <message>
        <source>Which studies to list</source>
        <translation>Welche Studien aufgelistet werden</translation>
    </message>
    <message>
        <source>Clear the marks of this study</source>
        <translation>Markierungen dieser Studie löschen</translation>
    </message>
    <message>
        <source>All studies</source>
        <translation>Alle Studien</translation>
    </message>
    <message>
        <source>Marked by a search</source>
        <translation>Von einer Suche markiert</translation>
    </message>
    <message>
        <source>Marked by “%1”</source>
        <translation>Von „%1“ markiert</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>Stichwörter: %1</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Als gelesen markieren</translation>
    </message>
    <message>
        <source>Tags and note…</source>
        <translation>Stichwörter und Notiz…</translation>
    </message>
    <message>
        <source>Search patient, date, tag, nodule &gt; 0.8…</source>
        <translation>Patient, Datum, Stichwort, nodule &gt; 0.8 suchen…</translation>
    </message>
    <message>
        <source>Finds patient, id, accession number, descriptions, dates, tags, notes and findings.
“effusion” also finds studies in which the model sees one,
“nodule &gt; 0.8” those with such a raw score.</source>
        <translation>Findet Patient, ID, Accession-Nummer, Beschreibungen, Datum, Stichwörter, Notizen und Befunde.
„effusion“ findet auch Studien, in denen das Modell einen Erguss sieht,
„nodule &gt; 0.8“ solche mit einem solchen Rohscore.</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>Als ungelesen markieren</translation>
    </message>
    <message>
        <source>%1 of %2 studies. Search to find the others.</source>
        <translation>%1 von %2 Studien. Die übrigen finden Sie über die Suche.</translation>
    </message>
    <message>
        <source>Clear the marks of these studies</source>
        <translation>Markierungen dieser Studien löschen</translation>
    </message>
</context>
<context>
    <name>fovea::StudyPresenter</name>
    <message>
        <source>Analyzing…</source>
        <translation>Wird analysiert…</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Wird geöffnet…</translation>
    </message>
    <message>
        <source>Waiting for the model…</source>
        <translation>Warten auf das Modell…</translation>
    </message>
    <message>
        <source>No segmentation is open.</source>
        <translation>Keine Segmentierung geöffnet.</translation>
    </message>
    <message>
        <source>This series has no segmentation.
Make one: Study menu, Segment. Or open one: Ctrl+Shift+O, or drop it on the window.</source>
        <translation>Diese Serie hat keine Segmentierung.
Erstellen: Menü „Studie“, „Segmentieren“. Oder eine öffnen: Ctrl+Shift+O oder auf das Fenster ziehen.</translation>
    </message>
    <message>
        <source>Findings need the segmented anatomy. Segment this series (Study menu), or open a segmentation of it.</source>
        <translation>Befunde brauchen die segmentierte Anatomie. Segmentieren Sie diese Serie (Menü „Studie“) oder öffnen Sie eine Segmentierung dazu.</translation>
    </message>
</context>
<context>
    <name>fovea::StudyTablesExport</name>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Stop exporting tables; nothing is written</source>
        <translation>Den Export der Tabellen abbrechen; es wird nichts geschrieben</translation>
    </message>
    <message>
        <source>Export tables</source>
        <translation>Tabellen exportieren</translation>
    </message>
    <message>
        <source>“%1” is there already. Replace it?</source>
        <translation>„%1“ gibt es schon. Ersetzen?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message numerus="yes">
        <source>Tables of %n series written to %1</source>
        <translation>
            <numerusform>Tabellen von %n Serie nach %1 geschrieben</numerusform>
            <numerusform>Tabellen von %n Serien nach %1 geschrieben</numerusform>
        </translation>
    </message>
    <message>
        <source>Series %1: %2</source>
        <translation>Serie %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n series could not be read and are missing in them; the details say why.</source>
        <translation>
            <numerusform>%n Serie war nicht lesbar und fehlt darin; die Einzelheiten sagen, warum.</numerusform>
            <numerusform>%n Serien waren nicht lesbar und fehlen darin; die Einzelheiten sagen, warum.</numerusform>
        </translation>
    </message>
    <message>
        <source>The export was cancelled; nothing was written.</source>
        <translation>Der Export wurde abgebrochen; es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>Exporting tables: %1 %</source>
        <translation>Tabellen werden exportiert: %1 %</translation>
    </message>
</context>
<context>
    <name>fovea::SurfaceBox</name>
    <message>
        <source>Abnormal anatomy in transparent shells</source>
        <translation>Auffällige Anatomie in transparenten Hüllen</translation>
    </message>
    <message>
        <source>Opacity of the surfaces</source>
        <translation>Deckkraft der Oberflächen</translation>
    </message>
    <message>
        <source>Anatomy without a finding above the model&apos;s threshold becomes a transparent shell around the others</source>
        <translation>Anatomie ohne Befund über der Schwelle des Modells wird zur transparenten Hülle um die übrige</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <source>The open series has no segmentation.</source>
        <translation>Die geöffnete Serie hat keine Segmentierung.</translation>
    </message>
    <message>
        <source>The volume is rendered in place of the surfaces.</source>
        <translation>Statt der Oberflächen wird das Volumen dargestellt.</translation>
    </message>
    <message>
        <source>No anatomy has a finding above the model&apos;s threshold.</source>
        <translation>Keine Anatomie hat einen Befund über der Schwelle des Modells.</translation>
    </message>
</context>
<context>
    <name>fovea::TrainCommand</name>
    <message>
        <source>Train a model package</source>
        <translation>Ein Modellpaket trainieren</translation>
    </message>
    <message>
        <source>How many studies to validate with (default: a tenth)</source>
        <translation>Anzahl der Studien zur Validierung (Vorgabe: ein Zehntel)</translation>
    </message>
    <message>
        <source>Architecture, preprocessing, prompts and schedule, as JSON</source>
        <translation>Architektur, Vorverarbeitung, Prompts und Zeitplan als JSON</translation>
    </message>
    <message>
        <source>Package folder to make</source>
        <translation>Anzulegender Paketordner</translation>
    </message>
    <message>
        <source>Instead of the recipe&apos;s</source>
        <translation>Anstelle der Angabe im Rezept</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Geschrieben nach %1</translation>
    </message>
    <message>
        <source>Table of losses and validations to write, as CSV</source>
        <translation>Zu schreibende Tabelle der Verluste und Validierungen, als CSV</translation>
    </message>
    <message>
        <source>Folder for checkpoints, from which training can go on</source>
        <translation>Ordner für Checkpoints, von denen aus das Training weitergehen kann</translation>
    </message>
    <message>
        <source>Steps between checkpoints (default: the recipe&apos;s, else once per epoch)</source>
        <translation>Schritte zwischen Checkpoints (sonst die des Rezepts, sonst einmal je Epoche)</translation>
    </message>
    <message>
        <source>Go on from the latest checkpoint</source>
        <translation>Vom letzten Checkpoint aus weitermachen</translation>
    </message>
</context>
<context>
    <name>fovea::TrainProgress</name>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Training, epoch %1 of %2, loss %3, %4 left:</source>
        <translation>Training, Epoche %1 von %2, Verlust %3, noch %4:</translation>
    </message>
</context>
<context>
    <name>fovea::TrainSegmentCommand</name>
    <message>
        <source>Train a small segmentation network, and measure it on phantoms</source>
        <translation>Ein kleines Segmentierungsnetz trainieren und an Phantomen messen</translation>
    </message>
    <message>
        <source>Network, structures and schedule, as JSON (default: the bundled network&apos;s)</source>
        <translation>Netz, Strukturen und Ablauf, als JSON (Vorgabe: wie beim mitgelieferten Netz)</translation>
    </message>
    <message>
        <source>Model folder to make, or with --evaluate alone to measure</source>
        <translation>Anzulegender oder, mit --evaluate allein, zu messender Modellordner</translation>
    </message>
    <message>
        <source>Instead of the recipe&apos;s</source>
        <translation>Anstelle der Angabe im Rezept</translation>
    </message>
    <message>
        <source>Folder for checkpoints, from which training can go on</source>
        <translation>Ordner für Checkpoints, von denen aus das Training weitergehen kann</translation>
    </message>
    <message>
        <source>Steps between checkpoints (default: the recipe&apos;s)</source>
        <translation>Schritte zwischen Checkpoints (Vorgabe: wie im Rezept)</translation>
    </message>
    <message>
        <source>Go on from the latest checkpoint</source>
        <translation>Vom letzten Checkpoint aus weitermachen</translation>
    </message>
    <message>
        <source>Phantoms that it has not seen to measure the network on</source>
        <translation>Anzahl der Phantome, die das Netz nicht gesehen hat und an denen es gemessen wird</translation>
    </message>
    <message>
        <source>Seed of the first of those</source>
        <translation>Startwert des ersten davon</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Geschrieben nach %1</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>Struktur</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>Studien</translation>
    </message>
    <message>
        <source>Dice</source>
        <translation>Dice</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>Niedrigster</translation>
    </message>
    <message numerus="yes">
        <source>Mean Dice of %n structure(s): %1</source>
        <translation>
            <numerusform>Dice von %n Struktur: %1</numerusform>
            <numerusform>Mittlerer Dice von %n Strukturen: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s per study</source>
        <translation>%1 s je Studie</translation>
    </message>
</context>
<context>
    <name>fovea::TransferBox</name>
    <message>
        <source>Volume rendering</source>
        <translation>Volumen-Rendering</translation>
    </message>
    <message>
        <source>Hounsfield unit of the point</source>
        <translation>Hounsfield-Wert des Punkts</translation>
    </message>
    <message>
        <source> HU</source>
        <translation> HU</translation>
    </message>
    <message>
        <source>Opacity of one millimeter at the point</source>
        <translation>Deckkraft eines Millimeters am Punkt</translation>
    </message>
    <message>
        <source>Color of the point</source>
        <translation>Farbe des Punkts</translation>
    </message>
    <message>
        <source>Name of your preset</source>
        <translation>Name Ihrer Voreinstellung</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Delete preset</source>
        <translation>Voreinstellung löschen</translation>
    </message>
    <message>
        <source>Reset curve</source>
        <translation>Kurve zurücksetzen</translation>
    </message>
    <message>
        <source>Surfaces only</source>
        <translation>Nur Oberflächen</translation>
    </message>
    <message>
        <source>Surfaces are shown. Choose a preset to render the volume.</source>
        <translation>Es werden Oberflächen gezeigt. Wählen Sie eine Voreinstellung, um das Volumen darzustellen.</translation>
    </message>
    <message>
        <source>Nothing is visible: every opacity is zero.</source>
        <translation>Nichts ist sichtbar: Jede Deckkraft ist null.</translation>
    </message>
    <message>
        <source>Visible: %1 to %2 HU</source>
        <translation>Sichtbar: %1 bis %2 HU</translation>
    </message>
</context>
<context>
    <name>fovea::TransferCurve</name>
    <message>
        <source>Opacity by Hounsfield unit</source>
        <translation>Deckkraft nach Hounsfield-Wert</translation>
    </message>
    <message>
        <source>Drag a point; double-click adds one, a right click or Delete removes it. Left and Right choose a point, with Shift they move it, Up and Down change its opacity.</source>
        <translation>Punkt ziehen; ein Doppelklick fügt einen hinzu, ein Rechtsklick oder Entf entfernt ihn. Pfeil links und Pfeil rechts wählen einen Punkt, mit Shift verschieben sie ihn, Pfeil auf und Pfeil ab ändern seine Deckkraft.</translation>
    </message>
    <message>
        <source>Point %1 of %2: %3 HU, opacity %4</source>
        <translation>Punkt %1 von %2: %3 HU, Deckkraft %4</translation>
    </message>
    <message>
        <source>%1 HU</source>
        <translation>%1 HU</translation>
    </message>
</context>
<context>
    <name>fovea::TrialView</name>
    <message>
        <source>undated</source>
        <translation>ohne Datum</translation>
    </message>
    <message numerus="yes">
        <source>%n study(ies) of the archive have this anatomy.</source>
        <translation>
            <numerusform>%n Studie des Archivs hat diese Anatomie.</numerusform>
            <numerusform>%n Studien des Archivs haben diese Anatomie.</numerusform>
        </translation>
    </message>
    <message>
        <source>Above the threshold %1: %2 before, %3 after (%4 newly above, %5 no longer).</source>
        <translation>Über der Schwelle %1: vorher %2, nachher %3 (%4 neu darüber, %5 nicht mehr).</translation>
    </message>
    <message>
        <source>No threshold applies to compare with.</source>
        <translation>Es gilt keine Schwelle, an der verglichen werden könnte.</translation>
    </message>
    <message>
        <source>AUC against readers&apos; verdicts (%1 accepted, %2 rejected): %3 before, %4 after.</source>
        <translation>AUC gegenüber den Urteilen der Befunder (%1 akzeptiert, %2 abgelehnt): vorher %3, nachher %4.</translation>
    </message>
    <message>
        <source>No AUC: it needs accepted and rejected findings; there are %1 and %2.</source>
        <translation>Keine AUC: Nötig sind akzeptierte und abgelehnte Befunde; vorhanden sind %1 und %2.</translation>
    </message>
    <message>
        <source>Studies whose score changes most</source>
        <translation>Studien, deren Score sich am stärksten ändert</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Double click: opens this study.</source>
        <translation>Doppelklick: öffnet diese Studie.</translation>
    </message>
</context>
<context>
    <name>fovea::TuneCommand</name>
    <message>
        <source>Fine-tune a model on this site&apos;s own studies</source>
        <translation>Ein Modell an den eigenen Studien dieses Standorts feinabstimmen</translation>
    </message>
    <message>
        <source>What the archive&apos;s studies could teach a model, and what is wrong with them</source>
        <translation>Was die Studien des Archivs ein Modell lehren könnten und was mit ihnen nicht stimmt</translation>
    </message>
    <message>
        <source>Tune a model and judge what comes of it</source>
        <translation>Ein Modell feinabstimmen und das Ergebnis beurteilen</translation>
    </message>
    <message>
        <source>Compare a tuned model with the one it was made from</source>
        <translation>Ein feinabgestimmtes Modell mit seinem Ausgangsmodell vergleichen</translation>
    </message>
    <message>
        <source>Use a tuned model from now on</source>
        <translation>Ab jetzt ein feinabgestimmtes Modell verwenden</translation>
    </message>
    <message>
        <source>Take out of a tuned model what makes it of its parent, for another site</source>
        <translation>Einem feinabgestimmten Modell das entnehmen, was es aus seinem Ausgangsmodell macht, für einen anderen Standort</translation>
    </message>
    <message>
        <source>Make a tuned model of another site&apos;s adapter</source>
        <translation>Ein feinabgestimmtes Modell aus dem Adapter eines anderen Standorts machen</translation>
    </message>
    <message>
        <source>Show on synthetic chests what each way of tuning is worth</source>
        <translation>An synthetischen Thorax-CTs zeigen, was jeder Weg der Feinabstimmung bringt</translation>
    </message>
    <message>
        <source>CSV to write of what reports say of each anatomy, to be corrected</source>
        <translation>Zu schreibende CSV mit dem, was Berichte zu jeder Anatomie sagen, zum Korrigieren</translation>
    </message>
    <message>
        <source>The tuned model package</source>
        <translation>Das feinabgestimmte Modellpaket</translation>
    </message>
    <message>
        <source>Even though it is significantly worse somewhere, or was not judged</source>
        <translation>Auch wenn es irgendwo signifikant schlechter ist oder nicht beurteilt wurde</translation>
    </message>
    <message>
        <source>Folder to make</source>
        <translation>Anzulegender Ordner</translation>
    </message>
    <message>
        <source>The adapter&apos;s folder</source>
        <translation>Ordner des Adapters</translation>
    </message>
    <message>
        <source>Package folder to make</source>
        <translation>Anzulegender Paketordner</translation>
    </message>
    <message>
        <source>The model that it was made from (default: yours, or the demo model)</source>
        <translation>Das Ausgangsmodell (Vorgabe: Ihr eigenes oder das Demomodell)</translation>
    </message>
    <message>
        <source>In use from now on: %1</source>
        <translation>Ab jetzt in Verwendung: %1</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>Vorher: %1</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Geschrieben nach %1</translation>
    </message>
    <message>
        <source>Importing model</source>
        <translation>Modell wird importiert</translation>
    </message>
    <message>
        <source>Analyze the archive&apos;s studies with it at once, so that searches find them</source>
        <translation>Die Studien des Archivs gleich damit analysieren, damit Suchen sie finden</translation>
    </message>
    <message numerus="yes">
        <source>%n studies of the archive were analyzed by another model; searches find them once this one has analyzed them too, in about %1: &quot;fovea-cli analyze --all&quot;.</source>
        <translation>
            <numerusform>%n Studie des Archivs wurde von einem anderen Modell analysiert; Suchen finden sie, sobald auch dieses sie analysiert hat, in etwa %1: &quot;fovea-cli analyze --all&quot;.</numerusform>
            <numerusform>%n Studien des Archivs wurden von einem anderen Modell analysiert; Suchen finden sie, sobald auch dieses sie analysiert hat, in etwa %1: &quot;fovea-cli analyze --all&quot;.</numerusform>
        </translation>
    </message>
    <message>
        <source>Series analyzed: %1; failed: %2</source>
        <translation>Analysierte Serien: %1; fehlgeschlagen: %2</translation>
    </message>
</context>
<context>
    <name>fovea::TuneCompare</name>
    <message>
        <source>Whose synthetic chests (default: %1)</source>
        <translation>Wessen synthetische Thorax-CTs (Vorgabe: %1)</translation>
    </message>
    <message>
        <source>JSON of what the site has and the model does not know (default: of %1)</source>
        <translation>JSON mit dem, was es am Standort gibt und das Modell nicht kennt (Vorgabe: von %1)</translation>
    </message>
    <message>
        <source>Numbers of studies to tune with (default: %1)</source>
        <translation>Anzahlen der Studien zur Feinabstimmung (Vorgabe: %1)</translation>
    </message>
    <message>
        <source>Ways to tune (default: %1)</source>
        <translation>Wege der Feinabstimmung (Vorgabe: %1)</translation>
    </message>
    <message>
        <source>Studies of the site to judge with</source>
        <translation>Anzahl der Studien des Standorts zur Beurteilung</translation>
    </message>
    <message>
        <source>Studies to measure forgetting with</source>
        <translation>Anzahl der Studien, an denen das Vergessen gemessen wird</translation>
    </message>
    <message>
        <source>Seed of the tunings</source>
        <translation>Startwert der Feinabstimmungen</translation>
    </message>
    <message>
        <source>Model package (default: yours, or the demo model)</source>
        <translation>Modellpaket (Vorgabe: Ihr eigenes oder das Demomodell)</translation>
    </message>
    <message>
        <source>Folder to make, for tuned models and encoded studies</source>
        <translation>Anzulegender Ordner für feinabgestimmte Modelle und kodierte Studien</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Vergleich läuft</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>Studien</translation>
    </message>
    <message>
        <source>Known, before</source>
        <translation>Bekannte, vorher</translation>
    </message>
    <message>
        <source>after</source>
        <translation>nachher</translation>
    </message>
    <message>
        <source>New, after</source>
        <translation>Neue, nachher</translation>
    </message>
    <message>
        <source>Benchmark, before</source>
        <translation>Benchmark, vorher</translation>
    </message>
    <message>
        <source>Refusals</source>
        <translation>Einwände</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Memory, MB</source>
        <translation>Speicher, MB</translation>
    </message>
    <message>
        <source>Mean AUC on %1 studies of “%2” and on %3 of the reference site.</source>
        <translation>Mittlere AUC an %1 Studien von „%2“ und an %3 des Referenzstandorts.</translation>
    </message>
    <message>
        <source>Two models soften each other&apos;s targets, in twice the time</source>
        <translation>Zwei Modelle machen einander die Zielwerte weicher, in doppelter Zeit</translation>
    </message>
    <message>
        <source>Shifted, before</source>
        <translation>Verschobene, vorher</translation>
    </message>
    <message>
        <source>Shifted: findings whose AUC before is lower at the site by at least %1.</source>
        <translation>Verschobene: Befunde, deren AUC vorher am Standort um mindestens %1 niedriger ist.</translation>
    </message>
    <message>
        <source>Share of labels to turn around before tuning (default: 0)</source>
        <translation>Anteil der Labels, die vor der Feinabstimmung umgekehrt werden (Vorgabe: 0)</translation>
    </message>
    <message>
        <source>How strongly parameters are drawn back to what they were</source>
        <translation>Wie stark Parameter zu ihren vorherigen Werten zurückgezogen werden</translation>
    </message>
    <message>
        <source>Steps of lora and all, about (default: the way&apos;s own number)</source>
        <translation>Ungefähre Anzahl der Schritte von lora und all (Vorgabe: die des jeweiligen Weges)</translation>
    </message>
    <message>
        <source>Other studies throughout, for finding settings</source>
        <translation>Durchweg andere Studien, um Einstellungen zu finden</translation>
    </message>
    <message>
        <source>Calibration error, before</source>
        <translation>Kalibrierungsfehler, vorher</translation>
    </message>
    <message>
        <source>foretold</source>
        <translation>vorhergesagt</translation>
    </message>
    <message>
        <source>Against using %1 tuned on %2 studies:</source>
        <translation>Gegen die Verwendung von %1, an %2 Studien feinabgestimmt, spricht:</translation>
    </message>
</context>
<context>
    <name>fovea::TuneData</name>
    <message>
        <source>Only studies with these words in patient, accession number or descriptions</source>
        <translation>Nur Studien mit diesen Wörtern in Patient, Accession-Nummer oder Beschreibungen</translation>
    </message>
    <message>
        <source>Studies of this day or later</source>
        <translation>Studien von diesem Tag oder später</translation>
    </message>
    <message>
        <source>Studies of this day or earlier</source>
        <translation>Studien von diesem Tag oder früher</translation>
    </message>
    <message>
        <source>Texts instead of these: a CSV of study, anatomy, text, as --texts of &quot;tune check&quot; writes it</source>
        <translation>Texte anstelle dieser: eine CSV mit Studie, Anatomie, Text, wie --texts von &quot;tune check&quot; sie schreibt</translation>
    </message>
    <message>
        <source>CSV of labels 0 or 1: the first column is the accession number or StudyInstanceUID, the others findings</source>
        <translation>CSV mit Labels 0 oder 1: Die erste Spalte ist die Accession-Nummer oder StudyInstanceUID, die anderen sind Befunde</translation>
    </message>
    <message>
        <source>Do not use what readers accepted and rejected</source>
        <translation>Nicht verwenden, was Befunder akzeptiert und abgelehnt haben</translation>
    </message>
    <message>
        <source>A finding that a report does not speak of is unknown, not absent</source>
        <translation>Ein Befund, von dem ein Bericht nicht spricht, ist unbekannt, nicht abwesend</translation>
    </message>
    <message>
        <source>CSV of study and training, validation or test, instead of a split by chance</source>
        <translation>CSV mit Studie und training, validation oder test, anstelle einer zufälligen Aufteilung</translation>
    </message>
    <message>
        <source>Seed of split and training</source>
        <translation>Startwert von Aufteilung und Training</translation>
    </message>
    <message>
        <source>JSON of findings and anatomies that the model does not know yet</source>
        <translation>JSON mit Befunden und Anatomien, die das Modell noch nicht kennt</translation>
    </message>
    <message>
        <source>Reading studies</source>
        <translation>Studien werden gelesen</translation>
    </message>
    <message>
        <source>Reports: a CSV whose first column is the accession number or StudyInstanceUID, with a column &quot;report&quot;, or a folder of text files named so or of DICOM Structured Reports</source>
        <translation>Berichte: eine CSV, deren erste Spalte die Accession-Nummer oder StudyInstanceUID ist, mit einer Spalte &quot;report&quot;, oder ein Ordner mit so benannten Textdateien oder mit DICOM Structured Reports</translation>
    </message>
</context>
<context>
    <name>fovea::TuneDialog</name>
    <message>
        <source>Fine-tuning</source>
        <translation>Feinabstimmung</translation>
    </message>
    <message>
        <source>&amp;Studies</source>
        <translation>&amp;Studien</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>&amp;Training</translation>
    </message>
    <message>
        <source>&amp;Result</source>
        <translation>&amp;Ergebnis</translation>
    </message>
    <message>
        <source>First look through the archive: see “Studies”.</source>
        <translation>Zuerst das Archiv durchsehen: siehe „Studien“.</translation>
    </message>
</context>
<context>
    <name>fovea::TuneEstimates</name>
    <message>
        <source>Way</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Time, about</source>
        <translation>Dauer, etwa</translation>
    </message>
    <message>
        <source>Memory, at most</source>
        <translation>Speicher, höchstens</translation>
    </message>
    <message>
        <source>Disk, about</source>
        <translation>Datenträger, etwa</translation>
    </message>
    <message>
        <source>What it can change</source>
        <translation>Was sich ändern kann</translation>
    </message>
</context>
<context>
    <name>fovea::TuneJob</name>
    <message>
        <source>%1 cannot be started.</source>
        <translation>%1 lässt sich nicht starten.</translation>
    </message>
</context>
<context>
    <name>fovea::TuneJudge</name>
    <message>
        <source>The tuned model package</source>
        <translation>Das feinabgestimmte Modellpaket</translation>
    </message>
    <message>
        <source>How many synthetic chests to measure forgetting with (default: %1 for a model that was made for them)</source>
        <translation>Anzahl synthetischer Thorax-CTs, an denen das Vergessen gemessen wird (Vorgabe: %1 bei einem Modell, das für sie gemacht wurde)</translation>
    </message>
    <message>
        <source>Measure with the archive&apos;s studies alone</source>
        <translation>Nur an den Studien des Archivs messen</translation>
    </message>
    <message>
        <source>The model that it was made from (default: yours, or the demo model)</source>
        <translation>Das Ausgangsmodell (Vorgabe: Ihr eigenes oder das Demomodell)</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Geschrieben nach %1</translation>
    </message>
    <message>
        <source>Judging</source>
        <translation>Beurteilung läuft</translation>
    </message>
</context>
<context>
    <name>fovea::TuneReport</name>
    <message>
        <source>%1: %2 before, %3 after, difference %4</source>
        <translation>%1: vorher %2, nachher %3, Differenz %4</translation>
    </message>
    <message>
        <source>Anatomy</source>
        <translation>Anatomie</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Vorhanden</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>Abwesend</translation>
    </message>
    <message>
        <source>AUC before (95 % CI)</source>
        <translation>AUC vorher (95-%-KI)</translation>
    </message>
    <message>
        <source>AUC after (95 % CI)</source>
        <translation>AUC nachher (95-%-KI)</translation>
    </message>
    <message>
        <source>Difference (95 % CI)</source>
        <translation>Differenz (95-%-KI)</translation>
    </message>
    <message>
        <source>p (Holm)</source>
        <translation>p (Holm)</translation>
    </message>
    <message>
        <source>ECE before</source>
        <translation>ECE vorher</translation>
    </message>
    <message>
        <source>ECE after</source>
        <translation>ECE nachher</translation>
    </message>
    <message>
        <source>Mean AUC of the findings that were tested</source>
        <translation>Mittlere AUC der getesteten Befunde</translation>
    </message>
    <message>
        <source>Recall at 10 of searches</source>
        <translation>Recall@10 der Suchen</translation>
    </message>
    <message>
        <source>%1 (%2): present / absent / unknown</source>
        <translation>%1 (%2): vorhanden / abwesend / unbekannt</translation>
    </message>
    <message>
        <source>Test studies: %1, of %2 patients</source>
        <translation>Teststudien: %1, von %2 Patienten</translation>
    </message>
    <message>
        <source>Benchmark: %1 synthetic chests</source>
        <translation>Benchmark: %1 synthetische Thorax-CTs</translation>
    </message>
    <message>
        <source>Nothing is significantly worse.</source>
        <translation>Nichts ist signifikant schlechter.</translation>
    </message>
    <message>
        <source>Against using it:</source>
        <translation>Gegen die Verwendung spricht:</translation>
    </message>
    <message>
        <source>Note:</source>
        <translation>Hinweis:</translation>
    </message>
</context>
<context>
    <name>fovea::TuneResultPage</name>
    <message numerus="yes">
        <source>%n studies</source>
        <translation>
            <numerusform>%n Studie</numerusform>
            <numerusform>%n Studien</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Use this model</source>
        <translation>Dieses Modell &amp;verwenden</translation>
    </message>
    <message>
        <source>&amp;Back to the model before</source>
        <translation>&amp;Zurück zum vorherigen Modell</translation>
    </message>
    <message>
        <source>&amp;Export for another site…</source>
        <translation>Für anderen Standort e&amp;xportieren…</translation>
    </message>
    <message>
        <source>Before against after</source>
        <translation>Vorher und nachher im Vergleich</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>With / without</source>
        <translation>Mit / ohne</translation>
    </message>
    <message>
        <source>AUC before (95 % CI)</source>
        <translation>AUC vorher (95-%-KI)</translation>
    </message>
    <message>
        <source>AUC after (95 % CI)</source>
        <translation>AUC nachher (95-%-KI)</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>p (Holm)</source>
        <translation>p (Holm)</translation>
    </message>
    <message>
        <source>What speaks against the new model</source>
        <translation>Was gegen das neue Modell spricht</translation>
    </message>
    <message>
        <source>What makes the new model of its parent. It holds no patient data.</source>
        <translation>Das, was aus dem Ausgangsmodell das neue Modell macht. Es enthält keine Patientendaten.</translation>
    </message>
    <message>
        <source>Shown once a tuning is done.</source>
        <translation>Wird gezeigt, sobald eine Feinabstimmung fertig ist.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Nothing was learnt that is better on the studies to choose by: no new model was made, and the one in use is as it was.</source>
        <translation>Es wurde nichts gelernt, das an den Studien zur Auswahl besser wäre: Es wurde kein neues Modell angelegt, und das verwendete ist unverändert.</translation>
    </message>
    <message>
        <source>The new model was not judged.</source>
        <translation>Das neue Modell wurde nicht beurteilt.</translation>
    </message>
    <message>
        <source>This site&apos;s studies to judge by</source>
        <translation>Studien dieses Standorts zur Beurteilung</translation>
    </message>
    <message>
        <source>What the model knew before (synthetic chests)</source>
        <translation>Was das Modell vorher konnte (synthetische Thorax-CTs)</translation>
    </message>
    <message>
        <source>Nothing is significantly worse than before.</source>
        <translation>Nichts ist signifikant schlechter als vorher.</translation>
    </message>
    <message>
        <source>The new model should not be used: something is significantly worse than before. It is listed below.</source>
        <translation>Das neue Modell sollte nicht verwendet werden: Etwas ist signifikant schlechter als vorher. Es ist unten aufgeführt.</translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation>Dieses Modell verwenden</translation>
    </message>
    <message>
        <source>This is not recommended:</source>
        <translation>Dies wird nicht empfohlen:</translation>
    </message>
    <message>
        <source>Use it anyway</source>
        <translation>Trotzdem verwenden</translation>
    </message>
    <message>
        <source>Name the folder to make</source>
        <translation>Anzulegenden Ordner benennen</translation>
    </message>
    <message>
        <source>Written: “%1”.</source>
        <translation>Geschrieben: „%1“.</translation>
    </message>
    <message>
        <source>Export for another site</source>
        <translation>Für anderen Standort exportieren</translation>
    </message>
    <message>
        <source>Calibration error</source>
        <translation>Kalibrierungsfehler</translation>
    </message>
    <message>
        <source>Expected calibration error of the stated probabilities.</source>
        <translation>Erwarteter Kalibrierungsfehler der angegebenen Wahrscheinlichkeiten.</translation>
    </message>
    <message>
        <source>Searches: recall among the first 10</source>
        <translation>Suchen: Recall unter den ersten 10</translation>
    </message>
    <message>
        <source>Of texts that describe regions of these studies: how many of those regions are among the first ten that are found.</source>
        <translation>Bei Texten, die Regionen dieser Studien beschreiben: wie viele dieser Regionen unter den ersten zehn Treffern sind.</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s)</source>
        <translation>
            <numerusform>%n Text</numerusform>
            <numerusform>%n Texte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::TuneRun</name>
    <message>
        <source>%1: not learned from labels, which are all alike in training.</source>
        <translation>%1: nicht aus Labels gelernt; diese sind im Training alle gleich.</translation>
    </message>
    <message>
        <source>%1: only %2 training studies have it.</source>
        <translation>%1: nur in %2 Trainingsstudien vorhanden.</translation>
    </message>
    <message>
        <source>Studies left out because they show none of the anatomies: %1.</source>
        <translation>Studien, die ausgelassen wurden, weil sie keine der Anatomien zeigen: %1.</translation>
    </message>
    <message>
        <source>Studies that did not fit the cache: %1.</source>
        <translation>Studien, die nicht in den Cache passten: %1.</translation>
    </message>
    <message>
        <source>Anatomy</source>
        <translation>Anatomie</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Vorhanden</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>Abwesend</translation>
    </message>
    <message>
        <source>AUC before</source>
        <translation>AUC vorher</translation>
    </message>
    <message>
        <source>AUC after</source>
        <translation>AUC nachher</translation>
    </message>
    <message>
        <source>Validation, by which the model was chosen:</source>
        <translation>Validierung, nach der das Modell gewählt wurde:</translation>
    </message>
    <message>
        <source>%1 parameters changed in %2 steps (best: %3); %4, of them %5 to read and encode; memory at most %6 MB (estimate %7 MB).</source>
        <translation>%1 Parameter in %2 Schritten geändert (bester: %3); %4, davon %5 zum Lesen und Kodieren; Speicher höchstens %6 MB (Schätzung %7 MB).</translation>
    </message>
    <message>
        <source>What may change: heads, queries, lora, all, or auto (by the number of studies, the default)</source>
        <translation>Was sich ändern darf: heads, queries, lora, all oder auto (nach der Anzahl der Studien, die Vorgabe)</translation>
    </message>
    <message>
        <source>Whose studies these are, in a few words; the package says so</source>
        <translation>Wessen Studien dies sind, in wenigen Worten; das Paket gibt es an</translation>
    </message>
    <message>
        <source>Package folder to make</source>
        <translation>Anzulegender Paketordner</translation>
    </message>
    <message>
        <source>Instead of the way&apos;s own number</source>
        <translation>Anstelle der Anzahl, die der Weg vorsieht</translation>
    </message>
    <message>
        <source>Folder for encoded studies, which may be large</source>
        <translation>Ordner für kodierte Studien; er kann groß werden</translation>
    </message>
    <message>
        <source>What that folder may hold (default: 8)</source>
        <translation>Zulässige Größe dieses Ordners (Vorgabe: 8)</translation>
    </message>
    <message>
        <source>Folder for checkpoints, from which training can go on</source>
        <translation>Ordner für Checkpoints, von denen aus das Training weitergehen kann</translation>
    </message>
    <message>
        <source>Go on from the latest checkpoint</source>
        <translation>Vom letzten Checkpoint aus weitermachen</translation>
    </message>
    <message>
        <source>Table of losses and validations to write, as CSV</source>
        <translation>Zu schreibende Tabelle der Verluste und Validierungen, als CSV</translation>
    </message>
    <message>
        <source>How many synthetic chests to measure forgetting with</source>
        <translation>Anzahl synthetischer Thorax-CTs, an denen das Vergessen gemessen wird</translation>
    </message>
    <message>
        <source>Measure with the archive&apos;s studies alone</source>
        <translation>Nur an den Studien des Archivs messen</translation>
    </message>
    <message>
        <source>The model to start from (default: yours, or the demo model)</source>
        <translation>Das Modell, von dem ausgegangen wird (Vorgabe: Ihr eigenes oder das Demomodell)</translation>
    </message>
    <message>
        <source>No state of the training was better than the model is. Nothing was written.</source>
        <translation>Kein Stand des Trainings war besser, als das Modell ist. Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Geschrieben nach %1</translation>
    </message>
    <message>
        <source>Two models soften each other&apos;s targets, in twice the time</source>
        <translation>Zwei Modelle machen einander die Zielwerte weicher, in doppelter Zeit</translation>
    </message>
    <message>
        <source>Way: %1</source>
        <translation>Weg: %1</translation>
    </message>
    <message>
        <source>How strongly parameters are drawn back to the model&apos;s: 0 adapts most and forgets most (default: %1)</source>
        <translation>Wie stark Parameter zu denen des Modells zurückgezogen werden: 0 passt am meisten an und vergisst am meisten (Vorgabe: %1)</translation>
    </message>
    <message>
        <source>%1: threshold and calibration stay what they were; its labels are all alike in validation.</source>
        <translation>%1: Schwelle und Kalibrierung bleiben, wie sie waren; die Labels sind in der Validierung alle gleich.</translation>
    </message>
    <message>
        <source>What it may take, in gigabytes: what would take more is refused, what comes to take more is ended</source>
        <translation>Zulässiger Speicherbedarf in Gigabyte: Was mehr bräuchte, wird abgelehnt; was unterwegs mehr braucht, wird beendet</translation>
    </message>
</context>
<context>
    <name>fovea::TuneStudiesPage</name>
    <message>
        <source>Findings that readers accepted or rejected</source>
        <translation>Befunde, die Befunder akzeptiert oder abgelehnt haben</translation>
    </message>
    <message>
        <source>What a report does not mention is unknown, not absent</source>
        <translation>Was ein Bericht nicht erwähnt, ist unbekannt, nicht abwesend</translation>
    </message>
    <message>
        <source>&amp;Look through the archive</source>
        <translation>Archiv &amp;durchsehen</translation>
    </message>
    <message>
        <source>Save texts for &amp;correction…</source>
        <translation>Texte zur &amp;Korrektur speichern…</translation>
    </message>
    <message>
        <source>All studies; or words of patient, ID or description</source>
        <translation>Alle Studien; oder Wörter aus Patient, ID oder Beschreibung</translation>
    </message>
    <message>
        <source>A table of what the reports say of each anatomy. Correct it, and give it back as corrections.</source>
        <translation>Eine Tabelle mit dem, was die Berichte zu jeder Anatomie sagen. Korrigieren Sie sie und geben Sie sie als Korrekturen zurück.</translation>
    </message>
    <message>
        <source>Labels by finding</source>
        <translation>Labels je Befund</translation>
    </message>
    <message>
        <source>What is wrong with the studies</source>
        <translation>Was mit den Studien nicht stimmt</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>Studien</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>Choose a table of reports (first column accession number)</source>
        <translation>Tabelle mit Berichten wählen (erste Spalte Accession-Nummer)</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>Korrekturen</translation>
    </message>
    <message>
        <source>Choose corrected texts</source>
        <translation>Korrigierte Texte wählen</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Choose a table of labels (first column accession number, then findings)</source>
        <translation>Tabelle mit Labels wählen (erste Spalte Accession-Nummer, dann Befunde)</translation>
    </message>
    <message>
        <source>New findings</source>
        <translation>Neue Befunde</translation>
    </message>
    <message>
        <source>Choose what the model is to learn anew (JSON)</source>
        <translation>Wählen, was das Modell neu lernen soll (JSON)</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>Datei…</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Ordner…</translation>
    </message>
    <message>
        <source>Choose a folder of text files named by accession number</source>
        <translation>Ordner mit Textdateien wählen, die nach der Accession-Nummer benannt sind</translation>
    </message>
    <message>
        <source>Which labels are there is not known yet: look through the archive.</source>
        <translation>Welche Labels es gibt, ist noch nicht bekannt: Sehen Sie das Archiv durch.</translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation>Es ist kein Modell geladen.</translation>
    </message>
    <message>
        <source>Reading studies…</source>
        <translation>Studien werden gelesen…</translation>
    </message>
    <message>
        <source>%1 studies to learn from, %2 to choose by, %3 to judge by; no patient is in two of these.</source>
        <translation>%1 Studien zum Lernen, %2 zur Auswahl, %3 zur Beurteilung; kein Patient ist in zweien davon.</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Save texts for correction</source>
        <translation>Texte zur Korrektur speichern</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>“%1” was written. Correct it, and choose it as corrections.</source>
        <translation>„%1“ wurde geschrieben. Korrigieren Sie die Datei und wählen Sie sie als Korrekturen.</translation>
    </message>
    <message>
        <source>&amp;Paste reports…</source>
        <translation>&amp;Berichte einfügen…</translation>
    </message>
    <message>
        <source>For studies whose reports are in no table: they are taken apart by anatomy, shown for correction, and kept beside the archive.</source>
        <translation>Für Studien, deren Berichte in keiner Tabelle stehen: Sie werden nach Anatomie zerlegt, zur Korrektur angezeigt und neben dem Archiv aufbewahrt.</translation>
    </message>
    <message>
        <source>%1:
present / absent / unknown</source>
        <translation>%1:
vorhanden / abwesend / unbekannt</translation>
    </message>
</context>
<context>
    <name>fovea::TuneTrainingPage</name>
    <message>
        <source>&amp;Start</source>
        <translation>Sta&amp;rten</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>St&amp;oppen</translation>
    </message>
    <message>
        <source>&amp;Another tuning</source>
        <translation>&amp;Neue Feinabstimmung</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Shown while a model learns.</source>
        <translation>Wird gezeigt, während ein Modell lernt.</translation>
    </message>
    <message>
        <source>AUC on validation</source>
        <translation>AUC der Validierung</translation>
    </message>
    <message>
        <source>Shown once the model is validated.</source>
        <translation>Wird gezeigt, sobald das Modell validiert ist.</translation>
    </message>
    <message>
        <source>By the number of cases</source>
        <translation>Nach Anzahl der Fälle</translation>
    </message>
    <message>
        <source>The cheapest way that so many cases can bear.</source>
        <translation>Der günstigste Weg, den so viele Fälle tragen.</translation>
    </message>
    <message>
        <source>For example: chest CTs of this hospital, 2026</source>
        <translation>Zum Beispiel: Thorax-CTs dieses Krankenhauses, 2026</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>What may change</source>
        <translation>Was sich ändern darf</translation>
    </message>
    <message>
        <source>Whose studies</source>
        <translation>Wessen Studien</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>Say whose studies these are: the new model will say so.</source>
        <translation>Geben Sie an, wessen Studien dies sind: Das neue Modell wird es angeben.</translation>
    </message>
    <message>
        <source>Reading goes on while a model learns, and the model in use stays in use.</source>
        <translation>Das Befunden geht weiter, während ein Modell lernt, und das verwendete Modell bleibt in Verwendung.</translation>
    </message>
    <message>
        <source>This tuning was stopped. It can go on where it was.</source>
        <translation>Diese Feinabstimmung wurde gestoppt. Sie kann dort weitergehen, wo sie war.</translation>
    </message>
    <message>
        <source>Running, behind everything else: reading goes on.</source>
        <translation>Läuft, nachrangig gegenüber allem anderen: Das Befunden geht weiter.</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>Pausiert.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird gestoppt…</translation>
    </message>
    <message>
        <source>Done: see the result.</source>
        <translation>Fertig: siehe Ergebnis.</translation>
    </message>
    <message>
        <source>The tuning ended with an error; nothing was changed. What it says is below.</source>
        <translation>Die Feinabstimmung endete mit einem Fehler; es wurde nichts geändert. Ihre Meldung steht unten.</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>As much as it takes</source>
        <translation>So viel wie nötig</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source>Memory at most</source>
        <translation>Speicher höchstens</translation>
    </message>
    <message>
        <source>“%1” may take %2 of memory.</source>
        <translation>„%1“ kann %2 Speicher belegen.</translation>
    </message>
    <message>
        <source>No way fits.</source>
        <translation>Kein Weg passt.</translation>
    </message>
    <message>
        <source>What fits: %1.</source>
        <translation>Es passt: %1.</translation>
    </message>
    <message>
        <source>Calibration error on validation</source>
        <translation>Kalibrierungsfehler der Validierung</translation>
    </message>
</context>
<context>
    <name>fovea::TuneWayText</name>
    <message>
        <source>Calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>Köpfe (Heads)</translation>
    </message>
    <message>
        <source>New anatomies only</source>
        <translation>Nur neue Anatomien</translation>
    </message>
    <message>
        <source>Low-rank adapters</source>
        <translation>Niedrigrang-Adapter (LoRA)</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Thresholds and probabilities alone.</source>
        <translation>Nur Schwellen und Wahrscheinlichkeiten.</translation>
    </message>
    <message>
        <source>What stands behind the encoders: every anatomy&apos;s query and projections. Each study is encoded once.</source>
        <translation>Was hinter den Encodern steht: Query und Projektionen jeder Anatomie. Jede Studie wird einmal kodiert.</translation>
    </message>
    <message>
        <source>Queries and projections of new anatomies; what the model answers already stays.</source>
        <translation>Querys und Projektionen neuer Anatomien; was das Modell bereits antwortet, bleibt.</translation>
    </message>
    <message>
        <source>Heads, and small changes in both encoders.</source>
        <translation>Köpfe (Heads) und kleine Änderungen in beiden Encodern.</translation>
    </message>
    <message>
        <source>Every parameter: needs many cases.</source>
        <translation>Jeder Parameter: braucht viele Fälle.</translation>
    </message>
</context>
<context>
    <name>fovea::TuningText</name>
    <message>
        <source>%1 (%2)</source>
        <comment>a finding and its anatomy</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>below 0.001</source>
        <translation>unter 0.001</translation>
    </message>
    <message>
        <source>%1 before, %2 after, p %3</source>
        <translation>vorher %1, nachher %2, p %3</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Study %1 has no CT series and is left out.</source>
        <translation>Studie %1 hat keine CT-Serie und wird ausgelassen.</translation>
    </message>
    <message>
        <source>Study %1 has no segmentation and is left out.</source>
        <translation>Studie %1 hat keine Segmentierung und wird ausgelassen.</translation>
    </message>
    <message>
        <source>The images of study %1 cannot be read; it is left out.</source>
        <translation>Die Bilder von Studie %1 lassen sich nicht lesen; sie wird ausgelassen.</translation>
    </message>
    <message>
        <source>Study %1 has the same images as study %2 and is left out.</source>
        <translation>Studie %1 hat dieselben Bilder wie Studie %2 und wird ausgelassen.</translation>
    </message>
    <message>
        <source>Study %1 has no report.</source>
        <translation>Studie %1 hat keinen Bericht.</translation>
    </message>
    <message>
        <source>No anatomy was recognized in the report of study %1.</source>
        <translation>Im Bericht von Studie %1 wurde keine Anatomie erkannt.</translation>
    </message>
    <message>
        <source>Nothing is known of any finding in study %1; it is left out.</source>
        <translation>Zu keinem Befund ist in Studie %1 etwas bekannt; sie wird ausgelassen.</translation>
    </message>
    <message>
        <source>Study %1: report, labels and verdicts do not agree on %2.</source>
        <translation>Studie %1: Bericht, Labels und Urteile stimmen nicht überein bei %2.</translation>
    </message>
    <message>
        <source>The split does not name study %1; it is left out.</source>
        <translation>Die Aufteilung nennt Studie %1 nicht; sie wird ausgelassen.</translation>
    </message>
    <message>
        <source>The patient of study %1 was in another split before.</source>
        <translation>Der Patient von Studie %1 war zuvor in einer anderen Teilmenge.</translation>
    </message>
    <message>
        <source>Studies %1 and %2 are of one patient and in two splits.</source>
        <translation>Die Studien %1 und %2 stammen von einem Patienten und sind in zwei Teilmengen.</translation>
    </message>
    <message>
        <source>%1: no study has this accession number or StudyInstanceUID.</source>
        <translation>%1: Keine Studie hat diese Accession-Nummer oder StudyInstanceUID.</translation>
    </message>
    <message>
        <source>%1: several studies have this accession number; it is not used.</source>
        <translation>%1: Mehrere Studien haben diese Accession-Nummer; sie wird nicht verwendet.</translation>
    </message>
    <message>
        <source>%1: a later one is of the same study, and counts instead.</source>
        <translation>%1: Ein späterer Eintrag betrifft dieselbe Studie und gilt stattdessen.</translation>
    </message>
    <message>
        <source>There are synthetic chests (%1) among the studies of patients (%2).</source>
        <translation>Es gibt synthetische Thorax-CTs (%1) unter den Studien von Patienten (%2).</translation>
    </message>
    <message>
        <source>%1: no study says anything of it.</source>
        <translation>%1: Keine Studie sagt etwas darüber.</translation>
    </message>
    <message>
        <source>%1: all of the studies that are known have it (%2).</source>
        <translation>%1: in allen Studien vorhanden, zu denen etwas bekannt ist (%2).</translation>
    </message>
    <message>
        <source>%1: none of the studies that are known has it (%2).</source>
        <translation>%1: in keiner Studie vorhanden, zu der etwas bekannt ist (%2).</translation>
    </message>
    <message>
        <source>%1: too few studies for %2 (with it %3, without it %4; at least %5 of each).</source>
        <translation>%1: zu wenige Studien für %2 (mit dem Befund %3, ohne ihn %4; mindestens je %5).</translation>
    </message>
    <message>
        <source>Too few studies for %1: %2 of at least %3.</source>
        <translation>Zu wenige Studien für %1: %2 von mindestens %3.</translation>
    </message>
    <message>
        <source>on the benchmark</source>
        <translation>am Benchmark</translation>
    </message>
    <message>
        <source>on the test studies</source>
        <translation>an den Teststudien</translation>
    </message>
    <message>
        <source>%1: AUC significantly worse %2 (%3).</source>
        <translation>%1: AUC %2 signifikant schlechter (%3).</translation>
    </message>
    <message>
        <source>Mean AUC significantly worse %1 (%2).</source>
        <translation>Mittlere AUC %1 signifikant schlechter (%2).</translation>
    </message>
    <message>
        <source>%1: calibration error significantly worse %2 (%3).</source>
        <translation>%1: Kalibrierungsfehler %2 signifikant schlechter (%3).</translation>
    </message>
    <message>
        <source>Searches find significantly less %1 (recall at 10: %2).</source>
        <translation>Suchen finden %1 signifikant weniger (Recall@10: %2).</translation>
    </message>
    <message numerus="yes">
        <source>%1: no score any more for %n case(s) %2.</source>
        <translation>
            <numerusform>%1: %2 kein Score mehr bei %n Fall.</numerusform>
            <numerusform>%1: %2 kein Score mehr bei %n Fällen.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are too few studies to tell whether the model is worse.</source>
        <translation>Es sind zu wenige Studien, um zu sagen, ob das Modell schlechter ist.</translation>
    </message>
    <message numerus="yes">
        <source>%1: too few cases %2 to compare (%n of the rarer class).</source>
        <translation>
            <numerusform>%1: %2 zu wenige Fälle zum Vergleichen (%n aus der selteneren Klasse).</numerusform>
            <numerusform>%1: %2 zu wenige Fälle zum Vergleichen (%n aus der selteneren Klasse).</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is new: nothing to compare with %2.</source>
        <translation>%1 ist neu; %2 gibt es nichts zum Vergleichen.</translation>
    </message>
    <message numerus="yes">
        <source>The probabilities of %n finding(s) are fitted to this site and no longer hold on the benchmark.</source>
        <translation>
            <numerusform>Die Wahrscheinlichkeiten von %n Befund sind an diesen Standort angepasst und gelten am Benchmark nicht mehr.</numerusform>
            <numerusform>Die Wahrscheinlichkeiten von %n Befunden sind an diesen Standort angepasst und gelten am Benchmark nicht mehr.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::VerdictCommand</name>
    <message>
        <source>comment on %1</source>
        <translation>Kommentar (%1)</translation>
    </message>
    <message>
        <source>acceptance of %1</source>
        <translation>Akzeptieren des Befunds (%1)</translation>
    </message>
    <message>
        <source>rejection of %1</source>
        <translation>Ablehnen des Befunds (%1)</translation>
    </message>
    <message>
        <source>withdrawn verdict on %1</source>
        <translation>Zurücknehmen des Urteils (%1)</translation>
    </message>
</context>
<context>
    <name>fovea::VerificationText</name>
    <message>
        <source>Parameter shapes</source>
        <translation>Formen der Parameter</translation>
    </message>
    <message>
        <source>Image windows</source>
        <translation>Bildfenster</translation>
    </message>
    <message>
        <source>Token counts</source>
        <translation>Token-Anzahlen</translation>
    </message>
    <message>
        <source>Crop values</source>
        <translation>Werte des Ausschnitts</translation>
    </message>
    <message>
        <source>Feature levels</source>
        <translation>Merkmalsebenen</translation>
    </message>
    <message>
        <source>Unit vectors</source>
        <translation>Einheitsvektoren</translation>
    </message>
    <message>
        <source>Text features</source>
        <translation>Textmerkmale</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Scores</translation>
    </message>
    <message>
        <source>Unit vectors in half precision (1 − cosine)</source>
        <translation>Einheitsvektoren in halber Genauigkeit (1 − Kosinus)</translation>
    </message>
    <message>
        <source>Scores in half precision</source>
        <translation>Scores in halber Genauigkeit</translation>
    </message>
    <message>
        <source>Anatomies present</source>
        <translation>Vorhandene Anatomien</translation>
    </message>
    <message>
        <source>Training loss per anatomy</source>
        <translation>Trainingsverlust je Anatomie</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>Trainingsverlust</translation>
    </message>
    <message>
        <source>Gradient norms</source>
        <translation>Gradientennormen</translation>
    </message>
    <message>
        <source>Vanishing gradient norms</source>
        <translation>Verschwindende Gradientennormen</translation>
    </message>
    <message>
        <source>Resampled sizes</source>
        <translation>Größen nach Umtastung</translation>
    </message>
    <message>
        <source>Union crops</source>
        <translation>Gemeinsame Ausschnitte</translation>
    </message>
    <message>
        <source>Final sizes</source>
        <translation>Endgrößen</translation>
    </message>
    <message>
        <source>Image sums</source>
        <translation>Bildsummen</translation>
    </message>
    <message>
        <source>Label counts</source>
        <translation>Label-Anzahlen</translation>
    </message>
    <message>
        <source>Image samples</source>
        <translation>Bildproben</translation>
    </message>
    <message>
        <source>Token ids</source>
        <translation>Token-Nummern</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>Tensoren</translation>
    </message>
    <message>
        <source>Vocabulary size</source>
        <translation>Größe des Vokabulars</translation>
    </message>
    <message>
        <source>Prompt vectors</source>
        <translation>Prompt-Vektoren</translation>
    </message>
    <message>
        <source>network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>preprocessing</source>
        <translation>Vorverarbeitung</translation>
    </message>
    <message>
        <source>tokenizer</source>
        <translation>Tokenizer</translation>
    </message>
    <message>
        <source>model package</source>
        <translation>Modellpaket</translation>
    </message>
    <message>
        <source>infinite</source>
        <translation>unendlich</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>exakt</translation>
    </message>
    <message>
        <source>%1 relative</source>
        <translation>%1 relativ</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>FAILED</source>
        <translation>NICHT BESTANDEN</translation>
    </message>
    <message>
        <source>Logits of one window</source>
        <translation>Logits eines Fensters</translation>
    </message>
    <message>
        <source>Voxels per label in one window</source>
        <translation>Voxel je Label in einem Fenster</translation>
    </message>
    <message>
        <source>Positions of the sliding window</source>
        <translation>Positionen des gleitenden Fensters</translation>
    </message>
    <message>
        <source>Weights within a window (units in the last place)</source>
        <translation>Gewichte innerhalb eines Fensters (Einheiten der letzten Stelle)</translation>
    </message>
    <message>
        <source>Logits of the sliding window</source>
        <translation>Logits des gleitenden Fensters</translation>
    </message>
    <message>
        <source>Voxels per label, sliding window</source>
        <translation>Voxel je Label, gleitendes Fenster</translation>
    </message>
    <message>
        <source>Logits of the sliding window, sums in half precision</source>
        <translation>Logits des gleitenden Fensters, Summen in halber Genauigkeit</translation>
    </message>
    <message>
        <source>Share of voxels that differ, sliding window, sums in half precision</source>
        <translation>Anteil abweichender Voxel, gleitendes Fenster, Summen in halber Genauigkeit</translation>
    </message>
    <message>
        <source>Orientations</source>
        <translation>Orientierungen</translation>
    </message>
    <message>
        <source>Resampled images</source>
        <translation>Umgerechnete Bilder</translation>
    </message>
    <message>
        <source>Resampled images in whole HU</source>
        <translation>Umgerechnete Bilder in ganzen HU</translation>
    </message>
    <message>
        <source>Labels on the original grid</source>
        <translation>Labels auf dem ursprünglichen Gitter</translation>
    </message>
    <message>
        <source>Boxes of what is not 0</source>
        <translation>Quader um alles, was nicht 0 ist</translation>
    </message>
    <message>
        <source>Axes resampled apart</source>
        <translation>Getrennt umgerechnete Achsen</translation>
    </message>
    <message>
        <source>Normalized images</source>
        <translation>Normalisierte Bilder</translation>
    </message>
    <message>
        <source>Logits on the original grid</source>
        <translation>Logits auf dem ursprünglichen Gitter</translation>
    </message>
    <message>
        <source>Share of voxels that differ</source>
        <translation>Anteil abweichender Voxel</translation>
    </message>
    <message>
        <source>Share of voxels that differ, sums in half precision</source>
        <translation>Anteil abweichender Voxel, Summen in halber Genauigkeit</translation>
    </message>
    <message>
        <source>Share of sampled voxels that differ</source>
        <translation>Anteil abweichender Voxel einer Stichprobe</translation>
    </message>
    <message>
        <source>segmentation</source>
        <translation>Segmentierung</translation>
    </message>
    <message>
        <source>Boxes of a mask and its margin</source>
        <translation>Quader um eine Maske und ihren Rand</translation>
    </message>
    <message>
        <source>Labels after small pieces are removed</source>
        <translation>Labels nach dem Entfernen kleiner Stücke</translation>
    </message>
</context>
<context>
    <name>fovea::ViewActions</name>
    <message>
        <source>&amp;Window level</source>
        <translation>&amp;Fensterung</translation>
    </message>
    <message>
        <source>Anatomy &amp;overlay</source>
        <translation>A&amp;natomie-Überlagerung</translation>
    </message>
    <message>
        <source>&amp;3D</source>
        <translation>&amp;3D</translation>
    </message>
    <message>
        <source>Show anatomy and &amp;AI</source>
        <translation>Anatomie und &amp;KI anzeigen</translation>
    </message>
    <message>
        <source>Show &amp;texts</source>
        <translation>&amp;Texte anzeigen</translation>
    </message>
    <message>
        <source>Show &amp;crosshair</source>
        <translation>Fa&amp;denkreuz anzeigen</translation>
    </message>
    <message>
        <source>&amp;Interpolate</source>
        <translation>&amp;Interpolieren</translation>
    </message>
    <message>
        <source>&amp;Reset zoom and position</source>
        <translation>&amp;Zoom und Position zurücksetzen</translation>
    </message>
    <message>
        <source>Anatomy &amp;colours</source>
        <translation>Anatomie&amp;farben</translation>
    </message>
    <message>
        <source>&amp;Abnormality</source>
        <translation>&amp;Auffälligkeit</translation>
    </message>
    <message>
        <source>&amp;Off</source>
        <translation>A&amp;us</translation>
    </message>
    <message>
        <source>As out&amp;lines</source>
        <translation>Als &amp;Konturen</translation>
    </message>
</context>
<context>
    <name>fovea::ViewBench</name>
    <message>
        <source>Measuring</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>One plane moves</source>
        <translation>Eine Ebene bewegt sich</translation>
    </message>
    <message>
        <source>Three planes move</source>
        <translation>Drei Ebenen bewegen sich</translation>
    </message>
    <message>
        <source>One oblique plane</source>
        <translation>Eine schräge Ebene</translation>
    </message>
    <message>
        <source>Three oblique planes</source>
        <translation>Drei schräge Ebenen</translation>
    </message>
    <message>
        <source>One plane, maximum of 10 mm</source>
        <translation>Eine Ebene, Maximum über 10 mm</translation>
    </message>
    <message>
        <source>Three planes, maximum of 10 mm</source>
        <translation>Drei Ebenen, Maximum über 10 mm</translation>
    </message>
    <message>
        <source>One oblique plane, maximum of 10 mm</source>
        <translation>Eine schräge Ebene, Maximum über 10 mm</translation>
    </message>
    <message>
        <source>Three oblique planes, maximum of 10 mm</source>
        <translation>Drei schräge Ebenen, Maximum über 10 mm</translation>
    </message>
    <message>
        <source>Slices that follow the cursor</source>
        <translation>Schichten, die dem Fadenkreuz folgen</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>Bilder pro Sekunde</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>Sollwert</translation>
    </message>
    <message>
        <source>Median ms</source>
        <translation>Median ms</translation>
    </message>
    <message>
        <source>95 % within ms</source>
        <translation>95 % innerhalb von ms</translation>
    </message>
    <message>
        <source>Processor ms</source>
        <translation>Prozessor-ms</translation>
    </message>
    <message>
        <source>VTK frames a second</source>
        <translation>VTK, Bilder pro Sekunde</translation>
    </message>
    <message>
        <source>Fovea is … times as fast</source>
        <translation>Fovea ist …-mal so schnell</translation>
    </message>
    <message>
        <source>The segmented study</source>
        <translation>Die segmentierte Studie</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Label map from array to picture, s</source>
        <translation>Labelkarte vom Array zum Bild, s</translation>
    </message>
    <message>
        <source>Surfaces of all structures, s</source>
        <translation>Oberflächen aller Strukturen, s</translation>
    </message>
    <message>
        <source>Triangles</source>
        <translation>Dreiecke</translation>
    </message>
    <message>
        <source>Memory with four panes, MB</source>
        <translation>Speicher mit vier Ansichten, MB</translation>
    </message>
    <message>
        <source>Memory with three panes and no display, MB</source>
        <translation>Speicher mit drei Ansichten und ohne Anzeige, MB</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n thread(s)</source>
        <translation>
            <numerusform>%1, %n Thread</numerusform>
            <numerusform>%1, %n Threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slice(s) of 512 x 512, %1 structures; beside %2 (vtkImageReslice)</source>
        <translation>
            <numerusform>%n Schicht mit 512 x 512, %1 Strukturen; im Vergleich mit %2 (vtkImageReslice)</numerusform>
            <numerusform>%n Schichten mit 512 x 512, %1 Strukturen; im Vergleich mit %2 (vtkImageReslice)</numerusform>
        </translation>
    </message>
    <message>
        <source>Picture of surfaces that are turned, ms</source>
        <translation>Bild beim Drehen der Oberflächen, ms</translation>
    </message>
    <message>
        <source>Until all triangles are drawn again, ms</source>
        <translation>Bis alle Dreiecke wieder gezeichnet sind, ms</translation>
    </message>
</context>
<context>
    <name>fovea::ViewGrid</name>
    <message>
        <source>3D needs OpenGL, which this display does not offer.</source>
        <translation>3D benötigt OpenGL, das diese Anzeige nicht bietet.</translation>
    </message>
</context>
<context>
    <name>fovea::ViewPane</name>
    <message>
        <source>%1: key image</source>
        <translation>%1: Schlüsselbild</translation>
    </message>
    <message>
        <source>Key image on or off</source>
        <translation>Schlüsselbild ein/aus</translation>
    </message>
    <message>
        <source>%1: this view alone, or all again</source>
        <translation>%1: nur diese Ansicht oder wieder alle</translation>
    </message>
    <message>
        <source>This view alone, or all again (double click)</source>
        <translation>Nur diese Ansicht oder wieder alle (Doppelklick)</translation>
    </message>
    <message>
        <source>%1: choose what this pane shows</source>
        <translation>%1: Inhalt dieser Ansicht wählen</translation>
    </message>
    <message>
        <source>Choose what this pane shows</source>
        <translation>Inhalt dieser Ansicht wählen</translation>
    </message>
    <message>
        <source>This slice is a key image.</source>
        <translation>Diese Schicht ist ein Schlüsselbild.</translation>
    </message>
</context>
<context>
    <name>fovea::ViewSettings</name>
    <message>
        <source>window level</source>
        <translation>Fensterung</translation>
    </message>
    <message>
        <source>slice thickness</source>
        <translation>Schichtdicke</translation>
    </message>
    <message>
        <source>hidden structures</source>
        <translation>Ausgeblendete Strukturen</translation>
    </message>
    <message>
        <source>structure colors</source>
        <translation>Strukturfarben</translation>
    </message>
    <message>
        <source>anatomy overlay</source>
        <translation>Anatomie-Überlagerung</translation>
    </message>
    <message>
        <source>3D display</source>
        <translation>3D-Darstellung</translation>
    </message>
    <message>
        <source>display options</source>
        <translation>Anzeigeoptionen</translation>
    </message>
    <message>
        <source>3D crop</source>
        <translation>3D-Zuschnitt</translation>
    </message>
</context>
<context>
    <name>fovea::Viewer</name>
    <message>
        <source>Lung</source>
        <translation>Lunge</translation>
    </message>
    <message>
        <source>Soft tissue</source>
        <translation>Weichteil</translation>
    </message>
    <message>
        <source>Bone</source>
        <translation>Knochen</translation>
    </message>
    <message>
        <source>Mediastinum</source>
        <translation>Mediastinum</translation>
    </message>
    <message>
        <source>Liver</source>
        <translation>Leber</translation>
    </message>
    <message>
        <source>Brain</source>
        <translation>Gehirn</translation>
    </message>
    <message>
        <source>Axial</source>
        <translation>Axial</translation>
    </message>
    <message>
        <source>Coronal</source>
        <translation>Koronar</translation>
    </message>
    <message>
        <source>Sagittal</source>
        <translation>Sagittal</translation>
    </message>
    <message>
        <source>%1  %2  %3 mm</source>
        <translation>%1  %2  %3 mm</translation>
    </message>
    <message>
        <source>Thin slice</source>
        <translation>Dünnschicht</translation>
    </message>
    <message>
        <source>MIP</source>
        <translation>MIP</translation>
    </message>
    <message>
        <source>MinIP</source>
        <translation>MinIP</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>%1 %2 mm</source>
        <translation>%1 %2 mm</translation>
    </message>
    <message>
        <source>Vessels</source>
        <translation>Gefäße</translation>
    </message>
    <message>
        <source>Skin</source>
        <translation>Haut</translation>
    </message>
    <message>
        <source>Airways</source>
        <translation>Atemwege</translation>
    </message>
</context>
<context>
    <name>fovea::VolumeActions</name>
    <message>
        <source>&amp;Look from</source>
        <translation>&amp;Blickrichtung</translation>
    </message>
    <message>
        <source>&amp;Crop</source>
        <translation>Zu&amp;schneiden</translation>
    </message>
    <message>
        <source>&amp;Surfaces only</source>
        <translation>Nur &amp;Oberflächen</translation>
    </message>
    <message>
        <source>Volume: %1</source>
        <translation>Volumen: %1</translation>
    </message>
    <message>
        <source>Abnormal anatomy in transparent s&amp;hells</source>
        <translation>Auffällige Anatomie in transparenten &amp;Hüllen</translation>
    </message>
    <message>
        <source>From &amp;anterior</source>
        <translation>Von &amp;anterior</translation>
    </message>
    <message>
        <source>From &amp;posterior</source>
        <translation>Von &amp;posterior</translation>
    </message>
    <message>
        <source>From &amp;left</source>
        <translation>Von &amp;links</translation>
    </message>
    <message>
        <source>From &amp;right</source>
        <translation>Von &amp;rechts</translation>
    </message>
    <message>
        <source>From &amp;head</source>
        <translation>Von &amp;kranial</translation>
    </message>
    <message>
        <source>From &amp;feet</source>
        <translation>Von kau&amp;dal</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>&amp;Reset 3D view</source>
        <translation>3D-Ansicht &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>S&amp;pin</source>
        <translation>&amp;Rotieren</translation>
    </message>
    <message>
        <source>Measure &amp;length: click both ends</source>
        <translation>&amp;Länge messen: beide Enden anklicken</translation>
    </message>
    <message>
        <source>Measure an&amp;gle: click end, vertex, end</source>
        <translation>&amp;Winkel messen: Ende, Scheitel, Ende anklicken</translation>
    </message>
    <message>
        <source>Clipping &amp;box</source>
        <translation>Clipping-&amp;Box</translation>
    </message>
    <message>
        <source>To the &amp;anatomy at the cursor</source>
        <translation>Auf die &amp;Anatomie am Fadenkreuz</translation>
    </message>
    <message>
        <source>No clipping &amp;plane</source>
        <translation>Keine Clipping-&amp;Ebene</translation>
    </message>
    <message>
        <source>Along the a&amp;xial view</source>
        <translation>Entlang der a&amp;xialen Ansicht</translation>
    </message>
    <message>
        <source>Along the &amp;coronal view</source>
        <translation>Entlang der &amp;koronaren Ansicht</translation>
    </message>
    <message>
        <source>Along the &amp;sagittal view</source>
        <translation>Entlang der &amp;sagittalen Ansicht</translation>
    </message>
    <message>
        <source>Keep the &amp;other side</source>
        <translation>An&amp;dere Seite behalten</translation>
    </message>
    <message>
        <source>&amp;Reset crop</source>
        <translation>Zuschnitt &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>No study is open.</source>
        <translation>Keine Studie geöffnet.</translation>
    </message>
    <message>
        <source>The open series has no segmentation.</source>
        <translation>Die geöffnete Serie hat keine Segmentierung.</translation>
    </message>
    <message>
        <source>No anatomy has a finding above the model&apos;s threshold.</source>
        <translation>Keine Anatomie hat einen Befund über der Schwelle des Modells.</translation>
    </message>
</context>
<context>
    <name>fovea::VolumeOverlay</name>
    <message>
        <source>Abnormality</source>
        <translation>Auffälligkeit</translation>
    </message>
    <message>
        <source>Abnormality: calibrated probability</source>
        <translation>Auffälligkeit: kalibrierte Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>no probability</source>
        <translation>keine Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>%1 (changed)</source>
        <translation>%1 (geändert)</translation>
    </message>
    <message>
        <source>Cropped</source>
        <translation>Zugeschnitten</translation>
    </message>
    <message>
        <source>Boxes: from half of the strongest</source>
        <translation>Quader: ab der Hälfte der stärksten Zelle</translation>
    </message>
</context>
<context>
    <name>fovea::VolumePanel</name>
    <message>
        <source>Volume rendering</source>
        <translation>Volumen-Rendering</translation>
    </message>
    <message>
        <source>Surfaces</source>
        <translation>Oberflächen</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Zuschnitt</translation>
    </message>
    <message>
        <source>3D needs OpenGL, which this display does not offer.</source>
        <translation>3D benötigt OpenGL, das diese Anzeige nicht bietet.</translation>
    </message>
    <message>
        <source>No study is open.</source>
        <translation>Keine Studie geöffnet.</translation>
    </message>
</context>
<context>
    <name>fovea::VolumeWidget</name>
    <message>
        <source>3D view</source>
        <translation>3D-Ansicht</translation>
    </message>
    <message>
        <source>The 3D view needs OpenGL 3.2, which is missing here.</source>
        <translation>Die 3D-Ansicht benötigt OpenGL 3.2, das hier fehlt.</translation>
    </message>
</context>
<context>
    <name>fovea::WayTable</name>
    <message>
        <source>What each way would take</source>
        <translation>Was jeder Weg bräuchte</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Time, about</source>
        <translation>Dauer, etwa</translation>
    </message>
    <message>
        <source>Memory, at most</source>
        <translation>Speicher, höchstens</translation>
    </message>
    <message>
        <source>Disk, about</source>
        <translation>Datenträger, etwa</translation>
    </message>
    <message>
        <source>What it can change</source>
        <translation>Was sich ändern kann</translation>
    </message>
    <message>
        <source>Known once one of the studies was analyzed on this machine.</source>
        <translation>Bekannt, sobald eine der Studien auf diesem Rechner analysiert wurde.</translation>
    </message>
    <message>
        <source>%1: too much</source>
        <translation>%1: zu viel</translation>
    </message>
</context>
<context>
    <name>fovea::WindowLevelBox</name>
    <message>
        <source>Window width, HU</source>
        <translation>Fensterbreite, HU</translation>
    </message>
    <message>
        <source>Window level, HU</source>
        <translation>Fensterlage, HU</translation>
    </message>
    <message>
        <source>W</source>
        <extracomment>Window width, as in the corner of the images.</extracomment>
        <translation>W</translation>
    </message>
    <message>
        <source>L</source>
        <extracomment>Window level, as in the corner of the images.</extracomment>
        <translation>L</translation>
    </message>
</context>
</TS>
