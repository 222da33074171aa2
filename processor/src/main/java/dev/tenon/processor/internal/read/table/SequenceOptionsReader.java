package dev.tenon.processor.internal.read.table;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.structure.ReadContext;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.SequenceOptions;
import java.util.Optional;

/** Reads the options of an identity or a sequence. */
public final class SequenceOptionsReader {

    private final ReadContext context;

    public SequenceOptionsReader(ReadContext context) {
        this.context = context;
    }

    /** The options, or empty if they are invalid, which is reported; an invalid type is not reported here. */
    public Optional<SequenceOptions> read(AnnotationUse use, ColumnType type) {
        try {
            SequenceOptions options = new SequenceOptions(
                    use.unlessDefault("start", use::wide),
                    use.wide("increment"),
                    use.unlessDefault("min", use::wide),
                    use.unlessDefault("max", use::wide),
                    use.wide("cache"),
                    use.flag("cycle"));
            return Optional.of(SequenceOptions.canCount(type) ? options.normal(type) : options);
        } catch (IllegalArgumentException refused) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.COUNTING,
                            use.site(),
                            String.valueOf(refused.getMessage()),
                            "use a nonzero increment, a cache of at least 1, and a start within the range of a"
                                    + " smallint, integer or bigint");
            return Optional.empty();
        }
    }
}
