package dev.tenon.benchmark.compile;

import dev.tenon.annotation.Table;
import dev.tenon.processor.TenonProcessor;
import jakarta.persistence.Entity;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.processor.HibernateProcessor;

/** A compiler configuration: javac with one processor, or without any. */
enum Contender {
    NONE("no processor", Flavour.TENON, Optional.empty()),
    WALKING("walks every element", Flavour.TENON, Optional.of(WalkingProcessor.class)),
    TENON_SNAPSHOT("Tenon, no metamodel", Flavour.TENON, Optional.of(TenonProcessor.class), "-Atenon.metamodel=false"),
    TENON("Tenon, metamodel", Flavour.TENON, Optional.of(TenonProcessor.class)),
    TENON_MIGRATION(
            "Tenon, no metamodel, first migration",
            Flavour.TENON,
            Optional.of(TenonProcessor.class),
            "-Atenon.metamodel=false",
            "-Atenon.generate=init",
            Contender.NEW_MIGRATIONS),
    TENON_PENDING(
            "Tenon, no metamodel, compares with migrations",
            Flavour.TENON,
            Optional.of(TenonProcessor.class),
            "-Atenon.metamodel=false",
            "-Atenon.pending=error",
            Contender.MIGRATIONS),
    HIBERNATE("Hibernate's processor", Flavour.JPA, Optional.of(HibernateProcessor.class));

    /** A placeholder for a migrations directory that is empty at the start of each run. */
    private static final String NEW_MIGRATIONS = "-Atenon.migrations=new";

    /** A placeholder for a migrations directory that contains the first migration. */
    private static final String MIGRATIONS = "-Atenon.migrations=there";

    private final String title;
    private final Flavour flavour;
    private final Optional<Class<?>> processor;
    private final String options;

    Contender(String title, Flavour flavour, Optional<Class<?>> processor, String... options) {
        this.title = title;
        this.flavour = flavour;
        this.processor = processor;
        this.options = String.join(" ", options);
    }

    String title() {
        return title;
    }

    Flavour flavour() {
        return flavour;
    }

    /** Whether the first migration must exist before the run. */
    boolean comparesWithMigrations() {
        return options.contains(MIGRATIONS);
    }

    /**
     * Returns the arguments of javac without the sources.
     *
     * @param output the folder for classes
     * @param migrations the migrations directory, if the contender uses one
     */
    List<String> arguments(Path output, Path migrations) {
        Stream<String> common =
                Stream.of("-d", output.toString(), "-nowarn", "-cp", ClassPath.of(Table.class, Entity.class));
        Stream<String> processing = processor
                .map(type -> Stream.of("-processor", type.getName(), "-processorpath", ClassPath.all()))
                .orElseGet(() -> Stream.of("-proc:none"));
        Stream<String> own = Stream.of(options.split(" "))
                .filter(option -> !option.isEmpty())
                .map(option -> option.startsWith("-Atenon.migrations=") ? "-Atenon.migrations=" + migrations : option);
        return Stream.of(common, processing, own).flatMap(each -> each).toList();
    }
}
