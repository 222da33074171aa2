package dev.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.internal.json.SnapshotJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The processor in javac and in build tools. */
class TenonProcessorTest {

    private static final String IMPORTS = "package shop; import dev.tenon.annotation.*; import java.util.*; ";
    private static final String ITEM = IMPORTS + "@Table(comment = \"caf\\u00e9\") record Item(@Id UUID id) {}";

    @TempDir
    Path folder;

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(Processor.class)).hasAtLeastOneElementOfType(TenonProcessor.class);
    }

    @Test
    void tellsGradleThatItAggregates() throws IOException {
        String name = "META-INF/gradle/incremental.annotation.processors";
        try (InputStream metadata =
                Objects.requireNonNull(getClass().getClassLoader().getResourceAsStream(name))) {
            assertThat(new String(metadata.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("dev.tenon.processor.TenonProcessor,aggregating\n");
        }
    }

    @Test
    void supportsTheNewestSourcesAndNamesItsOptions() {
        TenonProcessor processor = new TenonProcessor();
        assertThat(processor.getSupportedSourceVersion()).isEqualTo(SourceVersion.latestSupported());
        assertThat(processor.getSupportedOptions())
                .containsExactlyInAnyOrder(
                        "tenon.migrations",
                        "tenon.generate",
                        "tenon.pending",
                        "tenon.accept",
                        "tenon.naming",
                        "tenon.metamodel",
                        "tenon.modules",
                        "tenon.strict",
                        "tenon.jpa.ignore",
                        "tenon.jpa.validation",
                        "tenon.jpa.hibernate");
    }

    @Test
    void leavesTheCompiledSnapshotInTheClassOutput() {
        Javac.Result result = new Javac(folder).source("shop/Item.java", ITEM).compile();
        assertThat(result.messages()).isEmpty();
        CompiledSnapshot compiled = SnapshotJson.readCompiled(result.resource(CompiledSnapshot.RESOURCE));
        assertThat(compiled.entities()).hasToString("{public.item=shop.Item}");
        assertThat(compiled.schema().tables().get(0).comment()).contains("caf\u00e9");
    }

    @Test
    void writesUtf8WhateverTheEncodingOfSources() throws IOException {
        new Javac(folder)
                .source("shop/Item.java", ITEM)
                .option("-encoding", "US-ASCII")
                .compile();
        assertThat(Files.readString(folder.resolve("classes").resolve(CompiledSnapshot.RESOURCE)))
                .contains("caf\u00e9");
    }

    @Test
    void writesTheSameBytesInEveryLocaleAndOrderOfSources() throws IOException {
        String order = IMPORTS + "@Table record Invoice(@Id UUID id, @References(Item.class) UUID itemId) {}";
        String first = new Javac(Files.createDirectory(folder.resolve("one")))
                .source("shop/Item.java", ITEM)
                .source("shop/Invoice.java", order)
                .compile()
                .resource(CompiledSnapshot.RESOURCE);
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            String second = new Javac(Files.createDirectory(folder.resolve("two")))
                    .source("a/shop/Invoice.java", order)
                    .source("b/shop/Item.java", ITEM)
                    .compile()
                    .resource(CompiledSnapshot.RESOURCE);
            assertThat(second).isEqualTo(first);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void anErrorLeavesWhatTheCompilationBeforeWrote() throws IOException {
        new Javac(folder).source("shop/Item.java", ITEM).compile();
        Path snapshot = folder.resolve("classes").resolve(CompiledSnapshot.RESOURCE);
        String before = Files.readString(snapshot);
        Javac.Result result = new Javac(folder)
                .source("shop/Item.java", IMPORTS + "@Table record Item(@Id UUID id, Object any) {}")
                .compile();
        assertThat(result.success()).isFalse();
        assertThat(Files.readString(snapshot)).isEqualTo(before);
    }

    @Test
    void anErrorElsewhereInTheSourcesWritesNothing() {
        Javac.Result result = new Javac(folder)
                .source("shop/Item.java", ITEM)
                .source(
                        "shop/Broken.java",
                        IMPORTS + "class Broken { @Overide public String toString() { return null; } }")
                .source("shop/Other.java", IMPORTS + "@Table record Other(@Id UUID id) { @Override }")
                .compile();
        assertThat(result.success()).isFalse();
        assertThat(folder.resolve("classes").resolve(CompiledSnapshot.RESOURCE)).doesNotExist();
    }

    @Test
    void aCompilationWithoutEntitiesLeavesNothing() {
        Javac.Result result = new Javac(folder)
                .source("example/Plain.java", "package example; class Plain {}")
                .option("-Xlint:all", "-Atenon.generate=first", "-Atenon.migrations=" + folder.resolve("migrations"))
                .compile();
        assertThat(result.messages()).isEmpty();
        assertThat(folder.resolve("classes").resolve(CompiledSnapshot.RESOURCE)).doesNotExist();
        assertThat(folder.resolve("migrations")).doesNotExist();
    }

    @Test
    void aFailureIsOneErrorWithItsCause() throws IOException {
        Files.writeString(
                Files.createDirectories(folder.resolve("classes/META-INF")).resolve("tenon"), "no folder");
        Javac.Result result = new Javac(folder).source("shop/Item.java", ITEM).compile();
        assertThat(result.success()).isFalse();
        assertThat(result.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.text())
                        .startsWith("[TN100] internal error in Tenon; please report this error with the stack trace\n")
                        .contains("META-INF"));
    }

    @Test
    void interfacesThatSayOneThingDifferentlyAreRefused() {
        Javac.Result result = new Javac(folder)
                .source(
                        "shop/One.java",
                        "package shop; interface One { @dev.tenon.annotation.Default(\"1\") int count(); }")
                .source(
                        "shop/Two.java",
                        "package shop; interface Two { @dev.tenon.annotation.Default(\"2\") int count(); }")
                .source(
                        "shop/Item.java",
                        "package shop; import dev.tenon.annotation.*;"
                                + " @Table record Item(@Id long id, int count) implements One, Two {}")
                .source(
                        "shop/Kept.java",
                        "package shop; import dev.tenon.annotation.*;"
                                + " @Table record Kept(@Id long id, @Default(\"3\") int count) implements One, Two {}")
                .source(
                        "shop/Plain.java",
                        "package shop; import dev.tenon.annotation.*;"
                                + " @Table class Plain implements One { @Id long id; public int count() { return 1; } }")
                .compile();
        assertThat(result.errors())
                .extracting(Javac.Message::file, message -> message.text().substring(0, 7))
                .containsExactlyInAnyOrder(tuple("shop/Two.java", "[TN107]"), tuple("shop/One.java", "[TN122]"));
    }
}
