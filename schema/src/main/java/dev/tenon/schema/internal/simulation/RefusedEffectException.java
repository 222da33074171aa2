package dev.tenon.schema.internal.simulation;

/** An effect that the server would refuse; the message says why. */
public final class RefusedEffectException extends Exception {

    private static final long serialVersionUID = 1;

    RefusedEffectException(String message) {
        super(message, null, false, false);
    }
}
