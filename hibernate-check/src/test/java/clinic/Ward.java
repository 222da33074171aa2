package clinic;

/** A ward of the clinic. */
public enum Ward {
    NORTH,
    SOUTH
}
