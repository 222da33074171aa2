package dev.tenon.benchmark.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.benchmark.tenants.VectorsBenchmark.Found;
import dev.tenon.runtime.Tenon;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The benchmarks run and measure what they claim. The tests check no durations. */
class TenantsBenchmarkTest {

    @Test
    void everyQueryIsMeasuredInEveryWay() throws Exception {
        Map<String, Map<Way, Long>> medians = TenantsBenchmark.measure(200, 5, 4);
        assertThat(medians).hasSize(Query.values().length + 1);
        assertThat(medians.get(Units.WORDS)).containsOnlyKeys(Way.BY_HAND, Way.TENON);
        for (Query query : Query.values()) {
            assertThat(medians.get(query.words())).containsOnlyKeys(Way.values());
        }
    }

    @Test
    void searchesOfATenantFindWhatThereIs() throws Exception {
        List<Found> found = VectorsBenchmark.measure(1_000, 10, 3);
        assertThat(found).extracting(Found::search).containsExactly(Search.values());
        assertThat(found)
                .filteredOn(each -> each.search() != Search.ONCE)
                .allSatisfy(each -> assertThat(each.found()).isEqualTo(10));
        assertThat(found)
                .filteredOn(each -> each.search() == Search.EXACT)
                .extracting(Found::recall)
                .containsExactly(1.0);
    }

    @Test
    void manyTablesOfTenantsAreIsolated() throws Exception {
        try (TenantDatabase made = TenantDatabase.of(TenantSchemas.many(3))) {
            assertThat(Tenon.configure()
                            .dataSource(made.database().dataSource())
                            .migrations(made.migrations())
                            .load()
                            .proveIsolation()
                            .failures())
                    .isEmpty();
        }
    }
}
