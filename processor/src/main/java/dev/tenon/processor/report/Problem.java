package dev.tenon.processor.report;

/**
 * Something wrong in source code.
 *
 * @param code what kind of problem
 * @param site where
 * @param problem what is wrong, in one sentence without a full stop
 * @param remedy how to mend it, in one sentence without a full stop
 */
public record Problem(Code code, Site site, String problem, String remedy) {}
