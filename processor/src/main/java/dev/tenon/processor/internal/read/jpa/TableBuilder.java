package dev.tenon.processor.internal.read.jpa;

import dev.tenon.processor.internal.read.jpa.attribute.EntityReference;
import dev.tenon.processor.internal.read.jpa.attribute.MappedColumn;
import dev.tenon.processor.internal.read.structure.EntityStructure;
import dev.tenon.processor.internal.read.structure.TableDraft;
import dev.tenon.processor.internal.read.structure.TableKeys;
import dev.tenon.processor.internal.read.type.CollationNames;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.processor.internal.report.SourceLocation;
import dev.tenon.schema.Column;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Deferrability;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.TableStorage;
import dev.tenon.schema.internal.derive.DefaultNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Builds tables from fragments; fragments of several mappings with the same table name become one table. */
final class TableBuilder {

    private final JpaContext jpa;
    private final List<EntityReference> references = new ArrayList<>();
    private final Map<QualifiedName, TableDraft> tables = new TreeMap<>();

    TableBuilder(JpaContext jpa) {
        this.jpa = jpa;
    }

    /** What foreign keys created so far reference. */
    List<EntityReference> references() {
        return List.copyOf(references);
    }

    /** The table of that name, if it was begun. */
    Optional<TableDraft> known(QualifiedName name) {
        return Optional.ofNullable(tables.get(name));
    }

    /**
     * Creates a table with the columns only, or adds the columns to the table of that name.
     *
     * @param loosens whether the table may also have rows without the columns that this mapping lets be null
     */
    TableDraft begin(
            TypeElement entity,
            List<TypeElement> hierarchy,
            QualifiedName name,
            TableStorage storage,
            Optional<String> comment,
            TableContribution parts,
            boolean loosens) {
        EntityStructure shape =
                new EntityStructure(entity, hierarchy, parts.properties(), parts.embeddings(), List.of());
        TableDraft before = tables.get(name);
        if (before != null) {
            before.include(shape);
            parts.columns().forEach(column -> share(before, column, loosens));
            return before;
        }
        TableDraft table = new TableDraft(jpa.context(), shape, name, storage, comment);
        tables.put(name, table);
        jpa.context().sites().put(table.path(), SourceLocation.of(entity));
        parts.columns().forEach(column -> add(table, column));
        return table;
    }

    private void add(TableDraft table, MappedColumn column) {
        if (column.beside()) {
            jpa.readers().columns().readBeside(table, column.property(), column.basis());
        } else {
            jpa.readers().columns().read(table, column.property(), column.basis());
        }
    }

    /** Adds a column that another mapping of the table may have, too. */
    private void share(TableDraft table, MappedColumn column, boolean loosens) {
        Optional<Column> before = table.column(column.column());
        if (before.isEmpty()) {
            add(table, column);
            return;
        }
        Element element = column.property().element();
        boolean isOther = !jpa.readers().types().declaresType(element)
                && column.basis()
                        .type()
                        .filter(type -> !type.equals(before.get().type()))
                        .isPresent();
        if (isOther) {
            disagree(
                    SourceLocation.of(element),
                    "column " + column.column() + " of " + table.name().display() + " is "
                            + column.basis().type().orElseThrow() + " here, and "
                            + before.get().type() + " in another mapping of the table");
        } else if (loosens
                && column.basis().nullable()
                && !table.key().contains(before.get().name())) {
            table.replace(before.get().withNullable(true));
        }
    }

    private void disagree(SourceLocation site, String problem) {
        jpa.error(DiagnosticCode.JPA_SHARED, site, problem, "map it alike in both, or rename one of the tables");
    }

    /** Adds the columns of another entity's relationship to a table; existing columns stay unchanged. */
    void extend(TableDraft table, TableContribution parts) {
        for (MappedColumn column : parts.columns()) {
            if (table.column(column.column()).isEmpty()) {
                add(table, column);
            }
        }
        constraints(table, parts);
    }

    /** Adds the primary key to the table. */
    void key(TableDraft table, List<String> columns, SourceLocation site) {
        List<String> before = table.key();
        if (before.isEmpty() && !columns.isEmpty()) {
            table.add(new Constraint.PrimaryKey(DefaultNames.primaryKey(table.name()), columns), site);
        } else if (!columns.isEmpty() && !Set.copyOf(before).equals(Set.copyOf(columns))) {
            disagree(
                    site,
                    "the primary key of " + table.name().display() + " is " + columns + " here, and " + before
                            + " in another mapping of the table");
        }
    }

