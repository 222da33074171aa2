package dev.tenon.processor.read;

import dev.tenon.processor.report.Code;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.SequenceOptions;
import java.util.Optional;

/** Reads the options of an identity or a sequence. */
final class CountingReader {

    private final ReadContext context;

    CountingReader(ReadContext context) {
        this.context = context;
    }

    /** The options, or empty if they are invalid, which is reported; an invalid type is not reported here. */
    Optional<SequenceOptions> read(AnnotationUse use, ColumnType type) {
        try {
            SequenceOptions options = new SequenceOptions(
                    unless(use, "start", Long.MIN_VALUE),
                    use.wide("increment"),
                    unless(use, "min", Long.MIN_VALUE),
                    unless(use, "max", Long.MAX_VALUE),
                    use.wide("cache"),
                    use.flag("cycle"));
            return Optional.of(SequenceOptions.canCount(type) ? options.normal(type) : options);
        } catch (IllegalArgumentException refused) {
            context.diagnostics()
                    .error(
                            Code.COUNTING,
                            use.site(),
                            String.valueOf(refused.getMessage()),
                            "use a nonzero increment, a cache of at least 1, and a start within the range of a"
                                    + " smallint, integer or bigint");
            return Optional.empty();
        }
    }

    private static Optional<Long> unless(AnnotationUse use, String attribute, long unsaid) {
        return Optional.of(use.wide(attribute)).filter(value -> value != unsaid);
    }
}
