package dev.tenon.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A module depends only on earlier modules: {@code annotations <- schema <- processor}, {@code schema <- runtime <-
 * testing}.
 */
class ModuleArrowsTest {

    private static final String POSTGRES = "dev.tenon.testing.postgres..";

    @ParameterizedTest(name = "{0} sees nothing of Tenon but {1}")
    @CsvSource({
        "dev.tenon.annotation.., ''",
        "dev.tenon.schema.., dev.tenon.annotation..",
        "dev.tenon.processor.., dev.tenon.annotation.. dev.tenon.schema..",
        "dev.tenon.runtime.., dev.tenon.annotation.. dev.tenon.schema..",
        "dev.tenon.cli.., dev.tenon.annotation.. dev.tenon.schema.. dev.tenon.runtime..",
        "dev.tenon.testing.postgres.., ''",
    })
    void aModuleSeesOnlyWhatLiesBeforeIt(String module, String visible) {
        assertSeesOnly(resideInAPackage(module), (module + " " + visible).trim().split(" "));
    }

    @Test
    void testingSeesTheRuntimeButNotTheProcessor() {
        assertSeesOnly(
                resideInAPackage("dev.tenon.testing..").and(not(resideInAPackage(POSTGRES))),
                "dev.tenon.testing..",
                "dev.tenon.runtime..",
                "dev.tenon.schema..",
                "dev.tenon.annotation..");
    }

    @Test
    void everyModuleIsRead() {
        assertThat(TenonClasses.PRODUCTION.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> name.matches("dev\\.tenon\\.[a-z]+"))
                        .distinct())
                .containsExactlyInAnyOrder(
                        "dev.tenon.annotation",
                        "dev.tenon.schema",
                        "dev.tenon.processor",
                        "dev.tenon.runtime",
                        "dev.tenon.cli",
                        "dev.tenon.testing",
                        "dev.tenon.example",
                        "dev.tenon.architecture");
    }

    private static void assertSeesOnly(DescribedPredicate<JavaClass> module, String... visible) {
        noClasses()
                .that(module)
                .should()
                .dependOnClassesThat(resideInAPackage("dev.tenon..").and(not(resideInAnyPackage(visible))))
                .check(TenonClasses.PRODUCTION);
    }
}
