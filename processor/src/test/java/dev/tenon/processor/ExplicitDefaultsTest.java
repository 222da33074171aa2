package dev.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.annotation.Check;
import dev.tenon.annotation.Column;
import dev.tenon.annotation.Identity;
import dev.tenon.annotation.Index;
import dev.tenon.annotation.Partition;
import dev.tenon.annotation.Partitioned;
import dev.tenon.annotation.Policy;
import dev.tenon.annotation.References;
import dev.tenon.annotation.Sequence;
import dev.tenon.annotation.Table;
import dev.tenon.annotation.Unique;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An attribute with its default value means the same as no attribute, whatever the default is. */
class ExplicitDefaultsTest {

    private static final List<Class<? extends Annotation>> ANNOTATIONS = List.of(
            Check.class,
            Column.class,
            Identity.class,
            Index.class,
            Partition.class,
            Partitioned.class,
            Policy.class,
            References.class,
            Sequence.class,
            Table.class,
            Unique.class);

    /** The attributes that the source declares, and that have scalar defaults. */
    private static final Set<String> DECLARED = Set.of("keyless", "comment", "using");

    private static final String SOURCE = """
            package example;
            import dev.tenon.annotation.*;
            @Table(, keyless = "an example")
            @Partitioned(, columns = "day")
            @Partition(, name = "visit_2026", from = "'2026-01-01'", to = "'2027-01-01'")
            @Policy(, name = "own", roles = "reader", using = "true")
            @Sequence(, name = "visit_number")
            class Visit {
                @Column(, comment = "when") java.time.LocalDate day;
                @References(, value = Guest.class) @Index(, include = "day") long guestId;
                @Check(, value = "rooms > 0") int rooms;
                @Table() static class Guest { @Id @Identity() @Column() long id; @Unique() @Column() String badge; }
            }
            """;

    @Test
    void theyMeanTheSameAsNoAttributes() {
        assertThat(snapshot(ExplicitDefaultsTest::scalarDefaults)).isEqualTo(snapshot(type -> ""));
    }

    private static String snapshot(Function<Class<? extends Annotation>, String> attributes) {
        String source = SOURCE;
        for (Class<? extends Annotation> type : ANNOTATIONS) {
            String written = "@" + type.getSimpleName() + "(";
            assertThat(source).contains(written);
            source = source.replace(written, written + attributes.apply(type));
        }
        source = source.replace("(, ", "(");
        return EntityCompiler.snapshot(
                new EntityCompiler().source("example.Visit", source).compile());
    }

    private static String scalarDefaults(Class<? extends Annotation> type) {
        return Stream.of(type.getDeclaredMethods())
                .filter(attribute -> attribute.getDefaultValue() != null
                        && !attribute.getReturnType().isArray())
                .filter(attribute -> !DECLARED.contains(attribute.getName()))
                .sorted(Comparator.comparing(Method::getName))
                .map(attribute -> attribute.getName() + " = " + literal(attribute.getDefaultValue()))
                .collect(Collectors.joining(", "));
    }

    private static String literal(Object value) {
        if (value instanceof String text) {
            return '"' + text + '"';
        }
        if (value instanceof Enum<?> constant) {
            return constant.getDeclaringClass().getSimpleName() + "." + constant.name();
        }
        return value instanceof Long ? value + "L" : value.toString();
    }
}
