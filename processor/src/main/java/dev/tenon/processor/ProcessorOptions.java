package dev.tenon.processor;

import dev.tenon.processor.internal.read.jpa.attribute.HibernateLine;
import dev.tenon.processor.internal.read.jpa.attribute.JpaOptions;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.processor.internal.report.Diagnostics;
import dev.tenon.schema.internal.derive.NamingStrategy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The {@code -A} options of the processor.
 *
 * @param migrations the migrations directory
 * @param generate the name of the migration to write
 * @param pending what to do when the entities are ahead of the newest migration
 * @param accept the acceptance tokens of the accepted destructive changes
 * @param naming how names are derived
 * @param metamodel whether the processor writes classes with the names of columns
 * @param modules which other modules have entities of the same schema
 * @param jpa how entities of Jakarta Persistence are read
 */
record ProcessorOptions(
        Optional<Path> migrations,
        Optional<String> generate,
        Pending pending,
        Set<String> accept,
        NamingStrategy naming,
        boolean metamodel,
        Modules modules,
        JpaOptions jpa) {

    static final String MIGRATIONS = "tenon.migrations";
    static final String GENERATE = "tenon.generate";
    static final String PENDING = "tenon.pending";
    static final String ACCEPT = "tenon.accept";
    static final String NAMING = "tenon.naming";
    static final String METAMODEL = "tenon.metamodel";
    static final String MODULES = "tenon.modules";
    static final String STRICT = "tenon.strict";
    static final String JPA_IGNORE = "tenon.jpa.ignore";
    static final String JPA_VALIDATION = "tenon.jpa.validation";
    static final String JPA_HIBERNATE = "tenon.jpa.hibernate";

    private static final Set<String> NAMES = Set.of(
            MIGRATIONS,
            GENERATE,
            PENDING,
            ACCEPT,
            NAMING,
            METAMODEL,
            MODULES,
            STRICT,
            JPA_IGNORE,
            JPA_VALIDATION,
            JPA_HIBERNATE);

    /** What to do when the entities are ahead of the newest migration. */
    enum Pending {
        WARN,
        ERROR,
        IGNORE
    }

    /** Which other modules have entities of the same schema. */
    enum Modules {
        /** Those on the class path that own no migrations. */
        CLASSPATH,
        /** None; and no other module reads this one. */
        OWN
    }

    /** Whether the schema of this compilation is complete, and no part of another module's. */
    boolean isOwner() {
        return migrations.isPresent() || modules == Modules.OWN;
    }

    /** Reads the options; reports unknown options and invalid values. */
    static ProcessorOptions parse(Map<String, String> given, Diagnostics diagnostics) {
        Reader reader = new Reader(given, diagnostics);
        reader.refuseUnknown();
        reader.flag(STRICT, false);
        return new ProcessorOptions(
                reader.text(MIGRATIONS).map(Path::of),
                reader.text(GENERATE),
                reader.constant(PENDING, Pending.WARN),
                reader.list(ACCEPT),
                reader.constant(NAMING, NamingStrategy.SNAKE_CASE),
                reader.flag(METAMODEL, true),
                reader.constant(MODULES, Modules.CLASSPATH),
                new JpaOptions(names(reader.list(JPA_IGNORE)), reader.flag(JPA_VALIDATION, false), reader.hibernate()));
    }

    /** Whether annotations without effect are errors; an invalid value is reported by {@link #parse}. */
    static boolean isStrict(Map<String, String> given) {
        // Without a value, as in -Atenon.strict, the option is set.
        return given.containsKey(STRICT) && !"false".equals(given.get(STRICT));
    }

    /** The names without the sign with which they are written in sources. */
    private static Set<String> names(Set<String> listed) {
        return listed.stream()
                .map(name -> name.startsWith("@") ? name.substring(1) : name)
                .collect(Collectors.toSet());
    }

    private record Reader(Map<String, String> given, Diagnostics diagnostics) {

        void refuseUnknown() {
            given.keySet().stream()
                    .filter(name -> name.startsWith("tenon.") && !NAMES.contains(name))
                    .sorted()
                    .forEach(name -> diagnostics.error(
                            DiagnosticCode.OPTION,
                            "unknown option -A" + name,
                            "the options are " + sorted(NAMES.stream())));
        }

        Optional<String> text(String name) {
            return Optional.ofNullable(given.get(name)).map(String::strip).filter(text -> !text.isEmpty());
        }

        Set<String> list(String name) {
            return text(name).stream()
                    .flatMap(text -> Arrays.stream(text.split(",", -1)))
                    .map(String::strip)
                    .filter(item -> !item.isEmpty())
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        Optional<HibernateLine> hibernate() {
            Optional<String> text = text(JPA_HIBERNATE);
            Optional<HibernateLine> line = text.flatMap(HibernateLine::of);
            text.filter(any -> line.isEmpty()).ifPresent(wrong -> refuse(JPA_HIBERNATE, wrong, "6, 7"));
            return line;
        }

        <E extends Enum<E>> E constant(String name, E usual) {
            E[] constants = usual.getDeclaringClass().getEnumConstants();
            String text = text(name).orElse(word(usual));
            for (E constant : constants) {
                if (word(constant).equals(text)) {
                    return constant;
                }
            }
            refuse(name, text, sorted(Arrays.stream(constants).map(Reader::word)));
            return usual;
        }

        boolean flag(String name, boolean usual) {
            if (!given.containsKey(name)) {
                return usual;
            }
            // Without a value, as in -Atenon.strict, the option is set.
            String text = text(name).orElse("true");
            if (!text.equals("true") && !text.equals("false")) {
                refuse(name, text, "false, true");
            }
            return !text.equals("false");
        }

        private void refuse(String name, String text, String allowed) {
            diagnostics.error(
                    DiagnosticCode.OPTION,
                    "-A" + name + " does not accept '" + text + "'",
                    "the values are " + allowed);
        }

        private static String word(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }

        private static String sorted(Stream<String> words) {
            return words.sorted().collect(Collectors.joining(", "));
        }
    }
}
