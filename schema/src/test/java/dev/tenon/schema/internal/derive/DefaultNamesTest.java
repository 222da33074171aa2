package dev.tenon.schema.internal.derive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Derived names follow PostgreSQL's own pattern and stay distinct when they are shortened. */
class DefaultNamesTest {

    private static final QualifiedName PLAN = QualifiedName.parse("research_plan");

    @Test
    void namesFollowTheServersPattern() {
        assertThat(DefaultNames.primaryKey(PLAN)).isEqualTo("research_plan_pkey");
        assertThat(DefaultNames.unique(PLAN, List.of("slug"))).isEqualTo("research_plan_slug_key");
        assertThat(DefaultNames.foreignKey(PLAN, List.of("a", "b"))).isEqualTo("research_plan_a_b_fkey");
        assertThat(DefaultNames.index(PLAN, List.of("slug"))).isEqualTo("research_plan_slug_idx");
    }

    @Test
    void longNamesFitAndStayApart() {
        String stem = "x".repeat(70);
        String one = DefaultNames.fit(stem + "1");
        String two = DefaultNames.fit(stem + "2");
        assertThat(Identifier.bytes(one)).isEqualTo(Identifier.MAX_BYTES);
        assertThat(one).isNotEqualTo(two).startsWith("xxx");
        assertThat(DefaultNames.fit(stem + "1")).isEqualTo(one);
    }

    @Test
    void lengthIsCountedInBytesAndCharactersStayWhole() {
        String whole = "ä€😀".repeat(20);
        String name = DefaultNames.fit(whole);
        String kept = name.substring(0, name.length() - 9);
        assertThat(Identifier.bytes(name)).isLessThanOrEqualTo(Identifier.MAX_BYTES);
        assertThat(whole).startsWith(kept);
        assertThat(Character.isHighSurrogate(kept.charAt(kept.length() - 1))).isFalse();
    }

    @Test
    void nameThatJustFitsStaysAsItIs() {
        String name = "y".repeat(Identifier.MAX_BYTES);
        assertThat(DefaultNames.fit(name)).isEqualTo(name);
    }
}
