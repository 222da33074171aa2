package dev.tenon.processor.internal.read.jpa;

import dev.tenon.processor.internal.read.jpa.attribute.AttributeContext;
import dev.tenon.processor.internal.read.jpa.attribute.MappedColumn;
import dev.tenon.processor.internal.read.jpa.attribute.PersistentAttribute;
import dev.tenon.schema.ColumnType;
import java.util.Optional;

/** Embedded objects that an annotation of Hibernate stores as one document, not as columns. */
final class DocumentReader {

    /** What {@code org.hibernate.type.SqlTypes.JSON} is; constants of annotations are numbers to javac. */
    private static final int JSON = 3001;

    private final SingleAttributeReader attributes;

    DocumentReader(JpaContext jpa) {
        this.attributes = new SingleAttributeReader(jpa);
    }

    /** Whether the attribute is stored so. */
    static boolean isDocument(PersistentAttribute member) {
        return member.marks()
                .hibernate("JdbcTypeCode")
                .filter(use -> use.number("value") == JSON)
                .isPresent();
    }

    /**
     * Reads the attribute as one column.
     *
     * @param inside the attributes of the object, which are no columns
     */
    void read(PersistentAttribute member, AttributeContext where, TableContribution inside, TableContribution into) {
        MappedColumn document = attributes.read(member, where, Optional.of(ColumnType.builtin("jsonb")), into);
        new DocumentCheck(document).of(inside).ifPresent(into::add);
    }
}
