package dev.tenon.runtime.internal.catalog.canonical;

import dev.tenon.runtime.internal.catalog.temporary.TemporaryDdl;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Divides temporary objects into batches that fit into one schema: no name occurs twice, and the number of relations
 * stays below the size of the server's lock table.
 */
public final class TemporaryDdlBatches<T extends TemporaryDdl> {

    private static final int TABLES_AT_ONCE = 50;

    private final List<Batch<T>> batches = new ArrayList<>();

    private TemporaryDdlBatches() {}

    /** Returns the batches, in the order of their first elements. */
    public static <T extends TemporaryDdl> List<List<T>> of(List<T> samples) {
        TemporaryDdlBatches<T> batches = new TemporaryDdlBatches<>();
        samples.forEach(batches::add);
        return batches.batches.stream().map(Batch::samples).toList();
    }

    private void add(T sample) {
        for (Batch<T> batch : batches) {
            if (batch.takes(sample)) {
                return;
            }
        }
        Batch<T> batch = new Batch<>(new ArrayList<>(), new HashSet<>());
        batch.takes(sample);
        batches.add(batch);
    }

    private record Batch<T extends TemporaryDdl>(List<T> samples, Set<String> names) {

        boolean takes(T sample) {
            boolean fits =
                    samples.stream().mapToInt(TemporaryDdl::relations).sum() + sample.relations() <= TABLES_AT_ONCE
                            && sample.names().stream().noneMatch(names::contains);
            if (fits) {
                samples.add(sample);
                names.addAll(sample.names());
            }
            return fits;
        }
    }
}
