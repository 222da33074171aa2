package dev.tenon.benchmark.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;

/** The lower bound for a processor: it visits every element and its annotations, and writes one resource. */
@SupportedAnnotationTypes("*")
public final class WalkingProcessor extends AbstractProcessor {

    private final Set<String> lines = new TreeSet<>();

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (round.processingOver()) {
            write();
        } else {
            round.getRootElements().forEach(this::walk);
        }
        return false;
    }

    private void walk(Element element) {
        StringBuilder line = new StringBuilder()
                .append(element.getEnclosingElement())
                .append('.')
                .append(element)
                .append(' ')
                .append(element.asType());
        for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
            annotation
                    .getElementValues()
                    .forEach((name, value) ->
                            line.append(' ').append(name).append('=').append(value));
        }
        lines.add(line.toString());
        element.getEnclosedElements().forEach(this::walk);
    }

    private void write() {
        try (Writer writer = processingEnv
                .getFiler()
                .createResource(StandardLocation.CLASS_OUTPUT, "", "META-INF/walked.txt")
                .openWriter()) {
            for (String line : lines) {
                writer.write(line);
                writer.write('\n');
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
