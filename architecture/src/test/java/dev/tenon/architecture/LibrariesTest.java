package dev.tenon.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;

/** Each library and platform API is used in one place only. */
class LibrariesTest {

    @Test
    void schemaKnowsNeitherJdbcNorJavac() {
        noClasses()
                .that()
                .resideInAPackage("dev.tenon.schema..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..",
                        "javax.sql..",
                        "org.postgresql..",
                        "javax.lang.model..",
                        "javax.annotation.processing..",
                        "javax.tools..",
                        "com.sun..")
                .check(TenonClasses.PRODUCTION);
    }

    @Test
    void picocliStaysInTheCommandLine() {
        onlyIn("picocli..", "dev.tenon.cli..");
    }

    @Test
    void theRuntimeLibraryDoesNotKnowItsCommandLine() {
        onlyIn("dev.tenon.cli..", "dev.tenon.cli..");
    }

    @Test
    void jsonIsReadAndWrittenInOnePackage() {
        onlyIn("com.fasterxml.jackson..", "dev.tenon.schema.internal.json..");
    }

    @Test
    void javaIsWrittenInTwoPackages() {
        onlyIn("com.palantir.javapoet..", "dev.tenon.cli.importer..", "dev.tenon.processor.internal.write..");
    }

    @Test
    void diagnosticsGoThroughOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.tenon.processor.internal.report..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javax.annotation.processing.Messager")
                .check(TenonClasses.PRODUCTION);
    }

    private static void onlyIn(String library, String... packages) {
        noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(TenonClasses.PRODUCTION);
    }
}
