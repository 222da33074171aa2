package dev.tenon.schema.json;

/** A text is not the JSON that it should be. Says where and why; the caller knows which file it was. */
public final class JsonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    /**
     * @param at where
     * @param problem what is wrong, in one sentence without a full stop
     */
    public JsonException(Position at, String problem) {
        super(problem);
        this.line = at.line();
        this.column = at.column();
    }

    /** Where it is wrong. */
    public Position at() {
        return new Position(line, column);
    }
}
