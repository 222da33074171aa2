package dev.tenon.processor.read;

import dev.tenon.processor.report.Site;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.SequenceOptions;

/**
 * A sequence that another library's annotations ask for.
 *
 * @param name its name
 * @param options how it counts
 * @param site where it is asked for
 */
public record CountedSequence(QualifiedName name, SequenceOptions options, Site site) {}
