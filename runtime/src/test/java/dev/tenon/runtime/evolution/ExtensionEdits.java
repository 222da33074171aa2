package dev.tenon.runtime.evolution;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Extension;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Table;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Edits of extensions and of columns whose types come from them. */
final class ExtensionEdits {

    static final Edit ADD = new Edit("add extension", ExtensionEdits::add);

    static final Edit ADD_COLUMN = Edit.table("add column of extension", ExtensionEdits::column);

    static final List<Edit> ALL = List.of(
            ADD,
            ADD_COLUMN,
            new Edit(
                    "drop extension",
                    (drawing, random) -> random.maybe(drawing.schema.extensions())
                            .ifPresent(extension -> drawing.set(drawing.schema.withExtensions(
                                    Edit.without(drawing.schema.extensions(), extension))))));

    /** Extensions with a type of the same name. */
    private static final List<String> NAMES = List.of("citext", "hstore", "ltree");

    private ExtensionEdits() {}

    private static void add(Drawing drawing, RandomChoices random) {
        Extension extension = new Extension(random.of(NAMES), random.of(List.of("public", "aside")));
        boolean installed = drawing.schema.extensions().stream()
                .anyMatch(each -> each.name().equals(extension.name()));
        if (!installed) {
            drawing.set(drawing.schema.withExtensions(Edit.plus(drawing.schema.extensions(), extension)));
        }
    }

    private static void column(Drawing drawing, RandomChoices random, Table table) {
        random.maybe(drawing.schema.extensions()).ifPresent(extension -> {
            Column column =
                    Column.of(drawing.names(random).name(), type(extension)).withNullable(random.oneIn(2));
            drawing.replace(table, each -> each.withColumns(Edit.plus(each.columns(), column)));
        });
    }

    private static ColumnType type(Extension extension) {
        return new ColumnType.UserDefined(new QualifiedName(extension.schema(), extension.name()), List.of());
    }

    /** Whether the type exists, if it comes from one of these. */
    static boolean has(List<Extension> extensions, ColumnType type) {
        Set<ColumnType> installed = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
        extensions.forEach(extension -> installed.add(type(extension)));
        return !(type instanceof ColumnType.UserDefined user)
                || !NAMES.contains(user.name().name())
                || installed.contains(type);
    }
}
