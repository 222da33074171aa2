package dev.tenon.processor;

import dev.tenon.processor.internal.read.SchemaReader;
import dev.tenon.processor.internal.read.annotation.Annotations;
import dev.tenon.processor.internal.read.jpa.JpaReader;
import dev.tenon.processor.internal.read.structure.ClassFiles;
import dev.tenon.processor.internal.read.structure.CompiledModule;
import dev.tenon.processor.internal.read.structure.EarlierCompilations;
import dev.tenon.processor.internal.read.structure.EntityNameReader;
import dev.tenon.processor.internal.read.structure.ReadContext;
import dev.tenon.processor.internal.report.Diagnostics;
import dev.tenon.processor.internal.report.SourceLocations;
import dev.tenon.processor.internal.write.ClassOutput;
import dev.tenon.processor.internal.write.MetamodelWriter;
import dev.tenon.processor.internal.write.ModuleFinder;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.ModuleShare;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.rules.Rules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

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
    private @Nullable Collection<CompiledModule> modules;

    Pipeline(ProcessingEnvironment environment) {
        this.environment = environment;
        this.diagnostics = new Diagnostics(environment, ProcessorOptions.isStrict(environment.getOptions()));
        this.options = ProcessorOptions.parse(environment.getOptions(), diagnostics);
        if (!options.isOwner()) {
            diagnostics.readsPart();
        }
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
        if (rounds.withoutMetamodel(elements).isEmpty()) {
            return;
        }
        List<TypeElement> all = new ArrayList<>(rounds.entities(elements));
        all.addAll(earlier(Optional.empty()).entities(elements));
        EntityNameReader reader = new EntityNameReader(elements, environment.getTypeUtils(), options.naming(), all);
        MetamodelWriter metamodel = new MetamodelWriter(environment, diagnostics, TenonProcessor.class.getName());
        for (TypeElement entity : rounds.withoutMetamodel(elements)) {
            reader.read(entity).ifPresent(outline -> {
                metamodel.write(outline);
                rounds.wroteMetamodel(entity);
            });
        }
    }

    /** The other modules, which are the same in all rounds. */
    private Collection<CompiledModule> modules() {
        Collection<CompiledModule> found = modules;
        if (found == null) {
            found = options.modules() == ProcessorOptions.Modules.OWN
                    ? List.of()
                    : List.copyOf(new ModuleFinder(environment, diagnostics).find());
            modules = found;
        }
        return found;
    }

    private EarlierCompilations earlier(Optional<CompiledSnapshot> snapshot) {
        ClassFiles classFiles = new ClassFiles(environment.getFiler(), environment.getElementUtils());
        return new EarlierCompilations(snapshot, List.copyOf(modules()), rounds.compiled(), classFiles);
    }

    private void finish(boolean errorsElsewhere) {
        ClassOutput output = new ClassOutput(environment.getFiler(), diagnostics);
        Elements elements = environment.getElementUtils();
        EarlierCompilations earlier = earlier(output.earlier());
        SourceLocations sites = new SourceLocations();
        ReadContext context = new ReadContext(
                elements, environment.getTypeUtils(), new Annotations(), options.naming(), diagnostics, sites);
        Collection<TypeElement> all = entities(context, earlier);
        ModuleCheck check = new ModuleCheck(earlier, options.naming(), diagnostics);
        boolean concerned = check.isConcerned(
                all.stream().map(entity -> elements.getBinaryName(entity).toString()), options.isOwner());
        Collection<TypeElement> entities = concerned ? all : List.of();
        check.report();
        SchemaReader.Result result = SchemaReader.read(
                context, entities, earlier, new JpaReader(options.jpa()), rounds.additional(elements));
        Rules.check(result.compiled()).stream()
                .filter(finding ->
                        result.broken().spares(finding, result.compiled().schema()))
                .forEach(finding -> report(finding, sites));
        if (concerned && !errorsElsewhere && !diagnostics.hasErrors()) {
            write(output, result.compiled(), earlier, entities);
            new MigrationOutput(options, diagnostics, new SuccessfulCompilation(environment, rounds.compiled()))
                    .finish(result.compiled(), sites);
        }
    }

    private void report(Finding finding, SourceLocations sites) {
        if (ModuleCheck.SETTLED_ELSEWHERE.contains(finding.code())) {
            diagnostics.unlessPart(finding, sites);
        } else {
            diagnostics.report(finding, sites);
        }
    }

    private void write(
            ClassOutput output,
            CompiledSnapshot schema,
            EarlierCompilations earlier,
            Collection<TypeElement> entities) {
        Set<String> inherited = new TreeSet<>(earlier.inherited());
        inherited.retainAll(schema.allClasses());
        CompiledSnapshot compiled = schema.withShare(
                new ModuleShare(options.isOwner(), options.naming().option(), inherited, diagnostics.unsettled()));
        output.write(compiled, entities);
        if (options.modules() != ProcessorOptions.Modules.OWN) {
            output.publish(compiled, earlier.snapshot(), rounds.namedModule(environment.getElementUtils()), entities);
        }
    }

    /** The entities of this compilation, and those of the previous compilation that still exist. */
    private Collection<TypeElement> entities(ReadContext context, EarlierCompilations earlier) {
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
