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
                    (edited, random) -> random.maybe(edited.schema.extensions())
                            .ifPresent(extension -> edited.set(edited.schema.withExtensions(
                                    Edit.without(edited.schema.extensions(), extension))))));

    /** Extensions with a type of the same name. */
    private static final List<String> NAMES = List.of("citext", "hstore", "ltree");

    private ExtensionEdits() {}

    private static void add(EditedSchema edited, RandomChoices random) {
        Extension extension = new Extension(random.of(NAMES), random.of(List.of("public", "aside")));
        boolean installed =
                edited.schema.extensions().stream().anyMatch(each -> each.name().equals(extension.name()));
        if (!installed) {
            edited.set(edited.schema.withExtensions(Edit.plus(edited.schema.extensions(), extension)));
        }
    }

    private static void column(EditedSchema edited, RandomChoices random, Table table) {
        random.maybe(edited.schema.extensions()).ifPresent(extension -> {
            Column column =
                    Column.of(edited.names(random).name(), type(extension)).withNullable(random.oneIn(2));
            edited.replace(table, each -> each.withColumns(Edit.plus(each.columns(), column)));
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
