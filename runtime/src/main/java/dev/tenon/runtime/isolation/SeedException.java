package dev.tenon.runtime.isolation;

/** Thrown if no test row could be generated, with the reason. */
final class SeedException extends Exception {

    private static final long serialVersionUID = 1L;

    SeedException(String obstacle) {
        super(obstacle);
    }

    /** The obstacle in words. */
    String obstacle() {
        return String.valueOf(getMessage());
    }
}
