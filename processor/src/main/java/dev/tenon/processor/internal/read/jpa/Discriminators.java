package dev.tenon.processor.internal.read.jpa;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.jpa.attribute.EntityClass;
import dev.tenon.processor.internal.read.structure.TableDraft;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.processor.internal.report.SourceLocation;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.internal.sql.quote.Identifier;
import dev.tenon.schema.internal.sql.quote.Literal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Adds the discriminator column of a hierarchy, with a check of its values. */
final class Discriminators {

    private static final int DEFAULT_LENGTH = 31;

    private final JpaContext jpa;
    private final TableBuilder builder;

    Discriminators(JpaContext jpa, TableBuilder builder) {
        this.jpa = jpa;
        this.builder = builder;
    }

    /** Whether the root's table has a discriminator column; for joined tables only if it is declared. */
    static boolean isNeeded(EntityClass root) {
        return switch (root.strategy()) {
            case SINGLE_TABLE ->
                root.isExtended()
                        || root.discriminator().isPresent()
                        || root.marks().has("DiscriminatorValue");
            case JOINED -> root.discriminator().isPresent();
            case TABLE_PER_CLASS -> false;
        };
    }

    /** Adds the column to the root's table; an attribute may read it. */
    void add(EntityClass root, TableDraft table, TableContribution parts) {
        Optional<AnnotationUse> said = root.discriminator();
        SourceLocation site = said.map(AnnotationUse::site).orElseGet(() -> SourceLocation.of(root.element()));
        String name = jpa.naming()
                .physical(said.flatMap(use -> use.optionalText("name")).orElse("DTYPE"));
        String kind = said.map(use -> use.constant("discriminatorType")).orElse("STRING");
        Column column = Column.of(name, type(said, kind));
        if (parts.isOnlyRead(name)) {
            parts.leave(name);
            table.replace(column);
        } else {
            table.add(column, site);
        }
        List<String> values = Stream.concat(Stream.of(root), below(root))
                .filter(entity -> !entity.isAbstract())
                .map(entity -> value(entity, kind))
                .toList();
        if (!values.isEmpty()) {
            String list = values.stream()
                    .map(value -> kind.equals("INTEGER") ? value : Literal.text(value))
                    .collect(Collectors.joining(", "));
            builder.check(
                    table,
                    new TableContribution.Condition(
                            Optional.empty(), List.of(name), Identifier.quote(name) + " IN (" + list + ")", site));
        }
    }

    /** The subclasses in the order of Hibernate ORM: for each class, first those further below, then those directly below. */
    private static Stream<EntityClass> below(EntityClass entity) {
        List<EntityClass> children = entity.children().stream()
                .sorted(Comparator.comparing(
                        each -> each.element().getQualifiedName().toString()))
                .toList();
        return Stream.concat(children.stream().flatMap(Discriminators::below), children.stream());
    }

    private ColumnType type(Optional<AnnotationUse> said, String kind) {
        Optional<ColumnType> defined = said.flatMap(use -> use.optionalText("columnDefinition"))
                .flatMap(text -> jpa.readers().types().named(text));
        int length = said.filter(use -> use.values().containsKey("length"))
                .map(use -> use.number("length"))
                .orElse(DEFAULT_LENGTH);
        return defined.orElseGet(() -> switch (kind) {
            case "CHAR" -> ColumnType.builtin("char", 1);
            case "INTEGER" -> ColumnType.builtin("integer");
            default -> ColumnType.builtin("varchar", length);
        });
    }

    private String value(EntityClass entity, String kind) {
        Optional<AnnotationUse> said = entity.marks().one("DiscriminatorValue");
        String value = said.map(use -> use.text("value"))
                .orElseGet(() ->
                        kind.equals("INTEGER") ? Integer.toString(entity.name().hashCode()) : entity.name());
        boolean fits = switch (kind) {
            case "CHAR" -> value.length() == 1;
            case "INTEGER" -> value.matches("-?\\d+");
            default -> true;
        };
        if (!fits) {
            jpa.error(
                    DiagnosticCode.JPA_INHERITANCE,
                    said.map(use -> use.site("value")).orElseGet(() -> SourceLocation.of(entity.element())),
                    "'" + value + "' is not a valid value for " + entity + " in a discriminator column of " + kind,
                    "set a valid value with @DiscriminatorValue");
        }
        return value;
    }
}
