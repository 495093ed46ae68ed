"""Reads with pydicom what `fovea-cli export` wrote and prints it as JSON.

    readWithPydicom.py FOLDER

Exits with 77 where python3 has no pydicom: nothing is then said about the files.
"""

import json
import pathlib
import sys

try:
    import pydicom
except ImportError:
    print("no pydicom")
    sys.exit(77)


def meaning(sequence):
    return sequence[0].CodeMeaning


def content(item):
    """A content item and those below it, as nested dictionaries."""
    out = {"type": item.ValueType}
    if "ConceptNameCodeSequence" in item:
        out["name"] = meaning(item.ConceptNameCodeSequence)
    if item.ValueType == "TEXT":
        out["value"] = item.TextValue
    elif item.ValueType == "UIDREF":
        out["value"] = item.UID
    elif item.ValueType == "PNAME":
        out["value"] = str(item.PersonName)
    elif item.ValueType == "CODE":
        code = item.ConceptCodeSequence[0]
        out["value"] = code.CodeMeaning
        out["code"] = code.get("CodeValue", code.get("LongCodeValue", ""))
        out["scheme"] = code.CodingSchemeDesignator
    elif item.ValueType == "NUM":
        measured = item.MeasuredValueSequence[0]
        out["value"] = float(measured.NumericValue)
        out["unit"] = measured.MeasurementUnitsCodeSequence[0].CodeValue
    elif item.ValueType == "IMAGE":
        reference = item.ReferencedSOPSequence[0]
        out["value"] = reference.ReferencedSOPInstanceUID
        if "ReferencedSegmentNumber" in reference:
            out["segment"] = int(reference.ReferencedSegmentNumber)
    elif item.ValueType == "SCOORD3D":
        out["value"] = [float(number) for number in item.GraphicData]
        out["graphic"] = item.GraphicType
        out["frame_of_reference"] = item.ReferencedFrameOfReferenceUID
    out["items"] = [content(child) for child in item.get("ContentSequence", [])]
    return out


def described(path):
    data = pydicom.dcmread(path)
    out = {
        "class": data.SOPClassUID.name,
        "uid": data.SOPInstanceUID,
        "study": data.StudyInstanceUID,
        "patient": str(data.PatientName),
        "patient_id": data.PatientID,
        "modality": data.Modality,
    }
    if "ContentSequence" in data:
        out["content"] = content(data)
    if "EncapsulatedDocument" in data:
        document = data.EncapsulatedDocument[: data.EncapsulatedDocumentLength]
        out["document_start"] = document[:5].decode("latin-1")
        out["document_length"] = len(document)
    if data.get("PhotometricInterpretation") == "RGB":
        out["rows"] = data.Rows
        out["columns"] = data.Columns
        out["bytes"] = len(data.PixelData)
        out["orientation"] = list(data.PatientOrientation)
        middle = (data.Rows // 2 * data.Columns + data.Columns // 2) * 3
        out["middle"] = list(data.PixelData[middle : middle + 3])
    if data.SOPClassUID.name == "Segmentation Storage":
        out["segments"] = [
            {"number": int(one.SegmentNumber), "label": one.SegmentLabel}
            for one in data.SegmentSequence
        ]
    return out


folder = pathlib.Path(sys.argv[1])
print(json.dumps({path.name: described(path) for path in sorted(folder.glob("*.dcm"))}))
