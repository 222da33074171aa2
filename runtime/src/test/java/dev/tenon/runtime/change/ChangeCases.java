package dev.tenon.runtime.change;

import java.util.List;
import java.util.stream.Stream;

/** The cases of every family of changes. */
final class ChangeCases {

    private ChangeCases() {}

    static List<ChangeCase> all() {
        return Stream.of(
                        SchemaCases.all(),
                        TableCases.all(),
                        ColumnCases.all(),
                        MemberCases.all(),
                        PartitionCases.all(),
                        ViewCases.all())
                .flatMap(List::stream)
                .toList();
    }
}
