package dev.tenon.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import dev.tenon.runtime.TenantContext;
import dev.tenon.runtime.TenantDataSource;
import java.sql.SQLException;
import java.util.List;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** Queries, batches, cursors and transactions of jOOQ are the tenant's. */
class JooqTenantsTest {

    private static final Field<String> TEXT = field("text", String.class);

    @Test
    void eachTenantSeesItsOwnRows() throws SQLException {
        try (TenantNotes notes = new TenantNotes(2)) {
            DSLContext jooq = DSL.using(TenantDataSource.of(notes.pool(), TenantNotes.TENANCY), SQLDialect.POSTGRES);
            for (int number = 1; number <= 2; number++) {
                TenantContext.run(TenantNotes.tenant(number), () -> {
                    jooq.insertInto(table("note"), TEXT).values("alone").execute();
                    jooq.transaction(transaction -> {
                        transaction
                                .dsl()
                                .insertInto(table("note"), TEXT)
                                .values("together")
                                .execute();
                        assertThatThrownBy(() -> transaction.dsl().transaction(nested -> {
                                    nested.dsl()
                                            .insertInto(table("note"), TEXT)
                                            .values("refused")
                                            .execute();
                                }))
                                .hasMessageContaining("note_text_check");
                    });
                    jooq.batch(
                                    jooq.insertInto(table("note"), TEXT).values("batch"),
                                    jooq.insertInto(table("note"), TEXT).values("batch"))
                            .execute();
                    assertThat(jooq.fetchCount(table("note"))).isEqualTo(4);
                    try (Cursor<Record> cursor =
                            jooq.select().from(table("note")).fetchSize(1).fetchLazy()) {
                        assertThat(cursor.fetch()).hasSize(4);
                    }
                    assertThat(jooq.insertInto(table("note"), TEXT)
                                    .values("returned")
                                    .returning(TEXT)
                                    .fetch(TEXT))
                            .isEqualTo(List.of("returned"));
                });
            }
        }
    }
}
