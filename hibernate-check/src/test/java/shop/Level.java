package shop;

/** How much a customer buys. */
public enum Level {
    BRONZE,
    SILVER,
    GOLD
}
