package dev.tenon.runtime.isolation;

/** Says why no row could be made to try something out with. */
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
