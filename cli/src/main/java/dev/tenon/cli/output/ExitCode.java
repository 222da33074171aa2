package dev.tenon.cli.output;

import dev.tenon.runtime.fault.FaultCode;

/** The exit codes of the process. The numbers are stable. */
public enum ExitCode {
    DONE(0),
    FAILED(1),
    USAGE(2),
    OUT_OF_STEP(3),
    DRIFT(4),
    ISOLATION_BROKEN(5),
    LOCKED(6);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** Returns the exit code for a fault with that code. */
    public static ExitCode of(String code) {
        return FaultCode.of(code).map(ExitCode::of).orElse(FAILED);
    }

    private static ExitCode of(FaultCode code) {
        return switch (code) {
            case USAGE -> USAGE;
            case EDITED,
                    DIVERGED,
                    AHEAD,
                    OUT_OF_ORDER,
                    OUT_OF_STEP,
                    STATE_DIFFERS,
                    SCHEMA_LACKING,
                    ABANDONING,
                    SQUASHED_IN_PART -> OUT_OF_STEP;
            case DRIFT -> DRIFT;
            case ISOLATION_BROKEN -> ISOLATION_BROKEN;
            case LOCKED -> LOCKED;
            default -> FAILED;
        };
    }
}
