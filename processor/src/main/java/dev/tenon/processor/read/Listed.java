package dev.tenon.processor.read;

import dev.tenon.processor.report.Site;

/**
 * A column in a list of an annotation.
 *
 * @param column the column's name
 * @param site the place of the item
 */
record Listed(String column, Site site) {}
