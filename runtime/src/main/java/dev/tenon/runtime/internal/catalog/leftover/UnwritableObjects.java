package dev.tenon.runtime.internal.catalog.leftover;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.EnumType;
import dev.tenon.schema.Index;
import dev.tenon.schema.Keyed;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Sequence;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.View;
import dev.tenon.schema.internal.expression.TableExpressions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds objects that Java sources cannot declare: a name with a control character, which rules refuse (TN204), or a text
 * that is longer than a constant of a class file may be.
 */
final class UnwritableObjects {

    /** The bytes that a constant of a class file may have. */
    private static final int LONGEST = 65_535;

    private final LeftoverCollector leftovers;

    private UnwritableObjects(LeftoverCollector leftovers) {
        this.leftovers = leftovers;
    }

    /** Returns the schema without these objects, and adds a warning for each. */
    static Schema without(Schema schema, LeftoverCollector leftovers) {
        UnwritableObjects found = new UnwritableObjects(leftovers);
        List<EnumType> enums = schema.enums().stream().filter(found::isWritable).toList();
        Set<QualifiedName> types = schema.enums().stream()
                .filter(type -> !enums.contains(type))
                .map(EnumType::name)
                .collect(Collectors.toSet());
        List<Table> tables = schema.tables().stream()
                .filter(table -> found.isWritable(table, types))
                .toList();
        Set<QualifiedName> rest = tables.stream().map(Table::name).collect(Collectors.toSet());
        return schema.withEnums(enums)
                .withTables(tables)
                .withViews(schema.views().stream().filter(found::isWritable).toList())
                .withSequences(schema.sequences().stream()
                        .filter(sequence -> sequence.owner()
                                .map(Sequence.Owner::table)
                                .filter(owner -> schema.table(owner).isPresent() && !rest.contains(owner))
                                .isEmpty())
                        .filter(sequence -> found.isWritable(
                                ObjectPath.sequence(sequence.name()),
                                List.of(sequence.name().name()),
                                sequence.comment().stream().toList()))
                        .toList())
                .withObjects(schema.objects().stream().filter(found::isWritable).toList());
    }

    private boolean isWritable(Table table, Set<QualifiedName> absentTypes) {
        ObjectPath path = ObjectPath.table(table.name());
        List<String> names = Stream.of(
                        Stream.of(table.name().name()),
                        table.columns().stream().map(Keyed::name),
                        table.constraints().stream().map(Constraint::name),
                        table.indexes().stream().map(Keyed::name),
                        table.policies().stream().map(Keyed::name),
                        table.partitions().stream().map(Keyed::name))
                .flatMap(each -> each)
                .toList();
        List<String> texts = new ArrayList<>();
        TableExpressions.forEach(table, (at, kind, sql) -> texts.add(sql));
        table.comment().ifPresent(texts::add);
        table.columns().stream().map(Column::comment).flatMap(Optional::stream).forEach(texts::add);
        table.indexes().stream().map(Index::comment).flatMap(Optional::stream).forEach(texts::add);
        Optional<Column> typed = table.columns().stream()
                .filter(column -> isAbsent(column.type(), absentTypes))
                .findFirst();
        typed.ifPresent(column -> leftovers.unwritable(
                path, "has column " + column.name() + " of a type that is not imported", column.toString()));
        return typed.isEmpty() && isWritable(path, names, texts);
    }

    private static boolean isAbsent(ColumnType type, Set<QualifiedName> absent) {
        return type instanceof ColumnType.Array array
                ? isAbsent(array.element(), absent)
                : type instanceof ColumnType.UserDefined own && absent.contains(own.name());
    }

    private boolean isWritable(View view) {
        List<String> names = Stream.of(
                        Stream.of(view.name().name()),
                        view.columns().stream().map(Keyed::name),
                        view.indexes().stream().map(Keyed::name))
                .flatMap(each -> each)
                .toList();
        List<String> texts =
                Stream.concat(Stream.of(view.sql()), view.comment().stream()).toList();
        return isWritable(ObjectPath.view(view.name()), names, texts);
    }

    private boolean isWritable(EnumType type) {
        List<String> names = Stream.concat(Stream.of(type.name().name()), type.labels().stream())
                .toList();
        return isWritable(
                ObjectPath.enumType(type.name()), names, type.comment().stream().toList());
    }

    private boolean isWritable(SqlObject object) {
        return isWritable(
                ObjectPath.object(object.name()),
                List.of(object.name().name()),
                List.of(object.create(), object.drop()));
    }

    private boolean isWritable(ObjectPath path, List<String> names, List<String> texts) {
        Optional<String> name = names.stream()
                .filter(each -> each.codePoints().anyMatch(Character::isISOControl))
                .findFirst();
        Optional<String> text =
                texts.stream().filter(each -> size(each) > LONGEST).findFirst();
        name.ifPresent(each -> leftovers.unwritable(
                path,
                "has a name with the character "
                        + String.format(
                                Locale.ROOT,
                                "U+%04X",
                                each.codePoints()
                                        .filter(Character::isISOControl)
                                        .findFirst()
                                        .orElseThrow()),
                each));
        if (name.isEmpty() && text.isPresent()) {
            leftovers.unwritable(
                    path,
                    "has a text of " + size(text.get()) + " bytes, more than a constant in Java may have",
                    text.get());
        }
        return name.isEmpty() && text.isEmpty();
    }

    /** The bytes in a class file, where each half of a surrogate pair has three. */
    private static int size(String text) {
        return text.chars()
                .map(each -> each == 0 ? 2 : each < 0x80 ? 1 : each < 0x800 ? 2 : 3)
                .sum();
    }
}
