package dev.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * The Java stubs that Kotlin's kapt generates for classes. Accessors, copies and companions do not affect the schema;
 * properties that a stub lacks, or whose field holds something else, are errors.
 */
class KotlinStubsTest {

    private static final String IMPORTS =
            "package shop; import dev.tenon.annotation.*; import java.util.*; import org.jspecify.annotations.*; ";

    private static final String FIELDS = "@Id private final UUID id; @Column(length = 40) private final String title;"
            + " private final boolean isOpen; @Nullable private final String note; ";

    private static final String ACCESSORS = """
            public static final Item.Companion Companion = null;
            @java.lang.Deprecated public static void getTitle$annotations() {}
            public Item(UUID id, String title, boolean isOpen, @Nullable String note) {
                this.id = id; this.title = title; this.isOpen = isOpen; this.note = note;
            }
            public final UUID getId() { return id; }
            public final String getTitle() { return title; }
            public final boolean isOpen() { return isOpen; }
            public final @Nullable String getNote() { return note; }
            public final UUID component1() { return id; }
            public final String component2() { return title; }
            public final boolean component3() { return isOpen; }
            public final @Nullable String component4() { return note; }
            public final Item copy(UUID id, String title, boolean isOpen, @Nullable String note) {
                return new Item(id, title, isOpen, note);
            }
            public static final class Companion { private Companion() {} }
            """;

    @Test
    void aDataClassIsTheTableOfItsFields() {
        String plain = schema("@Table class Item { " + FIELDS.replace("private final", "") + "}");
        String kotlin = schema(
                "@Table @SuppressWarnings(\"deprecation\") public final class Item { " + FIELDS + ACCESSORS + "}");
        assertThat(kotlin).isEqualTo(plain).contains("\"is_open\"", "\"note\"").doesNotContain("companion");
    }

    @Test
    void propertiesThatTheStubLacksOrMisrepresentsAreErrors() {
        assertThat(EntityCompiler.errors(compile(stub())))
                .satisfiesExactlyInAnyOrder(
                        error -> assertThat(error)
                                .contains("[TN159]", "`class` of shop.Item", "@Column(name = \"class\")"),
                        error -> assertThat(error)
                                .contains("[TN159]", "`with blank`", "for example to withBlank", "\"with blank\""),
                        error -> assertThat(error).contains("[TN161] count is a kotlin.UInt", "write Long"),
                        error -> assertThat(error)
                                .contains("[TN161] took is a kotlin.time.Duration", "java.time.Duration"),
                        error -> assertThat(error).contains("[TN161] lazyOne is delegated", "@delegate:Transient"));
    }

    @Test
    void anUnknownFormatIsAnError() {
        String newer = stub().replaceFirst("mv = \\{2, ", "mv = {9, ");
        assertThat(EntityCompiler.errors(compile(newer)))
                .singleElement()
                .asString()
                .contains("[TN162]", "shop.Item has the format [9, 3, 0]");
        String damaged = stub().replaceFirst("d1 = \\{\"", "d1 = {\"\\\\u0000\\\\u007f");
        assertThat(EntityCompiler.errors(compile(damaged)))
                .singleElement()
                .asString()
                .contains("[TN162]");
    }

    /** A stub as kapt of Kotlin 2.3 wrote it. */
    private static String stub() {
        try (InputStream stub = KotlinStubsTest.class.getResourceAsStream("/kotlin/Item.java.txt")) {
            return new String(Objects.requireNonNull(stub).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Compilation compile(String stub) {
        return new EntityCompiler()
                .source("shop.Item", stub)
                .source("shop.Money", "package shop; public final class Money {}")
                .source("shop.Kind", "package shop; public enum Kind { NEW, OLD }")
                .source("kotlin.Lazy", "package kotlin; public interface Lazy {}")
                .source(
                        "kotlin.Metadata",
                        "package kotlin; public @interface Metadata { int k() default 1; int[] mv()"
                                + " default {}; int xi() default 0; String[] d1() default {}; String[] d2() default {}; }")
                .source(
                        "org.jetbrains.annotations.NotNull",
                        "package org.jetbrains.annotations; public @interface NotNull {}")
                .source(
                        "org.jetbrains.annotations.Nullable",
                        "package org.jetbrains.annotations; public @interface Nullable {}")
                .compile();
    }

    private static String schema(String type) {
        Compilation compilation =
                new EntityCompiler().source("shop.Item", IMPORTS + type).compile();
        assertThat(compilation.diagnostics()).isEmpty();
        return EntityCompiler.snapshot(compilation);
    }
}
