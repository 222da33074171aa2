/**
 * From changes to steps that are safe on a database that serves traffic. A recipe per family of changes says which
 * statements make one, under which locks and at what cost; the planner puts them in order and decides what commits
 * together.
 */
@NullMarked
package dev.tenon.schema.plan;

import org.jspecify.annotations.NullMarked;