    /** Adds the constraints of the fragment to the table. */
    void constraints(TableDraft table, TableContribution parts) {
        for (TableContribution.Key unique : parts.uniques()) {
            // A relationship to an entity without a key, which is already reported, has no columns.
            if (!unique.columns().isEmpty()) {
                unique(table, unique.columns(), Optional.empty(), unique.site());
            }
        }
        parts.natural().ifPresent(key -> unique(table, key.columns(), Optional.empty(), key.site()));
        parts.collations()
                .forEach((column, collation) -> table.column(column)
                        .ifPresent(each ->
                                table.replace(each.withCollation(Optional.of(CollationNames.named(collation))))));
        parts.conditions().forEach(condition -> check(table, condition));
        parts.links().forEach(link -> reference(table, link));
        parts.referred().forEach(references::add);
    }

    /** Adds a unique constraint, unless the columns are unique already; a declared name replaces a derived one. */
    void unique(TableDraft table, List<String> columns, Optional<String> said, SourceLocation site) {
        String derived = DefaultNames.unique(table.name(), columns);
        if (Set.copyOf(table.key()).equals(Set.copyOf(columns))) {
            return;
        }
        if (said.isPresent()) {
            table.constraints().stream()
                    .filter(each -> each instanceof Constraint.Unique unique
                            && isDerived(table, unique)
                            && Set.copyOf(unique.columns()).equals(Set.copyOf(columns)))
                    .forEach(table::remove);
        } else if (TableKeys.isUnique(table, columns)) {
            return;
        }
        String name = said.orElse(derived);
        jpa.context().sites().put(ObjectPath.constraint(table.name(), name), "columns", site);
        table.add(new Constraint.Unique(name, columns, false, Deferrability.NOT_DEFERRABLE), site);
    }

    private static boolean isDerived(TableDraft table, Constraint.Unique unique) {
        return unique.name().equals(DefaultNames.unique(table.name(), unique.columns()));
    }

    /** Adds a check constraint, unless the table has it. */
    void check(TableDraft table, TableContribution.Condition condition) {
        boolean isKnown = table.constraints().stream()
                .anyMatch(each -> each instanceof Constraint.Check check
                        && check.expression().equals(condition.expression()));
        if (isKnown && condition.name().isEmpty()) {
            return;
        }
        String name =
                condition.name().orElseGet(() -> free(table, DefaultNames.check(table.name(), condition.columns())));
        jpa.context().sites().put(ObjectPath.constraint(table.name(), name), "expression", condition.site());
        table.add(new Constraint.Check(name, condition.expression(), true), condition.site());
    }

    /** Adds a foreign key, unless the table has it. */
    void reference(TableDraft table, EntityReference link) {
        if (link.target().isQuery()) {
            return;
        }
        references.add(link);
        QualifiedName target = link.target().table();
        boolean isKnown = table.constraints().stream()
                .anyMatch(each -> each instanceof Constraint.ForeignKey before
                        && before.target().equals(target)
                        && pairs(before.columns(), before.targetColumns())
                                .equals(pairs(link.columns(), link.targetColumns())));
        if (isKnown) {
            return;
        }
        String name = link.name().orElseGet(() -> free(table, DefaultNames.foreignKey(table.name(), link.columns())));
        table.add(
                Constraint.ForeignKey.of(name, link.columns(), target, link.targetColumns())
                        .withOnDelete(link.onDelete(), List.of()),
                link.site());
    }

    private static Map<String, String> pairs(List<String> columns, List<String> targets) {
        Map<String, String> pairs = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            pairs.put(columns.get(i), targets.get(i));
        }
        return pairs;
    }

    /** The derived name, with a number if another constraint has it. */
    private static String free(TableDraft table, String derived) {
        Set<String> taken = table.constraints().stream().map(Constraint::name).collect(Collectors.toSet());
        return Stream.iterate(0, number -> number + 1)
                .map(number -> number == 0 ? derived : derived + number)
                .filter(name -> !taken.contains(name))
                .findFirst()
                .orElseThrow();
    }
}
