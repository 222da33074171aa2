package dev.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.CompiledSnapshot;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each option has its effect, and an unknown option is an error. */
class ProcessorOptionsTest {

    private static final String PLAN = "package shop; import dev.tenon.annotation.*; import java.time.*; "
            + "@Table record ResearchPlan(@Id long id, Instant createdAt) {}";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-Atenon.genrate=init | unknown option -Atenon.genrate; the options are tenon.accept, tenon.generate,"
                        + " tenon.jpa.hibernate, tenon.jpa.ignore, tenon.jpa.validation, tenon.metamodel, tenon.migrations,"
                        + " tenon.modules, tenon.naming, tenon.pending, tenon.strict",
                "-Atenon.naming=camel | -Atenon.naming does not accept 'camel'; the values are identity, jpa, snake_case",
                "-Atenon.pending=maybe | -Atenon.pending does not accept 'maybe'; the values are error, ignore, warn",
                "-Atenon.strict=maybe | -Atenon.strict does not accept 'maybe'; the values are false, true",
                "-Atenon.metamodel=no | -Atenon.metamodel does not accept 'no'; the values are false, true",
            })
    void whatIsNotUnderstoodIsAnError(String option, String message) {
        Javac.Result result = compile(option);
        assertThat(result.errors()).extracting(Javac.Message::text).containsExactly("[TN102] " + message);
        assertThat(result.classes().resolve(CompiledSnapshot.RESOURCE)).doesNotExist();
    }

    @Test
    void namesAreSnakeCase() {
        assertThat(compile("-Atenon.naming=snake_case").resource(CompiledSnapshot.RESOURCE))
                .contains("\"public.research_plan\": {", "\"created_at\": {");
    }

    @Test
    void namesOfJpaAreJavasFoldedToLowerCase() {
        assertThat(compile("-Atenon.naming=jpa").resource(CompiledSnapshot.RESOURCE))
                .contains("\"public.researchplan\": {", "\"createdat\": {");
    }

    @Test
    void namesOfIdentityAreJavas() {
        assertThat(compile("-Atenon.naming=identity").resource(CompiledSnapshot.RESOURCE))
                .contains("\"public.ResearchPlan\": {", "\"createdAt\": {");
    }

    private Javac.Result compile(String... options) {
        return new Javac(folder)
                .source("shop/ResearchPlan.java", PLAN)
                .option(options)
                .compile();
    }
}
