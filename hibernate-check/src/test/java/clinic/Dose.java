package clinic;

import jakarta.persistence.Embeddable;

/** A value of primitive parts. */
@Embeddable
public record Dose(int milligrams, int timesADay) {}
