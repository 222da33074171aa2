package dev.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import org.junit.jupiter.api.Test;

/**
 * The Java stubs that Kotlin's kapt generates for a data class; their accessors, copies and companions do not affect
 * the schema.
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

    private static String schema(String type) {
        Compilation compilation =
                new EntityCompiler().source("shop.Item", IMPORTS + type).compile();
        assertThat(compilation.diagnostics()).isEmpty();
        return EntityCompiler.snapshot(compilation);
    }
}
