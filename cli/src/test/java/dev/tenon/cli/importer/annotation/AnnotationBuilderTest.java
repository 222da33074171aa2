package dev.tenon.cli.importer.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.annotation.Grant;
import dev.tenon.annotation.Index;
import dev.tenon.annotation.References;
import dev.tenon.annotation.Sequence;
import dev.tenon.schema.ForeignKeyAction;
import dev.tenon.schema.Privilege;
import org.junit.jupiter.api.Test;

class AnnotationBuilderTest {

    @Test
    void theDefaultsOfTheAnnotationTypeAreOmitted() {
        assertThat(new AnnotationBuilder(Index.class)
                        .text("method", "btree")
                        .flag("tenantLeading", true)
                        .flag("unique", false)
                        .isDeclared())
                .isFalse();
        assertThat(new AnnotationBuilder(Sequence.class)
                        .number("min", Long.MIN_VALUE)
                        .number("cache", 1)
                        .isDeclared())
                .isFalse();
        assertThat(new AnnotationBuilder(References.class)
                        .constant("onUpdate", ForeignKeyAction.NO_ACTION)
                        .isDeclared())
                .isFalse();
    }

    @Test
    void otherValuesAreWritten() {
        assertThat(new AnnotationBuilder(References.class)
                        .constant("onDelete", ForeignKeyAction.NO_ACTION)
                        .flag("index", false)
                        .build())
                .hasToString("@dev.tenon.annotation.References("
                        + "onDelete = dev.tenon.annotation.ForeignKeyAction.NO_ACTION, index = false)");
        assertThat(new AnnotationBuilder(Grant.class)
                        .constant("value", Privilege.SELECT)
                        .build())
                .hasToString("@dev.tenon.annotation.Grant(dev.tenon.annotation.Privilege.SELECT)");
    }

    @Test
    void anAttributeThatTheAnnotationTypeDoesNotHaveIsRefused() {
        AnnotationBuilder annotation = new AnnotationBuilder(Index.class);
        assertThatThrownBy(() -> annotation.flag("nullsDistinct", true))
                .hasMessage("@Index has no attribute nullsDistinct");
    }
}
