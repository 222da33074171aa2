/**
 * Plans steps that are safe on a live database from changes. A recipe per family of changes defines the statements,
 * locks and cost; the planner orders the statements and groups them into transactions.
 */
@NullMarked
package dev.tenon.schema.plan;

import org.jspecify.annotations.NullMarked;
