package dev.tenon.benchmark.compile;

/**
 * The measurements of one process.
 *
 * @param wallMillis the wall time
 * @param cpuMillis the processor time of all threads
 * @param peakKibibytes the peak memory
 */
record Run(long wallMillis, long cpuMillis, long peakKibibytes) {}
