package dev.tenon.processor.internal.read.structure;

import dev.tenon.processor.internal.report.SourceLocation;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.SequenceOptions;

/**
 * A sequence that another library's annotations require.
 *
 * @param name its name
 * @param options the options of the sequence
 * @param site the place of the annotation
 */
public record GeneratorSequence(QualifiedName name, SequenceOptions options, SourceLocation site) {}
