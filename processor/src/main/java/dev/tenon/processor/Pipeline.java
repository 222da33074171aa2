package dev.tenon.processor;

import dev.tenon.processor.internal.read.SchemaReader;
import dev.tenon.processor.internal.read.annotation.Annotations;
import dev.tenon.processor.internal.read.jpa.JpaReader;
import dev.tenon.processor.internal.read.structure.EntityNameReader;
import dev.tenon.processor.internal.read.structure.PreviousCompilation;
import dev.tenon.processor.internal.read.structure.ReadContext;
import dev.tenon.processor.internal.report.Diagnostics;
import dev.tenon.processor.internal.report.SourceLocations;
import dev.tenon.processor.internal.write.ClassOutput;
import dev.tenon.processor.internal.write.MetamodelWriter;
import dev.tenon.schema.internal.rule.rules.Rules;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Runs the stages from a compilation to its outputs. During the rounds it writes only the metamodel, for entities whose
 * types are all resolved. It reads the schema after the last round, when all generated sources exist and an unresolved
 * type is an error.
 */
final class Pipeline {

    private final ProcessingEnvironment environment;
    private final Diagnostics diagnostics;
    private final ProcessorOptions options;
    private final Rounds rounds = new Rounds();

    Pipeline(ProcessingEnvironment environment) {
        this.environment = environment;
        this.diagnostics = new Diagnostics(environment, ProcessorOptions.isStrict(environment.getOptions()));
        this.options = ProcessorOptions.parse(environment.getOptions(), diagnostics);
    }

    void round(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        try {
            rounds.see(round, annotations);
            if (round.processingOver()) {
                finish(round.errorRaised());
            } else if (options.metamodel()) {
                writeMetamodels();
            }
        } catch (RuntimeException failure) {
            diagnostics.failure(failure);
        }
    }

    private void writeMetamodels() {
        Elements elements = environment.getElementUtils();
        EntityNameReader reader =
                new EntityNameReader(elements, environment.getTypeUtils(), options.naming(), rounds.entities(elements));
        MetamodelWriter metamodel = new MetamodelWriter(environment, diagnostics, TenonProcessor.class.getName());
        for (TypeElement entity : rounds.withoutMetamodel(elements)) {
            reader.read(entity).ifPresent(outline -> {
                metamodel.write(outline);
                rounds.wroteMetamodel(entity);
            });
        }
    }

    private void finish(boolean errorsElsewhere) {
        ClassOutput output = new ClassOutput(environment.getFiler(), diagnostics);
        Elements elements = environment.getElementUtils();
        PreviousCompilation earlier = new PreviousCompilation(output.earlier(), rounds.compiled());
        SourceLocations sites = new SourceLocations();
        ReadContext context = new ReadContext(
                elements, environment.getTypeUtils(), new Annotations(), options.naming(), diagnostics, sites);
        Collection<TypeElement> entities = entities(context, earlier);
        SchemaReader.Result result = SchemaReader.read(
                context, entities, earlier, new JpaReader(options.jpa()), rounds.additional(elements));
        Rules.check(result.compiled()).stream()
                .filter(finding ->
                        result.broken().spares(finding, result.compiled().schema()))
                .forEach(finding -> diagnostics.report(finding, sites));
        boolean concerned = !entities.isEmpty() || earlier.snapshot().isPresent();
        if (concerned && !errorsElsewhere && !diagnostics.hasErrors()) {
            output.write(result.compiled(), entities);
            new MigrationOutput(options, diagnostics, new SuccessfulCompilation(environment, rounds.compiled()))
                    .finish(result.compiled(), sites);
        }
    }

    /** The entities of this compilation, and those of the previous compilation that still exist. */
    private Collection<TypeElement> entities(ReadContext context, PreviousCompilation earlier) {
        Elements elements = context.elements();
        Map<String, TypeElement> entities = new TreeMap<>();
        for (TypeElement entity : rounds.entities(elements)) {
            entities.put(entity.getQualifiedName().toString(), entity);
        }
        for (TypeElement entity : earlier.entities(elements)) {
            if (context.annotations().marksRead(entity)) {
                entities.put(entity.getQualifiedName().toString(), entity);
            }
        }
        return entities.values();
    }
}
