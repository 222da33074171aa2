package dev.tenon.runtime.evolution;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** All edits. */
final class Edits {

    static final List<Edit> ALL = Stream.of(
                    TableEdits.ALL,
                    ColumnEdits.ALL,
                    ConstraintEdits.ALL,
                    IndexEdits.ALL,
                    SecurityEdits.ALL,
                    EnumEdits.ALL,
                    SequenceEdits.ALL,
                    ViewEdits.ALL,
                    PartitionEdits.ALL,
                    ObjectEdits.ALL,
                    TenantEdits.ALL,
                    ExtensionEdits.ALL,
                    RenameEdits.ALL,
                    NameEdits.ALL,
                    DependentEdits.ALL,
                    RoutineEdits.ALL)
            .flatMap(Collection::stream)
            .toList();

    private Edits() {}
}
