package clinic;

/** A part of the clinic. */
public enum Ward {
    NORTH,
    SOUTH
}
