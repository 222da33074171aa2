package dev.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Annotations that need entities are read together with entities, and reported where there are none. */
class BesideEntitiesTest {

    private static final String FUNCTION = "@dev.tenon.annotation.SqlObject(create = \"CREATE FUNCTION answer() RETURNS"
            + " int LANGUAGE sql AS 'SELECT 42'\", drop = \"DROP FUNCTION answer()\")\n";

    @Test
    void aPackageWithoutEntitiesIsRefused() {
        assertThat(EntityCompiler.errors(compile("other", "-Atenon.modules=own")))
                .hasSize(2)
                .allSatisfy(error -> assertThat(error).contains("TN135", "other", "contain no entity"));
    }

    @Test
    void aPackageWhoseEntitiesMayBeInAnotherModuleIsReported() {
        Compilation part = compile("other");
        assertThat(part.errors()).isEmpty();
        assertThat(part.warnings())
                .hasSize(2)
                .allSatisfy(
                        warning -> assertThat(warning.getMessage(Locale.ROOT)).contains("TN135", "other"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"example", "example.plans"})
    void aPackageAroundEntitiesIsRead(String described) {
        assertThat(compile(described).diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@View(sql = \"SELECT 1 AS one\") interface Ones { int one(); }",
                "@jakarta.persistence.Entity @jakarta.persistence.Inheritance class Plan"
                        + " { @jakarta.persistence.Id java.util.UUID id; } @jakarta.persistence.Entity %s class Ones extends Plan {}"
            })
    void aViewAndAnEntityInTheTableOfAnotherAreRead(String entity) {
        String said = FUNCTION + "@Sequence(name = \"numbers\")\n";
        Compilation compilation = new EntityCompiler()
                .source(
                        "example.Ones",
                        "package example; import dev.tenon.annotation.*; "
                                + (entity.contains("%s") ? entity.formatted(said) : said + entity))
                .compile();
        assertThat(EntityCompiler.snapshot(compilation)).contains("\"public.numbers\"", "\"public.answer\"");
    }

    private static Compilation compile(String described, String... options) {
        return new EntityCompiler()
                .source(
                        described + ".package-info",
                        FUNCTION + "@dev.tenon.annotation.Sequence(name = \"numbers\")\npackage " + described + ";\n")
                .source(
                        "example.plans.Plan",
                        "package example.plans; import dev.tenon.annotation.*;"
                                + " @Table class Plan { @Id java.util.UUID id; }")
                .option(options)
                .compile();
    }
}
