package dev.tenon.processor.internal.read.structure;

import dev.tenon.processor.internal.report.SourceLocation;

/**
 * A column in a list of an annotation.
 *
 * @param column the column's name
 * @param site the place of the item
 */
public record ListedColumn(String column, SourceLocation site) {}
