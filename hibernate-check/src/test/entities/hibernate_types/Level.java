package p;

public enum Level {
    MID,
    LOW,
    HIGH
}
