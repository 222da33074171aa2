package dev.tenon.processor;

import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * Called by javac: hands each round to the pipeline. It claims no annotation, so other processors see them all, and wants to
 * see every compilation: that of an enum alone, which carries none of Tenon's, can change the schema.
 */
@SupportedAnnotationTypes("*")
@SupportedOptions({
    Options.MIGRATIONS,
    Options.GENERATE,
    Options.PENDING,
    Options.ACCEPT,
    Options.NAMING,
    Options.METAMODEL
})
public final class TenonProcessor extends AbstractProcessor {

    private Pipeline pipeline;

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        pipeline = new Pipeline(environment);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        pipeline.round(annotations, round);
        return false;
    }
}
