package dev.tenon.schema.internal.json;

/** A text is not the expected JSON. It contains the position; the caller knows the file. */
public final class JsonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    /**
     * @param at the position of the problem
     * @param problem what is wrong, in one sentence without a full stop
     */
    public JsonException(JsonPosition at, String problem) {
        super(problem);
        this.line = at.line();
        this.column = at.column();
    }

    /** The position of the problem. */
    public JsonPosition at() {
        return new JsonPosition(line, column);
    }
}
