package dev.tenon.processor.read;

import dev.tenon.processor.report.Site;

/**
 * A column that an annotation names in a list.
 *
 * @param column the column's name
 * @param site where it is written
 */
record Listed(String column, Site site) {}
