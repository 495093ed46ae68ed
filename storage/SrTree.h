#pragma once

#include "model/domain/Anatomy.h"
#include "storage/DicomBuilding.h"

#include <dcmtk/dcmsr/dsrdoctr.h>

#include <string>

// Content items of structured reports, one after the other as they stand in the document. Internal
// to storage/.

namespace fovea {

/// A code as DCMTK's structured reports take it. Long values go to Long Code Value.
DSRCodedEntryValue srCode(const CodedConcept& code);

/// Appends to a document's tree. What DCMTK refuses (a relationship that the document type does not
/// allow, an invalid value) is a fault of the program: DicomBuildFailure.
class SrTree {
public:
    using Relation = DSRTypes::E_RelationshipType;
    using Type = DSRTypes::E_ValueType;

    /// An item that is open: what is appended stands below it until the scope ends.
    class Scope {
    public:
        Scope(const Scope&) = delete;
        Scope& operator=(const Scope&) = delete;
        ~Scope();

    private:
        friend class SrTree;
        explicit Scope(DSRDocumentTree& tree)
            : m_tree(tree)
        {
        }
        DSRDocumentTree& m_tree;
    };

    /// `tree` outlives this object and is empty.
    explicit SrTree(DSRDocumentTree& tree)
        : m_tree(tree)
    {
    }

    /// The root container, which stays open.
    void root(const CodedConcept& title, const char* templateId);
    Scope container(Relation relation, const CodedConcept& name, const char* templateId = nullptr);
    /// UTF-8; nothing is appended for an empty text.
    void text(Relation relation, const CodedConcept& name, const std::string& utf8);
    void code(Relation relation, const CodedConcept& name, const CodedConcept& value);
    void uid(Relation relation, const CodedConcept& name, const std::string& uid);
    void person(Relation relation, const CodedConcept& name, const std::string& personName);
    /// The same, left open for what describes it.
    Scope openText(Relation relation, const CodedConcept& name, const std::string& utf8);
    Scope openCode(Relation relation, const CodedConcept& name, const CodedConcept& value);
    /// `value` rounded to so many decimals; `unit` is UCUM.
    Scope openNumber(Relation relation, const CodedConcept& name, double value, int decimals,
                     const CodedConcept& unit);
    /// `segment` 0: the whole image.
    void image(Relation relation, const CodedConcept& name, const std::string& sopClassUid,
               const std::string& sopInstanceUid, int segment = 0, int frame = 0);
    /// The same without a name, as key object selections and image libraries have it.
    void image(Relation relation, const std::string& sopClassUid, const std::string& sopInstanceUid,
               int frame = 0);
    void coordinates(Relation relation, const CodedConcept& name,
                     DSRSpatialCoordinates3DValue value);

private:
    DSRContentItem& append(Relation relation, Type type, const CodedConcept* name);
    Scope open() { return Scope(m_tree); }
    void close();

    DSRDocumentTree& m_tree;
};

} // namespace fovea
