package dev.tenon.schema.internal.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Only UPDATE OF and WHEN of a trigger name columns of its table. */
class TriggerColumnsTest {

    @Test
    void namesOfATriggerItsFunctionAndItsArgumentsAreNoColumns() {
        String columns = TriggerColumns.in("CREATE CONSTRAINT TRIGGER qty AFTER INSERT OR UPDATE OF price, \"Sum\" OR DELETE"
                + " ON public.amount DEFERRABLE FOR EACH ROW WHEN (NEW.total > (OLD.total))"
                + " EXECUTE FUNCTION public.weight('size')");
        for (String column : new String[] {"price", "Sum", "total"}) {
            assertThat(IdentifierRewriter.anywhere(columns, column)).as(column).isTrue();
        }
        for (String other : new String[] {"qty", "amount", "weight", "size", "public"}) {
            assertThat(IdentifierRewriter.anywhere(columns, other)).as(other).isFalse();
        }
        assertThat(columns).isEqualTo("( price , \"Sum\" , ( NEW . total > ( OLD . total ) ) )");
    }

    @Test
    void aRuleMayNameThemAnywhere() {
        String rule = "CREATE RULE r AS ON UPDATE TO t DO INSTEAD INSERT INTO log VALUES (NEW.qty)";
        assertThat(TriggerColumns.in(rule)).isEqualTo(rule);
    }
}
