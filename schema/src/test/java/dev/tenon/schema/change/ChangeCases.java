package dev.tenon.schema.change;

import java.util.List;
import java.util.stream.Stream;

/** The cases of every family of changes. */
public final class ChangeCases {

    private ChangeCases() {}

    public static List<ChangeCase> all() {
        return Stream.of(
                        SchemaCases.all(),
                        TableCases.all(),
                        ColumnCases.all(),
                        RowCases.all(),
                        EnumExpressionCases.all(),
                        MemberCases.all(),
                        KeyCases.all(),
                        PartitionCases.all(),
                        ViewCases.all(),
                        NameCases.all(),
                        ResultCases.all())
                .flatMap(List::stream)
                .toList();
    }
}
