package clinic;

import java.io.Serializable;

/** The key of a chart. */
public record ChartId(Long patient, int page) implements Serializable {}
