package dev.tenon.benchmark.compile;

/**
 * What one run of a process took.
 *
 * @param wallMillis from its start to its end
 * @param cpuMillis the processor time of all its threads
 * @param peakKibibytes the most memory that it held at once
 */
record Run(long wallMillis, long cpuMillis, long peakKibibytes) {}
