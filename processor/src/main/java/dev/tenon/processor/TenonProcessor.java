package dev.tenon.processor;

import com.google.auto.service.AutoService;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * The entry point for javac: passes each round to the pipeline. The processor claims no annotation, so that other
 * processors see them all, and supports every compilation, because a compilation of an enum without annotations of
 * Tenon can change the schema.
 */
@SupportedAnnotationTypes("*")
@SupportedOptions({
    ProcessorOptions.MIGRATIONS,
    ProcessorOptions.GENERATE,
    ProcessorOptions.PENDING,
    ProcessorOptions.ACCEPT,
    ProcessorOptions.NAMING,
    ProcessorOptions.METAMODEL,
    ProcessorOptions.MODULES,
    ProcessorOptions.STRICT,
    ProcessorOptions.JPA_IGNORE,
    ProcessorOptions.JPA_VALIDATION,
    ProcessorOptions.JPA_HIBERNATE
})
@AutoService(Processor.class)
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
