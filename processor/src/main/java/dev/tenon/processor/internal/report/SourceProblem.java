package dev.tenon.processor.internal.report;

/**
 * A problem in source code.
 *
 * @param code the kind of problem
 * @param site the place of the problem
 * @param problem what is wrong, in one sentence without a full stop
 * @param remedy how to correct it, in one sentence without a full stop
 */
public record SourceProblem(DiagnosticCode code, SourceLocation site, String problem, String remedy) {}
