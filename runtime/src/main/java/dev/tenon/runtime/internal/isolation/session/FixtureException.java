package dev.tenon.runtime.internal.isolation.session;

/** No test row could be generated. */
public final class FixtureException extends Exception {

    private static final long serialVersionUID = 1L;

    public FixtureException(String obstacle) {
        super(obstacle);
    }

    /** Returns the reason. */
    public String obstacle() {
        return String.valueOf(getMessage());
    }
}
