package dev.tenon.processor.read;

import dev.tenon.processor.report.Site;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.SequenceOptions;

/**
 * A sequence that another library's annotations require.
 *
 * @param name its name
 * @param options the options of the sequence
 * @param site the place of the annotation
 */
public record CountedSequence(QualifiedName name, SequenceOptions options, Site site) {}
