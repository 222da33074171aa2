package dev.tenon.processor.internal.read.jpa;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.jpa.attribute.JpaAnnotations;
import dev.tenon.processor.internal.read.jpa.attribute.PersistentAttribute;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.processor.internal.report.SourceLocation;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.SequenceOptions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the attributes of column annotations other than name and type. */
final class ColumnExtras {

    private final JpaContext jpa;

    ColumnExtras(JpaContext jpa) {
        this.jpa = jpa;
    }

    /** Whether another attribute writes the column. */
    static boolean isReadOnly(Optional<AnnotationUse> column) {
        return column.filter(use -> !use.flag("insertable") && !use.flag("updatable"))
                .isPresent();
    }

    /** Reports a column of a collection that names another table than that of the collection. */
    void refuseOtherTable(Optional<AnnotationUse> column, QualifiedName table) {
        column.filter(use -> use.optionalText("table").isPresent())
                .filter(use -> !jpa.naming().physical(use.text("table")).equals(table.name()))
                .ifPresent(use -> jpa.error(
                        DiagnosticCode.JPA_UNMAPPED,
                        use.site("table"),
                        "the values of the collection are in the table " + table.display() + " alone",
                        "name the table with @CollectionTable, and remove the table from the column"));
    }

    /** The identity of a generated key. */
    Optional<ColumnDefault> identity(PersistentAttribute member, Optional<ColumnType> type) {
        return member.marks()
                .one("GeneratedValue")
                .filter(use -> use.constant("strategy").equals("IDENTITY") || isIdentity(member, use))
                .filter(use -> type.filter(each -> canCount(each, member, use)).isPresent())
                .map(use -> new ColumnDefault.Identity(false));
    }

    private boolean isIdentity(PersistentAttribute member, AnnotationUse use) {
        return Stream.of(member.element(), member.element().getEnclosingElement())
                .flatMap(each -> jpa.lookup().of(each).allOfHibernate("GenericGenerator").stream())
                .filter(each -> each.text("name").equals(use.text("generator")))
                .anyMatch(each -> new GenericGenerator(each).kind() == GenericGenerator.Kind.IDENTITY);
    }

    private boolean canCount(ColumnType type, PersistentAttribute member, AnnotationUse use) {
        boolean can = SequenceOptions.canCount(type);
        if (!can) {
            jpa.error(
                    DiagnosticCode.JPA_GENERATOR,
                    use.site(),
                    member.name() + " of type " + type + " cannot be an identity column",
                    "make it a smallint, integer or bigint");
        }
        return can;
    }

    Optional<String> comment(Optional<AnnotationUse> column, JpaAnnotations marks) {
        return column.flatMap(use -> use.optionalText("comment"))
                .or(() -> marks.hibernate("Comment").flatMap(use -> use.optionalText("value")));
    }

    /** Adds the unique and check constraints of a column annotation. */
    void constraints(AnnotationUse column, String name, TableContribution into) {
        if (column.flag("unique")) {
            into.unique(List.of(name), column.site("unique"));
        }
        checks(column, List.of(name), into);
    }

    /** Adds the check constraints of a column or table annotation. */
    void checks(AnnotationUse outer, List<String> columns, TableContribution into) {
        for (AnnotationUse check : jpa.nested(outer, "check")) {
            SourceLocation site = check.site("constraint");
            jpa.context()
                    .required(check, "constraint")
                    .ifPresent(condition -> into.add(
                            new TableContribution.Condition(check.optionalText("name"), columns, condition, site)));
        }
    }
}
