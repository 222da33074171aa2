package dev.tenon.processor.internal.read.jpa;

import dev.tenon.processor.internal.read.jpa.attribute.AttributeContext;
import dev.tenon.processor.internal.read.jpa.attribute.MappedColumn;
import dev.tenon.processor.internal.read.jpa.attribute.PersistentAttribute;
import dev.tenon.schema.ColumnType;
import java.util.Optional;

/** Reads embedded objects that {@code @JdbcTypeCode} of Hibernate stores as one JSON document instead of columns. */
final class DocumentReader {

    /** The value of {@code org.hibernate.type.SqlTypes.JSON}; javac shows constants in annotations as numbers. */
    private static final int JSON = 3001;

    private final SingleAttributeReader attributes;

    DocumentReader(JpaContext jpa, PrimaryKeys keys) {
        this.attributes = new SingleAttributeReader(jpa, keys);
    }

    /** Whether the attribute is stored as a JSON document. */
    static boolean isDocument(PersistentAttribute member) {
        return member.marks()
                .hibernate("JdbcTypeCode")
                .filter(use -> use.number("value") == JSON)
                .isPresent();
    }

    /**
     * Reads the attribute as one column.
     *
     * @param inside the attributes of the object, which have no columns of their own
     */
    void read(PersistentAttribute member, AttributeContext where, TableContribution inside, TableContribution into) {
        MappedColumn document = attributes.read(member, where, Optional.of(ColumnType.builtin("jsonb")), into);
        new DocumentCheck(document).of(inside).ifPresent(into::add);
    }
}
