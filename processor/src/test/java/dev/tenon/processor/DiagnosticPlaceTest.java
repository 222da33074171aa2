package dev.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Problems in classes that are compiled elsewhere are reported at the entity that uses them, with a file and line. */
class DiagnosticPlaceTest {

    @TempDir
    Path folder;

    @Test
    void problemInAClassFileHasThePlaceOfTheEntity() {
        assertThat(new Javac(folder)
                        .source("lib/Base.java", """
                                package lib;
                                import jakarta.persistence.*;
                                @MappedSuperclass
                                public abstract class Base { @Id Long id; Object thing; @Embedded Part part; }
                                """)
                        .source(
                                "lib/Part.java",
                                "package lib; @jakarta.persistence.Embeddable public class Part { Object other; }")
                        .compile()
                        .success())
                .isTrue();
        Javac.Result result = new Javac(folder).source("app/User.java", """
                        package app;
                        import jakarta.persistence.*;
                        @Entity
                        public class User extends lib.Base {}
                        """).compile();
        assertThat(result.messages()).hasSize(2).allSatisfy(message -> {
            assertThat(message.file()).isEqualTo("app/User.java");
            assertThat(message.line()).isEqualTo(4);
            assertThat(message.text()).contains("[TN144]");
        });
        assertThat(result.messages())
                .anySatisfy(message -> assertThat(message.text())
                        .contains("thing of lib.Base, a class without source in this compilation"));
    }
}
