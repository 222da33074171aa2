package dev.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.json.SnapshotJson;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The options for entities of Jakarta Persistence: strict, ignored annotations, Jakarta Validation. */
class JpaOptionsTest {

    private static final String MISPLACED =
            "import jakarta.persistence.*; @Entity class Plan { @Id long id; String title;"
                    + " @Column(length = 9) String getTitle() { return title; } }";

    private static final String UNKNOWN = "import jakarta.persistence.*; @Entity class Plan { @Id long id;"
            + " @org.hibernate.annotations.Type(String.class) String title; }";

    private static final String VALIDATED = "import jakarta.persistence.*; import jakarta.validation.constraints.*;"
            + " @Entity class Plan { @Id long id; @NotNull @Size(max = 40) String title;"
            + " @Digits(integer = 5, fraction = 2) java.math.BigDecimal price; @Min(1) @Max(9) Integer rank;"
            + " @NotBlank(groups = Plan.class) String later; @NotNull @ManyToOne Plan follows; }";

    @Test
    void anAnnotationWithoutEffectIsANoteThatBreaksNoBuild() {
        Compilation compilation = compile(MISPLACED, "-Werror");
        assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
        assertThat(compilation.notes())
                .anySatisfy(note -> assertThat(note.getMessage(Locale.ROOT)).contains("TN143", "getTitle"));
    }

    @Test
    void strictMakesItAnError() {
        assertThat(EntityCompiler.errors(compile(MISPLACED, "-Atenon.strict")))
                .singleElement()
                .asString()
                .contains("TN143");
    }

    @Test
    void whatIsIgnoredIsPassedOver() {
        assertThat(EntityCompiler.errors(compile(UNKNOWN)))
                .singleElement()
                .asString()
                .contains("TN153", "@Column");
        for (String name : List.of("Type", "@Type", "org.hibernate.annotations.Type")) {
            assertThat(EntityCompiler.errors(compile(UNKNOWN, "-Atenon.jpa.ignore=Any, " + name)))
                    .isEmpty();
        }
    }

    @Test
    void annotationsOfValidationAreReadOnRequest() {
        Table plain = table(compile(VALIDATED));
        assertThat(plain.column("title").orElseThrow().type()).isEqualTo(ColumnType.parse("varchar(255)"));
        assertThat(plain.column("title").orElseThrow().nullable()).isTrue();
        Table validated = table(compile(VALIDATED, "-Atenon.jpa.validation=true"));
        assertThat(validated.column("title").orElseThrow().type()).isEqualTo(ColumnType.parse("varchar(40)"));
        assertThat(validated.column("title").orElseThrow().nullable()).isFalse();
        assertThat(validated.column("price").orElseThrow().type()).isEqualTo(ColumnType.parse("numeric(7,2)"));
        assertThat(validated.column("later").orElseThrow().nullable()).isTrue();
        assertThat(validated.column("follows_id").orElseThrow().nullable()).isFalse();
        assertThat(validated.constraints().toString()).contains("rank >= 1", "rank <= 9");
    }

    @Test
    void hibernate6HasNamesAndGeneratorsOfItsOwn() {
        String plan = "import jakarta.persistence.*; @Entity class Plan { @Id @GeneratedValue(strategy ="
                + " GenerationType.SEQUENCE) @SequenceGenerator(name = \"own\") long id; String line1Text;"
                + " @Column(name = \"\\\"Quoted\\\"\") String quoted; }";
        Table seven = table(compile(plan));
        assertThat(seven.columns()).extracting(column -> column.name()).containsExactly("id", "line1_text", "Quoted");
        Compilation six = compile(plan, "-Atenon.jpa.hibernate=6");
        assertThat(table(six).columns())
                .extracting(column -> column.name())
                .containsExactly("id", "line1text", "quoted");
        assertThat(sequences(compile(plan))).containsExactly("own");
        assertThat(sequences(six)).containsExactly("plan_seq");
        assertThat(EntityCompiler.errors(compile(plan, "-Atenon.jpa.hibernate=5")))
                .singleElement()
                .asString()
                .contains("tenon.jpa.hibernate", "6, 7");
    }

    private static List<String> sequences(Compilation compilation) {
        return SnapshotJson.readCompiled(EntityCompiler.snapshot(compilation)).schema().sequences().stream()
                .map(sequence -> sequence.name().name())
                .toList();
    }

    private static Table table(Compilation compilation) {
        Schema schema =
                SnapshotJson.readCompiled(EntityCompiler.snapshot(compilation)).schema();
        return schema.tables().get(0);
    }

    private static Compilation compile(String plan, String... options) {
        EntityCompiler compiler = new EntityCompiler()
                .option(options)
                .source(
                        "org.hibernate.annotations.Type",
                        "package org.hibernate.annotations; public @interface Type {" + " Class<?> value(); }")
                .source("Plan", plan);
        constraint(compiler, "NotNull", "");
        constraint(compiler, "NotBlank", "");
        constraint(compiler, "Size", "int min() default 0; int max() default Integer.MAX_VALUE;");
        constraint(compiler, "Digits", "int integer(); int fraction();");
        constraint(compiler, "Min", "long value();");
        constraint(compiler, "Max", "long value();");
        return compiler.compile();
    }

    private static void constraint(EntityCompiler compiler, String name, String attributes) {
        compiler.source(
                "jakarta.validation.constraints." + name,
                "package jakarta.validation.constraints; public @interface " + name
                        + " { Class<?>[] groups() default {}; " + attributes + " }");
    }
}
