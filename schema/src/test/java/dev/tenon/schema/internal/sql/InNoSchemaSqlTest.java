package dev.tenon.schema.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.internal.sql.parse.EventTriggerStatement;
import dev.tenon.schema.internal.sql.parse.PublicationStatement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements of publications and event triggers are parsed independent of order and spelling. */
class InNoSchemaSqlTest {

    @Test
    void publicationsAreReadPartByPart() {
        assertThat(PublicationStatement.of("""
                                create publication "p; q" for table only (a.t) (b, "A"), u * where (x > 0 /* all */  AND y), \
                                tables in schema current_schema, other, table v with (Publish_via_partition_root = on,
                                publish = 'Update,delete');""").orElseThrow().create())
                .isEqualTo("CREATE PUBLICATION \"p; q\" FOR TABLE a.t (\"A\", b), TABLE public.u WHERE (x > 0 AND y),"
                        + " TABLE public.v, TABLES IN SCHEMA other, TABLES IN SCHEMA public"
                        + " WITH (publish = 'delete, update', publish_via_partition_root = 'true')");
        assertThat(PublicationStatement.of("CREATE PUBLICATION p FOR ALL TABLES")
                        .orElseThrow())
                .isEqualTo(PublicationStatement.of(
                                "CREATE PUBLICATION p FOR ALL TABLES WITH (publish_via_partition_root = 0,"
                                        + " publish_generated_columns = none,"
                                        + " publish = 'truncate, delete, update, insert')")
                        .orElseThrow())
                .isNotEqualTo(PublicationStatement.of("CREATE PUBLICATION p").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE PUBLICATION p FOR TABLE",
                "CREATE PUBLICATION p FOR TABLE t EXCEPT u",
                "CREATE PUBLICATION p FOR ALL SEQUENCES",
                "CREATE PUBLICATION p FOR TABLE t WHERE (a",
                "CREATE PUBLICATION p WITH (publish =",
                "CREATE TABLE p (id integer)"
            })
    void whatIsNotUnderstoodIsNotRead(String create) {
        assertThat(PublicationStatement.of(create)).isEmpty();
        assertThat(EventTriggerStatement.of(create)).isEmpty();
    }

    @Test
    void eventTriggersAreReadPartByPart() {
        assertThat(EventTriggerStatement.of("""
                                create event trigger "On" on ddl_command_end when tag in ('drop table', 'CREATE TABLE')
                                execute procedure "execute"."f; g" ()""").orElseThrow().create())
                .isEqualTo("CREATE EVENT TRIGGER \"On\" ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'DROP TABLE')"
                        + " EXECUTE FUNCTION execute.\"f; g\"()");
        assertThat(EventTriggerStatement.of("CREATE EVENT TRIGGER t ON sql_drop EXECUTE FUNCTION f()")
                        .orElseThrow()
                        .create())
                .isEqualTo("CREATE EVENT TRIGGER t ON sql_drop EXECUTE FUNCTION public.f()");
        assertThat(EventTriggerStatement.of("CREATE EVENT TRIGGER t ON sql_drop"))
                .isEmpty();
    }
}
