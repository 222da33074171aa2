package dev.tenon.processor;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * Runs an action at the end of a successful compilation. javac finds most errors after the last round and tells no
 * processor about them; but it generates no class with an error and, after an error, no further class. The action
 * therefore runs if javac has generated every class that it began to analyze. With {@code -proc:only} and after an
 * error in the last round it analyzes none; then the action runs if all names in the headers of classes are resolved.
 * Where there is no javac to listen to, it runs at once.
 */
final class SuccessfulCompilation {

    /** kapt runs javac's annotation processing without the compilation around it. */
    private static final String KAPT = "kapt.kotlin.generated";

    private final ProcessingEnvironment environment;
    private final Set<String> compiled;

    /**
     * The outcome of a compilation.
     *
     * @param compiled the names of its top-level types
     */
    SuccessfulCompilation(ProcessingEnvironment environment, Set<String> compiled) {
        this.environment = environment;
        this.compiled = Set.copyOf(compiled);
    }

    /** Runs one of the actions: at once, or when javac ends. Must be called in the last round. */
    void then(Runnable success, Runnable failure) {
        Optional<JavacTask> javac = javac();
        if (javac.isPresent()) {
            boolean resolved = new HeaderResolution(environment).resolves(compiled);
            javac.get().addTaskListener(new Listener(compiled, resolved, success, failure));
        } else {
            success.run();
        }
    }

    private Optional<JavacTask> javac() {
        if (environment.getOptions().containsKey(KAPT)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JavacTask.instance(environment));
        } catch (IllegalArgumentException | LinkageError otherCompiler) {
            return Optional.empty();
        }
    }

    /** Follows the classes of one compilation to its end. */
    private static final class Listener implements TaskListener {

        private final Set<String> compiled;
        private final boolean resolved;
        private final Runnable success;
        private final Runnable failure;
        private final Set<String> unfinished = new HashSet<>();
        private boolean analyzed;

        Listener(Set<String> compiled, boolean resolved, Runnable success, Runnable failure) {
            this.compiled = compiled;
            this.resolved = resolved;
            this.success = success;
            this.failure = failure;
        }

        @Override
        public void started(TaskEvent event) {
            if (event.getKind() == TaskEvent.Kind.ANALYZE) {
                analyzed = true;
                // Of classes that javac finds on the source path by itself, -implicit:none generates none.
                if (compiled.contains(name(event))) {
                    unfinished.add(name(event));
                }
            }
        }

        @Override
        public void finished(TaskEvent event) {
            if (event.getKind() == TaskEvent.Kind.GENERATE) {
                unfinished.remove(name(event));
            } else if (event.getKind() == TaskEvent.Kind.COMPILATION) {
                boolean successful = analyzed ? unfinished.isEmpty() : resolved;
                (successful ? success : failure).run();
            }
        }

        private static String name(TaskEvent event) {
            return event.getTypeElement() == null
                    ? ""
                    : event.getTypeElement().getQualifiedName().toString();
        }
    }
}
