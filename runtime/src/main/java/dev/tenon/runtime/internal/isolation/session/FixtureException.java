package dev.tenon.runtime.internal.isolation.session;

/** Thrown if no test row could be generated, with the reason. */
public final class FixtureException extends Exception {

    private static final long serialVersionUID = 1L;

    public FixtureException(String obstacle) {
        super(obstacle);
    }

    /** The obstacle in words. */
    public String obstacle() {
        return String.valueOf(getMessage());
    }
}
