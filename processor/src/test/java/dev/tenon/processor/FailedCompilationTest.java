package dev.tenon.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A compilation that fails for any reason, in any class, writes no migration. */
class FailedCompilationTest {

    private static final String PLAN =
            "package shop; import dev.tenon.annotation.*; @Table record Plan(@Id int id, String title) {}";

    @TempDir
    Path folder;

    /** Reports a problem in the first round. */
    private static final class Complaint extends AbstractProcessor {

        private final Kind kind;

        private Complaint(Kind kind) {
            this.kind = kind;
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!round.processingOver()) {
                processingEnv.getMessager().printMessage(kind, "a complaint");
            }
            return false;
        }
    }

    /** Writes into the migrations directory while javac generates classes. */
    private static final class Intruder extends AbstractProcessor {

        private final Path directory;

        private Intruder(Path directory) {
            this.directory = directory;
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public synchronized void init(ProcessingEnvironment environment) {
            super.init(environment);
            JavacTask.instance(environment).addTaskListener(new TaskListener() {
                @Override
                public void started(TaskEvent event) {
                    if (event.getKind() == TaskEvent.Kind.GENERATE) {
                        write();
                    }
                }
            });
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return false;
        }

        private void write() {
            try {
                Files.createDirectories(directory);
                Files.writeString(directory.resolve("0001_other.sql"), "SELECT 1;");
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class Other { int a = ; }",
                "class Other { java.util.List<Missing[]> a; }",
                "class Other { class Inner { <T extends Missing> void a() {} } }",
                "class Other { void a(@Missing int b) {} }",
                "record Other(int a, Missing b) {}",
                "import java.util.Missing; class Other {}",
                "import foo.*; class Other {}",
                "import static foo.Missing.*; class Other {}",
                "class Other { Object a = new Missing(); }",
                "class Other { static class Inner { int a() { return \"text\"; } } }",
                "class Other { void a() { int b; b++; } }",
                "class Other { final int a; }",
                "interface Other { int a() { return 1; } }"
            })
    void anErrorInAnotherClass(String other) {
        assertNothingWritten(
                compiler().source("shop.Other", "package shop; " + other).compile());
    }

    @Test
    void anErrorInAMethodOfTheEntity() {
        Compilation compilation = new EntityCompiler()
                .option("-Atenon.migrations=" + migrations(), "-Atenon.generate=init")
                .source("shop.Plan", PLAN.replace("{}", "{ int size() { return title; } }"))
                .compile();
        assertNothingWritten(compilation);
        assertThat(compilation.notes())
                .extracting(note -> note.getMessage(Locale.ROOT))
                .containsExactly("Tenon wrote no migration 'init', because the compilation has errors");
    }

    @Test
    void anErrorOfAnotherProcessor() {
        assertNothingWritten(compiler().with(new Complaint(Kind.ERROR)).compile());
    }

    @Test
    void aWarningThatIsAnError() {
        assertNothingWritten(compiler()
                .option("-Werror")
                .source("shop.Raw", "package shop; class Raw { java.util.List list; }")
                .compile());
        assertNothingWritten(
                compiler().option("-Werror").with(new Complaint(Kind.WARNING)).compile());
    }

    @Test
    void anErrorInTheModule() {
        assertNothingWritten(compiler()
                .source("module-info", "module shop { provides Runnable with shop.Plan; }")
                .compile());
    }

    @Test
    void aSuccessfulCompilationWritesIt() {
        Compilation compilation = compiler()
                .source("shop.Raw", "package shop; class Raw { java.util.List list; interface Inner {} }")
                .source("shop.package-info", "/** Plans. */ package shop;")
                .compile();
        assertThat(compilation).succeeded();
        assertThat(migrations().resolve("0001_init.sql")).exists();
    }

    @Test
    void processingAloneWritesItUnlessANameIsUnresolved() {
        assertNothingWritten(compiler()
                .option("-proc:only")
                .source("shop.Other", "package shop; class Other { Missing other() { return null; } }")
                .compile());
        assertThat(compiler().option("-proc:only").compile()).succeeded();
        assertThat(migrations().resolve("0001_init.sql")).exists();
    }

    @Test
    void kaptWritesItWithoutACompilation() {
        Compilation compilation =
                compiler().option("-Akapt.kotlin.generated=" + folder).compile();
        assertThat(compilation).succeeded();
        assertThat(migrations().resolve("0001_init.sql")).exists();
    }

    @Test
    void aDirectoryThatCannotBeWrittenFailsTheCompilation() {
        Compilation compilation = compiler().with(new Intruder(migrations())).compile();
        assertThat(compilation).failed();
        assertThat(EntityCompiler.errors(compilation))
                .singleElement()
                .asString()
                .startsWith("[TN5");
        assertThat(migrations().resolve("0001_init.sql")).doesNotExist();
    }

    private EntityCompiler compiler() {
        return new EntityCompiler()
                .option("-Atenon.migrations=" + migrations(), "-Atenon.generate=init")
                .source("shop.Plan", PLAN);
    }

    private void assertNothingWritten(Compilation compilation) {
        assertThat(compilation).failed();
        assertThat(migrations()).doesNotExist();
    }

    private Path migrations() {
        return folder.resolve("migrations");
    }
}
