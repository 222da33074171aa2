package dev.tenon.processor.internal.read.jpa;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.annotation.Annotations;
import dev.tenon.processor.internal.read.jpa.attribute.ColumnDefinition;
import dev.tenon.processor.internal.read.jpa.attribute.EntityClass;
import dev.tenon.processor.internal.read.jpa.attribute.JpaAnnotations;
import dev.tenon.processor.internal.read.jpa.attribute.PrimaryKeyColumn;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.ForeignKeyAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pairs referencing columns with referenced columns. */
final class JoinColumns {

    private final JpaContext jpa;
    private final PrimaryKeys keys;

    /**
     * One referencing column.
     *
     * @param name its name
     * @param type its type
     * @param target the referenced column
     * @param declared its annotation, if there is one
     */
    record Pair(String name, ColumnType type, String target, Optional<AnnotationUse> declared) {

        boolean isNotNull() {
            return declared.filter(use -> !use.flag("nullable")).isPresent();
        }
    }

    JoinColumns(JpaContext jpa, PrimaryKeys keys) {
        this.jpa = jpa;
        this.keys = keys;
    }

    /**
     * The columns that reference the entity; none if they match no key, which is reported.
     *
     * @param said the annotations of the columns
     * @param prefix the prefix of derived names
     */
    List<Pair> pair(List<AnnotationUse> said, String prefix, EntityClass target) {
        List<PrimaryKeyColumn> key = keys.of(target);
        if (said.isEmpty()) {
            return key.stream()
                    .map(column -> new Pair(
                            jpa.naming().derived(prefix, column.name()),
                            column.type(),
                            column.name(),
                            Optional.empty()))
                    .toList();
        }
        List<Pair> pairs = new ArrayList<>();
        boolean isByOrder = said.size() == key.size()
                && said.stream()
                        .allMatch(
                                use -> use.optionalText("referencedColumnName").isEmpty());
        for (AnnotationUse use : said) {
            Optional<PrimaryKeyColumn> referenced = isByOrder
                    ? Optional.of(keys.sorted(target).get(pairs.size()))
                    : referenced(use, key, said.size(), target);
            if (referenced.isEmpty()) {
                return List.of();
            }
            PrimaryKeyColumn column = referenced.get();
            String name = use.optionalText("name")
                    .map(jpa.naming()::physical)
                    .orElseGet(() -> jpa.naming().derived(prefix, column.name()));
            pairs.add(new Pair(name, type(use, column), column.name(), Optional.of(use)));
        }
        return pairs;
    }

    /** Whether the columns reference the primary key. */
    boolean areKey(List<Pair> pairs, EntityClass target) {
        List<String> key = names(keys.of(target));
        return pairs.stream().map(Pair::target).allMatch(key::contains);
    }

    private Optional<PrimaryKeyColumn> referenced(
            AnnotationUse use, List<PrimaryKeyColumn> key, int count, EntityClass target) {
        Optional<String> name = use.optionalText("referencedColumnName").map(jpa.naming()::physical);
        if (name.isEmpty()) {
            if (key.size() == 1 && count == 1) {
                return Optional.of(key.get(0));
            }
            problem(use, "", count + " join columns do not match the key " + names(key) + " of " + target);
            return Optional.empty();
        }
        Optional<PrimaryKeyColumn> found = key.stream()
                .filter(column -> column.name().equals(name.get()))
                .findFirst()
                .or(() -> keys.other(target, name.get()));
        if (found.isEmpty()) {
            problem(use, "referencedColumnName", target + " has no column " + name.get() + " to reference");
        }
        return found;
    }

    private static List<String> names(List<PrimaryKeyColumn> key) {
        return key.stream().map(PrimaryKeyColumn::name).toList();
    }

    private ColumnType type(AnnotationUse use, PrimaryKeyColumn referenced) {
        return use.optionalText("columnDefinition")
                .flatMap(ColumnDefinition::parse)
                .flatMap(definition -> jpa.readers().types().named(definition.type()))
                .orElse(referenced.type());
    }

    private void problem(AnnotationUse use, String attribute, String problem) {
        jpa.error(
                DiagnosticCode.JPA_JOIN,
                use.site(attribute),
                problem,
                "declare one " + Annotations.written(use) + " with referencedColumnName for each column of the key");
    }

    /** The action on delete: none, unless Hibernate's {@code @OnDelete} declares one. */
    static ForeignKeyAction onDelete(JpaAnnotations marks) {
        return marks.hibernate("OnDelete")
                .map(use -> use.constant("action"))
                .filter(action -> !action.isEmpty())
                .map(ForeignKeyAction::valueOf)
                .orElse(ForeignKeyAction.NO_ACTION);
    }
}
