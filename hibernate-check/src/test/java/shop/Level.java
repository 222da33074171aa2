package shop;

/** The purchase volume of a customer. */
public enum Level {
    BRONZE,
    SILVER,
    GOLD
}
